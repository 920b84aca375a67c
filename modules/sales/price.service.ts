import { sql } from 'kysely';
import type { Tx } from '../events/index.js';
import { items } from '../inventory/index.js';
import { distinct, groupBy, type ItemUnits } from '../kernel/index.js';
import { type FoundPrice, type ListedPrice, priceOf, type PriceWanted } from './price.rules.js';

export { upsertMany } from './price-set.service.js';

/** The prices that could be meant: of lists in use, of the items and for the customers wanted. */
async function listed(tx: Tx, wanted: readonly PriceWanted[]): Promise<ListedPrice[]> {
  const { rows } = await sql<ListedPrice>`
    select p."id", p."priceListId", l."code", l."companyId", l."customerId", l."currency",
      p."itemId", p."unit", p."minQuantity", p."unitPrice", l."validFrom" as "listFrom",
      l."validTo" as "listTo", p."validFrom", p."validTo"
    from "PriceListPrice" p join "PriceList" l on l."id" = p."priceListId"
    where p."itemId" = any(${distinct(wanted.map(({ itemId }) => itemId))}::uuid[])
      and l."companyId" = any(${distinct(wanted.map(({ companyId }) => companyId))}::uuid[])
      and (l."customerId" is null
        or l."customerId" = any(${distinct(wanted.map(({ customerId }) => customerId))}::uuid[]))
      and l."archivedAt" is null
  `.execute(tx.db);
  return rows;
}

/**
 * The prices of many items for their documents, in the order wanted; null where no list has one.
 * `units` are those of the items, where they are known already. Two statements, else one.
 */
export async function findAll(
  tx: Tx,
  wanted: readonly PriceWanted[],
  units?: ReadonlyMap<string, ItemUnits>,
): Promise<(FoundPrice | null)[]> {
  if (wanted.length === 0) return [];
  const prices = await listed(tx, wanted);
  const known = units ?? (await items.conversions(tx, distinct(wanted.map((one) => one.itemId))));
  const byItem = groupBy(prices, ({ itemId }) => itemId);
  return wanted.map((one) => {
    const item = known.get(one.itemId);
    return item ? priceOf(one, byItem.get(one.itemId) ?? [], item) : null;
  });
}

/** What is wanted for one document. */
export interface PricesWanted extends Omit<PriceWanted, 'itemId' | 'unit' | 'quantity'> {
  readonly wanted: readonly Pick<PriceWanted, 'itemId' | 'unit' | 'quantity'>[];
}

/** As `findAll`, for one document: its company, customer, currency and day. */
export async function find(
  tx: Tx,
  { wanted, ...document }: PricesWanted,
): Promise<(FoundPrice | null)[]> {
  return findAll(
    tx,
    wanted.map((one) => ({ ...document, ...one })),
  );
}
