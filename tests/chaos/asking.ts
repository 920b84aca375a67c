import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { post } from '../../bench/clients.js';
import type { Answer, Ask } from '../../bench/flow-founding.js';
import type { Ledger } from './ledger.js';

/** The client went away after it had asked, and never hears what became of it. */
export class HungUp extends Error {}

/** The product refused what it should have done, or answered what it never may. */
export class Unexpected extends Error {}

/** How often what happened to requests, over all clients. */
export interface Tally {
  requests: number;
  acknowledged: number;
  /** Sent once more: the line was lost, or the answer said to try again. */
  repeated: number;
  hungUp: number;
  readonly failures: string[];
}

export const newTally = (): Tally => {
  return { requests: 0, acknowledged: 0, repeated: 0, hungUp: 0, failures: [] };
};

interface Asking {
  /** Of the server, or where to send the next attempt when there are several. */
  readonly url: string | (() => string);
  readonly apiKey: string;
  readonly tally: Tally;
  readonly ledger?: Ledger;
  /** Drawn for each request: whether the client goes away before it is answered, and when. */
  readonly hangUp?: () => number | null;
}

interface GraphAnswer {
  readonly data?: Readonly<Record<string, Partial<Answer[string]> | null>> | null;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}

const PATIENCE_MS = 300_000;
const ANSWER_MS = 45_000;
const LONGEST_PAUSE_MS = 400;

/** Codes of errors after which a request with a key is sent again, as a client is told to. */
const ACCIDENTS = new Set(['INTERNAL_SERVER_ERROR', 'UNAVAILABLE', 'TIMEOUT']);

/** Refusals that pass by themselves. */
const LATER = new Set(['BUSY', 'DUPLICATE_IN_PROGRESS']);

/** What an answer says: the data, or the text with which it asks to be asked again. Unexpected. */
function settledBy(text: string): Answer | string {
  const { data, errors = [] } = JSON.parse(text) as GraphAnswer;
  if (errors.length > 0 || !data) {
    const codes = errors.map(({ extensions }) => extensions?.code ?? '');
    if (codes.every((code) => ACCIDENTS.has(code))) return text;
    throw new Unexpected(text.slice(0, 600));
  }
  // A query answers nouns, and lists of them, which refuse nothing.
  const refused = Object.values(data)
    .flatMap((payload) => [payload, ...(payload?.results ?? [])])
    .flatMap((payload) => payload?.userErrors ?? []);
  if (refused.length === 0) return data as Answer;
  if (refused.every(({ code }) => LATER.has(code))) return text;
  throw new Unexpected(JSON.stringify(refused.slice(0, 3)));
}

/** Rejects when nobody answers; the request may still be under way, which its key allows for. */
function inTime<T>(answer: Promise<T>, milliseconds: number, late: () => Error): Promise<T> {
  const over = new AbortController();
  const lateness = sleep(milliseconds, undefined, { signal: over.signal }).then(() => {
    throw late();
  });
  lateness.catch(() => undefined);
  return Promise.race([answer, lateness]).finally(() => over.abort());
}

/**
 * A client that keeps what it was told in its ledger, and repeats under the same key what it was
 * not told. Throws HungUp when it goes away by plan, Unexpected, and the last error when nobody
 * answers for five minutes.
 */
export function stubbornAsk({ url, apiKey, tally, ledger, hangUp }: Asking): Ask {
  const next = typeof url === 'string' ? () => url : url;
  let agent = new Agent({ keepAlive: true });
  const leave = (): void => {
    agent.destroy();
    agent = new Agent({ keepAlive: true });
  };
  async function once(body: string, key: string): Promise<Answer | string> {
    const leavesAfter = hangUp?.() ?? null;
    const headers = { authorization: `Bearer ${apiKey}`, 'idempotency-key': key };
    tally.requests += 1;
    const answer = post(agent, next(), body, headers);
    answer.catch(() => undefined);
    try {
      if (leavesAfter === null)
        return settledBy(await inTime(answer, ANSWER_MS, () => new Error('No answer came.')));
      return settledBy(await inTime(answer, leavesAfter, () => new HungUp()));
    } catch (error) {
      leave();
      throw error;
    }
  }
  return async (query, variables, key) => {
    ledger?.sent(key, query, variables);
    const body = JSON.stringify({ query, variables });
    const deadline = Date.now() + PATIENCE_MS;
    for (let pause = 25; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      try {
        const answer = await once(body, key);
        if (typeof answer !== 'string') {
          tally.acknowledged += 1;
          ledger?.acknowledged(key, answer);
          return answer;
        }
        if (Date.now() > deadline) throw new Unexpected(`${key} is never done: ${answer}`);
      } catch (error) {
        if (error instanceof HungUp) tally.hungUp += 1;
        if (error instanceof HungUp || error instanceof Unexpected) throw error;
        if (Date.now() > deadline) throw error;
      }
      tally.repeated += 1;
      await sleep(pause);
    }
  };
}
