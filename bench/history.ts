import { importHistory } from '../clients/importers/adventureworks/history-import.js';
import { onlyOrdering, readSource } from '../clients/importers/adventureworks/source.js';
import { createClient } from '../clients/typescript/client.js';
import { keepBusy } from './clients.js';
import { asker, foundMaker, type Maker } from './flow-founding.js';
import { playOrder } from './flow-order.js';
import { alternate, load, median, printTable, shown, type Target } from './load.js';
import { bodiesOf, CUSTOMERS, readCases } from './read-cases.js';
import { mostOrders, pastBodies } from './past-orders.js';
import { companyRows, sellingRows } from './selling-rows.js';
import { benchKey, runSql, serveProduct, withDatabase, type Served } from './stage.js';

/**
 * What years of history cost those who work today: the same product on two databases, of which one
 * holds every order of the AdventureWorks files as history. Both serve at once and are measured in
 * turn: the nested read of bench/read.ts and orders from quote to cash as in bench/flow.ts. Then
 * the customer with the most orders, with the whole chain behind each. HISTORY names the folder of
 * the files; BENCH_SECONDS and BENCH_ROUNDS make it longer.
 */
const folder = process.env.HISTORY;
if (folder === undefined)
  throw new Error('HISTORY must name the folder of the AdventureWorks files.');
const seconds = Number(process.env.BENCH_SECONDS ?? 5);
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const EVER = { from: '2011-01-01', to: '2014-12-31' };
const BAR = 1.3;
const CHAIN_BAR_MS = 100;

interface Stand {
  readonly name: 'empty' | 'full';
  readonly databaseUrl: string;
  readonly product: Served;
  readonly key: string;
  readonly maker: Maker;
}

async function stand(name: Stand['name'], databaseUrl: string): Promise<Stand> {
  await runSql(databaseUrl, [...companyRows, ...sellingRows(1, CUSTOMERS)]);
  const key = benchKey();
  const product = await serveProduct(databaseUrl, key);
  const maker = await foundMaker(asker(product.url, key), 'MAKER');
  return { name, databaseUrl, product, key, maker };
}

/** Records all orders of the files through the graph, and tells how long it took. */
async function record({ product, key, databaseUrl }: Stand): Promise<void> {
  const source = onlyOrdering(readSource(folder!, EVER));
  const client = createClient({ url: product.url, token: key });
  const screen = { write: (text: string) => void process.stdout.write(text), isTerminal: false };
  const { parts } = await importHistory({ client, source, screen, inFlight: 4 });
  await client.close();
  const lines = source.orders.reduce((sum, order) => sum + order.lines.length, 0);
  const took = (parts.find(({ title }) => title === 'history')?.milliseconds ?? 0) / 1000;
  const rate = shown(source.orders.length / took);
  console.log(
    `${source.orders.length} orders with ${lines} lines of items in ${shown(took)} s: ` +
      `${rate} orders a second.`,
  );
  // What autovacuum does by itself within minutes, so that both are measured as they stay.
  await runSql(databaseUrl, ['vacuum analyze']);
}

const targetOf = ({ name, product, key }: Stand, asked: readonly string[]): Target => ({
  ...{ name, url: product.url, bodies: asked },
  headers: { authorization: `Bearer ${key}` },
});

type Compared = readonly [what: string, empty: number, full: number];

/** Milliseconds of the nested read, small and large, by one client. */
async function reads(stands: readonly Stand[]): Promise<Compared[]> {
  const compared: Compared[] = [];
  for (const one of readCases.filter(({ name }) => name === 'small' || name === 'large')) {
    const targets = stands.map((stand) => targetOf(stand, bodiesOf(one)));
    const figures = await alternate(targets, 1, { rounds, seconds });
    const took = (name: string) => 1000 / figures.get(name)!.perSecond;
    compared.push([`nested read, ${one.name}`, took('empty'), took('full')]);
  }
  return compared;
}

let played = 0;

/** Milliseconds of an order from quote to cash, by one client; medians of rounds in turn. */
async function flows(stands: readonly Stand[]): Promise<Compared> {
  const took = new Map<string, number[]>(stands.map(({ name }) => [name, []]));
  const play = ({ product, key, maker }: Stand) => {
    const ask = asker(product.url, key);
    return () => playOrder(ask, maker, `order-${played}`, played++);
  };
  const acts = stands.map((one) => [one.name, play(one)] as const);
  for (const [, act] of acts) await keepBusy(1, 2, act);
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, act] of round % 2 === 0 ? acts : [...acts].reverse())
      took.get(name)!.push((await keepBusy(1, seconds, act)).p50);
  }
  return ['an order, quote to cash', median(took.get('empty')!), median(took.get('full')!)];
}

/** The whole chain of the customer with the most orders. */
async function chain(full: Stand): Promise<void> {
  const { id, orders } = await mostOrders(full.databaseUrl);
  const target = targetOf(full, pastBodies(id));
  await load(target, 1, 1);
  const figures = [];
  for (let round = 0; round < rounds; round += 1) figures.push(await load(target, 1, seconds));
  const p50 = median(figures.map((one) => one.p50));
  const told = `${orders} orders of one customer with lines, items, deliveries, invoices`;
  console.log(`\n${told}: p50 ${shown(p50)} ms (bar ${CHAIN_BAR_MS}).`);
  if (p50 >= CHAIN_BAR_MS) process.exitCode = 1;
}

async function measure(stands: readonly [Stand, Stand]): Promise<void> {
  await record(stands[1]);
  const compared = [...(await reads(stands)), await flows(stands)];
  const rows = compared.map(([what, empty, full]) => {
    return [what, shown(empty), shown(full), (full / empty).toFixed(2)];
  });
  printTable(['one client', 'empty ms', 'full ms', `growth (bar ${BAR})`], rows);
  if (compared.some(([, empty, full]) => full / empty >= BAR)) process.exitCode = 1;
  await chain(stands[1]);
}

await withDatabase((emptyUrl) =>
  withDatabase(async (fullUrl) => {
    const stands: Stand[] = [];
    try {
      const empty = await stand('empty', emptyUrl);
      stands.push(empty);
      const full = await stand('full', fullUrl);
      stands.push(full);
      await measure([empty, full]);
    } finally {
      await Promise.all(stands.map(({ product }) => product.stop()));
    }
  }),
);
