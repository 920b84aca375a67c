import { sql } from 'kysely';
import type { FactOn, Tx } from '../events/index.js';
import { distinct, NotFound } from '../kernel/index.js';
import { workOrders } from '../manufacturing/index.js';
import type { BoughtFor } from '../purchasing/index.js';
import { refuseHistoric } from './live-lock.js';

type OrderFact = FactOn<'PurchaseOrder', BoughtFor>;

/** Refuses work orders that are not there in the order's company. NotFound. */
async function refuseUnknownWork(tx: Tx, facts: readonly OrderFact[]): Promise<void> {
  const named = facts.flatMap(({ after: { companyId }, data: { workOrderIds } }) =>
    workOrderIds.map((id) => ({ id, companyId })),
  );
  if (named.length === 0) return;
  const ids = distinct(named.map(({ id }) => id));
  const known = await workOrders.companiesOf(tx, ids);
  const missing = named.find(({ id, companyId }) => known.get(id) !== companyId);
  if (missing) throw new NotFound('WorkOrder', missing.id);
}

/**
 * Hears what purchase orders are bought for: work orders, and lines of sales orders that are no
 * history, of the same company. NotFound, HistoricDocument.
 */
export async function refuseUnknown(tx: Tx, facts: readonly OrderFact[]): Promise<void> {
  await refuseUnknownWork(tx, facts);
  const named = facts.flatMap(({ after: { companyId }, data: { salesOrderLineIds } }) =>
    salesOrderLineIds.map((id) => ({ id, companyId })),
  );
  if (named.length === 0) return;
  const { rows } = await sql<{ id: string; isHistoric: boolean | null }>`
    select x.id, o."isHistoric" from unnest(
      ${named.map(({ id }) => id)}::uuid[], ${named.map(({ companyId }) => companyId)}::uuid[]
    ) as x(id, company)
    left join "SalesOrderLine" l on l."id" = x.id and l."companyId" = x.company
    left join "SalesOrder" o on o."id" = l."salesOrderId"
    where o."id" is null or o."isHistoric"
    limit 1
  `.execute(tx.db);
  const [refused] = rows;
  if (!refused) return;
  if (refused.isHistoric === null) throw new NotFound('SalesOrderLine', refused.id);
  refuseHistoric('SalesOrder', { isHistoric: refused.isHistoric });
}
