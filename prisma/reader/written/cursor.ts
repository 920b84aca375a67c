import type { Term, TermSql } from '../order.js';

/** What a cursor holds: what it is bound to, and the place in an order. */
interface Place {
  readonly terms: readonly Term[];
  readonly fingerprint: () => string;
}

/** The cursor of a row as `encodeCursor` makes it, as JSON text. */
export function cursorSql({ terms, fingerprint }: Place): (sqlOf: TermSql) => string {
  const json = (term: Term, sql: string) =>
    term.type === 'bigint' || term.type === 'boolean'
      ? `${sql}::text`
      : `to_json(${sql}::text)::text`;
  return (sqlOf) => {
    const values = terms.map((one) => `coalesce(${json(one, sqlOf(one))}, 'null')`);
    const text = [`'["${fingerprint()}"'`, ...values.map((one) => `',' || ${one}`), `']'`];
    const bytes = `convert_to(${text.join(' || ')}, 'UTF8')`;
    // Base64 for URLs, which PostgreSQL has no function for.
    return `'"' || translate(encode(${bytes}, 'base64'), E'+/=\\n', '-_') || '"'`;
  };
}
