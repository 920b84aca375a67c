import type { Invariant } from '../../../modules/finance/books-check.js';
import { purchaseReturnInvariants } from './purchase-returns.js';

/** What a line's quantities say of it; a charge is not received. */
const LINE_STATUS = `case
  when o."status" = 'CANCELLED' then 'CANCELLED'
  when l."kind" = 'CHARGE' and l."invoiced" >= l."quantity" then 'INVOICED'
  when l."kind" = 'ITEM' and l."received" >= l."quantity" and l."invoiced" > 0
    and l."invoiced" >= l."received" - l."withdrawn" then 'INVOICED'
  when o."status" = 'CLOSED' then 'CLOSED'
  when l."kind" = 'CHARGE' or l."received" = 0 then 'OPEN'
  when l."received" >= l."quantity" then 'RECEIVED'
  else 'PARTIALLY_RECEIVED' end`;

const ofOrders: readonly Invariant[] = [
  {
    name: 'What a line has received is what its posted receipts brought, with what is owed for it.',
    text: `select l."id", l."received", r.* from "PurchaseOrderLine" l
      left join lateral (
        select sum(g."quantity") as quantity, sum(g."invoiced") as invoiced,
          sum(g."value" - g."invoicedValue" - g."withdrawnValue") as value
        from "GoodsReceiptLine" g join "GoodsReceipt" h on h."id" = g."goodsReceiptId"
        where g."purchaseOrderLineId" = l."id" and h."status" = 'POSTED') r on true
      where l."received" <> coalesce(r.quantity, 0) or l."receivedValue" <> coalesce(r.value, 0)
        or (l."kind" = 'ITEM' and l."invoiced" <> coalesce(r.invoiced, 0))`,
  },
  {
    name: 'What a line has invoiced is what its posted invoices billed, and came.',
    text: `select l."id", l."invoiced", b.* from "PurchaseOrderLine" l
      left join lateral (
        select sum(i."quantity") as quantity, sum(i."received") as received
        from "PurchaseInvoiceLine" i join "PurchaseInvoice" h on h."id" = i."purchaseInvoiceId"
        where i."purchaseOrderLineId" = l."id" and h."status" = 'POSTED') b on true
      left join lateral (
        select sum(g."invoicedValue") as value from "GoodsReceiptLine" g
        where g."purchaseOrderLineId" = l."id") r on true
      where l."invoiced" <> coalesce(b.quantity, 0)
        or coalesce(b.received, 0) <> coalesce(r.value, 0)
        or l."invoiced" > case l."kind" when 'ITEM' then l."received" else l."quantity" end
        or l."received" > l."quantity" * (1 + l."tolerancePercent" / 100)`,
  },
  {
    name: 'A line that is received and invoiced in full holds nothing received, not invoiced.',
    text: `select "id", "receivedValue" from "PurchaseOrderLine"
      where "receivedValue" < 0
        or ("received" - "withdrawn" = "invoiced" and "receivedValue" <> 0)`,
  },
  {
    name: 'The status of a purchase line is what its quantities say.',
    text: `select l."id", l."status", ${LINE_STATUS} from "PurchaseOrderLine" l
      join "PurchaseOrder" o on o."id" = l."purchaseOrderId" where l."status" <> ${LINE_STATUS}`,
  },
  {
    name: 'The status of an open purchase order is what its lines say.',
    text: `with told as (
        select o."id", o."status", o."confirmedOn",
          bool_and(l."status" = 'INVOICED') as is_invoiced,
          bool_and(l."status" in ('RECEIVED', 'INVOICED')) filter (where l."kind" = 'ITEM')
            as is_received,
          bool_or(l."received" > 0 or l."invoiced" > 0) as has_begun
        from "PurchaseOrder" o join "PurchaseOrderLine" l on l."purchaseOrderId" = o."id"
        where o."status" in ('SENT', 'CONFIRMED', 'PARTIALLY_RECEIVED', 'RECEIVED', 'INVOICED')
        group by o."id")
      select * from told where "status" <> case
        when is_invoiced then 'INVOICED' when is_received then 'RECEIVED'
        when has_begun then 'PARTIALLY_RECEIVED'
        when "confirmedOn" is null then 'SENT' else 'CONFIRMED' end`,
  },
  {
    name: 'A purchase order that has ended waits for nothing and owes nothing unbilled.',
    text: `select o."id", o."status" from "PurchaseOrder" o
      where (o."status" = 'CANCELLED' and exists (select from "PurchaseOrderLine" l
          where l."purchaseOrderId" = o."id" and (l."received" > 0 or l."invoiced" > 0)))
        or (o."status" = 'CLOSED' and exists (select from "PurchaseOrderLine" l
          where l."purchaseOrderId" = o."id" and l."kind" = 'ITEM'
            and l."received" - l."withdrawn" > l."invoiced"))
        or (o."status" in ('CLOSED', 'CANCELLED') and (exists (select from "GoodsReceipt" g
            where g."purchaseOrderId" = o."id" and g."status" in ('DRAFT', 'ON_HOLD'))
          or exists (select from "PurchaseInvoice" i
            where i."purchaseOrderId" = o."id" and i."status" in ('DRAFT', 'APPROVED'))))`,
  },
  {
    name: "A purchase order's amounts are the sums of its lines.",
    text: `select o."id" from "PurchaseOrder" o
      left join lateral (
        select sum("netAmount") as net, sum("taxAmount") as tax
        from "PurchaseOrderLine" where "purchaseOrderId" = o."id") l on true
      where (o."netAmount", o."taxAmount", o."grossAmount") is distinct from
        (coalesce(l.net, 0), coalesce(l.tax, 0), coalesce(l.net + l.tax, 0))`,
  },
  {
    name: 'Whoever approved an order or a differing invoice did not make it.',
    text: `select "id" from "PurchaseOrder" where "approvedById" = "createdById"
      union all
      select "id" from "PurchaseInvoice" where "match" = 'DIFFERS'
        and "status" in ('APPROVED', 'POSTED')
        and ("approvedById" is null or "approvedById" = "createdById")`,
  },
];

const ofReceipts: readonly Invariant[] = [
  {
    name: 'A receipt is valued when it is posted, and stock moved by it as it says.',
    text: `select g."id", h."status", m.* from "GoodsReceiptLine" g
      join "GoodsReceipt" h on h."id" = g."goodsReceiptId"
      join "PurchaseOrderLine" l on l."id" = g."purchaseOrderLineId"
      left join lateral (
        select sum(s."quantity") as quantity, count(*) filter (where s."quantity" > 0) as came
        from "StockMove" s where s."lineId" = g."id") m on true
      where (h."status" in ('POSTED', 'REVERSED')) <> (g."value" is not null)
        or (h."status" <> 'POSTED' and coalesce(m.quantity, 0) <> 0)
        or (h."status" = 'POSTED' and m.came > 0
          and m.quantity <> round(g."quantity" * l."stockFactor", 9))
        or (h."status" <> 'POSTED' and (g."invoiced" <> 0 or g."invoicedValue" <> 0))`,
  },
  {
    name: 'Every part of a document of buying belongs to the company of its whole.',
    text: `select l."id" from "PurchaseOrderLine" l join "PurchaseOrder" o
        on o."id" = l."purchaseOrderId" where l."companyId" <> o."companyId"
      union all
      select g."id" from "GoodsReceipt" g left join "PurchaseOrder" o
        on o."id" = g."purchaseOrderId" and o."companyId" = g."companyId"
        and o."supplierId" = g."supplierId" where o."id" is null
      union all
      select i."id" from "PurchaseInvoice" i left join "PurchaseOrder" o
        on o."id" = i."purchaseOrderId" and o."companyId" = i."companyId"
        and o."supplierId" = i."supplierId" and o."currency" = i."currency"
        where o."id" is null and i."purchaseOrderId" is not null
      union all
      select o."id" from "PurchaseOrder" o left join "Supplier" s on s."id" = o."supplierId"
        left join "Warehouse" w on w."id" = o."warehouseId" and w."companyId" = o."companyId"
        where s."id" is null or w."id" is null`,
  },
  {
    name: 'What is bought for a line of a sales order is bought for one that there is.',
    text: `select l."id", l."salesOrderLineId" from "PurchaseOrderLine" l
      left join "SalesOrderLine" s on s."id" = l."salesOrderLineId"
        and s."companyId" = l."companyId"
      where l."salesOrderLineId" is not null and s."id" is null`,
  },
];

const ofInvoices: readonly Invariant[] = [
  {
    name: "A purchase invoice's amounts are the sums of its lines.",
    text: `select i."id" from "PurchaseInvoice" i
      left join lateral (
        select sum("netAmount") as net, sum("taxAmount") as tax
        from "PurchaseInvoiceLine" where "purchaseInvoiceId" = i."id") l on true
      where i."purchaseOrderId" is not null
        and (i."netAmount", i."taxAmount", i."grossAmount") is distinct from
        (coalesce(l.net, 0), coalesce(l.tax, 0), coalesce(l.net + l.tax, 0))`,
  },
  {
    name: 'How far a purchase invoice is settled is what was paid of it.',
    text: `select "id", "settlement" from "PurchaseInvoice"
      where "paidAmount" < 0 or "paidAmount" > "grossAmount" or "settlement" <> case
        when "paidAmount" >= "grossAmount" and "status" = 'POSTED' then 'PAID'
        when "paidAmount" = 0 then 'UNPAID' else 'PARTIALLY_PAID' end`,
  },
  {
    name: 'What stock bears of a price difference is no more than the difference, on its side.',
    text: `select l."id", l."received", l."toStock" from "PurchaseInvoiceLine" l
      join "PurchaseInvoice" i on i."id" = l."purchaseInvoiceId"
      join "Company" c on c."id" = i."companyId"
      join "Currency" u on u."code" = c."baseCurrency"
      where (i."status" = 'POSTED') <> (l."received" is not null)
        or l."toStock" * (round(l."netAmount" * i."exchangeRate", u."minorUnits") - l."received") < 0
        or abs(l."toStock") > abs(
          round(l."netAmount" * i."exchangeRate", u."minorUnits") - l."received")`,
  },
];

/** What must hold of orders to suppliers, of what they bring and of what they bill. */
export const purchasingInvariants: readonly Invariant[] = [
  ...ofOrders,
  ...ofReceipts,
  ...ofInvoices,
  ...purchaseReturnInvariants,
];
