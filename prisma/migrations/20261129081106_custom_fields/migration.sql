-- AlterTable
ALTER TABLE "JournalEntry" ADD COLUMN     "customFields" JSONB NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "CustomFieldDefinition" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "noun" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "labels" JSONB NOT NULL,
    "description" TEXT,
    "isRequired" BOOLEAN NOT NULL,
    "isUnique" BOOLEAN NOT NULL,
    "isIndexed" BOOLEAN NOT NULL,
    "defaultValue" JSONB,
    "minimum" DECIMAL(60,30),
    "maximum" DECIMAL(60,30),
    "maxLength" INTEGER,
    "pattern" TEXT,
    "choices" JSONB,
    "references" TEXT,
    "readPermission" TEXT,
    "writePermission" TEXT,
    "deprecatedAt" TIMESTAMPTZ(6),
    "deprecationReason" TEXT,
    "removedAt" TIMESTAMPTZ(6),
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "createdById" UUID NOT NULL,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "CustomFieldDefinition_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "CustomFieldDefinition_noun_key_key" ON "CustomFieldDefinition"("noun", "key");

-- A code is free again when its field was removed; the key of its values never is.
CREATE UNIQUE INDEX "CustomFieldDefinition_code" ON "CustomFieldDefinition"("noun", "code")
  WHERE "removedAt" IS NULL;

-- Codes and keys become names of the graph and parts of statements: nothing but plain names.
ALTER TABLE "CustomFieldDefinition"
  ADD CONSTRAINT "CustomFieldDefinition_names" CHECK (
    "code" ~ '^[a-z][A-Za-z0-9]{0,39}$' AND "key" ~ '^[a-z][A-Za-z0-9]{0,59}$'),
  ADD CONSTRAINT "CustomFieldDefinition_kind" CHECK ("kind" IN ('TEXT', 'INTEGER', 'DECIMAL',
    'MONEY', 'QUANTITY', 'BOOLEAN', 'DATE', 'DATE_TIME', 'CHOICE', 'CHOICES', 'REFERENCE',
    'FILE_LINK')),
  ADD CONSTRAINT "CustomFieldDefinition_limits" CHECK (
    "minimum" <> 'NaN' AND "maximum" <> 'NaN' AND "maxLength" > 0),
  ADD CONSTRAINT "CustomFieldDefinition_deprecated_first" CHECK (
    "removedAt" IS NULL OR "deprecatedAt" IS NOT NULL);

-- What is defined may change; who defined what and where its values are kept may not.
CREATE FUNCTION custom_field_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF tg_op = 'UPDATE' AND old."removedAt" IS NULL AND old."id" = new."id"
    AND old."noun" = new."noun" AND old."code" = new."code" AND old."key" = new."key" THEN
    RETURN new;
  END IF;
  RAISE EXCEPTION 'The custom field % stays as it is.', old."id" USING errcode = 'check_violation';
END $$;
CREATE TRIGGER "CustomFieldDefinition_kept" BEFORE UPDATE OR DELETE ON "CustomFieldDefinition"
  FOR EACH ROW EXECUTE FUNCTION custom_field_kept();

-- Values of these kinds are kept as text of ISO 8601, which is read the same under every setting:
-- so the functions may stand in indexes, which the casts themselves may not.
CREATE FUNCTION custom_date(jsonb, text) RETURNS date
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT ($1 ->> $2)::date $$;
CREATE FUNCTION custom_instant(jsonb, text) RETURNS timestamptz
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT ($1 ->> $2)::timestamptz $$;
CREATE FUNCTION custom_texts(jsonb, text) RETURNS text[]
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT CASE WHEN jsonb_typeof($1 -> $2) = 'array'
      THEN array(SELECT jsonb_array_elements_text($1 -> $2)) END $$;

-- Gives new rows what fields are to have that were not set, whoever makes the rows.
CREATE FUNCTION custom_defaults() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  new."customFields" := tg_argv[0]::jsonb || new."customFields";
  RETURN new;
END $$;
