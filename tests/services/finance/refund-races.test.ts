import { afterAll, beforeAll, expect, it } from 'vitest';
import { payments } from '../../../modules/finance/index.js';
import { canonical, decimal } from '../../../modules/kernel/index.js';
import { hearings } from '../../../modules/listeners.js';
import { purchaseCreditNotes, purchaseReturns } from '../../../modules/purchasing/index.js';
import { creditNotes } from '../../../modules/sales/index.js';
import type { Database } from '../../../prisma/database.js';
import { onPostgres, openTestDatabase } from '../../support/database.js';
import { brokenInvariants } from '../../support/invariants.js';
import { amount, openTrade, type Trade } from '../../support/trade.js';
import { sendingBack } from '../purchasing/sending-back.js';
import { openYard, received, type Yard } from '../purchasing/yard.js';

/** The codes of what was refused, and how many went through. */
async function settled(attempts: readonly Promise<unknown>[]) {
  const results = await Promise.allSettled(attempts);
  const refused = results.flatMap((one) =>
    one.status === 'rejected' ? [(one.reason as { code?: string }).code ?? String(one.reason)] : [],
  );
  return { done: results.length - refused.length, refused: [...new Set(refused)] };
}

const times = (count: number, attempt: () => Promise<unknown>) =>
  Array.from({ length: count }, attempt);

onPostgres('many who send back to a supplier, or are credited by it, the same', () => {
  let database: Database;
  let yard: Yard;
  let go: ReturnType<typeof sendingBack>;

  beforeAll(async () => {
    database = await openTestDatabase({ poolSize: 20 });
    yard = await openYard(database, hearings);
    go = sendingBack(yard);
  });

  afterAll(async () => {
    expect(await brokenInvariants(database)).toEqual([]);
    await database.close();
  });

  /** Ten that came and are billed at 10. */
  async function bought() {
    const { id } = await go.ordered({ quantity: '10', unitPrice: '10' });
    await received(yard, id);
    const invoice = await go.billed(id, '10');
    return { id, invoiceId: invoice.id, receiptLineId: await go.receiptLine(id) };
  }

  const pay = (purchaseInvoiceId: string) => {
    const { companyId, millId: supplierId } = yard;
    const paid = { companyId, supplierId, amount: decimal(100), currency: 'EUR' };
    const allocations = [{ purchaseInvoiceId, amount: decimal(100) }];
    return yard.act((tx) => payments.make(tx, { ...paid, documentOn: '2026-03-07', allocations }));
  };

  const refund = (purchaseCreditNoteId: string, value: string) => () => {
    const { companyId, millId: supplierId } = yard;
    const input = { companyId, supplierId, amount: decimal(value), currency: 'EUR' };
    const allocations = [{ purchaseCreditNoteId, amount: decimal(value) }];
    return yard.act((tx) =>
      payments.receiveRefund(tx, { ...input, documentOn: '2026-03-14', allocations }),
    );
  };

  const noteNow = (id: string) =>
    database.db
      .selectFrom('PurchaseCreditNote')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();

  it('send no more of a receipt back than came', async () => {
    const { id, receiptLineId } = await bought();
    const back = () =>
      yard.act((tx) => purchaseReturns.create(tx, go.returning(id, receiptLineId, '6')));
    expect(await settled(times(8, back))).toEqual({
      done: 1,
      refused: ['RETURN_EXCEEDS_RECEIVED'],
    });
    const [, , returned] = await go.lineOf(id);
    expect(returned).toBe('6');
  });

  it('are credited a return once', async () => {
    const { id, invoiceId } = await bought();
    const back = await go.sentBack(id, '4');
    const note = () => go.credited(invoiceId, { purchaseReturnId: back.id });
    const { done, refused } = await settled(times(8, note));
    expect([done, refused]).toEqual([1, ['NOTHING_TO_CREDIT']]);
    expect(await go.invoiceNow(invoiceId)).toEqual(['PARTIALLY_PAID', '40']);
  });

  it('are credited no more of a price than was billed', async () => {
    const { invoiceId } = await bought();
    const purchaseInvoiceLineId = await go.invoiceLine(invoiceId);
    const lines = [{ purchaseInvoiceLineId, netAmount: decimal(30) }];
    const { done, refused } = await settled(times(8, () => go.credited(invoiceId, { lines })));
    expect([done, refused]).toEqual([3, ['CREDIT_AMOUNT_EXCEEDS_INVOICED']]);
    expect(await go.invoiceNow(invoiceId)).toEqual(['PARTIALLY_PAID', '90']);
  });

  it('are refunded a credit note once, in whole or in parts', async () => {
    const { id, invoiceId } = await bought();
    await pay(invoiceId);
    const back = await go.sentBack(id, '8');
    const note = await go.credited(invoiceId, { purchaseReturnId: back.id });
    const { done, refused } = await settled(times(8, refund(note.id, '30')));
    expect([done, refused]).toEqual([2, ['ALLOCATION_EXCEEDS_CREDIT']]);
    expect(canonical((await noteNow(note.id)).refundedAmount)).toBe('60');
    const last = await settled(times(6, refund(note.id, '20')));
    expect(last).toEqual({ done: 1, refused: ['ALLOCATION_EXCEEDS_CREDIT'] });
  });

  it('take a credit note by a refund or for another bill, never both', async () => {
    for (let turn = 0; turn < 4; turn += 1) {
      const { id, invoiceId } = await bought();
      await pay(invoiceId);
      const other = await bought();
      const back = await go.sentBack(id, '5');
      const note = await go.credited(invoiceId, { purchaseReturnId: back.id });
      const allocations = [{ purchaseInvoiceId: other.invoiceId, amount: decimal(50) }];
      const allocate = () =>
        yard.act((tx) =>
          purchaseCreditNotes.allocate(tx, { id: note.id, allocations, postedOn: '2026-03-14' }),
        );
      const attempts = [refund(note.id, '50')(), allocate()];
      expect(await settled(attempts)).toEqual({ done: 1, refused: ['ALLOCATION_EXCEEDS_CREDIT'] });
      const { allocatedAmount, refundedAmount } = await noteNow(note.id);
      expect(canonical(allocatedAmount.add(refundedAmount))).toBe('50');
    }
  });

  it('pay a bill and are credited it at once, and lose nothing of either', async () => {
    for (let turn = 0; turn < 4; turn += 1) {
      const { id, invoiceId } = await bought();
      const back = await go.sentBack(id, '10');
      const { done } = await settled([
        pay(invoiceId),
        go.credited(invoiceId, { purchaseReturnId: back.id }),
      ]);
      // Who pays second finds nothing open; a credit note of what is paid stands to our credit.
      expect(done).toBeGreaterThanOrEqual(1);
      expect(await go.invoiceNow(invoiceId)).toEqual(['PAID', '100']);
    }
    const { rows } = await database.query({
      text: 'select count(*) from "PurchaseInvoice" where "paidAmount" > "grossAmount"',
      values: [],
    });
    expect(Number(rows[0]![0])).toBe(0);
  });
});

onPostgres('many who refund a customer the same', () => {
  let trade: Trade;

  beforeAll(async () => {
    trade = await openTrade();
  });

  afterAll(async () => {
    expect(await brokenInvariants(trade.database)).toEqual([]);
    await trade.database.close();
  });

  it('pay a credit note out once, and undo a refund once', async () => {
    const { stage, companyId } = trade;
    const customerId = await trade.customer();
    const salesInvoiceId = await trade.invoiced(customerId, '100');
    const money = { companyId, customerId, currency: 'USD', documentOn: '2026-02-01' };
    const paid = { ...money, amount: amount(100) };
    const allocations = [{ salesInvoiceId, amount: amount(100) }];
    await stage.act((tx) => payments.receive(tx, { ...paid, allocations }));
    const note = { salesInvoiceId, reason: 'Broken', documentOn: '2026-02-10', post: true };
    const { id: creditNoteId } = await stage.act((tx) => creditNotes.create(tx, note));
    const refund = () =>
      stage.act((tx) =>
        payments.makeRefund(tx, {
          ...{ ...money, amount: amount(70) },
          allocations: [{ creditNoteId, amount: amount(70) }],
        }),
      );
    expect(await settled(times(8, refund))).toEqual({
      done: 1,
      refused: ['ALLOCATION_EXCEEDS_CREDIT'],
    });
    const made = await trade.database.db
      .selectFrom('Payment')
      .select('id')
      .where('customerId', '=', customerId)
      .where('direction', '=', 'PAID')
      .executeTakeFirstOrThrow();
    const undo = () =>
      stage.act((tx) => payments.reverse(tx, { ...made, postedOn: '2026-02-14', reason: 'Twice' }));
    expect(await settled(times(6, undo))).toEqual({ done: 1, refused: ['TRANSITION_REFUSED'] });
    const { refundedAmount } = await trade.database.db
      .selectFrom('CreditNote')
      .select('refundedAmount')
      .where('id', '=', creditNoteId)
      .executeTakeFirstOrThrow();
    expect(String(refundedAmount)).toBe('0');
  });
});
