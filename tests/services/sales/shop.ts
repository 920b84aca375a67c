import { sql } from 'kysely';
import { type Hearing, Refused, type Row, type Tx } from '../../../modules/events/index.js';
import { customers } from '../../../modules/crm/index.js';
import { items, openings, warehouses } from '../../../modules/inventory/index.js';
import { decimal, type Decimal, isAccepted, type Outcome } from '../../../modules/kernel/index.js';
import { companies, reference, taxCodes } from '../../../modules/platform/index.js';
import { salesOrders } from '../../../modules/sales/index.js';
import type { Database } from '../../../prisma/database.js';
import { acting, type Acting } from '../../support/acting.js';

/** A company with a warehouse, a customer, two items and some stock, to sell from. */
export interface Shop extends Acting {
  readonly database: Database;
  readonly companyId: string;
  readonly warehouseId: string;
  readonly customerId: string;
  readonly addressId: string;
  /** Counted in pieces, also sold in boxes of twelve. */
  readonly boltId: string;
  readonly nutId: string;
  readonly vatId: string;
}

export function ok<T>(outcome: Outcome<T> | undefined): T {
  if (outcome && isAccepted(outcome)) return outcome.ok;
  throw new Error(`Refused: ${outcome?.refused.map(({ message }) => message).join(' ')}`);
}

const piece = { unit: 'C62', isSold: true, isStocked: true };

async function foundGoods(tx: Tx, companyId: string) {
  const [bolt, nut] = await items.upsertMany(tx, [
    { ...piece, code: 'BOLT', name: 'Bolt', units: [{ unit: 'BX', factor: decimal(12) }] },
    { ...piece, code: 'NUT', name: 'Nut' },
  ]);
  const warehouse = await warehouses.create(tx, { companyId, code: 'MAIN', name: 'Main' });
  return { boltId: ok(bolt).id, nutId: ok(nut).id, warehouseId: warehouse.id };
}

async function foundCustomer(tx: Tx) {
  const [customer] = await customers.upsertMany(tx, [
    {
      code: 'WHEEL',
      name: 'Wheel House',
      kind: 'ORGANISATION',
      currency: 'EUR',
      addresses: [{ kind: 'SHIPPING', line1: 'Ring 1', city: 'Bonn', countryCode: 'DE' }],
    },
  ]);
  const customerId = ok(customer).id;
  const address = await tx.db
    .selectFrom('CustomerAddress')
    .select('id')
    .where('customerId', '=', customerId)
    .executeTakeFirstOrThrow();
  return { customerId, addressId: address.id };
}

/** Of several refusals at once the first is told. */
function telling(stage: Acting): Acting {
  return {
    ...stage,
    async refusal(verb, actor) {
      try {
        return await stage.refusal(verb, actor);
      } catch (error) {
        const [first] = error instanceof Refused ? error.refusals : [];
        if (first) return first;
        throw error;
      }
    },
  };
}

/** Founds the shop with 100 bolts and 10 nuts in stock, each at 1.50 EUR. */
export async function openShop(database: Database, hearings: readonly Hearing[]): Promise<Shop> {
  const stage = telling(acting(database, hearings));
  await stage.act(reference.seed);
  const company = await stage.act((tx) =>
    companies.create(tx, {
      code: 'ACME',
      name: 'Acme',
      countryCode: 'DE',
      baseCurrency: 'EUR',
      timeZone: 'Europe/Berlin',
    }),
  );
  const companyId = company.id;
  const goods = await stage.act((tx) => foundGoods(tx, companyId));
  const buyer = await stage.act(foundCustomer);
  const vat = await stage.act((tx) =>
    taxCodes.create(tx, { companyId, code: 'VAT', name: 'VAT', ratePercent: decimal(19) }),
  );
  const shop = { ...stage, ...goods, ...buyer, database, companyId, vatId: vat.id };
  await stock(shop, goods.boltId, '100');
  await stock(shop, goods.nutId, '10');
  return shop;
}

/** Takes goods on stock at 1.50 EUR for each. */
export async function stock(
  { act, companyId, warehouseId }: Pick<Shop, 'act' | 'companyId' | 'warehouseId'>,
  itemId: string,
  quantity: string,
): Promise<void> {
  const [opening] = await act((tx) =>
    openings.upsertMany(tx, [
      {
        companyId,
        warehouseId,
        itemId,
        quantity: decimal(quantity),
        unitCost: decimal('1.5'),
        postedOn: '2026-03-01',
      },
    ]),
  );
  ok(opening);
}

/** An item of its own, so that tests do not take each other's stock. */
export async function newItem(shop: Shop, code: string, quantity: string): Promise<string> {
  const [item] = await shop.act((tx) => items.upsertMany(tx, [{ ...piece, code, name: code }]));
  const { id } = ok(item);
  await stock(shop, id, quantity);
  return id;
}

export interface Wanted {
  readonly itemId?: string;
  readonly quantity?: string;
  readonly unitPrice?: string;
  readonly unit?: string;
  readonly taxCodeId?: string | null;
  readonly charge?: string;
}

/** A line as the tests write it: an item at 2.00 EUR with VAT, or a charge of so much without. */
export function line(wanted: Wanted) {
  if (wanted.charge !== undefined) {
    return { kind: 'CHARGE' as const, description: 'Freight', unitPrice: decimal(wanted.charge) };
  }
  return {
    itemId: wanted.itemId,
    quantity: decimal(wanted.quantity ?? '1'),
    unitPrice: decimal(wanted.unitPrice ?? '2'),
    unit: wanted.unit,
    taxCodeId: wanted.taxCodeId,
  };
}

/** What every order of the tests has in common. */
export function order(shop: Shop, ...lines: Wanted[]): salesOrders.SalesOrderInput {
  const { companyId, customerId, warehouseId } = shop;
  return { companyId, customerId, warehouseId, documentOn: '2026-03-02', lines: lines.map(line) };
}

/** Enters an order and confirms it. */
export async function confirmed(shop: Shop, ...lines: Wanted[]): Promise<Row<'SalesOrder'>> {
  return shop.act(async (tx) => {
    const { id } = await salesOrders.create(tx, order(shop, ...lines));
    return salesOrders.confirm(tx, { id });
  });
}

/** The lines of an order as they are now, in order. */
export function linesNow(shop: Shop, salesOrderId: string): Promise<Row<'SalesOrderLine'>[]> {
  return shop.database.db
    .selectFrom('SalesOrderLine')
    .selectAll()
    .where('salesOrderId', '=', salesOrderId)
    .orderBy('position')
    .execute();
}

/** An order as it is now. */
export function orderNow(shop: Shop, id: string): Promise<Row<'SalesOrder'>> {
  return shop.database.db
    .selectFrom('SalesOrder')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

/** On hand and reserved of an item, over all bins. */
export async function stockOf(shop: Shop, itemId: string): Promise<[Decimal, Decimal]> {
  const { rows } = await sql<{ onHand: Decimal; reserved: Decimal }>`
    select coalesce(sum("onHand"), 0) as "onHand", coalesce(sum("reserved"), 0) as "reserved"
    from "StockLevel" where "itemId" = ${itemId}
  `.execute(shop.database.db);
  const row = rows[0]!;
  return [row.onHand, row.reserved];
}

/** The types of the facts told of a document, in order. */
export async function factsOf(shop: Shop, documentId: string): Promise<string[]> {
  const events = await shop.database.db
    .selectFrom('Event')
    .select(['type', 'version'])
    .where('documentId', '=', documentId)
    .orderBy('version')
    .execute();
  return events.map(({ type }) => type.replace('sales.', ''));
}
