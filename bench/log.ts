import { loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { createSequencer } from '../modules/events/index.js';
import { Decimal } from '../modules/kernel/index.js';
import { openDatabase, type Database } from '../prisma/database.js';
import { createLog } from '../server/log.js';
import { startServer } from '../server/serve.js';
import { readSettings } from '../server/settings.js';
import { openAudience, type Audience } from './audience.js';
import { keepBusy, type Act } from './clients.js';
import { median, printTable, shown } from './load.js';
import { logVerbs, type LogVerbs } from './log-verbs.js';
import { benchKey, runSql, serveProduct, withDatabase } from './stage.js';

/**
 * What the log costs a write, where the disk takes its time to flush: the server waits so long
 * before each flush, and whoever commits meanwhile is flushed with it. Then how soon after its
 * commit a fact is heard, on the node that wrote it and on another. BENCH_SECONDS is the length of
 * one round, BENCH_ROUNDS how many there are.
 */
const seconds = Number(process.env.BENCH_SECONDS ?? 3);
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const FLUSH_MS = [0, 1, 4];
const WRITERS = 16;
const FACTS = 200;
const FACT_EVERY_MS = 20;
const PATIENCE_MS = 10_000;
const BEGIN_MS = 1_000;

const parseNumeric = (text: string) => new Decimal(text);

/** Holds for the connections that are opened afterwards. */
async function delayFlushes(url: string, milliseconds: number): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  await runSql(url, [
    `alter database ${name} set commit_delay = ${milliseconds * 1_000}`,
    `alter database ${name} set commit_siblings = 0`,
  ]);
}

type Sides = keyof LogVerbs;
const SIDES: readonly Sides[] = ['told', 'audited', 'untold'];

/** Transactions a second of each way to write, round by round in turn. */
async function ratesOf(verbs: Readonly<Record<Sides, Act>>): Promise<Record<Sides, number>> {
  const rates: Record<Sides, number[]> = { told: [], audited: [], untold: [] };
  for (const side of SIDES) await keepBusy(WRITERS, 1, verbs[side]);
  for (let round = 0; round < rounds; round += 1)
    for (const side of round % 2 === 0 ? SIDES : [...SIDES].reverse())
      rates[side].push((await keepBusy(WRITERS, seconds, verbs[side])).perSecond);
  const [told, audited, untold] = SIDES.map((side) => median(rates[side])) as [
    number,
    number,
    number,
  ];
  return { told, audited, untold };
}

async function throughput(url: string): Promise<void> {
  const rows: string[][] = [];
  for (const flush of FLUSH_MS) {
    await delayFlushes(url, flush);
    const database = await openDatabase({ url, poolSize: WRITERS, parseNumeric });
    const sequencer = createSequencer(database);
    try {
      const { told, audited, untold } = await ratesOf(await logVerbs(database, sequencer));
      const figures = [told, audited, untold].map(shown);
      const ratios = [told / audited, told / untold].map((ratio) => ratio.toFixed(2));
      rows.push([`${flush} ms`, ...figures, ...ratios, loadavg()[0]!.toFixed(1)]);
    } finally {
      await sequencer.close();
      await database.close();
    }
  }
  console.log(`\nA role renamed by ${WRITERS} writers, transactions a second`);
  printTable(
    ['flush', 'with the log', 'audited alone', 'neither', 'to audited', 'to neither', 'load'],
    rows,
  );
}

const FOLLOW = JSON.stringify({
  ...{ id: '1', type: 'subscribe' },
  payload: { query: 'subscription { roleChanged { cursor kind node { id name } } }' },
});

/** How late each place in the log was heard after its commit. */
async function delaysOf(audience: Audience, committed: ReadonlyMap<number, number>) {
  const delays: number[] = [];
  const deadline = Date.now() + PATIENCE_MS;
  while (delays.length < committed.size && Date.now() < deadline) {
    for (const { places, times } of await audience.collect())
      places.forEach((place, index) => {
        const at = committed.get(place);
        if (at !== undefined) delays.push(times[index]! - at);
      });
    await sleep(50);
  }
  if (delays.length < committed.size)
    throw new Error(`Of ${committed.size} facts ${delays.length} were heard.`);
  return delays.sort((one, other) => one - other);
}

/** Renames roles one after the other; answers when each was committed, by its place in the log. */
async function rename(database: Database, act: Act): Promise<Map<number, number>> {
  const times: number[] = [];
  for (let count = 0; count < FACTS; count += 1) {
    await act();
    times.push(performance.timeOrigin + performance.now());
    await sleep(FACT_EVERY_MS);
  }
  const text = `select "position" from "Event" where "type" = 'bench.roleRenamed'
    order by "position" desc limit $1`;
  const sequencer = createSequencer(database);
  await sequencer.settled();
  await sequencer.close();
  const { rows } = await database.query({ text, values: [FACTS] });
  return new Map(rows.map(([place], index) => [Number(place), times[FACTS - 1 - index]!]));
}

async function delivery(url: string): Promise<void> {
  const key = benchKey();
  const environment = { DATABASE_URL: url, BOOTSTRAP_API_KEY: key, PORT: '0', DEMO: 'off' };
  const rows: string[][] = [];
  for (const flush of FLUSH_MS) {
    await delayFlushes(url, flush);
    const own = await startServer({
      settings: readSettings(environment),
      log: createLog('warn'),
    });
    const other = await serveProduct(url, key);
    const audiences = [own.url, other.url].map((address) => openAudience(address, 1));
    try {
      const payload = { authorization: `Bearer ${key}` };
      const hello = JSON.stringify({ type: 'connection_init', payload });
      for (const audience of audiences) await audience.open(hello, [FOLLOW]);
      // Nothing tells when a subscription has begun; what was before is not its own.
      await sleep(BEGIN_MS);
      const { told } = await logVerbs(own.database, null, own.transact);
      const committed = await rename(own.database, told);
      for (const [place, name] of ['the node that wrote', 'another node'].entries()) {
        const delays = await delaysOf(audiences[place]!, committed);
        const parts = [0.5, 0.95, 0.99].map((part) => delays[Math.floor(delays.length * part)]!);
        rows.push([`${flush} ms, ${name}`, ...parts.map(shown), loadavg()[0]!.toFixed(1)]);
      }
    } finally {
      for (const audience of audiences) audience.close();
      await other.stop();
      await own.close(0);
    }
  }
  console.log('\nFrom the commit until it is heard, in milliseconds');
  printTable(['flush, heard on', 'p50', 'p95', 'p99', 'load'], rows);
}

await withDatabase(async (url) => {
  await throughput(url);
  await delivery(url);
});
