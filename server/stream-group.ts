import type { LoggedEvent } from '../modules/events/index.js';
import type { Outside, StreamSource } from '../schema/stream.js';
import type { Program } from './program.js';
import type { Shelf } from './shelf.js';
import type { Desk } from './stream-desk.js';
import { createMail } from './stream-mail.js';
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
  /** The position after which whoever joins is told all, from what is kept of what was told. */
  readonly since: () => number;
  /** Takes a member, and tells it what the others were told and it was not. */
  join(subscriber: Subscriber): void;
  leave(subscriber: Subscriber): void;
  /** Takes events that it hears, in the order of the log. */
  hear(...events: readonly LoggedEvent[]): void;
  /** Tells a heartbeat when nothing was told for so long. */
  beat(quietMs: number): void;
}

interface GroupParts {
  readonly program: StreamProgram;
  readonly desk: Desk;
  readonly shelf: Shelf;
  /** The position after which it hears all. */
  readonly from: number;
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

export function createGroup(parts: GroupParts): Group {
  const { program, desk, shelf, from, heard, recheck, onEmpty, onError } = parts;
  const members = new Set<Subscriber>();
  const keys = countKeys();
  const mail = createMail({ program, shelf, from, members });
  const queue: LoggedEvent[] = [];
  const outside: Outside = new Set();
  let told = from;
  let isWorking = false;

  async function work(): Promise<void> {
    while (queue.length > 0 && members.size > 0) {
      const events = queue.splice(0, AT_ONCE);
      await recheck(keys.all());
      const [first] = members;
      if (!first) return;
      const { actor } = first;
      const all = await desk({ program, events, outside, actor });
      told = events.at(-1)!.position;
      await mail.deliverAll(all, events, actor);
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
    since: mail.since,
    join(subscriber) {
      members.add(subscriber);
      keys.add(subscriber.held);
      mail.catchUp(subscriber);
    },
    leave(subscriber) {
      if (!members.delete(subscriber)) return;
      keys.remove(subscriber.held);
      if (members.size === 0) onEmpty();
    },
    hear(...events) {
      const [first] = events;
      if (!first) return;
      if (!isWorking && queue.length === 0) told = first.position - 1;
      queue.push(...events);
      start(work);
    },
    beat(quietMs) {
      if (isWorking || queue.length > 0 || mail.quietMs() < quietMs) return;
      const [first] = members;
      if (!first) return;
      told = heard();
      start(() => mail.deliverHeartbeat(told, first.actor));
    },
  };
}
