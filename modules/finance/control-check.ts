import { signed, type Invariant } from './invariant.js';

/** What must hold of the accounts that documents keep: they say what the documents say. */
export const ofControls: readonly Invariant[] = [
  {
    name: 'Only documents move control accounts.',
    text: `select e."id", r."role" from "LedgerEntry" e
      join "AccountRole" r on r."accountId" = e."accountId"
        and r."role" in ('RECEIVABLES', 'PAYABLES', 'RAW_MATERIALS', 'FINISHED_GOODS',
          'WORK_IN_PROCESS', 'GOODS_RECEIVED_NOT_INVOICED')
      where e."role" is distinct from r."role"`,
  },
  {
    name: 'What an opening balance says is what its voucher posted.',
    text: `select o."id" from "OpeningBalance" o
      left join "JournalEntry" j on j."documentId" = o."id"
        and j."postingRule" = 'finance.openingBalancePosted'
      left join "LedgerEntry" e on e."journalEntryId" = j."id" and e."accountId" = o."accountId"
        and e."side" = o."side" and e."amount" = o."amount" and e."baseAmount" = o."baseAmount"
      group by o."id" having count(e."id") <> 1`,
  },
  {
    name: 'The stock of an item lies under one role.',
    text: `select e."companyId", e."itemId" from "LedgerEntry" e
      left join "StockRole" s on s."companyId" = e."companyId" and s."itemId" = e."itemId"
      where e."role" in ('RAW_MATERIALS', 'FINISHED_GOODS') and e."role" is distinct from s."role"`,
  },
  {
    name: "An item's worth is what the stock accounts hold of it.",
    text: `with booked as (
        select e."companyId", e."itemId", ${signed('baseAmount')} as value
        from "LedgerEntry" e where e."role" in ('RAW_MATERIALS', 'FINISHED_GOODS') group by 1, 2)
      select * from "ItemValuation" v full join booked using ("companyId", "itemId")
      where coalesce(v."value", 0) <> coalesce(booked.value, 0)`,
  },
  {
    name: 'What stands in work in process is the cost of the work orders that are not closed.',
    text: `with booked as (
        select e."companyId", e."workOrderId" as id, ${signed('baseAmount')} as value
        from "LedgerEntry" e where e."role" = 'WORK_IN_PROCESS' group by 1, 2
      ), standing as (
        select "companyId", "id", "status", "materialCost" + "labourCost" + "overheadCost"
          - "completedCost" - "varianceCost" as value
        from "WorkOrder")
      select * from standing full join booked using ("companyId", id)
      where coalesce(standing.value, 0) <> coalesce(booked.value, 0)
        or (standing."status" in ('CLOSED', 'CANCELLED') and coalesce(booked.value, 0) <> 0)`,
  },
  {
    name: 'What of an order line is not invoiced or not credited is what the books hold for it.',
    text: `with booked as (
        select e."companyId", e."purchaseOrderLineId" as id, -${signed('baseAmount')} as value
        from "LedgerEntry" e where e."role" = 'GOODS_RECEIVED_NOT_INVOICED' group by 1, 2)
      select * from "PurchaseOrderLine" l full join booked using ("companyId", id)
      where coalesce(l."receivedValue" - l."returnedValue", 0) <> coalesce(booked.value, 0)`,
  },
];
