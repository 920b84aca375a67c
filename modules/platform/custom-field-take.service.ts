import { sql } from 'kysely';
import { readNow, type Row, type Tx } from '../events/index.js';
import {
  attempt,
  canSee,
  InvalidInput,
  NotFound,
  NotPermitted,
  RuleViolation,
} from '../kernel/index.js';
import {
  customFieldOf,
  type CustomField,
  type ExtensibleNoun,
  type NounNamed,
} from './custom-field.js';
import { cleanValue, type KeptValue } from './custom-field-value.rules.js';
import { CustomFieldRequired, CustomFieldUnknown } from './errors.js';
import * as units from './unit.service.js';

/** Values as they were given for one row: by code, and where in the input. */
export interface GivenFields {
  readonly noun: ExtensibleNoun;
  readonly values: readonly {
    readonly path: readonly string[];
    readonly code: string;
    readonly value: unknown;
  }[];
}

/** Values that were taken: what is to be kept and what is to be cleared, by key. */
export interface TakenFields {
  readonly noun: ExtensibleNoun;
  readonly fields: readonly CustomField[];
  readonly kept: ReadonlyMap<string, Kept>;
  readonly cleared: readonly string[];
}

/** A value that is to be kept, and where it was given. */
interface Kept {
  readonly field: CustomField;
  readonly value: KeptValue;
  readonly path: readonly string[];
}

const definitions = async (tx: Tx, nouns: readonly string[]): Promise<CustomField[]> => {
  const rows = await readNow(
    tx,
    sql<Row<'CustomFieldDefinition'>>`
      select * from "CustomFieldDefinition"
      where "noun" = any(${[...new Set(nouns)]}::text[]) and "removedAt" is null
    `,
  );
  return rows.map(customFieldOf);
};

/**
 * Takes values as the definitions that hold now have them, whatever the schema said under which
 * they were sent. One outcome for each row, in order. CustomFieldUnknown, NotPermitted,
 * CustomFieldRequired for what is cleared, NotFound for a reference, InvalidInput by field.
 */
export async function take(
  tx: Tx,
  given: readonly GivenFields[],
  nounNamed: NounNamed,
): Promise<(TakenFields | RuleViolation)[]> {
  const all = await definitions(
    tx,
    given.map(({ noun }) => noun.name),
  );
  const taken = given.map((one) =>
    attempt(() =>
      takeOne(
        tx,
        one,
        all.filter(({ noun }) => noun === one.noun.name),
      ),
    ),
  );
  const good = taken.flatMap((one) => (one instanceof RuleViolation ? [] : [one]));
  const found = await foundReferences(tx, good, nounNamed);
  const known = good.some(({ kept }) => [...kept.values()].some(isQuantity))
    ? await units.all(tx)
    : null;
  return taken.map((one) =>
    one instanceof RuleViolation ? one : (against(one, found, known) ?? one),
  );
}

function takeOne(
  tx: Tx,
  { noun, values }: GivenFields,
  fields: readonly CustomField[],
): TakenFields {
  const byCode = new Map(fields.map((field) => [field.code, field]));
  const kept = new Map<string, Kept>();
  const cleared: string[] = [];
  const seen = new Set<string>();
  for (const { path, code, value } of values) {
    const field = byCode.get(code);
    if (!field) throw new CustomFieldUnknown(noun.name, code).at(...path);
    const reason = attempt(() => {
      refuseTwice(code, seen);
      checkWrite(tx, field);
      if (value !== null) kept.set(field.key, { field, path, value: cleanValue(field, value) });
      else if (field.isRequired) throw new CustomFieldRequired(noun.name, code);
      else cleared.push(field.key);
    });
    if (reason instanceof RuleViolation) throw reason.at(...path);
  }
  return { noun, fields, kept, cleared };
}

function refuseTwice(code: string, seen: Set<string>): void {
  if (seen.has(code)) {
    const message = 'The custom field {code} is given twice.';
    throw new InvalidInput('CUSTOM_FIELD_TWICE', message, { code });
  }
  seen.add(code);
}

function checkWrite({ actor }: Tx, { writePermission: permission }: CustomField): void {
  if (permission === null || actor.permissions.has(permission)) return;
  throw new NotPermitted(permission);
}

const isQuantity = ({ field }: Kept): boolean => field.kind === 'QUANTITY';

/** Which of the rows that are referred to there are, as far as the actor sees them. */
async function foundReferences(tx: Tx, taken: readonly TakenFields[], nounNamed: NounNamed) {
  const wanted = new Map<string, Set<string>>();
  for (const { field, value } of taken.flatMap(({ kept }) => [...kept.values()])) {
    if (field.references === null) continue;
    const ids = wanted.get(field.references) ?? new Set<string>();
    wanted.set(field.references, ids.add(value as string));
  }
  const found = new Set<string>();
  for (const [name, ids] of wanted) {
    const target = nounNamed(name);
    if (!target) continue;
    const company = target.companyColumn === null ? sql`null` : sql.ref(target.companyColumn);
    const rows = await readNow(
      tx,
      sql<{ id: string; company: string | null }>`
        select "id", ${company} as company from ${sql.table(target.table)}
        where "id" = any(${[...ids]}::uuid[])
      `,
    );
    for (const { id, company: owner } of rows)
      if (canSee(tx.actor, owner)) found.add(`${name}:${id}`);
  }
  return found;
}

/** Why values cannot be kept that only the store could judge. */
function against(
  { kept }: TakenFields,
  references: ReadonlySet<string>,
  known: ReadonlyMap<string, unknown> | null,
): RuleViolation | null {
  for (const { field, value, path } of kept.values()) {
    const target = field.references;
    if (target !== null && !references.has(`${target}:${value as string}`))
      return new NotFound(target, value as string).at(...path);
    const unit = field.kind === 'QUANTITY' ? (value as { unit: string }).unit : null;
    if (unit !== null && !known?.has(unit))
      return new InvalidInput('UNIT_UNKNOWN', '{unit} is not a unit.', { unit }).at(
        ...path,
        'unit',
      );
  }
  return null;
}
