import type { Actor } from '../modules/kernel/index.js';
import type { Authenticate } from './caller.js';
import type { Executor } from './executor.js';
import { CLOSE_FORBIDDEN } from './outlet.js';
import { isRefused } from './prepare.js';
import { openProgram, refusalText, rightsOf } from './program.js';
import type { Subscriber } from './subscriber.js';

/** Looks again and again at what subscribers may. */
export interface StreamRights {
  /** Whoever may not go on is ended, and whoever may otherwise goes on by another program. */
  recheck(members: ReadonlySet<Subscriber>): Promise<void>;
  /** Whether a subscriber goes on as before. */
  mayGoOn(subscriber: Subscriber): Promise<boolean>;
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
  return {
    async recheck(members) {
      // Thousands may share a key: each key is looked up once.
      const tokens = new Set<string>();
      for (const { outlet } of members) tokens.add(outlet.token);
      const actors = new Map<string, Actor | null>();
      for (const token of tokens) actors.set(token, await authenticate(token));
      const changed: Subscriber[] = [];
      for (const member of members)
        if (actors.get(member.outlet.token) !== member.actor) changed.push(member);
      for (const member of changed) {
        const actor = actors.get(member.outlet.token);
        // Whoever came meanwhile was looked up as it came.
        if (actor !== undefined) apply(member, actor);
      }
    },
    async mayGoOn(subscriber) {
      if (subscriber.isEnded) return false;
      const actor = await authenticate(subscriber.outlet.token);
      return actor === subscriber.actor || apply(subscriber, actor);
    },
  };
}
