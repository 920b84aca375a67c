import type { LoggedEvent } from '../modules/events/index.js';
import type { Actor } from '../modules/kernel/index.js';
import type { Outside, StreamMessage } from '../schema/stream.js';
import type { StreamProgram } from './stream-group.js';

/** One message with its text, as all who share a program are told it. */
export interface Told {
  readonly message: StreamMessage;
  readonly text: string;
}

/** What one program is to tell of events that it hears. */
export interface ToTell {
  readonly program: StreamProgram;
  readonly events: readonly LoggedEvent[];
  readonly outside: Outside;
  readonly actor: Actor;
}

/**
 * Makes what programs tell. Programs of one kind take turns: what comes while some is being made is
 * made together afterwards, with one statement for each level, so that more is made the more there
 * is to do.
 */
export type Desk = (toTell: ToTell) => Promise<readonly Told[]>;

/** So many events are told of together. */
const AT_ONCE = 200;

interface Waiting extends ToTell {
  readonly resolve: (told: readonly Told[]) => void;
  readonly reject: (error: unknown) => void;
}

/** Makes what some programs of one kind tell; each is answered by itself. */
async function makeAll(all: readonly Waiting[]): Promise<void> {
  const [first] = all;
  if (!first) return;
  const context = first.program.contextOf(first.actor);
  const asked = await Promise.allSettled(
    all.map(({ program, events, outside }) => program.source.tell(events, outside, context)),
  );
  // Begun in one tick, so that they share statements.
  await Promise.all(
    all.map(async ({ program, resolve, reject }, place) => {
      const messages = asked[place]!;
      if (messages.status === 'rejected') reject(messages.reason);
      else
        await Promise.all(
          messages.value.map(async (message) => ({
            ...{ message, text: await program.perform(message, context) },
          })),
        ).then(resolve, reject);
    }),
  );
}

/** The first of those who wait, as many as are told of together. */
function takeSome(waiting: Waiting[]): Waiting[] {
  let events = 0;
  const end = waiting.findIndex((one) => (events += one.events.length) > AT_ONCE);
  return waiting.splice(0, end < 0 ? waiting.length : Math.max(end, 1));
}

export function createDesk(): Desk {
  const byKind = new Map<string, Waiting[]>();
  async function work(kind: string, waiting: Waiting[]): Promise<void> {
    while (waiting.length > 0) {
      const some = takeSome(waiting);
      await makeAll(some).catch((error: unknown) => {
        for (const { reject } of some) reject(error);
      });
    }
    byKind.delete(kind);
  }
  return (toTell) =>
    new Promise((resolve, reject) => {
      const { kind } = toTell.program;
      const waiting = byKind.get(kind);
      const one = { ...toTell, resolve, reject };
      if (waiting) {
        waiting.push(one);
        return;
      }
      const begun = [one];
      byKind.set(kind, begun);
      // All that hear of the same event come in this tick.
      queueMicrotask(() => void work(kind, begun));
    });
}
