import { randomUUID } from 'node:crypto';
import { systemActor } from '../modules/auth/index.js';
import { customers } from '../modules/crm/index.js';
import { createTransact, type Tx } from '../modules/events/index.js';
import { items, openings, warehouses } from '../modules/inventory/index.js';
import { Decimal, globalId, isAccepted, type Outcome } from '../modules/kernel/index.js';
import { hearings } from '../modules/listeners.js';
import { companies, reference } from '../modules/platform/index.js';
import { salesOrders } from '../modules/sales/index.js';
import type { Database } from '../prisma/database.js';

/** A company that sells 200 items to 200 customers, for writing against; ids are raw. */
export interface Shop {
  readonly companyId: string;
  readonly warehouseId: string;
  readonly customerIds: readonly string[];
  readonly itemIds: readonly string[];
  /** Draft orders, each to be confirmed once. */
  readonly orderIds: readonly string[];
}

const WIDTH = 200;
const founding = { countryCode: 'US', baseCurrency: 'USD', timeZone: 'America/New_York' };
const today = (): string => new Date().toISOString().slice(0, 10);

const ids = (outcomes: readonly Outcome<{ readonly id: string }>[]): string[] =>
  outcomes.map((one) => {
    if (isAccepted(one)) return one.ok.id;
    throw new Error(one.refused.map(({ message }) => message).join(' '));
  });

const many = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));

async function found(tx: Tx): Promise<Omit<Shop, 'orderIds'>> {
  await reference.seed(tx);
  const company = await companies.create(tx, { ...founding, code: 'BENCH', name: 'Bench' });
  const place = { companyId: company.id, code: 'MAIN', name: 'Main' };
  const warehouse = await warehouses.create(tx, place);
  const item = (at: number) => ({ code: `ITEM-${at}`, name: `Item ${at}`, unit: 'C62' });
  const customer = (at: number) => ({ code: `C-${at}`, name: `Customer ${at}`, currency: 'USD' });
  const itemIds = ids(await items.upsertMany(tx, many(WIDTH, item)));
  const customerIds = ids(await customers.upsertMany(tx, many(WIDTH, customer)));
  const opening = (itemId: string, at: number) => ({
    ...{ companyId: company.id, itemId, warehouseId: warehouse.id, postedOn: today() },
    ...{ quantity: new Decimal(1_000_000), unitCost: new Decimal('4.5'), number: `OPEN-${at}` },
  });
  ids(await openings.upsertMany(tx, itemIds.map(opening)));
  return { companyId: company.id, warehouseId: warehouse.id, customerIds, itemIds };
}

/** An order of three different items, as raw input. */
export function orderOf(shop: Omit<Shop, 'orderIds'>, at: number) {
  const { companyId, warehouseId, customerIds, itemIds } = shop;
  const lines = [0, 67, 134].map((step) => ({
    itemId: itemIds[(at + step) % WIDTH]!,
    quantity: new Decimal(2),
    unitPrice: new Decimal('10.25'),
  }));
  const customerId = customerIds[(at * 7) % WIDTH]!;
  return { companyId, warehouseId, customerId, documentOn: today(), lines };
}

/** The same as the graph takes it. */
export function orderInput(shop: Shop, at: number): object {
  const { companyId, warehouseId, customerId, documentOn, lines } = orderOf(shop, at);
  return {
    companyId: globalId('Company', companyId),
    warehouseId: globalId('Warehouse', warehouseId),
    customerId: globalId('Customer', customerId),
    documentOn,
    lines: lines.map(({ itemId, quantity, unitPrice }) => ({
      itemId: globalId('Item', itemId),
      quantity: quantity.toFixed(),
      unitPrice: unitPrice.toFixed(),
    })),
  };
}

/** Founds the shop on an empty database, with this many draft orders. */
export async function openShop(database: Database, orders: number): Promise<Shop> {
  const transact = createTransact({ database, hearings });
  async function act<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const request = { actor: systemActor, requestId: randomUUID(), operation: 'bench' };
    const done: { value?: T } = {};
    const { refusals } = await transact(request, async (tx) => {
      done.value = await work(tx);
      return {};
    });
    if (refusals[0]) throw new Error(refusals[0].message);
    return done.value!;
  }
  const shop = await act(found);
  const orderIds: string[] = [];
  while (orderIds.length < orders) {
    const inputs = many(250, (at) => orderOf(shop, orderIds.length + at));
    orderIds.push(...ids(await act((tx) => salesOrders.createMany(tx, inputs))));
  }
  return { ...shop, orderIds };
}
