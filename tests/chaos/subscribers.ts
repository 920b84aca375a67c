import { setTimeout as sleep } from 'node:timers/promises';
import { createClient, type Client, type Operation } from '../../clients/typescript/client.js';
import type { Database } from '../../prisma/database.js';
import { misheard } from './hearing.js';

/** Whom to follow: the orders of a customer, or the work orders at a work center. */
export interface Topic {
  readonly kind: 'customer' | 'workCenter';
  readonly id: string;
}

/** Somebody who hears of everything that concerns one topic, from the beginning of the log. */
export interface Subscriber {
  readonly topic: Topic;
  /** The places in the log of the changes that he was told, as they came. */
  readonly heard: readonly number[];
  /** How often his line was lost, or he went away and came back. */
  readonly returns: number;
  /** Goes away and comes back as another process would, with the last cursor that he had. */
  reopen(): Promise<void>;
  stop(): Promise<void>;
}

interface Told {
  readonly told: { readonly cursor: string; readonly kind: string } | null;
}

const textOf = {
  customer: `subscription ($id: ID!, $after: String) {
    told: salesOrderStatus(customer: $id, after: $after) { cursor kind node { id status } } }`,
  workCenter: `subscription ($id: ID!, $after: String) {
    told: workOrderProgress(workCenter: $id, after: $after) { cursor kind node { id status } } }`,
};

const encode = (position: number): string =>
  Buffer.from(`log:${position}`, 'utf8').toString('base64url');
const decode = (cursor: string): number =>
  Number(Buffer.from(cursor, 'base64url').toString('utf8').slice('log:'.length));

const RETURN_MS = 100;

export function openSubscriber(url: string, token: string, topic: Topic): Subscriber {
  const heard: number[] = [];
  let returns = 0;
  let after = encode(0);
  let isStopped = false;
  const isOver = (): boolean => isStopped;
  let open: { client: Client; leaving: AbortController } | null = null;

  async function follow(client: Client, leaving: AbortController): Promise<void> {
    const text = textOf[topic.kind];
    const operation = { toString: () => text } as Operation<Told, object>;
    const asked = { id: topic.id, after };
    const options = { signal: leaving.signal, onLost: () => void (returns += 1) };
    for await (const { told } of client.subscribe(operation, asked, options)) {
      if (!told) continue;
      if (told.kind !== 'HEARTBEAT') heard.push(told.kind === 'DELTA' ? decode(told.cursor) : NaN);
      after = told.cursor;
    }
  }
  async function keepFollowing(): Promise<void> {
    while (!isOver()) {
      open = { client: createClient({ url, token }), leaving: new AbortController() };
      // What the server could not tell while its database was away is asked for again.
      await follow(open.client, open.leaving).catch(() => undefined);
      await open.client.close();
      if (isOver()) return;
      returns += 1;
      await sleep(RETURN_MS);
    }
  }
  const following = keepFollowing();
  return {
    topic,
    heard,
    get returns() {
      return returns;
    },
    async reopen() {
      open?.leaving.abort();
      await open?.client.close();
    },
    async stop() {
      isStopped = true;
      open?.leaving.abort();
      await open?.client.close();
      await following;
    },
  };
}

const WHERE = {
  customer: `"documentType" = 'SalesOrder' and "data"->>'customerId' = $1`,
  workCenter: `"documentType" in ('WorkOrder', 'JobCard') and "data"->>'workCenterId' = $1`,
} as const;

/** The places in the log of all that concerns a topic. */
async function placesOf(database: Database, { kind, id }: Topic): Promise<number[]> {
  const { rows } = await database.query({
    text: `select "position"::text from "Event" where ${WHERE[kind]} order by "position"`,
    values: [id.slice(id.indexOf(':') + 1)],
  });
  return rows.map(([position]) => Number(position));
}

const PATIENCE_MS = 60_000;

/** What is wrong with what a subscriber heard, compared with the log; he is given time for it. */
export async function compareWithLog(
  database: Database,
  { topic, heard }: Subscriber,
): Promise<{ readonly told: number; readonly faults: string[] }> {
  const places = await placesOf(database, topic);
  const deadline = Date.now() + PATIENCE_MS;
  while (heard.length < places.length && Date.now() < deadline) await sleep(50);
  return {
    told: places.length,
    faults: misheard(places, heard).map((fault) => `${topic.kind} ${topic.id}: ${fault}.`),
  };
}
