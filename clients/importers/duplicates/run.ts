import { randomUUID } from 'node:crypto';
import type { Client, Refusal } from '../../typescript/client.js';
import {
  CustomerDuplicateDismissDocument,
  CustomerMergeDocument,
  CustomerMergedIntoDocument,
  ItemDuplicateDismissDocument,
  ItemMergeDocument,
  ItemMergedIntoDocument,
  SupplierDuplicateDismissDocument,
  SupplierMergeDocument,
  SupplierMergedIntoDocument,
} from '../../typescript/generated/graphql.js';
import type { Decision } from './table.js';

const verbs = {
  customer: {
    merge: CustomerMergeDocument,
    dismiss: CustomerDuplicateDismissDocument,
    find: CustomerMergedIntoDocument,
  },
  supplier: {
    merge: SupplierMergeDocument,
    dismiss: SupplierDuplicateDismissDocument,
    find: SupplierMergedIntoDocument,
  },
  item: {
    merge: ItemMergeDocument,
    dismiss: ItemDuplicateDismissDocument,
    find: ItemMergedIntoDocument,
  },
} as const;

/** What became of the decisions. */
export interface Ran {
  readonly merged: number;
  readonly dismissed: number;
  /** Those that were merged before: by an earlier run, or through others of the list. */
  readonly already: number;
  readonly refused: readonly { readonly line: number; readonly why: string }[];
}

type Became = 'merged' | 'dismissed' | 'already' | { readonly why: string };

const why = (refusals: readonly Refusal[]) => ({
  why: refusals.map(({ code, message }) => `${code}: ${message}`).join(' '),
});

/** Which a node is now: itself, or what it was merged into. */
async function nowOf(client: Client, { noun }: Decision, id: string): Promise<string> {
  const { found } = await client.request(verbs[noun].find, { id });
  return found?.mergedInto?.id ?? id;
}

async function merge(client: Client, decision: Decision): Promise<Became> {
  const { noun, merged, survivor } = decision;
  // Lines of one list may lead through each other: A is B, and B is C.
  const survivorId = await nowOf(client, decision, survivor.id);
  const mergedId = await nowOf(client, decision, merged.id);
  if (survivorId === mergedId) return 'already';
  const answer = await client.request(
    verbs[noun].merge,
    { input: { survivorId, mergedId } },
    // A key of its own for each attempt: a refusal is not replayed once its cause is gone.
    { idempotencyKey: randomUUID() },
  );
  const refusals = answer.merge?.userErrors ?? [];
  return refusals.length > 0 ? why(refusals) : 'merged';
}

async function dismiss(client: Client, { noun, survivor, merged }: Decision): Promise<Became> {
  const input = { firstId: survivor.id, secondId: merged.id };
  const answer = await client.request(verbs[noun].dismiss, { input });
  const refusals = answer.dismiss?.userErrors ?? [];
  return refusals.length > 0 ? why(refusals) : 'dismissed';
}

/**
 * Does what was decided, line by line, so that a line may rest on those before it. A line that is
 * refused stops no other; a second run does nothing that was done.
 */
export async function runDecisions(
  client: Client,
  decisions: readonly Decision[],
  told: () => void = () => undefined,
): Promise<Ran> {
  const counts = { merged: 0, dismissed: 0, already: 0 };
  const refused: { line: number; why: string }[] = [];
  for (const decision of decisions) {
    const verb = decision.kind === 'MERGE' ? merge : dismiss;
    const became = await verb(client, decision);
    if (typeof became === 'string') counts[became] += 1;
    else refused.push({ line: decision.line, why: became.why });
    told();
  }
  return { ...counts, refused };
}
