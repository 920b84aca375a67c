import { oneOf, type Row, type Tx } from '../events/index.js';
import { groupBy, ZERO } from '../kernel/index.js';
import { countsOn } from './bom-alternate.rules.js';
import { alternatesOfLines } from './bom-structure.queries.js';
import type { MadeItem } from './product-data.rules.js';
import type { Alternate, Making, Material } from './work-order-rows.js';

/** What may stand in for components, by the line of the BOM that says so. */
export type AlternatesByLine = ReadonlyMap<string, readonly Row<'BomLineAlternate'>[]>;

/** What may stand in for the components of products on a day. One statement where something may. */
export async function alternatesOn(
  tx: Tx,
  made: Iterable<MadeItem>,
  on: string,
): Promise<AlternatesByLine> {
  const lineIds = [...made].flatMap(({ components }) =>
    components.flatMap(({ alternatesOf }) => alternatesOf ?? []),
  );
  const known = await alternatesOfLines(tx, [...new Set(lineIds)]);
  return groupBy(
    known.filter((one) => countsOn(one, on)),
    ({ bomLineId }) => bomLineId,
  );
}

/** Freezes what may stand in for a material; what is not kept in stock is never issued. */
export function alternateRows(
  tx: Tx,
  material: Material,
  alternates: readonly Row<'BomLineAlternate'>[],
  stocked: ReadonlyMap<string, Row<'Item'>>,
): Alternate[] {
  return alternates.flatMap(({ itemId, priority, ratio }) => {
    const item = stocked.get(itemId);
    if (!item?.isStocked) return [];
    const { id: workOrderMaterialId, workOrderId, companyId, currency } = material;
    return [
      {
        ...{ id: tx.newId(), version: 1, companyId, workOrderId, workOrderMaterialId },
        ...{ itemId, unit: item.unit, priority, ratio, currency },
        ...{ served: ZERO, issued: ZERO, issuedCost: ZERO, createdAt: tx.now },
      },
    ];
  });
}

/** Reads what may stand in for the materials of work orders. One statement, or none. */
export async function readAlternates(tx: Tx, makings: readonly Making[]): Promise<void> {
  if (makings.length === 0) return;
  const rows = await tx.db
    .selectFrom('WorkOrderMaterialAlternate')
    .selectAll()
    .where('workOrderId', '=', oneOf(makings.map(({ order }) => order.id)))
    .orderBy('id')
    .execute();
  const byOrder = groupBy(rows, ({ workOrderId }) => workOrderId);
  for (const making of makings) {
    making.alternates = byOrder.get(making.order.id) ?? [];
    for (const one of making.alternates) making.loaded.alternates.add(one);
  }
}
