import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { Decimal } from 'decimal.js';
import { readSheet } from 'read-excel-file/node';
import type { FileSource } from '../language.js';
import { ImportRefused } from '../refusals.js';
import type { Row } from '../frames.js';
import type { Reading } from './table.js';

/** A workbook is read whole, so it is bounded: what is larger belongs in a CSV. */
const UNPACKED_MAX = 512 * 1024 * 1024;

const END = 0x06054b50;
const ENTRY = 0x02014b50;

/** The bytes that a zip says its files unpack to, by its directory at the end. */
async function unpackedSize(path: string): Promise<number> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const tail = Buffer.alloc(Math.min(size, 65_557));
    await file.read(tail, 0, tail.length, size - tail.length);
    const end = tail.lastIndexOf(Buffer.from('504b0506', 'hex'));
    if (end < 0 || tail.readUInt32LE(end) !== END) return Number.NaN;
    const directory = Buffer.alloc(Math.min(tail.readUInt32LE(end + 12), size));
    await file.read(directory, 0, directory.length, tail.readUInt32LE(end + 16));
    return sumOf(directory);
  } finally {
    await file.close();
  }
}

function sumOf(directory: Buffer): number {
  let sum = 0;
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === ENTRY;) {
    sum += directory.readUInt32LE(at + 24);
    const lengths = [28, 30, 32].map((offset) => directory.readUInt16LE(at + offset));
    at += 46 + lengths.reduce((total, one) => total + one, 0);
  }
  return sum;
}

/**
 * A number as the program shows it: it keeps binary fractions and shows fifteen digits, so 0.1 +
 * 0.2 stands in the file as 0.30000000000000004 and means 0.3.
 */
const shownNumber = (text: string): string => new Decimal(text).toSignificantDigits(15).toFixed();

/** A cell as text; a day without a time is a day, truth is 1 or 0. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().replace(/T00:00:00\.000Z$/, '');
  if (typeof cell === 'boolean') return cell ? '1' : '0';
  return typeof cell === 'string' ? cell.trim() : JSON.stringify(cell);
}

/** Reads a sheet of a workbook, the first unless told; formulas come as their last results. */
export async function readXlsx(path: string, source: FileSource): Promise<Reading> {
  const size = await unpackedSize(path);
  const refuse = (text: string) => new ImportRefused(`${basename(path)}: ${text}`);
  if (Number.isNaN(size)) throw refuse('The file is no workbook, or is cut off.');
  if (size > UNPACKED_MAX) throw refuse('The workbook is too large; save its sheet as CSV.');
  let cells: unknown[][];
  try {
    cells = await readSheet(path, source.sheet ?? 1, { parseNumber: shownNumber });
  } catch (error) {
    throw refuse(error instanceof Error ? error.message : String(error));
  }
  const rows = cells.map((row, index): Row => ({ values: row.map(cellText), number: index + 1 }));
  const header = source.columns ? 0 : (source.header ?? 1);
  const columns = source.columns ?? rows[header - 1]?.values ?? [];
  const filled = rows.slice(header).filter(({ values }) => values.some((text) => text !== ''));
  return {
    columns,
    rows: (async function* () {
      yield* filled;
      await Promise.resolve();
    })(),
  };
}
