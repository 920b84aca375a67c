import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { done } from '../../clients/typescript/client.js';
import {
  CustomerTermsSetDocument,
  DeliveryCancelDocument,
  DeliveryCreateDocument,
  ExchangeRatesBulkDocument,
  FiscalPeriodCloseDocument,
  FiscalPeriodReopenDocument,
  FiscalPeriodSoftCloseDocument,
  FiscalPeriodsDocument,
  IncomeStatementDocument,
  OpenReceivablesDocument,
  OrderMarginDocument,
  SalesInvoiceDocument,
  SalesOrderCancelDocument,
  SalesOrderCloseDocument,
  SalesOrderConfirmDocument,
  TrialBalanceDocument,
} from '../../clients/typescript/generated/graphql.js';
import { openGraph, type TestGraph } from '../support/graph.js';
import { customer, openShop, type Shop } from '../support/graph-shop.js';
import { seller } from '../support/graph-selling.js';
import { brokenInvariants } from '../support/invariants.js';

const today = new Date().toISOString().slice(0, 10);
/** The year before, whose months are all over. */
const year = String(Number(today.slice(0, 4)) - 1);

let graph: TestGraph;
let shop: Shop;
let sell: ReturnType<typeof seller>;
let count = 0;

beforeAll(async () => {
  graph = await openGraph();
});
afterAll(() => graph.close());

beforeEach(async () => {
  shop = await openShop(graph.client, `SHOP${++count}`);
  sell = seller(graph.client, shop);
});
afterEach(async () => {
  await graph.settled();
  expect(await brokenInvariants(graph.database)).toEqual([]);
});

const openInAll = async () => {
  const asked = { company: shop.companyId, asOf: today };
  const { openReceivables } = await graph.client.request(OpenReceivablesDocument, asked);
  return openReceivables!.total.amount;
};

const balances = async () => {
  const asked = { company: shop.companyId, from: `${year}-01-01`, to: today };
  const { trialBalance } = await graph.client.request(TrialBalanceDocument, asked);
  const moved = trialBalance!.rows.filter(({ closing }) => closing.amount !== '0');
  return Object.fromEntries(moved.map(({ name, closing }) => [name, closing.amount]));
};

const marginOf = async (salesOrder: string) =>
  (await graph.client.request(OrderMarginDocument, { salesOrder })).salesOrder!.profitability!;

const invoiceOf = async (id: string) =>
  (await graph.client.request(SalesInvoiceDocument, { by: { id } })).salesInvoice!;

describe('an order that is delivered, billed and paid in parts', () => {
  it('comes to its end with every part accounted for', async () => {
    const charge = { kind: 'CHARGE' as const, description: 'Freight', unitPrice: '30' };
    const { id, lines } = await sell.confirmed([{ quantity: '10' }, { quantity: '4' }, charge]);
    const [first, second] = lines;
    await sell.ship(id, [{ salesOrderLineId: first!.id, quantity: '6' }]);
    const partly = await sell.bill(id);
    expect(partly.grossAmount.amount).toBe('363');
    expect((await sell.order(id)).status).toBe('IN_FULFILMENT');

    await sell.ship(id);
    const rest = await sell.bill(id);
    expect(rest.grossAmount.amount).toBe('440');
    const invoiced = await sell.order(id);
    expect(invoiced.status).toBe('INVOICED');
    expect(invoiced.lines!.nodes.map(({ shipped }) => shipped.value)).toEqual(['10', '4', '0']);
    expect(second!.quantity.value).toBe('4');

    await sell.pay(partly, '100');
    expect((await invoiceOf(partly.id)).settlementStatus).toBe('PARTIALLY_PAID');
    await sell.pay(partly, '263');
    expect((await invoiceOf(partly.id)).settlementStatus).toBe('PAID');
    await sell.pay(rest);
    expect((await sell.order(id)).paidAmount.amount).toBe('803');
    expect(await openInAll()).toBe('0');
    expect(await marginOf(id)).toMatchObject({
      revenue: { amount: '700' },
      chargesRevenue: { amount: '30' },
      costOfSales: { amount: '280' },
      margin: { amount: '450' },
    });
  });

  it('sums its margins to the income statement', async () => {
    const margins: string[] = [];
    for (const quantity of ['1', '3']) {
      const { id } = await sell.confirmed([{ quantity, unitPrice: '33.33' }]);
      await sell.ship(id);
      await sell.bill(id);
      margins.push((await marginOf(id)).margin.amount);
    }
    expect(margins).toEqual(['13.33', '39.99']);
    const span = { company: shop.companyId, from: today, to: today };
    const { incomeStatement } = await graph.client.request(IncomeStatementDocument, span);
    expect(incomeStatement!.grossProfit.amount).toBe('53.32');
  });

  it('takes up a delivery that was given up before it left', async () => {
    const { id } = await sell.confirmed([{ quantity: '5' }]);
    const planned = { input: { salesOrderId: id } };
    const { deliveryCreate } = await graph.client.request(DeliveryCreateDocument, planned);
    const input = { id: done(deliveryCreate).delivery!.id };
    done((await graph.client.request(DeliveryCancelDocument, { input })).deliveryCancel);
    await sell.ship(id);
    expect((await sell.order(id)).status).toBe('SHIPPED');
  });
});

describe('an order in a foreign currency', () => {
  const rate = async (validFrom: string, value: string) => {
    const rows = [{ from: 'EUR', to: 'USD', validFrom, rate: value }];
    done(
      (await graph.client.request(ExchangeRatesBulkDocument, { input: { rows } }))
        .exchangeRatesBulk,
    );
  };

  it.each([
    ['loses when the currency falls before it is paid', '1.1', 'loss', '10'],
    ['gains when it rises', '1.3', 'gain', '-10'],
  ])('%s', async (_, later, word, difference) => {
    await rate(`${year}-01-01`, '1.2');
    await rate(`${year}-02-01`, later);
    const customerId = await customer(graph.client, { name: 'Rhein', currency: 'EUR' });
    const inEuro = seller(graph.client, { ...shop, customerId });
    const on = `${year}-01-20`;
    const lines = [
      { kind: 'CHARGE' as const, description: 'Advice', unitPrice: '100', taxCodeId: null },
    ];
    const { id } = await inEuro.confirmed(lines, { documentOn: on });
    const invoice = await inEuro.bill(id, undefined, on);
    expect(invoice.grossAmount).toEqual({ amount: '100', currency: 'EUR' });
    const paid = { documentOn: `${year}-02-10`, postedOn: `${year}-02-10` };
    await inEuro.pay(invoice, '100', paid);
    expect(await openInAll()).toBe('0');
    const told = Object.entries(await balances()).find(([name]) =>
      name.toLowerCase().includes(word),
    );
    expect(told?.[1]).toBe(difference);
  });
});

describe('an order that is cancelled before anything left', () => {
  it('sets its stock and its credit free, and leaves no trace in the books', async () => {
    const before = await balances();
    const { id } = await sell.confirmed([{ quantity: '100' }]);
    const short = await sell.confirmed([{ quantity: '1' }]);
    expect((await sell.order(short.id)).lines!.nodes[0]!.reserved.value).toBe('0');
    const input = { id, reason: 'The customer changed his mind.' };
    done((await graph.client.request(SalesOrderCancelDocument, { input })).salesOrderCancel);
    const other = await sell.confirmed([{ quantity: '99' }]);
    expect((await sell.order(other.id)).lines!.nodes[0]!.reserved.value).toBe('99');
    expect(await balances()).toEqual(before);
  });

  it('is refused once something was shipped', async () => {
    const { id, lines } = await sell.confirmed([{ quantity: '2' }]);
    await sell.ship(id, [{ salesOrderLineId: lines[0]!.id, quantity: '1' }]);
    const input = { id, reason: 'Too late.' };
    const { salesOrderCancel } = await graph.client.request(SalesOrderCancelDocument, { input });
    expect(salesOrderCancel!.userErrors).toHaveLength(1);
    expect((await sell.order(id)).status).toBe('IN_FULFILMENT');
  });
});

describe('an order for more than there is', () => {
  it('reserves what is there, ships no more than that, and can be closed with the rest given up', async () => {
    const { id, lines } = await sell.confirmed([{ quantity: '120' }]);
    expect((await sell.order(id)).lines!.nodes[0]!.reserved.value).toBe('100');
    await expect(sell.ship(id)).rejects.toMatchObject({ code: 'INSUFFICIENT_STOCK' });
    const planned = await graph.ask(
      '{ deliveries(where: {status: {eq: PACKED}}, orderBy: [{id: {direction: DESC}}], first: 1) { nodes { id } } }',
    );
    const [delivery] = (planned.data as { deliveries: { nodes: { id: string }[] } }).deliveries
      .nodes;
    const cancelled = { input: { id: delivery!.id } };
    done((await graph.client.request(DeliveryCancelDocument, cancelled)).deliveryCancel);
    await sell.ship(id, [{ salesOrderLineId: lines[0]!.id, quantity: '100' }]);
    await sell.bill(id);
    const { salesOrderClose } = await graph.client.request(SalesOrderCloseDocument, {
      input: { id },
    });
    expect(done(salesOrderClose).salesOrder!.status).toBe('CLOSED');
  });

  it('is refused as a whole when all or nothing is asked for', async () => {
    const { id } = await sell.drafted([{ quantity: '101' }]);
    const input = { id, policy: 'ALL_OR_NOTHING' as const };
    const key = { idempotencyKey: randomUUID() };
    const answer = await graph.client.request(SalesOrderConfirmDocument, { input }, key);
    expect(answer.salesOrderConfirm!.userErrors).toMatchObject([
      { __typename: 'InsufficientStock' },
    ]);
    expect((await sell.order(id)).status).toBe('DRAFT');
  });
});

describe('a customer with a credit limit', () => {
  it('is refused beyond it, and served again once he has paid', async () => {
    const { customerId, companyId } = shop;
    const input = { customerId, companyId, creditLimit: '150' };
    done((await graph.client.request(CustomerTermsSetDocument, { input })).customerTermsSet);
    const first = await sell.confirmed([{ quantity: '2' }]);
    const second = await sell.drafted([{ quantity: '1' }]);
    await expect(sell.confirm(second.id)).rejects.toMatchObject({ code: 'CREDIT_LIMIT_EXCEEDED' });
    expect((await sell.order(second.id)).lines!.nodes[0]!.reserved.value).toBe('0');
    await sell.ship(first.id);
    const invoice = await sell.bill(first.id);
    await expect(sell.confirm(second.id)).rejects.toMatchObject({ code: 'CREDIT_LIMIT_EXCEEDED' });
    await sell.pay(invoice);
    expect((await sell.confirm(second.id)).status).toBe('CONFIRMED');
  });
});

describe('a period that is closed', () => {
  it('takes no invoice, and takes it when it was opened again', async () => {
    const on = `${year}-01-20`;
    const { id } = await sell.confirmed([{ kind: 'CHARGE', description: 'Advice' }], {
      documentOn: on,
    });
    const other = await sell.confirmed([{ kind: 'CHARGE', description: 'More' }], {
      documentOn: on,
    });
    await sell.bill(id, undefined, on);
    const where = {
      company: { id: { eq: shop.companyId } },
      startsOn: { lte: on },
      endsOn: { gte: on },
    };
    const { fiscalPeriods } = await graph.client.request(FiscalPeriodsDocument, {
      where,
      first: 1,
    });
    const period = { id: fiscalPeriods!.nodes[0]!.id };
    const soft = await graph.client.request(FiscalPeriodSoftCloseDocument, { input: period });
    done(soft.fiscalPeriodSoftClose);
    const closed = await graph.client.request(FiscalPeriodCloseDocument, { input: period });
    expect(done(closed.fiscalPeriodClose).fiscalPeriod!.status).toBe('CLOSED');
    const before = await balances();
    await expect(sell.bill(other.id, undefined, on)).rejects.toMatchObject({
      code: 'PERIOD_CLOSED',
    });
    expect(await balances()).toEqual(before);

    const reopening = { input: { ...period, reason: 'One invoice was forgotten.' } };
    done((await graph.client.request(FiscalPeriodReopenDocument, reopening)).fiscalPeriodReopen);
    const drafts = await graph.ask(
      'query ($id: ID!) { salesInvoices(where: {salesOrder: {id: {eq: $id}}}) { nodes { id } } }',
      { id: other.id },
    );
    const [draft] = (drafts.data as { salesInvoices: { nodes: { id: string }[] } }).salesInvoices
      .nodes;
    const posted = await graph.ask(
      'mutation ($id: ID!, $on: Date!) { salesInvoicePost(input: {id: $id, postedOn: $on}) { salesInvoice { number status } userErrors { code } } }',
      { id: draft!.id, on },
      { 'idempotency-key': randomUUID() },
    );
    expect(posted.data).toMatchObject({ salesInvoicePost: { salesInvoice: { status: 'POSTED' } } });
  });
});
