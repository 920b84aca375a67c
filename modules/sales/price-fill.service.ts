import type { Tx } from '../events/index.js';
import { localDateAt } from '../kernel/index.js';
import type { PriceWanted } from './price.rules.js';
import { findAll } from './price.service.js';
import type { SalesOrderLineInput } from './sales-order.rules.js';
import type { Surroundings } from './surroundings.js';

/** A document whose lines may leave out their prices. */
interface PricedDocument<Line extends SalesOrderLineInput> {
  readonly companyId: string;
  readonly customerId: string;
  /** The customer's when absent. */
  readonly currency?: string | null;
  /** Today in the company's time zone when absent. */
  readonly documentOn?: string | null;
  /** Only prices of this list. */
  readonly priceListId?: string | null;
  readonly lines: readonly Line[];
}

interface Gap extends PriceWanted {
  readonly document: number;
  readonly line: number;
}

function gapsOf<Line extends SalesOrderLineInput>(
  tx: Tx,
  document: PricedDocument<Line>,
  around: Surroundings,
  index: number,
): Gap[] {
  const { companyId, customerId, priceListId } = document;
  const currency = document.currency ?? around.customers.get(customerId)?.currency ?? '';
  const timeZone = around.companies.get(companyId)?.timeZone ?? 'UTC';
  const on = document.documentOn ?? localDateAt(tx.now, timeZone);
  return document.lines.flatMap(({ unitPrice, itemId, unit, quantity }, line) => {
    const item = around.items.get(itemId ?? '');
    if ((unitPrice ?? null) !== null || !item || !itemId || !quantity) return [];
    const wanted = { itemId, unit: unit ?? item.stockUnit, quantity };
    return [{ ...wanted, companyId, customerId, currency, on, priceListId, document: index, line }];
  });
}

/**
 * The documents with the prices that their lines leave out, as the price lists have them; a line
 * that no list prices stays as it is. No statement when all prices are told, else one.
 */
export async function withPrices<
  Line extends SalesOrderLineInput,
  Document extends PricedDocument<Line>,
>(tx: Tx, documents: readonly Document[], around: Surroundings): Promise<Document[]> {
  const gaps = documents.flatMap((document, index) => gapsOf(tx, document, around, index));
  const found = await findAll(tx, gaps, around.items);
  const priceAt = new Map(
    gaps.map(({ document, line }, index) => [`${document} ${line}`, found[index]?.unitPrice]),
  );
  return documents.map((document, index) => ({
    ...document,
    lines: document.lines.map((line, place) => {
      const unitPrice = priceAt.get(`${index} ${place}`);
      return unitPrice ? { ...line, unitPrice } : line;
    }),
  }));
}
