import { customers } from '../crm/index.js';
import { items, warehouses } from '../inventory/index.js';
import { landed, type Row, type Tx } from '../events/index.js';
import {
  canSee,
  type Decimal,
  distinct,
  groupBy,
  type LocalDate,
  present,
} from '../kernel/index.js';
import { companies, exchangeRates, paymentTerms, taxCodes } from '../platform/index.js';
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
  const [rows, conversions] = await landed([items.getMany(tx, ids), items.conversions(tx, ids)]);
  return new Map(
    [...rows.values()].map((item) => [
      item.id,
      {
        stockUnit: item.unit,
        units: conversions.get(item.id)?.units ?? [],
        definitions: conversions.get(item.id)?.definitions,
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
  const groups = [...groupBy(orders, (order) => order.companyId)];
  const found = await landed(
    groups.map(([companyId, group]) =>
      customers.termsOf(tx, companyId, distinct(group.map((order) => order.customerId))),
    ),
  );
  return new Map(
    groups.flatMap(([companyId], index) =>
      [...present(found[index])].map(
        ([customerId, agreed]) => [termsKey(companyId, customerId), agreed.paymentTermsId] as const,
      ),
    ),
  );
}

/**
 * Reads all that a list of orders points to, in one flight and by a number of statements that does
 * not grow with the list. What is unknown or belongs to a company the actor cannot see is missing
 * from the answer.
 */
export async function gather(tx: Tx, orders: readonly OrderPointers[]): Promise<Surroundings> {
  const seen = orders.filter(({ companyId }) => canSee(tx.actor, companyId));
  const ids = (idsOf: (order: OrderPointers) => readonly (string | null | undefined)[]) =>
    distinct(seen.flatMap(idsOf));
  const [known, founded, addresses, terms, agreed, stores, sold, codes] = await landed([
    customers.getMany(tx, distinct(seen.map(({ customerId }) => customerId))),
    companies.seen(tx, distinct(seen.map(({ companyId }) => companyId))),
    customers.addresses(
      tx,
      ids(({ addressIds }) => addressIds),
    ),
    paymentTerms.getMany(tx, distinct(seen.map(({ paymentTermsId }) => paymentTermsId))),
    agreedTerms(tx, seen),
    warehouses.getMany(tx, distinct(seen.map(({ warehouseId }) => warehouseId))),
    soldItems(
      tx,
      ids(({ itemIds }) => itemIds),
    ),
    taxCodes.getMany(
      tx,
      ids(({ taxCodeIds }) => taxCodeIds),
    ),
  ]);
  return {
    companies: founded,
    customers: known,
    addresses,
    agreedTerms: agreed,
    paymentTerms: new Set(terms.keys()),
    warehouses: stores,
    items: sold,
    taxCodes: codes,
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
