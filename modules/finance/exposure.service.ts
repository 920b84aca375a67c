import { sql } from 'kysely';
import { writeLater, type Row, type Tx } from '../events/index.js';
import { type Decimal, ZERO } from '../kernel/index.js';
import type { ExposureChange, Payable } from './voucher.rules.js';

/** What is added to, or (negative) taken off, the orders of a customer that are not invoiced. */
export interface OpenOrders {
  readonly companyId: string;
  readonly customerId: string;
  /** In base currency, tax included. */
  readonly amount: Decimal;
  /** The customers that are one with it, the survivor first; itself alone when not said. */
  readonly family?: readonly string[];
}

type Exposure = Pick<Row<'CustomerExposure'>, 'receivable' | 'openOrders'>;

/** Moves what customers owe and have on order; sorted by company and customer, as rows are locked. */
export function add(tx: Tx, changes: readonly ExposureChange[]): void {
  if (changes.length === 0) return;
  writeLater(
    tx,
    sql`
      insert into "CustomerExposure"
        ("companyId", "customerId", "receivable", "openOrders", "updatedAt")
      select "companyId", "customerId", "receivable", "openOrders", ${tx.now}::timestamptz
      from json_populate_recordset(null::"CustomerExposure", ${JSON.stringify(changes)}::json)
      on conflict ("companyId", "customerId") do update
      set "receivable" = "CustomerExposure"."receivable" + excluded."receivable",
        "openOrders" = "CustomerExposure"."openOrders" + excluded."openOrders",
        "updatedAt" = excluded."updatedAt"`,
  );
}

/** Moves what we owe suppliers; the list is sorted by company and supplier, as its rows are locked. */
export function addPayables(tx: Tx, changes: readonly Payable[]): void {
  if (changes.length === 0) return;
  const rows = changes.map(({ amount, ...of }) => ({ ...of, payable: amount }));
  writeLater(
    tx,
    sql`
      insert into "SupplierExposure" ("companyId", "supplierId", "payable", "updatedAt")
      select "companyId", "supplierId", "payable", ${tx.now}::timestamptz
      from json_populate_recordset(null::"SupplierExposure", ${JSON.stringify(rows)}::json)
      on conflict ("companyId", "supplierId") do update
      set "payable" = "SupplierExposure"."payable" + excluded."payable",
        "updatedAt" = excluded."updatedAt"`,
  );
}

/** What a family owes and has on order together, read under the lock of its survivor's row. */
async function ofFamily(tx: Tx, companyId: string, family: readonly string[]): Promise<Exposure> {
  const { rows } = await sql<Exposure>`
    select sum("receivable") as "receivable", sum("openOrders") as "openOrders"
    from "CustomerExposure"
    where "companyId" = ${companyId} and "customerId" = any(${[...family]}::uuid[])
  `.execute(tx.db);
  return rows[0] ?? { receivable: ZERO, openOrders: ZERO };
}

/**
 * Moves what a customer has on order and answers the exposure of its family after that. The rows
 * of the customer and of its survivor stay locked, in one order for everybody: of two orders at
 * once the second sees the first, whichever of the family they are for.
 */
export async function addOpenOrders(tx: Tx, change: OpenOrders): Promise<Exposure> {
  const { companyId, customerId, amount, family = [customerId] } = change;
  const held = [...new Set([customerId, family[0] ?? customerId])].sort();
  const rows = await tx.db
    .insertInto('CustomerExposure')
    .values(
      held.map((id) => ({
        ...{ companyId, customerId: id, receivable: ZERO, updatedAt: tx.now },
        openOrders: id === customerId ? amount : ZERO,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['companyId', 'customerId']).doUpdateSet((row) => ({
        openOrders: sql<Decimal>`"CustomerExposure"."openOrders" + ${row.ref('excluded.openOrders')}`,
        updatedAt: tx.now,
      })),
    )
    .returningAll()
    .execute();
  const own = rows.find((row) => row.customerId === customerId);
  if (!own) throw new Error(`The exposure of ${customerId} was not written.`);
  return family.length === 1 ? own : ofFamily(tx, companyId, family);
}
