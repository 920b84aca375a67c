import type { FieldNode } from 'graphql';

const originals = new WeakMap<FieldNode, FieldNode>();

/** Remembers which field of the document as it was sent a rewritten field stands for. */
export function rewriteField(original: FieldNode, rewritten: FieldNode): FieldNode {
  originals.set(rewritten, originalField(original));
  return rewritten;
}

/** The field as it was sent, with all its arguments; a field that was not rewritten is its own. */
export const originalField = (node: FieldNode): FieldNode => originals.get(node) ?? node;
