import { setTimeout as sleep } from 'node:timers/promises';
import type { Database, Session, Statement } from '../../prisma/database.js';
import { failureOf } from './conflict.rules.js';
import { CommitUnknown } from './errors.js';
import { landed } from './flight.js';
import type { Witness } from './write-log.js';

/** The connection was lost while it committed: it may have happened or not. */
export class CommitInDoubt extends Error {
  constructor(
    readonly xid: string,
    readonly witness: Witness | null,
    override readonly cause: unknown,
  ) {
    super('The connection was lost at commit.', { cause });
    this.name = 'CommitInDoubt';
  }
}

/** Beyond the 15 s after which the server ends an idle transaction whose client is gone. */
const PATIENCE_MS = 20_000;
const ASK_EVERY_MS = 50;
/** What the server answers of a transaction whose number it has not given yet. */
const IN_THE_FUTURE = '22023';

/** What a transaction ends with. */
interface Ending {
  readonly xid: string;
  /** Writes that are on their way. */
  readonly writes: readonly Promise<unknown>[];
  /** Its last words; null when they were said, or there are none. */
  readonly statement: Statement | null;
  readonly witness: Witness | null;
}

/**
 * Commits, in one flight with the last words of the transaction and after the writes that are still
 * on their way: when one of them fails, the commit behind it rolls back. Deferred constraints are
 * checked by the server before anything is durable, so an error with a code of its own means that
 * nothing was done; a lost connection means doubt: CommitInDoubt.
 */
export async function commit(session: Session, ending: Ending): Promise<void> {
  const { xid, writes, statement, witness } = ending;
  try {
    const written = statement === null ? [] : [session.query(statement)];
    await landed([...writes, ...written, session.execute('commit')]);
  } catch (error) {
    if (failureOf(error) !== 'CONNECTION') throw error;
    throw new CommitInDoubt(xid, witness, error);
  }
}

/** Null when the server does not know the number: it crashed, and what it had begun is gone. */
async function statusOf(database: Database, xid: string): Promise<unknown> {
  try {
    const text = 'select pg_xact_status($1::text::xid8)';
    return (await database.query({ text, values: [xid] })).rows[0]?.[0] ?? null;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === IN_THE_FUTURE) return null;
    throw error;
  }
}

async function isThere(database: Database, { table, id }: Witness): Promise<boolean> {
  const text = `select exists (select from "${table}" where "id" = $1)`;
  return (await database.query({ text, values: [id] })).rows[0]?.[0] === true;
}

/**
 * Null while the server has not made up its mind. A server that crashed gives the numbers of lost
 * transactions to others, so a number says only that a transaction has ended; whether it was
 * committed, the row says that it wrote last.
 */
async function verdictOn(
  database: Database,
  { xid, witness }: CommitInDoubt,
): Promise<boolean | null> {
  const status = await statusOf(database, xid);
  if (status === 'in progress') return null;
  return witness === null ? status === 'committed' : isThere(database, witness);
}

/**
 * Asks on another connection what became of a transaction: true when it committed, false when it
 * did not. Waits while the server has not made up its mind or cannot be reached. CommitUnknown.
 */
export async function hasCommitted(database: Database, doubt: CommitInDoubt): Promise<boolean> {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    try {
      const verdict = await verdictOn(database, doubt);
      if (verdict !== null) return verdict;
    } catch (error) {
      if (failureOf(error) !== 'CONNECTION') throw error;
    }
    await sleep(ASK_EVERY_MS);
  }
  throw new CommitUnknown(doubt.cause);
}

/**
 * What the work answers. When the connection is lost at commit, the server is asked on another one:
 * what was committed is told as done, by what was ready before, and what was not is thrown to be
 * tried again. CommitUnknown.
 */
export async function unlessCommitted<T>(
  database: Database,
  work: () => Promise<T>,
  ready: () => T | undefined,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof CommitInDoubt)) throw error;
    const isDone = await hasCommitted(database, error);
    const known = ready();
    if (!isDone || known === undefined) throw error.cause;
    return known;
  }
}
