import { encodeCursor, isNews, type LoggedEvent } from '../modules/events/index.js';
import {
  bareMessage,
  type Outside,
  type StreamMessage,
  type StreamSource,
} from '../schema/stream.js';
import type { Program } from './program.js';
import type { Desk, Told } from './stream-desk.js';
import type { Held } from './stream-rights.js';
import type { Subscriber } from './subscriber.js';

/** A program that follows the log. */
export interface StreamProgram extends Program {
  readonly source: StreamSource;
}

/** Subscribers who are told the same, letter by letter: each message is made once for all of them. */
export interface Group {
  readonly program: StreamProgram;
  readonly members: ReadonlySet<Subscriber>;
  /** The position up to which it was told; what follows is told to its members. */
  readonly position: () => number;
  join(subscriber: Subscriber): void;
  leave(subscriber: Subscriber): void;
  /** Takes an event that it hears. */
  hear(event: LoggedEvent): void;
  /** Tells a heartbeat when nothing was told for so long. */
  beat(quietMs: number): void;
}

interface GroupParts {
  readonly program: StreamProgram;
  readonly desk: Desk;
  /** The position that all groups without work have reached. */
  readonly heard: () => number;
  /** Looks again at what those of some keys may; who may not, or otherwise, leaves. */
  readonly recheck: (keys: Iterable<Held>) => Promise<void>;
  readonly onEmpty: () => void;
  readonly onError: (error: unknown, members: ReadonlySet<Subscriber>) => void;
}

const AT_ONCE = 100;

/** The keys of members, with how many came with each. */
function countKeys() {
  const counts = new Map<Held, number>();
  return {
    all: () => counts.keys(),
    add: (held: Held) => void counts.set(held, (counts.get(held) ?? 0) + 1),
    remove(held: Held): void {
      const left = (counts.get(held) ?? 0) - 1;
      if (left > 0) counts.set(held, left);
      else counts.delete(held);
    },
  };
}

/** A heartbeat takes nobody back: who joined may be beyond what this group has heard. */
const isFor = ({ reached }: Subscriber, { kind, cursor }: StreamMessage): boolean =>
  kind === 'HEARTBEAT' ? reached.position <= cursor.position : isNews(reached, cursor);

/** Each member is told what it was not told before it joined. */
function deliverTo(members: ReadonlySet<Subscriber>, { message, text }: Told): void {
  const { cursor } = message;
  const letter = { text, cursor: encodeCursor(cursor) };
  for (const member of members) if (isFor(member, message)) member.take(cursor, letter);
}

export function createGroup(parts: GroupParts): Group {
  const { program, desk, heard, recheck, onEmpty, onError } = parts;
  const members = new Set<Subscriber>();
  const keys = countKeys();
  const queue: LoggedEvent[] = [];
  const outside: Outside = new Set();
  let told = heard();
  let toldAt = Date.now();
  let isWorking = false;

  function deliver(one: Told): void {
    toldAt = Date.now();
    deliverTo(members, one);
  }
  async function work(): Promise<void> {
    while (queue.length > 0 && members.size > 0) {
      const events = queue.splice(0, AT_ONCE);
      await recheck(keys.all());
      const [first] = members;
      if (!first) return;
      for (const one of await desk({ program, events, outside, actor: first.actor })) deliver(one);
      told = events.at(-1)!.position;
    }
  }
  function start(working: () => Promise<void>): void {
    if (isWorking) return;
    isWorking = true;
    working()
      .catch((error: unknown) => {
        queue.length = 0;
        onError(error, members);
      })
      .finally(() => {
        isWorking = false;
        if (queue.length > 0 && members.size > 0) start(work);
      });
  }
  return {
    program,
    members,
    position: () => (isWorking || queue.length > 0 ? told : heard()),
    join(subscriber) {
      members.add(subscriber);
      keys.add(subscriber.held);
    },
    leave(subscriber) {
      if (!members.delete(subscriber)) return;
      keys.remove(subscriber.held);
      if (members.size === 0) onEmpty();
    },
    hear(event) {
      if (!isWorking && queue.length === 0) told = event.position - 1;
      queue.push(event);
      start(work);
    },
    beat(quietMs) {
      if (isWorking || queue.length > 0 || Date.now() - toldAt < quietMs) return;
      const [first] = members;
      if (!first) return;
      const message = bareMessage('HEARTBEAT', heard());
      told = heard();
      start(async () => {
        const text = await program.perform(message, program.contextOf(first.actor));
        deliver({ message, text });
      });
    },
  };
}
