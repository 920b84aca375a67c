import type { ReadNoun, ReadRow, ReaderActor } from './declaration.js';
import {
  afterCursor,
  decodeCursor,
  encodeCursor,
  listFingerprint,
  orderClause,
  reversed,
  termsOf,
  type BoundTo,
  type Term,
  type TermSql,
} from './order.js';
import type { Wants } from './plan.js';
import { refuseRead } from './refusals.js';
import type { SqlDraft } from './sql.js';

export const PAGE_DEFAULT = 50;
export const PAGE_MAX = 250;

/** The arguments that every list takes. */
export interface ListArgs {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
  readonly where?: Record<string, unknown> | null;
  readonly orderBy?: readonly Record<string, unknown>[] | null;
  /** The day at whose end the rows are told, for nouns that know it. */
  readonly asOf?: string | null;
}

/** One page of a list as asked: how many rows, in which order, after which cursor. */
export interface Page {
  readonly size: number;
  readonly isBackward: boolean;
  readonly cursor: readonly (string | null)[] | null;
  /** The order in which the statement reads. */
  readonly terms: readonly Term[];
  /** What a cursor is bound to. */
  readonly boundTo: BoundTo;
  /** Worked out when a cursor is read or written; most pages do neither. */
  readonly fingerprint: () => string;
}

/** Reads the paging arguments. Throws PAGE_SIZE, CURSOR_INVALID or CURSOR_MISMATCH. */
export function pageOf(noun: ReadNoun, args: ListArgs, actor: ReaderActor): Page {
  const isBackward = args.last != null || (args.before != null && args.first == null);
  if ((args.first != null && args.last != null) || (args.after != null && args.before != null))
    refuseRead('PAGE_SIZE', 'A page goes forward (first, after) or backward (last, before).');
  const size = (isBackward ? args.last : args.first) ?? PAGE_DEFAULT;
  if (size < 0 || size > PAGE_MAX)
    refuseRead('PAGE_SIZE', `A page has 0 to ${PAGE_MAX} rows.`, { max: PAGE_MAX });
  const terms = termsOf(noun, args.orderBy, actor);
  let bound: string | undefined;
  const boundTo: BoundTo = [noun.name, args.where, args.orderBy, ...dayOf(args)];
  const fingerprint = () => (bound ??= listFingerprint(...boundTo));
  const text = isBackward ? args.before : args.after;
  const cursor = text == null ? null : decodeCursor(text, fingerprint(), terms);
  const read = { terms: isBackward ? reversed(terms) : terms, boundTo, fingerprint };
  return { size, isBackward, cursor, ...read };
}

/** Cursors of lists that take no day stay what they were. */
const dayOf = ({ asOf }: ListArgs): string[] => (asOf == null ? [] : [asOf]);

/** The conditions and the tail of a statement that reads one row more than the page. */
export function pageSql(
  page: Page,
  sqlOf: TermSql,
  draft: SqlDraft,
  sizeSql: (size: number) => string,
) {
  const conditions =
    page.cursor === null ? [] : [afterCursor(page.terms, page.cursor, sqlOf, draft)];
  const tail = `${orderClause(page.terms, sqlOf)} limit ${sizeSql(page.size + 1)}`;
  return { conditions, tail };
}

/** A connection as the executor walks it. */
export interface ConnectionValue {
  readonly nodes: readonly ReadRow[];
  readonly edges?: readonly { readonly cursor: string; readonly node: ReadRow }[];
  readonly pageInfo?: PageInfoValue;
  readonly totalCount?: number;
  /** Groups of all its rows, by response key. */
  readonly $e?: Readonly<Record<string, unknown>>;
}

interface PageInfoValue {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

/** Rows as they were read, and the values of their cursors; none when no cursor is asked for. */
export interface ReadRows {
  readonly rows: ReadRow[];
  readonly places: (readonly unknown[])[];
}

export const noRows: ReadRows = { rows: [], places: [] };

/** Turns the rows of a page, in reading order and up to one too many, into a connection. */
export function connectionOf(
  read: ReadRows,
  page: Page,
  wants: Wants,
  totalCount: number | undefined,
): ConnectionValue {
  const nodes = inPage(read.rows, page);
  const places = inPage(read.places, page);
  const cursorAt = (at: number) => encodeCursor(page.fingerprint(), places[at]!);
  return {
    nodes,
    ...(wants.edges && { edges: nodes.map((node, at) => ({ cursor: cursorAt(at), node })) }),
    ...(wants.pageInfo && { pageInfo: pageInfoOf(read, page, nodes.length, cursorAt) }),
    ...(totalCount !== undefined && { totalCount }),
  };
}

/** What is not more than the page holds, in the order of the list. */
function inPage<T>(read: readonly T[], { size, isBackward }: Page): readonly T[] {
  if (!isBackward && read.length <= size) return read;
  const kept = read.slice(0, size);
  return isBackward ? kept.reverse() : kept;
}

function pageInfoOf(
  { rows }: ReadRows,
  { size, isBackward, cursor }: Page,
  count: number,
  cursorAt: (at: number) => string,
): PageInfoValue {
  const hasMore = rows.length > size;
  return {
    hasNextPage: isBackward ? cursor !== null : hasMore,
    hasPreviousPage: isBackward ? hasMore : cursor !== null,
    startCursor: count > 0 ? cursorAt(0) : null,
    endCursor: count > 0 ? cursorAt(count - 1) : null,
  };
}
