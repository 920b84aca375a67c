import { sql } from 'kysely';
import { type Hearing, Refused, type Row, type Tx } from '../../../modules/events/index.js';
import { items, warehouses } from '../../../modules/inventory/index.js';
import {
  type Actor,
  canonical,
  decimal,
  isAccepted,
  type Outcome,
} from '../../../modules/kernel/index.js';
import { allPermissions } from '../../../modules/permissions.js';
import {
  companies,
  exchangeRates,
  paymentTerms,
  reference,
  taxCodes,
} from '../../../modules/platform/index.js';
import { goodsReceipts, purchaseOrders, suppliers } from '../../../modules/purchasing/index.js';
import type { Database } from '../../../prisma/database.js';
import { acting, actorWith, type Acting } from '../../support/acting.js';
import { logInvariants } from '../../support/invariants/log.js';
import { purchasingInvariants } from '../../support/invariants/purchasing.js';
import { stockInvariants } from '../../support/invariants/stock.js';

/** A company in euro that buys: two suppliers, a tube, a saddle and a service. */
export interface Yard extends Acting {
  readonly database: Database;
  readonly companyId: string;
  readonly warehouseId: string;
  /** Sells in euro, 30 days net. */
  readonly millId: string;
  /** Sells in US dollars: one is 0.90 EUR from January on, and 0.95 from 10 March on. */
  readonly tradersId: string;
  readonly tubeId: string;
  readonly saddleId: string;
  /** Is bought and never stocked. */
  readonly serviceId: string;
  readonly vatId: string;
  /** Whoever is not the system, with all rights. */
  readonly checker: Actor;
}

export function ok<T>(outcome: Outcome<T> | undefined): T {
  if (outcome && isAccepted(outcome)) return outcome.ok;
  throw new Error(`Refused: ${outcome?.refused.map(({ message }) => message).join(' ')}`);
}

const bought = { unit: 'C62', isBought: true };

async function foundGoods(tx: Tx, companyId: string) {
  const [tube, saddle, service] = await items.upsertMany(tx, [
    { ...bought, code: 'TUBE', name: 'Tube', units: [{ unit: 'BX', factor: decimal(12) }] },
    { ...bought, code: 'SADDLE', name: 'Saddle' },
    { ...bought, code: 'PAINT', name: 'Painting', isStocked: false },
  ]);
  const warehouse = await warehouses.create(tx, { companyId, code: 'MAIN', name: 'Main' });
  const ids = { tubeId: ok(tube).id, saddleId: ok(saddle).id, serviceId: ok(service).id };
  return { ...ids, warehouseId: warehouse.id };
}

async function foundSuppliers(tx: Tx) {
  const terms = await paymentTerms.byCode(tx, 'NET30');
  const [mill, traders] = await suppliers.upsertMany(tx, [
    { code: 'MILL', name: 'The Mill', currency: 'EUR', paymentTermsId: terms.id },
    { code: 'TRADERS', name: 'Traders', currency: 'USD' },
  ]);
  const dollar = { from: 'USD', to: 'EUR' };
  await exchangeRates.set(tx, [
    { ...dollar, validFrom: '2026-01-01', rate: decimal('0.9') },
    { ...dollar, validFrom: '2026-03-10', rate: decimal('0.95') },
  ]);
  return { millId: ok(mill).id, tradersId: ok(traders).id };
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

export async function openYard(database: Database, hearings: readonly Hearing[]): Promise<Yard> {
  const stage = telling(acting(database, hearings));
  await stage.act(reference.seed);
  const founding = { countryCode: 'DE', baseCurrency: 'EUR', timeZone: 'Europe/Berlin' };
  const company = await stage.act((tx) =>
    companies.create(tx, { ...founding, code: 'ACME', name: 'Acme' }),
  );
  const companyId = company.id;
  const goods = await stage.act((tx) => foundGoods(tx, companyId));
  const sellers = await stage.act(foundSuppliers);
  const vat = await stage.act((tx) =>
    taxCodes.create(tx, { companyId, code: 'VAT', name: 'VAT', ratePercent: decimal(19) }),
  );
  const checker = actorWith(allPermissions);
  return { ...stage, ...goods, ...sellers, database, companyId, vatId: vat.id, checker };
}

/**
 * What is broken of buying, stock and the log; what the books make of it is looked at where they
 * hear of it.
 */
export async function brokenBuying({ database }: Pick<Yard, 'database'>): Promise<unknown[]> {
  const broken: unknown[] = [];
  for (const { name, text } of [...purchasingInvariants, ...stockInvariants, ...logInvariants]) {
    const { rows } = await database.query({ text, values: [] });
    if (rows.length > 0 && !name.includes('account')) broken.push([name, rows.slice(0, 3)]);
  }
  return broken;
}

/** An item of its own, so that tests do not take each other's stock. */
export async function newItem(yard: Yard, code: string): Promise<string> {
  const [item] = await yard.act((tx) => items.upsertMany(tx, [{ ...bought, code, name: code }]));
  return ok(item).id;
}

export interface Wanted {
  readonly itemId?: string;
  readonly quantity?: string;
  readonly unitPrice?: string | null;
  readonly unit?: string;
  readonly discount?: string;
  readonly tolerance?: string;
  readonly taxCodeId?: string | null;
  readonly charge?: string;
}

/** A line as the tests write it: an item at 2.00, or a charge of so much without tax. */
export function line(wanted: Wanted) {
  if (wanted.charge !== undefined) {
    return { kind: 'CHARGE' as const, description: 'Freight', unitPrice: decimal(wanted.charge) };
  }
  const { itemId, unit, taxCodeId, unitPrice = '2' } = wanted;
  return {
    ...{ itemId, unit, taxCodeId },
    quantity: decimal(wanted.quantity ?? '1'),
    unitPrice: unitPrice === null ? null : decimal(unitPrice),
    discountPercent: decimal(wanted.discount ?? '0'),
    tolerancePercent: decimal(wanted.tolerance ?? '0'),
  };
}

/** What every order of the tests has in common: from the mill, on 2 March. */
export function order(yard: Yard, ...lines: Wanted[]): purchaseOrders.PurchaseOrderInput {
  const { companyId, millId: supplierId, warehouseId } = yard;
  return { companyId, supplierId, warehouseId, documentOn: '2026-03-02', lines: lines.map(line) };
}

/** Enters an order and sends it. */
export async function sent(
  yard: Yard,
  input: purchaseOrders.PurchaseOrderInput,
): Promise<Row<'PurchaseOrder'>> {
  return yard.act(async (tx) => {
    const { id } = await purchaseOrders.create(tx, input);
    return purchaseOrders.send(tx, { id });
  });
}

/** Receives lines by their quantities in the order of the order, or all that is open. */
export async function received(
  yard: Yard,
  purchaseOrderId: string,
  quantities?: readonly string[],
  input: Partial<goodsReceipts.GoodsReceiptInput> = {},
): Promise<Row<'GoodsReceipt'>> {
  const lines = quantities && (await linesNow(yard, purchaseOrderId));
  const came = quantities?.map((quantity, index) => {
    return { purchaseOrderLineId: lines![index]!.id, quantity: decimal(quantity) };
  });
  const given = { purchaseOrderId, lines: came, post: true, documentOn: '2026-03-03', ...input };
  return yard.act((tx) => goodsReceipts.create(tx, given));
}

/** The lines of an order as they are now, in order. */
export function linesNow(
  yard: Pick<Yard, 'database'>,
  purchaseOrderId: string,
): Promise<Row<'PurchaseOrderLine'>[]> {
  return yard.database.db
    .selectFrom('PurchaseOrderLine')
    .selectAll()
    .where('purchaseOrderId', '=', purchaseOrderId)
    .orderBy('position')
    .execute();
}

/** An order as it is now. */
export function orderNow(yard: Yard, id: string): Promise<Row<'PurchaseOrder'>> {
  return yard.database.db
    .selectFrom('PurchaseOrder')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

/** Quantity and value of a company's stock of an item. */
export async function stockOf(yard: Yard, itemId: string): Promise<string[]> {
  const row = await yard.database.db
    .selectFrom('ItemValuation')
    .select(['quantity', 'value'])
    .where('itemId', '=', itemId)
    .executeTakeFirst();
  return row ? [canonical(row.quantity), canonical(row.value)] : [];
}

interface Told {
  readonly type: string;
  readonly data: Record<string, unknown>;
}

/** The facts told of a document, in order, with what they carry. */
export async function factsOf(yard: Yard, documentId: string): Promise<Told[]> {
  const { rows } = await sql<Told>`
    select "type", "data" from "Event" where "documentId" = ${documentId} order by "version"
  `.execute(yard.database.db);
  return rows.map(({ type, data }) => ({ type: type.replace('purchasing.', ''), data }));
}
