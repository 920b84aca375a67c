import { afterAll, beforeAll, expect, it } from 'vitest';
import { followAny, followText, HEARTBEAT_MS } from '../support/following.js';
import { openGraph, type TestGraph } from '../support/graph.js';
import { seller } from '../support/graph-selling.js';
import { openShop } from '../support/graph-shop.js';

let graph: TestGraph;
let sell: ReturnType<typeof seller>;
beforeAll(async () => {
  graph = await openGraph('compiled', { heartbeatMs: HEARTBEAT_MS });
  sell = seller(graph.client, await openShop(graph.client));
});
afterAll(() => graph.close());

const ORDERS = followText('salesOrderChanged', 'SalesOrderWhere', 'id status version');

it('tells that a node ceased to match, though a change of something else is told with it', async () => {
  await graph.settled();
  const follower = followAny(graph.client, ORDERS, { where: { status: { eq: 'DRAFT' } } });
  await follower.beat();
  const { id } = await sell.drafted([{ quantity: '1' }]);
  await follower.beat(await graph.settled());
  // Both are in the log before either is told.
  const { errors } = await graph.ask(
    `mutation @atomic {
      salesOrderChange(input: {id: "${id}", customerReference: "C"}) { userErrors { code } }
      salesOrderConfirm(input: {id: "${id}"}) { userErrors { code } } }`,
    {},
    { 'idempotency-key': 'changed-and-confirmed' },
  );
  expect(errors).toBeUndefined();
  await follower.beat(await graph.settled());
  await follower.stop();
  expect(
    follower.news().map(({ kind, node, deletedId }) => [kind, node?.status, deletedId]),
  ).toEqual([
    ['DELTA', 'DRAFT', null],
    ['DELTA', undefined, id],
  ]);
});
