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
  'Production.Product': columns('ProductID', 'ProductNumber', 'StandardCost'),
  'Sales.Customer': columns('CustomerID', 'AccountNumber'),
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

/** A folder of the files, and what is read of them beside the mapping. */
export interface Source {
  readonly folder: string;
  readonly span: Span;
  /** Only the customers of the orders are brought in. */
  readonly isOnlyOrdering: boolean;
  /** Components are made for each order anew, and not taken from stock. */
  readonly isAllMade: boolean;
  readonly products: readonly RowOf<'Production.Product'>[];
  readonly customers: readonly RowOf<'Sales.Customer'>[];
  /** Those of the span, in the order of their numbers. */
  readonly orders: readonly SourceOrder[];
}

/** Reads a folder of AdventureWorks tables. Throws SourceUnreadable. */
export function readSource(folder: string, span: Span): Source {
  return {
    ...{ folder, span, isOnlyOrdering: false, isAllMade: false },
    products: rowsOf(folder, 'Production.Product'),
    customers: rowsOf(folder, 'Sales.Customer'),
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
export const onlyOrdering = (source: Source): Source => ({ ...source, isOnlyOrdering: true });

/** The same, with all components made anew. */
export const allMade = (source: Source): Source => ({ ...source, isAllMade: true });
