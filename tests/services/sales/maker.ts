import type { Hearing, Row, Tx } from '../../../modules/events/index.js';
import { customers } from '../../../modules/crm/index.js';
import { items } from '../../../modules/inventory/index.js';
import { decimal, isAccepted } from '../../../modules/kernel/index.js';
import { workOrders } from '../../../modules/manufacturing/index.js';
import { salesOrders } from '../../../modules/sales/index.js';
import type { Database } from '../../../prisma/database.js';
import { openWorkshop, type Workshop } from '../manufacturing/bicycles.js';

/** The maker of bicycles with a customer who buys them. */
export interface Maker extends Workshop {
  readonly customerId: string;
}

/** What is sold as it is made: bicycles and wheels by the piece, wheels also in pairs. */
async function sellWhatIsMade(tx: Tx): Promise<void> {
  const made = { unit: 'C62', isStocked: true, isSold: true, isMade: true };
  const sold = await items.upsertMany(tx, [
    { ...made, code: 'BIKE', name: 'Bicycle' },
    { ...made, code: 'WHEEL', name: 'Wheel', units: [{ unit: 'PR', factor: decimal(2) }] },
    { ...made, code: 'BOLT', name: 'Bolt', isMade: false },
  ]);
  if (!sold.every(isAccepted)) throw new Error('The goods were refused.');
}

export async function openMaker(database: Database, hearings: readonly Hearing[]): Promise<Maker> {
  const shop = await openWorkshop(database, hearings);
  await shop.act(sellWhatIsMade);
  const [customer] = await shop.act((tx) =>
    customers.upsertMany(tx, [
      { code: 'RIDER', name: 'Rider', kind: 'ORGANISATION', currency: 'EUR' },
    ]),
  );
  if (!customer || !isAccepted(customer)) throw new Error('The customer was refused.');
  return { ...shop, customerId: customer.ok.id };
}

/** So many of an item, in a unit, at 100 EUR. */
export type Sold = readonly [code: keyof Workshop['ids'], quantity: string, unit?: string];

/** What an order of the maker says. */
export function orderOf(
  { companyId, customerId, warehouseId, ids }: Maker,
  ...sold: Sold[]
): salesOrders.SalesOrderEntry {
  const lines = sold.map(([code, quantity, unit]) => ({
    itemId: ids[code],
    quantity: decimal(quantity),
    unitPrice: decimal('100'),
    unit,
  }));
  const documentOn = '2026-03-02';
  return { companyId, customerId, warehouseId, documentOn, requestedOn: '2026-03-20', lines };
}

/** An order that is confirmed. */
export function confirmed(shop: Maker, ...sold: Sold[]): Promise<Row<'SalesOrder'>> {
  return shop.act(async (tx) => {
    const { id } = await salesOrders.create(tx, orderOf(shop, ...sold));
    return salesOrders.confirm(tx, { id });
  });
}

/** The work orders of an order's lines themselves, the earliest first. */
export function topOrders({ database }: Maker, salesOrderId: string): Promise<Row<'WorkOrder'>[]> {
  return database.db
    .selectFrom('WorkOrder')
    .selectAll()
    .where('salesOrderId', '=', salesOrderId)
    .where('parentWorkOrderId', 'is', null)
    .orderBy('id')
    .execute();
}

/** All work orders of an order. */
export function workOrdersOf(
  { database }: Maker,
  salesOrderId: string,
): Promise<Row<'WorkOrder'>[]> {
  return database.db
    .selectFrom('WorkOrder')
    .selectAll()
    .where('salesOrderId', '=', salesOrderId)
    .orderBy('id')
    .execute();
}

/** Makes all that is still to be made of an order, with its materials and its time. */
export async function completeAll(shop: Maker, salesOrderId: string): Promise<void> {
  const open = await workOrdersOf(shop, salesOrderId);
  const lines = open
    .filter(({ status }) => status === 'RELEASED' || status === 'IN_PROGRESS')
    .map(({ id }) => ({ id }));
  await shop.act((tx) => workOrders.completeMany(tx, lines, { issue: true, reportTime: true }));
}
