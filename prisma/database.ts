import type { Kysely } from 'kysely';
import type { ClientConfig, PoolConfig } from 'pg';
import type { Decimal } from '../modules/kernel/decimal.js';
import { kyselyOver, type Send } from './client.js';
import { openEmbedded, type Embedded } from './embedded.js';
import type { DB } from './generated/types.js';
import { openPool, type Connections, type Lent } from './pool.js';
import {
  noWire,
  statementCounter,
  tripwire,
  type QueryAnswer,
  type Statement,
  type StatementCounter,
} from './statements.js';
import { commandTypes, readerTypes } from './values.js';
import { localWakes, postgresWakes, type Wakes } from './wakes.js';

export { isAfterwards, PoolTouchedInsideTransaction } from './statements.js';
export type { QueryAnswer, Statement, StatementCounter, StatementWatch } from './statements.js';
export { DataFolderInUse } from './folder-lock.js';
export type { DB } from './generated/types.js';

/**
 * One connection, lent for a transaction that its borrower begins and ends. Statements may be sent
 * without waiting for those before. `query`, `rows` and `execute` send when they are called, so
 * they run in that order; Kysely sends a little later.
 */
export interface Session {
  readonly db: Kysely<DB>;
  /** As `Database.query`, on this connection. */
  query(statement: Statement): Promise<QueryAnswer>;
  /** Sends a statement when it is called, and answers rows as Kysely would. */
  rows<T>(statement: Statement): Promise<T[]>;
  /** What broke the transaction, while statements fail only because it is broken. */
  readonly cause: () => unknown;
  /** Runs `begin`, `savepoint`, `commit` and the like; several at once, parted by semicolons. */
  execute(sql: string): Promise<void>;
}

export interface Database {
  readonly kind: 'postgres' | 'embedded';
  /** How another client of the `pg` package reaches the same database, without our limits. */
  readonly connection: ClientConfig;
  /**
   * Runs one statement on the pool. Rows are arrays; values are PostgreSQL's own text, but
   * booleans, integers, JSON and lists as themselves. Throws PoolTouchedInsideTransaction when
   * called while a session of the same flow is open, where it is wired.
   */
  query(statement: Statement): Promise<QueryAnswer>;
  /** Kysely on the pool, behind the same wire. */
  readonly db: Kysely<DB>;
  /**
   * Lends one connection to `work`. What it leaves open is rolled back: an error after which the
   * transaction is still open ends it, and a connection that broke is not used again.
   */
  session<T>(work: (session: Session) => Promise<T>): Promise<T>;
  /** Calls `onWake` after each `notify` of the channel, by any process; answers how to stop. */
  listen(channel: string, onWake: () => void): Promise<() => Promise<void>>;
  notify(channel: string): Promise<void>;
  readonly statements: StatementCounter;
  readonly connections: () => Connections;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** A PostgreSQL of at least version 15; without one the embedded database is opened. */
  readonly url?: string;
  /** The embedded database's folder; without one it lives in memory. */
  readonly dataDir?: string;
  /** An embedded database that is open already. */
  readonly embedded?: Embedded;
  /** Connections to PostgreSQL, 10 when not said; the embedded database always has one. */
  readonly poolSize?: number;
  /** How long one statement may run on a PostgreSQL, in milliseconds; 10 s when not said. */
  readonly statementTimeout?: number;
  /**
   * Whether asking the pool from within a session throws, as it should wherever code is tried; yes
   * when not said. Following each session through its promises costs every promise of a process
   * on Node 20 and 22.
   */
  readonly isWired?: boolean;
  /** Makes the kernel's decimal of a numeric's text; given, so that the store knows nobody. */
  readonly parseNumeric: (text: string) => Decimal;
}

/** Thrown for a server that lacks what the migrations need. */
export class PostgresTooOld extends Error {
  constructor(version: string) {
    super(`PostgreSQL 15 or newer is needed; this one is ${version}.`);
    this.name = 'PostgresTooOld';
  }
}

export const DEFAULT_POOL_SIZE = 10;
const DEFAULT_STATEMENT_TIMEOUT = 10_000;
/** What a connection has prepared should last over a quiet while. */
const IDLE_MS = 600_000;
const OLDEST_POSTGRES = 150_000;

/** Limits the server keeps by itself: a client's own timeout does not end a running statement. */
function postgresConfig(url: string, poolSize: number, statementTimeout: number): PoolConfig {
  return {
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: IDLE_MS,
    keepAlive: true,
    pipeline: true,
    application_name: 'throughline',
    options: '-c TimeZone=UTC -c jit=off',
    statement_timeout: statementTimeout,
    lock_timeout: 3_000,
    idle_in_transaction_session_timeout: 15_000,
  };
}

/** One connection for good: the session inside is one, and what it prepared should last. */
function embeddedConfig({ connection }: Embedded): PoolConfig {
  return { ...connection, max: 1, idleTimeoutMillis: 0, pipeline: true };
}

async function refuseOldPostgres(send: Send): Promise<void> {
  const text =
    "select current_setting('server_version_num')::int, current_setting('server_version')";
  const { rows } = await send({ text, values: [], types: readerTypes, rowMode: 'array' });
  const [number, version] = rows[0] as [number, string];
  if (number < OLDEST_POSTGRES) throw new PostgresTooOld(version);
}

function queryOver(send: Send): (statement: Statement) => Promise<QueryAnswer> {
  return async (statement) => {
    const answer = await send({ ...statement, types: readerTypes, rowMode: 'array' });
    return { rows: answer.rows as unknown[][], rowCount: answer.rowCount ?? 0 };
  };
}

function sessionOver({ send, db, types, cause }: Lent): Session {
  return {
    db,
    cause,
    query: queryOver(send),
    async rows<T>(statement: Statement) {
      return (await send({ ...statement, types })).rows as T[];
    },
    async execute(sql) {
      await send({ text: sql, values: [], types: readerTypes, name: null });
    },
  };
}

/** Wires a pool, the tripwire and the wakes into one door. */
function databaseOver(
  config: PoolConfig,
  parseNumeric: (text: string) => Decimal,
  embedded: Embedded | null,
  isWired: boolean,
): Database & { readonly send: Send } {
  const statements = statementCounter();
  const wire = isWired ? tripwire() : noWire;
  const types = commandTypes(parseNumeric);
  const pool = openPool({ config, types, statements });
  const local = localWakes();
  const wakes: Wakes = embedded ? local : postgresWakes(config);
  const send: Send = async (statement) => {
    wire.check();
    return pool.send(statement);
  };
  return {
    kind: embedded ? 'embedded' : 'postgres',
    connection: embedded?.connection ?? { connectionString: config.connectionString },
    send,
    query: queryOver(send),
    db: kyselyOver(send, types),
    statements,
    connections: pool.connections,
    async session(work) {
      wire.check();
      return pool.lend((lent) => wire.armed(() => work(sessionOver(lent))));
    },
    listen: (channel, onWake) => wakes.listen(channel, onWake),
    async notify(channel) {
      if (embedded) local.wake(channel);
      else
        await send({ text: 'select pg_notify($1, $2)', values: [channel, ''], types: readerTypes });
    },
    async close() {
      await wakes.close();
      await pool.close();
      await embedded?.close();
      wire.close();
      statements.close();
    },
  };
}

/**
 * Opens the database: PostgreSQL by its address, otherwise the embedded one. Throws
 * DataFolderInUse, PostgresTooOld, or what the connection refused with.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { url, poolSize = DEFAULT_POOL_SIZE, parseNumeric, isWired = true } = options;
  const { statementTimeout = DEFAULT_STATEMENT_TIMEOUT } = options;
  if (url === undefined) {
    const embedded = options.embedded ?? (await openEmbedded(options));
    return databaseOver(embeddedConfig(embedded), parseNumeric, embedded, isWired);
  }
  const database = databaseOver(
    postgresConfig(url, poolSize, statementTimeout),
    parseNumeric,
    null,
    isWired,
  );
  try {
    await refuseOldPostgres(database.send);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}
