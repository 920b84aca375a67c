import { print, visit, type DocumentNode } from 'graphql';

/** Longer texts are cut: a span is to be read, and a collector refuses what is too large. */
const LONGEST = 8_192;

const cut = (text: string): string =>
  text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;

/** The same few documents are sent over and over; one that is no longer kept is forgotten here. */
const documents = new WeakMap<DocumentNode, string>();

/** A document as it may be shown to whoever looks at traces: texts are empty, and numbers 0. */
export function documentWithoutLiterals(document: DocumentNode): string {
  const known = documents.get(document);
  if (known !== undefined) return known;
  const text = cut(
    print(
      visit(document, {
        IntValue: (node) => ({ ...node, value: '0' }),
        FloatValue: (node) => ({ ...node, value: '0' }),
        StringValue: (node) => ({ ...node, value: '', block: false }),
      }),
    ),
  );
  documents.set(document, text);
  return text;
}

const QUOTED = /'(?:[^']|'')*'/g;

/** A statement without what stands in quotes; its values are parameters, and not part of it. */
export const statementWithoutLiterals = (text: string): string =>
  cut(text.trim().replace(QUOTED, '?'));
