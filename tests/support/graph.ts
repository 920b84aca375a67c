import { createClient, done, type Client } from '../../clients/typescript/client.js';
import {
  ActorCreateDocument,
  ApiKeyIssueDocument,
  RoleCreateDocument,
} from '../../clients/typescript/generated/graphql.js';
import type { Permission } from '../../modules/permissions.js';
import type { Doors } from '../../server/doors.js';
import { createLog } from '../../server/log.js';
import { startServer, type StartOptions } from '../../server/serve.js';
import { readSettings } from '../../server/settings.js';
import type { Database } from '../../prisma/database.js';
import { openTestDatabase } from './database.js';
import { post, type GraphAnswer } from './doors.js';

export const executions = ['compiled', 'interpreted'] as const;
export type Execution = (typeof executions)[number];

/** What a caller of the graph can do: typed by operations, or by a text as a stranger writes it. */
export interface Caller {
  readonly token: string;
  readonly client: Client;
  /** The whole answer, its errors included. */
  ask(query: string, variables?: object, headers?: Record<string, string>): Promise<GraphAnswer>;
}

export interface TestGraph extends Caller {
  readonly url: string;
  readonly database: Database;
  /** A caller with these permissions only, in all companies or in some. */
  as(permissions: readonly Permission[], companyIds?: readonly string[]): Promise<Caller>;
  /** What the server sent to its database while it did what was asked of it. */
  caused<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly texts: string[] }>;
  /** What the sockets hold now. */
  readonly load: Doors['load'];
  /** Waits until every fact has its place in the log, and answers the last. */
  settled(): Promise<number>;
  close(): Promise<void>;
}

const ADMINISTRATORS_KEY = 'the-first-key-of-the-first-administrator';

interface GraphOptions extends Pick<StartOptions, 'webhookPace' | 'heartbeatMs' | 'patience'> {
  readonly environment?: Readonly<Record<string, string>>;
}

/** A whole server on a database of its own and a free port; its first caller may do everything. */
export async function openGraph(
  execution: Execution = 'compiled',
  { environment, ...options }: GraphOptions = {},
): Promise<TestGraph> {
  const settings = readSettings({
    ...{ PORT: '0', DEMO: 'off', BOOTSTRAP_API_KEY: ADMINISTRATORS_KEY },
    ...environment,
  });
  const database = await openTestDatabase();
  const log = createLog('silent');
  const server = await startServer({ settings, log, database, execution, ...options });
  const { url } = server;
  const administrator = callerWith(url, ADMINISTRATORS_KEY);
  const opened = [administrator.client];
  let count = 0;
  return {
    ...administrator,
    url,
    database,
    async as(permissions, companyIds) {
      const token = await enter(administrator.client, `R${++count}`, permissions, companyIds);
      const caller = callerWith(url, token);
      opened.push(caller.client);
      return caller;
    },
    caused: (work) => causedIn(database, work),
    load: server.doors.load,
    settled: () => settle(database),
    async close() {
      await Promise.all(opened.map((client) => client.close()));
      await server.close(0);
    },
  };
}

function callerWith(url: string, token: string): Caller {
  const client = createClient({ url, token });
  return {
    token,
    client,
    async ask(query, variables = {}, headers = {}) {
      const authorization = `Bearer ${token}`;
      return (await post(url, { query, variables }, { authorization, ...headers })).json;
    },
  };
}

async function enter(
  client: Client,
  code: string,
  permissions: readonly Permission[],
  companyIds: readonly string[] | undefined,
): Promise<string> {
  const { roleCreate } = await client.request(RoleCreateDocument, {
    input: { code, name: code, permissions: [...permissions] },
  });
  const roleIds = [done(roleCreate).role!.id];
  const { actorCreate } = await client.request(ActorCreateDocument, {
    input: { name: code, kind: 'PERSON', roleIds, companyIds: companyIds && [...companyIds] },
  });
  const actorId = done(actorCreate).actor!.id;
  const { apiKeyIssue } = await client.request(ApiKeyIssueDocument, {
    input: { actorId, name: 'test' },
  });
  return done(apiKeyIssue).token!;
}

/** The codes of the errors of an answer. */
export const codesOf = ({ errors = [] }: GraphAnswer): unknown[] =>
  errors.map(({ extensions }) => extensions.code);

async function settle(database: Database): Promise<number> {
  const text = `select count(*) > count("position"), max("position") from "Event"`;
  for (;;) {
    const [isWaiting, last] = (await database.query({ text, values: [] })).rows[0]!;
    if (isWaiting !== true) return last as number;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/**
 * Not counted: positions are given beside whatever is asked and what got one is read for all who
 * follow, a key is looked up each second, and definitions of custom fields are looked for.
 */
const BESIDE = new RegExp(
  [
    ...['"LogCursor"', '"?Webhook', 'sequence_events', 'select "position" as "position"'],
    ...['from "ApiKey" k join "Actor"', 'sum\\("version"\\)'],
  ].join('|'),
);

async function causedIn<T>(database: Database, work: () => Promise<T>) {
  const { value, texts } = await database.statements.meanwhile(work);
  const asked = texts.filter((text) => !BESIDE.test(text));
  if (asked.length === 0) throw new Error('Nothing was asked of the database.');
  return { value, texts: asked };
}
