import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { GraphFailed, type Client, type Refusal } from '../../typescript/client.js';
import type { Value } from './language.js';
import { ImportRefused } from './refusals.js';
import type { RowAnswer, Verb } from './verbs.js';

/** Attempts at one request: with the pauses between them, most of a minute. */
const ATTEMPTS = 9;
const FIRST_PAUSE = 200;
const LONGEST_PAUSE = 15_000;

/** Below the megabyte that a body may have. */
const BYTES_MAX = 400_000;

/** Rows that one bulk mutation takes. */
export const ROWS_MAX = 250;

/** The request was not heard, or the server could not answer it now. */
const isPassing = (error: unknown): boolean =>
  error instanceof GraphFailed
    ? error.status === 429 || (error.status ?? 0) >= 500
    : error instanceof TypeError || error instanceof Busy;

/** The server asks to be asked again. */
class Busy extends Error {}

const reasonOf = (error: unknown): string => {
  const cause = (error as { cause?: { message?: string } }).cause?.message;
  return cause ?? (error instanceof Error ? error.message : String(error));
};

/**
 * Sends until it is answered, each time after a longer pause. Throws ImportRefused when the server
 * refuses the request as such, or is not heard of for too long.
 */
export async function persist<T>(send: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await send();
    } catch (error) {
      if (!isPassing(error)) {
        if (error instanceof GraphFailed) throw refusedBy(error);
        throw error;
      }
      if (attempt === ATTEMPTS)
        throw new ImportRefused(`The server does not answer: ${reasonOf(error)}. Run it again.`);
      const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (attempt - 1));
      await wait(pause * (0.5 + Math.random() / 2));
    }
  }
}

function refusedBy({ status, code, message }: GraphFailed): ImportRefused {
  const word = status === 401 ? 'The server does not know the token' : 'The server refused';
  return new ImportRefused(`${word}: ${message} (${code})`);
}

/** A row that is ready to be sent. */
export interface ReadyRow {
  readonly key: string;
  readonly input: Value;
}

/** Cuts rows by their number and their size; a single verb takes one at a time. */
export function requestsOf(rows: readonly ReadyRow[], isBulk: boolean): ReadyRow[][] {
  const requests: ReadyRow[][] = [];
  let bytes = 0;
  for (const row of rows) {
    const size = Buffer.byteLength(JSON.stringify(row.input));
    const request = requests.at(-1);
    const fits = request && isBulk && request.length < ROWS_MAX && bytes + size <= BYTES_MAX;
    if (fits) request.push(row);
    else requests.push([row]);
    bytes = fits ? bytes + size : size;
  }
  return requests;
}

export interface Sender {
  readonly client: Client;
  /** Of this run: a run that is taken up again repeats its keys, another has keys of its own. */
  readonly run: string;
  readonly isDryRun: boolean;
}

/** The same rows of the same run have the same key, however often they are sent. */
const keyOf = (run: string, name: string, rows: readonly ReadyRow[]): string => {
  const inputs = JSON.stringify(rows.map(({ input }) => input));
  return `import:${run}:${name}:${createHash('sha256').update(inputs).digest('hex').slice(0, 32)}`;
};

/** Sends one request of rows, and again those that the server asks to send again. */
export async function sendRows(
  sender: Sender,
  verb: Verb,
  rows: readonly ReadyRow[],
  round = 0,
): Promise<readonly RowAnswer[]> {
  const answers = await sendOnce(sender, verb, rows, round);
  const again = answers.flatMap(({ refusals }, index) => (isAgain(refusals) ? [index] : []));
  if (again.length === 0 || round >= ATTEMPTS) return answers;
  await wait(Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** round));
  const retried = again.flatMap((index) => rows[index] ?? []);
  const second = await sendRows(sender, verb, retried, round + 1);
  const merged = [...answers];
  for (const [place, index] of again.entries()) merged[index] = second[place] ?? merged[index]!;
  return merged;
}

const isAgain = (refusals: readonly Refusal[]): boolean =>
  refusals.length > 0 && refusals.every(({ retryable }) => retryable);

async function sendOnce(
  { client, run, isDryRun }: Sender,
  verb: Verb,
  rows: readonly ReadyRow[],
  round: number,
): Promise<readonly RowAnswer[]> {
  const inputs = rows.map(({ input }) => input);
  const input = verb.isBulk ? { rows: inputs } : (inputs[0] as object);
  const tried = isDryRun ? { ...input, validateOnly: true } : input;
  const name = round === 0 ? verb.name : `${verb.name}:${round}`;
  const options = isDryRun ? {} : { idempotencyKey: keyOf(run, name, rows) };
  const { refusals, rows: answers } = await persist(async () => {
    const answer = await client.request(verb.operation, { input: tried }, options);
    const answered = verb.answersOf(answer);
    if (isAgain(answered.refusals)) throw new Busy(answered.refusals[0]?.message);
    return answered;
  });
  const [refusal] = refusals;
  if (refusal) throw new ImportRefused(`${verb.name}: ${refusal.message} (${refusal.code})`);
  return rows.map((_, index) => answers[index] ?? { id: null, refusals: [] });
}
