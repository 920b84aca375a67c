import { randomUUID } from 'node:crypto';
import { systemActor } from '../../modules/auth/index.js';
import { createTransact, type Hearing, type Tx } from '../../modules/events/index.js';
import { RuleViolation, type Actor } from '../../modules/kernel/index.js';
import type { Database } from '../../prisma/database.js';

/** Runs verbs against a database as an actor would, each in a transaction of its own. */
export interface Acting {
  /** Answers what the verb answers; throws the refusal that it threw. */
  act<T>(verb: (tx: Tx) => Promise<T>, actor?: Actor): Promise<T>;
  /** Answers the refusal of a verb that must be refused. */
  refusal(verb: (tx: Tx) => Promise<unknown>, actor?: Actor): Promise<RuleViolation>;
  /** Moves the clock of the transactions to come. */
  setClock(now: Date): void;
}

/** An actor of all companies with the given rights, or an actor of some companies. */
export function actorWith(
  permissions: readonly string[],
  companies: Actor['companies'] = 'ALL',
): Actor {
  const id = randomUUID();
  return { id, name: 'Tester', kind: 'PERSON', permissions: new Set(permissions), companies };
}

/** Acts on a database with the given listeners; as the system when no actor is named. */
export function acting(database: Database, hearings: readonly Hearing[] = []): Acting {
  let now = new Date('2026-03-02T08:00:00Z');
  const transact = createTransact({ database, hearings, clock: () => now });

  async function act<T>(verb: (tx: Tx) => Promise<T>, actor: Actor = systemActor): Promise<T> {
    const done: { answer?: T; error?: unknown } = {};
    const request = { actor, requestId: randomUUID(), operation: 'test' };
    const { refusals } = await transact(request, async (tx) => {
      try {
        // A conflict with others is tried again: only how the last attempt ended counts.
        delete done.error;
        done.answer = await verb(tx);
      } catch (error) {
        done.error = error;
        throw error;
      }
      return {};
    });
    if (done.error instanceof Error) throw done.error;
    const [refused] = refusals;
    if (refused) throw new RuleViolation(refused);
    return done.answer as T;
  }

  return {
    act,
    async refusal(verb, actor) {
      try {
        await act(verb, actor);
      } catch (error) {
        if (error instanceof RuleViolation) return error;
        throw error;
      }
      throw new Error('The verb was not refused.');
    },
    setClock: (instant) => void (now = instant),
  };
}
