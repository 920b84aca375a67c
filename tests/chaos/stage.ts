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
function closing() {
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

export async function openStage({ url, isBuilt = false, say }: StageOptions): Promise<Stage> {
  const { later, close } = closing();
  try {
    const postgres = url === undefined ? await ownPostgres(say) : null;
    if (postgres) later(() => postgres.stop());
    const address = url ?? postgres!.url;
    const name = `throughline_chaos_${randomBytes(5).toString('hex')}`;
    await administer(address, `create database ${name}`);
    later(() => administer(address, `drop database ${name} with (force)`));
    const direct = new URL(address);
    direct.pathname = `/${name}`;
    const port = Number(direct.port || 5432);
    const proxy = await openTcpProxy({ host: direct.hostname, port });
    later(() => proxy.close());
    const cut = new URL(direct);
    [cut.hostname, cut.port] = ['127.0.0.1', String(proxy.port)];
    const apiKey = `chaos_${randomBytes(24).toString('base64url')}`;
    say('Starting the product …');
    const server = await openServer({ databaseUrl: cut.toString(), apiKey, isBuilt });
    later(() => server.stop());
    const parseNumeric = (text: string) => new Decimal(text);
    const database = await openDatabase({ url: direct.toString(), poolSize: 3, parseNumeric });
    later(() => database.close());
    return { server, proxy, postgres, database, apiKey, close };
  } catch (error) {
    await close();
    throw error;
  }
}
