import { setTimeout as sleep } from 'node:timers/promises';
import type { Ask } from '../../../bench/flow-founding.js';
import { batches, inFlight } from '../../../clients/importers/in-flight.js';
import type { Database } from '../../../prisma/database.js';
import { newTally, stubbornAsk } from '../asking.js';
import { misheard } from '../hearing.js';
import { imports } from '../importing.js';
import { settle } from '../judging.js';
import { openServer, type Server } from '../processes.js';
import {
  chaosKey,
  closing,
  endOnSignals,
  openGround,
  openJudge,
  type StageOptions,
} from '../stage.js';
import { openCrowd, type Crowd } from './crowd.js';

export interface StreamsOptions extends StageOptions {
  readonly seed: number;
  readonly subscribers: number;
  /** How many of them follow one customer; a hundredth of all follow every customer. */
  readonly reach: number;
  /** How many changes are made, and at most how many a second. */
  readonly events: number;
  readonly rate: number;
  /** How many changes one request makes, in one transaction. */
  readonly rows: number;
  /** How often one of the two nodes ends: in turn by a kill and by being asked. */
  readonly restarts: number;
  /** How long a subscriber stays at most before he goes and comes back. */
  readonly longestStayMs: number;
}

export interface StreamsReport {
  readonly seconds: number;
  /** Changes acknowledged in a second, over the whole time. */
  readonly rate: number;
  readonly kills: number;
  readonly drains: number;
  readonly recoveriesMs: readonly number[];
  /** Messages that all subscribers were told, over so many returns. */
  readonly told: number;
  readonly returns: number;
  /** How long the last subscriber needed after the last change to have heard all. */
  readonly lastHeardMs: number;
  readonly faults: readonly string[];
}

const NODES = 2;
const PROCESSES = 2;
const WRITERS = 32;
const EVERYTHING_ONE_IN = 100;
const PATIENCE_MS = 120_000;

interface Ground {
  readonly servers: readonly Server[];
  readonly database: Database;
  readonly apiKey: string;
  close(): Promise<void>;
}

/** Two nodes, as processes of their own, on one database. */
async function openNodes(options: StreamsOptions): Promise<Ground> {
  const { isBuilt = false, say } = options;
  const { later, close } = closing();
  try {
    const { direct } = await openGround(options, later);
    const apiKey = chaosKey();
    const servers: Server[] = [];
    say(`Starting ${NODES} nodes …`);
    for (let count = 0; count < NODES; count += 1) {
      // One key asks for what many do.
      const env = { COST_RESTORE_RATE: '1000000000' };
      const server = await openServer({ databaseUrl: direct.toString(), apiKey, isBuilt, env });
      later(() => server.stop());
      servers.push(server);
    }
    const database = await openJudge(direct);
    later(() => database.close());
    return { servers, database, apiKey, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Whom each subscriber follows. */
function codesOf({ subscribers, reach }: StreamsOptions): (string | null)[] {
  const everything = Math.ceil(subscribers / EVERYTHING_ONE_IN);
  return Array.from({ length: subscribers }, (_, place) =>
    place < everything ? null : `C${Math.floor((place - everything) / reach)}`,
  );
}

interface Progress {
  made: number;
  /** Whether no more changes are made, because all are or because one failed. */
  isOver: boolean;
}

/** Makes or changes customers by one request, under a key of its own. */
type ChangeCustomers = (
  rows: readonly { readonly code: string; readonly name: string }[],
  key: string,
) => Promise<unknown>;

/** How customers are made or changed: by the nodes in turn, over connections that are kept. */
function changing({ servers, apiKey }: Ground): ChangeCustomers {
  let turn = 0;
  const url = () => servers[turn++ % servers.length]!.url;
  // An asker who is not answered leaves with all his connections: each has his own.
  const idle: Ask[] = [];
  return async (rows, key) => {
    const ask = idle.pop() ?? stubbornAsk({ url, apiKey, tally: newTally() });
    const input = { rows: rows.map((row) => ({ ...row, currency: 'USD' })) };
    await ask(imports.customers, { input }, key);
    idle.push(ask);
  };
}

/** Changes the customers in turn, some by each request, at an even pace; answers how long. */
async function write(
  change: ChangeCustomers,
  { events, rate, rows }: StreamsOptions,
  codes: readonly string[],
  progress: Progress,
): Promise<number> {
  const began = performance.now();
  const changes = Array.from({ length: events }, (_, place) => {
    return { place, code: codes[place % codes.length]!, name: `Name ${place}` };
  });
  try {
    await inFlight(WRITERS, batches(changes, rows), async (some) => {
      const [{ place }] = some as [(typeof changes)[number]];
      await sleep(Math.max(0, began + (place * 1_000) / rate - performance.now()));
      const named = some.map(({ code, name }) => ({ code, name }));
      await change(named, `changes-from-${place}`);
      progress.made += some.length;
    });
  } finally {
    progress.isOver = true;
  }
  return performance.now() - began;
}

/** Ends one node after the other, each when an equal share of the changes was made. */
async function strike(
  { servers }: Ground,
  { events, restarts, say }: StreamsOptions,
  progress: Progress,
): Promise<Pick<StreamsReport, 'kills' | 'drains' | 'recoveriesMs'>> {
  const recoveriesMs: number[] = [];
  const counts = { kills: 0, drains: 0 };
  for (let count = 1; count <= restarts; count += 1) {
    const goal = Math.floor((events * count) / (restarts + 1));
    while (progress.made < goal && !progress.isOver) await sleep(10);
    if (progress.made < goal) break;
    const server = servers[count % servers.length]!;
    const isKill = Math.ceil(count / servers.length) % 2 === 1;
    counts[isKill ? 'kills' : 'drains'] += 1;
    const began = performance.now();
    await (isKill ? server.crash() : server.restart());
    recoveriesMs.push(Math.round(performance.now() - began));
    say(`${count}/${restarts} ${isKill ? 'killed' : 'drained'}: ${progress.made} changes made`);
  }
  return { ...counts, recoveriesMs };
}

/** The places in the log of the changes of each customer, and under null of all. */
async function placesOf(database: Database): Promise<Map<string | null, number[]>> {
  const { rows } = await database.query({
    text: `select e."position"::text, c."code" from "Event" e
      join "Customer" c on c."id" = e."documentId"
      where e."documentType" = 'Customer' order by e."position"`,
    values: [],
  });
  const places = new Map<string | null, number[]>([[null, []]]);
  for (const [position, code] of rows) {
    const own = places.get(String(code)) ?? [];
    places.set(String(code), own);
    for (const list of [own, places.get(null)!]) list.push(Number(position));
  }
  return places;
}

/** Waits until each has heard as much as concerns him; answers how long that took. */
async function everyoneHeard(crowd: Crowd, wanted: readonly number[]): Promise<number> {
  const began = performance.now();
  while (performance.now() - began < PATIENCE_MS) {
    const counts = await crowd.counts();
    if (counts.every((count, place) => count >= wanted[place]!)) break;
    await sleep(100);
  }
  return Math.round(performance.now() - began);
}

async function perform(
  ground: Ground,
  options: StreamsOptions,
  crowd: Crowd,
  codes: readonly (string | null)[],
): Promise<StreamsReport> {
  const { database } = ground;
  const progress: Progress = { made: 0, isOver: false };
  const named = [...new Set(codes)].filter((code) => code !== null);
  const change = changing(ground);
  for (const some of batches(named, 100)) {
    const made = some.map((code) => ({ code, name: 'New' }));
    await change(made, `new-${some[0]}`);
  }
  const [took, struck] = await Promise.all([
    write(change, options, named, progress),
    strike(ground, options, progress),
  ]);
  await settle(database);
  const places = await placesOf(database);
  const wanted = codes.map((code) => places.get(code) ?? []);
  const lastHeardMs = await everyoneHeard(
    crowd,
    wanted.map(({ length }) => length),
  );
  const { heard, returns } = await crowd.leave();
  const faults = heard.flatMap((one, place) =>
    misheard(wanted[place]!, [...one]).map((fault) => `${codes[place] ?? 'all'}: ${fault}.`),
  );
  const told = places.get(null)!.length - named.length;
  if (told !== options.events) faults.push(`${options.events} changes left ${told} facts.`);
  return {
    ...struck,
    seconds: Math.round(took / 1_000),
    rate: (options.events * 1_000) / took,
    told: heard.reduce((sum, { length }) => sum + length, 0),
    ...{ returns, lastHeardMs, faults },
  };
}

/**
 * Two nodes on one database, changes at an even pace, subscribers who come and go, and nodes that
 * end and come back; then what each subscriber heard is compared with the log.
 */
export async function runStreams(options: StreamsOptions): Promise<StreamsReport> {
  const ground = await openNodes(options);
  const leave = endOnSignals(ground.close);
  const codes = codesOf(options);
  let crowd: Crowd | null = null;
  try {
    const urls = ground.servers.map(({ url }) => url);
    const { apiKey } = ground;
    const { seed, longestStayMs } = options;
    crowd = await openCrowd({ urls, apiKey, seed, codes, longestStayMs, processes: PROCESSES });
    return await perform(ground, options, crowd, codes);
  } finally {
    leave();
    crowd?.close();
    await ground.close();
  }
}
