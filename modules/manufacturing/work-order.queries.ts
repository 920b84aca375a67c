import type { Read } from './product-data.queries.js';

/** Work orders of a sales order or a work center, among the companies that are seen: their ids. */
export interface FollowedOrders {
  readonly by: 'salesOrderId' | 'workCenterId';
  readonly id: string;
  readonly companies: 'ALL' | readonly string[];
  readonly limit: number;
}

const OF_SALES_ORDER = `select "id" from "WorkOrder"
  where "salesOrderId" = $1 and ($2::uuid[] is null or "companyId" = any($2::uuid[]))
  order by "id" desc limit $3`;

const OF_WORK_CENTER = `select w."id" from "WorkOrder" w
  where ($2::uuid[] is null or w."companyId" = any($2::uuid[])) and w."id" in (
    select c."workOrderId" from "JobCard" c
    where c."workCenterId" = $1 and c."status" not in ('DONE', 'SKIPPED'))
    and w."status" not in ('CLOSED', 'CANCELLED')
  order by w."id" desc limit $3`;

/** Those of a sales order, or those with work before a work center; the newest first. */
export async function followedOrders(read: Read, of: FollowedOrders): Promise<string[]> {
  const companies = of.companies === 'ALL' ? null : [...of.companies];
  const text = of.by === 'salesOrderId' ? OF_SALES_ORDER : OF_WORK_CENTER;
  const rows = await read({ text, values: [of.id, companies, of.limit] });
  return rows.map(([id]) => String(id));
}
