import { sql } from 'kysely';
import {
  mustSee,
  standardUnits,
  type Decimal,
  type ItemUnits,
  type UnitDefinition,
  type UnitDimension,
} from '../kernel/index.js';
import { oneOf, type Row, type Tx } from '../events/index.js';
import { perTransaction } from '../platform/index.js';
import { MAIN_BIN } from './place.rules.js';

const knownItems = perTransaction(() => Promise.resolve(new Map<string, Row<'Item'>>()));

/** Says that the transaction itself changed items. */
export const forgetItems = (tx: Tx): void => knownItems.forget(tx);

/** The items that exist among ids, by id; each is read once in a transaction. */
export async function items(tx: Tx, ids: readonly string[]): Promise<Map<string, Row<'Item'>>> {
  const wanted = [...new Set(ids)];
  const known = await knownItems(tx);
  const missing = wanted.filter((id) => !known.has(id));
  if (missing.length > 0) {
    const reading = tx.db.selectFrom('Item').selectAll().where('id', '=', oneOf(missing));
    for (const row of await reading.execute()) known.set(row.id, row);
  }
  return new Map(wanted.flatMap((id) => (known.has(id) ? [[id, known.get(id)!]] : [])));
}

interface Conversion {
  /** None for a unit that was added to those of the standard. */
  readonly id: string | null;
  readonly stockUnit: string;
  readonly unit: string | null;
  readonly factor: Decimal | null;
}

/** The units of the standard with those that were added; undefined when none was. */
function definitionsOf(rows: readonly Conversion[]): readonly UnitDefinition[] | undefined {
  const added = rows.flatMap(({ id, stockUnit, unit, factor }) => {
    if (id !== null || unit === null || factor === null) return [];
    return [
      { code: unit, name: unit, symbol: unit, dimension: stockUnit as UnitDimension, factor },
    ];
  });
  return added.length > 0 ? [...standardUnits, ...added] : undefined;
}

/**
 * What items say about their units, by item; those that do not exist are missing. One statement:
 * units that were added to those of the standard come with the items, by their dimensions.
 */
export async function conversions(
  tx: Tx,
  itemIds: readonly string[],
): Promise<Map<string, ItemUnits>> {
  if (itemIds.length === 0) return new Map();
  const { rows } = await sql<Conversion>`
    select i."id", i."unit" as "stockUnit", u."unit", u."factor"
    from "Item" i left join "ItemUnit" u on u."itemId" = i."id" where i."id" = ${oneOf(itemIds)}
    union all
    select null, "dimension", "code", "factor" from "Unit" where not "isStandard"
  `.execute(tx.db);
  const definitions = definitionsOf(rows);
  type Known = { stockUnit: string; units: { unit: string; factor: Decimal }[] };
  const known = new Map<string, Known>();
  for (const { id, stockUnit, unit, factor } of rows) {
    if (id === null) continue;
    const own = known.get(id) ?? { stockUnit, units: [], ...(definitions && { definitions }) };
    if (unit !== null && factor !== null) own.units.push({ unit, factor });
    known.set(id, own);
  }
  return known;
}

/** What lies in a warehouse of one item, over all bins and lots that may be sold. */
export interface OnHand {
  readonly itemId: string;
  readonly warehouseId: string;
  readonly unit: string;
  readonly onHand: Decimal;
  readonly reserved: Decimal;
  readonly available: Decimal;
}

/** What a company has of items, by item and warehouse; one statement. NotFound for the company. */
export async function onHand(
  tx: Tx,
  companyId: string,
  itemIds: readonly string[],
): Promise<OnHand[]> {
  mustSee(tx.actor, companyId);
  const { rows } = await sql<OnHand>`
    select "itemId", "warehouseId", "unit", sum("onHand") as "onHand", sum("reserved") as "reserved",
      sum("onHand" - "reserved") as "available"
    from "StockLevel"
    where "companyId" = ${companyId} and "itemId" = ${oneOf(itemIds)} and "status" = 'AVAILABLE'
    group by "itemId", "warehouseId", "unit" order by "itemId", "warehouseId"
  `.execute(tx.db);
  return rows;
}

const knownWarehouses = perTransaction(() => Promise.resolve(new Map<string, Row<'Warehouse'>>()));

/** Warehouses that exist and that the actor sees, by id; each is read once in a transaction. */
export async function warehouses(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, Row<'Warehouse'>>> {
  const wanted = [...new Set(ids)];
  const known = await knownWarehouses(tx);
  const missing = wanted.filter((id) => !known.has(id));
  if (missing.length > 0) {
    const { companies } = tx.actor;
    let query = tx.db.selectFrom('Warehouse').selectAll().where('id', '=', oneOf(missing));
    if (companies !== 'ALL') query = query.where('companyId', '=', oneOf(companies));
    for (const row of await query.execute()) known.set(row.id, row);
  }
  return new Map(wanted.flatMap((id) => (known.has(id) ? [[id, known.get(id)!]] : [])));
}

/** The bins that exist among ids, by id; archived ones too. One statement, or none. */
export async function bins(tx: Tx, ids: readonly string[]): Promise<Map<string, Row<'Bin'>>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.db.selectFrom('Bin').selectAll().where('id', '=', oneOf(ids)).execute();
  return new Map(rows.map((row) => [row.id, row]));
}

const knownMainBins = perTransaction(() => Promise.resolve(new Map<string, string>()));

/** The bins MAIN of warehouses, by warehouse; each is read once in a transaction. */
export async function mainBins(
  tx: Tx,
  warehouseIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const known = await knownMainBins(tx);
  const missing = warehouseIds.filter((id) => !known.has(id));
  if (missing.length === 0) return known;
  const rows = await tx.db
    .selectFrom('Bin')
    .select(['id', 'warehouseId'])
    .where('warehouseId', '=', oneOf(missing))
    .where('code', '=', MAIN_BIN)
    .execute();
  for (const { id, warehouseId } of rows) known.set(warehouseId, id);
  return known;
}

/** A lot that went into a document, and how much of it is known to be in products already. */
export interface LotIssued {
  readonly documentId: string;
  readonly itemId: string;
  readonly lotId: string;
  readonly unit: string;
  readonly issued: Decimal;
  readonly recorded: Decimal;
}

/** The lots that documents took less what came back, in the order of the lots. One statement. */
export async function lotsIssued(tx: Tx, documentIds: readonly string[]): Promise<LotIssued[]> {
  const { rows } = await sql<LotIssued>`
    select m."documentId", m."itemId", m."lotId", m."unit", -sum(m."quantity") as "issued",
      coalesce((select sum(g."quantity") from "LotGenealogy" g
        where g."documentId" = m."documentId" and g."componentLotId" = m."lotId"), 0) as "recorded"
    from "StockMove" m
    where m."documentId" = ${oneOf(documentIds)} and m."lotId" is not null
      and m."kind" in ('ISSUE', 'ISSUE_RETURN')
    group by m."documentId", m."itemId", m."lotId", m."unit"
    order by m."documentId", m."lotId"
  `.execute(tx.db);
  return rows;
}
