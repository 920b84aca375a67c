import { mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
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
import {
  allMade,
  onlyOrdering,
  readSource,
  type Source,
} from '../../../clients/importers/adventureworks/source.js';
import type { Client } from '../../../clients/typescript/client.js';
import { openGraph, type TestGraph } from '../../support/graph.js';
import { brokenInvariants } from '../../support/invariants.js';
import { expectedTotals } from './expected-totals.js';
import { linesOfFile } from './tables.js';
import { withAdventureWorks } from './source-folder.js';

const SPAN = { from: '2013-06-03', to: '2013-06-03' };
const LONG = 300_000;

/** A jersey of which nothing lies in stock. */
const JERSEY = { id: '882', number: 'SJ-0194-M' };

const isHead = (place: number): boolean => place === 0;
const keyIn = (line: string, from: number, to: number): boolean => {
  const key = Number(line.slice(0, line.indexOf(',')));
  return key >= from && key <= to;
};

/** The lines that are kept of the tables that are not taken whole; the mapping's own test does. */
const KEPT: Readonly<Record<string, (line: string, place: number) => boolean>> = {
  // Nobody sells the jersey.
  'Purchasing.ProductVendor': (line) => !line.startsWith(`${JERSEY.id},`),
  'Sales.CurrencyRate': (line, place) => isHead(place) || line.includes(',2013-06-0'),
  // An operation takes the same hours each time.
  'Production.WorkOrderRouting': (_line, place) => place < 10_000,
  // Those of the two days and some around them.
  'Sales.SalesOrderHeader': (line, place) => isHead(place) || keyIn(line, 51_200, 51_300),
  'Sales.SalesOrderDetail.reconstructed': (line, place) =>
    isHead(place) || keyIn(line, 51_200, 51_300),
};

function someOf(folder: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'throughline-adventureworks-'));
  for (const file of readdirSync(folder))
    if (!(file.replace(/\.csv(\.gz)?$/, '') in KEPT))
      symlinkSync(resolve(folder, file), join(copy, file));
  for (const [name, isKept] of Object.entries(KEPT))
    writeFileSync(join(copy, `${name}.csv`), linesOfFile(folder, name).filter(isKept).join('\n'));
  return copy;
}

withAdventureWorks('a day of a bicycle maker, from its files to the ledger', (tables) => {
  const folder = someOf(tables);
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
  }, LONG);

  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await graph.close();
  });

  const text = async (selected: string): Promise<string> => {
    const { rows } = await graph.database.query({ text: `select ${selected}`, values: [] });
    return String(rows[0]?.[0]);
  };

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

  it('makes what the lines and their parts need, and no more', async () => {
    const { count: workOrders, closed } = first.making;
    expect([workOrders, closed]).toEqual([expected.making.workOrders, expected.making.workOrders]);
    expect(await count('WorkOrder', '"parentWorkOrderId" is null')).toBe(expected.making.made);
    const units = `trim_scale(sum("completed"))::text from "WorkOrder"
      where "parentWorkOrderId" is null`;
    expect(await text(units)).toBe(expected.making.units);
    const { rows } = await graph.database.query({
      text: `select i."code", trim_scale(sum(w."completed"))::text from "WorkOrder" w
        join "Item" i on i."id" = w."itemId" group by 1`,
      values: [],
    });
    expect(Object.fromEntries(rows as [string, string][])).toEqual(expected.making.pieces);
  });

  it('buys what is short where it costs least, takes it in and pays for it', async () => {
    const { buying } = first;
    expect(buying.count).toBe(expected.buying.suppliers);
    expect(await count('PurchaseOrderLine')).toBe(expected.buying.items);
    expect(expected.buying.items).toBeGreaterThan(0);
    expect([buying.net.toFixed(), buying.billed.toFixed(), buying.paid.toFixed()]).toEqual(
      Array(3).fill(expected.buying.net),
    );
    expect(await count('GoodsReceipt', `"status" <> 'POSTED'`)).toBe(0);
    expect(await count('PurchaseInvoice', `"match" <> 'MATCHED'`)).toBe(0);
  });

  it('reports what nobody sells and nobody makes', () => {
    expect(first.short).toEqual(expected.buying.unsold);
    expect(Object.keys(first.short)).toEqual([JERSEY.number]);
  });

  it('comes to the money that the files come to', () => {
    const { totals } = first;
    expect(totals.count).toBe(expected.orders);
    expect(totals.goods.toFixed()).toBe(expected.net);
    expect(totals.freight.toFixed()).toBe(expected.freight);
    expect(totals.tax.toFixed()).toBe(expected.tax);
    expect(totals.gross.toFixed()).toBe(expected.gross);
    expect(totals.paid.toFixed()).toBe(expected.gross);
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
    const { totals, incomeStatement, marginOfAllOrders, marginOfNoOrder, isSound } = first;
    expect(totals.margin.toFixed()).toBe(marginOfAllOrders.toFixed());
    const whole = marginOfAllOrders.add(marginOfNoOrder);
    expect(incomeStatement.grossProfit.toFixed()).toBe(whole.toFixed());
    const sold = totals.goods.add(totals.freight);
    expect(incomeStatement.revenue.toFixed()).toBe(sold.toFixed());
    expect(incomeStatement.costOfSales.toFixed()).toBe(totals.costOfSales.toFixed());
    expect(isSound).toBe(true);
  });

  it('tells the totals at the end', () => {
    const lines = reportText(first).split('\n');
    expect(lines).toContainEqual(expect.stringMatching(/^orders +15 /));
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
    }, LONG);

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

  describe('a run whose connection is lost while another day is made', () => {
    const day = { from: '2013-06-04', to: '2013-06-04' };

    /** What is sent is done, but nobody hears the second answer to one operation or what follows. */
    function losing(client: Client, name: string): Client {
      let answers = 0;
      return {
        ...client,
        async request(operation, variables, options) {
          const answer = await client.request(operation, variables, options);
          if (operation.toString().includes(`${name}(`)) answers++;
          if (answers > 1) throw new Error('The connection was lost.');
          return answer;
        },
      };
    }

    const runOf = (day: Source, client: Client) =>
      importAdventureWorks({ source: day, screen, inFlight: 4, client });

    it(
      'is finished by the next run, and nothing is done twice',
      async () => {
        const { client } = graph;
        const wanted = expectedTotals(folder, day.from, day.to, true);
        const another = allMade(onlyOrdering(readSource(folder, day)));
        for (const lost of ['salesOrderMakeWorkOrders', 'workOrdersComplete', 'paymentReceive'])
          await expect(runOf(another, losing(client, lost))).rejects.toThrow('connection was lost');
        expect(await count('SalesOrder', `"status" <> 'INVOICED'`)).toBeGreaterThan(0);
        const { totals, making, isSound } = await reportOf(client, await runOf(another, client), 0);
        expect(totals.count).toBe(wanted.orders);
        expect(totals.paid.toFixed()).toBe(wanted.gross);
        expect(making).toEqual({
          ...{ count: wanted.making.workOrders, closed: wanted.making.workOrders },
        });
        expect(isSound).toBe(true);
        const orders = expected.orders + wanted.orders;
        expect(await count('Payment', '"customerId" is not null')).toBe(orders);
        expect(await count('Delivery')).toBe(orders);
        expect(await brokenInvariants(graph.database)).toEqual([]);
      },
      LONG,
    );
  });
});
