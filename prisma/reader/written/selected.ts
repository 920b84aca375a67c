import type { FieldNode } from 'graphql';
import { selectionOf, type Document, type Selected } from '../selection.js';

/** Thrown where a selection has something that only the walk over rows can answer. */
class NotWritable extends Error {}

export const notWritable = (): never => {
  throw new NotWritable();
};

/** A plan, or null where the store cannot write what is selected. */
export function orNull<T>(plan: () => T): T | null {
  try {
    return plan();
  } catch (error) {
    if (error instanceof NotWritable) return null;
    throw error;
  }
}

/** What the store writes of an object, in the order of the answer. */
export function writableOf(
  nodes: readonly FieldNode[],
  typeName: string,
  document: Document,
): Selected[] {
  const selected = [...selectionOf(nodes, typeName, document).values()];
  return selected.some(({ isSplit }) => isSplit) ? notWritable() : selected;
}
