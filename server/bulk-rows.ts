import { csvHeader, csvLine } from '../modules/bulk/index.js';
import { BULK_PAGE, type BulkQuery } from '../resolvers/bulk/bulk-document.js';

/** A nested list has more rows than its page: the result would not be whole. */
export class ListIncomplete extends Error {
  constructor(readonly path: readonly string[]) {
    super(
      `The list ${path.join('.')} has more rows than its page: ask for them from their own side.`,
    );
    this.name = 'ListIncomplete';
  }
}

/** One page of a bulk query as the graph answered it. */
export interface BulkPage {
  readonly nodes: readonly unknown[];
  readonly [BULK_PAGE]: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

interface Listed {
  [BULK_PAGE]?: { readonly hasNextPage: boolean };
  [field: string]: unknown;
}

/** Takes off what was added to nested lists. Throws ListIncomplete where one has more. */
function tidied(value: unknown, path: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((one) => tidied(one, path));
  if (typeof value !== 'object' || value === null) return value;
  const { [BULK_PAGE]: page, ...rest } = value as Listed;
  if (page?.hasNextPage) throw new ListIncomplete(path);
  return Object.fromEntries(
    Object.entries(rest).map(([field, inner]) => [field, tidied(inner, [...path, field])]),
  );
}

/** What stands before all rows: the names of the columns in CSV. */
export const headOf = ({ columns }: BulkQuery, format: 'JSONL' | 'CSV'): string =>
  format === 'CSV' ? `${csvHeader(columns ?? [])}\r\n` : '';

/** The rows of a page as lines. Throws ListIncomplete. */
export function linesOf(page: BulkPage, query: BulkQuery, format: 'JSONL' | 'CSV'): string {
  if (format === 'CSV')
    return page.nodes.map((row) => `${csvLine(row, query.columns ?? [])}\r\n`).join('');
  const rows = query.isNested ? page.nodes.map((row) => tidied(row, [])) : page.nodes;
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}
