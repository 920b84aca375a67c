import type { Feed } from '../modules/events/index.js';
import { isStreamSource } from '../schema/stream.js';
import type { Authenticate } from './caller.js';
import type { Executor } from './executor.js';
import type { Log } from './log.js';
import { CLOSE_RESTART, type Outlet } from './outlet.js';
import { isRefused, type Refused } from './prepare.js';
import { openProgram, type Asked, type Program } from './program.js';
import { tellAll, tellApart } from './stream-apart.js';
import { createGroups } from './stream-groups.js';
import type { StreamProgram } from './stream-group.js';
import { createStreamRights } from './stream-rights.js';
import { createSubscriber, PATIENCE, type Patience, type Subscriber } from './subscriber.js';

export interface StreamHubParts {
  readonly executor: Executor;
  readonly feed: Feed;
  readonly authenticate: Authenticate;
  readonly log: Log;
  /** Called when a fact may have changed what somebody may. */
  readonly onRights?: () => void;
  /** After how many quiet milliseconds a heartbeat is told; 30,000 when not said. */
  readonly heartbeatMs?: number;
  /** How much may be left unread, and for how long; 128 KiB and 20 s when not said. */
  readonly patience?: Patience;
}

/** A subscription that was not refused. */
export interface Opened {
  /** Begins to tell. */
  start(): void;
  end(): void;
}

/** All subscriptions of the process, whatever door they came by. */
export interface StreamHub {
  open(asked: Asked, outlet: Outlet): Promise<Opened | Refused>;
  /** Looks again at what every subscriber may. */
  recheck(): Promise<void>;
  close(): Promise<void>;
}

const isStream = (program: Program): program is StreamProgram => isStreamSource(program.source);

/** The beginning that a cursor beside the operation asks for, if there is one. */
function withCursor(program: Program, { after }: Asked): Program {
  if (after == null || !isStream(program)) return program;
  const { snapshot } = program.source.beginning;
  const beginning = { after, snapshot: snapshot === true ? null : snapshot };
  return { ...program, source: { ...program.source, beginning } };
}

export function createStreamHub(parts: StreamHubParts): StreamHub {
  const { executor, feed, log, patience = PATIENCE } = parts;
  const rights = createStreamRights({
    ...{ ...parts, leaveGroup, end, fail },
    goOn: (subscriber, isReset) => tell(subscriber, isReset ? 'RESET' : 'GO_ON'),
  });
  const onError = (error: unknown, members: ReadonlySet<Subscriber>) =>
    [...members].forEach((member) => fail(member, error));
  const groups = createGroups({ ...parts, recheck: rights.recheck, onError });

  function leaveGroup(subscriber: Subscriber): void {
    subscriber.group?.leave(subscriber);
    subscriber.group = null;
  }
  function end(subscriber: Subscriber): void {
    subscriber.isEnded = true;
    leaveGroup(subscriber);
    rights.letGo(subscriber);
  }
  function fail(subscriber: Subscriber, error: unknown): void {
    if (subscriber.isEnded) return;
    log.error({ err: error }, 'a subscription stumbled');
    end(subscriber);
    // It comes back with its cursor and misses nothing.
    subscriber.outlet.close(CLOSE_RESTART, 'Come back');
  }
  async function tell(subscriber: Subscriber, how: 'BEGIN' | 'RESET' | 'GO_ON'): Promise<void> {
    const { program, turn } = subscriber;
    const isOver = () => subscriber.isEnded || subscriber.turn !== turn;
    const mayGoOn = async () => !isOver() && (await rights.mayGoOn(subscriber)) && !isOver();
    if (isStream(program)) {
      await groups.start();
      const joinGroup = () => groups.join(subscriber, program);
      await tellApart({ subscriber, program, feed, isOver, mayGoOn, joinGroup }, how);
    } else if (await tellAll(subscriber, program.source, mayGoOn)) {
      end(subscriber);
      subscriber.outlet.complete();
    }
  }
  function start(subscriber: Subscriber, how: 'BEGIN' | 'GO_ON'): void {
    tell(subscriber, how).catch((error: unknown) => fail(subscriber, error));
  }
  function onSlow(subscriber: Subscriber): void {
    subscriber.isSlow = true;
    leaveGroup(subscriber);
    start(subscriber, 'GO_ON');
  }
  return {
    async open(asked, outlet) {
      const { actor } = asked.caller;
      const opened = await openProgram(executor, asked, actor);
      if (isRefused(opened)) return opened;
      const held = rights.hold(outlet.token);
      const own = { asked, outlet, actor, program: withCursor(opened, asked) };
      const subscriber = createSubscriber({ ...own, patience, held, onSlow });
      rights.watch(subscriber);
      return {
        start: () => start(subscriber, 'BEGIN'),
        end() {
          end(subscriber);
          subscriber.onEnd?.();
        },
      };
    },
    recheck: () => rights.recheck(),
    close: () => groups.close(),
  };
}
