import { sql } from 'kysely';
import { nextVersion, readNow, type Row, type Tx } from '../events/index.js';
import {
  cleanText,
  DuplicateKey,
  InvalidInput,
  LimitExceeded,
  NotFound,
  inField,
  type Decimal,
} from '../kernel/index.js';
import { allPermissions } from '../permissions.js';
import {
  customFieldOf,
  type CustomField,
  type ExtensibleNoun,
  type NounNamed,
} from './custom-field.js';
import { checkChoiceChange, checkKindChange } from './custom-field-change.rules.js';
import { arrangeDefaults, arrangeIndexes } from './custom-field-store.service.js';
import { cleanValue } from './custom-field-value.rules.js';
import {
  checkShape,
  cleanChoices,
  cleanFieldCode,
  cleanLabels,
  FIELDS_MAX,
  freeKey,
  type ChoiceInput,
  type CustomFieldKind,
  type CustomFieldShape,
  type Localized,
} from './custom-field.rules.js';
import {
  customFieldChanged,
  customFieldDefined,
  customFieldDeprecated,
  customFieldRemoved,
} from './events.js';

type Definition = Row<'CustomFieldDefinition'>;

/** What a definition says beside what it is of. Absent keeps, null clears. */
export interface CustomFieldDetails {
  readonly labels?: readonly Localized[] | null;
  readonly description?: string | null;
  readonly isRequired?: boolean | null;
  readonly isUnique?: boolean | null;
  readonly isIndexed?: boolean | null;
  readonly default?: unknown;
  readonly minimum?: Decimal | null;
  readonly maximum?: Decimal | null;
  readonly maxLength?: number | null;
  readonly pattern?: string | null;
  readonly choices?: readonly ChoiceInput[] | null;
  readonly readPermission?: string | null;
  readonly writePermission?: string | null;
}

export interface CustomFieldDefine extends CustomFieldDetails {
  readonly noun: string;
  readonly code: string;
  readonly kind: CustomFieldKind;
  readonly references?: string | null;
}

interface Versioned {
  readonly id: string;
  readonly expectedVersion?: number | null;
}

export interface CustomFieldChange extends CustomFieldDetails, Versioned {
  readonly kind?: CustomFieldKind | null;
}

/** Definitions of a noun, removed ones too; who changes them waits for others who do. */
async function definitionsOf(tx: Tx, noun: string): Promise<Definition[]> {
  const key = `custom fields of ${noun}`;
  await readNow(tx, sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
  return readNow(
    tx,
    sql<Definition>`select * from "CustomFieldDefinition" where "noun" = ${noun} order by "id"`,
  );
}

function extensible(nounNamed: NounNamed, name: string) {
  const noun = nounNamed(name);
  if (noun?.isExtensible) return noun;
  const message = 'No fields can be defined on {noun}.';
  throw new InvalidInput('CUSTOM_FIELD_NOUN', message, { noun: name }).at('noun');
}

/** Values that wait in other rows until theirs are made meet too late to be told apart. */
function refuseUniqueLater(noun: ExtensibleNoun, { isUnique }: { readonly isUnique: boolean }) {
  if (!noun.isSetWhenMade || !isUnique) return;
  const message = 'No field of {noun} is unique.';
  throw new InvalidInput('CUSTOM_FIELD_RULE', message, { noun: noun.name }).at('isUnique');
}

const known: ReadonlySet<string> = new Set(allPermissions);

function cleanPermission(field: string, permission: string | null | undefined): string | null {
  if (permission === null || permission === undefined || known.has(permission))
    return permission ?? null;
  const message = 'There is no permission {permission}.';
  throw new InvalidInput('PERMISSION_UNKNOWN', message, { permission }).at(field);
}

function cleanDescription(text: string | null | undefined): string | null {
  if (text === null || text === undefined) return null;
  return inField('description', () => cleanText(text, { max: 1_000 })) || null;
}

/** What is given, or else what was there; null clears where there may be nothing. */
const given = <T>(value: T | undefined, before: T): T => (value === undefined ? before : value);

/** Works out what a definition says, and refuses what does not fit together. */
function decide(
  input: CustomFieldDetails,
  before: CustomField | null,
  fixed: { readonly kind: CustomFieldKind; readonly references: string | null },
) {
  const labels = input.labels ?? before?.labels ?? [];
  const staysChoice = fixed.kind === 'CHOICE' || fixed.kind === 'CHOICES';
  const oldChoices = staysChoice ? (before?.choices ?? null) : null;
  const shape: CustomFieldShape = {
    ...fixed,
    isRequired: input.isRequired ?? before?.isRequired ?? false,
    isUnique: input.isUnique ?? before?.isUnique ?? false,
    isIndexed: input.isIndexed ?? before?.isIndexed ?? false,
    minimum: given(input.minimum, before?.minimum ?? null),
    maximum: given(input.maximum, before?.maximum ?? null),
    maxLength: given(input.maxLength, before?.maxLength ?? null),
    pattern: given(input.pattern, before?.pattern ?? null),
    choices: input.choices
      ? inField('choices', () => cleanChoices(input.choices ?? []))
      : given(input.choices, oldChoices),
  };
  checkShape(shape);
  return {
    ...shape,
    labels: inField('labels', () => cleanLabels(labels)),
    description: given(
      input.description === undefined ? undefined : cleanDescription(input.description),
      before?.description ?? null,
    ),
    defaultValue: defaultOf(input.default, before, shape),
    readPermission: cleanPermission(
      'readPermission',
      given(input.readPermission, before?.readPermission ?? null),
    ),
    writePermission: cleanPermission(
      'writePermission',
      given(input.writePermission, before?.writePermission ?? null),
    ),
  };
}

/** A unique field has no default: the second row with it would be refused. */
function defaultOf(value: unknown, before: CustomField | null, shape: CustomFieldShape) {
  const wanted = value === undefined ? (before?.defaultValue ?? null) : value;
  if (wanted === null) return null;
  if (shape.isUnique) {
    const message = 'A unique field has no default.';
    throw new InvalidInput('CUSTOM_FIELD_UNIQUE_DEFAULT', message).at('default');
  }
  return inField('default', () => cleanValue(shape, wanted));
}

const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

const columnsOf = (decided: ReturnType<typeof decide>) => ({
  ...decided,
  labels: JSON.stringify(decided.labels),
  choices: json(decided.choices),
  defaultValue: json(decided.defaultValue),
});

/** Definitions that hold, after one of them is as it is now. */
function holding(all: readonly Definition[], after: Definition): CustomField[] {
  const others = all.filter(({ id }) => id !== after.id);
  return [...others, after].filter(({ removedAt }) => removedAt === null).map(customFieldOf);
}

/**
 * Defines a field on a noun: it is in the graph, of every server, within a second. NotFound,
 * DuplicateKey for the code, LimitExceeded, and InvalidInput by field.
 */
export async function define(
  tx: Tx,
  input: CustomFieldDefine,
  nounNamed: NounNamed,
): Promise<Definition> {
  const noun = extensible(nounNamed, input.noun);
  const code = inField('code', () => cleanFieldCode(input.code));
  const references = input.references ?? null;
  if (references !== null && !nounNamed(references))
    throw new NotFound('Noun', references).at('references');
  const decided = decide(input, null, { kind: input.kind, references });
  refuseUniqueLater(noun, decided);
  const all = await definitionsOf(tx, noun.name);
  const live = all.filter(({ removedAt }) => removedAt === null);
  if (live.some((one) => one.code === code))
    throw new DuplicateKey('CustomFieldDefinition', 'code', code).at('code');
  if (live.length >= FIELDS_MAX)
    throw new LimitExceeded('Custom fields', FIELDS_MAX, live.length + 1);
  const key = freeKey(code, new Set(all.map((one) => one.key)));
  const after = await tx.db
    .insertInto('CustomFieldDefinition')
    .values({
      ...{ id: tx.newId(), noun: noun.name, code, key, ...columnsOf(decided) },
      ...{ createdAt: tx.now, createdById: tx.actor.id, updatedAt: tx.now },
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  const field = customFieldOf(after);
  await arrangeIndexes(tx, noun, null, field);
  if (field.defaultValue !== null) await arrangeDefaults(tx, noun, holding(all, after));
  tx.emit(customFieldDefined({ before: null, after, data: {} }));
  return after;
}

/** Locks the definitions of the noun, then the one that is meant. NotFound, StaleVersion. */
async function lock(tx: Tx, { id, expectedVersion }: Versioned) {
  const [found] = await readNow(
    tx,
    sql<Definition>`select * from "CustomFieldDefinition" where "id" = ${id}`,
  );
  const all = found ? await definitionsOf(tx, found.noun) : [];
  const before = await tx.lock('CustomFieldDefinition', id, expectedVersion);
  if (before.removedAt !== null) throw new NotFound('CustomFieldDefinition', id).at('id');
  return { before, all };
}

async function write(tx: Tx, before: Definition, columns: object): Promise<Definition> {
  return nextVersion(tx, 'CustomFieldDefinition', before, columns);
}

/**
 * Changes a field, as far as what is kept stays readable: its kind only to a wider one, choices
 * only by adding and retiring. NotFound, StaleVersion, CustomFieldChangeUnsafe, InvalidInput.
 */
export async function change(
  tx: Tx,
  input: CustomFieldChange,
  nounNamed: NounNamed,
): Promise<Definition> {
  const { before, all } = await lock(tx, input);
  const noun = extensible(nounNamed, before.noun);
  const field = customFieldOf(before);
  const kind = input.kind ?? field.kind;
  checkKindChange(field.kind, kind);
  const decided = decide(input, field, { kind, references: field.references });
  refuseUniqueLater(noun, decided);
  checkChoiceChange(field.choices, decided.choices);
  const after = await write(tx, before, columnsOf(decided));
  const now = customFieldOf(after);
  await arrangeIndexes(tx, noun, field, now);
  if (json(field.defaultValue) !== json(now.defaultValue))
    await arrangeDefaults(tx, noun, holding(all, after));
  tx.emit(customFieldChanged({ before, after, data: {} }));
  return after;
}

/** Tells clients to do without a field; it goes on working. NotFound, StaleVersion. */
export async function deprecate(
  tx: Tx,
  input: Versioned & { readonly reason: string },
): Promise<Definition> {
  const { before } = await lock(tx, input);
  const deprecationReason = inField('reason', () => cleanText(input.reason, { min: 1, max: 300 }));
  const deprecatedAt = before.deprecatedAt ?? tx.now;
  const after = await write(tx, before, { deprecatedAt, deprecationReason, isRequired: false });
  tx.emit(customFieldDeprecated({ before, after, data: {} }));
  return after;
}

/**
 * Takes a deprecated field out of the graph. Its values stay where they are, and no field to come
 * is kept under their key. NotFound, StaleVersion, CUSTOM_FIELD_IN_USE.
 */
export async function remove(tx: Tx, input: Versioned, nounNamed: NounNamed): Promise<Definition> {
  const { before, all } = await lock(tx, input);
  const noun = extensible(nounNamed, before.noun);
  if (before.deprecatedAt === null) {
    const message = 'The custom field {code} is in use: deprecate it first.';
    throw new InvalidInput('CUSTOM_FIELD_IN_USE', message, { code: before.code });
  }
  const after = await write(tx, before, { removedAt: tx.now });
  const field = customFieldOf(before);
  await arrangeIndexes(tx, noun, field, null);
  if (field.defaultValue !== null) await arrangeDefaults(tx, noun, holding(all, after));
  tx.emit(customFieldRemoved({ before, after, data: {} }));
  return after;
}
