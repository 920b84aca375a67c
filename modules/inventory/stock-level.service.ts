import { sql } from 'kysely';

import { insertMissing, type Row, type Tx } from '../events/index.js';
import type { Decimal } from '../kernel/index.js';

export type StockLevel = Row<'StockLevel'>;

/** Where a line takes goods from. */
export interface Place {
  readonly itemId: string;
  readonly warehouseId: string;
}

/** Locks what may be sold of items in warehouses, in the order of the rows' ids. One statement. */
export async function lockPlaces(
  tx: Tx,
  companyId: string,
  places: readonly Place[],
): Promise<StockLevel[]> {
  const { rows } = await sql<StockLevel>`
    select s.* from "StockLevel" s
    join (
      select distinct item, warehouse from unnest(
        ${places.map(({ itemId }) => itemId)}::uuid[],
        ${places.map(({ warehouseId }) => warehouseId)}::uuid[]
      ) as p(item, warehouse)
    ) p on p.item = s."itemId" and p.warehouse = s."warehouseId"
    where s."companyId" = ${companyId} and s."status" = 'AVAILABLE'
    order by s."id" for no key update of s
  `.execute(tx.db);
  return rows;
}

/** A bin's stock of an item without lot, free to be sold. */
export interface LevelKey extends Place {
  readonly companyId: string;
  readonly binId: string;
  readonly unit: string;
}

/** One text for the place and item of a stock level. */
export const levelKey = ({ companyId, itemId, binId }: Omit<LevelKey, 'unit' | 'warehouseId'>) =>
  [companyId, itemId, binId].join(' ');

/** Locks the stock levels of bins, and makes those that are missing; by `levelKey`. */
export async function lockBins(
  tx: Tx,
  keys: readonly LevelKey[],
): Promise<Map<string, StockLevel>> {
  const wanted = new Map(keys.map((key) => [levelKey(key), key]));
  const sorted = [...wanted].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, key]) => key);
  const rows = sorted.map(({ companyId, itemId, warehouseId, binId, unit }) => {
    const place = { companyId, itemId, warehouseId, binId, unit };
    return { id: tx.newId(), ...place, status: 'AVAILABLE' as const, onHand: '0', reserved: '0' };
  });
  await insertMissing(
    tx,
    'StockLevel',
    rows.map((row) => ({ ...row, updatedAt: tx.now })),
  );
  const locked = await sql<StockLevel>`
    select s.* from "StockLevel" s
    join unnest(
      ${rows.map(({ companyId }) => companyId)}::uuid[],
      ${rows.map(({ itemId }) => itemId)}::uuid[],
      ${rows.map(({ binId }) => binId)}::uuid[]
    ) as k(company, item, bin)
      on k.company = s."companyId" and k.item = s."itemId" and k.bin = s."binId"
    where s."status" = 'AVAILABLE' and s."lotId" is null
    order by s."id" for no key update of s
  `.execute(tx.db);
  return new Map(locked.rows.map((row) => [levelKey(row), row]));
}

/** How far a stock level moves. */
export interface LevelStep {
  readonly id: string;
  readonly onHand: Decimal;
  readonly reserved: Decimal;
}

/** Moves stock levels that are locked already, each as often as it is named. One statement. */
export async function moveLevels(tx: Tx, steps: readonly LevelStep[]): Promise<void> {
  if (steps.length === 0) return;
  await sql`
    update "StockLevel" s set "onHand" = s."onHand" + d.on_hand,
      "reserved" = s."reserved" + d.reserved, "updatedAt" = ${tx.now}
    from (
      select id, sum(on_hand) as on_hand, sum(reserved) as reserved from unnest(
        ${steps.map(({ id }) => id)}::uuid[], ${steps.map(({ onHand }) => onHand)}::numeric[],
        ${steps.map(({ reserved }) => reserved)}::numeric[]
      ) as step(id, on_hand, reserved) group by id
    ) d where s."id" = d.id
  `.execute(tx.db);
}
