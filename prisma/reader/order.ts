import { createHash } from 'node:crypto';
import { customColumn } from './custom.js';
import type { ReadColumn, ReadNoun, ReaderActor } from './declaration.js';
import { edgeToOne } from './joins.js';
import { mayRead, refuseRead } from './refusals.js';
import type { SqlDraft } from './sql.js';
import { bindType } from './where.js';

/** One term of an order: a declared column, its direction and where nulls stand. */
export interface Term {
  /** The edges to one that lead to the row whose column it is; none for the row's own. */
  readonly path: readonly string[];
  readonly column: string;
  readonly type: string;
  readonly isNullable: boolean;
  readonly isDescending: boolean;
  readonly nullsFirst: boolean;
}

/** How a statement writes the value of a term. */
export type TermSql = (term: Term) => string;

/** Orders beyond this many fields are refused: each adds a branch to what a cursor compares. */
const TERMS_MAX = 8;
/** How many edges to one an order may follow. */
export const STEPS_MAX = 3;

export type OrderInput = Readonly<Record<string, unknown>>;
export interface OrderChoice {
  readonly direction?: 'ASC' | 'DESC' | null;
  readonly nulls?: 'FIRST' | 'LAST' | null;
}

/** The terms of an `orderBy` input with the id behind them, so that the order is total. */
export function termsOf(
  noun: ReadNoun,
  orderBy: readonly OrderInput[] | null | undefined,
  actor: ReaderActor,
): Term[] {
  const inputs = orderBy ?? [];
  if (inputs.length > TERMS_MAX)
    refuseRead('BAD_USER_INPUT', `An order has at most ${TERMS_MAX} fields.`);
  const terms = inputs.map((input) => {
    const { path, column, choice } = orderedColumn(noun, input, actor, []);
    return { path, ...termOf(column, choice), isNullable: column.isNullable || path.length > 0 };
  });
  const last = terms.at(-1)?.isDescending ?? false;
  return [...terms.filter((one) => one.column !== 'id' || one.path.length > 0), idTerm(last)];
}

const idTerm = (isDescending: boolean): Term => ({
  ...{ path: [], column: 'id', type: 'uuid', isNullable: false, isDescending, nullsFirst: false },
});

/** The one field that an entry of an order names. */
export function onlyField(input: OrderInput, where = 'orderBy'): [string, unknown] {
  const chosen = Object.entries(input).filter(([, value]) => value !== undefined);
  const [field, choice] = chosen[0] ?? [];
  if (chosen.length !== 1 || field === undefined || choice === null)
    refuseRead('BAD_USER_INPUT', `Each entry of ${where} names exactly one field.`);
  return [field, choice];
}

/** What an entry of an order names: a column, the edges to it, and all names that it goes by. */
interface Ordered {
  readonly path: readonly string[];
  readonly name: readonly string[];
  readonly column: ReadColumn;
  readonly choice: OrderChoice;
}

/** The column that an entry of an order names, and the edges to one that lead to it. */
export function orderedColumn(
  noun: ReadNoun,
  input: OrderInput,
  actor: ReaderActor,
  path: readonly string[],
): Ordered {
  const [field, choice] = onlyField(input);
  if (field === 'customFields') {
    const [code, of] = onlyField(choice as OrderInput);
    const custom = customColumn(noun, code, actor);
    const column = { ...custom, column: custom.orderColumn };
    return { path, name: [...path, field, code], column, choice: of as OrderChoice };
  }
  const column = noun.columns[field];
  if (column) {
    mayRead(column.permission, actor.permissions);
    return { path, name: [...path, field], column, choice: choice as OrderChoice };
  }
  if (!noun.edges[field]) throw new Error(`${noun.name} has no order ${field}`);
  const target = edgeToOne(noun, field, actor).noun;
  if (path.length === STEPS_MAX)
    refuseRead('BAD_USER_INPUT', `An order follows at most ${STEPS_MAX} edges.`);
  return orderedColumn(target, choice as OrderInput, actor, [...path, field]);
}

/** A column's place in an order: its direction, and where nulls stand. */
export function termOf(column: ReadColumn, choice: OrderChoice): Omit<Term, 'path'> {
  const isDescending = choice.direction === 'DESC';
  return {
    column: column.column,
    type: bindType(column),
    isNullable: column.isNullable,
    isDescending,
    nullsFirst: choice.nulls ? choice.nulls === 'FIRST' : isDescending,
  };
}

/** The same order read from its end, for `last` and `before`. */
export const reversed = (terms: readonly Term[]): Term[] =>
  terms.map((one) => ({ ...one, isDescending: !one.isDescending, nullsFirst: !one.nullsFirst }));

export const orderClause = (terms: readonly Term[], sqlOf: TermSql): string =>
  ` order by ${terms.map((one) => `${sqlOf(one)}${orderWords(one)}`).join(', ')}`;

function orderWords({ isDescending, nullsFirst, isNullable }: Term): string {
  const direction = isDescending ? ' desc' : '';
  return isNullable ? `${direction} nulls ${nullsFirst ? 'first' : 'last'}` : direction;
}

/** The rows that come after the cursor's values in this order. */
export function afterCursor(
  terms: readonly Term[],
  values: readonly (string | null)[],
  sqlOf: TermSql,
  draft: SqlDraft,
): string {
  const isPlain = terms.every(
    (one) => !one.isNullable && one.isDescending === terms[0]!.isDescending,
  );
  const sql = terms.map(sqlOf);
  const bind = (index: number) => draft.bind(values[index], terms[index]!.type);
  if (isPlain) {
    const sign = terms[0]!.isDescending ? '<' : '>';
    return `(${sql.join(', ')}) ${sign} (${terms.map((_, index) => bind(index)).join(', ')})`;
  }
  const branches = terms.map((one, index) => {
    const same = terms
      .slice(0, index)
      .map((_, before) => `${sql[before]} is not distinct from ${bind(before)}`);
    return [...same, behind(one, sql[index]!, values[index]!, () => bind(index))].join(' and ');
  });
  return `(${branches.map((branch) => `(${branch})`).join(' or ')})`;
}

function behind(term: Term, sql: string, value: string | null, bind: () => string): string {
  if (value === null) return term.nullsFirst ? `${sql} is not null` : 'false';
  const further = `${sql} ${term.isDescending ? '<' : '>'} ${bind()}`;
  return term.isNullable && !term.nullsFirst ? `(${further} or ${sql} is null)` : further;
}

/** What decides which rows a list has, and how they follow each other. */
export type BoundTo = readonly [noun: string, ...asked: unknown[]];

/** What a cursor is bound to: it is refused under another filter or order. */
export const listFingerprint = (noun: string, ...asked: readonly unknown[]): string =>
  createHash('sha256')
    .update(JSON.stringify([noun, ...asked.map((one) => one ?? null)]))
    .digest('base64url')
    .slice(0, 12);

export const encodeCursor = (fingerprint: string, values: readonly unknown[]): string =>
  Buffer.from(JSON.stringify([fingerprint, ...values])).toString('base64url');

/** The order values in a cursor. Throws CURSOR_INVALID or CURSOR_MISMATCH. */
export function decodeCursor(
  cursor: string,
  fingerprint: string,
  terms: readonly Term[],
): (string | null)[] {
  const parts = parseCursor(cursor);
  if (parts === null) refuseRead('CURSOR_INVALID', 'This is not a cursor.');
  const [bound, ...values] = parts;
  if (bound !== fingerprint)
    refuseRead('CURSOR_MISMATCH', 'The cursor comes from a list with another filter or order.');
  if (values.length !== terms.length || !values.every((value, at) => isValue(value, terms[at]!)))
    refuseRead('CURSOR_INVALID', 'This is not a cursor.');
  return values as (string | null)[];
}

function parseCursor(cursor: string): unknown[] | null {
  if (cursor.length > 4096) return null;
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(parts) ? (parts as unknown[]) : null;
  } catch {
    return null;
  }
}

const valuePatterns: Record<string, RegExp> = {
  uuid: /^[0-9a-f-]{36}$/,
  bigint: /^-?\d{1,19}$/,
  numeric: /^-?\d{1,60}(\.\d{1,60})?$/,
  boolean: /^(true|false)$/,
  date: /^\d{4}-\d\d-\d\d$/,
  timestamptz: /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(\.\d{1,6})?(\+00|Z)$/,
};

/** An edited cursor must not reach the store as something it cannot read. */
function isValue(value: unknown, term: Term): boolean {
  if (value === null) return term.isNullable;
  if (typeof value === 'number' || typeof value === 'boolean')
    return term.type === 'bigint' || term.type === 'boolean';
  if (typeof value !== 'string' || value.includes('\0')) return false;
  return valuePatterns[term.type]?.test(value) ?? true;
}
