import { execSync } from 'node:child_process';
import { loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { Decimal } from '../modules/kernel/index.js';
import { openDatabase } from '../prisma/database.js';
import { memoryOf, openAudience } from './audience.js';
import { ask, measure, type Figures } from './fanout-measure.js';
import { bareSide, productSide, type Side } from './fanout-sides.js';
import { printTable, shown } from './load.js';
import { companyRows, sellingRows } from './selling-rows.js';
import { benchKey, runSql, serve, serveProduct, withDatabase } from './stage.js';

/**
 * Subscriptions by the thousand on one process. Each event reaches a hundred of them: how many
 * events a second until the 99th of a hundred messages comes later than 250 ms after the commit,
 * beside a bare `ws` server that sends the same bytes, rate by rate in turn. BENCH_SECONDS is the
 * length of one rate, BENCH_SUBSCRIBERS the audiences.
 */
const seconds = Number(process.env.BENCH_SECONDS ?? 4);
const AUDIENCES = (process.env.BENCH_SUBSCRIBERS ?? '1000,10000').split(',').map(Number);
const EACH = 100;
const LATE_MS = 250;
const RATES = (process.env.BENCH_RATES ?? '25,50,75,100,150,200,250,300,400,500,600,800,1000')
  .split(',')
  .map(Number);
const TRIES = 3;
const PROCESSES = 2;
const ORDERS_OF_A_CUSTOMER = 20;

const isGood = ({ p99, isComplete }: Figures) => isComplete && p99 <= LATE_MS;

/** Raises the rate until the messages come late, for both sides in turn; answers the last good. */
async function raise(sides: readonly Side[], groups: number): Promise<Map<Side, Figures>> {
  const best = new Map<Side, Figures>();
  const rows: string[][] = [];
  let going = sides;
  for (const rate of RATES) {
    const still: Side[] = [];
    for (const side of going) {
      const pace = { rate, seconds, groups, each: EACH };
      let figures = await measure(side, pace);
      for (let tries = 1; tries < TRIES && !isGood(figures); tries += 1)
        figures = await measure(side, pace);
      const { p50, p99, cpuPerMessage, isComplete, rate: made } = figures;
      const numbers = [rate, made, p50, p99, cpuPerMessage, loadavg()[0]!].map(shown);
      rows.push([side.name, ...numbers, isComplete ? 'all' : 'not all']);
      if (!isGood(figures)) continue;
      best.set(side, figures);
      still.push(side);
    }
    if (still.length === 0) break;
    going = [...still].reverse();
  }
  const head = [
    'told by',
    'wanted/s',
    'made/s',
    'p50 ms',
    'p99 ms',
    'CPU µs/message',
    'load',
    'heard',
  ];
  printTable(head, rows);
  return best;
}

/** Opens more listeners on both sides; answers what each of them takes of the server's memory. */
async function grow(sides: readonly Side[], hello: string, orders: readonly string[]) {
  const each = new Map<Side, number>();
  const asks = orders.flatMap((order) => Array.from({ length: EACH }, () => ask(order)));
  for (const side of sides) {
    const before = memoryOf(side.served.child);
    await side.audience.open(hello, asks);
    await sleep(1_500);
    each.set(side, (memoryOf(side.served.child) - before) / asks.length);
  }
  return each;
}

/** Files that a process may open; each subscription is a socket of the server's. */
function mayOpen(): number {
  const limit = execSync('ulimit -Hn', { shell: '/bin/sh' }).toString().trim();
  return limit === 'unlimited' ? Infinity : Number(limit);
}

async function compare(sides: readonly [Side, Side], hello: string, orders: readonly string[]) {
  const rows: string[][] = [];
  let open = 0;
  for (const wanted of AUDIENCES) {
    if (mayOpen() < wanted + 500) {
      console.log(`\n${wanted} subscriptions need more files than a process may open here.`);
      continue;
    }
    const memory = await grow(sides, hello, orders.slice(open / EACH, wanted / EACH));
    open = wanted;
    const pace = { rate: RATES[0]!, seconds, groups: open / EACH, each: EACH };
    for (const side of sides) await measure(side, pace);
    console.log(`\n${wanted} subscriptions`);
    const best = await raise(sides, open / EACH);
    const [product, bare] = sides.map((side) => best.get(side));
    if (!product || !bare) {
      console.log('One side held no rate at all.');
      continue;
    }
    rows.push([
      String(wanted),
      ...[product.rate, bare.rate].map(shown),
      (product.rate / bare.rate).toFixed(2),
      ...[product.cpuPerMessage, bare.cpuPerMessage].map(shown),
      ...sides.map((side) => `${((memory.get(side) ?? 0) / 1_024).toFixed(1)} KB`),
    ]);
  }
  console.log(`\nEvents a second until p99 passes ${LATE_MS} ms; each event reaches ${EACH}`);
  printTable(
    [
      ...['subscriptions', 'events/s', 'bare ws', 'ratio'],
      ...['CPU µs/message', 'bare ws', 'memory each', 'bare ws'],
    ],
    rows,
  );
}

await withDatabase(async (url) => {
  const customers = Math.max(...AUDIENCES) / EACH / ORDERS_OF_A_CUSTOMER;
  await runSql(url, [...companyRows, ...sellingRows(1, Math.ceil(customers))]);
  const database = await openDatabase({
    ...{ url, poolSize: 8, parseNumeric: (text: string) => new Decimal(text) },
  });
  const { rows } = await database.query({
    text: 'select "id" from "SalesOrder" order by "id"',
    values: [],
  });
  const orders = rows.map(([id]) => String(id));
  const key = benchKey();
  const product = await serveProduct(url, key);
  const bare = await serve('bench/bare-sockets.ts');
  let sample = '';
  const audiences = [product, bare].map((served) => openAudience(served.url, PROCESSES));
  const heard = audiences[0]!;
  const listening = {
    ...heard,
    async collect() {
      const all = await heard.collect();
      sample = all.find((one) => one.sample !== '')?.sample ?? sample;
      return all;
    },
  };
  const sides = [
    productSide({ served: product, audience: listening }, database, orders),
    bareSide({ served: bare, audience: audiences[1]! }, orders, () => sample),
  ] as const;
  const hello = JSON.stringify({
    type: 'connection_init',
    payload: { authorization: `Bearer ${key}` },
  });
  try {
    await compare(sides, hello, orders);
  } finally {
    for (const audience of audiences) audience.close();
    for (const side of sides) await side.close();
    await Promise.all([product.stop(), bare.stop()]);
    await database.close();
  }
});
