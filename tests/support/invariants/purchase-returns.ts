import type { Invariant } from '../../../modules/finance/books-check.js';

const ofReturns: readonly Invariant[] = [
  {
    name: 'What of a line went back, and is to be credited for it, is what its shipped returns say.',
    text: `select l."id", l."returned", b.* from "PurchaseOrderLine" l
      left join lateral (
        select sum(s."quantity") as quantity, sum(s."quantity" - s."toCredit") as withdrawn,
          sum(s."toCreditValue" - s."creditedValue") as value, sum(s."credited") as credited
        from "PurchaseReturnLine" s join "PurchaseReturn" h on h."id" = s."purchaseReturnId"
        where s."purchaseOrderLineId" = l."id" and h."status" = 'SHIPPED') b on true
      where l."returned" <> coalesce(b.quantity, 0) or l."withdrawn" <> coalesce(b.withdrawn, 0)
        or l."returnedValue" <> coalesce(b.value, 0)
        or (l."kind" = 'ITEM' and l."credited" <> coalesce(b.credited, 0))`,
  },
  {
    name: 'What of a receipt went back is what its shipped returns took, and no more than came.',
    text: `select g."id", g."returned", b.* from "GoodsReceiptLine" g
      left join lateral (
        select sum(s."quantity") filter (where h."status" = 'SHIPPED') as quantity,
          sum(s."quantity") as held, sum(s."quantity" - s."toCredit") filter (
            where h."status" = 'SHIPPED') as withdrawn,
          sum(s."owed" - s."toCreditValue") as value
        from "PurchaseReturnLine" s join "PurchaseReturn" h on h."id" = s."purchaseReturnId"
        where s."goodsReceiptLineId" = g."id" and h."status" <> 'CANCELLED') b on true
      where g."returned" <> coalesce(b.quantity, 0) or g."withdrawn" <> coalesce(b.withdrawn, 0)
        or g."withdrawnValue" <> coalesce(b.value, 0) or coalesce(b.held, 0) > g."quantity"`,
  },
  {
    name: 'What went back is worth what stock gave, and is valued when it left.',
    text: `select l."id", l."value" from "PurchaseReturnLine" l
      join "PurchaseReturn" r on r."id" = l."purchaseReturnId"
      left join lateral (
        select -sum("value") as value from "StockMove"
        where "lineId" = l."id" and "kind" = 'SUPPLIER_RETURN') m on true
      where (r."status" = 'SHIPPED') <> (l."value" is not null)
        or coalesce(l."value", 0) <> coalesce(m.value, 0)`,
  },
];

const ofCreditNotes: readonly Invariant[] = [
  {
    name: "What is credited of a line is what its suppliers' posted credit notes took.",
    text: `select l."id", l."credited", sum(b."quantity") from "PurchaseOrderLine" l
      left join (
        select s."purchaseOrderLineId", s."quantity" from "PurchaseCreditNoteLine" s
        join "PurchaseCreditNote" h on h."id" = s."purchaseCreditNoteId"
          and h."status" = 'POSTED'
      ) b on b."purchaseOrderLineId" = l."id"
      group by l."id" having l."credited" <> coalesce(sum(b."quantity"), 0)`,
  },
  {
    name: 'What credit notes cleared of what went back is what returns say is credited.',
    text: `with cleared as (
        select s."purchaseOrderLineId" as id, sum(s."returned") as value
        from "PurchaseCreditNoteLine" s group by 1
      ), credited as (
        select s."purchaseOrderLineId" as id, sum(s."creditedValue") as value
        from "PurchaseReturnLine" s group by 1)
      select * from cleared full join credited using (id)
      where coalesce(cleared.value, 0) <> coalesce(credited.value, 0)`,
  },
  {
    name: "No line of a supplier's invoice is credited more than it billed.",
    text: `select l."id" from "PurchaseInvoiceLine" l
      join "PurchaseCreditNoteLine" c on c."purchaseInvoiceLineId" = l."id"
      join "PurchaseCreditNote" n on n."id" = c."purchaseCreditNoteId"
        and n."status" <> 'CANCELLED'
      group by l."id"
      having sum(c."quantity") > l."quantity" or sum(c."netAmount") > l."netAmount"
        or sum(c."taxAmount") > l."taxAmount"`,
  },
  {
    name: 'No return is credited more than went back invoiced, by all notes that are not cancelled.',
    text: `with taken as (
        select n."purchaseReturnId" as id, c."purchaseOrderLineId" as line,
          sum(c."quantity") as quantity
        from "PurchaseCreditNote" n
        join "PurchaseCreditNoteLine" c on c."purchaseCreditNoteId" = n."id" and c."kind" = 'ITEM'
        where n."status" <> 'CANCELLED' group by 1, 2
      ), back as (
        select "purchaseReturnId" as id, "purchaseOrderLineId" as line, sum("toCredit") as quantity
        from "PurchaseReturnLine" group by 1, 2)
      select * from taken left join back using (id, line)
      where taken.quantity > coalesce(back.quantity, 0)`,
  },
  {
    name: "A supplier's credit note is of its invoice: its rate, and the sums of its lines.",
    text: `select n."id" from "PurchaseCreditNote" n
      join "PurchaseInvoice" i on i."id" = n."purchaseInvoiceId"
      left join "PurchaseReturn" r on r."id" = n."purchaseReturnId"
      left join lateral (
        select sum("netAmount") as net, sum("taxAmount") as tax
        from "PurchaseCreditNoteLine" where "purchaseCreditNoteId" = n."id") l on true
      where (n."netAmount", n."taxAmount", n."grossAmount") is distinct from
          (coalesce(l.net, 0), coalesce(l.tax, 0), coalesce(l.net + l.tax, 0))
        or (n."exchangeRate", n."currency", n."companyId", n."supplierId", n."purchaseOrderId")
          is distinct from
          (i."exchangeRate", i."currency", i."companyId", i."supplierId", i."purchaseOrderId")
        or i."status" <> 'POSTED'
        or (r."id" is not null and (r."status" <> 'SHIPPED'
          or r."purchaseOrderId" <> n."purchaseOrderId"))`,
  },
];

/** What must hold of what goes back to suppliers, and of what they credit. */
export const purchaseReturnInvariants: readonly Invariant[] = [...ofReturns, ...ofCreditNotes];
