import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { parse, type CsvError } from 'csv-parse';
import type { FileSource } from '../language.js';
import { ImportRefused } from '../refusals.js';
import type { Row } from '../frames.js';
import { textOfFile } from './bytes.js';
import type { Reading } from './table.js';

interface Parsed {
  readonly record: string[];
  readonly info: { readonly empty_lines: number; readonly lines: number };
}

async function* recordsOf(path: string, source: FileSource): AsyncGenerator<Row> {
  const { delimiter = ',', quote = '"', encoding } = source;
  const options = { delimiter, quote, info: true, skip_empty_lines: true, bom: true } as const;
  const text = Readable.from(textOfFile(path, encoding));
  const parser = parse(options);
  text.on('error', (error) => parser.destroy(error));
  text.pipe(parser);
  let count = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>)
      yield { values: record, number: ++count + info.empty_lines };
  } catch (error) {
    if (error instanceof ImportRefused) throw error;
    const { message } = error as CsvError;
    throw new ImportRefused(`${basename(path)}: ${message}.`);
  } finally {
    text.destroy();
  }
}

/** Reads a file of separated values; its first row names the columns unless the source does. */
export async function readCsv(path: string, source: FileSource): Promise<Reading> {
  const records = recordsOf(path, source);
  if (source.columns) return { columns: source.columns, rows: records };
  const header = source.header ?? 1;
  for (;;) {
    const next = await records.next();
    if (next.done) return { columns: [], rows: records };
    const { number, values } = next.value;
    if (number >= header) return { columns: values, rows: records };
  }
}
