import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';

/** One row of a table as the file holds it: text by column, empty for null. */
type Row<Column extends string> = Readonly<Record<Column, string>>;

type Table = keyof typeof tables;

const columns = <Column extends string>(...names: Column[]): readonly Column[] => names;

/** The tables that are read, with the columns that are used of each. */
const tables = {
  'Production.Product': columns(
    'ProductID',
    'Name',
    'ProductNumber',
    'MakeFlag',
    'FinishedGoodsFlag',
    'StandardCost',
  ),
  'Production.ProductInventory': columns('ProductID', 'LocationID', 'Quantity'),
  'Production.Location': columns('LocationID', 'Name'),
  'Sales.Customer': columns('CustomerID', 'PersonID', 'StoreID', 'AccountNumber'),
  'Sales.Store': columns('BusinessEntityID', 'Name'),
  'Person.Person': columns(
    'BusinessEntityID',
    'Title',
    'FirstName',
    'MiddleName',
    'LastName',
    'Suffix',
  ),
  'Sales.SalesOrderHeader': columns(
    'SalesOrderID',
    'SalesOrderNumber',
    'OrderDate',
    'DueDate',
    'ShipDate',
    'CustomerID',
    'TaxAmt',
    'Freight',
  ),
  'Sales.SalesOrderDetail.reconstructed': columns(
    'SalesOrderID',
    'SalesOrderDetailID',
    'OrderQty',
    'ProductID',
    'UnitPrice',
    'UnitPriceDiscount',
  ),
} as const;

export type RowOf<T extends Table> = Row<(typeof tables)[T][number]>;

/** What is wrong with the folder of files; the message is what its user reads. */
export class SourceUnreadable extends Error {}

function bytesOf(folder: string, table: Table): Buffer {
  const plain = join(folder, `${table}.csv`);
  if (existsSync(plain)) return readFileSync(plain);
  if (existsSync(`${plain}.gz`)) return gunzipSync(readFileSync(`${plain}.gz`));
  throw new SourceUnreadable(
    `The folder ${folder} holds neither ${table}.csv nor ${table}.csv.gz.`,
  );
}

/**
 * The rows of a table, from `<table>.csv` or `<table>.csv.gz` in UTF-8 with a header. Only the
 * columns that are used are kept. Throws SourceUnreadable when the file or a column is missing.
 */
function rowsOf<T extends Table>(folder: string, table: T): RowOf<T>[] {
  const used: readonly string[] = tables[table];
  const [header = [], ...records] = parse(bytesOf(folder, table), { bom: true });
  const places = used.map((name) => [name, header.indexOf(name)] as const);
  const missing = places.find(([, place]) => place < 0);
  if (missing) throw new SourceUnreadable(`${table}.csv has no column ${missing[0]}.`);
  return records.map(
    (record) =>
      Object.fromEntries(places.map(([name, place]) => [name, record[place] ?? ''])) as RowOf<T>,
  );
}

/** The days of the orders that are taken, both included, as YYYY-MM-DD. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** An order with its lines, as the files have them. */
export interface SourceOrder {
  readonly header: RowOf<'Sales.SalesOrderHeader'>;
  readonly lines: readonly RowOf<'Sales.SalesOrderDetail.reconstructed'>[];
}

/** All that is read of the files, each table once. */
export interface Source {
  readonly products: readonly RowOf<'Production.Product'>[];
  readonly locations: readonly RowOf<'Production.Location'>[];
  /** What lies where; places that hold nothing are left out. */
  readonly stock: readonly RowOf<'Production.ProductInventory'>[];
  readonly customers: readonly RowOf<'Sales.Customer'>[];
  readonly stores: ReadonlyMap<string, RowOf<'Sales.Store'>>;
  readonly persons: ReadonlyMap<string, RowOf<'Person.Person'>>;
  /** Those of the span, in the order of their numbers. */
  readonly orders: readonly SourceOrder[];
}

const byKey = <R, K extends keyof R>(rows: readonly R[], key: K): Map<R[K], R> =>
  new Map(rows.map((row) => [row[key], row]));

/** Reads a folder of AdventureWorks tables. Throws SourceUnreadable. */
export function readSource(folder: string, span: Span): Source {
  return {
    products: rowsOf(folder, 'Production.Product'),
    locations: rowsOf(folder, 'Production.Location'),
    stock: rowsOf(folder, 'Production.ProductInventory').filter(({ Quantity }) => Quantity !== '0'),
    customers: rowsOf(folder, 'Sales.Customer'),
    stores: byKey(rowsOf(folder, 'Sales.Store'), 'BusinessEntityID'),
    persons: byKey(rowsOf(folder, 'Person.Person'), 'BusinessEntityID'),
    orders: ordersOf(folder, span),
  };
}

function ordersOf(folder: string, { from, to }: Span): SourceOrder[] {
  const headers = rowsOf(folder, 'Sales.SalesOrderHeader').filter(
    ({ OrderDate }) => OrderDate >= from && OrderDate <= to,
  );
  const lines = new Map(
    headers.map(({ SalesOrderID }) => [SalesOrderID, [] as SourceOrder['lines'][number][]]),
  );
  for (const line of rowsOf(folder, 'Sales.SalesOrderDetail.reconstructed'))
    lines.get(line.SalesOrderID)?.push(line);
  return headers.map((header) => ({ header, lines: lines.get(header.SalesOrderID) ?? [] }));
}

/** The same, with only those customers who placed the orders of the span. */
export function onlyOrdering(source: Source): Source {
  const ordering = new Set(source.orders.map(({ header }) => header.CustomerID));
  const customers = source.customers.filter(({ CustomerID }) => ordering.has(CustomerID));
  return { ...source, customers };
}
