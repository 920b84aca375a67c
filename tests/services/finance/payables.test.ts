import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FactOn } from '../../../modules/events/index.js';
import { payments, queries } from '../../../modules/finance/index.js';
import { ofPayments } from '../../../modules/finance/payments-check.js';
import { ofVouchers } from '../../../modules/finance/vouchers-check.js';
import { purchaseInvoicePosted, suppliers } from '../../../modules/purchasing/index.js';
import { actorWith } from '../../support/acting.js';
import { amount, openTrade, type Trade } from '../../support/trade.js';

let trade: Trade;
let supplierId: string;
let otherSupplierId: string;

beforeAll(async () => {
  trade = await openTrade();
  const supplier = async (name: string) =>
    (await trade.stage.act((tx) => suppliers.upsert(tx, { name, currency: 'EUR' }))).id;
  [supplierId, otherSupplierId] = [await supplier('Steelworks'), await supplier('Rubber')];
});

afterAll(async () => {
  for (const { name, text } of [...ofVouchers, ...ofPayments])
    expect([name, await trade.read({ text, values: [] })]).toEqual([name, []]);
  await trade.database.close();
});

/** A bill for work, as purchasing posts it; 19 % of tax are not on it. */
async function billed(net: string, currency = 'USD', rate = '1', on = '2026-01-15') {
  const { stage, companyId } = trade;
  const id = randomUUID();
  await stage.act(async (tx) => {
    const row = {
      ...{ id, companyId, supplierId, number: `PI-${id}`, supplierReference: id },
      ...{ purchaseOrderId: randomUUID(), status: 'POSTED' as const, match: 'MATCHED' as const },
      ...{ currency, exchangeRate: amount(rate), documentOn: on, postedOn: on, dueOn: on },
      ...{ netAmount: amount(net), taxAmount: amount(0), grossAmount: amount(net) },
      ...{ createdAt: tx.now, createdById: tx.actor.id, updatedAt: tx.now, customFields: '{}' },
    };
    const after = await tx.db
      .insertInto('PurchaseInvoice')
      .values(row)
      .returningAll()
      .executeTakeFirstOrThrow();
    const line = { purchaseOrderLineId: randomUUID(), itemId: null, kind: 'CHARGE' as const };
    const nothing = { tax: amount(0), received: amount(0), toStock: amount(0) };
    const data = {
      ...{ purchaseOrderId: row.purchaseOrderId, purchaseInvoiceId: id, supplierId },
      ...{ currency, exchangeRate: amount(rate), postedOn: on },
      lines: [{ ...line, ...nothing, net: amount(net) }],
    };
    const told: FactOn<'PurchaseInvoice', typeof data> = purchaseInvoicePosted({
      ...{ before: null, after, data },
    }) as never;
    tx.emit(told);
  });
  return id;
}

const paying = (value: string, currency = 'USD', on = '2026-02-10') => ({
  ...{ companyId: trade.companyId, supplierId, amount: amount(value), currency, documentOn: on },
});
const part = (purchaseInvoiceId: string, value: string) => {
  return { purchaseInvoiceId, amount: amount(value) };
};

async function owed(): Promise<string> {
  const [found] = await queries.supplierExposures(trade.read, [supplierId], 'ALL');
  return String(found?.payable);
}

const invoice = (id: string) =>
  trade.database.db
    .selectFrom('PurchaseInvoice')
    .select(['settlement', 'paidAmount'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();

describe('paying a supplier', () => {
  it('settles a bill, and is undone in red letters', async () => {
    const bill = await billed('100');
    const before = await owed();
    const input = { ...paying('100'), allocations: [part(bill, '100')] };
    const payment = await trade.stage.act((tx) => payments.make(tx, input));
    expect(payment).toMatchObject({ direction: 'PAID', status: 'APPLIED', supplierId });
    expect(await trade.booked(payment.id)).toEqual({ 1000: '-100', 2000: '100' });
    expect(
      amount(before)
        .sub(await owed())
        .toString(),
    ).toBe('100');
    expect(await invoice(bill)).toMatchObject({ settlement: 'PAID' });
    const undoing = { id: payment.id, postedOn: '2026-02-11', reason: 'Sent back by the bank' };
    await trade.stage.act((tx) => payments.reverse(tx, undoing));
    expect(await trade.booked(payment.id)).toEqual({});
    expect(await owed()).toBe(before);
    expect(await invoice(bill)).toMatchObject({ settlement: 'UNPAID' });
  });

  it('in advance stays on its account, until a bill takes it', async () => {
    const { id } = await trade.stage.act((tx) => payments.make(tx, paying('80')));
    const bill = await billed('50');
    const open = async () =>
      (await queries.openPayables(trade.read, { companyId: trade.companyId, asOf: '2026-02-28' }))
        .filter((one) => one.supplierId === supplierId && one.bucket === 'ON_ACCOUNT')
        .map((one) => String(one.amount));
    expect(await open()).toEqual(['-80']);
    const input = { id, allocations: [part(bill, '50')], postedOn: '2026-02-20' };
    const after = await trade.stage.act((tx) => payments.allocate(tx, input));
    expect([after.status, String(after.allocated)]).toEqual(['POSTED', '50']);
    expect(await open()).toEqual(['-30']);
  });

  it.each([
    // Billed at 1.20 in January; the rate of February is 1.10: 100 EUR are 10 USD cheaper (IAS
    // 21.28).
    ['2026-02-10', { 1000: '-110', 2000: '120', 4900: '-10' }, '10'],
    ['2026-01-20', { 1000: '-120', 2000: '120' }, '0'],
  ])('in euros on %s', async (on, accounts, gain) => {
    const bill = await billed('100', 'EUR', '1.2');
    const input = { ...paying('100', 'EUR', on), allocations: [part(bill, '100')] };
    const payment = await trade.stage.act((tx) => payments.make(tx, input));
    expect(await trade.booked(payment.id)).toEqual(accounts);
    const allocation = await trade.database.db
      .selectFrom('PaymentAllocation')
      .select('exchangeDifference')
      .where('paymentId', '=', payment.id)
      .executeTakeFirstOrThrow();
    expect(String(allocation.exchangeDifference)).toBe(gain);
  });

  it('loses where the money became dearer', async () => {
    const bill = await billed('100', 'EUR', '1.05');
    const input = { ...paying('100', 'EUR'), allocations: [part(bill, '100')] };
    const payment = await trade.stage.act((tx) => payments.make(tx, input));
    expect(await trade.booked(payment.id)).toEqual({ 1000: '-110', 2000: '105', 6900: '5' });
    const undoing = { id: payment.id, postedOn: '2026-02-12', reason: 'Twice' };
    await trade.stage.act((tx) => payments.reverse(tx, undoing));
    expect(await trade.booked(payment.id)).toEqual({});
  });

  it('is aged by when bills are due', async () => {
    const bill = await billed('70', 'USD', '1', '2026-01-20');
    const on = (asOf: string) =>
      queries.openPayables(trade.read, { companyId: trade.companyId, asOf });
    const bucket = async (asOf: string, name: string) =>
      (await on(asOf)).some((one) => one.bucket === name && one.amount.gte(70));
    expect(bill).not.toBe('');
    expect(await bucket('2026-01-20', 'NOT_DUE')).toBe(true);
    expect(await bucket('2026-02-19', 'DAYS_1_30')).toBe(true);
    expect(await bucket('2026-06-30', 'DAYS_OVER_90')).toBe(true);
  });

  it.each<[string, () => Promise<object>, string, string]>([
    [
      'more than is open',
      async () => ({ ...paying('200'), allocations: [part(await billed('100'), '100.01')] }),
      ...(['ALLOCATION_EXCEEDS_INVOICE', 'allocations.0.amount'] as const),
    ],
    [
      'in another currency',
      async () => ({
        ...paying('100'),
        allocations: [part(await billed('100', 'EUR', '1.2'), '100')],
      }),
      ...(['CURRENCY_MISMATCH', 'allocations.0'] as const),
    ],
    [
      'the bill of another',
      async () => ({
        ...{ ...paying('100'), supplierId: otherSupplierId },
        allocations: [part(await billed('100'), '100')],
      }),
      ...(['NOT_FOUND', 'allocations.0.purchaseInvoiceId'] as const),
    ],
    [
      'a sales invoice',
      async () => ({
        ...paying('100'),
        allocations: [{ salesInvoiceId: randomUUID(), amount: amount(100) }],
      }),
      ...(['INVOICE_OF_OTHER_KIND', 'allocations.0.purchaseInvoiceId'] as const),
    ],
    ['nobody', async () => ({ ...paying('1'), supplierId: randomUUID() }), 'NOT_FOUND', ''],
  ])('is refused for %s', async (_, making, code, path) => {
    const input = (await making()) as ReturnType<typeof paying>;
    const refusal = await trade.stage.refusal((tx) => payments.make(tx, input));
    expect([refusal.code, refusal.path.join('.')]).toEqual([code, path]);
  });

  it('is hidden from those of another company', async () => {
    const stranger = actorWith([], [trade.otherId]);
    const refusal = await trade.stage.refusal((tx) => payments.make(tx, paying('1')), stranger);
    expect(refusal.code).toBe('NOT_FOUND');
  });

  it('costs as many statements for many bills as for one', async () => {
    const counted = async (count: number) => {
      const bills = [];
      for (let made = 0; made < count; made += 1) bills.push(await billed('10'));
      const allocations = bills.map((id) => part(id, '10'));
      const input = { ...paying(String(count * 10)), allocations };
      const run = () => trade.stage.act((tx) => payments.make(tx, input));
      return (await trade.database.statements.during(run)).texts.length;
    };
    expect(await counted(7)).toBe(await counted(1));
  });
});
