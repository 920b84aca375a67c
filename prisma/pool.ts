import type { Kysely } from 'kysely';
import pg from 'pg';
import type { CustomTypesConfig, PoolClient, PoolConfig, Submittable } from 'pg';
import { kyselyOver, type Send, type SentAnswer, type SentStatement } from './client.js';
import type { DB } from './generated/types.js';
import { formsOfConnection, PreparedQuery, type Forms } from './prepared-query.js';
import { isAfterwards, preparedName, type CountingStatements } from './statements.js';

/** What a connection remembers of itself. */
interface Connection extends Lent {
  readonly prepared: Set<string>;
  isBroken: boolean;
}

/** A connection with more statements than this prepares no more and is replaced when it is free. */
const MOST_PREPARED = 400;

export interface Pool {
  /** Sends one statement on whichever connection is free. */
  readonly send: Send;
  /** Lends a connection; it comes back clean or not at all. */
  lend<T>(work: (connection: Lent) => Promise<T>): Promise<T>;
  /** The connections that there are, those that are free, and who waits for one. */
  readonly connections: () => Connections;
  close(): Promise<void>;
}

export interface Connections {
  readonly total: number;
  readonly idle: number;
  readonly waiting: number;
}

export interface Lent {
  readonly send: Send;
  readonly db: Kysely<DB>;
  /** How the rows of Kysely are parsed. */
  readonly types: CustomTypesConfig;
  /** The last failure that was a statement's own, and not that of a transaction broken before. */
  readonly cause: () => unknown;
}

interface PoolOptions {
  readonly config: PoolConfig;
  readonly types: CustomTypesConfig;
  readonly statements: CountingStatements;
}

let connections = 0;

/** The stream under a client: what is written to it while it is corked leaves as one packet. */
interface Wire {
  readonly connection: { readonly stream: { cork(): void; uncork(): void } };
}

/**
 * Statements that are sent in one go without waiting for each other leave by one system call.
 * Answers whether the statement to come is the first of them.
 */
function gathering(client: PoolClient): () => boolean {
  const { stream } = (client as unknown as Wire).connection;
  let isOpen = false;
  const leave = (): void => {
    isOpen = false;
    stream.uncork();
  };
  return () => {
    if (isOpen) return false;
    isOpen = true;
    stream.cork();
    process.nextTick(leave);
    return true;
  };
}

function ask(client: PoolClient, statement: SentStatement): Promise<SentAnswer> {
  const { text, types, rowMode } = statement;
  const query = { text, types, values: [...statement.values] };
  return rowMode ? client.query<unknown[]>({ ...query, rowMode }) : client.query<object>(query);
}

function askPrepared(
  client: PoolClient,
  statement: SentStatement,
  name: string,
  forms: Forms,
): Promise<SentAnswer> {
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, answer: SentAnswer): void => {
      if (error) reject(error);
      else resolve(answer);
    };
    client.query(new PreparedQuery(statement, name, forms, done) as unknown as Submittable);
  });
}

function describe(client: PoolClient, { types, statements }: PoolOptions): Connection {
  // Connections to the embedded database share one session: equal names would collide there.
  const tag = (connections++).toString(36);
  const prepared = new Set<string>();
  const forms = formsOfConnection();
  const opensFlight = gathering(client);
  let cause: unknown = null;
  const send = async (statement: SentStatement): Promise<SentAnswer> => {
    const ended = statements.count(statement.text, opensFlight());
    const name = nameOn(prepared, statement);
    try {
      const answer = await (name === undefined
        ? ask(client, statement)
        : askPrepared(client, statement, tag + name, forms));
      ended?.(null);
      return answer;
    } catch (error) {
      ended?.(error);
      // It came from the socket; who sent the statement is what a reader of the log asks for.
      Error.captureStackTrace(error as object);
      if (!isAfterwards(error)) cause = error;
      throw error;
    }
  };
  const db = kyselyOver(send, types);
  return { prepared, send, db, types, cause: () => cause, isBroken: false };
}

function nameOn(prepared: Set<string>, statement: SentStatement): string | undefined {
  if (statement.name === null) return undefined;
  const name = statement.name ?? preparedName(statement.text);
  if (name === undefined) return undefined;
  if (!prepared.has(name) && prepared.size >= MOST_PREPARED) return undefined;
  prepared.add(name);
  return name;
}

/** Rolls back what was left open. Answers whether something was; throws when that fails. */
async function rollBackRest(client: PoolClient): Promise<boolean> {
  const status = client.getTransactionStatus();
  if (status !== 'T' && status !== 'E') return false;
  await client.query('rollback');
  return true;
}

async function giveBack(client: PoolClient, connection: Connection): Promise<boolean> {
  if (connection.isBroken) {
    client.release(true);
    return false;
  }
  try {
    const wasOpen = await rollBackRest(client);
    const isFull = connection.prepared.size >= MOST_PREPARED;
    // The embedded session outlives its connections, and with it all they prepared.
    if (isFull) await client.query('deallocate all');
    client.release(isFull);
    return wasOpen;
  } catch {
    client.release(true);
    return false;
  }
}

/** A `pg` pool whose connections prepare statements by name and come back without a transaction. */
export function openPool(options: PoolOptions): Pool {
  const pool = new pg.Pool(options.config);
  const known = new WeakMap<PoolClient, Connection>();
  // An idle connection that ends is dropped by the pool, and the next query opens another.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    const connection = describe(client, options);
    known.set(client, connection);
    // Without a listener a connection that breaks while it is lent would end the process.
    client.on('error', () => (connection.isBroken = true));
  });

  async function borrow(): Promise<[PoolClient, Connection]> {
    const client = await pool.connect();
    const connection = known.get(client);
    if (!connection) throw new Error('The pool lent a connection it never opened.');
    return [client, connection];
  }
  async function lend<T>(work: (connection: Lent) => Promise<T>): Promise<T> {
    const [client, connection] = await borrow();
    let value: T;
    try {
      value = await work(connection);
    } catch (error) {
      await giveBack(client, connection);
      throw error;
    }
    if (await giveBack(client, connection)) {
      throw new Error('A session ended with its transaction still open; it was rolled back.');
    }
    return value;
  }
  return {
    lend,
    send: (statement) => lend(({ send }) => send(statement)),
    connections: () => ({
      total: pool.totalCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
    }),
    close: () => pool.end(),
  };
}
