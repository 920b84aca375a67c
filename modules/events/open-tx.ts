import type { Session } from '../../prisma/database.js';
import { NotFound } from '../kernel/index.js';
import { AT_THE_END, type Hearing } from './fact.js';
import { newId } from './new-id.js';
import { compareVersion, lockRows } from './lock.js';
import type { Fact, Versioned } from './told-fact.js';
import type { TransactRequest, Tx } from './tx.js';

/** A transaction as its runner has it: what services are given, and what they told. */
export interface OpenTx {
  readonly tx: Tx;
  /** All facts so far, in the order in which they were told. */
  readonly facts: readonly Fact[];
  /** The writes that nobody waited for, in the order in which they were sent. */
  readonly writes: readonly Promise<unknown>[];
  /** Tells the listeners of all facts, theirs included. */
  drain(hearings: ReadonlyMap<string, readonly Hearing[]>): Promise<void>;
}

/** A fact that leads to a fact that leads to a fact … ends here: it would never end by itself. */
const DEEPEST_FACT = 16;

/** Hearings by the type of fact they hear, in the order in which they are listed. */
export function byType(hearings: readonly Hearing[]): ReadonlyMap<string, readonly Hearing[]> {
  const heard = new Map<string, Hearing[]>();
  for (const hearing of hearings) {
    heard.set(hearing.type, [...(heard.get(hearing.type) ?? []), hearing]);
  }
  return heard;
}

/** Makes the `Tx` of one attempt, on the session's connection. */
export function openTx(
  session: Session,
  { actor, requestId, shared }: TransactRequest,
  now: Date,
): OpenTx {
  const facts: Fact[] = [];
  const depths: number[] = [];
  const writes: Promise<unknown>[] = [];
  let depth = 0;
  /** The facts of one type that were told one after another, for the same reason. */
  const runFrom = (place: number): Fact[] => {
    const ends = facts.findIndex(
      ({ type }, at) => at > place && (type !== facts[place]?.type || depths[at] !== depths[place]),
    );
    return facts.slice(place, ends === -1 ? undefined : ends);
  };
  const tx: Tx = {
    actor,
    requestId,
    now,
    isTrial: shared?.isTrial ?? false,
    db: session.db,
    newId,
    async lock(table, id, expectedVersion) {
      const [row] = await lockRows(session, actor, table, [id]);
      if (!row) throw new NotFound(table, id);
      compareVersion(table, row as Versioned, expectedVersion);
      return row;
    },
    lockAll: (table, ids, and) => lockRows(session, actor, table, ids, and),
    send: (statement) => session.rows(statement),
    later(write) {
      const sent = session.query(write);
      // Whoever settles is told; until then a failure must not count as one that nobody handles.
      sent.catch(() => undefined);
      writes.push(sent);
    },
    emit(fact) {
      if (depth > DEEPEST_FACT) throw new Error(`${fact.type} follows from itself without end.`);
      facts.push(fact);
      depths.push(depth);
    },
  };
  return {
    tx,
    facts,
    writes,
    async drain(hearings) {
      // The list grows while it is walked: what listeners tell is heard too.
      let place = 0;
      do {
        while (place < facts.length) {
          const run = runFrom(place);
          depth = (depths[place] ?? 0) + 1;
          for (const hearing of hearings.get(run[0]!.type) ?? []) await hearing.listen(tx, run);
          place += run.length;
        }
        depth += 1;
        for (const hearing of hearings.get(AT_THE_END) ?? []) await hearing.listen(tx, []);
      } while (place < facts.length);
    },
  };
}
