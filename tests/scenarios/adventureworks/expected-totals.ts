import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { Decimal } from 'decimal.js';

/**
 * What an import of AdventureWorks has to come to, computed from its files alone: nothing here is
 * shared with the importer or the product.
 *
 * Rounding: a line's net is quantity × price × (1 − discount), an order's tax and its freight are
 * the file's; each of the three is rounded to cents, half away from zero. Sums are not rounded
 * again.
 * All stock of a product is taken on at its standard cost, which is its average cost too then.
 */
const Exact = Decimal.clone({ precision: 100, rounding: Decimal.ROUND_HALF_UP });

type Record = { readonly [column: string]: string };

function table(folder: string, name: string): Record[] {
  const file = readdirSync(folder).find((one) => one === `${name}.csv` || one === `${name}.csv.gz`);
  if (file === undefined) throw new Error(`${name} is not there.`);
  const bytes = readFileSync(join(folder, file));
  return parse(file.endsWith('.gz') ? gunzipSync(bytes) : bytes, { columns: true, bom: true });
}

const field = (record: Record | undefined, name: string): string => {
  const value = record?.[name];
  if (value === undefined) throw new Error(`A column ${name} is missing.`);
  return value;
};

const total = (numbers: Decimal[]): Decimal =>
  numbers.reduce((sum, one) => sum.plus(one), new Exact(0));

const inCents = (text: Decimal.Value): Decimal => new Exact(text).toDecimalPlaces(2);

/** Numbers as canonical decimal texts, so that they are compared exactly. */
export interface ExpectedTotals {
  readonly items: number;
  readonly madeItems: number;
  readonly itemsInCategory: number;
  /** Rows of the cost history, and what they sum to. */
  readonly costs: number;
  readonly costSum: string;
  readonly customers: number;
  readonly organisations: number;
  readonly openings: number;
  readonly openingUnits: string;
  readonly openingValue: string;
  readonly orders: number;
  /** Lines of items, without the charges. */
  readonly lines: number;
  readonly charges: number;
  readonly net: string;
  readonly freight: string;
  readonly tax: string;
  readonly gross: string;
  readonly costOfSales: string;
  readonly margin: string;
  /** Sold pieces by product number. */
  readonly unitsByProduct: { readonly [productNumber: string]: string };
  /** Pieces that were sold without being in stock, by product number. */
  readonly shortByProduct: { readonly [productNumber: string]: string };
  readonly customersOfOrders: readonly string[];
}

/** Computes the totals for the orders of the days `from` to `to`, both included, as YYYY-MM-DD. */
export function expectedTotals(folder: string, from: string, to: string): ExpectedTotals {
  const products = table(folder, 'Production.Product');
  const customers = table(folder, 'Sales.Customer');
  const costs = table(folder, 'Production.ProductCostHistory');
  const stock = table(folder, 'Production.ProductInventory').filter(
    (place) => !new Exact(field(place, 'Quantity')).isZero(),
  );
  const orders = table(folder, 'Sales.SalesOrderHeader').filter((order) => {
    const day = field(order, 'OrderDate');
    return from <= day && day <= to;
  });
  return {
    items: products.length,
    madeItems: products.filter((product) => field(product, 'MakeFlag') === '1').length,
    itemsInCategory: products.filter((one) => field(one, 'ProductSubcategoryID') !== '').length,
    costs: costs.length,
    costSum: total(costs.map((cost) => new Exact(field(cost, 'StandardCost')))).toFixed(),
    customers: customers.length,
    organisations: customers.filter((customer) => field(customer, 'StoreID') !== '').length,
    ...openingTotals(products, stock),
    ...orderTotals(folder, { products, stock, orders }),
    customersOfOrders: [...new Set(orders.map((order) => field(order, 'CustomerID')))],
  };
}

function openingTotals(products: Record[], stock: Record[]) {
  const costs = new Map(products.map((one) => [field(one, 'ProductID'), one]));
  const value = (place: Record) =>
    new Exact(field(place, 'Quantity')).times(
      field(costs.get(field(place, 'ProductID')), 'StandardCost'),
    );
  return {
    openings: stock.length,
    openingUnits: total(stock.map((place) => new Exact(field(place, 'Quantity')))).toFixed(),
    openingValue: total(stock.map(value)).toFixed(),
  };
}

interface Sold {
  readonly products: Record[];
  readonly stock: Record[];
  readonly orders: Record[];
}

function orderTotals(folder: string, { products, stock, orders }: Sold) {
  const ids = new Set(orders.map((order) => field(order, 'SalesOrderID')));
  const lines = table(folder, 'Sales.SalesOrderDetail.reconstructed').filter((line) =>
    ids.has(field(line, 'SalesOrderID')),
  );
  const net = total(
    lines.map((line) => {
      const kept = new Exact(1).minus(field(line, 'UnitPriceDiscount'));
      const price = new Exact(field(line, 'UnitPrice')).times(kept);
      return inCents(price.times(field(line, 'OrderQty')));
    }),
  );
  const freights = orders.map((order) => inCents(field(order, 'Freight')));
  const tax = total(orders.map((order) => inCents(field(order, 'TaxAmt'))));
  const freight = total(freights);
  const pieces = piecesOf(products, stock, lines);
  return {
    orders: orders.length,
    lines: lines.length,
    charges: freights.filter((one) => !one.isZero()).length,
    net: net.toFixed(),
    freight: freight.toFixed(),
    tax: tax.toFixed(),
    gross: net.plus(freight).plus(tax).toFixed(),
    costOfSales: pieces.cost.toFixed(),
    margin: net.plus(freight).minus(pieces.cost).toFixed(),
    unitsByProduct: pieces.sold,
    shortByProduct: pieces.short,
  };
}

function piecesOf(products: Record[], stock: Record[], lines: Record[]) {
  const sold: { [productNumber: string]: string } = {};
  const short: { [productNumber: string]: string } = {};
  let cost = new Exact(0);
  const of = (rows: Record[], id: string, column: string) =>
    total(
      rows
        .filter((row) => field(row, 'ProductID') === id)
        .map((row) => new Exact(field(row, column))),
    );
  for (const product of products) {
    const id = field(product, 'ProductID');
    const number = field(product, 'ProductNumber');
    const ordered = of(lines, id, 'OrderQty');
    if (ordered.isZero()) continue;
    const missing = ordered.minus(of(stock, id, 'Quantity'));
    sold[number] = ordered.toFixed();
    if (missing.gt(0)) short[number] = missing.toFixed();
    cost = cost.plus(ordered.times(field(product, 'StandardCost')));
  }
  return { sold, short, cost };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, from = '2013-06-01', to = '2013-06-07'] = process.argv.slice(2);
  if (folder === undefined) throw new Error('Name the folder of the files.');
  process.stdout.write(`${JSON.stringify(expectedTotals(folder, from, to), null, 2)}\n`);
}
