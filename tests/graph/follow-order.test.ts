import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { createClient, done, type Client } from '../../clients/typescript/client.js';
import {
  ApiKeyRevokeDocument,
  RoleChangeDocument,
  SalesOrderCancelDocument,
  SalesOrderHoldDocument,
  SalesOrderResumeDocument,
  SalesOrderStatusDocument,
  type SalesOrderStatusSubscription,
  type SalesOrderStatusSubscriptionVariables,
} from '../../clients/typescript/generated/graphql.js';
import { executions, openGraph, type Caller, type TestGraph } from '../support/graph.js';
import { openShop, type Shop } from '../support/graph-shop.js';
import { seller } from '../support/graph-selling.js';

type Message = SalesOrderStatusSubscription['salesOrderStatus'];

/** What a follower was told, and how it ended. */
interface Follower {
  readonly told: Message[];
  readonly ended: Promise<unknown>;
  /** Fulfilled when so many messages were told. */
  until(count: number): Promise<void>;
  stop(): Promise<unknown>;
}

function follow(client: Client, variables: SalesOrderStatusSubscriptionVariables): Follower {
  const told: Message[] = [];
  const ending = new AbortController();
  const messages = client.subscribe(SalesOrderStatusDocument, variables, { signal: ending.signal });
  const ended = (async () => {
    try {
      for await (const { salesOrderStatus } of messages) told.push(salesOrderStatus);
      return null;
    } catch (error) {
      return error;
    }
  })();
  return {
    told,
    ended,
    async until(count) {
      const deadline = Date.now() + 60_000;
      while (told.length < count && Date.now() < deadline)
        await new Promise((resolve) => setTimeout(resolve, 20));
      expect(told.length).toBe(count);
    },
    stop() {
      ending.abort();
      return ended;
    },
  };
}

describe.each(executions)('following orders over a WebSocket, %s', (execution) => {
  let graph: TestGraph;
  let shop: Shop;
  let sell: ReturnType<typeof seller>;
  const sockets: WebSocket[] = [];
  let cuttable: Client;
  beforeAll(async () => {
    graph = await openGraph(execution);
    shop = await openShop(graph.client);
    sell = seller(graph.client, shop);
    class KeptSocket extends WebSocket {
      constructor(url: string, protocol: string) {
        super(url, protocol);
        sockets.push(this);
      }
    }
    cuttable = createClient({ url: graph.url, token: graph.token, webSocket: KeptSocket });
  });
  afterAll(async () => {
    await cuttable.close();
    await graph.close();
  });

  const hold = async (id: string) => {
    const input = { id, reason: 'asked by telephone' };
    done((await graph.client.request(SalesOrderHoldDocument, { input })).salesOrderHold);
  };
  const resume = async (id: string) =>
    done(
      (await graph.client.request(SalesOrderResumeDocument, { input: { id } })).salesOrderResume,
    );

  it('tells the state at the beginning, then each step once it is committed', async () => {
    const { id, lines } = await sell.drafted([{ quantity: '4' }]);
    await graph.settled();
    const follower = follow(graph.client, { salesOrder: id, snapshot: true });
    await follower.until(1);
    await sell.confirm(id);
    await follower.until(2);
    await sell.ship(id, [{ salesOrderLineId: lines[0]!.id, quantity: '1' }]);
    await follower.until(3);
    const invoice = await sell.bill(id);
    await follower.until(4);
    await sell.pay(invoice);
    await follower.until(5);
    expect(await follower.stop()).toBeNull();
    const seen = follower.told.map(({ kind, node }) => [
      kind,
      node?.status,
      node?.paidAmount.amount,
    ]);
    expect(seen).toEqual([
      ['SNAPSHOT', 'DRAFT', '0'],
      ['DELTA', 'CONFIRMED', '0'],
      ['DELTA', 'IN_FULFILMENT', '0'],
      ['DELTA', 'IN_FULFILMENT', '0'],
      ['DELTA', 'IN_FULFILMENT', '55'],
    ]);
    expect(follower.told[1]!.changedFields).toContain('status');
  });

  it('misses nothing and is told nothing twice when its socket is cut', async () => {
    const { id } = await sell.confirmed([{ quantity: '1' }]);
    await graph.settled();
    const follower = follow(cuttable, { salesOrder: id, snapshot: true });
    await follower.until(1);
    for (let round = 0; round < 3; round++) {
      sockets.at(-1)!.terminate();
      await hold(id);
      await resume(id);
    }
    await follower.until(7);
    await follower.stop();
    expect(follower.told.map(({ kind }) => kind)).toEqual([
      'SNAPSHOT',
      ...Array<string>(6).fill('DELTA'),
    ]);
    const cursors = follower.told.map(({ cursor }) => cursor);
    expect(new Set(cursors.slice(1)).size).toBe(6);
    expect(follower.told.at(-1)!.node!.version).toBe(8);
    expect(sockets.length).toBeGreaterThan(1);
  });

  it('goes on after a cursor of an earlier life', async () => {
    const { id } = await sell.confirmed([{ quantity: '1' }]);
    await graph.settled();
    const first = follow(graph.client, { salesOrder: id, snapshot: true });
    await first.until(1);
    await first.stop();
    await hold(id);
    const second = follow(graph.client, { salesOrder: id, after: first.told[0]!.cursor });
    await second.until(1);
    await second.stop();
    expect(second.told[0]).toMatchObject({ kind: 'DELTA', node: { status: 'ON_HOLD' } });
  });

  it('follows all orders of a customer, and no others', async () => {
    await graph.settled();
    const follower = follow(graph.client, { customer: shop.customerId, snapshot: false });
    const other = await openShop(graph.client, 'OTHER');
    await new Promise((resolve) => setTimeout(resolve, 200));
    await seller(graph.client, other).drafted([{ quantity: '1' }]);
    const { id } = await sell.drafted([{ quantity: '1' }]);
    const input = { id, reason: 'entered twice' };
    done((await graph.client.request(SalesOrderCancelDocument, { input })).salesOrderCancel);
    await follower.until(2);
    await follower.stop();
    expect(follower.told.map(({ node }) => node?.id)).toEqual([id, id]);
  });

  describe('and rights', () => {
    const reader = () => graph.as(['sales.salesOrder.read', 'crm.customer.read'], [shop.companyId]);
    const failed = async (caller: Caller, variables: SalesOrderStatusSubscriptionVariables) =>
      follow(caller.client, variables).ended;

    it('refuses what is unknown, hidden, or not one thing', async () => {
      const caller = await reader();
      const theirs = await openShop(graph.client, 'THEIRS');
      const hidden = await seller(graph.client, theirs).drafted([{ quantity: '1' }]);
      const { id } = await sell.drafted([{ quantity: '1' }]);
      expect(await failed(caller, { salesOrder: hidden.id })).toMatchObject({ code: 'NOT_FOUND' });
      expect(await failed(caller, { salesOrder: 'nonsense' })).toMatchObject({ code: 'NOT_FOUND' });
      const both = { salesOrder: id, customer: shop.customerId };
      expect(await failed(caller, both)).toMatchObject({ code: 'LOOKUP_KEYS' });
      expect(await failed(caller, { salesOrder: id, after: 'nonsense' })).toMatchObject({
        code: 'CURSOR_INVALID',
      });
    });

    it('tells nothing more to whoever has lost the right meanwhile', async () => {
      const caller = await reader();
      const { id } = await sell.confirmed([{ quantity: '1' }]);
      await graph.settled();
      const follower = follow(caller.client, { salesOrder: id, snapshot: true });
      await follower.until(1);
      const newest = await graph.ask(
        '{ roles(orderBy: [{id: {direction: DESC}}], first: 1) { nodes { id } } }',
      );
      const role = (newest.data as { roles: { nodes: { id: string }[] } }).roles.nodes[0]!;
      const input = { id: role.id, permissions: [] };
      done((await graph.client.request(RoleChangeDocument, { input })).roleChange);
      await new Promise((resolve) => setTimeout(resolve, 1100));
      await hold(id);
      expect(await follower.ended).toMatchObject({ code: 'FORBIDDEN' });
      expect(follower.told).toHaveLength(1);
    });

    it('ends for a key that was revoked', async () => {
      const caller = await reader();
      const { id } = await sell.confirmed([{ quantity: '1' }]);
      await graph.settled();
      const follower = follow(caller.client, { salesOrder: id, snapshot: true });
      await follower.until(1);
      const newest = await graph.ask(
        '{ apiKeys(orderBy: [{id: {direction: DESC}}], first: 1) { nodes { id } } }',
      );
      const key = (newest.data as { apiKeys: { nodes: { id: string }[] } }).apiKeys.nodes[0]!;
      const revoked = await graph.client.request(ApiKeyRevokeDocument, { input: { id: key.id } });
      done(revoked.apiKeyRevoke);
      await follower.ended;
      await hold(id);
      expect(follower.told).toHaveLength(1);
    });
  });
});
