import type { QueryAnswer, Session, Statement } from '../../prisma/database.js';
import type { Witness } from './write-log.js';

/** One transaction for several verbs, as long as it is open. */
export interface Shared {
  readonly session: Session;
  /** The instant of the next verb: each has its own, by which it tells what it made itself. */
  now: Date;
  /** True when all is rolled back in the end. */
  readonly isTrial: boolean;
  /** What ended it before its time: nothing more is done in it. */
  broken: { readonly error: unknown } | null;
  /** True once it was ended. */
  isOver: boolean;
  /** A row that was written last; null as long as nothing was. */
  witness: Witness | null;
  hasFacts: boolean;
}

/** Throws what ended a transaction before its time. */
export function checkOpen({ broken, isOver }: Shared): void {
  if (broken) throw broken.error;
  if (isOver) throw new Error('The transaction has ended.');
}

/** Reads what was written so far. What goes wrong with a read ends the transaction. */
export async function readShared(shared: Shared, statement: Statement): Promise<QueryAnswer> {
  checkOpen(shared);
  try {
    return await shared.session.query(statement);
  } catch (error) {
    shared.broken ??= { error };
    throw error;
  }
}
