import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { done } from '../../clients/typescript/client.js';
import {
  CustomersWithSalesDocument,
  SalesByMonthDocument,
  SalesOrderCreateDocument,
  type SalesByMonthQueryVariables,
} from '../../clients/typescript/generated/graphql.js';
import { codesOf, executions, openGraph, type Caller, type TestGraph } from '../support/graph.js';
import { customer, openShop, type Shop } from '../support/graph-shop.js';

const EXACT = '12345678901.12';

async function order(caller: Caller, shop: Shop, documentOn: string, unitPrice: string) {
  const { companyId, customerId, warehouseId, itemId } = shop;
  const input = { companyId, customerId, warehouseId, documentOn };
  const lines = [{ itemId, quantity: '1', unitPrice }];
  const { salesOrderCreate } = await caller.client.request(SalesOrderCreateDocument, {
    input: { ...input, lines },
  });
  done(salesOrderCreate);
}

describe.each(executions)('orders in groups, %s', (execution) => {
  let graph: TestGraph;
  let seller: Caller;
  beforeAll(async () => {
    graph = await openGraph(execution);
    const ours = await openShop(graph.client, 'OURS');
    const theirs = await openShop(graph.client, 'THEIRS');
    const other = await customer(graph.client, { code: 'OTHER' });
    await order(graph, ours, '2026-01-31', EXACT);
    await order(graph, ours, '2026-02-01', '10');
    await order(graph, ours, '2026-02-28', '0.25');
    await order(graph, { ...ours, customerId: other }, '2026-02-14', '50');
    await order(graph, theirs, '2026-02-14', '1000');
    const rights = ['sales.salesOrder.read', 'crm.customer.read', 'platform.company.read'] as const;
    seller = await graph.as(rights, [ours.companyId]);
  });
  afterAll(() => graph.close());

  const months = async (caller: Caller, variables: SalesByMonthQueryVariables = {}) => {
    const { salesOrdersAggregate } = await caller.client.request(SalesByMonthDocument, variables);
    return salesOrdersAggregate!;
  };
  const told = (groups: Awaited<ReturnType<typeof months>>) =>
    groups.map(({ by, count, netAmount }) =>
      [by.documentOn!.label, by.customer!.code, count, netAmount!.sum!.amount].join(' '),
    );

  const all = [
    `2026-01 OURS-C 1 ${EXACT}`,
    '2026-02 THEIRS-C 1 1000',
    '2026-02 OTHER 1 50',
    '2026-02 OURS-C 2 10.25',
  ];
  const own = all.filter((one) => !one.includes('THEIRS'));

  it('are measured by month and customer, of the companies that the caller sees', async () => {
    expect(told(await months(graph))).toEqual(all);
    expect(told(await months(seller))).toEqual(own);
  });

  it('are paged by the cursor of the last group', async () => {
    const first = await months(seller, { first: 2 });
    const second = await months(seller, { first: 2, after: first.at(-1)!.cursor });
    expect([...told(first), ...told(second)]).toEqual(own);
    const elsewhere = { after: first[0]!.cursor, where: { currency: { eq: 'USD' } } };
    await expect(months(seller, elsewhere)).rejects.toMatchObject({ code: 'CURSOR_MISMATCH' });
  });

  it('are filtered by their measures, which null does not do', async () => {
    const having = { netAmount: { sum: { gt: '12345678901.11' } } };
    expect(told(await months(graph, { having }))).toEqual(all.slice(0, 1));
    const nothing = { having: { count: { gt: null } } };
    await expect(months(graph, nothing)).rejects.toMatchObject({ code: 'FILTER_NULL' });
  });

  it('stand below each customer by one statement, whatever their number', async () => {
    const ask = (where: object) =>
      graph.caused(() => seller.client.request(CustomersWithSalesDocument, { where }));
    await ask({});
    const one = await ask({ code: { eq: 'OTHER' } });
    const every = await ask({});
    expect(every.texts).toHaveLength(one.texts.length);
    const counts = every.value.customers!.nodes.map(({ code, salesOrders }) => {
      const [group] = salesOrders!.aggregate!;
      return [code, group?.count ?? 0, group?.netAmount?.sum?.amount ?? null];
    });
    expect(counts).toEqual([
      ['OTHER', 1, '50'],
      ['OURS-C', 3, '12345678911.37'],
      ['THEIRS-C', 0, null],
    ]);
  });

  it('refuse a zone that is none, and whoever may not read what tells them apart', async () => {
    const refused = months(graph, { timeZone: 'Mars/Base' });
    await expect(refused).rejects.toMatchObject({ code: 'TIME_ZONE_UNKNOWN' });
    const clerk = await graph.as(['sales.salesOrder.read']);
    const answer = await clerk.ask(
      '{ salesOrdersAggregate(groupBy: [{customer: {code: VALUE}}]) { count } }',
    );
    expect(codesOf(answer)).toEqual(['FORBIDDEN']);
    expect(answer.data?.salesOrdersAggregate ?? null).toBeNull();
  });
});
