import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tally } from './asking.js';
import type { Plan } from './plan.js';
import type { Struck } from './striking.js';

/** All that is known of a run when it is over. */
export interface Report {
  readonly seed: number;
  readonly isSound: boolean;
  readonly seconds: number;
  readonly plan: Plan;
  readonly struck: Struck;
  readonly load: {
    readonly orders: number;
    readonly imports: number;
    readonly reads: number;
    readonly trials: number;
    readonly verbsTried: number;
    readonly requests: Omit<Tally, 'failures'>;
  };
  readonly subscribers: {
    readonly count: number;
    readonly told: number;
    readonly returns: number;
  };
  readonly checked: Readonly<Record<string, number>>;
  readonly invariants: number;
  readonly faults: readonly string[];
}

const FAULTS_SHOWN = 40;

function recovery(name: string, times: readonly number[]): string[] {
  if (times.length === 0) return [];
  const sorted = [...times].sort((one, other) => one - other);
  const middle = sorted[Math.floor(sorted.length / 2)]!;
  return [`  The ${name} served again after ${middle} ms (median), ${sorted.at(-1)} ms at most.`];
}

/** The report as a page of text. */
export function textOf(report: Report): string {
  const { struck, load, subscribers, checked, faults } = report;
  const { KILL_SERVER, KILL_DATABASE, CUT_BEFORE, CUT_AFTER } = struck.counts;
  const { requests, acknowledged, repeated, hungUp } = load.requests;
  const lines = [
    `Seed ${report.seed}, ${report.seconds} s.`,
    `Struck: the server killed ${KILL_SERVER} times, the database ${KILL_DATABASE} times;`,
    `  the line cut ${CUT_BEFORE} times before a commit was heard, ${CUT_AFTER} times after it was.`,
    ...recovery('server', struck.recoveriesMs.server),
    ...recovery('database', struck.recoveriesMs.database),
    `Load: ${load.orders} orders from quote to cash, ${load.imports} batches imported,`,
    `  ${load.reads} rounds of reading, ${load.trials} trials of ${load.verbsTried} verbs;`,
    `  ${requests} requests, ${acknowledged} acknowledged, ${repeated} repeated, ${hungUp} hung up.`,
    `Subscribers: ${subscribers.count}, told ${subscribers.told} changes over ${subscribers.returns}`,
    '  returns, compared with the log.',
    ...Object.entries(checked).map(([what, count]) => `Checked: ${what} ${count}.`),
    `Checked: invariants ${report.invariants}.`,
    report.isSound ? 'Nothing was lost and nothing done twice.' : `${faults.length} FAULTS:`,
    ...faults.slice(0, FAULTS_SHOWN).map((fault) => `  ${fault}`),
  ];
  return `${lines.join('\n')}\n`;
}

/** Leaves the report beside the ledgers, as JSON and as text; answers where. */
export function writeReport(folder: string, report: Report): string {
  const path = join(folder, 'report.json');
  writeFileSync(path, `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync(join(folder, 'report.txt'), textOf(report));
  return path;
}
