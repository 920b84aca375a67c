import type { Actor } from '../modules/kernel/index.js';
import type { Authenticate } from './caller.js';
import type { Executor } from './executor.js';
import { CLOSE_FORBIDDEN } from './outlet.js';
import { isRefused } from './prepare.js';
import { openProgram, refusalText, rightsOf } from './program.js';
import type { Subscriber } from './subscriber.js';

/** Looks again and again at what subscribers may. */
export interface StreamRights {
  /**
   * The key of a subscriber, for all who came with the same: thousands may share one, and it is
   * looked up once for all of them.
   */
  hold(token: string): Held;
  /** Looks at a subscriber too from now on, until it is let go. */
  watch(subscriber: Subscriber): void;
  letGo(subscriber: Subscriber): void;
  /**
   * Whoever may not go on is ended, and whoever may otherwise goes on by another program; of all
   * keys, or of some.
   */
  recheck(keys?: Iterable<Held>): Promise<void>;
  /** Whether a subscriber goes on as before. */
  mayGoOn(subscriber: Subscriber): Promise<boolean>;
}

/** A key with all who came with it. */
export interface Held {
  readonly token: string;
  /** The actor that all of them were told of; undefined while they may differ. */
  actor: Actor | null | undefined;
  readonly subscribers: Set<Subscriber>;
}

interface StreamRightsParts {
  readonly executor: Executor;
  readonly authenticate: Authenticate;
  readonly leaveGroup: (subscriber: Subscriber) => void;
  readonly end: (subscriber: Subscriber) => void;
  readonly fail: (subscriber: Subscriber, error: unknown) => void;
  /** Goes on by the subscriber's new program; the state is told anew when others are seen now. */
  readonly goOn: (subscriber: Subscriber, isReset: boolean) => Promise<void>;
}

export function createStreamRights(parts: StreamRightsParts): StreamRights {
  const { executor, authenticate, leaveGroup, end, fail, goOn } = parts;

  function apply(subscriber: Subscriber, actor: Actor | null): boolean {
    if (actor === null) {
      end(subscriber);
      subscriber.outlet.close(CLOSE_FORBIDDEN, 'Forbidden');
      return false;
    }
    const before = subscriber.actor;
    subscriber.actor = actor;
    if (rightsOf(actor) === rightsOf(before)) return true;
    // Whatever is being told by the program of before is told no further.
    subscriber.turn += 1;
    leaveGroup(subscriber);
    const isReset = String(actor.companies) !== String(before.companies);
    reopen(subscriber, isReset).catch((error: unknown) => {
      fail(subscriber, error);
    });
    return false;
  }
  /** Goes on by what the actor may now; the cursor stays. */
  async function reopen(subscriber: Subscriber, isReset: boolean): Promise<void> {
    const program = await openProgram(executor, subscriber.asked, subscriber.actor);
    if (subscriber.isEnded) return;
    if (!isRefused(program)) {
      subscriber.program = program;
      await goOn(subscriber, isReset);
      return;
    }
    end(subscriber);
    subscriber.outlet.next({ text: refusalText(program), cursor: null });
    subscriber.outlet.complete();
  }
  const keys = new Map<string, Held>();

  async function look(held: Held): Promise<void> {
    const actor = await authenticate(held.token);
    if (actor === held.actor) return;
    held.actor = actor;
    for (const one of [...held.subscribers]) if (one.actor !== actor) apply(one, actor);
  }
  return {
    hold(token) {
      const held = keys.get(token) ?? { token, actor: undefined, subscribers: new Set() };
      keys.set(token, held);
      return held;
    },
    watch(subscriber) {
      const { held } = subscriber;
      held.subscribers.add(subscriber);
      if (subscriber.actor !== held.actor) held.actor = undefined;
    },
    letGo(subscriber) {
      const { held } = subscriber;
      held.subscribers.delete(subscriber);
      if (held.subscribers.size === 0 && keys.get(held.token) === held) keys.delete(held.token);
    },
    async recheck(some = keys.values()) {
      for (const held of [...some]) await look(held);
    },
    async mayGoOn(subscriber) {
      if (subscriber.isEnded) return false;
      const actor = await authenticate(subscriber.outlet.token);
      return actor === subscriber.actor || apply(subscriber, actor);
    },
  };
}
