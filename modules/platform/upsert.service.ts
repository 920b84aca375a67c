import {
  DuplicateKey,
  RuleViolation,
  accepted,
  canonicalText,
  isAccepted,
  localDateAt,
  refused,
  type Outcome,
} from '../kernel/index.js';
import {
  insertMissing,
  updateAll,
  type Row,
  type Tx,
  type VersionedTable,
} from '../events/index.js';
import type { ExternalKey } from './external-ref.rules.js';
import * as externalRefs from './external-ref.service.js';
import { GROUP_ID } from './number-series.rules.js';
import { take } from './number-series.service.js';

/** Tables of the group whose rows have a code. */
export type CodedTable = {
  [T in VersionedTable]: Row<T> extends { code: string; updatedAt: Date; createdById: string }
    ? T
    : never;
}[VersionedTable];

/** What is to become of one row of an upsert. */
export interface UpsertPlan<T extends CodedTable> {
  readonly id: string;
  /** Null for a new one. */
  readonly before: Row<T> | null;
  /** Null when the group's series is to give one. */
  readonly code: string | null;
  /** All own columns but the code, as they are to be afterwards. */
  readonly columns: object;
  readonly refs: readonly ExternalKey[];
  /** True when something beside the columns changes too, so that the version rises. */
  readonly isTouched?: boolean;
}

export interface Upserted<T extends CodedTable> {
  readonly before: Row<T> | null;
  readonly after: Row<T>;
  /** False for a row that was already as it is wanted. */
  readonly isChanged: boolean;
}

type Wanted<T extends CodedTable> = UpsertPlan<T> | RuleViolation;

function isDifferent<T extends CodedTable>({ before, columns, isTouched }: UpsertPlan<T>): boolean {
  const stored = before as Readonly<Record<string, unknown>>;
  return (
    isTouched === true ||
    Object.entries(columns).some(
      ([name, value]) => canonicalText(stored[name]) !== canonicalText(value),
    )
  );
}

async function refuseHeldKeys<T extends CodedTable>(
  tx: Tx,
  noun: T,
  plans: readonly Wanted<T>[],
): Promise<Wanted<T>[]> {
  const open = plans.filter((plan) => !(plan instanceof RuleViolation)) as UpsertPlan<T>[];
  const claims = open.map(({ id, refs }) => ({ scopeId: GROUP_ID, noun, nodeId: id, refs }));
  const outcomes = claims.some(({ refs }) => refs.length > 0)
    ? await externalRefs.claim(tx, claims)
    : [];
  const against = new Map<string, RuleViolation>();
  outcomes.forEach((outcome, index) => {
    const reason = 'refused' in outcome ? outcome.refused[0] : undefined;
    if (reason) against.set(open[index]?.id ?? '', reason);
  });
  return plans.map((plan) =>
    plan instanceof RuleViolation ? plan : (against.get(plan.id) ?? plan),
  );
}

async function insertNew<T extends CodedTable>(
  tx: Tx,
  table: T,
  series: string,
  plans: readonly UpsertPlan<T>[],
): Promise<Row<T>[]> {
  const count = plans.filter(({ code }) => code === null).length;
  const on = localDateAt(tx.now, 'UTC');
  const numbers = count > 0 ? await take(tx, { companyId: GROUP_ID, series, on, count }) : [];
  const rows = plans.map(({ id, code, columns }) => ({
    id,
    code: code ?? numbers.shift(),
    ...columns,
    createdAt: tx.now,
    createdById: tx.actor.id,
    updatedAt: tx.now,
  }));
  // In the order of their codes, so that two lists at once wait for each other in one order.
  rows.sort((left, right) => ((left.code ?? '') < (right.code ?? '') ? -1 : 1));
  const written = await insertMissing(
    tx,
    table,
    rows as unknown as Parameters<typeof insertMissing<T>>[2],
  );
  const ids = new Set(written.map((row) => (row as { id: string }).id));
  await externalRefs.release(
    tx,
    plans.map(({ id }) => id).filter((id) => !ids.has(id)),
  );
  return written;
}

async function updateKnown<T extends CodedTable>(
  tx: Tx,
  table: T,
  plans: readonly UpsertPlan<T>[],
): Promise<Row<T>[]> {
  const rows = plans.map(({ id, before, columns }) => ({
    id,
    ...columns,
    version: (before as unknown as { version: number }).version + 1,
    updatedAt: tx.now,
  }));
  return updateAll(tx, table, rows as unknown as Parameters<typeof updateAll<T>>[2]);
}

/**
 * Writes what an upsert decided: claims external keys, gives codes to the new, inserts, and updates
 * what differs. One outcome for each plan, in order; the statements do not grow with
 * their number. Facts are the caller's.
 */
export async function write<T extends CodedTable>(
  tx: Tx,
  target: { readonly table: T; readonly series: string },
  wanted: readonly Wanted<T>[],
): Promise<Outcome<Upserted<T>>[]> {
  const { table, series } = target;
  const plans = await refuseHeldKeys(tx, table, wanted);
  const open = plans.filter((plan) => !(plan instanceof RuleViolation)) as UpsertPlan<T>[];
  const fresh = open.filter(({ before }) => before === null);
  const stale = open.filter((plan) => plan.before !== null && isDifferent(plan));
  const written = [
    ...(fresh.length > 0 ? await insertNew(tx, table, series, fresh) : []),
    ...(await updateKnown(tx, table, stale)),
  ];
  const after = new Map(written.map((row) => [(row as { id: string }).id, row]));
  return plans.map((plan): Outcome<Upserted<T>> => {
    if (plan instanceof RuleViolation) return refused(plan);
    const row = after.get(plan.id);
    if (row) return accepted({ before: plan.before, after: row, isChanged: true });
    if (plan.before) return accepted({ before: plan.before, after: plan.before, isChanged: false });
    const taken = new DuplicateKey(table, 'code', plan.code ?? '').at('code');
    takenMeanwhile.add(taken);
    return refused(taken);
  });
}

/** Refusals of new rows whose code was free when it was looked for. */
const takenMeanwhile = new WeakSet<RuleViolation>();

/**
 * Upserts, and upserts once more what somebody else made meanwhile: it is there now, and is
 * changed. No statement more where nobody did.
 */
export async function lookingAgain<I, O>(
  inputs: readonly I[],
  upsert: (inputs: readonly I[]) => Promise<Outcome<O>[]>,
): Promise<Outcome<O>[]> {
  const outcomes = await upsert(inputs);
  const missed = outcomes.flatMap((outcome, place) =>
    isAccepted(outcome) || !outcome.refused.some((one) => takenMeanwhile.has(one)) ? [] : [place],
  );
  if (missed.length === 0) return outcomes;
  const again = await upsert(missed.map((place) => inputs[place]!));
  missed.forEach((place, index) => (outcomes[place] = again[index]!));
  return outcomes;
}
