/**
 * Two nodes that are killed and restarted, a thousand subscribers who come and go, and whether each
 * heard every change once and in order:
 *
 *     npm run chaos:streams -- --built --subscribers 1000 --events 36000 --restarts 20
 *
 * `--url` is somebody's PostgreSQL, on which a database is made; without it one of our own is.
 */
import { parseArgs } from 'node:util';
import { whole } from '../arguments.js';
import { runStreams, type StreamsReport } from './run.js';

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    subscribers: { type: 'string', default: '1000' },
    reach: { type: 'string', default: '20' },
    events: { type: 'string', default: '36000' },
    rate: { type: 'string', default: '200' },
    rows: { type: 'string', default: '4' },
    restarts: { type: 'string', default: '20' },
    'longest-stay': { type: 'string', default: '60000' },
    url: { type: 'string' },
    built: { type: 'boolean', default: false },
  },
});

const FAULTS_SHOWN = 40;

function textOf(report: StreamsReport, events: number): string {
  const { seconds, rate, kills, drains, recoveriesMs, told, returns, lastHeardMs } = report;
  const sorted = [...recoveriesMs].sort((one, other) => one - other);
  return [
    `${events} changes in ${seconds} s, ${rate.toFixed(0)} a second.`,
    `Nodes killed ${kills} times, drained ${drains} times; one served again after`,
    `  ${sorted[Math.floor(sorted.length / 2)] ?? 0} ms (median), ${sorted.at(-1) ?? 0} ms at most.`,
    `Subscribers were told ${told} messages over ${returns} returns; the last had heard all`,
    `  ${lastHeardMs} ms after the last change.`,
    report.faults.length === 0
      ? 'Nothing lost, nothing repeated, nothing out of order.'
      : `${report.faults.length} FAULTS:`,
    ...report.faults.slice(0, FAULTS_SHOWN).map((fault) => `  ${fault}`),
  ].join('\n');
}

async function main(): Promise<void> {
  const { url, built: isBuilt, ...told } = values;
  const seed = whole('seed', told.seed ?? String(Date.now() % 1_000_000));
  const say = (line: string) => process.stdout.write(`${line}\n`);
  say(`Seed ${seed}: --seed ${seed} repeats who goes when.`);
  const events = whole('events', told.events);
  const report = await runStreams({
    ...{ seed, say, url, isBuilt, events },
    subscribers: whole('subscribers', told.subscribers),
    reach: whole('reach', told.reach),
    rate: whole('rate', told.rate),
    rows: whole('rows', told.rows),
    restarts: whole('restarts', told.restarts),
    longestStayMs: whole('longest-stay', told['longest-stay']),
  });
  say(`\n${textOf(report, events)}`);
  if (report.faults.length > 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
