import { sql } from 'kysely';
import { ZERO, checkMerge, mergedColumns, type MergePair } from '../kernel/index.js';
import { insertAll, nextVersion, type Row, type Tx } from '../events/index.js';
import { externalRefs, merges, type MergeInput } from '../platform/index.js';
import { ItemArchived, ItemInUse } from './errors.js';
import { itemChanged, itemMerged } from './events.js';
import {
  itemFields,
  refuseOtherKeeping,
  stockAgainst,
  unitsTaken,
  type ItemField,
  type Lying,
} from './item-merge.rules.js';
import { conversions } from './queries.js';

type Item = Row<'Item'>;

export interface ItemMerge extends MergeInput {
  /** What is taken of the merged although the survivor says something else. */
  readonly take?: readonly ItemField[] | null;
}

/**
 * What lies of an item. Its valuations are locked first, as by whoever moves its stock, so that
 * nothing comes in between.
 */
async function lyingOf(tx: Tx, itemId: string): Promise<Lying> {
  await sql`
    select "id" from "ItemValuation" where "itemId" = ${itemId} order by "id" for no key update
  `.execute(tx.db);
  const { rows } = await sql<Lying>`
    select coalesce(sum("onHand"), 0) as "onHand", coalesce(sum("reserved"), 0) as "reserved"
    from "StockLevel" where "itemId" = ${itemId}
  `.execute(tx.db);
  return rows[0] ?? { onHand: ZERO, reserved: ZERO };
}

/** Transfers and counts that are not posted yet name the item that they move. */
async function refuseDrafts(tx: Tx, item: Item): Promise<void> {
  const { rows } = await sql<{ number: string }>`
    select d."number" from "StockTransfer" d
    join "StockTransferLine" l on l."stockTransferId" = d."id"
    where l."itemId" = ${item.id} and d."status" = 'DRAFT'
    union all
    select d."number" from "StockCount" d
    join "StockCountLine" l on l."stockCountId" = d."id"
    where l."itemId" = ${item.id} and d."status" = 'DRAFT'
    order by 1 limit 1
  `.execute(tx.db);
  const [draft] = rows;
  if (draft) throw new ItemInUse(item.code, draft.number).at('mergedId');
}

async function takeUnits(tx: Tx, { survivor, merged }: MergePair<Item>): Promise<number> {
  const known = await conversions(tx, [survivor.id, merged.id]);
  const of = (id: string) => known.get(id)?.units ?? [];
  const units = unitsTaken(of(survivor.id), of(merged.id));
  const rows = units.map((unit) => ({
    ...{ id: tx.newId(), itemId: survivor.id, ...unit, createdAt: tx.now },
  }));
  await insertAll(tx, 'ItemUnit', rows);
  return units.length;
}

/**
 * Merges one item into another that turned out to be the same. What other systems call it leads to
 * the survivor, as its code does, and units that only it has are added there. It stays itself,
 * archived, with its documents and moves. Whoever still needs it may refuse: nothing of it lies in
 * stock, and no open document, BOM or routing names it. NotFound, StaleVersion, MergedIntoItself,
 * AlreadyMerged, ItemArchived, UnitMismatch, MergeDiffers, ItemHasStock, ItemInUse,
 * MergerIsLimited.
 */
export async function merge(tx: Tx, input: ItemMerge): Promise<MergePair<Item>> {
  const pair = await merges.lockPair(tx, 'Item', input);
  checkMerge(pair, (code) => new ItemArchived(code));
  refuseOtherKeeping(pair);
  const { survivor } = pair;
  await refuseDrafts(tx, pair.merged);
  const against = stockAgainst(pair.merged, await lyingOf(tx, pair.merged.id));
  if (against) throw against;
  const units = await takeUnits(tx, pair);
  const refs = await externalRefs.move(tx, { fromId: pair.merged.id, toId: survivor.id });
  const columns = mergedColumns(pair, itemFields, new Set(input.take ?? []));
  const after = await nextVersion(tx, 'Item', survivor, columns);
  const [merged, ...before] = await merges.retire(tx, 'Item', pair);
  if (!merged) throw new Error('The merged item is gone.');
  const moved = { survivorId: survivor.id, externalRefs: refs, units };
  tx.emit(itemMerged({ before: pair.merged, after: merged, data: moved }));
  tx.emit(itemChanged({ before: survivor, after, data: { mergedId: merged.id } }));
  for (const one of before) {
    const was = { ...one, mergedIntoId: merged.id, version: one.version - 1 };
    tx.emit(itemChanged({ before: was, after: one, data: {} }));
  }
  return { survivor: after, merged };
}
