import { basename } from 'node:path';
import type { FileSource } from '../language.js';
import { ImportRefused } from '../refusals.js';
import type { Row } from '../frames.js';
import { textOfFile } from './bytes.js';
import type { Reading } from './table.js';

/** Rows from which the columns are known: what comes later only has columns that were seen. */
const SEEN = 1_000;

type Flat = Readonly<Record<string, string>>;

async function* linesOf(path: string, source: FileSource): AsyncGenerator<string> {
  let rest = '';
  for await (const text of textOfFile(path, source.encoding)) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  yield rest;
}

/** Numbers become texts before they are read, so that none of their digits is lost. */
const withoutNumbers = (line: string): string =>
  line.replace(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g, (part) =>
    part.startsWith('"') ? part : `"${part}"`,
  );

/** `{"a": {"b": 1}, "c": [2]}` has the columns a.b and c.0. */
function flatten(value: unknown, name: string, into: Record<string, string>): void {
  if (typeof value === 'object' && value !== null)
    for (const [key, one] of Object.entries(value))
      flatten(one, name === '' ? key : `${name}.${key}`, into);
  else if (value !== null && value !== undefined)
    into[name] = typeof value === 'string' ? value : JSON.stringify(value);
}

async function* objectsOf(
  path: string,
  source: FileSource,
): AsyncGenerator<{ readonly flat: Flat; readonly number: number }> {
  let number = 0;
  for await (const line of linesOf(path, source)) {
    number++;
    if (line.trim() === '') continue;
    const flat: Record<string, string> = {};
    try {
      flatten(JSON.parse(withoutNumbers(line)), '', flat);
    } catch {
      throw new ImportRefused(`${basename(path)}: Line ${number} is no JSON object.`);
    }
    yield { flat, number };
  }
}

/** Reads a file with one JSON object a line. */
export async function readJsonl(path: string, source: FileSource): Promise<Reading> {
  const objects = objectsOf(path, source);
  const seen: { flat: Flat; number: number }[] = [];
  while (seen.length < SEEN) {
    const next = await objects.next();
    if (next.done) break;
    seen.push(next.value);
  }
  const columns = [...new Set(seen.flatMap(({ flat }) => Object.keys(flat)))];
  const rowOf = ({ flat, number }: { flat: Flat; number: number }): Row => ({
    values: columns.map((column) => flat[column] ?? ''),
    number,
  });
  return {
    columns,
    rows: (async function* () {
      for (const one of seen.splice(0)) yield rowOf(one);
      for await (const one of objects) yield rowOf(one);
    })(),
  };
}
