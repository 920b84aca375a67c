import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import type { Refusal } from '../../typescript/client.js';

/** A row that was not taken, and why. */
export interface RefusedRow {
  readonly step: string;
  readonly source: string;
  /** As a spreadsheet counts, the header being 1. */
  readonly row: number;
  readonly key: string;
  readonly code: string;
  readonly message: string;
  /** The field, below the row. */
  readonly path: string;
}

const COLUMNS = ['step', 'source', 'row', 'key', 'code', 'message', 'path'] as const;

/** Quotes a cell; one that a spreadsheet would take for a formula begins with an apostrophe. */
function cell(value: string | number): string {
  const text = String(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Takes the `input.rows.17` off a path, since the row is told. */
export function refusedOf(
  row: Pick<RefusedRow, 'step' | 'source' | 'row' | 'key'>,
  { code, message, path }: Pick<Refusal, 'code' | 'message' | 'path'>,
): RefusedRow {
  const below = path[0] === 'input' ? path.slice(path[1] === 'rows' ? 3 : 1) : path;
  return { ...row, code, message, path: below.join('.') };
}

/** The two files of refused rows: for people and for programs. */
export interface RefusedFiles {
  readonly csv: string;
  readonly jsonl: string;
  write(rows: readonly RefusedRow[]): void;
  /** Closes them; where nothing was refused, they go. */
  close(): void;
}

export function openRefused(path: string): RefusedFiles {
  const stem = path.replace(/\.(csv|jsonl)$/i, '');
  const [csv, jsonl] = [`${stem}.csv`, `${stem}.jsonl`];
  const files = [openSync(csv, 'w'), openSync(jsonl, 'w')] as const;
  let count = 0;
  writeSync(files[0], `${COLUMNS.join(',')}\n`);
  return {
    csv,
    jsonl,
    write(rows) {
      count += rows.length;
      for (const row of rows) {
        writeSync(files[0], `${COLUMNS.map((column) => cell(row[column])).join(',')}\n`);
        writeSync(files[1], `${JSON.stringify(row)}\n`);
      }
    },
    close() {
      for (const file of files) closeSync(file);
      if (count === 0) for (const one of [csv, jsonl]) rmSync(one);
    },
  };
}
