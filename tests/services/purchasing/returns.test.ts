import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { items, stock } from '../../../modules/inventory/index.js';
import { canonical, decimal } from '../../../modules/kernel/index.js';
import { hearings } from '../../../modules/listeners.js';
import {
  goodsReceipts,
  purchaseCreditNotes,
  purchaseInvoices,
  purchaseOrders,
  purchaseReturns,
} from '../../../modules/purchasing/index.js';
import type { Database } from '../../../prisma/database.js';
import { openTestDatabase } from '../../support/database.js';
import { brokenInvariants } from '../../support/invariants.js';
import { sendingBack } from './sending-back.js';
import {
  linesNow,
  newItem,
  openYard,
  order,
  orderNow,
  received,
  sent,
  stockOf,
  type Yard,
} from './yard.js';

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

describe('goods that go back after they were invoiced', () => {
  it('leave at what their own receipt cost, and are credited without a variance', async () => {
    // Ten at 10, billed at 12: by FIFO each is worth 12. Beside them ten more at 10.
    const wanted = { quantity: '20', unitPrice: '10', taxCodeId: yard.vatId };
    const { id, itemId } = await go.ordered({ ...wanted, method: 'FIFO' });
    await received(yard, id, ['10']);
    const invoice = await go.billed(id, '10', '12');
    await received(yard, id, ['10'], { documentOn: '2026-03-07' });
    expect(await stockOf(yard, itemId)).toEqual(['20', '220']);

    const back = await go.sentBack(id, '2');
    expect(back).toMatchObject({ status: 'SHIPPED', number: 'RS-2026-00001', version: 2 });
    // 2 × 12 leave stock; at the order's price 2 × 10 were owed, and 4 is a variance for now.
    expect(await go.booked(back.id)).toEqual({
      ...{ GOODS_RECEIVED_NOT_INVOICED: '20', PURCHASE_PRICE_VARIANCE: '4', RAW_MATERIALS: '-24' },
    });
    expect(await stockOf(yard, itemId)).toEqual(['18', '196']);
    expect(await go.lineOf(id)).toEqual(['RECEIVED', '20', '2', '0', '10', '0', '100', '20']);

    // 2 × 12 = 24 and 19 % of tax: the variance is gone, and nothing is owed for the two.
    const credit = await go.credited(invoice.id, { purchaseReturnId: back.id });
    expect(credit).toMatchObject({ status: 'POSTED', number: 'PCN-2026-00001' });
    expect(await go.booked(credit.id)).toEqual({
      ...{ PAYABLES: '28.56', GOODS_RECEIVED_NOT_INVOICED: '-20' },
      ...{ PURCHASE_PRICE_VARIANCE: '-4', INPUT_VAT: '-4.56' },
    });
    expect(await go.lineOf(id)).toEqual(['RECEIVED', '20', '2', '0', '10', '2', '100', '0']);
    // 142.80 were billed.
    expect(await go.invoiceNow(invoice.id)).toEqual(['PARTIALLY_PAID', '28.56']);
  });

  it('leave at the standard cost where one is kept', async () => {
    // Ten at 10 with a standard of 9: the variance of 1 each was taken at receipt.
    const { id } = await go.ordered({
      quantity: '10',
      unitPrice: '10',
      method: 'STANDARD',
      cost: '9',
    });
    await received(yard, id);
    const invoice = await go.billed(id, '10');
    const back = await go.sentBack(id, '3');
    expect(await go.booked(back.id)).toEqual({
      ...{ GOODS_RECEIVED_NOT_INVOICED: '30', PURCHASE_PRICE_VARIANCE: '-3', RAW_MATERIALS: '-27' },
    });
    const credit = await go.credited(invoice.id, { purchaseReturnId: back.id });
    expect(await go.booked(credit.id)).toEqual({
      PAYABLES: '30',
      GOODS_RECEIVED_NOT_INVOICED: '-30',
    });
  });

  it('are credited less when the supplier keeps a fee, which is a variance', async () => {
    const { id } = await go.ordered({ quantity: '10', unitPrice: '10' });
    await received(yard, id);
    const invoice = await go.billed(id, '10');
    const back = await go.sentBack(id, '4');
    const line = { purchaseInvoiceLineId: await go.invoiceLine(invoice.id), quantity: decimal(4) };
    const lines = [{ ...line, netAmount: decimal(35) }];
    const credit = await go.credited(invoice.id, { purchaseReturnId: back.id, lines });
    expect(await go.booked(credit.id)).toEqual({
      ...{ PAYABLES: '35', GOODS_RECEIVED_NOT_INVOICED: '-40', PURCHASE_PRICE_VARIANCE: '5' },
    });
  });

  it('go back of the lot they came in, and of the rest of the stock without one', async () => {
    const made = { code: go.once('RL'), name: 'Resin', isBought: true, isLotTracked: true };
    const [item] = await yard.act((tx) => items.upsertMany(tx, [{ ...made, unit: 'C62' }]));
    const itemId = 'ok' in item! ? item.ok.id : '';
    const { id } = await sent(yard, order(yard, { itemId, quantity: '10' }));
    const [line] = await linesNow(yard, id);
    const lot = (code: string, quantity: string) => ({
      ...{ purchaseOrderLineId: line!.id, quantity: decimal(quantity), lot: { code } },
    });
    const input = { purchaseOrderId: id, lines: [lot('A', '6'), lot('B', '4')], post: true };
    await yard.act((tx) => goodsReceipts.create(tx, { ...input, documentOn: '2026-03-03' }));
    await go.sentBack(id, '3', 1);
    const { rows } = await sql<{ code: string; left: ReturnType<typeof decimal> }>`
      select l."code", s."onHand" as left from "StockLevel" s join "Lot" l on l."id" = s."lotId"
      where s."itemId" = ${itemId} order by l."code"
    `.execute(database.db);
    expect(rows.map(({ code, left }) => [code, canonical(left)])).toEqual([
      ['A', '6'],
      ['B', '1'],
    ]);
  });
});

describe('goods of which a part was invoiced', () => {
  it('go back unbilled first, so that they never are, and the rest is credited', async () => {
    // Three for 10.00: a third is 3.33 or 3.34.
    const { id } = await go.ordered({ quantity: '3', unitPrice: '3.333333333' });
    await received(yard, id);
    const invoice = await go.billed(id, '1');
    expect(await go.lineOf(id)).toEqual(['RECEIVED', '3', '0', '0', '1', '0', '6.67', '0']);
    const back = await go.sentBack(id, '3');
    // Two were not billed and hold 6.67; one was, and is 3.33 of 10.00.
    expect(await go.booked(back.id)).toEqual({
      ...{ GOODS_RECEIVED_NOT_INVOICED: '10', RAW_MATERIALS: '-10' },
    });
    expect(await go.lineOf(id)).toEqual(['INVOICED', '3', '3', '2', '1', '0', '0', '3.33']);
    expect((await orderNow(yard, id)).status).toBe('INVOICED');
    await go.credited(invoice.id, { purchaseReturnId: back.id });
    expect(await go.lineOf(id)).toEqual(['INVOICED', '3', '3', '2', '1', '1', '0', '0']);
  });

  it('are not withdrawn from an invoice that is entered and not posted', async () => {
    const { id } = await go.ordered({ quantity: '5' });
    await received(yard, id);
    const draft = { purchaseOrderId: id, supplierReference: go.once('B') };
    const { id: invoiceId } = await yard.act((tx) => purchaseInvoices.create(tx, draft));
    const line = await go.receiptLine(id);
    const going = go.returning(id, line, '1');
    const refused = await yard.refusal((tx) => purchaseReturns.create(tx, going));
    expect(refused.code).toBe('INVOICE_BILLS_RETURNED');
    await yard.act((tx) => purchaseInvoices.cancel(tx, { id: invoiceId }));
    await go.sentBack(id, '1');
    // Four are kept and can be billed, and no more.
    const [bill] = await linesNow(yard, id);
    const all = { purchaseOrderLineId: bill!.id, quantity: decimal(5) };
    const { code, params } = await yard.refusal((tx) =>
      purchaseInvoices.create(tx, { ...draft, lines: [all] }),
    );
    expect([code, params]).toMatchObject(['INVOICE_EXCEEDS_RECEIVED', { open: '4' }]);
    await go.billed(id, '4');
    expect((await go.lineOf(id))[0]).toBe('INVOICED');
    await yard.act((tx) => purchaseOrders.close(tx, { id }));
  });
});

describe('a price that is lowered afterwards', () => {
  it('is taken off the stock that is still there, and the rest is a variance', async () => {
    const { id, itemId } = await go.ordered({ quantity: '10', unitPrice: '10' });
    await received(yard, id);
    const invoice = await go.billed(id, '10');
    const { companyId, warehouseId } = yard;
    const lineId = invoice.id;
    const goods = { lineId, reservationLineId: lineId, itemId, warehouseId, quantity: decimal(4) };
    // Four are gone, by a verb of inventory that the books do not hear of: put back at the end.
    await yard.act((tx) =>
      stock.issue(tx, {
        ...{ companyId, kind: 'ISSUE', document: { type: 'WorkOrder', id: lineId } },
        ...{ postedOn: '2026-03-08', lines: [goods] },
      }),
    );
    const lines = [
      { purchaseInvoiceLineId: await go.invoiceLine(invoice.id), netAmount: decimal(5) },
    ];
    // 5 off ten, of which six are there: 3 off stock, 2 of variance.
    const credit = await go.credited(invoice.id, { lines });
    expect(await go.booked(credit.id)).toEqual({
      ...{ PAYABLES: '5', RAW_MATERIALS: '-3', PURCHASE_PRICE_VARIANCE: '-2' },
    });
    expect(await stockOf(yard, itemId)).toEqual(['6', '57']);
    await yard.act((tx) =>
      stock.receive(tx, [
        {
          ...{ companyId, warehouseId, itemId, unit: 'C62', quantity: decimal(4) },
          ...{ value: decimal(40), currency: 'EUR', kind: 'ISSUE_RETURN' as const },
          ...{ postedOn: '2026-03-08', document: { type: 'WorkOrder', id: lineId } },
        },
      ]),
    );
  });
});

describe('the cost of long returns', () => {
  /** Statements of a return that leaves at once, of its credit note, and of its posting. */
  async function statements(lines: number): Promise<number[]> {
    const wanted = await Promise.all(
      Array.from({ length: lines }, async () => ({ itemId: await newItem(yard, go.once('R')) })),
    );
    const { id } = await sent(yard, order(yard, ...wanted));
    await received(yard, id);
    const told = { purchaseOrderId: id, documentOn: '2026-03-05', post: true };
    const bill = { ...told, supplierReference: go.once('B'), postedOn: '2026-03-06' };
    const { id: invoiceId } = await yard.act((tx) => purchaseInvoices.create(tx, bill));
    const counts: number[] = [];
    async function step<T>(run: Parameters<Yard['act']>[0]): Promise<T> {
      const { value, texts } = await database.statements.during(() => yard.act(run));
      counts.push(texts.length);
      return value as T;
    }
    const all = { purchaseOrderId: id, reason: 'Bent', documentOn: '2026-03-10', ship: true };
    const back = await step<{ id: string }>((tx) => purchaseReturns.create(tx, all));
    const told2 = go.note(invoiceId, { purchaseReturnId: back.id, post: false });
    const draft = await step<{ id: string }>((tx) => purchaseCreditNotes.create(tx, told2));
    await step((tx) => purchaseCreditNotes.approve(tx, { id: draft.id }));
    await step((tx) => purchaseCreditNotes.post(tx, { id: draft.id, postedOn: '2026-03-12' }));
    return counts;
  }

  it('does not grow with the lines', async () => {
    const one = await statements(1);
    expect(await statements(6)).toEqual(one);
  });
});
