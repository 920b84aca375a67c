import { setTimeout as sleep } from 'node:timers/promises';
import { at, isNews, type Feed } from '../modules/events/index.js';
import { bareMessage, type Outside, type StreamMessage } from '../schema/stream.js';
import { newestOfEach } from './newest-of-each.js';
import { heardOf } from './stream-keys.js';
import type { StreamProgram } from './stream-group.js';
import { isFull, room, type Subscriber } from './subscriber.js';

/** What is told to one subscriber alone: the beginning, and what it has missed. */

/** At most so many pages of a snapshot are told. */
const SNAPSHOT_PAGES = 100;
/** So many messages are made at once. */
const AT_ONCE = 100;
/** A slow reader is told in one go of so many nodes, or of so many pages of the log. */
const NODES_AT_ONCE = 1_000;
const PAGES_AT_ONCE = 40;
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
  // What memory reaches back to is there.
  const isNear = after !== null && feed.between(after.position, after.position) !== null;
  if (isNear && !isReset) return { isAnew: false, start: after };
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

/**
 * Tells messages one after the other, each only when there is room for it; false when it is over.
 * Some are made at once and share their statements; those for which there is no room are made anew
 * when there is, so that nobody who stands still holds more than what waits in the outlet.
 */
async function tellEach(apart: Apart, messages: readonly StreamMessage[]): Promise<boolean> {
  const { subscriber, program } = apart;
  let atOnce = AT_ONCE;
  for (let from = 0; from < messages.length;) {
    if (!(await room(subscriber)) || !(await apart.mayGoOn())) return false;
    const some = messages.slice(from, from + atOnce);
    const context = program.contextOf(subscriber.actor);
    const texts = await Promise.all(some.map((message) => program.perform(message, context)));
    if (apart.isOver()) return false;
    const told = takeSome(subscriber, some, texts);
    from += told;
    atOnce = told < some.length ? told : Math.min(atOnce * 2, AT_ONCE);
  }
  return !apart.isOver();
}

/** Answers how many there was room for, one at least. */
function takeSome(
  subscriber: Subscriber,
  messages: readonly StreamMessage[],
  texts: readonly string[],
): number {
  for (const [place, { cursor }] of messages.entries()) {
    if (place > 0 && isFull(subscriber)) return place;
    subscriber.takeOwn(cursor, texts[place]!);
  }
  return messages.length;
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
    const last = next.length === 0 ? page.at(-1) : null;
    const told = page.map((nodeId): StreamMessage => {
      const cursor = { position, told: 0, snapshotTo: nodeId === last ? null : nodeId };
      return { kind: 'SNAPSHOT', cursor, changedFields: [], nodeId, leftId: null };
    });
    if (!(await tellEach(apart, told))) return false;
    page = next;
  }
  subscriber.reached = at(position);
  return !apart.isOver();
}

/** What was missed up to a place in the log; null when events between were purged meanwhile. */
interface Missed {
  readonly upTo: number;
  readonly messages: readonly StreamMessage[];
}

/**
 * What is to be told next of what was missed: of a slow reader all of it, so that of each node only
 * the newest is left; of others a page of the log.
 */
async function missedBy(apart: Apart, outside: Outside): Promise<Missed | null> {
  const { subscriber, program, feed } = apart;
  const { hears, tell } = program.source;
  const { reached, isSlow } = subscriber;
  let messages: readonly StreamMessage[] = [];
  let upTo = reached.position;
  for (let pages = 0; pages < PAGES_AT_ONCE && messages.length < NODES_AT_ONCE; pages += 1) {
    const page = await feed.page(upTo);
    if (page.length === 0) break;
    if (page[0]!.position > upTo + 1) return null;
    const context = program.contextOf(subscriber.actor);
    const told = await tell(heardOf(page, hears), outside, context);
    const news = told.filter(({ cursor }) => isNews(reached, cursor));
    upTo = page.at(-1)!.position;
    if (!isSlow) return { upTo, messages: news };
    messages = newestOfEach([...messages, ...news]);
  }
  return { upTo, messages };
}

/**
 * Tells what was missed until the group tells the rest. Answers 'LOST' when events between were
 * purged meanwhile, and 'OVER' when it has nothing more to tell.
 */
async function catchUp(apart: Apart): Promise<'LOST' | 'OVER'> {
  const { subscriber } = apart;
  const outside: Outside = new Set();
  for (;;) {
    if (!(await room(subscriber))) return 'OVER';
    if (apart.isOver() || apart.joinGroup()) return 'OVER';
    if (!(await apart.mayGoOn())) return 'OVER';
    const missed = await missedBy(apart, outside);
    if (missed === null) return 'LOST';
    if (missed.upTo === subscriber.reached.position)
      await sleep(NOTHING_YET_MS, undefined, { ref: false });
    else if (!(await tellEach(apart, missed.messages))) return 'OVER';
    else subscriber.reached = at(missed.upTo);
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
    subscriber.outlet.next({ text, cursor: null });
  }
  return true;
}
