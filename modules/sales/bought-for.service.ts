import { sql } from 'kysely';
import type { FactOn, Tx } from '../events/index.js';
import { NotFound } from '../kernel/index.js';
import type { BoughtFor } from '../purchasing/index.js';

type OrderFact = FactOn<'PurchaseOrder', BoughtFor>;

/** Hears what purchase orders are bought for: lines of sales orders of the same company. NotFound. */
export async function refuseUnknown(tx: Tx, facts: readonly OrderFact[]): Promise<void> {
  const named = facts.flatMap(({ after: { companyId }, data: { salesOrderLineIds } }) =>
    salesOrderLineIds.map((id) => ({ id, companyId })),
  );
  if (named.length === 0) return;
  const { rows } = await sql<{ id: string }>`
    select x.id from unnest(
      ${named.map(({ id }) => id)}::uuid[], ${named.map(({ companyId }) => companyId)}::uuid[]
    ) as x(id, company)
    where not exists (select from "SalesOrderLine" l
      where l."id" = x.id and l."companyId" = x.company)
    limit 1
  `.execute(tx.db);
  const [unknown] = rows;
  if (unknown) throw new NotFound('SalesOrderLine', unknown.id);
}
