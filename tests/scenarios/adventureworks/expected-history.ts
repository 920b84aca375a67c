import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { Decimal } from 'decimal.js';

/**
 * What the history of AdventureWorks has to come to, computed from its files alone: nothing here is
 * shared with the importer or the product. Each table is walked once.
 *
 * Rounding: a line's net is quantity × price × (1 − discount), an order's tax and its freight are
 * the file's; each of the three is rounded to cents, half away from zero, and sums are not rounded
 * again.
 */
const Exact = Decimal.clone({ precision: 100, rounding: Decimal.ROUND_HALF_UP });

function rowsOf(folder: string, name: string): string[][] {
  const file = readdirSync(folder).find((one) => one === `${name}.csv` || one === `${name}.csv.gz`);
  if (file === undefined) throw new Error(`${name} is not there.`);
  const bytes = readFileSync(join(folder, file));
  return parse(file.endsWith('.gz') ? gunzipSync(bytes) : bytes, { bom: true });
}

/** The rows of a table as lists of the named columns. */
function picked(folder: string, name: string, ...columns: string[]): string[][] {
  const [header = [], ...rows] = rowsOf(folder, name);
  const places = columns.map((column) => header.indexOf(column));
  if (places.includes(-1)) throw new Error(`${name} lacks one of ${columns.join(', ')}.`);
  return rows.map((row) => places.map((place) => row[place] ?? ''));
}

const inCents = (value: Decimal.Value): Decimal => new Exact(value).toDecimalPlaces(2);

/** Sums by key, which begin at nothing. */
type Sums = Map<string, Decimal>;

const sumOf = (sums: Sums, key: string): Decimal => sums.get(key) ?? new Exact(0);

const add = (sums: Sums, key: string, amount: Decimal.Value): Sums =>
  sums.set(key, sumOf(sums, key).plus(amount));

const texts = (sums: Sums): Record<string, string> =>
  Object.fromEntries([...sums].map(([key, sum]) => [key, sum.toFixed()]));

/** Numbers as canonical decimal texts, so that they are compared exactly. */
export interface ExpectedHistory {
  readonly orders: number;
  readonly itemLines: number;
  readonly charges: number;
  readonly customers: number;
  readonly pieces: string;
  readonly net: string;
  readonly freight: string;
  readonly tax: string;
  readonly gross: string;
  /** Gross by month of the order, as YYYY-MM. */
  readonly grossByMonth: Readonly<Record<string, string>>;
  /** Pieces by number of the product in the files. */
  readonly piecesByProduct: Readonly<Record<string, string>>;
  /** The customer with the most orders, by the key of the files, and how many. */
  readonly most: { readonly customer: string; readonly orders: number };
}

/** Computes the history of the days `from` to `to`, both included, as YYYY-MM-DD. */
export function expectedHistory(folder: string, from: string, to: string): ExpectedHistory {
  const months = new Map<string, string>();
  const sums: Sums = new Map();
  const byMonth: Sums = new Map();
  const byProduct: Sums = new Map();
  const ofCustomer = new Map<string, number>();
  let charges = 0;
  const headers = ['SalesOrderID', 'OrderDate', 'CustomerID', 'TaxAmt', 'Freight'];
  for (const [id = '', day = '', customer = '', tax = '', freight = ''] of picked(
    ...([folder, 'Sales.SalesOrderHeader', ...headers] as const),
  )) {
    if (day < from || day > to) continue;
    months.set(id, day.slice(0, 7));
    ofCustomer.set(customer, (ofCustomer.get(customer) ?? 0) + 1);
    add(sums, 'tax', inCents(tax));
    add(sums, 'freight', inCents(freight));
    add(byMonth, day.slice(0, 7), inCents(tax).plus(inCents(freight)));
    if (!inCents(freight).isZero()) charges += 1;
  }
  let itemLines = 0;
  const columns = ['SalesOrderID', 'ProductID', 'OrderQty', 'UnitPrice', 'UnitPriceDiscount'];
  for (const [id = '', product = '', quantity = '', price = '', discount = ''] of picked(
    ...([folder, 'Sales.SalesOrderDetail.reconstructed', ...columns] as const),
  )) {
    const month = months.get(id);
    if (month === undefined) continue;
    const net = inCents(new Exact(quantity).times(price).times(new Exact(1).minus(discount)));
    itemLines += 1;
    add(sums, 'net', net);
    add(sums, 'pieces', quantity);
    add(byMonth, month, net);
    add(byProduct, product, quantity);
  }
  const ranked = [...ofCustomer].sort(
    ([left, one], [right, other]) => other - one || Number(left) - Number(right),
  );
  const [customer = '', orders = 0] = ranked[0] ?? [];
  const [net, freight, tax] = ['net', 'freight', 'tax'].map((name) => sumOf(sums, name).toFixed());
  return {
    ...{ orders: months.size, itemLines, charges, customers: ofCustomer.size },
    pieces: sumOf(sums, 'pieces').toFixed(),
    ...{ net: net ?? '', freight: freight ?? '', tax: tax ?? '' },
    gross: new Exact(net ?? 0)
      .plus(freight ?? 0)
      .plus(tax ?? 0)
      .toFixed(),
    grossByMonth: texts(byMonth),
    piecesByProduct: texts(byProduct),
    most: { customer, orders },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, from = '2011-01-01', to = '2014-12-31'] = process.argv.slice(2);
  if (folder === undefined) throw new Error('Name the folder of the files.');
  process.stdout.write(`${JSON.stringify(expectedHistory(folder, from, to), null, 2)}\n`);
}
