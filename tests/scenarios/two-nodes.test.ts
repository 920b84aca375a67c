import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createClient, done, type Operation } from '../../clients/typescript/client.js';
import { CustomerUpsertDocument } from '../../clients/typescript/generated/graphql.js';
import { decodeCursor, encodeCursor } from '../../modules/events/index.js';
import { Decimal } from '../../modules/kernel/index.js';
import { openDatabase, type Database } from '../../prisma/database.js';
import { createLog } from '../../server/log.js';
import { startServer, type RunningServer } from '../../server/serve.js';
import { readSettings } from '../../server/settings.js';
import { drawing } from '../chaos/plan.js';
import { onPostgres, openTestDatabase } from '../support/database.js';
import { urlOf } from '../support/prepared-database.js';
import type { AnyMessage } from '../support/following.js';

/** More of each shows more: STREAM_EVENTS=20000 STREAM_SUBSCRIBERS=500 STREAM_RESTARTS=20. */
const given = (name: string, short: number) => Number(process.env[name] ?? short);
const EVENTS = given('STREAM_EVENTS', 200);
const SUBSCRIBERS = given('STREAM_SUBSCRIBERS', 12);
const RESTARTS = given('STREAM_RESTARTS', 2);
const LONGEST_MS = 600_000 + EVENTS * 100;

const KEY = 'the-first-key-of-the-first-administrator';
const TEXT = `subscription ($after: String) { told: customerChanged(after: $after) {
  cursor kind changedFields deletedId node { id } } }`;

const start = (database: Database): Promise<RunningServer> =>
  startServer({
    settings: readSettings({ PORT: '0', DEMO: 'off', BOOTSTRAP_API_KEY: KEY }),
    log: createLog('silent'),
    database,
  });

/** Hears of customers from any node that stands, comes and goes, and keeps what it was told. */
function openListener(urls: () => readonly string[], draw: () => number) {
  const heard: number[] = [];
  let after = encodeCursor({ position: 0, told: 0, snapshotTo: null });
  let isStopped = false;
  const isOver = () => isStopped;
  let returns = 0;
  async function stay(): Promise<void> {
    const url = urls()[Math.floor(draw() * urls().length)]!;
    const client = createClient({ url, token: KEY });
    const leaving = new AbortController();
    setTimeout(() => leaving.abort(), 100 + draw() * 1_500);
    const options = { signal: leaving.signal, onLost: () => leaving.abort() };
    const operation = { toString: () => TEXT } as Operation<{ told: AnyMessage }, object>;
    try {
      for await (const { told } of client.subscribe(operation, { after }, options)) {
        if (told.kind === 'DELTA') heard.push(decodeCursor(told.cursor)!.position);
        if (told.kind === 'RESET') heard.push(Number.NaN);
        after = told.cursor;
      }
    } finally {
      await client.close();
    }
  }
  const listening = (async () => {
    while (!isOver()) {
      await stay().catch(() => sleep(20));
      returns += 1;
    }
  })();
  return {
    heard,
    returns: () => returns,
    async stop() {
      isStopped = true;
      await listening;
    },
  };
}

onPostgres('two nodes on one database, of which one is restarted', () => {
  it(
    'tell whoever comes and goes every change once, in the order of the log',
    async () => {
      const draw = drawing(7);
      const first = await openTestDatabase();
      const name = (await first.query({ text: 'select current_database()', values: [] }))
        .rows[0]![0];
      const openAgain = () =>
        openDatabase({ url: urlOf(String(name)), parseNumeric: (text) => new Decimal(text) });
      const one = await start(first);
      let two: RunningServer | null = await start(await openAgain());
      const urls = () => (two === null ? [one.url] : [one.url, two.url]);
      const listeners = Array.from({ length: SUBSCRIBERS }, () => openListener(urls, draw));
      const restartEvery = Math.floor(EVENTS / (RESTARTS + 1));
      for (let count = 1; count <= EVENTS; count += 1) {
        const client = createClient({ url: urls()[count % urls().length]!, token: KEY });
        const input = { code: `C${count % 7}`, name: `Name ${count}`, currency: 'USD' };
        const { customerUpsert } = await client.request(CustomerUpsertDocument, { input });
        done(customerUpsert);
        if (count % restartEvery !== 0) continue;
        const gone = two;
        two = null;
        await gone.close(0);
        two = await start(await openAgain());
      }
      const text = `select "position" from "Event" where "documentType" = 'Customer' order by 1`;
      const log = async () =>
        (await one.database.query({ text, values: [] })).rows.map(([position]) => Number(position));
      const deadline = Date.now() + 60_000;
      while ((await log()).length < EVENTS && Date.now() < deadline) await sleep(50);
      const places = await log();
      while (listeners.some(({ heard }) => heard.length < places.length) && Date.now() < deadline)
        await sleep(50);
      await Promise.all(listeners.map((listener) => listener.stop()));
      await two.close(0);
      await one.close(0);
      expect(places).toHaveLength(EVENTS);
      for (const { heard } of listeners) expect(heard).toEqual(places);
      expect(listeners.reduce((sum, { returns }) => sum + returns(), 0)).toBeGreaterThan(
        SUBSCRIBERS,
      );
    },
    LONGEST_MS,
  );
});
