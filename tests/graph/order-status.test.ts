import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SalesOrderStatusDocument } from '../../clients/typescript/generated/graphql.js';
import { GraphFailed } from '../../clients/typescript/client.js';
import { customer, openShop } from '../support/graph-shop.js';
import type { Caller } from '../support/graph.js';
import { openSold, order, type Sold } from '../support/sold.js';

let sold: Sold;

beforeAll(async () => {
  sold = await openSold();
});

afterAll(() => sold.graph.close());

interface Followed {
  readonly salesOrder?: string;
  readonly customer?: string;
  readonly after?: string;
}

/** Opens a subscription; each call of `next` answers one message. */
function follow(caller: Caller, followed: Followed) {
  const stop = new AbortController();
  const variables = { ...followed, snapshot: followed.after === undefined };
  const messages = caller.client.subscribe(SalesOrderStatusDocument, variables, {
    signal: stop.signal,
  });
  return {
    async next() {
      const { value } = await messages.next();
      return value!.salesOrderStatus;
    },
    async stop() {
      stop.abort();
      await messages.return?.();
    },
  };
}

async function refusedWith(caller: Caller, followed: Followed): Promise<unknown> {
  const following = follow(caller, followed);
  try {
    await following.next();
  } catch (error) {
    if (error instanceof GraphFailed) return error.errors.map(({ extensions }) => extensions?.code);
    throw error;
  }
  throw new Error('The subscription was not refused.');
}

describe('following a sales order', () => {
  it('tells its state, each change of it, and after a cursor what was missed', async () => {
    const salesOrder = await order(sold, sold.shop);
    const following = follow(sold.graph, { salesOrder });
    const first = await following.next();
    expect(first).toMatchObject({ kind: 'SNAPSHOT', node: { id: salesOrder, status: 'DRAFT' } });
    await sold.id('salesOrderConfirm', 'salesOrder', { id: salesOrder });
    const confirmed = { kind: 'DELTA', node: { id: salesOrder, status: 'CONFIRMED' } };
    expect(await following.next()).toMatchObject(confirmed);
    await following.stop();
    await sold.id('salesOrderHold', 'salesOrder', { id: salesOrder, reason: 'Wait' });
    const again = follow(sold.graph, { salesOrder, after: first.cursor });
    expect((await again.next()).changedFields).toContain('status');
    expect((await again.next()).changedFields).toContain('holdReason');
    await again.stop();
  });

  it('by its customer tells of every order of the customer and of no other', async () => {
    const customerId = await customer(sold.graph.client, { code: 'FOLLOWED' });
    const mine = { ...sold.shop, customerId };
    const known = await order(sold, mine);
    const following = follow(sold.graph, { customer: customerId });
    expect(await following.next()).toMatchObject({ kind: 'SNAPSHOT', node: { id: known } });
    await order(sold, sold.shop);
    const fresh = await order(sold, mine);
    expect(await following.next()).toMatchObject({ kind: 'DELTA', node: { id: fresh } });
    await sold.id('salesOrderCancel', 'salesOrder', { id: known, reason: 'Not wanted' });
    const cancelled = { kind: 'DELTA', node: { id: known, status: 'CANCELLED' } };
    expect(await following.next()).toMatchObject(cancelled);
    await following.stop();
  });

  it('is refused for what is hidden, for what is not there, and for both at once', async () => {
    const { graph, orderId: salesOrder, shop } = sold;
    const other = await openShop(graph.client, 'ELSEWHERE');
    const stranger = await graph.as(
      ['sales.salesOrder.read', 'platform.company.read'],
      [other.companyId],
    );
    const operation = { salesOrder };
    expect(await refusedWith(stranger, operation)).toEqual(['NOT_FOUND']);
    expect(await refusedWith(stranger, { customer: shop.customerId })).toEqual(['FORBIDDEN']);
    expect(await refusedWith(graph, { salesOrder: shop.customerId })).toEqual(['NOT_FOUND']);
    expect(await refusedWith(graph, { salesOrder, customer: shop.customerId })).toEqual([
      'LOOKUP_KEYS',
    ]);
    expect(await refusedWith(graph, {})).toEqual(['LOOKUP_KEYS']);
  });
});
