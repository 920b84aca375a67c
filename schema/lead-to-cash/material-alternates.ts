/** What may stand in for a material of a work order: how much of it would, and what is free. */
import { decimal as exact } from '../../modules/kernel/index.js';
import { materialAlternates } from '../../modules/manufacturing/index.js';
import type { RawKeys, ReaderScope } from '../../prisma/reader/index.js';
import { WorkOrderMaterialAlternate } from '../manufacturing/work-order.js';
import { computed } from '../noun.js';
import { Quantity } from '../values.js';

/** A figure of each row by one statement that answers id and value; none is nothing. */
async function figures(
  rows: readonly RawKeys[],
  text: string,
  { query }: Pick<ReaderScope, 'query'>,
) {
  const answer = await query({ text, values: [rows.map((row) => row.id)] });
  return new Map(answer.rows.map(([id, ...values]) => [id, values.map(String)]));
}

computed(WorkOrderMaterialAlternate, 'quantity', {
  description: 'How much of it would serve what the material still takes.',
  type: Quantity,
  needs: ['id', 'unit'],
  load: async (rows, _args, reader) => {
    const text = `select a."id", a."ratio", m."required", m."issued"
      from "WorkOrderMaterialAlternate" a
      join "WorkOrderMaterial" m on m."id" = a."workOrderMaterialId"
      where a."id" = any($1::uuid[])`;
    const found = await figures(rows, text, reader);
    return rows.map(({ id, unit }) => {
      const [ratio, required, issued] = found.get(id)!.map(exact);
      const material = { required: required!, issued: issued! };
      return {
        value: materialAlternates.stillServing({ ratio: ratio! }, material).toFixed(),
        unit,
      };
    });
  },
});

computed(WorkOrderMaterialAlternate, 'available', {
  description: "How much of it is free in the work order's warehouse: on hand and not reserved.",
  permission: 'inventory.stockLevel.read',
  type: Quantity,
  needs: ['id', 'unit'],
  load: async (rows, _args, reader) => {
    const text = `select a."id", coalesce(sum(s."onHand" - s."reserved"), 0)
      from "WorkOrderMaterialAlternate" a
      join "WorkOrder" w on w."id" = a."workOrderId"
      left join "StockLevel" s on s."itemId" = a."itemId" and s."warehouseId" = w."warehouseId"
        and s."companyId" = a."companyId" and s."status" = 'AVAILABLE'
      where a."id" = any($1::uuid[]) group by a."id"`;
    const found = await figures(rows, text, reader);
    return rows.map(({ id, unit }) => ({ value: exact(found.get(id)![0]!).toFixed(), unit }));
  },
});
