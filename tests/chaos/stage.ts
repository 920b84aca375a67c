import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { openTcpProxy, type TcpProxy } from '../support/tcp-proxy.js';
import { Decimal } from '../../modules/kernel/index.js';
import { openDatabase, type Database } from '../../prisma/database.js';
import { installedPostgres, openOwnPostgres, type OwnPostgres } from './own-postgres.js';
import { openServer, type Server } from './processes.js';

/** The product on a database of its own, with a line between them that can be cut. */
export interface Stage {
  readonly server: Server;
  readonly proxy: TcpProxy;
  readonly postgres: OwnPostgres | null;
  /** A way to the database that is not cut. */
  readonly database: Database;
  readonly apiKey: string;
  close(): Promise<void>;
}

export interface StageOptions {
  /** Somebody's PostgreSQL, on which only a database is made; without it one of our own is. */
  readonly url?: string;
  /** Whether the product runs as `npm run build` made it. */
  readonly isBuilt?: boolean;
  readonly say: (line: string) => void;
}

async function administer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** Closes in the order opposite to that in which things were opened, whatever fails. */
export function closing() {
  const steps: (() => Promise<unknown>)[] = [];
  return {
    later: (step: () => Promise<unknown>): void => void steps.unshift(step),
    async close(): Promise<void> {
      for (const step of steps.splice(0)) await step().catch(() => undefined);
    },
  };
}

async function ownPostgres(say: StageOptions['say']): Promise<OwnPostgres> {
  const programs = await installedPostgres();
  if (programs === null) throw new Error('No PostgreSQL is installed: give its address by --url.');
  say('Making a PostgreSQL of our own …');
  return openOwnPostgres(programs);
}

/** An empty database that is dropped in the end, and where it is. */
export interface Ground {
  /** The PostgreSQL of our own that it is on, where nobody gave another. */
  readonly postgres: OwnPostgres | null;
  readonly direct: URL;
}

export async function openGround(
  { url, say }: StageOptions,
  later: (step: () => Promise<unknown>) => void,
): Promise<Ground> {
  const postgres = url === undefined ? await ownPostgres(say) : null;
  if (postgres) later(() => postgres.stop());
  const address = url ?? postgres!.url;
  const name = `throughline_chaos_${randomBytes(5).toString('hex')}`;
  await administer(address, `create database ${name}`);
  later(() => administer(address, `drop database ${name} with (force)`));
  const direct = new URL(address);
  direct.pathname = `/${name}`;
  return { postgres, direct };
}

/** A key of an administrator, made anew for each run. */
export const chaosKey = (): string => `chaos_${randomBytes(24).toString('base64url')}`;

/** Some ways to a database for whoever judges what became of it. */
export const openJudge = (direct: URL): Promise<Database> => {
  const parseNumeric = (text: string) => new Decimal(text);
  return openDatabase({ url: direct.toString(), poolSize: 3, parseNumeric });
};

export async function openStage(options: StageOptions): Promise<Stage> {
  const { isBuilt = false, say } = options;
  const { later, close } = closing();
  try {
    const { postgres, direct } = await openGround(options, later);
    const port = Number(direct.port || 5432);
    const proxy = await openTcpProxy({ host: direct.hostname, port });
    later(() => proxy.close());
    const cut = new URL(direct);
    [cut.hostname, cut.port] = ['127.0.0.1', String(proxy.port)];
    const apiKey = chaosKey();
    say('Starting the product …');
    const server = await openServer({ databaseUrl: cut.toString(), apiKey, isBuilt });
    later(() => server.stop());
    const database = await openJudge(direct);
    later(() => database.close());
    return { server, proxy, postgres, database, apiKey, close };
  } catch (error) {
    await close();
    throw error;
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Takes down what was put up when somebody ends the run; answers how to do without. */
export function endOnSignals(close: () => Promise<void>): () => void {
  const end = (signal: NodeJS.Signals): void => {
    process.stderr.write(`Ended by ${signal}.\n`);
    void close().finally(() => process.exit(130));
  };
  for (const signal of SIGNALS) process.once(signal, end);
  return () => SIGNALS.forEach((signal) => process.off(signal, end));
}
