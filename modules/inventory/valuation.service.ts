import { sql } from 'kysely';
import type { Decimal } from '../kernel/index.js';
import { insertMissing, type Row, type Tx } from '../events/index.js';
import { checkedMethod, type ValuationMethod } from './valuation.rules.js';

export type Valuation = Row<'ItemValuation'> & { readonly method: ValuationMethod };

/** A company's stock of an item, as it is valued. */
export interface ValuedItem {
  readonly companyId: string;
  readonly itemId: string;
}

/** One text for a company's item. */
export const valuedKey = ({ companyId, itemId }: ValuedItem): string => `${companyId} ${itemId}`;

/** Makes the valuations that are missing, in one order for everybody. One statement. */
export async function createMissing(
  tx: Tx,
  wanted: readonly (ValuedItem & { readonly currency: string })[],
): Promise<void> {
  const each = new Map(wanted.map((one) => [valuedKey(one), one]));
  const sorted = [...each].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
  const rows = sorted.map(({ companyId, itemId, currency }) => {
    const empty = { quantity: '0', value: '0', currency, updatedAt: tx.now };
    return { id: tx.newId(), companyId, itemId, ...empty };
  });
  await insertMissing(tx, 'ItemValuation', rows);
}

/** Locks what a company's items are worth, in the order of the rows' ids. One statement. */
export async function lockValuations(tx: Tx, valued: readonly ValuedItem[]): Promise<Valuation[]> {
  const { rows } = await sql<Row<'ItemValuation'> & { readonly method: string }>`
    select v.*, coalesce(c."valuationMethod", 'MOVING_AVERAGE') as "method"
    from "ItemValuation" v
    join (
      select distinct company, item from unnest(
        ${valued.map(({ companyId }) => companyId)}::uuid[],
        ${valued.map(({ itemId }) => itemId)}::uuid[]
      ) as p(company, item)
    ) p on p.company = v."companyId" and p.item = v."itemId"
    left join "ItemCompany" c on c."companyId" = v."companyId" and c."itemId" = v."itemId"
    order by v."id" for no key update of v
  `.execute(tx.db);
  return rows.map((row) => ({ ...row, method: checkedMethod(row.method) }));
}

/** How far an item's valuation moves. */
export interface ValuationStep {
  readonly id: string;
  readonly quantity: Decimal;
  readonly value: Decimal;
}

/** Moves valuations that are locked already. One statement. */
export async function moveValuations(tx: Tx, steps: readonly ValuationStep[]): Promise<void> {
  if (steps.length === 0) return;
  await sql`
    update "ItemValuation" v set "quantity" = v."quantity" + d.quantity,
      "value" = v."value" + d.value, "updatedAt" = ${tx.now}
    from (
      select id, sum(quantity) as quantity, sum(value) as value from unnest(
        ${steps.map(({ id }) => id)}::uuid[], ${steps.map(({ quantity }) => quantity)}::numeric[],
        ${steps.map(({ value }) => value)}::numeric[]
      ) as step(id, quantity, value) group by id
    ) d where v."id" = d.id
  `.execute(tx.db);
}
