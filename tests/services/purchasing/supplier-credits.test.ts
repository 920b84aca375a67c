import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { payments } from '../../../modules/finance/index.js';
import { canonical, decimal } from '../../../modules/kernel/index.js';
import { hearings } from '../../../modules/listeners.js';
import {
  goodsReceipts,
  purchaseCreditNotes,
  purchaseInvoices,
  purchaseReturns,
} from '../../../modules/purchasing/index.js';
import type { Database } from '../../../prisma/database.js';
import { openTestDatabase } from '../../support/database.js';
import { brokenInvariants } from '../../support/invariants.js';
import { sendingBack } from './sending-back.js';
import { newItem, openYard, order, received, sent, type Yard } from './yard.js';

let database: Database;
let yard: Yard;
let go: ReturnType<typeof sendingBack>;

beforeAll(async () => {
  database = await openTestDatabase();
  yard = await openYard(database, hearings);
  go = sendingBack(yard);
});
afterEach(async () => expect(await brokenInvariants(database)).toEqual([]));
afterAll(() => database.close());

describe('a credit note in another currency', () => {
  it('is at its invoice’s rate, settles other invoices at theirs, and shows the difference', async () => {
    // 100 USD received at 0.90, billed on 12 March at 0.95.
    const itemId = await newItem(yard, go.once('R'));
    const { tradersId: supplierId } = yard;
    const wanted = { ...order(yard, { itemId, quantity: '10', unitPrice: '10' }), supplierId };
    const { id } = await sent(yard, wanted);
    await received(yard, id);
    const bill = { purchaseOrderId: id, documentOn: '2026-03-12', post: true };
    const invoice = await yard.act((tx) =>
      purchaseInvoices.create(tx, { ...bill, supplierReference: go.once('B') }),
    );
    expect(canonical(invoice.exchangeRate)).toBe('0.95');
    const back = await go.sentBack(id, '4');
    // Stock of 95 EUR for ten: four are 38, and 36 were owed at the day they came.
    expect(await go.booked(back.id)).toEqual({
      ...{ GOODS_RECEIVED_NOT_INVOICED: '36', PURCHASE_PRICE_VARIANCE: '2', RAW_MATERIALS: '-38' },
    });
    const credit = await go.credited(invoice.id, { purchaseReturnId: back.id });
    // 40 USD at 0.95.
    expect(await go.booked(credit.id)).toEqual({
      ...{ PAYABLES: '38', GOODS_RECEIVED_NOT_INVOICED: '-36', PURCHASE_PRICE_VARIANCE: '-2' },
    });
    // A price that is lowered by 60 takes the rest of the invoice; 7.50 more goes to the account.
    const price = [
      { purchaseInvoiceLineId: await go.invoiceLine(invoice.id), netAmount: decimal(60) },
    ];
    const off = await go.credited(invoice.id, { lines: price });
    expect(await go.booked(off.id)).toEqual({ PAYABLES: '57', RAW_MATERIALS: '-57' });
    expect(await go.invoiceNow(invoice.id)).toEqual(['PAID', '100']);
  });

  it('goes to the account when its invoice is paid, and from there to other invoices', async () => {
    const { tradersId: supplierId, companyId } = yard;
    async function bill(documentOn: string) {
      const itemId = await newItem(yard, go.once('R'));
      const wanted = { ...order(yard, { itemId, quantity: '10', unitPrice: '10' }), supplierId };
      const { id } = await sent(yard, wanted);
      await received(yard, id);
      const told = { purchaseOrderId: id, documentOn, post: true, postedOn: '2026-03-12' };
      const { id: invoiceId } = await yard.act((tx) =>
        purchaseInvoices.create(tx, { ...told, supplierReference: go.once('B') }),
      );
      return { id, invoiceId };
    }
    const [paid, open] = [await bill('2026-03-12'), await bill('2026-03-05')];
    const money = { companyId, supplierId, amount: decimal(100), currency: 'USD' };
    const allocations = [{ purchaseInvoiceId: paid.invoiceId, amount: decimal(100) }];
    await yard.act((tx) => payments.make(tx, { ...money, documentOn: '2026-03-13', allocations }));
    const back = await go.sentBack(paid.id, '4');
    const credit = await go.credited(paid.invoiceId, { purchaseReturnId: back.id });
    expect([canonical(credit.grossAmount), canonical(credit.settledAmount)]).toEqual(['40', '0']);

    const part = (amount: string, purchaseInvoiceId = open.invoiceId) => {
      return { purchaseInvoiceId, amount: decimal(amount) };
    };
    const allocate = (...parts: ReturnType<typeof part>[]) => {
      const input = { id: credit.id, allocations: parts, postedOn: '2026-03-14' };
      return (tx: Parameters<typeof purchaseCreditNotes.allocate>[0]) =>
        purchaseCreditNotes.allocate(tx, input);
    };
    const refusal = async (...parts: ReturnType<typeof part>[]) => {
      const { code, path } = await yard.refusal(allocate(...parts));
      return [code, path.join('.')];
    };
    const { id: ours } = await go.ordered({ quantity: '1' });
    await received(yard, ours);
    const elsewhere = (await go.billed(ours, '1')).id;
    expect(await refusal()).toEqual(['ALLOCATIONS_MISSING', 'allocations']);
    expect(await refusal(part('40.01'))).toEqual(['ALLOCATION_EXCEEDS_CREDIT', 'allocations']);
    expect(await refusal(part('-1'))).toEqual(['AMOUNT_OUT_OF_RANGE', 'allocations.0.amount']);
    expect(await refusal(part('1'), part('1'))).toEqual([
      ...['INVOICE_REPEATED', 'allocations.1.purchaseInvoiceId'],
    ]);
    expect(await refusal(part('1', elsewhere))).toEqual([
      ...['NOT_FOUND', 'allocations.0.purchaseInvoiceId'],
    ]);
    expect(await refusal(part('1', paid.invoiceId))).toEqual([
      ...['SETTLEMENT_OUT_OF_RANGE', 'allocations.0.amount'],
    ]);

    // 30 USD stand on account at 0.95 and are owed at 0.90: 28.50 for 27.00 is a loss of 1.50.
    const after = await yard.act(allocate(part('30')));
    expect([after.status, canonical(after.allocatedAmount)]).toEqual(['POSTED', '30']);
    expect(await go.invoiceNow(open.invoiceId)).toEqual(['PARTIALLY_PAID', '30']);
    // 36 were owed for the four at 0.90, and they were credited 38.
    expect(await go.booked(credit.id)).toEqual({
      ...{ PAYABLES: '36.5', GOODS_RECEIVED_NOT_INVOICED: '-36', PURCHASE_PRICE_VARIANCE: '-2' },
      EXCHANGE_LOSS: '1.5',
    });
    await yard.act(allocate(part('10')));
    expect(await refusal(part('0.01'))).toEqual(['ALLOCATION_EXCEEDS_CREDIT', 'allocations']);
  });
});

describe('what is refused of returns and credit notes', () => {
  const nobody = '01900000-0000-7000-8000-000000000000';
  let id: string;
  let invoiceId: string;
  let lineId: string;

  beforeAll(async () => {
    ({ id } = await go.ordered({ quantity: '10', unitPrice: '10', taxCodeId: yard.vatId }));
    await received(yard, id);
    invoiceId = (await go.billed(id, '10')).id;
    lineId = await go.receiptLine(id);
  });

  const returns = async (line: string, quantity: string) => {
    const { code, path } = await yard.refusal((tx) =>
      purchaseReturns.create(tx, go.returning(id, line, quantity)),
    );
    return [code, path.join('.')];
  };
  const credits = async (told: object) => {
    const { code, path } = await yard.refusal((tx) =>
      purchaseCreditNotes.create(tx, go.note(invoiceId, told)),
    );
    return [code, path.join('.')];
  };

  it('is told at its field, of a return', async () => {
    expect(await returns(lineId, '10.1')).toEqual(['RETURN_EXCEEDS_RECEIVED', 'lines.0.quantity']);
    expect(await returns(lineId, '0')).toEqual(['QUANTITY_OUT_OF_RANGE', 'lines.0.quantity']);
    expect(await returns(lineId, '-1')).toEqual(['QUANTITY_OUT_OF_RANGE', 'lines.0.quantity']);
    expect(await returns(lineId, '1e30')).toEqual(['QUANTITY_OUT_OF_RANGE', 'lines.0.quantity']);
    expect(await returns(nobody, '1')).toEqual(['NOT_FOUND', 'lines.0.goodsReceiptLineId']);
    const empty = { ...go.returning(id, lineId, '1'), lines: [] };
    expect(await yard.refusal((tx) => purchaseReturns.create(tx, empty))).toMatchObject({
      code: 'NOTHING_TO_SEND_BACK',
    });
    const gone = { ...empty, purchaseOrderId: nobody };
    expect(await yard.refusal((tx) => purchaseReturns.create(tx, gone))).toMatchObject({
      ...{ code: 'NOT_FOUND', path: ['purchaseOrderId'] },
    });
  });

  it('keeps a receipt from being reversed while a return names it, and gives up the return', async () => {
    const draft = { ...go.returning(id, lineId, '3'), ship: false };
    const { id: returnId } = await yard.act((tx) => purchaseReturns.create(tx, draft));
    expect(await returns(lineId, '8')).toEqual(['RETURN_EXCEEDS_RECEIVED', 'lines.0.quantity']);
    expect(await credits({ purchaseReturnId: returnId })).toEqual([
      ...['RETURN_NOT_SHIPPED', 'purchaseReturnId'],
    ]);
    const { id: other } = await go.ordered({ quantity: '2' });
    const receipt = await received(yard, other);
    const going = { ...go.returning(other, await go.receiptLine(other), '1'), ship: false };
    const { id: otherId } = await yard.act((tx) => purchaseReturns.create(tx, going));
    const reversing = { id: receipt.id, reason: 'All of it' };
    const { code } = await yard.refusal((tx) => goodsReceipts.reverse(tx, reversing));
    expect(code).toBe('GOODS_RECEIPT_RETURNED');
    expect(await credits({ purchaseReturnId: otherId })).toEqual(['NOT_FOUND', 'purchaseReturnId']);
    await yard.act((tx) => purchaseReturns.cancel(tx, { id: otherId }));
    await yard.act((tx) => goodsReceipts.reverse(tx, reversing));
    const stale = { id: returnId, expectedVersion: 7 };
    const ship = (tx: Parameters<typeof purchaseReturns.ship>[0]) =>
      purchaseReturns.ship(tx, stale);
    expect((await yard.refusal(ship)).code).toBe('STALE_VERSION');
    await yard.act((tx) => purchaseReturns.cancel(tx, { id: returnId }));
    const again = await yard.refusal((tx) => purchaseReturns.ship(tx, { id: returnId }));
    expect(again.code).toBe('TRANSITION_REFUSED');
  });

  it('never credits more than went back, than was billed, or twice', async () => {
    const line = await go.invoiceLine(invoiceId);
    const wanted = (told: object) => ({ lines: [{ purchaseInvoiceLineId: line, ...told }] });
    expect(await credits({})).toEqual(['NOTHING_TO_CREDIT', 'lines']);
    expect(await credits(wanted({ quantity: decimal(1) }))).toEqual([
      ...['CREDIT_NEEDS_RETURN', 'lines.0.quantity'],
    ]);
    expect(await credits(wanted({ netAmount: decimal('100.01') }))).toEqual([
      ...['CREDIT_AMOUNT_EXCEEDS_INVOICED', 'lines.0.netAmount'],
    ]);
    expect(await credits(wanted({ netAmount: decimal(-5) }))).toEqual([
      ...['AMOUNT_OUT_OF_RANGE', 'lines.0.netAmount'],
    ]);
    const back = await go.sentBack(id, '2');
    const of = { purchaseReturnId: back.id };
    expect(await credits({ ...of, ...wanted({ quantity: decimal(3) }) })).toEqual([
      ...['CREDIT_EXCEEDS_INVOICED', 'lines.0.quantity'],
    ]);
    const tax = wanted({ quantity: decimal(2), taxAmount: decimal('19.01') });
    expect(await credits({ ...of, ...tax })).toEqual([
      ...['CREDIT_AMOUNT_EXCEEDS_INVOICED', 'lines.0.taxAmount'],
    ]);
    // A draft holds what it credits; the supplier's number is taken once, until it is given up.
    const draft = { ...of, post: false, supplierReference: 'TWICE' };
    const { id: draftId } = await go.credited(invoiceId, draft);
    expect(await credits(of)).toEqual(['NOTHING_TO_CREDIT', 'purchaseReturnId']);
    const again = { ...wanted({ netAmount: decimal(1) }), supplierReference: 'TWICE' };
    expect(await credits(again)).toEqual([
      ...['DUPLICATE_SUPPLIER_REFERENCE', 'supplierReference'],
    ]);
    const early = await yard.refusal((tx) => purchaseCreditNotes.post(tx, { id: draftId }));
    expect(early.code).toBe('TRANSITION_REFUSED');
    await yard.act((tx) => purchaseCreditNotes.cancel(tx, { id: draftId }));
    // 2 × 10 and 19 % of tax, one cent less as the supplier rounds it.
    const rounded = wanted({ quantity: decimal(2), taxAmount: decimal('3.79') });
    const posted = await go.credited(invoiceId, { ...draft, ...rounded, post: true });
    expect(canonical(posted.grossAmount)).toBe('23.79');
    const change = sql`update "PurchaseCreditNote" set "reason" = 'x' where "id" = ${posted.id}`;
    await expect(change.execute(database.db)).rejects.toThrow();
    const less = sql`update "PurchaseReturnLine" set "credited" = 0 where
      "purchaseReturnId" = ${back.id}`;
    await expect(less.execute(database.db)).rejects.toThrow();
  });

  it('does not send back what is gone', async () => {
    const { id: other } = await go.ordered({ quantity: '2' });
    await received(yard, other);
    const line = await go.receiptLine(other);
    await go.sentBack(other, '2');
    const { code } = await yard.refusal((tx) =>
      purchaseReturns.create(tx, go.returning(other, line, '1')),
    );
    expect(code).toBe('RETURN_EXCEEDS_RECEIVED');
  });
});
