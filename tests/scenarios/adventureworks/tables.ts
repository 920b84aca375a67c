import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { Decimal } from 'decimal.js';

/** Numbers that are never rounded unasked; half away from zero where they are. */
export const Exact = Decimal.clone({ precision: 100, rounding: Decimal.ROUND_HALF_UP });

export type Record = { readonly [column: string]: string };

function bytesOf(folder: string, name: string): Buffer {
  const file = readdirSync(folder).find((one) => one === `${name}.csv` || one === `${name}.csv.gz`);
  if (file === undefined) throw new Error(`${name} is not there.`);
  const bytes = readFileSync(join(folder, file));
  return file.endsWith('.gz') ? gunzipSync(bytes) : bytes;
}

/** The lines of a table's file, as they are. */
export const linesOfFile = (folder: string, name: string): string[] =>
  bytesOf(folder, name).toString('utf8').split(/\r?\n/);

export const table = (folder: string, name: string): Record[] =>
  parse(bytesOf(folder, name), { columns: true, bom: true });

export const field = (record: Record | undefined, name: string): string => {
  const value = record?.[name];
  if (value === undefined) throw new Error(`A column ${name} is missing.`);
  return value;
};

export const total = (numbers: Decimal[]): Decimal =>
  numbers.reduce((sum, one) => sum.plus(one), new Exact(0));

export const inCents = (text: Decimal.Value): Decimal => new Exact(text).toDecimalPlaces(2);
