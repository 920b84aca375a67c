import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { foundMaker, type Maker } from '../../bench/flow-founding.js';
import { invariants } from '../support/invariants.js';
import { newTally, stubbornAsk, type Tally } from './asking.js';
import { changesBetween, footprintOf, tracesOf } from './footprint.js';
import {
  compareCounts,
  countRows,
  judgeInvariants,
  readAll,
  replayAll,
  settle,
  type Verdict,
} from './judging.js';
import { readLedgers } from './ledger.js';
import { startLoad } from './load.js';
import { planOf, type Wanted } from './plan.js';
import { foundQuiet } from './quiet.js';
import { writeReport, type Report } from './report.js';
import { endOnSignals, openStage, type Stage, type StageOptions } from './stage.js';
import { strikeAll } from './striking.js';
import { compareWithLog, openSubscriber, type Subscriber, type Topic } from './subscribers.js';
import { foundTrier, keepTrying, tryAll } from './trying.js';

export interface RunOptions extends Wanted, StageOptions {
  /** How many take orders from quote to cash at the same time. */
  readonly clients: number;
  readonly subscribers: number;
}

export interface Outcome {
  readonly report: Report;
  /** Where the report and, of a run with faults, the ledgers are. */
  readonly folder: string;
}

const rawId = (id: string): string => id.slice(id.indexOf(':') + 1);

interface Ground {
  readonly maker: Maker;
  readonly quiet: Awaited<ReturnType<typeof foundQuiet>>;
  readonly trier: Awaited<ReturnType<typeof foundTrier>>;
  readonly verbsTried: number;
}

/** Founds two companies, one to work and one to be quiet, and tries all verbs once in peace. */
async function foundAll({ server: { url }, apiKey }: Stage, tally: Tally): Promise<Ground> {
  const ask = stubbornAsk({ url, apiKey, tally });
  const maker = await foundMaker(ask);
  const quiet = await foundQuiet(ask);
  const trier = await foundTrier(ask);
  const trying = stubbornAsk({ url, apiKey: trier.apiKey, tally });
  const { tried, refused } = await tryAll(trying, quiet);
  if (refused.length > 0) throw new Error(`Trials are refused in peace:\n${refused.join('\n')}`);
  return { maker, quiet, trier, verbsTried: tried };
}

/** Customers who buy, and the place where all is made. */
async function topicsOf({ database }: Stage, { maker }: Ground, count: number): Promise<Topic[]> {
  const text = `select "id"::text from "WorkCenter" where "companyId" = $1`;
  const { rows } = await database.query({ text, values: [rawId(maker.companyId)] });
  const customers = maker.customerIds.slice(0, count - 1);
  return [
    { kind: 'workCenter', id: `WorkCenter:${String(rows[0]![0])}` },
    ...customers.map((id): Topic => ({ kind: 'customer', id })),
  ];
}

const merged = (verdicts: readonly Verdict[]): Record<string, number> =>
  Object.assign({}, ...verdicts.map(({ checked }) => checked)) as Record<string, number>;

interface Watched {
  readonly folder: string;
  readonly tally: Tally;
  readonly subscribers: readonly Subscriber[];
  readonly before: Readonly<Record<string, number>>;
  readonly seed: number;
}

/** Asks the graph, the store and the log whether all is as it was told. */
async function judge(stage: Stage, watched: Watched) {
  const { server, apiKey, database } = stage;
  const { folder, tally, subscribers, before, seed } = watched;
  const ask = stubbornAsk({ url: server.url, apiKey, tally });
  const entries = readLedgers(folder);
  const replayed = await replayAll(ask, entries);
  const read = await readAll(ask, entries);
  const counts = await compareCounts(database, entries, before, seed);
  await settle(database);
  const held = await judgeInvariants(database);
  let told = 0;
  const misheard: string[] = [];
  for (const subscriber of subscribers) {
    const heard = await compareWithLog(database, subscriber);
    told += heard.told;
    misheard.push(...heard.faults);
  }
  const verdicts = [replayed, read, counts, held];
  return {
    checked: merged(verdicts),
    told,
    faults: [...verdicts.flatMap(({ faults }) => faults), ...misheard],
  };
}

async function perform(stage: Stage, options: RunOptions, folder: string): Promise<Report> {
  const { server, apiKey, database } = stage;
  const { url } = server;
  const { seed, say, clients } = options;
  const began = performance.now();
  const plan = planOf(options);
  const tally = newTally();
  const ground = await foundAll(stage, newTally());
  const quietId = rawId(ground.quiet.companyId);
  await settle(database);
  const footprint = await footprintOf(database, quietId);
  const before = await countRows(database);
  const topics = await topicsOf(stage, ground, options.subscribers);
  const subscribers = topics.map((topic) => openSubscriber(url, apiKey, topic));
  const load = startLoad({ ...{ url, apiKey, folder, seed, tally, clients }, maker: ground.maker });
  const trials = keepTrying(url, ground.trier, ground.quiet, tally);
  try {
    const struck = await strikeAll(stage, plan, {
      acknowledged: () => tally.acknowledged,
      onBlow(number, blow) {
        const { orders, imports } = load.done;
        const seconds = Math.round((performance.now() - began) / 1000);
        const soFar = `${orders} orders, ${imports} batches, ${tally.acknowledged} acknowledged`;
        say(`${number}/${plan.blows.length} ${blow} after ${seconds} s: ${soFar}`);
        void subscribers[number % subscribers.length]?.reopen();
      },
    });
    say('Letting everybody finish …');
    await Promise.all([load.stop(), trials.stop()]);
    say('Judging …');
    const watched = { folder, tally, subscribers, before, seed };
    const { checked, told, faults: found } = await judge(stage, watched);
    const changes = changesBetween(footprint, await footprintOf(database, quietId));
    const traces = await tracesOf(database, rawId(ground.trier.actorId));
    const { failures, ...requests } = tally;
    const faults = [
      ...[...failures, ...found],
      ...changes.map((change) => `The quiet company changed: ${change}.`),
      ...traces.map((trace) => `A trial left ${trace}.`),
    ];
    return {
      ...{ seed, plan, struck, checked, faults, isSound: faults.length === 0 },
      seconds: Math.round((performance.now() - began) / 1000),
      load: { ...load.done, ...trials.done, verbsTried: ground.verbsTried, requests },
      subscribers: {
        count: subscribers.length,
        told,
        returns: subscribers.reduce((sum, { returns }) => sum + returns, 0),
      },
      invariants: invariants.length,
    };
  } finally {
    await Promise.all([load.stop(), trials.stop(), ...subscribers.map((one) => one.stop())]);
  }
}

/** One run: a product of its own, its load, the blows by the plan, and the judgement. */
export async function runChaos(options: RunOptions): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), `throughline-chaos-${options.seed}-`));
  const stage = await openStage(options);
  const leave = endOnSignals(stage.close);
  try {
    const report = await perform(stage, options, folder);
    writeReport(folder, report);
    return { report, folder };
  } finally {
    leave();
    await stage.close();
  }
}
