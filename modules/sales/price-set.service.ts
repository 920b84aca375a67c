import { sql } from 'kysely';
import { insertAll, type Row, type Tx, updateAll } from '../events/index.js';
import { items } from '../inventory/index.js';
import {
  accepted,
  attempt,
  canSee,
  distinct,
  InvalidInput,
  LimitExceeded,
  NotFound,
  type Outcome,
  present,
  refused,
  repeatedRows,
  RuleViolation,
} from '../kernel/index.js';
import { priceChanged, priceCreated } from './events.js';
import { cleanPrice, type PriceColumns, type PriceInput, priceKey } from './price-list.rules.js';

type Price = Row<'PriceListPrice'>;

/** A price of a list, as a caller writes it. */
export interface PriceRow extends PriceInput {
  readonly priceListId: string;
}

const PRICES_MAX = 1_000;

/** The lists that prices are set in, locked, so that two do not write one price at once. */
async function lockLists(tx: Tx, ids: readonly string[]): Promise<Map<string, Row<'PriceList'>>> {
  const { rows } = await sql<Row<'PriceList'>>`
    select * from "PriceList" where "id" = any(${[...ids]}::uuid[])
    order by "id" for no key update
  `.execute(tx.db);
  const seen = rows.filter(({ companyId }) => canSee(tx.actor, companyId));
  return new Map(seen.map((row) => [row.id, row]));
}

type Planned = PriceColumns & { readonly list: Row<'PriceList'> };

const keyOf = (price: Omit<Price, 'list'> | (PriceColumns & { priceListId: string })): string =>
  `${price.priceListId} ${priceKey(price)}`;

function plan(
  row: PriceRow,
  lists: ReadonlyMap<string, Row<'PriceList'>>,
  known: Awaited<ReturnType<typeof items.conversions>>,
): Planned {
  const list = lists.get(row.priceListId);
  if (!list) throw new NotFound('PriceList', row.priceListId).at('priceListId');
  if (list.archivedAt) {
    const params = { list: list.code };
    const message = 'The price list {list} is archived.';
    throw new InvalidInput('PRICE_LIST_ARCHIVED', message, params).at('priceListId');
  }
  return { ...cleanPrice(row, known), list };
}

async function existing(tx: Tx, plans: readonly Planned[]): Promise<Map<string, Price>> {
  const { rows } = await sql<Price>`
    select * from "PriceListPrice"
    where "priceListId" = any(${distinct(plans.map(({ list }) => list.id))}::uuid[])
      and "itemId" = any(${distinct(plans.map(({ itemId }) => itemId))}::uuid[])
  `.execute(tx.db);
  return new Map(rows.map((row) => [keyOf(row), row]));
}

function isSame(before: Price, { unitPrice, validTo }: Planned): boolean {
  return before.unitPrice.eq(unitPrice) && before.validTo === validTo;
}

async function write(tx: Tx, plans: ReadonlyMap<string, Planned>): Promise<Map<string, Price>> {
  const known = await existing(tx, [...plans.values()]);
  const fresh = [...plans].filter(([key]) => !known.has(key));
  const changed = [...plans].flatMap(([key, planned]) => {
    const before = known.get(key);
    return before && !isSame(before, planned) ? [{ before, planned }] : [];
  });
  const created = await insertAll(
    tx,
    'PriceListPrice',
    fresh.map(([, { list, ...price }]) => {
      const { id: priceListId, companyId, currency } = list;
      return { ...price, id: tx.newId(), companyId, priceListId, currency, createdAt: tx.now };
    }),
  );
  const updated = await updateAll(
    tx,
    'PriceListPrice',
    changed.map(({ before, planned: { unitPrice, validTo } }) => {
      return { id: before.id, unitPrice, validTo, version: before.version + 1 };
    }),
  );
  const data = (after: Price) => ({ priceListId: after.priceListId, itemId: after.itemId });
  for (const after of created) tx.emit(priceCreated({ before: null, after, data: data(after) }));
  updated.forEach((after, index) => {
    tx.emit(priceChanged({ before: present(changed[index]).before, after, data: data(after) }));
  });
  return new Map([...known.values(), ...created, ...updated].map((row) => [keyOf(row), row]));
}

const keyed = (one: Planned): string => keyOf({ ...one, priceListId: one.list.id });

function withoutRepeated(planned: readonly (Planned | RuleViolation)[]) {
  const marks = planned.map((one) => (one instanceof RuleViolation ? null : keyed(one)));
  const value = (index: number): string => marks[index] ?? '';
  const repeated = repeatedRows(marks, { noun: 'PriceListPrice', field: 'itemId', value });
  return planned.map((one, index) => repeated[index] ?? one);
}

/**
 * Sets prices in their lists: for an item, unit and break that begins on a day there is one
 * price; one that is there is replaced, an equal one is left without a fact. Of two for the same
 * the second is refused. One outcome for each row, in order; the number of statements does not
 * grow with them. Refusals: NotFound, PRICE_LIST_ARCHIVED, UnitMismatch, QuantityOutOfRange by
 * field; DuplicateKey.
 */
export async function upsertMany(tx: Tx, rows: readonly PriceRow[]): Promise<Outcome<Price>[]> {
  if (rows.length > PRICES_MAX) throw new LimitExceeded('Prices', PRICES_MAX, rows.length);
  const lists = await lockLists(tx, distinct(rows.map(({ priceListId }) => priceListId)));
  const known = await items.conversions(tx, distinct(rows.map(({ itemId }) => itemId)));
  const planned = withoutRepeated(rows.map((row) => attempt(() => plan(row, lists, known))));
  const good = planned.flatMap((one) => (one instanceof RuleViolation ? [] : [one]));
  const written = await write(tx, new Map(good.map((one) => [keyed(one), one])));
  return planned.map((one) =>
    one instanceof RuleViolation ? refused(one) : accepted(present(written.get(keyed(one)))),
  );
}

/** Sets prices in one list: all of them, or none. See `upsertMany`; refusals by `prices`. */
export async function setMany(
  tx: Tx,
  input: { readonly priceListId: string; readonly prices: readonly PriceInput[] },
): Promise<Outcome<Price>[]> {
  const { priceListId, prices } = input;
  return upsertMany(
    tx,
    prices.map((price) => ({ ...price, priceListId })),
  );
}
