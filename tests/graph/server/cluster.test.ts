import { afterAll, beforeAll, expect, it } from 'vitest';
import { createClient, done, type Client } from '../../../clients/typescript/client.js';
import {
  SalesOrderHoldDocument,
  SalesOrderResumeDocument,
  SalesOrderStatusDocument,
  type SalesOrderStatusSubscription,
} from '../../../clients/typescript/generated/graphql.js';
import { Decimal } from '../../../modules/kernel/index.js';
import { openDatabase, type Database } from '../../../prisma/database.js';
import { createLog } from '../../../server/log.js';
import { startServer, type RunningServer } from '../../../server/serve.js';
import { readSettings } from '../../../server/settings.js';
import { onPostgres, openTestDatabase } from '../../support/database.js';
import { seller } from '../../support/graph-selling.js';
import { openShop } from '../../support/graph-shop.js';

const key = 'the-first-key-of-the-first-administrator';
type Message = SalesOrderStatusSubscription['salesOrderStatus'];

onPostgres('two nodes on one PostgreSQL', () => {
  let database: Database;
  const nodes: RunningServer[] = [];
  const clients: Client[] = [];
  let orderId: string;

  async function start(own?: Database, port = '0'): Promise<RunningServer> {
    const url = String(database.connection.connectionString);
    const parseNumeric = (text: string) => new Decimal(text);
    const settings = readSettings({ PORT: port, DEMO: 'off', BOOTSTRAP_API_KEY: key });
    const log = createLog('silent');
    const opened = own ?? (await openDatabase({ url, parseNumeric }));
    const node = await startServer({ settings, log, database: opened });
    nodes.push(node);
    return node;
  }
  const clientOf = ({ url }: RunningServer): Client => {
    const client = createClient({ url, token: key });
    clients.push(client);
    return client;
  };
  beforeAll(async () => {
    database = await openTestDatabase();
    const client = clientOf(await start());
    await start();
    const shop = await openShop(client);
    orderId = (await seller(client, shop).confirmed([{ quantity: '1' }])).id;
  });
  afterAll(async () => {
    for (const client of clients) await client.close();
    for (const node of nodes) await node.close(0);
    await database.close();
  });

  let count = 0;
  /** Puts the order on hold and takes it off again by turns: one fact each. */
  async function move(client: Client): Promise<void> {
    count += 1;
    if (count % 2 === 1) {
      const input = { id: orderId, reason: 'Wait' };
      done((await client.request(SalesOrderHoldDocument, { input })).salesOrderHold);
    } else {
      const input = { id: orderId };
      done((await client.request(SalesOrderResumeDocument, { input })).salesOrderResume);
    }
  }

  it('hear what the other writes, and lead on who followed the one that ended', async () => {
    const writer = clientOf(nodes[0]!);
    const port = new URL(nodes[1]!.url).port;
    const follower = clientOf(nodes[1]!);
    const told: { message: Message; at: number }[] = [];
    const ending = new AbortController();
    const following = (async () => {
      const variables = { salesOrder: orderId, snapshot: true };
      const { signal } = ending;
      for await (const one of follower.subscribe(SalesOrderStatusDocument, variables, { signal }))
        told.push({ message: one.salesOrderStatus, at: performance.now() });
    })();
    const until = async (messages: number): Promise<void> => {
      const deadline = Date.now() + 60_000;
      while (told.length < messages && Date.now() < deadline)
        await new Promise((next) => setTimeout(next, 2));
      expect(told.length).toBe(messages);
    };
    await until(1);
    const delays: number[] = [];
    for (let at = 0; at < 30; at += 1) {
      await move(writer);
      const written = performance.now();
      await until(at + 2);
      delays.push(told.at(-1)!.at - written);
    }
    const median = delays.sort((one, other) => one - other)[15]!;
    process.stdout.write(`Heard on the other node after ${median.toFixed(0)} ms (median of 30).\n`);
    expect(median).toBeLessThan(2_000);

    // Another node takes the place of the one that ends, as behind a balancer.
    await nodes[1]!.close(0);
    nodes.splice(1, 1);
    for (let at = 0; at < 5; at += 1) await move(writer);
    await start(undefined, port);
    await until(36);
    const versions = told.map(({ message }) => message.node!.version);
    expect(new Set(told.map(({ message }) => message.cursor)).size).toBe(36);
    expect(versions).toEqual(versions.toSorted((one, other) => one - other));
    ending.abort();
    await following;
  });
});
