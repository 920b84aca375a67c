import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { done } from '../../clients/typescript/client.js';
import {
  AfterSalesDocument,
  CreditNoteAllocateDocument,
  CreditNoteCreateDocument,
  CreditNotePostDocument,
  DeliveryCreateDocument,
  SalesInvoiceCreateDocument,
  SalesOrderChangeApplyDocument,
  SalesOrderChangeRequestDocument,
  SalesOrderCreateDocument,
  SalesOrderMakeWorkOrdersDocument,
  SalesOrderStatusDocument,
  SalesReturnCreateDocument,
  SalesReturnReceiveDocument,
  WorkOrdersCompleteDocument,
} from '../../clients/typescript/generated/graphql.js';
import { asking } from '../support/asking.js';
import { codesOf, executions, openGraph, type TestGraph } from '../support/graph.js';
import { seller } from '../support/graph-selling.js';
import { openShop, type Shop } from '../support/graph-shop.js';

describe.each(executions)('what comes after a sale, %s', (execution) => {
  let graph: TestGraph;
  let shop: Shop;
  let sell: ReturnType<typeof seller>;
  /** Made of one piece of the shop's item. */
  let tableId: string;
  let keys = 0;
  const key = () => ({ idempotencyKey: `after-${++keys}` });

  beforeAll(async () => {
    graph = await openGraph(execution);
    shop = await openShop(graph.client);
    sell = seller(graph.client, shop);
    const caller = asking(graph);
    const made = { code: 'TABLE', name: 'Table', unit: 'C62', isMade: true, isSold: true };
    tableId = await caller.id('itemUpsert', 'item', made);
    const from = { companyId: shop.companyId, validFrom: '2020-01-01', itemId: tableId };
    const lines = [{ itemId: shop.itemId, quantity: '1' }];
    const bomId = await caller.id('bomCreate', 'bom', { ...from, lines });
    await caller.id('bomRelease', 'bom', { id: bomId });
  });

  afterAll(() => graph.close());

  /** An order of so many at 50 each, delivered and billed, each by one request. */
  async function soldAtOnce(quantity: string) {
    const { companyId, customerId, warehouseId, itemId, taxCodeId } = shop;
    const lines = [{ itemId, taxCodeId, quantity, unitPrice: '50' }];
    const order = { companyId, customerId, warehouseId, lines, confirm: {} };
    const entered = await graph.client.request(SalesOrderCreateDocument, { input: order }, key());
    const { id, status } = done(entered.salesOrderCreate).salesOrder!;
    expect(status).toBe('CONFIRMED');
    const shipped = await graph.client.request(
      DeliveryCreateDocument,
      { input: { salesOrderId: id, ship: true } },
      key(),
    );
    const delivery = done(shipped.deliveryCreate).delivery!;
    expect(delivery.status).toBe('SHIPPED');
    const billed = await graph.client.request(
      SalesInvoiceCreateDocument,
      { input: { salesOrderId: id, post: true } },
      key(),
    );
    const invoice = done(billed.salesInvoiceCreate).salesInvoice!;
    expect(invoice.status).toBe('POSTED');
    return { id, delivery, invoice };
  }

  /** The order as a follower is told of its first change after the snapshot. */
  function firstChange(salesOrder: string) {
    const ending = new AbortController();
    const messages = graph.client.subscribe(
      SalesOrderStatusDocument,
      { salesOrder, snapshot: true },
      { signal: ending.signal },
    );
    const seen: { ready?: () => void } = {};
    const ready = new Promise<void>((resolve) => (seen.ready = resolve));
    const change = (async () => {
      for await (const { salesOrderStatus: message } of messages) {
        if (message.kind === 'SNAPSHOT') seen.ready?.();
        if (message.kind !== 'DELTA') continue;
        ending.abort();
        return message.node;
      }
      return null;
    })();
    return { ready, change };
  }

  it('takes goods back, credits them, and tells both at the order', async () => {
    const { id, delivery, invoice } = await soldAtOnce('4');
    const lines = [{ deliveryLineId: delivery.lines!.nodes[0]!.id, quantity: '1' }];
    const drafted = await graph.client.request(SalesReturnCreateDocument, {
      input: { salesOrderId: id, reason: 'Scratched', lines },
    });
    const draft = done(drafted.salesReturnCreate).salesReturn!;
    expect(draft.lines!.nodes[0]!.value).toBeNull();
    const received = await graph.client.request(
      SalesReturnReceiveDocument,
      { input: { id: draft.id, expectedVersion: draft.version } },
      key(),
    );
    const goods = done(received.salesReturnReceive).salesReturn!;
    expect(goods.lines!.nodes[0]!.value).toEqual({ amount: '20', currency: 'USD' });
    expect(goods.salesOrder!.lines!.nodes[0]).toMatchObject({ returned: { value: '1' } });

    const noted = await graph.client.request(CreditNoteCreateDocument, {
      input: {
        salesInvoiceId: invoice.id,
        salesReturnId: goods.id,
        reason: 'Scratched',
        approve: true,
      },
    });
    const note = done(noted.creditNoteCreate).creditNote!;
    expect(note).toMatchObject({ status: 'APPROVED', number: null, grossAmount: { amount: '55' } });
    const posted = await graph.client.request(
      CreditNotePostDocument,
      { input: { id: note.id } },
      key(),
    );
    expect(done(posted.creditNotePost).creditNote).toMatchObject({
      status: 'POSTED',
      settledAmount: { amount: '55' },
      salesInvoice: { settlement: 'PARTIALLY_PAID', openAmount: { amount: '165' } },
    });
    const { salesOrder } = await graph.client.request(AfterSalesDocument, { by: { id } });
    expect(salesOrder).toMatchObject({
      status: 'INVOICED',
      lines: { nodes: [{ returned: { value: '1' }, credited: { value: '1' } }] },
      salesReturns: { nodes: [{ status: 'RECEIVED', creditNotes: { nodes: [{ id: note.id }] } }] },
    });
  });

  it('lets another invoice take what a paid one left of its credit note', async () => {
    const [paid, open] = [await soldAtOnce('2'), await soldAtOnce('1')];
    await sell.pay(paid.invoice);
    const salesInvoiceId = paid.invoice.id;
    const credited = await graph.client.request(
      CreditNoteCreateDocument,
      { input: { salesInvoiceId, reason: 'Both scratched', post: true } },
      key(),
    );
    const note = done(credited.creditNoteCreate).creditNote!;
    expect(note).toMatchObject({
      settledAmount: { amount: '0' },
      unallocatedAmount: { amount: '110' },
    });
    const ask = (input: { amount: string; validateOnly?: boolean }) =>
      graph.client.request(
        CreditNoteAllocateDocument,
        {
          input: {
            id: note.id,
            validateOnly: input.validateOnly,
            allocations: [{ salesInvoiceId: open.invoice.id, amount: input.amount }],
          },
        },
        input.validateOnly ? undefined : key(),
      );
    const refused = (await ask({ amount: '56' })).creditNoteAllocate!;
    expect(refused.userErrors).toMatchObject([
      { code: 'SETTLEMENT_OUT_OF_RANGE', path: ['input', 'allocations', '0', 'amount'] },
    ]);
    const settled = {
      allocatedAmount: { amount: '55' },
      unallocatedAmount: { amount: '55' },
      allocations: {
        nodes: [{ amount: { amount: '55' }, salesInvoice: { settlement: 'PAID' } }],
      },
    };
    const tried = await ask({ amount: '55', validateOnly: true });
    expect(done(tried.creditNoteAllocate).creditNote).toMatchObject(settled);
    const done55 = await ask({ amount: '55' });
    expect(done(done55.creditNoteAllocate).creditNote).toMatchObject(settled);
  });

  it('changes a confirmed order, and refuses what is below what left at its line', async () => {
    const order = await sell.confirmed([{ quantity: '4' }]);
    const [line] = order.lines;
    await sell.ship(order.id, [{ salesOrderLineId: line!.id, quantity: '2' }]);
    const asked = (quantity: string) =>
      graph.client.request(SalesOrderChangeRequestDocument, {
        input: {
          salesOrderId: order.id,
          reason: 'Fewer',
          changed: [{ salesOrderLineId: line!.id, quantity }],
        },
      });
    const refused = (await asked('1')).salesOrderChangeRequest!;
    expect(refused.salesOrderChange).toBeNull();
    expect(refused.userErrors).toMatchObject([
      { code: 'CHANGE_BELOW_COMMITTED', path: ['input', 'changed', '0', 'quantity'] },
    ]);
    const change = done((await asked('3')).salesOrderChangeRequest).salesOrderChange!;
    expect(change.changed).toMatchObject([{ salesOrderLineId: line!.id, quantity: '3' }]);
    const applied = await graph.client.request(
      SalesOrderChangeApplyDocument,
      { input: { id: change.id } },
      key(),
    );
    expect(done(applied.salesOrderChangeApply).salesOrderChange).toMatchObject({
      status: 'APPLIED',
      netAmount: { amount: '-50' },
      salesOrder: { grossAmount: { amount: '165' } },
    });
  });

  it('makes an order in one click, and tells its followers how far it is', async () => {
    const { companyId, customerId, warehouseId } = shop;
    const lines = [{ itemId: tableId, quantity: '2', unitPrice: '90' }];
    const input = { companyId, customerId, warehouseId, lines, requestedOn: '2099-06-05' };
    const confirm = { makeWorkOrders: { release: true } };
    const entered = await graph.client.request(
      SalesOrderCreateDocument,
      { input: { ...input, confirm } },
      key(),
    );
    const { id } = done(entered.salesOrderCreate).salesOrder!;
    const again = await graph.client.request(
      SalesOrderMakeWorkOrdersDocument,
      { input: { id } },
      key(),
    );
    const made = done(again.salesOrderMakeWorkOrders).salesOrder!;
    expect(made.lines!.nodes).toMatchObject([
      {
        planned: { value: '2' },
        inProduction: { value: '2' },
        productionPercent: '0',
        expectedOn: '2099-06-05',
      },
    ]);
    const [workOrder] = made.workOrders!.nodes;
    expect(workOrder).toMatchObject({ status: 'RELEASED' });

    await graph.settled();
    const told = firstChange(id);
    await told.ready;
    const report = { lines: [{ id: workOrder!.id, good: '1' }], issue: true };
    const completed = await graph.client.request(
      WorkOrdersCompleteDocument,
      { input: report },
      key(),
    );
    done(completed.workOrdersComplete);
    expect((await told.change)!.lines!.nodes).toMatchObject([
      { produced: { value: '1' }, productionPercent: '50', reserved: { value: '1' } },
    ]);
  });

  it('does a further verb only for those who may, and only under a key', async () => {
    const order = await sell.confirmed([{ quantity: '1' }]);
    const text = `mutation ($input: DeliveryCreateInput!) {
      deliveryCreate(input: $input) { delivery { id } userErrors { code path } } }`;
    const input = { salesOrderId: order.id, ship: true };
    const caller = await graph.as(['sales.delivery.read', 'sales.delivery.create']);
    const forbidden = await caller.ask(text, { input }, { 'idempotency-key': 'f-1' });
    expect(codesOf(forbidden)).toEqual(['FORBIDDEN']);
    expect(forbidden.errors![0]!.extensions).toMatchObject({
      permission: 'sales.delivery.ship',
      argument: 'input.ship',
    });
    const keyless = await graph.ask(text, { input });
    expect(keyless.data).toMatchObject({
      deliveryCreate: { delivery: null, userErrors: [{ code: 'IDEMPOTENCY_KEY_REQUIRED' }] },
    });
    const planned = await caller.ask(text, { input: { ...input, ship: false } });
    expect(planned.data).toMatchObject({ deliveryCreate: { userErrors: [] } });
  });
});
