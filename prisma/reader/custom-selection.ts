import type { SelectionNode } from 'graphql';
import { customColumns, fieldsOwner, type CustomColumn } from './custom.js';
import type { ReadNoun } from './declaration.js';
import { selectionOf, type Document, type Selected } from './selection.js';

/** What is selected of the fields that users have defined on a noun. */
export interface CustomSelection {
  readonly codes: ReadonlySet<string>;
  /** Whether fields are asked for by a code that the request names: all are read then. */
  readonly isAnyAsked: boolean;
  /** References, whose response key is that of both levels. */
  readonly references: readonly { readonly selected: Selected; readonly column: CustomColumn }[];
}

/** Null when none of them is selected. */
export function customSelection(
  noun: ReadNoun,
  selected: readonly Selected[],
  document: Document,
): CustomSelection | null {
  if (noun.isExtensible !== true && noun.fieldsOf === undefined) return null;
  const asked = selected.filter(({ fieldName }) => fieldName === 'customFields');
  if (asked.length === 0) return null;
  const codes = new Set<string>();
  const references: { selected: Selected; column: CustomColumn }[] = [];
  let isAnyAsked = false;
  for (const { key, nodes, paths } of asked) {
    for (const one of selectionOf(nodes, `${fieldsOwner(noun)}CustomFields`, document).values()) {
      isAnyAsked ||= one.fieldName === 'value';
      const column = customColumns(noun).get(one.fieldName);
      if (!column) continue;
      codes.add(one.fieldName);
      const at = { ...one, key: `${key}.${one.key}`, paths: bothPaths(paths, one.paths) };
      if (column.target) references.push({ selected: at, column });
    }
  }
  return { codes, isAnyAsked, references };
}

/** A selection within another is included when one path of each is. */
function bothPaths(outer: SelectionNode[][], inner: SelectionNode[][]): SelectionNode[][] {
  if (outer.length === 0) return inner;
  if (inner.length === 0) return outer;
  return outer.flatMap((above) => inner.map((below) => [...above, ...below]));
}
