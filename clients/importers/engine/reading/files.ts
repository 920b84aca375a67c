import { basename } from 'node:path';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { FileSource } from '../language.js';
import { listOf } from '../language.js';
import { ImportRefused } from '../refusals.js';
import type { Row } from '../frames.js';
import { fileIn } from './bytes.js';
import { readCsv } from './csv.js';
import { readJsonl } from './jsonl.js';
import type { Reading, Table } from './table.js';
import { readXlsx } from './xlsx.js';

const readers = { csv: readCsv, jsonl: readJsonl, xlsx: readXlsx } as const;

function formatOf(path: string, source: FileSource): keyof typeof readers {
  if (source.format) return source.format;
  const ending = /\.(csv|tsv|txt|jsonl|ndjson|xlsx)(\.gz)?$/i.exec(path)?.[1]?.toLowerCase();
  if (ending === 'jsonl' || ending === 'ndjson') return 'jsonl';
  if (ending === 'xlsx') return 'xlsx';
  if (ending !== undefined) return 'csv';
  throw new ImportRefused(`${basename(path)}: The format is not known; the source must tell it.`);
}

/** The columns that a file has twice cannot be told apart. */
function checkColumns(path: string, columns: readonly string[]): void {
  const repeated = columns.find((one, index) => one !== '' && columns.indexOf(one) !== index);
  if (repeated !== undefined)
    throw new ImportRefused(`${basename(path)}: The column ${repeated} is there twice.`);
}

async function readFileOf(path: string, source: FileSource): Promise<Reading> {
  const reading = await readers[formatOf(path, source)](path, source);
  const columns = reading.columns.map((column) => column.trim());
  checkColumns(path, columns);
  return { ...reading, columns };
}

/** Puts the values of a file where the first file has their columns, and empties what is empty. */
async function* aligned(reading: Reading, columns: readonly string[], source: FileSource) {
  const places = columns.map((column) => reading.columns.indexOf(column));
  const isSame = places.every((place, index) => place === index);
  const empty = new Set(source.empty);
  for await (const { values, number } of reading.rows) {
    const moved = isSame ? values : places.map((place) => values[place] ?? '');
    const cleaned = empty.size > 0 ? moved.map((text) => (empty.has(text) ? '' : text)) : moved;
    yield { values: cleaned, number };
  }
}

/** The files of a source, one after the other, as one table. Throws ImportRefused. */
export async function fileTable(folder: string, source: FileSource): Promise<Table> {
  const paths = listOf(source.file).map((name) => fileIn(folder, name));
  const [first = ''] = paths;
  const head = await readFileOf(first, source);
  await (head.rows as AsyncGenerator<Row>).return(undefined);
  const columns = [...new Set([...head.columns, ...(source.optional ?? [])])];
  return {
    columns,
    async *rows() {
      for (const path of paths) {
        const reading = await readFileOf(path, source);
        const missing = head.columns.find((one) => !reading.columns.includes(one));
        if (missing !== undefined)
          throw new ImportRefused(`${basename(path)}: The column ${missing} is missing.`);
        yield* aligned(reading, columns, source);
      }
    },
  };
}

/** What a file holds, as a hash. */
export async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of createReadStream(path)) hash.update(bytes as Buffer);
  return hash.digest('hex');
}
