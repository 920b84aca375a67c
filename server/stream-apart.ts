import { setTimeout as sleep } from 'node:timers/promises';
import {
  at,
  isNews,
  type Feed,
  type LogCursor,
  type LoggedEvent,
} from '../modules/events/index.js';
import { bareMessage, type Outside, type StreamMessage } from '../schema/stream.js';
import { keysOf } from './stream-keys.js';
import { tellEvents, type StreamProgram } from './stream-group.js';
import { room, type Subscriber } from './subscriber.js';

/** What is told to one subscriber alone: the beginning, and what it has missed. */

/** At most so many pages of a snapshot are told. */
const SNAPSHOT_PAGES = 100;
const AT_ONCE = 100;
const NOTHING_YET_MS = 20;

interface Apart {
  readonly subscriber: Subscriber;
  readonly program: StreamProgram;
  readonly feed: Feed;
  /** Whether it has ended, or is told by another program meanwhile. */
  readonly isOver: () => boolean;
  /** Looks again at what the subscriber may; false when it is over, or goes on otherwise. */
  readonly mayGoOn: () => Promise<boolean>;
  /** Joins its group when the group tells all that it was not told; else false. */
  readonly joinGroup: () => boolean;
}

/** Where a subscriber begins, and whether what it had reached cannot be resumed from. */
async function startOf({ program: { source }, feed }: Apart, isReset: boolean) {
  const { after } = source.beginning;
  const { oldest, latest } = await feed.bounds();
  const isGone = after !== null && (after.position > latest || after.position + 1 < oldest);
  const isAnew = isReset || isGone;
  return { isAnew, start: after === null || isAnew ? at(latest) : after };
}

/** Tells what comes first: that a cursor is of no use, and the state at the beginning. */
async function tellBeginning(apart: Apart, isReset: boolean): Promise<boolean> {
  const { subscriber, program } = apart;
  const { snapshot, after } = program.source.beginning;
  const { isAnew, start } = await startOf(apart, isReset);
  if (isAnew) await tellOne(apart, bareMessage('RESET', start.position));
  subscriber.reached = { ...start, snapshotTo: null };
  const isTold = isAnew
    ? snapshot !== false
    : snapshot === true || (after?.snapshotTo ?? null) !== null;
  if (!isTold) return !apart.isOver();
  return tellSnapshot(apart, start.position, isAnew ? null : start.snapshotTo);
}

async function tellOne(apart: Apart, message: StreamMessage): Promise<void> {
  const { subscriber, program } = apart;
  const context = program.contextOf(subscriber.actor);
  const text = await program.perform(message, context);
  if (!apart.isOver()) subscriber.takeOwn(message.cursor, text);
}

/** The state page by page, each only when there is room for it. */
async function tellSnapshot(
  apart: Apart,
  position: number,
  before: string | null,
): Promise<boolean> {
  const { subscriber, program } = apart;
  const pageAfter = (id: string | null) =>
    program.source.snapshot(program.contextOf(subscriber.actor), id);
  let page = await pageAfter(before);
  for (let count = 1; page.length > 0; count += 1) {
    if (!(await room(subscriber)) || !(await apart.mayGoOn())) return false;
    const next = count < SNAPSHOT_PAGES ? await pageAfter(page.at(-1)!) : [];
    const isLast = next.length === 0;
    const context = program.contextOf(subscriber.actor);
    const texts = await Promise.all(
      page.map(async (nodeId, place) => {
        const isEnd = isLast && place === page.length - 1;
        const cursor: LogCursor = { position, told: 0, snapshotTo: isEnd ? null : nodeId };
        const told = { kind: 'SNAPSHOT', cursor, changedFields: [], nodeId, leftId: null } as const;
        return { cursor, text: await program.perform(told, context) };
      }),
    );
    if (apart.isOver()) return false;
    for (const { cursor, text } of texts) subscriber.takeOwn(cursor, text);
    page = next;
  }
  subscriber.reached = at(position);
  return !apart.isOver();
}

/** The newest event of each document, with what changed in all of its events. */
function newestOfEach(events: readonly LoggedEvent[]): LoggedEvent[] {
  const newest = new Map<string, LoggedEvent>();
  for (const event of events) {
    const earlier = newest.get(event.documentId);
    newest.delete(event.documentId);
    const changed = new Set([...(earlier?.changedFields ?? []), ...event.changedFields]);
    newest.set(event.documentId, { ...event, changedFields: [...changed] });
  }
  return [...newest.values()];
}

/**
 * Tells what was missed until the group tells the rest. Answers 'LOST' when events between were
 * purged meanwhile, and 'OVER' when it has nothing more to tell.
 */
async function catchUp(apart: Apart): Promise<'LOST' | 'OVER'> {
  const { subscriber, program, feed } = apart;
  const hears = new Set(program.source.hears);
  const outside: Outside = new Set();
  for (;;) {
    if (!(await room(subscriber))) return 'OVER';
    if (apart.isOver() || apart.joinGroup()) return 'OVER';
    const page = await feed.page(subscriber.reached.position);
    const [first] = page;
    if (!first) {
      await sleep(NOTHING_YET_MS, undefined, { ref: false });
      continue;
    }
    if (first.position > subscriber.reached.position + 1) return 'LOST';
    const heard = page.filter((event) => keysOf(event).some((key) => hears.has(key)));
    const asked = subscriber.isSlow ? newestOfEach(heard) : heard;
    for (let from = 0; from < asked.length; from += AT_ONCE) {
      if (!(await room(subscriber)) || !(await apart.mayGoOn())) return 'OVER';
      const events = asked.slice(from, from + AT_ONCE);
      const told = await tellEvents(program, events, outside, subscriber.actor);
      if (apart.isOver()) return 'OVER';
      for (const { message, text } of told)
        if (isNews(subscriber.reached, message.cursor)) subscriber.takeOwn(message.cursor, text);
    }
    subscriber.reached = at(page.at(-1)!.position);
  }
}

/** Tells one subscriber the beginning and what it has missed, until its group tells the rest. */
export async function tellApart(apart: Apart, how: 'BEGIN' | 'RESET' | 'GO_ON'): Promise<void> {
  let next = how;
  while (await apart.mayGoOn()) {
    if (next !== 'GO_ON' && !(await tellBeginning(apart, next === 'RESET'))) return;
    if ((await catchUp(apart)) === 'OVER') return;
    next = 'RESET';
  }
}

/** Tells a source that is no part of the log to its end; false when it was left before. */
export async function tellAll(
  subscriber: Subscriber,
  source: AsyncIterable<unknown>,
  mayGoOn: () => Promise<boolean>,
): Promise<boolean> {
  const events = source[Symbol.asyncIterator]();
  // An idle source ends only with its next event; nobody waits for that.
  subscriber.onEnd = () => void Promise.resolve(events.return?.()).catch(() => undefined);
  for (let one = await events.next(); !one.done; one = await events.next()) {
    if (!(await room(subscriber)) || !(await mayGoOn())) return false;
    const { contextOf, perform } = subscriber.program;
    const text = await perform(one.value, contextOf(subscriber.actor));
    if (subscriber.isEnded) return false;
    subscriber.outlet.next(text, null);
  }
  return true;
}
