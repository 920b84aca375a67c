import { Decimal } from '../modules/kernel/index.js';
import { checkBooks } from '../modules/finance/index.js';
import { openDatabase } from '../prisma/database.js';
import { keepBusy } from './clients.js';
import { asker, foundMaker, type Maker } from './flow-founding.js';
import { countOrder } from './flow-count.js';
import { playOrder, ROUND_TRIPS, WORK_ORDERS } from './flow-order.js';
import { median, printTable, shown } from './load.js';
import { benchKey, serveProduct, withDatabase } from './stage.js';

/**
 * Orders from quote to cash a second over HTTP: three lines of made items, two made levels, six
 * work orders, parts in stock; by one client and by four, with few orders in the database and with
 * many. BENCH_ORDERS says how many are many, BENCH_SECONDS how long a round is.
 */
const seconds = Number(process.env.BENCH_SECONDS ?? 8);
const rounds = Number(process.env.BENCH_ROUNDS ?? 3);
const many = Number(process.env.BENCH_ORDERS ?? 1_000);
const FEW = 100;

interface Stand {
  readonly url: string;
  readonly key: string;
  readonly maker: Maker;
}

let played = 0;

function playing({ url, key, maker }: Stand, clients: number) {
  const asks = Array.from({ length: clients }, () => asker(url, key));
  let turn = 0;
  return async () => {
    const at = played++;
    await playOrder(asks[turn++ % clients]!, maker, `order-${at}`, at);
  };
}

/** Plays orders until there are so many. */
async function fill(stand: Stand, orders: number): Promise<void> {
  const act = playing(stand, 4);
  const [began, before] = [performance.now(), played];
  while (played < orders) {
    await keepBusy(4, Math.min(10, (orders - played) / 10 + 0.1), act);
    const rate = shown((played - before) / ((performance.now() - began) / 1000));
    process.stderr.write(`\r${played} of ${orders} orders, ${rate} a second   `);
  }
  process.stderr.write('\n');
}

/** Medians of the rounds: orders a second, and what one takes in milliseconds. */
async function measure(stand: Stand, clients: number) {
  const act = playing(stand, clients);
  const figures: Awaited<ReturnType<typeof keepBusy>>[] = [];
  for (let round = 0; round < rounds; round += 1)
    figures.push(await keepBusy(clients, seconds, act));
  const of = (pick: (one: (typeof figures)[number]) => number) => median(figures.map(pick));
  return { perSecond: of((f) => f.perSecond), p50: of((f) => f.p50), p95: of((f) => f.p95) };
}

await withDatabase(async (url) => {
  const key = benchKey();
  const product = await serveProduct(url, key);
  const parseNumeric = (text: string) => new Decimal(text);
  const database = await openDatabase({ url, poolSize: 2, parseNumeric });
  try {
    const maker = await foundMaker(asker(product.url, key));
    const stand = { url: product.url, key, maker };
    await fill(stand, FEW);
    const counts = await countOrder(database, maker);
    console.log(
      `\nAn order with ${WORK_ORDERS} work orders: ${ROUND_TRIPS} requests, ` +
        `${counts.statements} statements in ${counts.flights} flights.\n`,
    );
    const rows: string[][] = [];
    const perOrder: number[] = [];
    for (const size of [FEW, many]) {
      await fill(stand, size);
      for (const clients of [1, 4]) {
        const orders = played;
        const { perSecond, p50, p95 } = await measure(stand, clients);
        if (clients === 1) perOrder.push(p50);
        rows.push([`${orders}`, `${clients}`, shown(perSecond), shown(p50), shown(p95)]);
      }
    }
    printTable(['orders before', 'clients', 'orders a second', 'p50 ms', 'p95 ms'], rows);
    const [few = 1, most = 1] = perOrder;
    console.log(`\nTime per order with many orders against few: ${(most / few).toFixed(2)}.`);
    const read = async (statement: { text: string; values: unknown[] }) =>
      (await database.query(statement)).rows;
    const broken = (await checkBooks(read, 'ALL')).filter(({ broken: count }) => count > 0);
    console.log(broken.length === 0 ? 'All checks of the books hold.' : JSON.stringify(broken));
  } finally {
    await database.close();
    await product.stop();
  }
});
