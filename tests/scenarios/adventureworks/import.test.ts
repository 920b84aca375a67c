import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  importAdventureWorks,
  type Imported,
} from '../../../clients/importers/adventureworks/import.js';
import {
  countFacts,
  reportOf,
  type ImportReport,
} from '../../../clients/importers/adventureworks/report.js';
import { reportText } from '../../../clients/importers/adventureworks/report-text.js';
import { onlyOrdering, readSource } from '../../../clients/importers/adventureworks/source.js';
import type { Client } from '../../../clients/typescript/client.js';
import { openGraph, type TestGraph } from '../../support/graph.js';
import { brokenInvariants } from '../../support/invariants.js';
import { expectedTotals } from './expected-totals.js';
import { withAdventureWorks } from './source-folder.js';

const SPAN = { from: '2013-06-03', to: '2013-06-04' };

withAdventureWorks('two days of a bicycle maker, from its files to the ledger', (folder) => {
  const expected = expectedTotals(folder, SPAN.from, SPAN.to);
  const source = onlyOrdering(readSource(folder, SPAN));
  const screen = { write: () => undefined, isTerminal: false };
  let graph: TestGraph;
  let first: ImportReport;

  /** One run of the import, as the command does it. */
  async function run(): Promise<ImportReport & { readonly imported: Imported }> {
    const { client } = graph;
    const facts = await countFacts(client);
    const imported = await importAdventureWorks({ client, source, screen, inFlight: 4 });
    return { ...(await reportOf(client, imported, facts)), imported };
  }

  const count = async (table: string, where = 'true'): Promise<number> => {
    const text = `select count(*)::int from "${table}" where ${where}`;
    const { rows } = await graph.database.query({ text, values: [] });
    return Number(rows[0]?.[0]);
  };

  const sumOf = async (expression: string, from: string): Promise<string> => {
    const text = `select trim_scale(sum(${expression}))::text from ${from}`;
    const { rows } = await graph.database.query({ text, values: [] });
    return String(rows[0]?.[0]);
  };

  beforeAll(async () => {
    graph = await openGraph();
    first = await run();
  });

  afterAll(() => graph.close());

  it('brings in every product, and knows which are made in house', async () => {
    expect(await count('Item')).toBe(expected.items);
    expect(await count('Item', '"isMade"')).toBe(expected.madeItems);
  });

  it('brings in those customers who ordered', async () => {
    expect(await count('Customer')).toBe(expected.customersOfOrders.length);
  });

  it('takes on the stock at its standard cost, to the last digit', async () => {
    const counted = `"StockOpening" o join "ExternalRef" r on r."nodeId" = o."id"
      where r."key" not like '%short%'`;
    expect(await sumOf('1', counted)).toBe(String(expected.openings));
    expect(await sumOf('o."quantity"', counted)).toBe(expected.openingUnits);
    expect(await sumOf('o."value"', counted)).toBe(expected.openingValue);
  });

  it('reports what was sold without being in stock', () => {
    expect(first.short).toEqual(expected.shortByProduct);
    expect(Object.keys(first.short)).not.toHaveLength(0);
  });

  it('comes to the money that the files come to', () => {
    const { totals } = first;
    expect(totals.count).toBe(expected.orders);
    expect(totals.goods.toFixed()).toBe(expected.net);
    expect(totals.freight.toFixed()).toBe(expected.freight);
    expect(totals.tax.toFixed()).toBe(expected.tax);
    expect(totals.gross.toFixed()).toBe(expected.gross);
    expect(totals.paid.toFixed()).toBe(expected.gross);
    expect(totals.costOfSales.toFixed()).toBe(expected.costOfSales);
    expect(totals.margin.toFixed()).toBe(expected.margin);
  });

  it('orders, ships and bills the same lines', async () => {
    expect(await count('SalesOrderLine', `"kind" = 'ITEM'`)).toBe(expected.lines);
    expect(await count('SalesOrderLine', `"kind" = 'CHARGE'`)).toBe(expected.charges);
    expect(await count('DeliveryLine')).toBe(expected.lines);
    expect(await count('SalesInvoiceLine')).toBe(expected.lines + expected.charges);
  });

  it('ships of each product what was ordered', async () => {
    const { rows } = await graph.database.query({
      text: `select i."code", trim_scale(-sum(m."quantity"))::text from "StockMove" m
        join "Item" i on i."id" = m."itemId" where m."kind" = 'SHIPMENT' group by 1`,
      values: [],
    });
    expect(Object.fromEntries(rows as [string, string][])).toEqual(expected.unitsByProduct);
  });

  it('leaves every order invoiced and every invoice paid', async () => {
    expect(await count('SalesOrder', `"status" <> 'INVOICED'`)).toBe(0);
    expect(await count('SalesInvoice', `"settlement" <> 'PAID'`)).toBe(0);
    expect(await count('Delivery', `"status" <> 'DELIVERED'`)).toBe(0);
  });

  it('posts on the days of the files', async () => {
    const dates = source.orders.map(({ header }) => header.ShipDate).toSorted();
    const text = `select min("postedOn"::text), max("postedOn"::text) from "SalesInvoice"`;
    const { rows } = await graph.database.query({ text, values: [] });
    expect(rows[0]).toEqual([dates[0], dates.at(-1)]);
  });

  it('sums the margins of the orders to the income statement', () => {
    expect(first.incomeStatement.grossProfit.toFixed()).toBe(expected.margin);
    expect(first.marginOfAllOrders.toFixed()).toBe(expected.margin);
    expect(first.isSound).toBe(true);
  });

  it('tells the totals at the end', () => {
    const lines = reportText(first).split('\n');
    expect(lines).toContainEqual(expect.stringMatching(/^orders +21 /));
    expect(lines).toContainEqual(expect.stringMatching(/^All \d+ checks of the books hold\.$/));
  });

  it('holds every invariant', async () => {
    expect(await brokenInvariants(graph.database)).toEqual([]);
  });

  describe('run a second time', () => {
    let second: Awaited<ReturnType<typeof run>>;
    let events: number;

    beforeAll(async () => {
      events = await count('Event');
      second = await run();
    });

    it('changes nothing: no event, no change is recorded', async () => {
      expect(await count('Event')).toBe(events);
      expect(second.factsWritten).toBe(0);
    });

    it('finds the same orders and the same money', () => {
      expect(second.imported.orderIds).toHaveLength(expected.orders);
      expect(second.totals).toEqual(first.totals);
      expect(second.short).toEqual({});
    });
  });

  describe('a run whose connection is lost in the middle of another day', () => {
    const day = { from: '2013-06-05', to: '2013-06-05' };
    const answersUntilLost = 60;

    /** What is sent is done, but from some request on nobody hears the answer. */
    function losing(client: Client): Client {
      let answers = 0;
      return {
        ...client,
        async request(operation, variables, options) {
          const answer = await client.request(operation, variables, options);
          if (++answers > answersUntilLost) throw new Error('The connection was lost.');
          return answer;
        },
      };
    }

    it('is finished by the next run, and nothing is done twice', async () => {
      const { client } = graph;
      const wanted = expectedTotals(folder, day.from, day.to);
      const shared = { source: onlyOrdering(readSource(folder, day)), screen, inFlight: 4 };
      const cut = importAdventureWorks({ ...shared, client: losing(client) });
      await expect(cut).rejects.toThrow('The connection was lost.');
      expect(await count('SalesOrder', `"status" <> 'INVOICED'`)).toBeGreaterThan(0);
      const imported = await importAdventureWorks({ ...shared, client });
      const { totals, isSound } = await reportOf(client, imported, 0);
      expect(totals.count).toBe(wanted.orders);
      expect(totals.paid.toFixed()).toBe(wanted.gross);
      expect(totals.margin.toFixed()).toBe(wanted.margin);
      expect(isSound).toBe(true);
      expect(await count('Payment')).toBe(expected.orders + wanted.orders);
      expect(await count('Delivery')).toBe(expected.orders + wanted.orders);
      expect(await brokenInvariants(graph.database)).toEqual([]);
    });
  });
});
