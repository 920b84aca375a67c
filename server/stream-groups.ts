import { setTimeout as sleep } from 'node:timers/promises';
import type { Feed, LoggedEvent } from '../modules/events/index.js';
import type { StreamHubParts } from './stream-hub.js';
import { createDesk } from './stream-desk.js';
import { createShelf } from './shelf.js';
import { createGroup, type Group, type StreamProgram } from './stream-group.js';
import { heardOf, keysOf } from './stream-keys.js';
import type { Held } from './stream-rights.js';
import type { Subscriber } from './subscriber.js';

/** The groups of a process, and the one walk along the log that all of them hear. */
export interface Groups {
  /** Begins to walk, with the first who follows. */
  start(): Promise<void>;
  /** Joins a subscriber to its group when the group tells all that it was not told; else false. */
  join(subscriber: Subscriber, program: StreamProgram): boolean;
  close(): Promise<void>;
}

interface GroupsParts extends Pick<StreamHubParts, 'feed' | 'log' | 'onRights' | 'heartbeatMs'> {
  readonly recheck: (keys: Iterable<Held>) => Promise<void>;
  readonly onError: (error: unknown, members: ReadonlySet<Subscriber>) => void;
}

/** Documents whose facts may change what somebody may. */
const RIGHTS = new Set(['ApiKey', 'Actor', 'Role', 'OrderStatusLink']);
const HEARTBEAT_MS = 30_000;
const TICK_MS = 1_000;
/** A group begins behind the others by at most so many events that it hears. */
const BEHIND_MAX = 500;
const RETRY_MS = 500;

interface Walk {
  readonly feed: Feed;
  readonly signal: AbortSignal;
  readonly from: () => number;
  readonly dispatch: (event: LoggedEvent) => void;
  readonly onStumble: (error: unknown) => void;
}

/** Hands over each event as it comes; what cannot be read now is read a little later. */
async function walkLog({ feed, signal, from, dispatch, onStumble }: Walk): Promise<void> {
  while (!signal.aborted) {
    try {
      for await (const page of feed.pages(from(), signal)) page.forEach(dispatch);
    } catch (error) {
      onStumble(error);
    }
    await sleep(RETRY_MS, undefined, { signal, ref: false }).catch(() => undefined);
  }
}

/** The groups that there are, by their programs and by what they hear. */
function indexGroups() {
  const byKey = new Map<string, Group>();
  const hearing = new Map<string, Set<Group>>();
  return {
    of: ({ key }: StreamProgram): Group | undefined => byKey.get(key),
    all: () => byKey.values(),
    /** Those that hear an event. */
    hearing: (event: LoggedEvent): Set<Group> =>
      new Set(keysOf(event).flatMap((key) => [...(hearing.get(key) ?? [])])),
    add(group: Group): void {
      const { key, source } = group.program;
      byKey.set(key, group);
      for (const one of source.hears) hearing.set(one, (hearing.get(one) ?? new Set()).add(group));
    },
    remove(group: Group): void {
      const { key, source } = group.program;
      byKey.delete(key);
      for (const one of source.hears) {
        const others = hearing.get(one);
        others?.delete(group);
        if (others?.size === 0) hearing.delete(one);
      }
    },
  };
}

/** Whether a group can tell a subscriber all that it was not told. */
const canTellRest = (group: Group, { reached, isSlow }: Subscriber): boolean =>
  // Whoever lags behind is first told the newest of each node, and not all.
  reached.position >= (isSlow ? group.position() : group.since());

/**
 * What a group that begins with a subscriber has to hear first, up to where others have; null when
 * it cannot begin so.
 */
function heardBefore(
  { reached, isSlow }: Subscriber,
  { source }: StreamProgram,
  { feed, upTo }: { readonly feed: Feed; readonly upTo: number },
): LoggedEvent[] | null {
  if (reached.position >= upTo) return [];
  const missed = isSlow ? null : feed.between(reached.position, upTo);
  const own = missed && heardOf(missed, source.hears);
  return own && own.length <= BEHIND_MAX ? own : null;
}

export function createGroups(parts: GroupsParts): Groups {
  const { feed, log, recheck, onError, onRights, heartbeatMs = HEARTBEAT_MS } = parts;
  const groups = indexGroups();
  const desk = createDesk();
  const shelf = createShelf();
  const stopping = new AbortController();
  let heard = 0;
  let walking: Promise<void> | null = null;
  let begun: Promise<void> | null = null;
  let timer: NodeJS.Timeout | null = null;

  function dispatch(event: LoggedEvent): void {
    for (const group of groups.hearing(event)) group.hear(event);
    heard = event.position;
    if (RIGHTS.has(event.documentType)) onRights?.();
  }
  async function begin(): Promise<void> {
    heard = await feed.latest();
    const { signal } = stopping;
    const onStumble = (error: unknown) => log.error({ err: error }, 'the log was not read');
    walking = walkLog({ feed, signal, dispatch, onStumble, from: () => heard });
    const tick = () => {
      shelf.tidy();
      for (const group of groups.all()) group.beat(heartbeatMs);
    };
    timer = setInterval(tick, Math.min(TICK_MS, heartbeatMs)).unref();
  }
  function open(program: StreamProgram, from: number): Group {
    const group: Group = createGroup({
      ...{ program, desk, shelf, from, recheck, onError },
      heard: () => heard,
      onEmpty: () => groups.remove(group),
    });
    groups.add(group);
    return group;
  }
  return {
    start() {
      begun ??= begin().catch((error: unknown) => {
        begun = null;
        throw error;
      });
      return begun;
    },
    join(subscriber, program) {
      const known = groups.of(program);
      const before = known ? [] : heardBefore(subscriber, program, { feed, upTo: heard });
      if (before === null || (known && !canTellRest(known, subscriber))) return false;
      const group = known ?? open(program, Math.min(subscriber.reached.position, heard));
      subscriber.group = group;
      subscriber.isSlow = false;
      group.join(subscriber);
      group.hear(...before);
      return true;
    },
    async close() {
      stopping.abort();
      if (timer) clearInterval(timer);
      await walking;
    },
  };
}
