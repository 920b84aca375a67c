import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Row } from '../../../modules/events/index.js';
import { decimal } from '../../../modules/kernel/index.js';
import {
  goodsReceipts,
  purchaseInvoices,
  purchaseOrders,
  supplierPrices,
  suppliers,
} from '../../../modules/purchasing/index.js';
import type { Database } from '../../../prisma/database.js';
import { openTestDatabase } from '../../support/database.js';
import { linesNow, openYard, order, type Yard } from './yard.js';

let database: Database;
let yard: Yard;

beforeAll(async () => {
  database = await openTestDatabase();
  yard = await openYard(database, []);
});

afterAll(() => database.close());

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

describe('the cost of long documents', () => {
  let counts: number[];
  async function step<T>(run: Parameters<Yard['act']>[0], actor?: Yard['checker']): Promise<T> {
    const { value, texts } = await database.statements.during(() => yard.act(run, actor));
    counts.push(texts.length);
    return value as T;
  }

  /** Statements of each step of an order of so many lines, from its draft to its paid bill. */
  async function statements(count: number): Promise<number[]> {
    counts = [];
    const wanted = times(count, () => ({ itemId: yard.tubeId }));
    const { id } = await step<Row<'PurchaseOrder'>>((tx) =>
      purchaseOrders.create(tx, order(yard, ...wanted)),
    );
    await step((tx) => purchaseOrders.send(tx, { id }));
    await step((tx) => purchaseOrders.confirm(tx, { id }));
    const receipt = await step<Row<'GoodsReceipt'>>((tx) =>
      goodsReceipts.create(tx, { purchaseOrderId: id }),
    );
    await step((tx) => goodsReceipts.post(tx, { id: receipt.id }));
    await step((tx) => goodsReceipts.reverse(tx, { id: receipt.id, reason: 'Once more.' }));
    await step((tx) => goodsReceipts.create(tx, { purchaseOrderId: id, post: true }));
    const lines = (await linesNow(yard, id)).map((line) => {
      return { purchaseOrderLineId: line.id, quantity: line.quantity, unitPrice: decimal(3) };
    });
    const bill = { purchaseOrderId: id, supplierReference: `L-${id}`, lines };
    const invoice = await step<Row<'PurchaseInvoice'>>((tx) => purchaseInvoices.create(tx, bill));
    await step((tx) => purchaseInvoices.approve(tx, { id: invoice.id }), yard.checker);
    await step((tx) => purchaseInvoices.post(tx, { id: invoice.id }));
    await step((tx) => purchaseOrders.close(tx, { id }));
    return counts;
  }

  it('takes as many statements for twenty lines as for one', async () => {
    // The first of an item makes its place and its valuation.
    await statements(1);
    expect(await statements(20)).toEqual(await statements(1));
  });

  it('takes as many statements for twenty orders, suppliers, prices and needs as for one', async () => {
    const { millId: supplierId, tubeId: itemId, companyId, warehouseId } = yard;
    async function lists(count: number): Promise<number[]> {
      counts = [];
      const named = times(count, (index) => ({
        ...{ code: `S${count}-${index}`, name: 'Somebody', currency: 'EUR' },
      }));
      await step((tx) => suppliers.upsertMany(tx, named));
      await step((tx) => suppliers.upsertMany(tx, named));
      const prices = times(count, (index) => ({
        ...{ supplierId, itemId, leadTimeDays: 1, unitPrice: decimal(1) },
        minQuantity: decimal(count * 100 + index),
      }));
      await step((tx) => supplierPrices.setMany(tx, prices));
      await step((tx) => supplierPrices.setMany(tx, prices));
      const orders = times(count, () => order(yard, { itemId }));
      await step((tx) => purchaseOrders.createMany(tx, orders));
      const need = { companyId, warehouseId, itemId, quantity: decimal(1) };
      await step((tx) =>
        purchaseOrders.buyMany(
          tx,
          times(count, () => need),
        ),
      );
      return counts;
    }
    expect(await lists(20)).toEqual(await lists(1));
  });
});
