import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Row } from '../../../modules/events/index.js';
import { deliveries, salesInvoices, salesOrders } from '../../../modules/sales/index.js';
import type { Database } from '../../../prisma/database.js';
import { openTestDatabase } from '../../support/database.js';
import { openShop, order, type Shop } from './shop.js';

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
});
