import { setTimeout as sleep } from 'node:timers/promises';
import type { Feed, LoggedEvent } from '../modules/events/index.js';
import type { StreamHubParts } from './stream-hub.js';
import { createDesk } from './stream-desk.js';
import { createGroup, type Group, type StreamProgram } from './stream-group.js';
import { keysOf } from './stream-keys.js';
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

function forget(hearing: Map<string, Set<Group>>, key: string, group: Group): void {
  const others = hearing.get(key);
  others?.delete(group);
  if (others?.size === 0) hearing.delete(key);
}

export function createGroups(parts: GroupsParts): Groups {
  const { feed, log, recheck, onError, onRights, heartbeatMs = HEARTBEAT_MS } = parts;
  const byKey = new Map<string, Group>();
  const hearing = new Map<string, Set<Group>>();
  const desk = createDesk();
  const stopping = new AbortController();
  let heard = 0;
  let walking: Promise<void> | null = null;
  let begun: Promise<void> | null = null;
  let timer: NodeJS.Timeout | null = null;

  function dispatch(event: LoggedEvent): void {
    const found = new Set<Group>();
    for (const key of keysOf(event)) for (const group of hearing.get(key) ?? []) found.add(group);
    for (const group of found) group.hear(event);
    heard = event.position;
    if (RIGHTS.has(event.documentType)) onRights?.();
  }
  async function begin(): Promise<void> {
    heard = await feed.latest();
    const { signal } = stopping;
    const onStumble = (error: unknown) => log.error({ err: error }, 'the log was not read');
    walking = walkLog({ feed, signal, dispatch, onStumble, from: () => heard });
    timer = setInterval(
      () => byKey.forEach((group) => group.beat(heartbeatMs)),
      Math.min(TICK_MS, heartbeatMs),
    ).unref();
  }
  function groupOf(program: StreamProgram): Group {
    const known = byKey.get(program.key);
    if (known) return known;
    const { key, source } = program;
    const group: Group = createGroup({
      ...{ program, desk, recheck, onError },
      heard: () => heard,
      onEmpty() {
        byKey.delete(key);
        source.hears.forEach((one) => forget(hearing, one, group));
      },
    });
    byKey.set(key, group);
    for (const one of source.hears) hearing.set(one, (hearing.get(one) ?? new Set()).add(group));
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
      const reached = byKey.get(program.key)?.position() ?? heard;
      if (subscriber.reached.position < reached) return false;
      const group = groupOf(program);
      group.join(subscriber);
      subscriber.group = group;
      subscriber.isSlow = false;
      return true;
    },
    async close() {
      stopping.abort();
      if (timer) clearInterval(timer);
      await walking;
    },
  };
}
