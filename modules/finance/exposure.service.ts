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
}

type Exposure = Row<'CustomerExposure'>;

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

/**
 * Moves what a customer has on order and answers its exposure after that. The row stays locked, so
 * that of two orders at once the second sees the first.
 */
export async function addOpenOrders(tx: Tx, change: OpenOrders): Promise<Exposure> {
  const { companyId, customerId, amount } = change;
  return tx.db
    .insertInto('CustomerExposure')
    .values({ companyId, customerId, receivable: ZERO, openOrders: amount, updatedAt: tx.now })
    .onConflict((conflict) =>
      conflict.columns(['companyId', 'customerId']).doUpdateSet((row) => ({
        openOrders: sql<Decimal>`"CustomerExposure"."openOrders" + ${row.ref('excluded.openOrders')}`,
        updatedAt: tx.now,
      })),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
}
