import type { Invariant } from '../../../modules/finance/books-check.js';

const signed = (column: string): string =>
  `sum(case e."side" when 'DEBIT' then e."${column}" else -e."${column}" end)`;

/** What a line's quantities say of it; a charge is not shipped. */
const LINE_STATUS = `case
  when o."status" = 'CANCELLED' or l."status" = 'CANCELLED' then 'CANCELLED'
  when l."invoiced" >= l."quantity" then 'INVOICED'
  when l."kind" = 'CHARGE' or l."shipped" = 0 then 'OPEN'
  when l."shipped" >= l."quantity" then 'SHIPPED'
  else 'PARTIALLY_SHIPPED' end`;

/** What must hold of what was finished in the system before: it left nothing here but itself. */
const ofHistory: readonly Invariant[] = [
  {
    name: 'History is closed, delivered and paid, with its order and all that belongs to it.',
    text: `select o."id" from "SalesOrder" o where o."isHistoric" and o."status" <> 'CLOSED'
      union all
      select d."id" from "Delivery" d join "SalesOrder" o on o."id" = d."salesOrderId"
      where d."isHistoric" <> o."isHistoric" or (d."isHistoric" and d."status" <> 'DELIVERED')
      union all
      select i."id" from "SalesInvoice" i join "SalesOrder" o on o."id" = i."salesOrderId"
      where i."isHistoric" <> o."isHistoric" or (i."isHistoric" and i."settlement" <> 'PAID')`,
  },
  {
    name: 'History moved no stock, reserved none, posted nothing and settled nothing.',
    text: `select o."id" from "SalesOrder" o where o."isHistoric" and (
        exists (select from "Reservation" r where r."documentId" = o."id")
        or exists (select from "LedgerEntry" e where e."salesOrderId" = o."id")
        or exists (select from "WorkOrder" w where w."salesOrderId" = o."id")
        or exists (select from "SalesReturn" r where r."salesOrderId" = o."id")
        or exists (select from "CreditNote" n where n."salesOrderId" = o."id")
        or exists (select from "SalesOrderChange" c where c."salesOrderId" = o."id"))
      union all
      select d."id" from "Delivery" d join "StockMove" m on m."documentId" = d."id"
      where d."isHistoric"
      union all
      select i."id" from "SalesInvoice" i
      join "PaymentAllocation" a on a."salesInvoiceId" = i."id" where i."isHistoric"
      union all
      select i."id" from "SalesInvoice" i
      join "CreditNoteAllocation" a on a."salesInvoiceId" = i."id" where i."isHistoric"`,
  },
];

const ofOrders: readonly Invariant[] = [
  {
    name: 'No line ships more than was ordered or invoices more than was shipped.',
    text: `select "id" from "SalesOrderLine"
      where "shipped" > "quantity" or "invoiced" > "quantity" or "shipped" < 0 or "invoiced" < 0
        or ("kind" = 'ITEM' and "invoiced" > "shipped")`,
  },
  {
    name: 'What a line has shipped is what its deliveries took out.',
    text: `select l."id", l."shipped", sum(d."quantity") from "SalesOrderLine" l
      left join (
        select s."salesOrderLineId", s."quantity" from "DeliveryLine" s
        join "Delivery" h on h."id" = s."deliveryId" and h."status" in ('SHIPPED', 'DELIVERED')
      ) d on d."salesOrderLineId" = l."id"
      group by l."id" having l."shipped" <> coalesce(sum(d."quantity"), 0)`,
  },
  {
    name: 'What a line has invoiced is what its posted invoices billed.',
    text: `select l."id", l."invoiced", sum(b."quantity") from "SalesOrderLine" l
      left join (
        select s."salesOrderLineId", s."quantity" from "SalesInvoiceLine" s
        join "SalesInvoice" h on h."id" = s."salesInvoiceId" and h."status" = 'POSTED'
      ) b on b."salesOrderLineId" = l."id"
      group by l."id" having l."invoiced" <> coalesce(sum(b."quantity"), 0)`,
  },
  {
    name: 'A line that is invoiced in parts was billed exactly its amounts.',
    text: `select l."id" from "SalesOrderLine" l
      join "SalesInvoiceLine" b on b."salesOrderLineId" = l."id"
      join "SalesInvoice" h on h."id" = b."salesInvoiceId" and h."status" = 'POSTED'
      where l."invoiced" = l."quantity"
      group by l."id"
      having sum(b."netAmount") <> l."netAmount" or sum(b."taxAmount") <> l."taxAmount"`,
  },
  {
    name: 'The status of a line is what its quantities say.',
    text: `select l."id", l."status", ${LINE_STATUS} from "SalesOrderLine" l
      join "SalesOrder" o on o."id" = l."salesOrderId" where l."status" <> ${LINE_STATUS}`,
  },
  {
    name: 'The status of an order in fulfilment is what its lines say.',
    text: `with told as (
        select o."id", o."status",
          bool_and(l."status" = 'INVOICED') as is_invoiced,
          bool_and(l."status" in ('SHIPPED', 'INVOICED')) filter (where l."kind" = 'ITEM')
            as is_shipped,
          bool_or(l."shipped" > 0 or l."invoiced" > 0) as has_begun
        from "SalesOrder" o
        join "SalesOrderLine" l on l."salesOrderId" = o."id" and l."status" <> 'CANCELLED'
        where o."status" in ('CONFIRMED', 'IN_FULFILMENT', 'SHIPPED', 'INVOICED') group by o."id")
      select * from told where "status" <> case
        when is_invoiced then 'INVOICED' when is_shipped then 'SHIPPED'
        when has_begun then 'IN_FULFILMENT' else 'CONFIRMED' end`,
  },
  {
    name: "An order's amounts are the sums of its lines and invoices.",
    text: `select o."id" from "SalesOrder" o
      left join lateral (
        select sum("netAmount") as net, sum("taxAmount") as tax
        from "SalesOrderLine" where "salesOrderId" = o."id") l on true
      left join lateral (
        select sum("paidAmount") as paid from "SalesInvoice"
        where "salesOrderId" = o."id" and "status" = 'POSTED') i on true
      where (o."netAmount", o."taxAmount", o."grossAmount", o."paidAmount") is distinct from
        (coalesce(l.net, 0), coalesce(l.tax, 0), coalesce(l.net + l.tax, 0), coalesce(i.paid, 0))`,
  },
];

// Three of these leave out what was sold in the system before. It was paid by payments and told by
// vouchers of that system, and has its numbers from there; everything else holds of it too.
const ofInvoices: readonly Invariant[] = [
  {
    name: "An invoice's amounts are the sums of its lines; it is paid what payments and credit settle.",
    text: `select i."id" from "SalesInvoice" i
      left join lateral (
        select sum("netAmount") as net, sum("taxAmount") as tax
        from (
          select "netAmount", "taxAmount" from "SalesInvoiceLine" where "salesInvoiceId" = i."id"
          union all select i."netAmount", i."taxAmount" where i."salesOrderId" is null) parts) l on true
      left join lateral (
        select sum("amount") as paid from "PaymentAllocation"
        where "salesInvoiceId" = i."id") a on true
      left join lateral (
        select sum("settledAmount") as credited from "CreditNote"
        where "salesInvoiceId" = i."id" and "status" = 'POSTED') n on true
      left join lateral (
        select sum("amount") as given from "CreditNoteAllocation"
        where "salesInvoiceId" = i."id") g on true
      where (i."netAmount", i."taxAmount", i."grossAmount", i."paidAmount") is distinct from
        (coalesce(l.net, 0), coalesce(l.tax, 0), coalesce(l.net + l.tax, 0),
          case when i."isHistoric" then i."grossAmount" else 0 end
          + coalesce(a.paid, 0) + coalesce(n.credited, 0) + coalesce(g.given, 0))`,
  },
  {
    name: 'How far an invoice is settled is what was paid of it.',
    text: `select "id", "settlement" from "SalesInvoice"
      where "paidAmount" < 0 or "paidAmount" > "grossAmount" or "settlement" <> case
        when "paidAmount" >= "grossAmount" and "status" = 'POSTED' then 'PAID'
        when "paidAmount" = 0 then 'UNPAID' else 'PARTIALLY_PAID' end`,
  },
  {
    name: 'Posted invoices and no others have a number, and numbers run from 1 to N without gap.',
    text: `with counted as (
        select "companyId", regexp_replace("number", '[0-9]+$', '') as word,
          substring("number" from '[0-9]+$')::bigint as value, ("status" = 'POSTED') as posted
        from "SalesInvoice"
        where "salesOrderId" is not null and ("number" is not null or "status" = 'POSTED')
          and not "isHistoric")
      select "companyId", word, count(*), max(value) from counted group by 1, 2
      having min(value) is distinct from 1 or max(value) <> count(*)
        or count(distinct value) <> count(*) or not bool_and(posted)`,
  },
  {
    name: 'What is open on an invoice is what the books hold of it, and nothing of a paid one.',
    text: `with booked as (
        select e."salesInvoiceId" as id, ${signed('amount')} as amount,
          ${signed('baseAmount')} as base
        from "LedgerEntry" e where e."role" = 'RECEIVABLES' and e."salesInvoiceId" is not null
        group by 1)
      select i."id", i."status", booked.* from "SalesInvoice" i
      full join booked on booked.id = i."id"
      where coalesce(booked.amount, 0) <> case i."status"
          when 'POSTED' then i."grossAmount" - i."paidAmount" else 0 end
        or (i."settlement" = 'PAID' and booked.base <> 0)`,
  },
  {
    name: 'What customers have on order is what confirmed orders have not invoiced.',
    text: `with billed as (
        select "salesOrderId" as id, sum("grossAmount") as amount
        from "SalesInvoice" where "status" = 'POSTED' group by 1
      ), open as (
        select o."companyId", o."customerId", sum(round(
          greatest(o."grossAmount" - coalesce(billed.amount, 0), 0) * o."exchangeRate",
          u."minorUnits")) as amount
        from "SalesOrder" o join "Company" c on c."id" = o."companyId"
        join "Currency" u on u."code" = c."baseCurrency"
        left join billed on billed.id = o."id"
        where o."status" not in ('DRAFT', 'CANCELLED', 'CLOSED') group by 1, 2)
      select * from "CustomerExposure" x full join open using ("companyId", "customerId")
      where coalesce(x."openOrders", 0) <> coalesce(open.amount, 0)`,
  },
  {
    name: 'Each shipped delivery, posted invoice and opening has one voucher, unless worth nothing.',
    text: `with documents as (
        select "id", case when "salesOrderId" is null then 'sales.salesInvoiceOpened'
          else 'sales.salesInvoicePosted' end as rule, "grossAmount" <> 0 as is_worth
        from "SalesInvoice" where "status" = 'POSTED' and not "isHistoric"
        union all
        select "id", 'purchasing.purchaseInvoiceOpened', true
        from "PurchaseInvoice" where "purchaseOrderId" is null
        union all
        select "id", 'inventory.stockOpened', "value" <> 0 from "StockOpening"
        union all
        select d."id", 'sales.deliveryShipped', exists (
          select from "StockMove" m where m."documentId" = d."id" and m."value" <> 0)
        from "Delivery" d where d."status" in ('SHIPPED', 'DELIVERED')
      ), vouchers as (
        select "documentId" as id, "postingRule" as rule, count(*) as vouchers
        from "JournalEntry" where "reversalOfId" is null and "postingRule" in (
          'sales.salesInvoicePosted', 'sales.salesInvoiceOpened',
          'purchasing.purchaseInvoiceOpened', 'inventory.stockOpened', 'sales.deliveryShipped')
        group by 1, 2)
      select * from documents full join vouchers using (id, rule)
      where coalesce(vouchers, 0) <> case when is_worth then 1 else 0 end`,
  },
];

/** What must hold of orders, deliveries and invoices, and of what the books make of them. */
export const salesInvariants: readonly Invariant[] = [...ofOrders, ...ofInvoices, ...ofHistory];
