import { createHash } from 'node:crypto';
import DataLoader from 'dataloader';
import type { ReadNoun, ReaderScope, Statement } from './declaration.js';
import { customColumns } from './custom.js';
import { columnOf, finish, name, sqlDraft, visible, whereClause } from './sql.js';
import { compileWhere } from './where.js';

/** What is asked of rows that something happened to. */
export interface Touching {
  /** The documents that it happened to, and when each was written. */
  readonly documents: readonly { readonly id: string; readonly at: Date }[];
  /**
   * A sub-select of `n` and `id` that finds rows of the noun by the documents, when the rows are not
   * the documents themselves: given the place of a table of documents with `n`, `id` and `at`.
   */
  readonly found?: (documents: string) => string;
  readonly where?: Readonly<Record<string, unknown>> | null;
}

/** A row that the actor sees: which of the documents it was found by, and whether it matches. */
export interface Touched {
  readonly document: number;
  readonly id: string;
  readonly isMatch: boolean;
}

/**
 * The rows of a noun that documents stand for, among those that the actor sees, each with whether
 * it matches a filter now: one statement, however many documents. Ordered by document, then by id.
 */
export async function readTouched(
  noun: ReadNoun,
  { documents, found, where }: Touching,
  scope: ReaderScope,
): Promise<Touched[]> {
  if (documents.length === 0) return [];
  const draft = sqlDraft();
  const alias = draft.alias();
  const ids = draft.bind(
    documents.map(({ id }) => id),
    'uuid[]',
  );
  const times = draft.bind(
    documents.map(({ at }) => at.toISOString()),
    'timestamptz[]',
  );
  const table = `unnest(${ids}, ${times}) with ordinality as document("id", "at", "n")`;
  const rows = found ? found(table) : `select document."n", document."id" from ${table}`;
  const asked = compileWhere(noun, where, alias, scope.actor, draft);
  const match = asked.length === 0 ? 'true' : `coalesce(${asked.join(' and ')}, false)`;
  const sees = whereClause(visible(noun, alias, scope.actor, draft));
  const text =
    `select distinct "found"."n", ${columnOf(alias, 'id')}, ${match} from (${rows}) as "found" ` +
    `join ${name(noun.table)} ${alias} on ${columnOf(alias, 'id')} = "found"."id"${sees} ` +
    `order by 1, 2`;
  const answer = await scope.query(finish(draft, text));
  return answer.rows.map(([n, id, isMatch]) => ({
    document: Number(n) - 1,
    id: id as string,
    isMatch: isMatch === true || isMatch === 't',
  }));
}

/**
 * Asks what documents touched, of many at once: those who ask in one tick without a filter share a
 * statement.
 */
export function touchedLoader(
  noun: ReadNoun,
  found: Touching['found'],
  scope: ReaderScope,
): DataLoader<Touching['documents'], Touched[]> {
  return new DataLoader<Touching['documents'], Touched[]>(
    async (asked) => {
      const all = await readTouched(noun, { found, documents: asked.flat() }, scope);
      let from = 0;
      return asked.map(({ length }) => {
        const [first, end] = [from, (from += length)];
        return all
          .filter(({ document }) => document >= first && document < end)
          .map((one) => ({ ...one, document: one.document - first }));
      });
    },
    { cache: false },
  );
}

/** Which rows of a noun are asked for, newest first. */
export interface NewestArgs {
  readonly where?: Readonly<Record<string, unknown>> | null;
  /** A raw id: only what is older. */
  readonly before: string | null;
  readonly limit: number;
}

function newestStatement(
  noun: ReadNoun,
  { where, before, limit }: NewestArgs,
  { actor }: ReaderScope,
): Statement {
  const draft = sqlDraft();
  const alias = draft.alias();
  const id = columnOf(alias, 'id');
  const conditions = [
    ...visible(noun, alias, actor, draft),
    ...compileWhere(noun, where, alias, actor, draft),
    ...(before === null ? [] : [`${id} < ${draft.bind(before, 'uuid')}`]),
  ];
  const text =
    `select ${id} from ${name(noun.table)} ${alias}${whereClause(conditions)} ` +
    `order by ${id} desc limit ${draft.bind(limit, 'bigint')}`;
  return finish(draft, text);
}

/** The newest rows of a noun that match a filter: their ids, newest first, from before an id on. */
export async function readNewest(
  noun: ReadNoun,
  args: NewestArgs,
  scope: ReaderScope,
): Promise<string[]> {
  const answer = await scope.query(newestStatement(noun, args, scope));
  return answer.rows.map(([found]) => found as string);
}

/** The digests of what the store has taken: thousands follow by the same filter. */
const taken = new Set<string>();
const TAKEN_MAX = 10_000;

/** Throws what is wrong with a filter for an actor; a statement is run where none was before. */
export async function tryWhere(
  noun: ReadNoun,
  where: NewestArgs['where'],
  scope: ReaderScope,
): Promise<void> {
  const statement = newestStatement(noun, { where, before: null, limit: 0 }, scope);
  const said = JSON.stringify([statement.text, statement.values]);
  const key = createHash('sha256').update(said).digest('base64');
  if (taken.has(key)) return;
  await scope.query(statement);
  if (taken.size >= TAKEN_MAX) taken.clear();
  taken.add(key);
}

/** How the log names a change of a field that users have defined. */
const changeOf = (noun: ReadNoun, code: string): string =>
  `customFields.${customColumns(noun).get(code)?.key ?? code}`;

/**
 * The columns whose change can make a filter begin or cease to match; null when the filter looks at
 * other rows too, so that anything may.
 */
export function filteredColumns(
  noun: ReadNoun,
  where: Readonly<Record<string, unknown>> | null | undefined,
): ReadonlySet<string> | null {
  const columns = new Set<string>();
  for (const [field, value] of Object.entries(where ?? {})) {
    const parts = field === 'and' || field === 'or' ? (value as object[]) : [value as object];
    const isLogic = field === 'and' || field === 'or' || field === 'not';
    const column = noun.columns[field];
    if (field === 'customFields')
      Object.keys(value as object).forEach((code) => columns.add(changeOf(noun, code)));
    else if (column && !isLogic) columns.add(column.column);
    else if (!isLogic) return null;
    else
      for (const part of parts) {
        const inner = filteredColumns(noun, part as Record<string, unknown>);
        if (inner === null) return null;
        inner.forEach((one) => columns.add(one));
      }
  }
  return columns;
}
