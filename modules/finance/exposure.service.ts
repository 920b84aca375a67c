import { sql } from 'kysely';
import type { Row, Tx } from '../events/index.js';
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
export async function add(tx: Tx, changes: readonly ExposureChange[]): Promise<void> {
  if (changes.length === 0) return;
  await tx.db
    .insertInto('CustomerExposure')
    .values(changes.map((change) => ({ ...change, updatedAt: tx.now })))
    .onConflict((conflict) =>
      conflict.columns(['companyId', 'customerId']).doUpdateSet((row) => ({
        receivable: sql<Decimal>`"CustomerExposure"."receivable" + ${row.ref('excluded.receivable')}`,
        openOrders: sql<Decimal>`"CustomerExposure"."openOrders" + ${row.ref('excluded.openOrders')}`,
        updatedAt: tx.now,
      })),
    )
    .execute();
}

/** Moves what we owe suppliers; the list is sorted by company and supplier, as its rows are locked. */
export async function addPayables(tx: Tx, changes: readonly Payable[]): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map(({ companyId, supplierId, amount }) => {
    return { companyId, supplierId, payable: amount, updatedAt: tx.now };
  });
  await tx.db
    .insertInto('SupplierExposure')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['companyId', 'supplierId']).doUpdateSet((row) => ({
        payable: sql<Decimal>`"SupplierExposure"."payable" + ${row.ref('excluded.payable')}`,
        updatedAt: tx.now,
      })),
    )
    .execute();
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
