import { sql } from 'kysely';
import type { Tx } from '../events/index.js';
import { reservations } from '../inventory/index.js';
import { type Decimal, groupBy, present } from '../kernel/index.js';
import { materialReserved } from './events.js';
import { reserveLots, type LotQuantity } from './material-stock.js';
import { isTaking, isWaiting, pegsOf } from './pegging.rules.js';
import type { Completing } from './production-lines.js';
import type { ProductLots } from './production-lots.js';
import { setMaterial, step, type Making, type Material } from './work-order-rows.js';

/** A line of stock that is kept, and the material that it is kept for once there is one. */
interface Kept extends LotQuantity {
  readonly parent: Making;
  readonly materialId: string | null;
}

/** What of a work order's output is kept for the one whose material it makes. */
function keptOf(
  parent: Making,
  { making, good }: Completing,
  around: { readonly before: readonly Kept[]; readonly lotId: string | null },
): Kept[] {
  const { id, itemId } = making.order;
  const { order } = parent;
  const { lotId } = around;
  const shared = { order, itemId, lotId, parent };
  // A work order that is planned has no materials yet: its share stands under who made it.
  if (isWaiting(order.status)) return [{ ...shared, lineId: id, quantity: good, materialId: null }];
  if (!isTaking(order.status)) return [];
  return pegsOf(withKept(parent, around.before), { itemId, good }).map(
    ({ materialId, quantity }) => {
      return { ...shared, lineId: materialId, quantity, materialId };
    },
  );
}

function tell(tx: Tx, parent: Making, pegged: ReadonlyMap<string, Decimal>): void {
  const lines = [...pegged].map(([workOrderMaterialId, quantity]) => {
    const material = present(parent.materials.find(({ id }) => id === workOrderMaterialId));
    const reserved = material.reserved.add(quantity);
    setMaterial(parent, workOrderMaterialId, { reserved });
    return { workOrderMaterialId, componentItemId: material.itemId, quantity };
  });
  step(tx, parent, materialReserved, {}, { lines });
}

/**
 * Reserves what work orders made for the materials that they were made for (pegging), so that
 * nobody sells it meanwhile: as far as the parent is open and is not completed by the same verb.
 * Three statements where there is something to keep, else none. The parents are locked; they are
 * moved and told, and written by the caller.
 */
export async function pegOutput(
  tx: Tx,
  level: readonly Completing[],
  around: { readonly lotOf: ProductLots; readonly parents: ReadonlyMap<string, Making> },
): Promise<void> {
  const wanted: Kept[] = [];
  for (const one of level) {
    const { parentWorkOrderId } = one.making.order;
    const parent = parentWorkOrderId === null ? undefined : around.parents.get(parentWorkOrderId);
    if (!parent || one.good.isZero()) continue;
    const lotId = around.lotOf.get(one.reportId) ?? null;
    // Several children of one parent share what it takes, so each sees what the last one got.
    const before = wanted.filter((kept) => kept.parent === parent);
    wanted.push(...keptOf(parent, one, { before, lotId }));
  }
  const kept = await reserveLots(tx, wanted);
  const byParent = groupBy(wanted, ({ parent }) => parent.order.id);
  for (const own of byParent.values()) {
    const pegged = new Map<string, Decimal>();
    for (const one of own) {
      const quantity = present(kept.get(one));
      if (one.materialId === null || quantity.isZero()) continue;
      pegged.set(one.materialId, quantity.add(pegged.get(one.materialId) ?? 0));
    }
    if (pegged.size > 0) tell(tx, own[0]!.parent, pegged);
  }
}

/** A parent's materials as if what is about to be kept for it were reserved. */
function withKept(parent: Making, kept: readonly Kept[]): Material[] {
  return parent.materials.map((material) =>
    kept
      .filter(({ materialId }) => materialId === material.id)
      .reduce((one, { quantity }) => ({ ...one, reserved: one.reserved.add(quantity) }), material),
  );
}

/**
 * Ids of work orders whose output is kept for parents that had no materials yet. One statement.
 */
export async function keptFor(tx: Tx, parentIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select "id" from "WorkOrder" where "parentWorkOrderId" = any(${parentIds}::uuid[])
      and "completed" > 0 order by "id"
  `.execute(tx.db);
  return rows.map(({ id }) => id);
}

/** Gives back what is kept under work orders for their planned parents. */
export async function freeKept(
  tx: Tx,
  companyId: string,
  childIds: readonly string[],
): Promise<void> {
  if (childIds.length > 0) await reservations.release(tx, { companyId, lineIds: childIds });
}
