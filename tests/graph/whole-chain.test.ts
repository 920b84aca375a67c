import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WholeChainDocument } from '../../clients/typescript/generated/graphql.js';
import { executions, openGraph, type TestGraph } from '../support/graph.js';
import { openShop, type Shop } from '../support/graph-shop.js';
import { seller } from '../support/graph-selling.js';

describe.each(executions)('an order read from customer to ledger in one query, %s', (execution) => {
  let graph: TestGraph;
  let shop: Shop;
  beforeAll(async () => {
    graph = await openGraph(execution);
    shop = await openShop(graph.client);
  });
  afterAll(() => graph.close());

  /** An order of so many lines, delivered line by line, billed and paid. */
  async function sold(lineCount: number): Promise<string> {
    const sell = seller(graph.client, shop);
    const order = await sell.confirmed(
      Array.from({ length: lineCount }, () => ({ quantity: '2' })),
    );
    for (const { id } of order.lines)
      await sell.ship(order.id, [{ salesOrderLineId: id, quantity: '2' }]);
    const invoice = await sell.bill(order.id);
    await sell.pay(invoice);
    return order.id;
  }

  const read = (id: string) =>
    graph.caused(() => graph.client.request(WholeChainDocument, { by: { id } }));

  it('costs as many statements for many lines as for one', async () => {
    const [small, large] = [await sold(1), await sold(6)];
    await read(small);
    const [one, many] = [await read(small), await read(large)];
    expect(one.texts.length).toBeGreaterThan(0);
    expect(many.texts.length).toBe(one.texts.length);

    expect(one.texts.length).toBeLessThanOrEqual(35);
  });

  it('tells everything that came of it', async () => {
    const { value } = await read(await sold(2));
    const { salesOrder } = value;
    expect(salesOrder).toMatchObject({
      status: 'INVOICED',
      company: { baseCurrency: 'USD' },
      paidAmount: { amount: '220', currency: 'USD' },
    });
    const lines = salesOrder!.lines!.nodes;
    expect(lines.map(({ status }) => status)).toEqual(['INVOICED', 'INVOICED']);
    expect(lines[0]!.deliveryLines!.nodes[0]!.stockMoves!.nodes).toHaveLength(1);
    const [invoice] = salesOrder!.salesInvoices!.nodes;
    expect(invoice!.paymentAllocations!.nodes[0]!.payment!.status).toBe('APPLIED');
    const entries = invoice!.journalEntries!.nodes[0]!.entries!.nodes;
    expect(entries.map(({ side }) => side).sort()).toContain('CREDIT');
    expect(salesOrder!.profitability).toMatchObject({
      revenue: { amount: '200' },
      costOfSales: { amount: '80' },
      margin: { amount: '120' },
      marginPercent: '60',
    });
    expect(salesOrder!.timeline!.nodes.map(({ type }) => type)).toContain(
      'sales.salesOrderConfirmed',
    );
  });
});
