import { madeOf } from '../open-values.js';
import { listFingerprint, type BoundTo, type Term, type TermSql } from '../order.js';
import type { SqlDraft } from '../sql.js';

/** What a cursor holds: what it is bound to, and the place in an order. */
interface Place {
  readonly terms: readonly Term[];
  readonly boundTo: BoundTo;
}

/** The cursor of a row as `encodeCursor` makes it, as JSON text. */
export function cursorSql({ terms, boundTo }: Place, draft: SqlDraft): (sqlOf: TermSql) => string {
  // Bound, so that the text is the same for all values of a filter.
  const beginning = draft.bind(
    madeOf(boundTo, (of) => `["${listFingerprint(...of)}"`),
    'text',
  );
  const json = (term: Term, sql: string) =>
    term.type === 'bigint' || term.type === 'boolean'
      ? `${sql}::text`
      : `to_json(${sql}::text)::text`;
  return (sqlOf) => {
    const values = terms.map((one) => `coalesce(${json(one, sqlOf(one))}, 'null')`);
    const text = [beginning, ...values.map((one) => `',' || ${one}`), `']'`];
    const bytes = `convert_to(${text.join(' || ')}, 'UTF8')`;
    // Base64 for URLs, which PostgreSQL has no function for.
    return `'"' || translate(encode(${bytes}, 'base64'), E'+/=\\n', '-_') || '"'`;
  };
}
