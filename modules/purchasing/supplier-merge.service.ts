import { checkMerge, mergedColumns, type MergePair } from '../kernel/index.js';
import { insertAll, nextVersion, type Row, type Tx } from '../events/index.js';
import { externalRefs, merges, type MergeInput } from '../platform/index.js';
import { SupplierArchived } from './errors.js';
import { supplierChanged, supplierMerged, supplierPriceSet } from './events.js';
import { supplierFields, takenPrices, type SupplierField } from './supplier-merge.rules.js';

type Supplier = Row<'Supplier'>;

export interface SupplierMerge extends MergeInput {
  /** What is taken of the merged although the survivor says something else. */
  readonly take?: readonly SupplierField[] | null;
}

/**
 * Adds prices under other suppliers or items than they were set for, where there is none under the
 * key yet. Answers how many.
 */
export async function takePrices(
  tx: Tx,
  by: 'supplierId' | 'itemId',
  { fromId, toId }: { readonly fromId: string; readonly toId: string },
): Promise<number> {
  const known = await tx.db
    .selectFrom('SupplierPrice')
    .selectAll()
    .where(by, 'in', [fromId, toId])
    .where('archivedAt', 'is', null)
    .orderBy('id')
    .execute();
  const fresh = takenPrices(known, by, { fromId, toId }).map((price) => ({
    ...{ id: tx.newId(), ...price, createdAt: tx.now },
  }));
  for (const after of await insertAll(tx, 'SupplierPrice', fresh)) {
    tx.emit(supplierPriceSet({ before: null, after, data: { supplierId: after.supplierId } }));
  }
  return fresh.length;
}

/**
 * Merges one supplier into another that turned out to be the same. What other systems call it leads
 * to the survivor, as its code does; prices that only it asks are the survivor's too. It stays
 * itself, archived, with the documents that name it. NotFound, StaleVersion, MergedIntoItself,
 * AlreadyMerged, SupplierArchived, MergerIsLimited.
 */
export async function merge(tx: Tx, input: SupplierMerge): Promise<MergePair<Supplier>> {
  const pair = await merges.lockPair(tx, 'Supplier', input);
  checkMerge(pair, (code) => new SupplierArchived(code));
  const { survivor } = pair;
  const ids = { fromId: pair.merged.id, toId: survivor.id };
  const prices = await takePrices(tx, 'supplierId', ids);
  const refs = await externalRefs.move(tx, ids);
  const columns = mergedColumns(pair, supplierFields, new Set(input.take ?? []));
  const after = await nextVersion(tx, 'Supplier', survivor, columns);
  const [merged, ...before] = await merges.retire(tx, 'Supplier', pair);
  if (!merged) throw new Error('The merged supplier is gone.');
  const moved = { survivorId: survivor.id, externalRefs: refs, prices };
  tx.emit(supplierMerged({ before: pair.merged, after: merged, data: moved }));
  tx.emit(supplierChanged({ before: survivor, after, data: { mergedId: merged.id } }));
  for (const one of before) {
    const was = { ...one, mergedIntoId: merged.id, version: one.version - 1 };
    tx.emit(supplierChanged({ before: was, after: one, data: {} }));
  }
  return { survivor: after, merged };
}
