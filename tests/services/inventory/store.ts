import { sql } from 'kysely';
import type { Hearing } from '../../../modules/events/index.js';
import { bins, items, openings, warehouses } from '../../../modules/inventory/index.js';
import { decimal, isAccepted, type Outcome } from '../../../modules/kernel/index.js';
import { companies, reference } from '../../../modules/platform/index.js';
import type { Database } from '../../../prisma/database.js';
import { acting, type Acting } from '../../support/acting.js';
import { stockInvariants } from '../../support/invariants/stock.js';

/** A company with a warehouse, and another company beside it. */
export interface Store extends Acting {
  readonly database: Database;
  readonly companyId: string;
  readonly warehouseId: string;
  readonly otherId: string;
  readonly otherWarehouseId: string;
}

export function ok<T>(outcome: Outcome<T> | undefined): T {
  if (outcome && isAccepted(outcome)) return outcome.ok;
  throw new Error(`Refused: ${outcome?.refused.map(({ message }) => message).join(' ')}`);
}

/** The code and place of the first reason against something. */
export function reason(outcome: Outcome<unknown> | undefined): string {
  const first = outcome && 'refused' in outcome ? outcome.refused[0] : undefined;
  return first ? `${first.code} ${first.path.join('.')}` : 'taken';
}

const place = { countryCode: 'US', baseCurrency: 'USD', timeZone: 'America/New_York' };

async function found(stage: Acting, code: string): Promise<[string, string]> {
  const { id: companyId } = await stage.act((tx) =>
    companies.create(tx, { code, name: code, ...place }),
  );
  const warehouse = await stage.act((tx) =>
    warehouses.create(tx, { companyId, code: 'MAIN', name: 'Main' }),
  );
  return [companyId, warehouse.id];
}

export async function openStore(
  database: Database,
  hearings: readonly Hearing[] = [],
): Promise<Store> {
  const stage = acting(database, hearings);
  await stage.act(reference.seed);
  const [companyId, warehouseId] = await found(stage, 'ACME');
  const [otherId, otherWarehouseId] = await found(stage, 'OTHER');
  return { ...stage, database, companyId, warehouseId, otherId, otherWarehouseId };
}

let made = 0;

/** An item of its own for one test, with 12 pieces in a box. */
export async function newItem({ act }: Store, more: Partial<items.ItemChange> = {}) {
  made += 1;
  const units = [{ unit: 'BX', factor: decimal(12) }];
  const input = { code: `ITEM-${made}`, name: `Item ${made}`, units, ...more };
  return act((tx) => items.upsert(tx, input));
}

/** What an opening of the store's warehouse says. */
export function opening(store: Store, itemId: string, quantity: string, unitCost: string) {
  const { companyId, warehouseId } = store;
  const amounts = { quantity: decimal(quantity), unitCost: decimal(unitCost) };
  return { companyId, warehouseId, itemId, postedOn: '2026-03-01', ...amounts };
}

/** A new item with some stock. */
export async function stocked(store: Store, quantity: string, unitCost = '10'): Promise<string> {
  const { id } = await newItem(store);
  const given = [opening(store, id, quantity, unitCost)];
  const [outcome] = await store.act((tx) => openings.upsertMany(tx, given));
  ok(outcome);
  return id;
}

interface Figures {
  readonly onHand: string;
  readonly reserved: string;
  readonly value: string;
}

/** What lies of an item and what it is worth, over all companies. */
export async function figures({ database }: Store, itemId: string): Promise<string[]> {
  const { rows } = await sql<Figures>`
    select coalesce(sum("onHand"), 0) as "onHand", coalesce(sum("reserved"), 0) as "reserved",
      (select coalesce(sum("value"), 0) from "ItemValuation" where "itemId" = ${itemId}) as "value"
    from "StockLevel" where "itemId" = ${itemId}
  `.execute(database.db);
  const { onHand, reserved, value } = rows[0]!;
  return [onHand, reserved, value].map(String);
}

/** How many rows a table has. */
export async function count({ database }: Pick<Store, 'database'>, table: string) {
  const { rows } = await database.query({ text: `select count(*) from "${table}"`, values: [] });
  return rows[0]?.[0] as number;
}

/** The invariants of stock that do not hold; the books are not kept here. */
export async function brokenStock({ database }: Store): Promise<string[]> {
  const broken: string[] = [];
  for (const { name, text } of stockInvariants) {
    if (text.includes('LedgerEntry') || text.includes('SalesOrderLine')) continue;
    const { rows } = await database.query({ text, values: [] });
    if (rows.length > 0) broken.push(`${name} ${JSON.stringify(rows[0])}`);
  }
  return broken;
}

/** A new item that is kept by a method. */
export async function keptBy(
  store: Store,
  valuationMethod: 'MOVING_AVERAGE' | 'FIFO' | 'STANDARD',
  standardCost?: string,
): Promise<string> {
  const { id: itemId } = await newItem(store);
  const cost = standardCost === undefined ? null : decimal(standardCost);
  const settings = { companyId: store.companyId, itemId, valuationMethod, standardCost: cost };
  await store.act((tx) => items.setSettings(tx, settings));
  return itemId;
}

/** A new bin of the store's warehouse. */
export async function newBin(store: Store): Promise<string> {
  made += 1;
  const { warehouseId } = store;
  const bin = await store.act((tx) => bins.create(tx, { warehouseId, code: `BIN-${made}` }));
  return bin.id;
}

/** What lies of an item, as `bin lot status onHand`, the fullest first; MAIN is the first bin. */
export async function lying({ database }: Store, itemId: string): Promise<string[]> {
  const { rows } = await database.query({
    text: `select concat_ws(' ', b."code", l."code", nullif(s."status", 'AVAILABLE'),
        trim_scale(s."onHand")) from "StockLevel" s
      join "Bin" b on b."id" = s."binId" left join "Lot" l on l."id" = s."lotId"
      where s."itemId" = $1 and s."onHand" > 0 order by s."onHand" desc, 1`,
    values: [itemId],
  });
  return rows.map(([text]) => text as string);
}
