import type { FieldNode } from 'graphql';

/**
 * The executor may shorten an operation so that it can be compiled: arguments that only the reader
 * uses are left out. The reader plans from what the caller wrote, and this leads it back there.
 */
const originals = new WeakMap<FieldNode, FieldNode>();

/** The field as the caller wrote it; a field that was not rewritten is its own original. */
export function originalField(node: FieldNode): FieldNode {
  return originals.get(node) ?? node;
}

/** Remembers that `rewritten` stands for `original` in the operation that is executed. */
export function rememberOriginal(rewritten: FieldNode, original: FieldNode): void {
  originals.set(rewritten, originalField(original));
}
