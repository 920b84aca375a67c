import type { KeyHolder } from '../../modules/auth/index.js';
import { createTogether, type Feed, type Transact } from '../../modules/events/index.js';
import type { Database } from '../../prisma/database.js';
import type { Reader } from '../../prisma/reader/index.js';
import { openDoors, type Doors, type DoorsParts } from '../../server/doors.js';
import { createLog } from '../../server/log.js';
import { sampleGraph } from './sample-graph.js';

/** Keys of the sample graph's callers; a key can be taken away while a test runs. */
export const callers = new Map<string, KeyHolder>();

export const actorOf = (
  name: string,
  permissions: readonly string[],
  app: string | null = null,
): KeyHolder => ({
  app,
  id: `actor-${name}`,
  name,
  kind: 'PERSON',
  companies: 'ALL',
  permissions: new Set(permissions),
});

/** A reader that only runs statements: the sample graph declares no nouns. */
const sampleReader: DoorsParts['readerOf'] = ({ query, actor, now }) =>
  ({ query, actor, now }) as unknown as Reader;

interface SampleParts extends Partial<Omit<DoorsParts, 'database' | 'transact'>> {
  readonly database: Pick<Database, 'query' | 'session'>;
  readonly transact: Transact;
}

/** Opens the doors on the sample graph, on a free port. */
export function openSampleDoors(parts: SampleParts): Promise<Doors> {
  return openDoors({
    schema: sampleGraph(),
    authenticate: (token) => Promise.resolve(callers.get(token) ?? null),
    readerOf: sampleReader,
    feed: {} as Feed,
    together: createTogether({ database: parts.database as Database, hearings: [] }),
    clock: () => new Date(),
    ready: () => Promise.resolve(),
    log: createLog('silent'),
    host: '127.0.0.1',
    port: 0,
    ...parts,
  });
}

/** One POST of the graph, answered with its status and its JSON. */
export async function post(
  url: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<{ status: number; headers: Headers; json: GraphAnswer }> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const { status } = response;
  return { status, headers: response.headers, json: (await response.json()) as GraphAnswer };
}

export interface GraphAnswer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: Record<string, unknown>;
  }[];
  readonly extensions?: Record<string, unknown>;
}
