import { parse } from 'csv-parse/sync';
import { nouns, type DuplicateNoun } from './arguments.js';

/** One of two that may be the same. */
export interface Side {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** Two that may be the same, as a line of the list. */
export interface Suggestion {
  readonly noun: DuplicateNoun;
  readonly score: string;
  readonly reasons: readonly string[];
  readonly survivor: Side;
  readonly duplicate: Side;
}

/** What somebody decided of a line. */
export interface Decision {
  readonly noun: DuplicateNoun;
  readonly line: number;
  readonly kind: 'MERGE' | 'DISMISS';
  /** The one that stays; of two that differ, either. */
  readonly survivor: Side;
  readonly merged: Side;
}

/** The file is not what the first command wrote, or a line says what cannot be done. */
export class TableRefused extends Error {}

const columns = [
  ...['noun', 'score', 'reasons', 'code', 'name', 'duplicate_code', 'duplicate_name'],
  ...['merge_into', 'id', 'duplicate_id'],
] as const;

/**
 * A text as one field. What a spreadsheet would run as a formula gets an apostrophe before it, as
 * OWASP advises against CSV injection; names and codes are not read back.
 */
function field(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** The head of the list; a spreadsheet sees by the mark before it that it is UTF-8. */
export const head = `\uFEFF${columns.join(',')}\n`;

/** A suggestion as a line; `merge_into` is left to be filled in. */
export function lineOf({ noun, score, reasons, survivor, duplicate }: Suggestion): string {
  const fields = [noun, score, reasons.join(' '), survivor.code, survivor.name];
  const others = [duplicate.code, duplicate.name, '', survivor.id, duplicate.id];
  return `${[...fields, ...others].map(field).join(',')}\n`;
}

type Line = Readonly<Record<string, string | undefined>>;

function decided(line: Line, place: number): Decision[] {
  const told = (name: string): string => line[name]?.trim() ?? '';
  const mergeInto = told('merge_into');
  if (mergeInto === '') return [];
  const refuse = (why: string): never => {
    throw new TableRefused(`Line ${place}: ${why}`);
  };
  const noun = nouns.find((one) => one === told('noun')) ?? refuse('the noun is unknown.');
  const side = (prefix: string): Side => ({
    ...{ id: told(`${prefix}id`), code: told(`${prefix}code`), name: told(`${prefix}name`) },
  });
  const [first, second] = [side(''), side('duplicate_')];
  if (first.id === '' || second.id === '') refuse('an id is missing.');
  const of = { noun, line: place };
  if (mergeInto.toUpperCase() === 'NO' && first.code !== mergeInto && second.code !== mergeInto)
    return [{ ...of, kind: 'DISMISS', survivor: first, merged: second }];
  if (mergeInto === first.code) return [{ ...of, kind: 'MERGE', survivor: first, merged: second }];
  if (mergeInto === second.code) return [{ ...of, kind: 'MERGE', survivor: second, merged: first }];
  return refuse(`merge_into is ${mergeInto}, which is neither of the two codes, nor NO.`);
}

/** Reads what was decided; lines whose `merge_into` is empty are left for later. TableRefused. */
export function decisionsIn(text: string): Decision[] {
  let lines: Line[];
  try {
    lines = parse(text, { bom: true, columns: true, skip_empty_lines: true });
  } catch (error) {
    throw new TableRefused(error instanceof Error ? error.message : String(error));
  }
  if (lines[0] && !('merge_into' in lines[0]))
    throw new TableRefused('The file has no column merge_into.');
  return lines.flatMap((line, index) => decided(line, index + 2));
}
