import type { Invariant } from '../../../modules/finance/books-check.js';

/** What must hold of work orders, their materials and their operations. */
export const workOrderInvariants: readonly Invariant[] = [
  {
    name: 'What a material issued is what stock moved for it, or what alternates served of it.',
    text: `select m."id", m."kind", m."issued", m."issuedCost", s.quantity, s.value
      from "WorkOrderMaterial" m left join (
        select "lineId", sum("quantity") as quantity, sum("value") as value from "StockMove"
        where "documentType" = 'WorkOrder' group by 1) s on s."lineId" = m."id"
      left join (
        select "workOrderMaterialId", sum("served") as served, sum("issuedCost") as cost
        from "WorkOrderMaterialAlternate" group by 1) a on a."workOrderMaterialId" = m."id"
      where (m."issued", m."issuedCost") is distinct from (
        case m."kind" when 'COMPONENT' then -1 else 1 end * coalesce(s.quantity, 0)
          + coalesce(a.served, 0),
        case m."kind" when 'COMPONENT' then -1 else 1 end * coalesce(s.value, 0)
          + coalesce(a.cost, 0))`,
  },
  {
    name: 'What an alternate issued is what stock moved for it, and none serves less than nothing.',
    text: `select a."id", a."served", a."issued", a."issuedCost", s.quantity, s.value
      from "WorkOrderMaterialAlternate" a left join (
        select "lineId", sum("quantity") as quantity, sum("value") as value from "StockMove"
        where "documentType" = 'WorkOrder' group by 1) s on s."lineId" = a."id"
      where (a."issued", a."issuedCost") is distinct from
          (-coalesce(s.quantity, 0), -coalesce(s.value, 0))
        or abs(a."issued" - a."served" * a."ratio") > 0.000001`,
  },
  {
    name: 'What a material has reserved is what stock holds for it.',
    text: `select m."id", m."reserved", sum(r."quantity") from "WorkOrderMaterial" m
      left join "Reservation" r on r."lineId" = m."id"
      group by m."id" having m."reserved" <> coalesce(sum(r."quantity"), 0)`,
  },
  {
    name: 'A reservation leads to a line of an order, or to a material of a work order.',
    text: `select r."id", r."documentType", r."lineId" from "Reservation" r
      where not exists (select from "SalesOrderLine" l where l."id" = r."lineId")
        and not exists (select from "WorkOrderMaterial" m where m."id" = r."lineId")
        and not exists (select from "WorkOrder" c where c."id" = r."lineId"
          and c."parentWorkOrderId" = r."documentId")`,
  },
  {
    name: 'What is kept under who made it was made by it, for a work order that is still planned.',
    text: `select c."id", c."completed", sum(r."quantity") from "Reservation" r
      join "WorkOrder" c on c."id" = r."lineId"
      join "WorkOrder" p on p."id" = c."parentWorkOrderId"
      where r."quantity" > 0
      group by c."id", p."status" having sum(r."quantity") > c."completed" or p."status" <> 'PLANNED'`,
  },
  {
    name: 'Material, labour and overhead of a work order are the sums of what went into it.',
    text: `select w."id", w."materialCost", w."labourCost", w."overheadCost" from "WorkOrder" w
      left join (select "workOrderId", sum("issuedCost") as cost from "WorkOrderMaterial"
        where "kind" = 'COMPONENT' group by 1) m on m."workOrderId" = w."id"
      left join (select "workOrderId", sum("labourCost") as labour, sum("overheadCost") as overhead
        from "JobCardReport" group by 1) t on t."workOrderId" = w."id"
      where (w."materialCost", w."labourCost", w."overheadCost") is distinct from
        (coalesce(m.cost, 0), coalesce(t.labour, 0), coalesce(t.overhead, 0))`,
  },
  {
    name: 'What a work order completed is what stock took out of it.',
    text: `select w."id", w."completed", w."completedCost", s.quantity, s.value from "WorkOrder" w
      left join (
        select m."documentId", sum(m."value") as value,
          sum(m."quantity") filter (where m."itemId" = o."itemId") as quantity
        from "StockMove" m join "WorkOrder" o on o."id" = m."documentId"
        where m."kind" = 'COMPLETION' group by 1) s on s."documentId" = w."id"
      where (w."completed", w."completedCost") is distinct from
        (coalesce(s.quantity, 0), coalesce(s.value, 0))`,
  },
  {
    name: 'What a work order completed and scrapped is the sum of its reports.',
    text: `select w."id", w."completed", w."scrapped" from "WorkOrder" w
      left join "ProductionReport" r on r."workOrderId" = w."id"
      group by w."id" having (w."completed", w."scrapped") is distinct from
        (coalesce(sum(r."good"), 0), coalesce(sum(r."scrap"), 0))`,
  },
  {
    name: 'What an operation did and cost is the sum of its reports.',
    text: `select c."id" from "JobCard" c left join "JobCardReport" r on r."jobCardId" = c."id"
      group by c."id" having (c."good", c."scrap", c."rework", c."actualSetupMinutes",
          c."actualRunMinutes", c."labourCost", c."overheadCost") is distinct from
        (coalesce(sum(r."good"), 0), coalesce(sum(r."scrap"), 0), coalesce(sum(r."rework"), 0),
          coalesce(sum(r."setupMinutes"), 0), coalesce(sum(r."runMinutes"), 0),
          coalesce(sum(r."labourCost"), 0), coalesce(sum(r."overheadCost"), 0))`,
  },
  {
    name: 'No operation has done more than the one before it handed on.',
    text: `select * from (
        select "workOrderId", "position", "good" + "scrap" as done,
          coalesce(lag("good") over (partition by "workOrderId" order by "position"), "quantity")
            as handed
        from "JobCard" where "status" <> 'SKIPPED') operations
      where done > handed`,
  },
  {
    name: 'A work order makes no more than was ordered, and a closed one holds nothing.',
    text: `select "id" from "WorkOrder"
      where "completed" + "scrapped" > "quantity" or ("status" = 'CLOSED' and "materialCost"
        + "labourCost" + "overheadCost" - "completedCost" - "varianceCost" <> 0)`,
  },
  {
    name: 'What has ended reserves nothing, and none of its operations is worked on.',
    text: `select w."id" from "WorkOrder" w where (w."status" in ('COMPLETED', 'CLOSED', 'CANCELLED')
        and exists (select from "WorkOrderMaterial" m where m."workOrderId" = w."id"
          and m."reserved" > 0))
      or (w."status" in ('CLOSED', 'CANCELLED') and exists (select from "JobCard" c
        where c."workOrderId" = w."id" and c."status" in ('SETUP', 'RUNNING')
          and c."runningSince" is not null))`,
  },
];
