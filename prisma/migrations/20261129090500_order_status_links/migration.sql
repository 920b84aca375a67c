-- CreateTable
CREATE TABLE "OrderStatusLink" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "salesOrderId" UUID NOT NULL,
    "secret" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(6) NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "revokedAt" TIMESTAMPTZ(6),

    CONSTRAINT "OrderStatusLink_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "OrderStatusLink_salesOrderId_idx" ON "OrderStatusLink"("salesOrderId");

-- AddForeignKey
ALTER TABLE "OrderStatusLink" ADD CONSTRAINT "OrderStatusLink_salesOrderId_fkey" FOREIGN KEY ("salesOrderId") REFERENCES "SalesOrder"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table "OrderStatusLink" add constraint "OrderStatusLink_secret_check"
  check ("secret" ~ '^[0-9a-f]{64}$' and "expiresAt" > "createdAt");

-- What a token was signed for stays as it was, and a revocation too.
create function refuse_rewritten_link() returns trigger language plpgsql as $$
begin
  raise exception 'A link is revoked, never rewritten.'
    using errcode = 'integrity_constraint_violation';
end $$;
create trigger "OrderStatusLink_stays" before update on "OrderStatusLink" for each row
  when (new."secret" <> old."secret" or new."salesOrderId" <> old."salesOrderId"
    or new."expiresAt" <> old."expiresAt"
    or (old."revokedAt" is not null and new."revokedAt" is distinct from old."revokedAt"))
  execute function refuse_rewritten_link();
