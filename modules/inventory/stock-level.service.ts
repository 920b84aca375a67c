import { sql } from 'kysely';
import { insertMissing, readNow, type Row, type Tx, writeLater } from '../events/index.js';

export type StockLevel = Row<'StockLevel'>;

/** A stock level with the day on which its lot goes off. */
export type PickedLevel = StockLevel & { readonly expiresOn: string | null };

/** Where a line takes goods from. */
export interface Place {
  readonly itemId: string;
  readonly warehouseId: string;
}

function lockingPlaces(companyId: string, places: readonly Place[], onlyFree: boolean) {
  const itemIds = places.map(({ itemId }) => itemId);
  // The items are named twice, so that no plan reads all that a company has.
  return sql<PickedLevel>`
    select s.*, l."expiresOn" from "StockLevel" s
    join (
      select distinct item, warehouse from unnest(
        ${itemIds}::uuid[], ${places.map(({ warehouseId }) => warehouseId)}::uuid[]
      ) as p(item, warehouse)
    ) p on p.item = s."itemId" and p.warehouse = s."warehouseId"
    left join "Lot" l on l."id" = s."lotId"
    where s."companyId" = ${companyId} and s."itemId" = any(${itemIds}::uuid[])
      and s."status" = 'AVAILABLE'
      and (s."onHand" > s."reserved" or not ${onlyFree}::boolean)
    order by s."id" for no key update of s
  `;
}

/**
 * Locks what may be sold of items in warehouses, in the order of the rows' ids; only where
 * something is free when that is told, so that nobody waits for places that have nothing to give.
 * One statement.
 */
export function lockPlaces(
  tx: Tx,
  companyId: string,
  places: readonly Place[],
  { onlyFree = false }: { readonly onlyFree?: boolean } = {},
): Promise<PickedLevel[]> {
  return readNow(tx, lockingPlaces(companyId, places, onlyFree));
}

/** Locks as `lockPlaces` does, for whoever does not ask what lies there. One statement. */
export function holdPlaces(tx: Tx, companyId: string, places: readonly Place[]): void {
  writeLater(tx, lockingPlaces(companyId, places, false));
}

/** What lies in a bin, of one lot and status. */
export interface LevelKey extends Place {
  readonly companyId: string;
  readonly binId: string;
  readonly lotId: string | null;
  readonly status: StockLevel['status'];
  readonly unit: string;
}

/** One text for what tells a stock level from others. */
export const levelKey = (level: Omit<LevelKey, 'unit' | 'warehouseId'>): string =>
  [level.companyId, level.itemId, level.binId, level.lotId ?? '', level.status].join(' ');

/** Stands for no lot where levels are told apart. */
const NO_LOT = '00000000-0000-0000-0000-000000000000';

/** The levels at keys, as a condition on `s`. */
const at = (keys: readonly LevelKey[]) => sql`
  join unnest(
    ${keys.map(({ companyId }) => companyId)}::uuid[], ${keys.map(({ itemId }) => itemId)}::uuid[],
    ${keys.map(({ binId }) => binId)}::uuid[], ${keys.map(({ status }) => status)}::text[],
    ${keys.map(({ lotId }) => lotId ?? NO_LOT)}::uuid[]
  ) as k(company, item, bin, status, lot)
    on k.company = s."companyId" and k.item = s."itemId" and k.bin = s."binId"
    and k.status = s."status" and k.lot = coalesce(s."lotId", ${NO_LOT}::uuid)
`;

function lockLevels(tx: Tx, keys: readonly LevelKey[]): Promise<StockLevel[]> {
  const locking = sql<StockLevel>`
    select s.* from "StockLevel" s ${at(keys)} order by s."id" for no key update of s
  `;
  return readNow(tx, locking);
}

/** What lies at keys now, by `levelKey`; nobody is kept from moving it. One statement. */
export async function readLevels(
  tx: Tx,
  keys: readonly LevelKey[],
): Promise<Map<string, StockLevel>> {
  const { rows } = await sql<StockLevel>`select s.* from "StockLevel" s ${at(keys)}`.execute(tx.db);
  return new Map(rows.map((row) => [levelKey(row), row]));
}

/** What lies in a warehouse: of all items and bins, or of those named; by bin and item. */
export async function levelsIn(
  tx: Tx,
  warehouseId: string,
  only: {
    readonly itemIds?: readonly string[] | null;
    readonly binIds?: readonly string[] | null;
    readonly limit: number;
  },
): Promise<StockLevel[]> {
  const { itemIds = null, binIds = null, limit } = only;
  const { rows } = await sql<StockLevel>`
    select * from "StockLevel"
    where "warehouseId" = ${warehouseId} and "onHand" > 0
      and (${itemIds}::uuid[] is null or "itemId" = any(${itemIds}::uuid[]))
      and (${binIds}::uuid[] is null or "binId" = any(${binIds}::uuid[]))
    order by "binId", "itemId", "lotId", "status" limit ${limit}
  `.execute(tx.db);
  return rows;
}

/**
 * Locks stock levels, and makes those that are missing, in one order for everybody; by `levelKey`.
 * One statement, at first three.
 */
export async function holdLevels(
  tx: Tx,
  keys: readonly LevelKey[],
): Promise<Map<string, StockLevel>> {
  const wanted = new Map(keys.map((key) => [levelKey(key), key]));
  let locked = await lockLevels(tx, [...wanted.values()]);
  if (locked.length < wanted.size) {
    const known = new Set(locked.map(levelKey));
    const missing = [...wanted].filter(([key]) => !known.has(key));
    missing.sort(([a], [b]) => (a < b ? -1 : 1));
    const rows = missing.map(([, key]) => {
      const { companyId, itemId, warehouseId, binId, lotId, status, unit } = key;
      const place = { companyId, itemId, warehouseId, binId, lotId, status, unit };
      return { id: tx.newId(), ...place, onHand: '0', reserved: '0', updatedAt: tx.now };
    });
    await insertMissing(tx, 'StockLevel', rows);
    locked = await lockLevels(tx, [...wanted.values()]);
  }
  return new Map(locked.map((row) => [levelKey(row), row]));
}
