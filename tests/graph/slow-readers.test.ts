import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { done } from '../../clients/typescript/client.js';
import { CustomerUpsertDocument } from '../../clients/typescript/generated/graphql.js';
import { decodeCursor } from '../../modules/events/index.js';
import { openGraph, type TestGraph } from '../support/graph.js';

/** Messages of some 140 KB, because the system takes megabytes for a socket that is not read. */
const WIDE = Array.from({ length: 28 }, (_, at) => `n${at}: lastName`).join(' ');
const TEXT = `subscription ($after: String) {
  told: customerChanged(after: $after) {
    kind cursor changedFields node { id version contacts(first: 20) { nodes { ${WIDE} } } } } }`;
const contacts = Array.from({ length: 20 }, (_, at) => ({ lastName: `${'漢'.repeat(80)} ${at}` }));

const WAITING_BYTES = 64 * 1024;
/** A message is sent while less than the bound waits, so that one may wait beyond it. */
const MESSAGE_BYTES = 160_000;

interface Told {
  readonly kind: string;
  readonly position: number;
  readonly changedFields: readonly string[];
  readonly id: string | null;
  readonly version: number | null;
}

/** What a message begins with; its long rest is not looked at. */
const BEGINNING =
  /"kind":"(\w+)","cursor":"([^"]+)","changedFields":(\[[^\]]*\])(?:,"node":\{"id":"([^"]+)","version":(\d+))?/;

function toldBy(text: string): Told {
  const found = BEGINNING.exec(text.slice(0, 600));
  if (!found) throw new Error(text.slice(0, 600));
  const [, kind, cursor, changed, id = null, version] = found;
  return {
    ...{ kind: kind!, position: decodeCursor(cursor!)!.position, id },
    changedFields: JSON.parse(changed!) as string[],
    version: version === undefined ? null : Number(version),
  };
}

/** A socket without our client: it reads or stands still as the test says. */
function openReader(graph: TestGraph, after: string | null = null) {
  const socket = new WebSocket(graph.url.replace('http:', 'ws:'), 'graphql-transport-ws');
  const told: Told[] = [];
  const failed: string[] = [];
  let cursor: string | null = null;
  const say = (message: object) => socket.send(JSON.stringify(message));
  socket.on('open', () => {
    say({ type: 'connection_init', payload: { authorization: `Bearer ${graph.token}` } });
  });
  socket.on('message', (data: Buffer) => {
    const text = data.toString();
    if (text.includes('"type":"connection_ack"'))
      say({ id: '1', type: 'subscribe', payload: { query: TEXT, variables: { after } } });
    else if (text.includes('"type":"next"')) {
      told.push(toldBy(text));
      cursor = /"cursor":"([^"]+)"/.exec(text)![1]!;
    } else failed.push(text);
  });
  return {
    told,
    failed,
    changes: () => told.filter(({ kind }) => kind === 'DELTA'),
    cursor: () => cursor,
    closed: new Promise<number>((resolve) => socket.on('close', resolve)),
    stall: () => socket.pause(),
    read: () => socket.resume(),
    close: () => socket.terminate(),
  };
}

type Reader = ReturnType<typeof openReader>;

async function until(isSo: () => boolean, what: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!isSo() && Date.now() < deadline) await sleep(10);
  if (!isSo()) throw new Error(`It did not come to pass: ${what}.`);
}

const heardUpTo = (readers: readonly Reader[], position: number) =>
  until(
    () => readers.every(({ told }) => (told.at(-1)?.position ?? -1) >= position),
    `all have heard of ${position}`,
  );

async function change(graph: TestGraph, code: string, count: number): Promise<void> {
  const input = { code, name: `Name ${count}`, contacts, currency: 'USD' };
  done((await graph.client.request(CustomerUpsertDocument, { input })).customerUpsert);
}

/** Readers of whom each has heard of something. */
async function begin(graph: TestGraph, count: number): Promise<Reader[]> {
  const readers = Array.from({ length: count }, () => openReader(graph));
  await heardUpTo(readers, 0);
  for (const code of ['C0', 'C1']) await change(graph, code, 0);
  await heardUpTo(readers, await graph.settled());
  return readers;
}

/** Changes two customers in turn, so often; answers the most that waited for the sockets. */
async function changeOften(graph: TestGraph, times: number): Promise<number> {
  let most = 0;
  for (let count = 1; count <= times; count += 1) {
    await change(graph, `C${count % 2}`, count);
    if (count % 5 !== 0) continue;
    await graph.settled();
    most = Math.max(most, graph.load().bufferedBytes);
  }
  return most;
}

const positions = (told: readonly Told[]) => told.map(({ position }) => position);

async function positionsInLog({ database }: TestGraph, after: number): Promise<number[]> {
  const text = `select "position" from "Event"
    where "documentType" = 'Customer' and "position" > $1 order by 1`;
  return (await database.query({ text, values: [after] })).rows.map(([one]) => Number(one));
}

describe('eight of twenty subscribers that do not read for a while', () => {
  let graph: TestGraph;
  beforeAll(async () => {
    const patience = { waitingBytes: WAITING_BYTES, stalledMs: 60_000 };
    graph = await openGraph('compiled', { heartbeatMs: 300, patience });
  });
  afterAll(() => graph.close());

  it('hold a bounded part of memory, are told the newest of each node alone, and go on', async () => {
    const readers = await begin(graph, 20);
    const stalled = readers.slice(0, 8);
    const others = readers.slice(8);
    const start = await graph.settled();
    for (const one of stalled) one.stall();
    const most = await changeOften(graph, 60);
    const log = await positionsInLog(graph, start);
    await heardUpTo(others, log.at(-1)!);
    // The others were told everything meanwhile.
    for (const one of others)
      expect(positions(one.changes()).filter((position) => position > start)).toEqual(log);
    expect(most).toBeGreaterThan(stalled.length * WAITING_BYTES);
    expect(most).toBeLessThan(stalled.length * (WAITING_BYTES + MESSAGE_BYTES));
    for (const one of stalled) one.read();
    await heardUpTo(stalled, log.at(-1)!);
    for (const one of stalled) {
      const told = one.changes().filter(({ position }) => position > start);
      const gap = positions(told).findIndex((position, place) => position !== log[place]);
      expect(gap).toBeGreaterThan(0);
      // Behind the gap there is one message for each of the two customers, and it is the newest.
      const kept = told.slice(gap);
      expect(positions(kept)).toEqual(log.slice(-2));
      expect(kept.map(({ version }) => version)).toEqual([31, 31]);
      expect(kept[0]!.changedFields).toContain('name');
    }
    await change(graph, 'C0', 99);
    const last = await graph.settled();
    await heardUpTo(readers, last);
    for (const one of stalled) expect(positions(one.changes()).at(-1)).toBe(last);
    for (const one of readers) one.close();
    expect(readers.flatMap(({ failed }) => failed)).toEqual([]);
  });
});

describe('a subscriber that reads no more', () => {
  let graph: TestGraph;
  beforeAll(async () => {
    const patience = { waitingBytes: WAITING_BYTES, stalledMs: 500 };
    graph = await openGraph('compiled', { heartbeatMs: 300, patience });
  });
  afterAll(() => graph.close());

  it('is closed with a code, and comes back with its cursor without having missed anything', async () => {
    const [reader] = await begin(graph, 1);
    const start = await graph.settled();
    reader!.stall();
    await changeOften(graph, 60);
    await sleep(1_500);
    reader!.read();
    expect(await reader!.closed).toBe(4205);
    const again = openReader(graph, reader!.cursor());
    const log = await positionsInLog(graph, start);
    await heardUpTo([again], log.at(-1)!);
    again.close();
    const before = positions(reader!.changes()).filter((position) => position > start);
    expect(before.length).toBeLessThan(log.length);
    expect([...before, ...positions(again.changes())]).toEqual(log);
  });
});
