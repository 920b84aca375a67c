import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { done, type Client } from '../../clients/typescript/client.js';
import {
  ApiKeyRevokeDocument,
  PurchaseOrderCreateDocument,
  RoleChangeDocument,
  SalesOrderHoldDocument,
  SalesOrderResumeDocument,
} from '../../clients/typescript/generated/graphql.js';
import { decodeCursor, encodeCursor } from '../../modules/events/index.js';
import { allPermissions } from '../../modules/permissions.js';
import { supplier } from '../support/graph-buying.js';
import { followAny, followText, HEARTBEAT_MS } from '../support/following.js';
import { codesOf, executions, openGraph, type Caller, type TestGraph } from '../support/graph.js';
import { openShop, opening, item, type Shop } from '../support/graph-shop.js';
import { seller } from '../support/graph-selling.js';

/** A stream ends within a second of what ends it. */
const SOON_MS = 1_000;

const ORDERS = followText('salesOrderChanged', 'SalesOrderWhere', 'id status version');

async function hold(client: Client, id: string) {
  const input = { id, reason: 'asked by telephone' };
  done((await client.request(SalesOrderHoldDocument, { input })).salesOrderHold);
}
const resume = async (client: Client, id: string) =>
  done((await client.request(SalesOrderResumeDocument, { input: { id } })).salesOrderResume);

describe.each(executions)('a subscription of a noun, %s', (execution) => {
  let graph: TestGraph;
  let shop: Shop;
  let sell: ReturnType<typeof seller>;
  beforeAll(async () => {
    graph = await openGraph(execution, { heartbeatMs: HEARTBEAT_MS });
    shop = await openShop(graph.client);
    sell = seller(graph.client, shop);
  });
  afterAll(() => graph.close());
  const follow = (variables: object, text = ORDERS, { client }: Caller = graph) =>
    followAny(client, text, variables);
  const changes = ({ news }: ReturnType<typeof follow>) =>
    news().map(({ kind, node, deletedId }) => [kind, node?.status ?? null, deletedId]);

  it('tells a node as it begins to match, and its id once when it ceases to', async () => {
    await graph.settled();
    const follower = follow({ where: { status: { in: ['CONFIRMED', 'IN_FULFILMENT'] } } });
    await follower.beat();
    const { id } = await sell.drafted([{ quantity: '2' }]);
    // A message tells the node as it is when it is told, so each step is heard before the next.
    const heard = async () => follower.beat(await graph.settled());
    await sell.confirm(id);
    await heard();
    await hold(graph.client, id);
    await heard();
    await graph.ask(`mutation { salesOrderChange(input: {id: "${id}", customerReference: "B"}) {
      userErrors { code } } }`);
    await resume(graph.client, id);
    await follower.beat(await graph.settled());
    await follower.stop();
    expect(changes(follower)).toEqual([
      ['DELTA', 'CONFIRMED', null],
      ['DELTA', null, id],
      ['DELTA', 'CONFIRMED', null],
    ]);
  });

  it('tells the state at the beginning newest first, and goes on in the midst of it', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 3; count += 1)
      ids.unshift((await sell.drafted([{ quantity: '1' }])).id);
    await graph.settled();
    const where = { id: { in: ids } };
    const first = follow({ where, snapshot: true });
    await first.beat();
    await first.stop();
    const told = first.news();
    expect(told.map(({ node }) => node!.id)).toEqual(ids);
    const second = follow({ where, after: told[0]!.cursor });
    await second.beat();
    await second.stop();
    expect(second.news().map(({ kind, node }) => [kind, node!.id])).toEqual([
      ['SNAPSHOT', ids[1]],
      ['SNAPSHOT', ids[2]],
    ]);
  });

  it('tells the entries of a voucher one by one, and resumes between them', async () => {
    const entries = followText(
      'ledgerEntryPosted',
      'LedgerEntryWhere',
      'id side amount { amount }',
    );
    await graph.settled();
    const follower = follow({}, entries);
    await follower.beat();
    const { id } = await sell.confirmed([{ quantity: '1' }]);
    await sell.ship(id);
    await follower.beat(await graph.settled());
    await follower.stop();
    const told = follower.news();
    expect(told.map(({ node }) => node!.side)).toEqual(expect.arrayContaining(['DEBIT', 'CREDIT']));
    const again = follow({ after: told[0]!.cursor }, entries);
    await again.beat();
    await again.stop();
    expect(again.news()).toEqual(told.slice(1));
  });

  it('tells the levels that a document moved, reserved or freed', async () => {
    const { companyId, warehouseId } = shop;
    const place = { companyId, warehouseId, itemId: await item(graph.client, 'WATCHED') };
    await graph.settled();
    const text = followText(
      'stockChanged',
      'StockLevelWhere',
      'id onHand { value } reserved { value }',
    );
    const where = { item: { code: { eq: 'WATCHED' } } };
    const follower = follow({ where }, text);
    await follower.beat();
    await opening(graph.client, place, '10');
    const { id, lines } = await sell.confirmed([{ itemId: place.itemId, quantity: '4' }]);
    await sell.ship(id, [{ salesOrderLineId: lines[0]!.id, quantity: '3' }]);
    await follower.beat(await graph.settled());
    await follower.stop();
    const seen = follower.told.flatMap(({ node }) => (node ? [node] : []));
    expect(seen[0]).toMatchObject({ onHand: { value: '10' }, reserved: { value: '0' } });
    expect(seen.at(-1)).toMatchObject({ onHand: { value: '7' }, reserved: { value: '1' } });
    expect(new Set(seen.map((one) => one.id)).size).toBe(1);
  });

  it('tells a heartbeat with a cursor while nothing happens', async () => {
    await graph.settled();
    const follower = follow({ where: { number: { eq: 'none' } } });
    await follower.beat();
    await follower.stop();
    const { kind, cursor, node } = follower.told[0]!;
    expect([kind, node]).toEqual(['HEARTBEAT', null]);
    expect(decodeCursor(cursor)!.position).toBeGreaterThan(0);
  });

  it('starts anew behind a cursor that the log does not know', async () => {
    const { id } = await sell.drafted([{ quantity: '1' }]);
    await graph.settled();
    const after = encodeCursor({ position: 9_999_999, told: 0, snapshotTo: null });
    const asked = { where: { id: { eq: id } }, after };
    const follower = follow(asked);
    await follower.beat();
    await follower.stop();
    expect(follower.news().map(({ kind, node }) => [kind, node?.id])).toEqual([
      ['RESET', undefined],
      ['SNAPSHOT', id],
    ]);
  });

  it.each([
    ['a cursor that is none', { after: 'nonsense' }, 'CURSOR_INVALID'],
    ['a filter of null', { where: { status: { eq: null } } }, 'FILTER_NULL'],
    ['the id of another noun', { where: { id: { eq: 'Item:x' } } }, 'BAD_USER_INPUT'],
    ['a filter that is none', { where: { nothing: 1 } }, 'BAD_USER_INPUT'],
    [
      'a filter that nests too deeply',
      { where: Array.from({ length: 10 }).reduce<object>((not) => ({ not }), {}) },
      'FILTER_TOO_DEEP',
    ],
  ])('refuses %s', async (_, variables, code) => {
    expect(await follow(variables).ended).toMatchObject({ code });
  });

  describe('and rights', () => {
    const clerk = () => graph.as(['sales.salesOrder.read'], [shop.companyId]);
    const newest = async (list: string) => {
      const answer = await graph.ask(
        `{ found: ${list}(orderBy: [{id: {direction: DESC}}], first: 1) { nodes { id } } }`,
      );
      return (answer.data as { found: { nodes: { id: string }[] } }).found.nodes[0]!.id;
    };

    it('tells nothing of companies that the caller does not see, not even ids', async () => {
      const caller = await clerk();
      const theirs = await openShop(graph.client, `T${execution.slice(0, 4).toUpperCase()}`);
      await graph.settled();
      const follower = follow({ where: { status: { eq: 'DRAFT' } } }, ORDERS, caller);
      await follower.beat();
      await seller(graph.client, theirs).confirmed([{ quantity: '1' }]);
      const mine = await sell.drafted([{ quantity: '1' }]);
      await follower.beat(await graph.settled());
      await follower.stop();
      expect(changes(follower)).toEqual([['DELTA', 'DRAFT', null]]);
      expect(follower.told.find(({ node }) => node)!.node!.id).toBe(mine.id);
    });

    it('refuses who may not read the noun, or not what the filter looks at', async () => {
      const caller = await clerk();
      const stock = followText('stockChanged', 'StockLevelWhere');
      expect(await follow({}, stock, caller).ended).toMatchObject({ code: 'FORBIDDEN' });
      const where = { customer: { name: { eq: 'x' } } };
      expect(await follow({ where }, ORDERS, caller).ended).toMatchObject({ code: 'FORBIDDEN' });
    });

    it('ends at once when the role is taken away, although nothing happens', async () => {
      const caller = await clerk();
      const id = await newest('roles');
      const follower = follow({ where: { number: { eq: 'none' } } }, ORDERS, caller);
      await follower.beat();
      const changed = await graph.client.request(RoleChangeDocument, {
        input: { id, permissions: [] },
      });
      done(changed.roleChange);
      const began = Date.now();
      expect(await follower.ended).toMatchObject({ code: 'FORBIDDEN' });
      expect(Date.now() - began).toBeLessThan(SOON_MS);
    });

    it('closes at once when the key is revoked, although nothing happens', async () => {
      const caller = await clerk();
      const id = await newest('apiKeys');
      const follower = follow({ where: { number: { eq: 'none' } } }, ORDERS, caller);
      await follower.beat();
      const revoked = await graph.client.request(ApiKeyRevokeDocument, { input: { id } });
      done(revoked.apiKeyRevoke);
      const began = Date.now();
      expect(await follower.ended).toMatchObject({ code: 'SOCKET_REFUSED' });
      expect(Date.now() - began).toBeLessThan(SOON_MS);
      expect(codesOf(await caller.ask('{ salesOrders { nodes { id } } }'))).toEqual([
        'UNAUTHENTICATED',
      ]);
    });
  });

  it('tells each apart what depends on who asks, although their rights are the same', async () => {
    const other = await graph.as(allPermissions);
    const supplierId = await supplier(graph.client, 'SUP-APART');
    const { companyId, warehouseId, itemId } = shop;
    const lines = [{ itemId, quantity: '1', unitPrice: '2' }];
    const input = { companyId, warehouseId, supplierId, lines };
    const created = await graph.client.request(PurchaseOrderCreateDocument, { input });
    const { id } = done(created.purchaseOrderCreate).purchaseOrder!;
    await graph.settled();
    const text = (node: string) => followText('purchaseOrderChanged', 'PurchaseOrderWhere', node);
    const where = { id: { eq: id } };
    const apart = text('availableActions { action reason }');
    const followers = [graph, graph, other].map((caller) => follow({ where }, apart, caller));
    const shared = [graph, other].map((caller) => follow({ where }, text('status'), caller));
    await Promise.all([...followers, ...shared].map((one) => one.beat()));
    const { texts } = await graph.caused(async () => {
      await graph.ask(
        `mutation { purchaseOrderSubmit(input: {id: "${id}"}) { userErrors { code } } }`,
      );
      const last = await graph.settled();
      await Promise.all([...followers, ...shared].map((one) => one.beat(last)));
    });
    await Promise.all([...followers, ...shared].map((one) => one.stop()));
    const reasons = followers.map((one) => {
      const node = one.news()[0]!.node as unknown as { availableActions: { action: string }[] };
      return node.availableActions.find(({ action }) => action === 'approve');
    });
    const refused = { action: 'approve', reason: 'APPROVER_IS_CREATOR' };
    expect(reasons).toEqual([refused, refused, { action: 'approve', reason: null }]);
    expect(shared.map((one) => one.news()[0]!.node)).toEqual([
      { status: 'PENDING_APPROVAL' },
      { status: 'PENDING_APPROVAL' },
    ]);
    // Once for the two sockets of one who is told apart, once for the other, once for all else.
    expect(texts.filter((one) => one.includes('with ordinality as document'))).toHaveLength(3);
  });

  it('reads each change once for all who are told the same', async () => {
    const { id } = await sell.confirmed([{ quantity: '1' }]);
    await graph.settled();
    const where = { id: { eq: id } };
    const followers = [1, 2, 3, 4, 5].map(() => follow({ where }));
    await Promise.all(followers.map((one) => one.beat()));
    const { texts } = await graph.caused(async () => {
      await hold(graph.client, id);
      const last = await graph.settled();
      await Promise.all(followers.map((one) => one.beat(last)));
    });
    await Promise.all(followers.map((one) => one.stop()));
    const deltas = followers.map((one) => one.news());
    expect(deltas.map(({ length }) => length)).toEqual([1, 1, 1, 1, 1]);
    // One statement finds what matches, and one reads the node.
    const reads = texts.filter(
      (text) => text.startsWith('select') && text.includes('"SalesOrder" t0'),
    );
    expect(reads.length).toBeLessThanOrEqual(3);
    expect(texts.filter((text) => text.includes('with ordinality as document'))).toHaveLength(1);
  });
});
