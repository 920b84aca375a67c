import { spawn, type ChildProcess } from 'node:child_process';
import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bootstrap } from '../../../modules/auth/index.js';
import { createSequencer } from '../../../modules/events/index.js';
import { webhookEndpoints } from '../../../modules/outbound/index.js';
import { companies, companyChanged, reference } from '../../../modules/platform/index.js';
import type { Database } from '../../../prisma/database.js';
import { acting, type Acting } from '../../support/acting.js';
import { onPostgres, openTestDatabase } from '../../support/database.js';
import { isSignedBy, openReceiver, type Receiver, type Received } from '../../support/receiver.js';

/** The long proof is `WEBHOOK_DELIVERIES=100000 WEBHOOK_KILLS=20`. */
const DELIVERIES = Number(process.env.WEBHOOK_DELIVERIES ?? 600);
const KILLS = Number(process.env.WEBHOOK_KILLS ?? 2);
const DOCUMENTS = 50;
const FAILURES = 0.3;

onPostgres('deliveries over failures and kills', () => {
  let database: Database;
  let stage: Acting;
  let receiver: Receiver;
  const nodes = new Set<ChildProcess>();

  beforeAll(async () => {
    database = await openTestDatabase();
    receiver = await openReceiver();
    stage = acting(database);
    await stage.act(reference.seed);
    await stage.act((tx) => bootstrap(tx, { token: 'the-key-of-the-proof-0123456789-0123456789' }));
  });
  afterAll(async () => {
    for (const node of nodes) node.kill('SIGKILL');
    await receiver.close();
    await database.close();
  });

  async function start(): Promise<ChildProcess> {
    const node = spawn(process.execPath, ['--import', 'tsx', 'tests/support/webhook-node.ts'], {
      env: {
        ...process.env,
        ...{ NODE_OPTIONS: '', PORT: '0', DEMO: 'off', WEBHOOK_NETWORKS: '127.0.0.1' },
        DATABASE_URL: String(database.connection.connectionString),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    nodes.add(node);
    node.once('exit', () => nodes.delete(node));
    await new Promise<void>((ready, fail) => {
      node.stdout.once('data', () => ready());
      node.once('exit', (code) => fail(new Error(`The node ended with ${code}.`)));
    });
    return node;
  }

  /** Companies, and an endpoint that is told of every change of them. */
  async function setUp(): Promise<{ ids: string[]; secret: string }> {
    const place = { countryCode: 'DE', baseCurrency: 'EUR', timeZone: 'Europe/Berlin' };
    const ids: string[] = [];
    for (let at = 0; at < DOCUMENTS; at += 1) {
      const input = { code: `C${at}`, name: `C${at}`, ...place };
      ids.push((await stage.act((tx) => companies.create(tx, input))).id);
    }
    const { rows } = await database.query({
      text: `select a."id" from "Actor" a where a."kind" = 'PERSON'`,
      values: [],
    });
    const { secret, endpoint } = await stage.act((tx) =>
      webhookEndpoints.create(
        tx,
        {
          ...{ name: 'Proof', url: receiver.url, noun: 'Company' },
          factTypes: ['platform.companyChanged'],
          document: 'query($id: ID!) { company(by: {id: $id}) { code } }',
        },
        () => null,
      ),
    );
    // Set up by an actor of the test, who is in no table; from here on it reads as one who is.
    await database.query({
      text: `update "WebhookEndpoint" set "ownerId" = $1, "scopes" = '{platform.company.read}'
        where "id" = $2`,
      values: [rows[0]![0], endpoint.id],
    });
    return { ids, secret };
  }

  /** Tells facts, hundreds in a transaction, each of the next version of its company. */
  async function tell(ids: readonly string[]): Promise<void> {
    const rows = await database.db.selectFrom('Company').selectAll().execute();
    const byId = new Map(rows.map((row) => [row.id, row]));
    let told = 0;
    while (told < DELIVERIES) {
      const count = Math.min(250, DELIVERIES - told);
      await stage.act(async (tx) => {
        for (let at = 0; at < count; at += 1) {
          const before = byId.get(ids[(told + at) % ids.length]!)!;
          const after = { ...before, version: before.version + 1, name: `N${told + at}` };
          byId.set(after.id, after);
          tx.emit(companyChanged({ before, after, data: {} }));
        }
        for (const { id, version, name } of byId.values())
          await tx.db.updateTable('Company').set({ version, name }).where('id', '=', id).execute();
      });
      told += count;
    }
  }

  const failing: ((response: ServerResponse) => void)[] = [
    (response) => response.writeHead(500).end('broken'),
    (response) => response.destroy(),
    (response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
    (response) => setTimeout(() => response.destroy(), 1_500).unref(),
  ];

  /** What came of each document: what was taken, what came too early, and what was not signed. */
  function judge(secret: string) {
    const taken = new Map<string, Set<number>>();
    const early: string[] = [];
    const unsigned: string[] = [];
    let failed = 0;
    receiver.answer((received: Received, response) => {
      const { data } = received.message;
      // As it comes: a signature is good for five minutes.
      if (!isSignedBy(received, secret)) unsigned.push(received.id);
      const [id, version] = [String(data.id), Number(data.documentVersion)];
      const known = taken.get(id) ?? new Set<number>();
      taken.set(id, known);
      // The versions of a company rise by one from 2: each comes when all before it were taken.
      if (version > 2 && !known.has(version - 1)) early.push(`${id} ${version}`);
      if (Math.random() < FAILURES) {
        failed += 1;
        failing[failed % 40 === 0 ? 3 : failed % 3]!(response);
        return;
      }
      known.add(version);
      response.writeHead(204).end();
    });
    const count = () => [...taken.values()].reduce((sum, versions) => sum + versions.size, 0);
    return { count, early, unsigned, failures: () => failed };
  }

  it(
    `takes ${DELIVERIES} with ${FAILURES * 100} % failures and ${KILLS} kills, each in its order`,
    { timeout: 3_600_000 },
    async () => {
      const { ids, secret } = await setUp();
      const judged = judge(secret);
      const sequencer = createSequencer(database);
      let node = await start();
      const second = KILLS > 2 ? await start() : null;
      const telling = tell(ids);
      let kills = 0;
      const began = Date.now();
      while (judged.count() < DELIVERIES && Date.now() - began < 3_500_000) {
        await sleep(50);
        if (kills >= KILLS || judged.count() < ((kills + 1) * DELIVERIES) / (KILLS + 1)) continue;
        kills += 1;
        node.kill('SIGKILL');
        node = await start();
      }
      await telling;
      const seconds = (Date.now() - began) / 1_000;
      const { received } = receiver;
      expect(judged.count()).toBe(DELIVERIES);
      expect(kills).toBe(KILLS);
      expect(judged.early).toEqual([]);
      expect(judged.unsigned).toEqual([]);
      const deadline = Date.now() + 60_000;
      const open = `select count(*)::int from "WebhookDelivery" where "status" <> 'DELIVERED'`;
      while (
        (await database.query({ text: open, values: [] })).rows[0]![0] !== 0 &&
        Date.now() < deadline
      )
        await sleep(100);
      const { rows } = await database.query({
        text: `select count(*)::int, count(distinct "eventId")::int,
          count(*) filter (where "status" = 'DELIVERED')::int from "WebhookDelivery"`,
        values: [],
      });
      expect(rows[0]).toEqual([DELIVERIES, DELIVERIES, DELIVERIES]);
      process.stdout.write(
        `${received.length} messages for ${DELIVERIES} deliveries, ${judged.failures()} failed, ` +
          `${kills} kills, ${seconds.toFixed(0)} s, ${Math.round(DELIVERIES / seconds)} a second\n`,
      );
      second?.kill('SIGKILL');
      await sequencer.close();
    },
  );
});
