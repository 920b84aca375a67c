import { afterAll, beforeAll, expect, it } from 'vitest';
import { importHistory } from '../../../clients/importers/adventureworks/history-import.js';
import { onlyOrdering, readSource } from '../../../clients/importers/adventureworks/source.js';
import { openGraph, type TestGraph } from '../../support/graph.js';
import { brokenInvariants } from '../../support/invariants.js';
import { expectedHistory } from './expected-history.js';
import { recordedHistory } from './recorded-history.js';
import { withAdventureWorks } from './source-folder.js';

const MONTH = { from: '2011-07-01', to: '2011-07-31' };
const LONG = 240_000;

withAdventureWorks('a month that a bicycle maker sold long ago, recorded as history', (folder) => {
  const source = onlyOrdering(readSource(folder, MONTH));
  const screen = { write: () => undefined, isTerminal: false };
  let graph: TestGraph;

  const run = () => importHistory({ client: graph.client, source, screen, inFlight: 2 });

  const count = async (table: string, where = 'true'): Promise<number> => {
    const text = `select count(*)::int from "${table}" where ${where}`;
    return Number((await graph.database.query({ text, values: [] })).rows[0]?.[0]);
  };

  beforeAll(async () => {
    graph = await openGraph();
    await run();
  }, LONG);

  afterAll(() => graph.close());

  it('comes to the counts and the money of the files, to the cent', async () => {
    const expected = expectedHistory(folder, MONTH.from, MONTH.to);
    expect(expected.orders).toBeGreaterThan(100);
    expect(await recordedHistory(graph.database)).toEqual(expected);
  });

  it('ships and bills every line once, by one delivery and one invoice for each order', async () => {
    const orders = source.orders.length;
    expect(await count('Delivery')).toBe(orders);
    expect(await count('SalesInvoice', `"settlement" = 'PAID' and "number" is null`)).toBe(orders);
    expect(await count('SalesInvoiceLine')).toBe(await count('SalesOrderLine'));
    expect(await count('SalesOrderLine', `"status" <> 'INVOICED'`)).toBe(0);
  });

  it('moves no stock and posts nothing, and holds every invariant', async () => {
    for (const table of ['StockMove', 'Reservation', 'JournalEntry', 'Payment', 'CustomerExposure'])
      expect({ table, rows: await count(table) }).toEqual({ table, rows: 0 });
    expect(await brokenInvariants(graph.database)).toEqual([]);
  });

  it(
    'changes nothing when it is run again',
    async () => {
      const events = await count('Event');
      expect((await run()).orders).toBe(source.orders.length);
      expect(await count('Event')).toBe(events);
    },
    LONG,
  );
});
