import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSequencer, type Tx } from '../../../modules/events/index.js';
import { canonical, decimal } from '../../../modules/kernel/index.js';
import { hearings } from '../../../modules/listeners.js';
import { workOrders } from '../../../modules/manufacturing/index.js';
import { deliveries, salesOrderChanges, salesOrders } from '../../../modules/sales/index.js';
import type { Database } from '../../../prisma/database.js';
import { openTestDatabase } from '../../support/database.js';
import { brokenInvariants } from '../../support/invariants.js';
import { afterSalesInvariants } from '../../support/invariants/after-sales.js';
import { stock } from '../manufacturing/bicycles.js';
import {
  completeAll,
  confirmed,
  type Maker,
  openMaker,
  orderOf,
  type Sold,
  topOrders,
  workOrdersOf,
} from './maker.js';

let database: Database;
let shop: Maker;

beforeAll(async () => {
  database = await openTestDatabase();
  shop = await openMaker(database, hearings);
});

afterAll(() => database.close());

/** Planned, produced and reserved of each line of an order. */
async function progressOf(salesOrderId: string): Promise<string[][]> {
  const lines = await database.db
    .selectFrom('SalesOrderLine')
    .selectAll()
    .where('salesOrderId', '=', salesOrderId)
    .orderBy('position')
    .execute();
  return lines.map((line) => [line.planned, line.produced, line.reserved].map(canonical));
}

const made = (id: string, input: Omit<salesOrders.SalesOrderMakeWorkOrders, 'id'> = {}) =>
  shop.act((tx) => salesOrders.makeWorkOrders(tx, { id, ...input }));

describe('converting a sales order to work orders', () => {
  it('makes each line once through all levels, however often it is asked', async () => {
    const { id } = await confirmed(shop, ['BIKE', '5'], ['WHEEL', '3', 'PR'], ['BOLT', '10']);
    const after = await made(id);
    expect(await progressOf(id)).toEqual([
      ['5', '0', '0'],
      ['3', '0', '0'],
      ['0', '0', '10'],
    ]);
    const [bikes, wheels, ...others] = await topOrders(shop, id);
    expect(others).toEqual([]);
    expect([bikes!.quantity, wheels!.quantity].map(canonical)).toEqual(['5', '6']);
    expect(bikes).toMatchObject({ status: 'PLANNED', dueOn: '2026-03-20' });
    // A bicycle has a frame and wheels, which are made for it.
    expect(await workOrdersOf(shop, id)).toHaveLength(4);
    expect((await made(id)).version).toBe(after.version);
    expect(await workOrdersOf(shop, id)).toHaveLength(4);
  });

  it('leaves out what lies ready in stock, unless the stock is to be kept', async () => {
    await stock(shop, shop.ids.BIKE, '2', '200');
    const { id } = await confirmed(shop, ['BIKE', '5']);
    await made(id);
    expect(await progressOf(id)).toEqual([['3', '0', '2']]);
    await made(id, { keepStock: true });
    expect(await progressOf(id)).toEqual([['5', '0', '2']]);
  });

  it('makes what is named, never more than is open, and tells at which line', async () => {
    const { id } = await confirmed(shop, ['WHEEL', '4'], ['BOLT', '1']);
    const [wheels, bolts] = await database.db
      .selectFrom('SalesOrderLine')
      .select('id')
      .where('salesOrderId', '=', id)
      .orderBy('position')
      .execute();
    const wanted = (salesOrderLineId: string, quantity: string) => ({
      lines: [{ salesOrderLineId, quantity: decimal(quantity) }],
    });
    await made(id, wanted(wheels!.id, '3'));
    const refused = (lines: ReturnType<typeof wanted>) =>
      shop.refusal((tx) => salesOrders.makeWorkOrders(tx, { id, ...lines }));
    expect(await refused(wanted(wheels!.id, '2'))).toMatchObject({
      code: 'WORK_ORDER_EXCEEDS_OPEN',
      params: { open: '1', requested: '2' },
      path: ['lines', 0, 'quantity'],
    });
    await shop.act((tx) => salesOrders.makeWorkOrders(tx, { id }));
    expect((await progressOf(id))[0]).toEqual(['4', '0', '0']);
    expect(await refused(wanted(bolts!.id, '1'))).toMatchObject({
      code: 'WORK_ORDER_EXCEEDS_OPEN',
    });
  });

  it('is not made before it is confirmed', async () => {
    const { id } = await shop.act((tx) => salesOrders.create(tx, orderOf(shop, ['BIKE', '1'])));
    const refusal = await shop.refusal((tx) => salesOrders.makeWorkOrders(tx, { id }));
    expect(refusal.code).toBe('ORDER_NOT_IN_FULFILMENT');
  });
});

describe('what becomes of the order while it is made', () => {
  it('has its goods reserved as they are made, part by part, and is delivered', async () => {
    const { id } = await confirmed(shop, ['WHEEL', '2', 'PR']);
    await made(id, { release: true });
    const [wheels] = await topOrders(shop, id);
    expect(wheels).toMatchObject({ status: 'RELEASED' });
    const complete = (good: string) =>
      shop.act((tx) =>
        workOrders.complete(tx, { id: wheels!.id, good: decimal(good), issue: true }),
      );
    await complete('1');
    expect(await progressOf(id)).toEqual([['2', '0.5', '0.5']]);
    await complete('3');
    expect(await progressOf(id)).toEqual([['2', '2', '2']]);
    await shop.act((tx) => deliveries.create(tx, { salesOrderId: id, ship: true }));
    expect(await progressOf(id)).toEqual([['2', '2', '0']]);
  });

  it('is open to be made again as far as a work order was given up or made less', async () => {
    const { id } = await confirmed(shop, ['WHEEL', '10']);
    await made(id);
    const [first] = await topOrders(shop, id);
    const enlarge = { id: first!.id, quantity: decimal('11') };
    const refusal = await shop.act((tx) => workOrders.change(tx, enlarge)).catch((e: unknown) => e);
    expect(refusal).toMatchObject({ code: 'WORK_ORDER_EXCEEDS_OPEN' });
    await shop.act((tx) => workOrders.change(tx, { ...enlarge, quantity: decimal('6') }));
    expect(await progressOf(id)).toEqual([['6', '0', '0']]);
    await shop.act((tx) => workOrders.cancel(tx, { id: first!.id, reason: 'Another machine' }));
    expect(await progressOf(id)).toEqual([['0', '0', '0']]);
    await made(id);
    expect(await progressOf(id)).toEqual([['10', '0', '0']]);
  });

  it('is made up for as far as something was scrapped, at once and exactly', async () => {
    const { id } = await confirmed(shop, ['WHEEL', '10']);
    await made(id, { release: true });
    const [wheels] = await topOrders(shop, id);
    const report = (good: string, scrap: string, isLast = false) => {
      const given = { good: decimal(good), scrap: decimal(scrap), scrapReason: 'Bent', isLast };
      return shop.act((tx) => workOrders.complete(tx, { id: wheels!.id, ...given, issue: true }));
    };
    await report('4', '2');
    expect(await progressOf(id)).toEqual([['8', '4', '4']]);
    await made(id);
    expect(await progressOf(id)).toEqual([['10', '4', '4']]);
    expect((await topOrders(shop, id)).map(({ quantity }) => canonical(quantity))).toEqual([
      '10',
      '2',
    ]);
    await report('1', '0', true);
    expect(await progressOf(id)).toEqual([['7', '5', '5']]);
    await made(id);
    await made(id);
    expect((await topOrders(shop, id)).map(({ quantity }) => canonical(quantity))).toEqual([
      '10',
      '2',
      '3',
    ]);
  });

  it('is not reduced below what is being made, and is when it is made no more', async () => {
    const { id } = await confirmed(shop, ['WHEEL', '10']);
    await made(id);
    const [line] = await database.db
      .selectFrom('SalesOrderLine')
      .selectAll()
      .where('salesOrderId', '=', id)
      .execute();
    const fewer = {
      salesOrderId: id,
      reason: 'Fewer',
      changed: [{ salesOrderLineId: line!.id, quantity: decimal('7') }],
      apply: true,
    };
    const refusal = await shop.refusal((tx) => salesOrderChanges.request(tx, fewer));
    expect(refusal).toMatchObject({
      code: 'CHANGE_BELOW_COMMITTED',
      params: { committed: '10', by: 'IN_PRODUCTION' },
    });
    const [order] = await topOrders(shop, id);
    await shop.act((tx) => workOrders.change(tx, { id: order!.id, quantity: decimal('7') }));
    await shop.act((tx) => salesOrderChanges.request(tx, fewer));
    expect(await progressOf(id)).toEqual([['7', '0', '0']]);
  });
});

describe('an order that is entered, confirmed and made in one breath', () => {
  it('is told step by step and costs fewer statements than the steps', async () => {
    let statements = 0;
    const step = async <T>(verb: (tx: Tx) => Promise<T>): Promise<T> => {
      const { value, texts } = await database.statements.during(() => shop.act(verb));
      statements += texts.length;
      return value;
    };
    const { id: stepwise } = await step((tx) =>
      salesOrders.create(tx, orderOf(shop, ['BIKE', '2'])),
    );
    await step((tx) => salesOrders.confirm(tx, { id: stepwise }));
    await step((tx) => salesOrders.makeWorkOrders(tx, { id: stepwise, release: true }));
    const once = await database.statements.during(() =>
      shop.act((tx) =>
        salesOrders.create(tx, {
          ...orderOf(shop, ['BIKE', '2']),
          confirm: { makeWorkOrders: { release: true } },
        }),
      ),
    );
    expect(once.texts.length).toBeLessThan(statements - 15);
    const { id, status, version } = once.value;
    expect([status, version]).toEqual(['CONFIRMED', 3]);
    expect(await progressOf(id)).toEqual(await progressOf(stepwise));
    const orders = await workOrdersOf(shop, id);
    expect(orders.map((one) => one.status)).toEqual(['RELEASED', 'RELEASED', 'RELEASED']);
    const events = await database.db
      .selectFrom('Event')
      .select(['type', 'version'])
      .where('documentId', '=', id)
      .orderBy('version')
      .execute();
    expect(events.map((event) => event.type)).toEqual([
      'sales.salesOrderCreated',
      'sales.salesOrderConfirmed',
      'sales.salesOrderProgressed',
    ]);
    await completeAll(shop, id);
    expect(await progressOf(id)).toEqual([['2', '2', '2']]);
  });
});

describe('the cost of long orders', () => {
  /** Statements of making an order of so many lines, and of telling it of what is made. */
  async function statements(count: number): Promise<number[]> {
    const sold = Array.from({ length: count }, (): Sold => ['WHEEL', '1']);
    const { id } = await confirmed(shop, ...sold);
    const making = await database.statements.during(() => made(id, { release: true }));
    const lines = (await workOrdersOf(shop, id)).map((one) => ({ id: one.id }));
    const completing = await database.statements.during(() =>
      shop.act((tx) => workOrders.completeMany(tx, lines, { issue: true })),
    );
    return [making.texts.length, completing.texts.length];
  }

  it('takes as many statements for eight lines as for one', async () => {
    await statements(1);
    expect(await statements(8)).toEqual(await statements(1));
  });
});

it('keeps every invariant of what it did', async () => {
  const sequencer = createSequencer(database);
  await sequencer.settled();
  await sequencer.close();
  expect(await brokenInvariants(database, afterSalesInvariants)).toEqual([]);
});
