import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSequencer, type Tx } from '../../../modules/events/index.js';
import { canonical, decimal } from '../../../modules/kernel/index.js';
import { hearings } from '../../../modules/listeners.js';
import { workOrders } from '../../../modules/manufacturing/index.js';
import { deliveries, salesInvoices, salesOrders } from '../../../modules/sales/index.js';
import type { Database } from '../../../prisma/database.js';
import { openTestDatabase } from '../../support/database.js';
import { brokenInvariants } from '../../support/invariants.js';
import { afterSalesInvariants } from '../../support/invariants/after-sales.js';
import { confirmed, type Maker, openMaker, topOrders } from './maker.js';

let database: Database;
let shop: Maker;

beforeAll(async () => {
  database = await openTestDatabase();
  shop = await openMaker(database, hearings);
});

afterAll(() => database.close());

const linesOf = (salesOrderId: string) =>
  database.db
    .selectFrom('SalesOrderLine')
    .selectAll()
    .where('salesOrderId', '=', salesOrderId)
    .orderBy('position')
    .execute();

/** Ships and bills the bolts of an order, its third line, so that it can be closed. */
async function deliverBolts(salesOrderId: string): Promise<void> {
  const [, , bolts] = await linesOf(salesOrderId);
  const lines = [{ salesOrderLineId: bolts!.id, quantity: decimal('1') }];
  await shop.act((tx) => deliveries.create(tx, { salesOrderId, lines, ship: true }));
  const { id } = await shop.act((tx) => salesInvoices.create(tx, { salesOrderId }));
  await shop.act((tx) => salesInvoices.approve(tx, { id }));
  await shop.act((tx) => salesInvoices.post(tx, { id }));
}

describe('a sales order that ends', () => {
  it.each(['cancel', 'close'] as const)(
    'does not %s while work orders are made for it, unless it is said what becomes of them',
    async (verb) => {
      const end = (id: string, choice?: 'CANCEL' | 'KEEP') => {
        const input = { id, reason: 'Not wanted', workOrders: choice };
        return (tx: Tx) => salesOrders[verb](tx, input);
      };
      for (const choice of ['CANCEL', 'KEEP'] as const) {
        const { id } = await confirmed(shop, ['WHEEL', '3'], ['WHEEL', '2'], ['BOLT', '1']);
        const all = { id, release: true, keepStock: true };
        await shop.act((tx) => salesOrders.makeWorkOrders(tx, all));
        const [begun, waiting] = await topOrders(shop, id);
        await shop.act((tx) => workOrders.issueMaterials(tx, { id: begun!.id }));
        if (verb === 'close') await deliverBolts(id);
        const refusal = await shop.refusal(end(id));
        expect([refusal.code, refusal.path]).toEqual(['ORDER_HAS_WORK_ORDERS', ['workOrders']]);
        expect(refusal.params).toEqual({ workOrders: `${begun!.number}, ${waiting!.number}` });
        await shop.act(end(id, choice));
        expect((await topOrders(shop, id)).map(({ status }) => status)).toEqual([
          'IN_PROGRESS',
          choice === 'CANCEL' ? 'CANCELLED' : 'RELEASED',
        ]);
        // What goes on is for free stock.
        await shop.act((tx) => workOrders.complete(tx, { id: begun!.id }));
        const [line] = await linesOf(id);
        expect([line!.produced, line!.reserved].map(canonical)).toEqual(['3', '0']);
      }
    },
  );
});

it('keeps every invariant of what it did', async () => {
  const sequencer = createSequencer(database);
  await sequencer.settled();
  await sequencer.close();
  expect(await brokenInvariants(database, afterSalesInvariants)).toEqual([]);
});
