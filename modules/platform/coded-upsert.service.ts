import {
  insertMissing,
  updateAll,
  type Row,
  type Tx,
  type VersionedTable,
} from '../events/index.js';
import {
  DuplicateKey,
  RuleViolation,
  accepted,
  canonicalText,
  refused,
  repeatedRows,
  type Outcome,
} from '../kernel/index.js';

/** Tables whose rows have a code and no more of their own than columns. */
export type ReferenceTable = {
  [T in VersionedTable]: Row<T> extends { code: string; createdAt: Date } ? T : never;
}[VersionedTable];

/** What is to become of one row that is known by its code. */
export interface CodedPlan<T extends ReferenceTable> {
  /** One text for its code and for what that is unique in. */
  readonly key: string;
  readonly code: string;
  /** Null for a new one. */
  readonly before: Row<T> | null;
  /** All columns of a new one; of another those that may change. */
  readonly columns: object;
}

type Wanted<T extends ReferenceTable> = CodedPlan<T> | RuleViolation;

function withoutRepeated<T extends ReferenceTable>(noun: string, wanted: readonly Wanted<T>[]) {
  const marks = wanted.map((plan) => (plan instanceof RuleViolation ? null : plan.key));
  const value = (index: number): string => {
    const plan = wanted[index];
    return plan instanceof RuleViolation ? '' : (plan?.code ?? '');
  };
  const repeated = repeatedRows(marks, { noun, field: 'code', value });
  return wanted.map((plan, index) => repeated[index] ?? plan);
}

function isDifferent<T extends ReferenceTable>({ before, columns }: CodedPlan<T>): boolean {
  const stored = before as Readonly<Record<string, unknown>> | null;
  return Object.entries(columns).some(
    ([name, value]) => canonicalText(stored?.[name]) !== canonicalText(value),
  );
}

/**
 * Writes rows that are known by their codes: new ones, and those that differ. Tells of each that
 * was written. One outcome for each plan, in order; of two for one code the second is refused. At
 * most two statements.
 */
export async function writeCoded<T extends ReferenceTable>(
  tx: Tx,
  table: T,
  wanted: readonly Wanted<T>[],
  tell: (before: Row<T> | null, after: Row<T>) => void,
): Promise<Outcome<Row<T>>[]> {
  const plans = withoutRepeated(table, wanted);
  const open = plans.flatMap((plan) => (plan instanceof RuleViolation ? [] : [plan]));
  const fresh = open.filter(({ before }) => before === null);
  // In the order of their codes, so that two lists at once wait for each other in one order.
  fresh.sort((left, right) => (left.key < right.key ? -1 : 1));
  const stale = open.filter((plan) => plan.before !== null && isDifferent(plan));
  const ids = new Map(
    open.map((plan) => [plan.key, (plan.before as { id: string } | null)?.id ?? tx.newId()]),
  );
  const created = fresh.map(({ key, columns }) => {
    return { id: ids.get(key)!, version: 1, ...columns, createdAt: tx.now };
  });
  const changes = stale.map(({ key, before, columns }) => {
    return { id: ids.get(key)!, ...columns, version: versionOf(before) + 1 };
  });
  type Rows = Parameters<typeof insertMissing<T>>[2];
  const written = [
    ...(await insertMissing(tx, table, created as unknown as Rows)),
    ...(await updateAll(tx, table, changes as unknown as Parameters<typeof updateAll<T>>[2])),
  ];
  const after = new Map(written.map((row) => [(row as { id: string }).id, row]));
  for (const { key, before } of open) {
    const row = after.get(ids.get(key)!);
    if (row) tell(before, row);
  }
  return plans.map((plan): Outcome<Row<T>> => {
    if (plan instanceof RuleViolation) return refused(plan);
    const row = after.get(ids.get(plan.key)!) ?? plan.before;
    return row ? accepted(row) : refused(new DuplicateKey(table, 'code', plan.code).at('code'));
  });
}

const versionOf = (row: unknown): number => (row as { version: number }).version;
