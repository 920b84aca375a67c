import type { Row, Tx } from '../events/index.js';
import { items, warehouses } from '../inventory/index.js';
import {
  canSee,
  type Decimal,
  distinct,
  type LocalDate,
  localDateAt,
  type Reasons,
} from '../kernel/index.js';
import { companies, paymentTerms, taxCodes } from '../platform/index.js';
import { getMany, sources, type Source } from './queries.js';
import { draftHeader, type PurchaseOrderHeaderInput } from './purchase-order-header.rules.js';
import type { BoughtItem, PurchaseOrderLineInput } from './purchase-order.rules.js';

/** An order as far as it points to others. */
export type Pointing = PurchaseOrderHeaderInput & {
  readonly lines: readonly PurchaseOrderLineInput[];
};

/** All that a list of orders needs to know of others, by id. */
export interface Surroundings {
  readonly companies: ReadonlyMap<string, Row<'Company'>>;
  readonly suppliers: ReadonlyMap<string, Row<'Supplier'>>;
  readonly paymentTerms: ReadonlySet<string>;
  readonly warehouses: ReadonlyMap<string, Row<'Warehouse'>>;
  readonly items: ReadonlyMap<string, BoughtItem>;
  readonly taxCodes: ReadonlyMap<string, Row<'TaxCode'>>;
  readonly offers: readonly Source[];
}

/** Items as lines need them: with their units, none that is unknown. */
export async function boughtItems(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, BoughtItem & Row<'Item'>>> {
  if (ids.length === 0) return new Map();
  const rows = await items.getMany(tx, ids);
  const conversions = await items.conversions(tx, ids);
  return new Map(
    [...rows.values()].map((item) => {
      const { units = [], definitions } = conversions.get(item.id) ?? {};
      return [item.id, { ...item, stockUnit: item.unit, units, definitions }];
    }),
  );
}

/**
 * The prices of today and of all other days that lines without a price of their own may take; none
 * is read when every line has one. Which of them hold on the order's day its lines decide.
 */
async function offersFor(tx: Tx, orders: readonly Pointing[]): Promise<Source[]> {
  const unpriced = orders.flatMap(({ supplierId, lines }) =>
    lines
      .filter(({ unitPrice, itemId }) => (unitPrice ?? null) === null && (itemId ?? null) !== null)
      .map(({ itemId }) => ({ itemId, supplierId })),
  );
  if (unpriced.length === 0) return [];
  const found = await sources(tx, {
    itemIds: distinct(unpriced.map(({ itemId }) => itemId)),
    supplierIds: distinct(unpriced.map(({ supplierId }) => supplierId)),
    on: null,
  });
  return [...found.values()].flat();
}

/**
 * Reads all that a list of orders points to, by a number of statements that does not grow with the
 * list. What is unknown or belongs to a company the actor cannot see is missing from the answer.
 */
export async function gather(tx: Tx, orders: readonly Pointing[]): Promise<Surroundings> {
  const seen = orders.filter(({ companyId }) => canSee(tx.actor, companyId));
  const lines = seen.flatMap((order) => order.lines);
  const terms = await paymentTerms.getMany(tx, distinct(seen.map((o) => o.paymentTermsId)));
  return {
    companies: await companies.seen(tx, distinct(seen.map((order) => order.companyId))),
    suppliers: await getMany(tx, distinct(seen.map((order) => order.supplierId))),
    paymentTerms: new Set(terms.keys()),
    warehouses: await warehouses.getMany(tx, distinct(seen.map((order) => order.warehouseId))),
    items: await boughtItems(tx, distinct(lines.map((line) => line.itemId))),
    taxCodes: await taxCodes.getMany(tx, distinct(lines.map((line) => line.taxCodeId))),
    offers: await offersFor(tx, seen),
  };
}

/** Makes the header of one order, of what was gathered around it. */
export function headerOf(
  tx: Tx,
  input: PurchaseOrderHeaderInput,
  around: Surroundings,
  reasons: Reasons,
) {
  const company = around.companies.get(input.companyId) ?? null;
  const surroundings = {
    company,
    supplier: around.suppliers.get(input.supplierId) ?? null,
    warehouse: around.warehouses.get(input.warehouseId) ?? null,
    knowsTerms: (id: string) => around.paymentTerms.has(id),
    today: localDateAt(tx.now, company?.timeZone ?? 'UTC'),
  };
  return draftHeader(input, surroundings, reasons);
}

/** What the lines of one order are made from. */
export function aroundLines(
  header: {
    readonly companyId: string;
    readonly supplierId: string;
    readonly currency: string;
    readonly documentOn: LocalDate;
    readonly requestedOn: LocalDate | null;
  },
  { items: known, taxCodes: codes, offers }: Surroundings,
) {
  const { companyId, supplierId, currency, documentOn, requestedOn } = header;
  return {
    ...{ currency, documentOn, requestedOn, items: known },
    taxRates: ratesOf(codes, companyId),
    offers: offers.filter((offer) => offer.supplierId === supplierId),
  };
}

/** Rates of the tax codes that a company may use, in percent. */
export function ratesOf(
  codes: ReadonlyMap<string, Row<'TaxCode'>>,
  companyId: string,
): Map<string, Decimal> {
  const own = [...codes.values()].filter(
    (code) => code.companyId === companyId && code.archivedAt === null,
  );
  return new Map(own.map((code) => [code.id, code.ratePercent]));
}
