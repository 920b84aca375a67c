import { updateAll, type Row, type Tx } from '../events/index.js';
import { type Decimal, sum, ZERO } from '../kernel/index.js';
import { purchaseInvoiceSettled } from './events.js';

type PurchaseInvoice = Row<'PurchaseInvoice'>;

/** In the invoice's currency; below zero when a payment is taken back. */
export interface Settlement {
  readonly purchaseInvoiceId: string;
  readonly amount: Decimal;
}

/** Locks the invoices that are to be settled, in the order of their ids; answers as asked. */
export function lockMany(tx: Tx, ids: readonly string[]): Promise<PurchaseInvoice[]> {
  return tx.lockAll('PurchaseInvoice', ids);
}

/** Records what payments settled of posted invoices, or took back: each invoice moves once. */
export async function recordSettlement(
  tx: Tx,
  settlements: readonly Settlement[],
): Promise<PurchaseInvoice[]> {
  const ids = [...new Set(settlements.map(({ purchaseInvoiceId }) => purchaseInvoiceId))];
  const before = await lockMany(tx, ids);
  const rows = before.map(({ id, version, paidAmount, grossAmount }) => {
    const mine = settlements.filter(({ purchaseInvoiceId }) => purchaseInvoiceId === id);
    const paid = paidAmount.add(sum(mine.map(({ amount }) => amount)));
    if (paid.isNegative() || paid.gt(grossAmount)) throw new Error('More is settled than is owed.');
    return { id, version: version + 1, paidAmount: paid, settlement: stateOf(paid, grossAmount) };
  });
  const written = await updateAll(
    tx,
    'PurchaseInvoice',
    rows.map((row) => ({ ...row, updatedAt: tx.now })),
  );
  before.forEach((invoice, index) => {
    const after = written[index];
    if (!after) throw new Error('An invoice that is settled is not there.');
    const { purchaseOrderId, supplierId, paidAmount } = invoice;
    const amount = after.paidAmount.sub(paidAmount);
    const data = { purchaseOrderId, supplierId, amount };
    tx.emit(purchaseInvoiceSettled({ before: invoice, after, data }));
  });
  return written;
}

function stateOf(paid: Decimal, gross: Decimal): PurchaseInvoice['settlement'] {
  if (paid.gte(gross)) return 'PAID';
  return paid.eq(ZERO) ? 'UNPAID' : 'PARTIALLY_PAID';
}
