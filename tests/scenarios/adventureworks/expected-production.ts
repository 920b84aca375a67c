import { Decimal } from 'decimal.js';
import { Exact, field, inCents, table, total, type Record } from './tables.js';

/**
 * What is made and bought for some lines, computed from the files alone.
 *
 * Each line of a product that is made and has a BOM is made in full, with a work order for it and
 * for each component, through all levels, that is made in turn. What lies in stock is promised to
 * the lines that sell it first; of the rest components are taken before more of them is made,
 * unless all is made. A BOM is what it is today. What lines and parts need beyond the stock is
 * bought where it costs least among those whose least quantity is not more than that, otherwise of
 * whom it takes the least; pieces are bought whole. Each line of a purchase is rounded to cents,
 * half away from zero.
 */
export interface ExpectedMaking {
  /** Work orders of the lines themselves, and what they make. */
  readonly made: number;
  readonly units: string;
  /** Those of their components too. */
  readonly workOrders: number;
  /** Pieces of everything that is made, by product number. */
  readonly pieces: { readonly [productNumber: string]: string };
}

export interface ExpectedBuying {
  readonly items: number;
  readonly suppliers: number;
  readonly net: string;
  /** What is short and nobody sells, by product number. */
  readonly unsold: { readonly [productNumber: string]: string };
}

interface Sold {
  readonly products: Record[];
  readonly stock: Record[];
  readonly lines: Record[];
  readonly isAllMade: boolean;
}

const grouped = (rows: Record[], column: string): Map<string, Record[]> => {
  const groups = new Map<string, Record[]>();
  for (const row of rows) {
    const key = field(row, column);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return groups;
};

type Counts = Map<string, Decimal>;

const of = (counts: Counts, id: string): Decimal => counts.get(id) ?? new Exact(0);

const add = (counts: Counts, id: string, quantity: Decimal): void => {
  counts.set(id, of(counts, id).plus(quantity));
};

/** Takes what there is of so much; answers what is missing. */
function missingAfter(free: Counts, id: string, quantity: Decimal): Decimal {
  const taken = Decimal.min(of(free, id), quantity);
  add(free, id, taken.negated());
  return quantity.minus(taken);
}

/** BOM lines as they are today. */
function bomLinesOf(folder: string): Record[] {
  const today = new Date().toISOString().slice(0, 10);
  return table(folder, 'Production.BillOfMaterials').filter((line) => {
    const until = field(line, 'EndDate');
    return field(line, 'StartDate') <= today && (until === '' || until > today);
  });
}

/** Computes what is made and bought for lines. */
export function expectedProduction(folder: string, { products, stock, lines, isAllMade }: Sold) {
  const bomLines = bomLinesOf(folder);
  const boms = grouped(bomLines, 'ProductAssemblyID');
  const numbers = new Map(products.map((one) => [field(one, 'ProductID'), one]));
  const isMade = (id: string) => field(numbers.get(id), 'MakeFlag') === '1' && boms.has(id);
  const idOf = (line: Record) => field(line, 'ProductID');
  const quantityOf = (line: Record) => new Exact(field(line, 'OrderQty'));
  const free: Counts = new Map();
  for (const place of stock) add(free, idOf(place), new Exact(field(place, 'Quantity')));
  const short: Counts = new Map();
  for (const line of lines) {
    const missing = missingAfter(free, idOf(line), quantityOf(line));
    if (!isMade(idOf(line))) add(short, idOf(line), missing);
  }
  const pieces: Counts = new Map();
  /** Makes so much of a product and of its parts; answers how many work orders that takes. */
  const make = (id: string, quantity: Decimal): number => {
    add(pieces, id, quantity);
    return (boms.get(id) ?? []).reduce((count, line) => {
      const part = field(line, 'ComponentID');
      const parts = quantity.times(field(line, 'PerAssemblyQty'));
      const isTaken = !isMade(part) || !isAllMade;
      const missing = isTaken ? missingAfter(free, part, parts) : parts;
      if (isMade(part)) return missing.isZero() ? count : count + make(part, missing);
      add(short, part, missing);
      return count;
    }, 1);
  };
  const made = lines.filter((line) => isMade(idOf(line)));
  const workOrders = made.reduce((sum, line) => sum + make(idOf(line), quantityOf(line)), 0);
  const numbered = [...pieces].map(([id, count]) => [
    field(numbers.get(id), 'ProductNumber'),
    count.toFixed(),
  ]);
  const making = {
    ...{ made: made.length, units: total(made.map(quantityOf)).toFixed(), workOrders },
    pieces: Object.fromEntries(numbered) as ExpectedMaking['pieces'],
  };
  return { making, buying: buyingOf(folder, numbers, grouped(bomLines, 'ComponentID'), short) };
}

function buyingOf(
  folder: string,
  products: ReadonlyMap<string, Record>,
  measures: ReadonlyMap<string, Record[]>,
  short: Counts,
): ExpectedBuying {
  const sources = grouped(table(folder, 'Purchasing.ProductVendor'), 'ProductID');
  const suppliers = new Set<string>();
  const unsold: { [productNumber: string]: string } = {};
  const costs: Decimal[] = [];
  for (const [id, missing] of short) {
    if (missing.isZero()) continue;
    const isWhole = (measures.get(id) ?? []).every((one) => field(one, 'UnitMeasureCode') === 'EA');
    const purchase = cheapest(sources.get(id) ?? [], isWhole ? missing.ceil() : missing);
    if (purchase) {
      suppliers.add(purchase.supplier);
      costs.push(inCents(purchase.quantity.times(purchase.price)));
    } else unsold[field(products.get(id), 'ProductNumber')] = missing.toFixed();
  }
  const net = total(costs).toFixed();
  return { items: costs.length, suppliers: suppliers.size, net, unsold };
}

function cheapest(sources: Record[], needed: Decimal) {
  const offers = sources.map((source) => ({
    supplier: field(source, 'BusinessEntityID'),
    price: new Exact(field(source, 'StandardPrice')),
    quantity: Decimal.max(needed, field(source, 'MinOrderQty')),
  }));
  const enough = offers.filter(({ quantity }) => quantity.eq(needed));
  if (enough.length > 0) return enough.toSorted((one, other) => one.price.cmp(other.price))[0];
  return offers.toSorted(
    (one, other) => one.quantity.cmp(other.quantity) || one.price.cmp(other.price),
  )[0];
}
