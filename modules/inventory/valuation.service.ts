import { sql } from 'kysely';
import type { Decimal } from '../kernel/index.js';
import type { Row, Tx } from '../events/index.js';
import type { LayeredPool, OpenLayer } from './layer.rules.js';

export type Valuation = Row<'ItemValuation'>;

/** A valuation with what is left of its receipts, where they are told apart. */
export type LayeredValuation = Valuation & LayeredPool;

/** A company's stock of an item, as it is valued. */
export interface ValuedItem {
  readonly companyId: string;
  readonly itemId: string;
}

/** One text for a company's item. */
export const valuedKey = ({ companyId, itemId }: ValuedItem): string => `${companyId} ${itemId}`;

/**
 * Makes the valuations that are missing, in one order for everybody, kept as the company's settings
 * and the item say. The items are held against a change of how they are tracked. One statement.
 */
async function createMissing(
  tx: Tx,
  wanted: readonly (ValuedItem & { readonly currency: string })[],
): Promise<void> {
  await sql`
    insert into "ItemValuation" ("id", "companyId", "itemId", "quantity", "value", "currency",
      "method", "standardCost", "isLotTracked", "updatedAt")
    select w.id, w.company, w.item, 0, 0, w.currency, coalesce(c."valuationMethod", 'MOVING_AVERAGE'),
      c."standardCost", i."isLotTracked", ${tx.now}
    from unnest(
      ${wanted.map(() => tx.newId())}::uuid[], ${wanted.map(({ companyId }) => companyId)}::uuid[],
      ${wanted.map(({ itemId }) => itemId)}::uuid[],
      ${wanted.map(({ currency }) => currency)}::text[]
    ) as w(id, company, item, currency)
    join "Item" i on i."id" = w.item
    left join "ItemCompany" c on c."companyId" = w.company and c."itemId" = w.item
    order by w.company, w.item for share of i
    on conflict do nothing
  `.execute(tx.db);
}

/** Locks what a company's items are worth, in the order of the rows' ids. One statement. */
export async function lockValuations(tx: Tx, valued: readonly ValuedItem[]): Promise<Valuation[]> {
  const { rows } = await sql<Valuation>`
    select v.* from "ItemValuation" v
    join (
      select distinct company, item from unnest(
        ${valued.map(({ companyId }) => companyId)}::uuid[],
        ${valued.map(({ itemId }) => itemId)}::uuid[]
      ) as p(company, item)
    ) p on p.company = v."companyId" and p.item = v."itemId"
    order by v."id" for no key update of v
  `.execute(tx.db);
  return rows;
}

/** Locks valuations and makes missing ones; by `valuedKey`. One statement, at first three. */
export async function holdValuations(
  tx: Tx,
  wanted: readonly (ValuedItem & { readonly currency: string })[],
): Promise<Map<string, Valuation>> {
  const each = new Map(wanted.map((one) => [valuedKey(one), one]));
  let locked = await lockValuations(tx, [...each.values()]);
  if (locked.length < each.size) {
    const known = new Set(locked.map(valuedKey));
    const missing = [...each].flatMap(([key, one]) => (known.has(key) ? [] : [one]));
    await createMissing(tx, missing);
    locked = await lockValuations(tx, [...each.values()]);
  }
  return new Map(locked.map((valuation) => [valuedKey(valuation), valuation]));
}

/** An item of which so much leaves. */
export interface Leaves extends ValuedItem {
  readonly quantity: Decimal;
}

interface LayerRow extends ValuedItem, OpenLayer {}

/**
 * What is left of the receipts of items that are kept by FIFO, the oldest first, as far as it is
 * needed; also those of `own` moves. Read under the valuations' locks. One statement, or none.
 */
export async function withLayers(
  tx: Tx,
  valuations: readonly Valuation[],
  leaves: readonly Leaves[],
  own: readonly string[] = [],
): Promise<LayeredValuation[]> {
  const firstIn = new Set(
    valuations.filter(({ method }) => method === 'FIFO').map((one) => valuedKey(one)),
  );
  const wanted = leaves.filter((one) => firstIn.has(valuedKey(one)));
  if (wanted.length === 0) return valuations.map((one) => ({ ...one, layers: [] }));
  const { rows } = await sql<LayerRow>`
    select "companyId", "itemId", "id", "stockMoveId", "remainingQuantity" as "quantity",
      "remainingValue" as "value"
    from (
      select l.*, w.quantity as wanted, sum(l."remainingQuantity") over (
        partition by l."companyId", l."itemId" order by l."id") - l."remainingQuantity" as before
      from "ValuationLayer" l
      join (
        select company, item, sum(quantity) as quantity from unnest(
          ${wanted.map(({ companyId }) => companyId)}::uuid[],
          ${wanted.map(({ itemId }) => itemId)}::uuid[],
          ${wanted.map(({ quantity }) => quantity)}::numeric[]
        ) as w(company, item, quantity) group by company, item
      ) w on w.company = l."companyId" and w.item = l."itemId"
      where l."remainingQuantity" > 0
    ) l
    where before < wanted or "stockMoveId" = any(${own}::uuid[])
    order by "id"
  `.execute(tx.db);
  const layers = new Map<string, LayerRow[]>();
  for (const row of rows) {
    const known = layers.get(valuedKey(row));
    if (known) known.push(row);
    else layers.set(valuedKey(row), [row]);
  }
  return valuations.map((one) => ({ ...one, layers: layers.get(valuedKey(one)) ?? [] }));
}
