/** A piece of the answer: text as it stands, or SQL that gives text. */
export type Piece = { readonly text: string } | { readonly sql: string };

/** One expression; texts that follow each other are one constant. Names need no escape in it. */
export function joined(pieces: readonly Piece[]): string {
  const terms: string[] = [];
  let text = '';
  for (const piece of pieces) {
    if ('text' in piece) {
      text += piece.text;
      continue;
    }
    if (text) terms.push(`'${text}'`);
    terms.push(piece.sql);
    text = '';
  }
  if (text) terms.push(`'${text}'`);
  return concatenated(terms);
}

const AT_ONCE = 8;

/**
 * Texts behind each other, by halves: one by one the store would copy what it has so far for each,
 * and descend as deep as there are terms, which is deeper than the embedded one's stack.
 */
function concatenated(terms: readonly string[]): string {
  if (terms.length <= AT_ONCE) return terms.join(' || ');
  const half = Math.ceil(terms.length / 2);
  return `(${concatenated(terms.slice(0, half))}) || (${concatenated(terms.slice(half))})`;
}

/** The text of pieces that ask the store for nothing; null when some do. */
export const constantOf = (pieces: readonly Piece[]): string | null =>
  pieces.every((piece) => 'text' in piece) ? pieces.map(({ text }) => text).join('') : null;

/** An object of JSON of the fields by their keys. */
export const objectPieces = (
  fields: readonly (readonly [key: string, value: Piece[]])[],
): Piece[] => [
  { text: '{' },
  ...fields.flatMap(([key, value], at): Piece[] => [
    { text: `${at > 0 ? ',' : ''}"${key}":` },
    ...value,
  ]),
  { text: '}' },
];

export const array = (sql: string): Piece[] => [{ text: '[' }, { sql }, { text: ']' }];

/** Rows `x.o` behind each other; null when one is, so that none is left out unsaid. */
export const textOfRows = (row: string, order = '', filter = ''): string =>
  `case when count(*) = count(x.o) then coalesce(string_agg(${row}, ','${order})${filter}, '') end`;

/** An object or a value where the first expression has one, otherwise null. */
export const orNullSql = (value: string, pieces: readonly Piece[]): string =>
  `case when ${value} is not null then ${joined(pieces)} else 'null' end`;
