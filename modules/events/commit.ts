import { setTimeout as sleep } from 'node:timers/promises';
import type { Database, Session, Statement } from '../../prisma/database.js';
import { failureOf } from './conflict.rules.js';
import { CommitUnknown } from './errors.js';
import { landed } from './flight.js';

/** The connection was lost while it committed: it may have happened or not. */
export class CommitInDoubt extends Error {
  constructor(
    readonly xid: string,
    override readonly cause: unknown,
  ) {
    super('The connection was lost at commit.', { cause });
    this.name = 'CommitInDoubt';
  }
}

/** Beyond the 15 s after which the server ends an idle transaction whose client is gone. */
const PATIENCE_MS = 20_000;
const ASK_EVERY_MS = 50;

/** What a transaction ends with. */
interface Ending {
  readonly xid: string;
  /** Writes that are on their way. */
  readonly writes: readonly Promise<unknown>[];
  readonly lastWords: Statement | null;
}

/**
 * Commits, in one flight with the last words of the transaction and after the writes that are still
 * on their way: when one of them fails, the commit behind it rolls back. Deferred constraints are
 * checked by the server before anything is durable, so an error with a code of its own means that
 * nothing was done; a lost connection means doubt: CommitInDoubt.
 */
export async function commit(session: Session, ending: Ending): Promise<void> {
  const { xid, writes, lastWords } = ending;
  try {
    const written = lastWords === null ? [] : [session.query(lastWords)];
    await landed([...writes, ...written, session.execute('commit')]);
  } catch (error) {
    if (failureOf(error) === 'CONNECTION') throw new CommitInDoubt(xid, error);
    throw error;
  }
}

async function statusOf(database: Database, xid: string): Promise<unknown> {
  try {
    const text = 'select pg_xact_status($1::text::xid8)';
    const { rows } = await database.query({ text, values: [xid] });
    return rows[0]?.[0];
  } catch (error) {
    if (failureOf(error) === 'CONNECTION') return 'unreachable';
    throw error;
  }
}

/**
 * Asks on another connection what became of a transaction: true when it committed, false when it
 * did not. Waits while the server has not made up its mind or cannot be reached. CommitUnknown.
 */
export async function hasCommitted(database: Database, doubt: CommitInDoubt): Promise<boolean> {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    const status = await statusOf(database, doubt.xid);
    if (status === 'committed') return true;
    if (status === 'aborted') return false;
    await sleep(ASK_EVERY_MS);
  }
  throw new CommitUnknown(doubt.cause);
}
