import { fileURLToPath } from 'node:url';
import {
  expectedProduction,
  type ExpectedBuying,
  type ExpectedMaking,
} from './expected-production.js';
import { Exact, field, inCents, table, total, type Record } from './tables.js';

/**
 * What an import of AdventureWorks has to come to, computed from its files alone: nothing here is
 * shared with the importer or the product.
 *
 * Rounding: a line's net is quantity × price × (1 − discount), an order's tax and its freight are
 * the file's; each of the three is rounded to cents, half away from zero. Sums are not rounded
 * again.
 * All stock of a product is taken on at its standard cost. Numbers are canonical decimal texts, so
 * that they are compared exactly.
 */
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
  /** Sold pieces by product number. */
  readonly unitsByProduct: { readonly [productNumber: string]: string };
  readonly making: ExpectedMaking;
  readonly buying: ExpectedBuying;
  readonly customersOfOrders: readonly string[];
}

/**
 * Computes the totals for the orders of the days `from` to `to`, both included, as YYYY-MM-DD, with
 * components taken from stock or all of them made.
 */
export function expectedTotals(
  folder: string,
  from: string,
  to: string,
  isAllMade = false,
): ExpectedTotals {
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
    ...orderTotals(linesOf(folder, orders), orders, products),
    ...expectedProduction(folder, { products, stock, lines: linesOf(folder, orders), isAllMade }),
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

function linesOf(folder: string, orders: Record[]): Record[] {
  const ids = new Set(orders.map((order) => field(order, 'SalesOrderID')));
  return table(folder, 'Sales.SalesOrderDetail.reconstructed').filter((line) =>
    ids.has(field(line, 'SalesOrderID')),
  );
}

function orderTotals(lines: Record[], orders: Record[], products: Record[]) {
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
  return {
    orders: orders.length,
    lines: lines.length,
    charges: freights.filter((one) => !one.isZero()).length,
    net: net.toFixed(),
    freight: freight.toFixed(),
    tax: tax.toFixed(),
    gross: net.plus(freight).plus(tax).toFixed(),
    unitsByProduct: unitsOf(products, lines),
  };
}

function unitsOf(products: Record[], lines: Record[]) {
  const sold: { [productNumber: string]: string } = {};
  for (const product of products) {
    const own = lines.filter((line) => field(line, 'ProductID') === field(product, 'ProductID'));
    const units = total(own.map((line) => new Exact(field(line, 'OrderQty'))));
    if (!units.isZero()) sold[field(product, 'ProductNumber')] = units.toFixed();
  }
  return sold;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, from = '2013-06-01', to = '2013-06-07', components] = process.argv.slice(2);
  if (folder === undefined) throw new Error('Name the folder of the files.');
  const totals = expectedTotals(folder, from, to, components === 'made');
  process.stdout.write(`${JSON.stringify(totals, null, 2)}\n`);
}
