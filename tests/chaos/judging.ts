import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer, Ask } from '../../bench/flow-founding.js';
import { WORK_ORDERS } from '../../bench/flow-order.js';
import { inFlight } from '../../clients/importers/in-flight.js';
import type { Database } from '../../prisma/database.js';
import { brokenInvariants } from '../support/invariants.js';
import { BATCH } from './importing.js';
import type { Entry } from './ledger.js';
import { documentsIn, documentsNow, keptDocuments, lossOf, type Told } from './reading.js';

/** What was looked at, and what was wrong with it. */
export interface Verdict {
  readonly checked: Readonly<Record<string, number>>;
  readonly faults: readonly string[];
}

const SETTLED_MS = 60_000;

/** Waits until every fact has its place in the log. */
export async function settle(database: Database): Promise<void> {
  const text = 'select exists (select 1 from "Event" where "position" is null)';
  const deadline = Date.now() + SETTLED_MS;
  while ((await database.query({ text, values: [] })).rows[0]![0] === true) {
    if (Date.now() > deadline) throw new Error('Facts wait for their places in the log.');
    await sleep(50);
  }
}

/** What two answers to one key must have in common: the documents, by what never changes of them. */
const outcomeOf = (answer: Answer): string =>
  documentsIn(answer)
    .map(({ id, number, code }) => [id, number, code].join(' '))
    .sort()
    .join('\n');

const MOST_AT_ONCE = 4;

/**
 * Sends again what nobody was told the outcome of, twice: both must tell the same one. Then what
 * was acknowledged: it must be told again as it was.
 */
export async function replayAll(ask: Ask, entries: readonly Entry[]): Promise<Verdict> {
  const faults: string[] = [];
  const again = ({ query, variables, key }: Entry) => ask(query, variables, key);
  /** What is refused now is a fault, and no reason not to look at the others. */
  const each = (list: readonly Entry[], look: (entry: Entry) => Promise<void>) =>
    inFlight(MOST_AT_ONCE, list, (entry) =>
      look(entry).catch((error: unknown) => void faults.push(`${entry.key}: ${String(error)}`)),
    );
  const unheard = entries.filter(({ answer }) => answer === null);
  await each(unheard, async (entry) => {
    const first = outcomeOf(await again(entry));
    if (outcomeOf(await again(entry)) !== first) faults.push(`${entry.key} has two outcomes.`);
  });
  const heard = entries.filter(({ answer }) => answer !== null);
  await each(heard, async (entry) => {
    if (outcomeOf(await again(entry)) !== outcomeOf(entry.answer!))
      faults.push(`${entry.key} is told otherwise than it was.`);
  });
  return { checked: { unheardReplayed: unheard.length, heardReplayed: heard.length }, faults };
}

const LOOKED_UP_AT_ONCE = 100;

/** The newest that was told of each document. */
function newestOf(entries: readonly Entry[]): Told[] {
  const newest = new Map<string, Told>();
  for (const told of entries.flatMap(keptDocuments)) {
    const known = newest.get(told.id);
    if (!known || (told.version ?? 0) >= (known.version ?? 0))
      newest.set(told.id, { ...known, ...told });
  }
  return [...newest.values()];
}

/** Reads back each document of which somebody was told, and compares. */
export async function readAll(ask: Ask, entries: readonly Entry[]): Promise<Verdict> {
  const told = newestOf(entries);
  const faults: string[] = [];
  const look = (query: string, variables: object) => ask(query, variables, 'read');
  for (let from = 0; from < told.length; from += LOOKED_UP_AT_ONCE) {
    const page = told.slice(from, from + LOOKED_UP_AT_ONCE);
    const now = await documentsNow(
      look,
      page.map(({ id }) => id),
    );
    faults.push(...page.map((one) => lossOf(one, now.get(one.id))).filter((loss) => loss !== null));
  }
  return { checked: { documentsReadBack: told.length }, faults };
}

/** How many documents each kind of request makes. */
const MADE: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  quote: { Quote: 1 },
  accept: { SalesOrder: 1, WorkOrder: WORK_ORDERS },
  deliver: { Delivery: 1, SalesInvoice: 1 },
  pay: { Payment: 1 },
  items: { Item: BATCH },
  customers: { Customer: BATCH },
  orders: { SalesOrder: BATCH },
  openings: { StockOpening: BATCH },
};

/** Tables of which everybody has rows: what was there before is counted then. */
export const counted = [...new Set(Object.values(MADE).flatMap(Object.keys))];

export async function countRows(database: Database): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of counted) {
    const text = `select count(*)::int from "${table}"`;
    counts[table] = (await database.query({ text, values: [] })).rows[0]![0] as number;
  }
  return counts;
}

/** Two root fields under one header have a key each. */
const fieldsOf = ({ variables }: Entry): number => Object.keys(variables).length;

/** Compares how many rows and keys there are with how many were asked for. */
export async function compareCounts(
  database: Database,
  entries: readonly Entry[],
  before: Readonly<Record<string, number>>,
  seed: number,
): Promise<Verdict> {
  const expected: Record<string, number> = { ...before };
  for (const { key } of entries)
    for (const [table, rows] of Object.entries(MADE[key.split('-').at(-1)!] ?? {}))
      expected[table] = (expected[table] ?? 0) + rows;
  const found = await countRows(database);
  const faults = counted
    .filter((table) => found[table] !== expected[table])
    .map((table) => `There are ${found[table]} rows of ${table}, not ${expected[table]}.`);
  const keys = entries.reduce((sum, entry) => sum + fieldsOf(entry), 0);
  const text = `select count(*)::int from "IdempotencyKey" where "key" like $1`;
  const kept = (await database.query({ text, values: [`${seed}-%`] })).rows[0]![0] as number;
  if (kept !== keys) faults.push(`${kept} keys are kept of ${keys} that were sent.`);
  return {
    checked: { keys, rowsCounted: counted.reduce((sum, one) => sum + found[one]!, 0) },
    faults,
  };
}

export async function judgeInvariants(database: Database): Promise<Verdict> {
  const broken = await brokenInvariants(database);
  return {
    checked: {},
    faults: broken.map(({ name, rows }) => `${name} ${JSON.stringify(rows).slice(0, 500)}`),
  };
}
