import { customers } from '../crm/index.js';
import { items, warehouses } from '../inventory/index.js';
import type { Row, Tx } from '../events/index.js';
import { canSee, type Decimal, type LocalDate, NotFound } from '../kernel/index.js';
import { companies, exchangeRates, paymentTerms, taxCodes } from '../platform/index.js';
import { distinct, groupBy } from './rows.js';
import type { SoldItem } from './sales-order.rules.js';

/** What an order input points to, in whatever form it comes. */
export interface OrderPointers {
  readonly companyId: string;
  readonly customerId: string;
  readonly warehouseId: string | null;
  readonly addressIds: readonly (string | null | undefined)[];
  readonly paymentTermsId: string | null | undefined;
  readonly itemIds: readonly (string | null | undefined)[];
  readonly taxCodeIds: readonly (string | null | undefined)[];
}

/** All that a list of orders needs to know of other modules, by id. */
export interface Surroundings {
  readonly companies: ReadonlyMap<string, Row<'Company'>>;
  readonly customers: ReadonlyMap<string, Row<'Customer'>>;
  /** Which customer an address belongs to, and of which kind it is. */
  readonly addresses: ReadonlyMap<string, Row<'CustomerAddress'>>;
  /** Payment terms agreed, by `termsKey`. */
  readonly agreedTerms: ReadonlyMap<string, string | null>;
  readonly paymentTerms: ReadonlySet<string>;
  readonly warehouses: ReadonlyMap<string, Row<'Warehouse'>>;
  readonly items: ReadonlyMap<string, SoldItem>;
  readonly taxCodes: ReadonlyMap<string, Row<'TaxCode'>>;
}

export const termsKey = (companyId: string, customerId: string): string =>
  `${companyId} ${customerId}`;

/** Items as lines need them: with their units, none that is unknown. */
export async function soldItems(tx: Tx, ids: readonly string[]): Promise<Map<string, SoldItem>> {
  if (ids.length === 0) return new Map();
  const rows = await items.getMany(tx, ids);
  const conversions = await items.conversions(tx, ids);
  return new Map(
    [...rows.values()].map((item) => [
      item.id,
      {
        stockUnit: item.unit,
        units: conversions.get(item.id)?.units ?? [],
        name: item.name,
        isSold: item.isSold,
        isStocked: item.isStocked,
        isMade: item.isMade,
        isArchived: item.archivedAt !== null,
      },
    ]),
  );
}

async function agreedTerms(tx: Tx, orders: readonly OrderPointers[]) {
  const terms = new Map<string, string | null>();
  for (const [companyId, group] of groupBy(orders, (order) => order.companyId)) {
    const ids = distinct(group.map((order) => order.customerId));
    for (const [customerId, agreed] of await customers.terms(tx, companyId, ids)) {
      terms.set(termsKey(companyId, customerId), agreed.paymentTermsId);
    }
  }
  return terms;
}

/** Companies by id, without those that do not exist; read once for each in a transaction. */
async function foundedCompanies(tx: Tx, ids: readonly string[]) {
  const founded = new Map<string, Row<'Company'>>();
  for (const id of ids) {
    try {
      founded.set(id, await companies.get(tx, id));
    } catch (error) {
      if (!(error instanceof NotFound)) throw error;
    }
  }
  return founded;
}

/**
 * Reads all that a list of orders points to, by a number of statements that does not grow with the
 * list. What is unknown or belongs to a company the actor cannot see is missing from the answer.
 */
export async function gather(tx: Tx, orders: readonly OrderPointers[]): Promise<Surroundings> {
  const seen = orders.filter(({ companyId }) => canSee(tx.actor, companyId));
  const customerIds = distinct(seen.map((order) => order.customerId));
  const known = await customers.getMany(tx, customerIds);
  const founded = await foundedCompanies(tx, distinct(seen.map((order) => order.companyId)));
  const ofKnown = seen.filter((o) => known.has(o.customerId) && founded.has(o.companyId));
  return {
    companies: founded,
    customers: known,
    addresses: await customers.addresses(tx, distinct(seen.flatMap((order) => order.addressIds))),
    agreedTerms: await agreedTerms(tx, ofKnown),
    paymentTerms: new Set(
      (await paymentTerms.getMany(tx, distinct(seen.map((o) => o.paymentTermsId)))).keys(),
    ),
    warehouses: await warehouses.getMany(tx, distinct(seen.map((order) => order.warehouseId))),
    items: await soldItems(tx, distinct(seen.flatMap((order) => order.itemIds))),
    taxCodes: await taxCodes.getMany(tx, distinct(seen.flatMap((order) => order.taxCodeIds))),
  };
}

/** Rates of the tax codes that a company may use, in percent. */
export function taxRatesOf(around: Surroundings, companyId: string): Map<string, Decimal> {
  const own = [...around.taxCodes.values()].filter(
    (code) => code.companyId === companyId && code.archivedAt === null,
  );
  return new Map(own.map((code) => [code.id, code.ratePercent]));
}

/** One unit of `from` in `to` on a day; one currency costs no statement. Refuses RateMissing. */
export async function rateOn(tx: Tx, from: string, to: string, on: LocalDate): Promise<Decimal> {
  return exchangeRates.rate(tx, { from, to, on });
}
