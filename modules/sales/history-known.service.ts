import { sql } from 'kysely';
import type { Tx } from '../events/index.js';
import {
  accepted,
  canSee,
  distinct,
  DuplicateKey,
  groupBy,
  isAccepted,
  type Outcome,
  present,
  refused,
  type RuleViolation,
} from '../kernel/index.js';
import { externalRefs } from '../platform/index.js';
import { HistoryDiffers } from './historic.errors.js';
import { historyDigest, type SalesOrderHistoryInput } from './history.rules.js';
import type { HistoryDraft } from './history-rows.js';

type Input = SalesOrderHistoryInput;

/** An order that a reference names already. */
interface Known {
  readonly id: string;
  readonly number: string;
  readonly historyDigest: string | null;
}

async function idsOf(tx: Tx, inputs: readonly Input[]): Promise<(string | null)[]> {
  const ids = inputs.map((): string | null => null);
  const indexed = inputs.map((input, index) => ({ input, index, ref: input.externalRefs[0] }));
  const visible = indexed.filter(({ input, ref }) => ref && canSee(tx.actor, input.companyId));
  for (const [scopeId, group] of groupBy(visible, ({ input }) => input.companyId)) {
    const refs = group.flatMap(({ ref }) => ref ?? []);
    const found = await externalRefs.find(tx, { scopeId, noun: 'SalesOrder', refs });
    group.forEach(({ index }, place) => (ids[index] = found[place] ?? null));
  }
  return ids;
}

/** The same row again is answered as it is; another under its reference is refused. */
function again(input: Input, { id, number, historyDigest: digest }: Known) {
  if (digest === historyDigest(input)) return accepted({ id });
  if (digest !== null) return refused(new HistoryDiffers(number).at('externalRefs', 0));
  const [ref] = input.externalRefs;
  const key = `${ref?.system ?? ''}:${ref?.key ?? ''}`;
  return refused(new DuplicateKey('SalesOrder', 'externalRef', key).at('externalRefs', 0));
}

/** What becomes of rows whose first reference is known; null for the new. At most two statements. */
export async function known(
  tx: Tx,
  inputs: readonly Input[],
): Promise<(Outcome<{ readonly id: string }> | null)[]> {
  const ids = await idsOf(tx, inputs);
  const wanted = distinct(ids);
  if (wanted.length === 0) return inputs.map(() => null);
  const { rows } = await sql<Known>`
    select "id", "number", "historyDigest" from "SalesOrder" where "id" = any(${wanted}::uuid[])
  `.execute(tx.db);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return inputs.map((input, index) => {
    const order = byId.get(ids[index] ?? '');
    return order ? again(input, order) : null;
  });
}

/** A number that a document of history is to have, with its place in the row. */
interface Wanted {
  readonly table: 'SalesOrder' | 'Delivery' | 'SalesInvoice';
  readonly companyId: string;
  readonly number: string;
  readonly path: readonly (string | number)[];
}

function numbersOf({ header: { companyId }, number, deliveries, invoices }: HistoryDraft) {
  const numbers: Wanted[] = [{ table: 'SalesOrder', companyId, number, path: ['number'] }];
  deliveries.forEach((one, index) => {
    const path = ['deliveries', index, 'number'];
    numbers.push({ table: 'Delivery', companyId, number: one.number, path });
  });
  invoices.forEach((one, index) => {
    const path = ['invoices', index, 'number'];
    if (one.number === null) return;
    numbers.push({ table: 'SalesInvoice', companyId, number: one.number, path });
  });
  return numbers;
}

const keyOf = ({ table, companyId, number }: Omit<Wanted, 'path'>) =>
  [table, companyId, number].join(' ');

async function takenNumbers(tx: Tx, wanted: readonly Wanted[]): Promise<Set<string>> {
  const given = JSON.stringify(wanted);
  const { rows } = await sql<Wanted>`
    with given as (
      select * from json_to_recordset(${given}::json)
        as g("table" text, "companyId" uuid, "number" text)
    )
    select 'SalesOrder' as "table", o."companyId", o."number" from given g
    join "SalesOrder" o using ("companyId", "number") where g."table" = 'SalesOrder'
    union all
    select 'Delivery', o."companyId", o."number" from given g
    join "Delivery" o using ("companyId", "number") where g."table" = 'Delivery'
    union all
    select 'SalesInvoice', o."companyId", o."number" from given g
    join "SalesInvoice" o using ("companyId", "number") where g."table" = 'SalesInvoice'
  `.execute(tx.db);
  return new Set(rows.map(keyOf));
}

/**
 * Refuses what has a number that another document of its kind has, in the store or earlier in the
 * list. One statement. Two requests that bring one number at once meet at its unique key; the
 * second is tried again, and then refused here.
 */
export async function withFreeNumbers(
  tx: Tx,
  drafts: readonly Outcome<HistoryDraft>[],
): Promise<Outcome<HistoryDraft>[]> {
  const wanted = drafts.filter(isAccepted).flatMap(({ ok }) => numbersOf(ok));
  if (wanted.length === 0) return [...drafts];
  const taken = await takenNumbers(tx, wanted);
  return drafts.map((draft) => {
    if (!isAccepted(draft)) return draft;
    const own = numbersOf(draft.ok);
    const reasons: RuleViolation[] = own
      .filter((one, index) => taken.has(keyOf(one)) || own.some(isSameBefore(one, index)))
      .map(({ table, number, path }) => new DuplicateKey(table, 'number', number).at(...path));
    // Numbers of deliveries may be made of the order's: then that one is what is wrong.
    const [first] = reasons;
    if (first) return refused(...(taken.has(keyOf(present(own[0]))) ? [first] : reasons));
    own.forEach((one) => taken.add(keyOf(one)));
    return draft;
  });
}

const isSameBefore = (one: Wanted, index: number) => (other: Wanted, place: number) =>
  place < index && keyOf(other) === keyOf(one);

/** Claims what the system before called the orders; none is kept of an order that is refused. */
export async function withClaims(
  tx: Tx,
  drafts: readonly Outcome<HistoryDraft>[],
): Promise<Outcome<HistoryDraft>[]> {
  const claiming = drafts.filter(isAccepted).map(({ ok }) => ok);
  const claims = await externalRefs.claim(
    tx,
    claiming.map(({ id, header, refs }) => {
      return { scopeId: header.companyId, noun: 'SalesOrder', nodeId: id, refs };
    }),
  );
  let place = 0;
  return drafts.map((draft) => {
    if (!isAccepted(draft)) return draft;
    const claim = present(claims[place++]);
    return isAccepted(claim) ? draft : claim;
  });
}
