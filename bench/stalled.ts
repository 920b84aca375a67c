import { setTimeout as sleep } from 'node:timers/promises';
import { loadavg } from 'node:os';
import { Decimal } from '../modules/kernel/index.js';
import { openDatabase } from '../prisma/database.js';
import { memoryOf, openAudience } from './audience.js';
import { ask, measure } from './fanout-measure.js';
import { productSide, type Side } from './fanout-sides.js';
import { printTable, shown } from './load.js';
import { companyRows, sellingRows } from './selling-rows.js';
import { benchKey, runSql, serveProduct, withDatabase } from './stage.js';

/**
 * A thousand who follow one order, of whom 400 stop to read: what the server's memory grows by, and
 * how late the others are told. BENCH_SUBSCRIBERS and BENCH_STALLED make it smaller.
 */
const SUBSCRIBERS = Number(process.env.BENCH_SUBSCRIBERS ?? 1_000);
const STALLED = Number(process.env.BENCH_STALLED ?? 400);
const RATE = 2;
const PROCESSES = 2;
/** The system itself holds megabytes for a socket that is not read: messages are wide. */
const WIDE = `update "SalesOrderLine" set "description" = repeat('wide ', 4000)`;
const MEGABYTE = 1_024 * 1_024;

interface Phase {
  readonly name: string;
  readonly seconds: number;
  /** How many still read. */
  readonly readers: number;
}

/** Samples a figure while work is done; answers the most. */
async function mostWhile(figure: () => number, work: () => Promise<void>): Promise<number> {
  let most = figure();
  const timer = setInterval(() => (most = Math.max(most, figure())), 100);
  await work().finally(() => clearInterval(timer));
  return Math.max(most, figure());
}

async function run(side: Side): Promise<void> {
  const rows: string[][] = [];
  const memory = () => memoryOf(side.served.child) / MEGABYTE;
  async function phase({ name, seconds, readers }: Phase): Promise<number> {
    const pace = { rate: RATE, seconds, groups: 1, each: readers };
    let told = '';
    const most = await mostWhile(memory, async () => {
      const { p50, p99, isComplete } = await measure(side, pace);
      told = `${shown(p50)} | ${shown(p99)} | ${isComplete ? 'all' : 'not all'}`;
    });
    rows.push([name, ...told.split(' | '), most.toFixed(0), loadavg()[0]!.toFixed(1)]);
    return most;
  }
  await phase({ name: 'warming up', seconds: 4, readers: SUBSCRIBERS });
  const before = await phase({ name: 'all read', seconds: 8, readers: SUBSCRIBERS });
  await side.audience.stall(STALLED);
  const readers = SUBSCRIBERS - STALLED;
  const meanwhile = await phase({ name: `${STALLED} stand still`, seconds: 32, readers });
  const after = await phase({ name: 'they are closed', seconds: 20, readers });
  await sleep(1_000);
  printTable(['', 'p50 ms', 'p99 ms', 'heard', 'most MB', 'load'], rows);
  console.log(`\nGrown by ${(Math.max(meanwhile, after) - before).toFixed(0)} MB`);
}

await withDatabase(async (url) => {
  await runSql(url, [...companyRows, ...sellingRows(1, 1), WIDE]);
  const parseNumeric = (text: string) => new Decimal(text);
  const database = await openDatabase({ url, poolSize: 4, parseNumeric });
  const text = 'select "id" from "SalesOrder" order by "id" limit 1';
  const order = String((await database.query({ text, values: [] })).rows[0]![0]);
  const key = benchKey();
  const served = await serveProduct(url, key);
  const audience = openAudience(served.url, PROCESSES);
  const side = productSide({ served, audience }, database, [order]);
  try {
    const payload = { authorization: `Bearer ${key}` };
    const asks = Array.from({ length: SUBSCRIBERS }, () => ask(order));
    await audience.open(JSON.stringify({ type: 'connection_init', payload }), asks);
    await run(side);
  } finally {
    audience.close();
    await side.close();
    await served.stop();
    await database.close();
  }
});
