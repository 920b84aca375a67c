import type { LoggedEvent } from '../modules/events/index.js';
import type { Actor } from '../modules/kernel/index.js';
import type { GraphContext } from '../schema/context.js';
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
 * Makes what programs tell. What comes of one kind in a tick, or while as much as may be is being
 * made, is made together, with one statement for each level: so more is made the more there is to
 * do.
 */
export type Desk = (toTell: ToTell) => Promise<readonly Told[]>;

/** So many events are told of together. */
const AT_ONCE = 200;
/** So often some of one kind is made at a time: whoever waits for the store keeps nobody waiting. */
const RUNNING_MAX = 4;

interface Waiting extends ToTell {
  readonly resolve: (told: readonly Told[]) => void;
  readonly reject: (error: unknown) => void;
}

const wordOf = ({ cursor, nodeId }: StreamMessage): string =>
  `${cursor.position} ${cursor.told} ${nodeId ?? ''}`;

/** The texts of messages that will most likely be told, begun before that is known. */
function beginLikely({ program, events }: Waiting, context: GraphContext) {
  const texts = new Map<string, Promise<string>>();
  for (const message of program.source.likely?.(events, context) ?? []) {
    const text = program.perform(message, context);
    // Whether it failed matters only if it is told.
    text.catch(() => undefined);
    texts.set(wordOf(message), text);
  }
  return texts;
}

/** Makes what one program tells of events. */
async function makeOne(waiting: Waiting, context: GraphContext): Promise<Told[]> {
  const { program, events, outside } = waiting;
  const asked = program.source.tell(events, outside, context);
  const likely = beginLikely(waiting, context);
  return Promise.all(
    (await asked).map(async (message) => {
      const text = likely.get(wordOf(message)) ?? program.perform(message, context);
      return { message, text: await text };
    }),
  );
}

/**
 * Makes what some programs of one kind tell, each answered by itself; begun in one tick, so that
 * they share statements.
 */
async function makeAll(all: readonly Waiting[]): Promise<void> {
  const [first] = all;
  if (!first) return;
  const context = first.program.contextOf(first.actor);
  await Promise.all(all.map((one) => makeOne(one, context).then(one.resolve, one.reject)));
}

/** The first of those who wait, as many as are told of together. */
function takeSome(waiting: Waiting[]): Waiting[] {
  let events = 0;
  const end = waiting.findIndex((one) => (events += one.events.length) > AT_ONCE);
  return waiting.splice(0, end < 0 ? waiting.length : Math.max(end, 1));
}

/** What waits of one kind, and how many times some of it is being made. */
interface Kind {
  readonly waiting: Waiting[];
  running: number;
}

export function createDesk(): Desk {
  const kinds = new Map<string, Kind>();
  function begin(name: string, kind: Kind): void {
    if (kind.running === RUNNING_MAX) return;
    kind.running += 1;
    queueMicrotask(() => void work(name, kind));
  }
  async function work(name: string, kind: Kind): Promise<void> {
    while (kind.waiting.length > 0) {
      const some = takeSome(kind.waiting);
      if (kind.waiting.length > 0) begin(name, kind);
      await makeAll(some).catch((error: unknown) => {
        for (const { reject } of some) reject(error);
      });
    }
    kind.running -= 1;
    if (kind.running === 0) kinds.delete(name);
  }
  return (toTell) =>
    new Promise((resolve, reject) => {
      const name = toTell.program.kind;
      const kind = kinds.get(name) ?? { waiting: [], running: 0 };
      kinds.set(name, kind);
      kind.waiting.push({ ...toTell, resolve, reject });
      // All that hear of the same event come in this tick.
      if (kind.waiting.length === 1) begin(name, kind);
    });
}
