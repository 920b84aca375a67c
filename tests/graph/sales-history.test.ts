import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { done } from '../../clients/typescript/client.js';
import {
  CustomerHistoryDocument,
  ImportHistoryDocument,
  PastActionsDocument,
  type SalesOrderHistoryBulkRow,
} from '../../clients/typescript/generated/graphql.js';
import { openGraph, type TestGraph } from '../support/graph.js';
import { openShop, type Shop } from '../support/graph-shop.js';
import { brokenInvariants } from '../support/invariants.js';

type Row = SalesOrderHistoryBulkRow;

describe('history of sales in the graph', () => {
  let graph: TestGraph;
  let shop: Shop;
  beforeAll(async () => {
    graph = await openGraph();
    shop = await openShop(graph.client);
  });
  afterAll(() => graph.close());

  /** Four pieces at 50 less a tenth, and their freight: 190, and 14.40 of tax. */
  const row = (key: string, more: Partial<Row> = {}): Row => ({
    ...{ companyId: shop.companyId, customerId: shop.customerId, warehouseId: shop.warehouseId },
    externalRefs: [{ system: 'old', key }],
    documentOn: '2019-03-04',
    lines: [
      {
        ...{ itemId: shop.itemId, quantity: '4', unitPrice: '50', discountPercent: '10' },
        taxAmount: '14.40',
      },
      { kind: 'CHARGE', description: 'Freight', unitPrice: '10' },
    ],
    ...more,
  });

  async function record(rows: readonly Row[], validateOnly = false) {
    const input = { rows: [...rows], validateOnly };
    const answer = await graph.client.request(ImportHistoryDocument, { input });
    return done(answer.salesOrderHistoryBulk).results;
  }

  const refusals = async (one: Row) =>
    (await record([one]))[0]!.userErrors.map(({ code, path }) => [code, path.slice(3).join('.')]);

  const pastOrder = async (id: string) => {
    const variables = { id: shop.customerId, first: 50 };
    const { customer } = await graph.client.request(CustomerHistoryDocument, variables);
    return customer!.salesOrders!.nodes.find((order) => order.id === id)!;
  };

  const count = async (text: string) =>
    Number((await graph.database.query({ text, values: [] })).rows[0]![0]);

  describe('an order that is recorded', () => {
    let id: string;
    beforeAll(async () => {
      const deliveries = [
        { number: 'LS-1', shippedOn: '2019-03-05', lines: [{ position: 1, quantity: '3' }] },
        { shippedOn: '2019-03-09' },
      ];
      const invoices = [
        {
          ...{ number: 'R-77', postedOn: '2019-03-05', dueOn: '2019-04-04', paidOn: '2019-04-01' },
          lines: [{ position: 1, quantity: '3' }],
        },
        { postedOn: '2019-03-09' },
      ];
      const [made] = await record([row('A-1', { number: 'OLD-1', deliveries, invoices })]);
      id = made!.salesOrder!.id;
    });

    it('is read with its lines, deliveries and invoices like every other', async () => {
      const order = await pastOrder(id);
      expect(order).toMatchObject({
        ...{ number: 'OLD-1', status: 'CLOSED', isHistoric: true },
        netAmount: { amount: '190', currency: 'USD' },
        grossAmount: { amount: '204.4' },
        paidAmount: { amount: '204.4' },
      });
      const figures = order.lines!.nodes.map((line) => [
        ...[line.kind, line.status, line.shipped.value, line.invoiced.value],
        line.item?.code ?? null,
      ]);
      expect(figures).toEqual([
        ['ITEM', 'INVOICED', '4', '4', 'ACME-I'],
        ['CHARGE', 'INVOICED', '0', '1', null],
      ]);
      expect(
        order.deliveries!.nodes.map((one) => [
          ...[one.number, one.status, one.postedOn],
          one.lines!.nodes.map(({ quantity }) => quantity.value).join(),
        ]),
      ).toEqual([
        ['LS-1', 'DELIVERED', '2019-03-05', '3'],
        ['OLD-1-D2', 'DELIVERED', '2019-03-09', '1'],
      ]);
      expect(
        order.salesInvoices!.nodes.map((one) => [
          ...[one.number, one.settlementStatus, one.dueOn, one.paidOn],
          ...[one.grossAmount.amount, one.openAmount!.amount],
        ]),
      ).toEqual([
        ['R-77', 'PAID', '2019-04-04', '2019-04-01', '145.8', '0'],
        [null, 'PAID', '2019-03-09', null, '58.6', '0'],
      ]);
    });

    it('offers no action, tells one fact and has no place in the margin', async () => {
      const { salesOrder } = await graph.client.request(PastActionsDocument, { id });
      const reasons = new Set(salesOrder!.availableActions!.map(({ reason }) => reason));
      expect(reasons).toEqual(new Set(['HISTORIC_DOCUMENT']));
      expect(salesOrder!.profitability).toBeNull();
      expect(salesOrder!.timeline!.nodes).toEqual([
        { type: 'sales.salesOrderHistoryRecorded', version: 1 },
      ]);
    });

    it('changes nothing when the same row comes again, and refuses another', async () => {
      const first = await record([row('A-2')]);
      const events = await count('select count(*) from "Event"');
      expect(await record([row('A-2')])).toEqual(first);
      expect(await count('select count(*) from "Event"')).toBe(events);
      expect(await refusals(row('A-2', { documentOn: '2019-03-05' }))).toEqual([
        ['HISTORY_DIFFERS', 'externalRefs.0'],
      ]);
    });

    it('leaves nothing of a trial', async () => {
      const orders = await count('select count(*) from "SalesOrder"');
      const [tried] = await record([row('A-3')], true);
      expect(tried!.userErrors).toEqual([]);
      expect(await count('select count(*) from "SalesOrder"')).toBe(orders);
    });

    it('is moved by no verb', async () => {
      const { salesInvoices, deliveries } = await pastOrder(id);
      const invoiceId = salesInvoices!.nodes[0]!.id;
      expect(deliveries!.nodes).toHaveLength(2);
      const { companyId, customerId } = shop;
      const documentOn = '2026-01-02';
      const money = { companyId, customerId, documentOn, amount: '1', currency: 'USD' };
      const tries: [string, object][] = [
        ['salesOrderClose', { id }],
        ['salesOrderCancel', { id, reason: 'No' }],
        ['deliveryCreate', { salesOrderId: id }],
        ['salesInvoiceCreate', { salesOrderId: id }],
        ['salesOrderMakeWorkOrders', { id }],
        ['salesReturnCreate', { salesOrderId: id, reason: 'Broken' }],
        ['creditNoteCreate', { salesInvoiceId: invoiceId, reason: 'Broken' }],
        ['salesOrderChangeRequest', { salesOrderId: id, reason: 'More' }],
        ['paymentReceive', { ...money, allocations: [{ salesInvoiceId: invoiceId, amount: '1' }] }],
      ];
      for (const [field, input] of tries) {
        const type = `${field[0]!.toUpperCase()}${field.slice(1)}Input`;
        const { data, errors } = await graph.ask(
          `mutation ($input: ${type}!) { ${field}(input: $input) { userErrors { __typename code } } }`,
          { input },
          { 'idempotency-key': `past-${field}` },
        );
        expect({ field, errors, ...data }).toEqual({
          ...{ field, errors: undefined },
          [field]: { userErrors: [{ __typename: 'HistoricDocument', code: 'HISTORIC_DOCUMENT' }] },
        });
      }
    });
  });

  it('keeps a number that no series gives, and marks one that a series could give', async () => {
    const [mine, theirs] = await record([row('SO43659'), row('SO-2019-00001')]);
    expect((await pastOrder(mine!.salesOrder!.id)).number).toBe('SO43659');
    expect((await pastOrder(theirs!.salesOrder!.id)).number).toBe('H/SO-2019-00001');
    expect(await refusals(row('B-1', { number: 'SO43659' }))).toEqual([
      ['DUPLICATE_KEY', 'number'],
    ]);
  });

  it('takes a net amount as it was when it agrees with its price', async () => {
    const line = { itemId: shop.itemId, quantity: '3', unitPrice: '33.333' };
    const given = (netAmount: string, more: Partial<Row> = {}) =>
      refusals(row(`net-${netAmount}`, { lines: [{ ...line, netAmount }], ...more }));
    expect(await given('99.99')).toEqual([]);
    expect(await given('100.02')).toEqual([['HISTORY_AMOUNT_MISMATCH', 'lines.0.netAmount']]);
    expect(await given('100.03', { tolerance: '0.05' })).toEqual([]);
    expect(await given('99.995')).toEqual([['NET_TOO_FINE', 'lines.0.netAmount']]);
  });

  it('ships no more than was ordered and bills no more than was shipped', async () => {
    const lines = (quantity: string) => [{ position: 1, quantity }];
    const shipped = { shippedOn: '2019-03-04' };
    expect(await refusals(row('C-1', { deliveries: [{ ...shipped, lines: lines('5') }] }))).toEqual(
      [['DELIVERY_EXCEEDS_OPEN', 'deliveries.0.lines.0.quantity']],
    );
    expect(
      await refusals(
        row('C-2', {
          deliveries: [{ ...shipped, lines: lines('2') }],
          invoices: [{ postedOn: '2019-03-04', lines: lines('3') }],
        }),
      ),
    ).toEqual([['INVOICE_EXCEEDS_SHIPPED', 'invoices.0.lines.0.quantity']]);
    expect(
      await refusals(
        row('C-3', { deliveries: [{ ...shipped, lines: [{ position: 9, quantity: '1' }] }] }),
      ),
    ).toEqual([['LINE_POSITION_UNKNOWN', 'deliveries.0.lines.0.position']]);
  });

  it('tells all that is wrong with a row, and takes the others', async () => {
    const bad = row('D-1', {
      ...{ documentOn: '2999-01-01', externalRefs: [], currency: 'XXX' },
      lines: [{ quantity: '1', unitPrice: '-1' }],
    });
    const [first, second] = await record([bad, row('D-2')]);
    expect(first!.salesOrder).toBeNull();
    expect(first!.userErrors.map(({ code }) => code)).toEqual([
      ...['HISTORY_WITHOUT_REFERENCE', 'CURRENCY_UNKNOWN', 'HISTORY_IN_FUTURE'],
      ...['ITEM_MISSING', 'PRICE_OUT_OF_RANGE'],
    ]);
    expect(second!.userErrors).toEqual([]);
  });

  it('asks for a permission of its own, and keeps to the companies of the caller', async () => {
    const clerk = await graph.as(['sales.salesOrder.create', 'sales.salesOrder.read']);
    const input = { rows: [row('E-1')] };
    await expect(clerk.client.request(ImportHistoryDocument, { input })).rejects.toThrow();
    const other = await openShop(graph.client, 'OTHER');
    const theirs = await graph.as(
      ['sales.salesOrderHistory.record', 'sales.salesOrder.read'],
      [other.companyId],
    );
    const answer = await theirs.client.request(ImportHistoryDocument, { input });
    const codes = answer.salesOrderHistoryBulk!.results[0]!.userErrors.map(({ code }) => code);
    expect(codes).toContain('NOT_FOUND');
  });

  it('touches neither stock nor books nor credit, and holds every invariant', async () => {
    expect(await count('select count(*) from "StockMove" where "kind" = \'SHIPMENT\'')).toBe(0);
    expect(await count('select count(*) from "LedgerEntry" where "salesOrderId" is not null')).toBe(
      0,
    );
    expect(await count('select count(*) from "CustomerExposure" where "openOrders" <> 0')).toBe(0);
    expect(await count('select count(*) from "SalesOrder" where "isHistoric"')).toBeGreaterThan(5);
    expect(await brokenInvariants(graph.database)).toEqual([]);
  });
});
