import { customColumnSql } from './custom.js';
import type { ReadNoun, ReaderActor, Statement } from './declaration.js';

/**
 * Collects the text and the values of one statement; only names that were declared reach the text.
 */
export interface SqlDraft {
  /** Binds a value and answers its placeholder. */
  bind(value: unknown, type?: string): string;
  readonly values: unknown[];
  /** A table alias that the statement has not used yet. */
  alias(): string;
}

export function sqlDraft(): SqlDraft {
  const values: unknown[] = [];
  let aliases = 0;
  return {
    values,
    bind(value, type) {
      values.push(value);
      return type === undefined ? `$${values.length}` : `$${values.length}::${type}`;
    },
    alias: () => `t${aliases++}`,
  };
}

/** Quotes a declared name; anything else than a plain name is a bug in a declaration. */
export function name(identifier: string): string {
  if (!/^[A-Za-z][A-Za-z0-9]*$/.test(identifier)) throw new Error(`Not a name: ${identifier}`);
  return `"${identifier}"`;
}

/** A whole number as it stands in a text. */
export function whole(value: number): string {
  if (!Number.isSafeInteger(value)) throw new Error(`Not a whole number: ${value}`);
  return String(value);
}

/** A declared column, or a key of the JSON that holds what users have defined. */
export const columnOf = (alias: string, column: string): string =>
  column.includes('.')
    ? (customColumnSql(`${alias}.`, column) ?? name(column))
    : `${alias}.${name(column)}`;

/** The rows of a noun that an actor may see, as a condition; none when there is no limit. */
export function visible(
  noun: ReadNoun,
  alias: string,
  actor: ReaderActor,
  draft: SqlDraft,
): string[] {
  const readable = noun.readBy ? [noun.readBy(alias, actor, draft.bind)] : [];
  if (actor.companies === 'ALL') return readable;
  const companies = () => draft.bind(actor.companies, 'uuid[]');
  if (noun.seenBy) return [...readable, noun.seenBy(alias, companies)];
  if (noun.companyColumn === null) return readable;
  return [...readable, `${columnOf(alias, noun.companyColumn)} = any(${companies()})`];
}

/** The table of a noun, or the rows that it had at the end of a day. */
export function rowsOf(noun: ReadNoun, day: string | null | undefined, draft: SqlDraft): string {
  const rows = noun.asOf?.rows;
  if (!rows) return name(noun.table);
  if (day == null) throw new Error(`${noun.name} is read as of a day`);
  return `(${rows(draft.bind(day, 'date'))})`;
}

/** The rows of a noun that counted on a day, as a condition; none when no day is asked for. */
export function counted(
  noun: ReadNoun,
  alias: string,
  day: string | null | undefined,
  draft: SqlDraft,
): string[] {
  const condition = noun.asOf?.counted;
  return day == null || !condition ? [] : [condition(alias, draft.bind(day, 'date'))];
}

export const whereClause = (conditions: readonly string[]): string =>
  conditions.length === 0 ? '' : ` where ${conditions.join(' and ')}`;

export const finish = (draft: SqlDraft, text: string): Statement => ({
  text,
  values: draft.values,
});
