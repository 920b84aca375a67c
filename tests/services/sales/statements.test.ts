import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Row, Tx } from '../../../modules/events/index.js';
import { decimal } from '../../../modules/kernel/index.js';
import {
  creditNotes,
  deliveries,
  salesInvoices,
  salesOrderChanges,
  salesOrders,
  salesReturns,
} from '../../../modules/sales/index.js';
import type { Database } from '../../../prisma/database.js';
import { openTestDatabase } from '../../support/database.js';
import { factsOf, linesNow, openShop, order, orderNow, type Shop, stock } from './shop.js';

let database: Database;
let shop: Shop;

beforeAll(async () => {
  database = await openTestDatabase();
  shop = await openShop(database, []);
});

afterAll(() => database.close());

describe('the cost of long documents', () => {
  /**
   * Statements of each step of an order of so many lines, from confirmation to its posted invoice.
   */
  async function statements(count: number): Promise<number[]> {
    const wanted = Array.from({ length: count }, () => ({ itemId: shop.boltId, unitPrice: '1' }));
    const { id } = await shop.act((tx) => salesOrders.create(tx, order(shop, ...wanted)));
    const counts: number[] = [];
    const step = async <T>(run: Parameters<Shop['act']>[0]): Promise<T> => {
      const { value, texts } = await database.statements.during(() => shop.act(run));
      counts.push(texts.length);
      return value as T;
    };
    await step((tx) => salesOrders.confirm(tx, { id }));
    const delivery = await step<Row<'Delivery'>>((tx) =>
      deliveries.create(tx, { salesOrderId: id }),
    );
    await step((tx) => deliveries.ship(tx, { id: delivery.id }));
    const invoice = await step<Row<'SalesInvoice'>>((tx) =>
      salesInvoices.create(tx, { salesOrderId: id }),
    );
    await step((tx) => salesInvoices.approve(tx, { id: invoice.id }));
    await step((tx) => salesInvoices.post(tx, { id: invoice.id }));
    return counts;
  }

  it('takes as many statements for twenty lines as for one', async () => {
    expect(await statements(20)).toEqual(await statements(1));
  });

  /** Statements of what comes after the sale of an order of so many lines, each at once. */
  async function statementsAfter(count: number): Promise<number[]> {
    const wanted = Array.from({ length: count }, () => ({ itemId: shop.nutId, unitPrice: '1' }));
    const counts: number[] = [];
    const step = async <T>(run: (tx: Tx) => Promise<T>): Promise<T> => {
      const { value, texts } = await database.statements.during(() => shop.act(run));
      counts.push(texts.length);
      return value;
    };
    const entered = { ...order(shop, ...wanted), confirm: {} };
    const { id: salesOrderId } = await step((tx) => salesOrders.create(tx, entered));
    const lines = await linesNow(shop, salesOrderId);
    const changed = lines.map((one) => ({ salesOrderLineId: one.id, quantity: decimal('2') }));
    const change = { salesOrderId, reason: 'More', changed };
    const { id: changeId } = await step((tx) => salesOrderChanges.request(tx, change));
    await step((tx) => salesOrderChanges.apply(tx, { id: changeId }));
    await step((tx) => deliveries.create(tx, { salesOrderId, ship: true }));
    const bill = await step((tx) => salesInvoices.create(tx, { salesOrderId, post: true }));
    const { id: returnId } = await step((tx) =>
      salesReturns.create(tx, { salesOrderId, reason: 'Broken' }),
    );
    await step((tx) => salesReturns.receive(tx, { id: returnId }));
    const note = { salesInvoiceId: bill.id, salesReturnId: returnId, reason: 'Broken' };
    await step((tx) => creditNotes.create(tx, { ...note, post: true }));
    return counts;
  }

  it('takes as many statements after the sale for twenty lines as for one', async () => {
    await stock(shop, shop.nutId, '100');
    await statementsAfter(1);
    expect(await statementsAfter(20)).toEqual(await statementsAfter(1));
  });
});

describe('the cost of verbs in one request', () => {
  const costOf = async (...verbs: ((tx: Tx) => Promise<unknown>)[]): Promise<number> => {
    let count = 0;
    for (const verb of verbs) {
      const { texts } = await database.statements.during(() => shop.act(verb));
      count += texts.length;
    }
    return count;
  };

  it('is less than that of the verbs one by one', async () => {
    const ids: Record<string, string> = {};
    const keep = (name: string) => (row: { readonly id: string }) => void (ids[name] = row.id);
    const one = order(shop, { itemId: shop.boltId });
    const salesOrderId = () => ids.order!;
    const stepwise = [
      await costOf(
        (tx) => salesOrders.create(tx, one).then(keep('order')),
        (tx) => salesOrders.confirm(tx, { id: ids.order! }),
      ),
      await costOf(
        (tx) => deliveries.create(tx, { salesOrderId: salesOrderId() }).then(keep('delivery')),
        (tx) => deliveries.ship(tx, { id: ids.delivery! }),
      ),
      await costOf(
        (tx) => salesInvoices.create(tx, { salesOrderId: salesOrderId() }).then(keep('bill')),
        (tx) => salesInvoices.approve(tx, { id: ids.bill! }),
        (tx) => salesInvoices.post(tx, { id: ids.bill! }),
      ),
    ];
    const atOnce = [
      await costOf((tx) => salesOrders.create(tx, { ...one, confirm: {} }).then(keep('order'))),
      await costOf((tx) =>
        deliveries.create(tx, { salesOrderId: salesOrderId(), ship: true }).then(keep('delivery')),
      ),
      await costOf((tx) =>
        salesInvoices.create(tx, { salesOrderId: salesOrderId(), post: true }).then(keep('bill')),
      ),
    ];
    // Every transaction begins, sets a savepoint, writes its facts and commits: four statements.
    atOnce.forEach((cost, index) => expect(cost).toBeLessThan(stepwise[index]! - 6));
    expect(await orderNow(shop, ids.order!)).toMatchObject({ status: 'INVOICED' });
    expect(await factsOf(shop, ids.bill!)).toEqual([
      'salesInvoiceCreated',
      'salesInvoiceApproved',
      'salesInvoicePosted',
    ]);
    expect(await factsOf(shop, ids.delivery!)).toEqual(['deliveryCreated', 'deliveryShipped']);
  });
});
