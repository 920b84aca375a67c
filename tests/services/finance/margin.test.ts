import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { payments, queries } from '../../../modules/finance/index.js';
import { items, openings } from '../../../modules/inventory/index.js';
import { isAccepted } from '../../../modules/kernel/index.js';
import { deliveries, salesInvoices, salesOrders } from '../../../modules/sales/index.js';
import { brokenInvariants } from '../../support/invariants.js';
import { amount, openTrade, type Trade } from '../../support/trade.js';

let trade: Trade;
let stage: Trade['stage'];
let itemId: string;

beforeAll(async () => {
  trade = await openTrade();
  stage = trade.stage;
  const item = { code: 'LAMP', name: 'Lamp', unit: 'C62' };
  itemId = (await stage.act((tx) => items.upsert(tx, item))).id;
});

afterAll(async () => {
  expect(await brokenInvariants(trade.database)).toEqual([]);
  await trade.database.close();
});

async function open(quantity: number, unitCost: string): Promise<void> {
  const { companyId, warehouseId } = trade;
  const one = { companyId, warehouseId, itemId, quantity: amount(quantity) };
  const opening = { ...one, unitCost: amount(unitCost), postedOn: '2026-01-01' };
  const outcomes = await stage.act((tx) => openings.upsertMany(tx, [opening]));
  expect(outcomes.every(isAccepted)).toBe(true);
}

async function orderOf(quantity: number, unitPrice: string, freight: string): Promise<string> {
  const customerId = await trade.customer();
  const { companyId, warehouseId } = trade;
  const lines = [
    { itemId, quantity: amount(quantity), unitPrice: amount(unitPrice) },
    { kind: 'CHARGE' as const, description: 'Freight', unitPrice: amount(freight) },
  ];
  const input = { companyId, customerId, warehouseId, documentOn: '2026-01-15', lines };
  const { id } = await stage.act((tx) => salesOrders.create(tx, input));
  await stage.act((tx) => salesOrders.confirm(tx, { id }));
  return id;
}

async function ship(salesOrderId: string): Promise<void> {
  const { id } = await stage.act((tx) => deliveries.create(tx, { salesOrderId }));
  await stage.act((tx) => deliveries.ship(tx, { id, postedOn: '2026-01-16' }));
}

async function bill(salesOrderId: string) {
  const draft = { salesOrderId, documentOn: '2026-01-17' };
  const { id } = await stage.act((tx) => salesInvoices.create(tx, draft));
  await stage.act((tx) => salesInvoices.approve(tx, { id }));
  return stage.act((tx) => salesInvoices.post(tx, { id, postedOn: '2026-01-17' }));
}

async function marginOf(id: string): Promise<string[]> {
  const of = (await queries.profitability(trade.read, [id])).get(id);
  if (!of) throw new Error('An order has no profitability.');
  const { revenue, chargesRevenue, costOfSales, margin, marginPercent } = of;
  return [revenue, chargesRevenue, costOfSales, margin, marginPercent].map(String);
}

describe('the margin of an order', () => {
  it('follows from opening stock, delivery, invoice and payment, by the ledger alone', async () => {
    // 10 at 6.00 and 5 at 9.00 are 15 worth 105.00: 7.00 each on average. 4 of them cost 28.00;
    // sold at 12.50 they bring 50.00, with 5.00 of freight 55.00: the margin is 27.00, 49.0909 %.
    await open(10, '6');
    await open(5, '9');
    const order = await orderOf(4, '12.5', '5');
    expect(await marginOf(order)).toEqual(['0', '0', '0', '0', 'null']);
    await ship(order);
    expect(await marginOf(order)).toEqual(['0', '0', '28', '-28', 'null']);
    const { id, customerId } = await bill(order);
    expect(await marginOf(order)).toEqual(['50', '5', '28', '27', '49.0909']);
    const received = {
      ...{ companyId: trade.companyId, customerId, currency: 'USD', documentOn: '2026-01-20' },
      amount: amount(55),
      allocations: [{ salesInvoiceId: id, amount: amount(55) }],
    };
    await stage.act((tx) => payments.receive(tx, received));
    const span = { companyId: trade.companyId, from: '2026-01-01', to: '2026-12-31' };
    const closing = (await queries.trialBalance(trade.read, span))
      .filter((row) => !row.closing.isZero())
      .map((row) => `${row.code} ${row.closing.toString()}`);
    expect(closing).toEqual(['1000 55', '1200 77', '3900 -105', '4000 -50', '4100 -5', '5000 28']);
  });

  it('is told of an invoice that is overdue by its age', async () => {
    const order = await orderOf(1, '20', '1');
    await ship(order);
    const { dueOn, customerId } = await bill(order);
    const asOf = (days: number) =>
      new Date(Date.parse(dueOn ?? '') + days * 86_400_000).toISOString().slice(0, 10);
    const bucketAfter = async (days: number) => {
      const input = { companyId: trade.companyId, asOf: asOf(days) };
      const aged = await queries.openReceivables(trade.read, input);
      return aged.filter((row) => row.customerId === customerId).map((row) => row.bucket);
    };
    expect(await bucketAfter(0)).toEqual(['NOT_DUE']);
    expect(await bucketAfter(1)).toEqual(['DAYS_1_30']);
    expect(await bucketAfter(60)).toEqual(['DAYS_31_60']);
    expect(await bucketAfter(91)).toEqual(['DAYS_OVER_90']);
    expect(await bucketAfter(-30)).toEqual([]);
  });
});
