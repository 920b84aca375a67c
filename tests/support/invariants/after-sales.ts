import type { Invariant } from '../../../modules/finance/books-check.js';

const ofReturns: readonly Invariant[] = [
  {
    name: 'What came back of a line is what its received returns brought.',
    text: `select l."id", l."returned", sum(b."quantity") from "SalesOrderLine" l
      left join (
        select s."salesOrderLineId", s."quantity" from "SalesReturnLine" s
        join "SalesReturn" h on h."id" = s."salesReturnId" and h."status" = 'RECEIVED'
      ) b on b."salesOrderLineId" = l."id"
      group by l."id" having l."returned" <> coalesce(sum(b."quantity"), 0)`,
  },
  {
    name: 'No delivered line comes back more than it left.',
    text: `select d."id", d."quantity", sum(l."quantity") from "DeliveryLine" d
      join "SalesReturnLine" l on l."deliveryLineId" = d."id"
      join "SalesReturn" r on r."id" = l."salesReturnId" and r."status" <> 'CANCELLED'
      group by d."id" having sum(l."quantity") > d."quantity"`,
  },
  {
    name: 'What came back is worth what stock took in, and at most what left.',
    text: `select l."id", l."value" from "SalesReturnLine" l
      join "SalesReturn" r on r."id" = l."salesReturnId" and r."status" = 'RECEIVED'
      left join lateral (
        select sum("value") as value from "StockMove"
        where "lineId" = l."id" and "kind" = 'CUSTOMER_RETURN') m on true
      where l."value" is distinct from coalesce(m.value, 0)`,
  },
];

const ofCreditNotes: readonly Invariant[] = [
  {
    name: 'What is credited of a line is what its posted credit notes took.',
    text: `select l."id", l."credited", sum(b."quantity") from "SalesOrderLine" l
      left join (
        select s."salesOrderLineId", s."quantity" from "CreditNoteLine" s
        join "CreditNote" h on h."id" = s."creditNoteId" and h."status" = 'POSTED'
      ) b on b."salesOrderLineId" = l."id"
      group by l."id" having l."credited" <> coalesce(sum(b."quantity"), 0)`,
  },
  {
    name: 'No line of an invoice is credited more than it billed, and the last credit takes the rest.',
    text: `select l."id" from "SalesInvoiceLine" l
      join "CreditNoteLine" c on c."salesInvoiceLineId" = l."id"
      join "CreditNote" n on n."id" = c."creditNoteId" and n."status" <> 'CANCELLED'
      group by l."id"
      having sum(c."quantity") > l."quantity" or sum(c."netAmount") > l."netAmount"
        or sum(c."taxAmount") > l."taxAmount"
        or (sum(c."netAmount") = l."netAmount" and l."netAmount" > 0
          and sum(c."taxAmount") <> l."taxAmount")`,
  },
  {
    name: "A credit note's amounts are the sums of its lines, at the rate of its invoice.",
    text: `select n."id" from "CreditNote" n join "SalesInvoice" i on i."id" = n."salesInvoiceId"
      left join lateral (
        select sum("netAmount") as net, sum("taxAmount") as tax
        from "CreditNoteLine" where "creditNoteId" = n."id") l on true
      where (n."netAmount", n."taxAmount", n."grossAmount") is distinct from
          (coalesce(l.net, 0), coalesce(l.tax, 0), coalesce(l.net + l.tax, 0))
        or n."exchangeRate" <> i."exchangeRate" or n."currency" <> i."currency"
        or i."status" <> 'POSTED'`,
  },
  {
    name: 'Posted credit notes and no others have a number, and numbers run from 1 to N.',
    text: `with counted as (
        select "companyId", regexp_replace("number", '[0-9]+$', '') as word,
          substring("number" from '[0-9]+$')::bigint as value, ("status" = 'POSTED') as posted
        from "CreditNote" where "number" is not null or "status" = 'POSTED')
      select "companyId", word, count(*), max(value) from counted group by 1, 2
      having min(value) is distinct from 1 or max(value) <> count(*)
        or count(distinct value) <> count(*) or not bool_and(posted)`,
  },
];

/** What a work order makes for its line: when it has ended what it made, else what it will make. */
const MADE = `case when w."status" in ('COMPLETED', 'CLOSED', 'CANCELLED') then w."completed"
  else w."quantity" - w."scrapped" end`;

const ofProduction: readonly Invariant[] = [
  {
    name: 'What is planned and produced for a line is what its work orders make and made.',
    text: `with made as (
        select w."salesOrderLineId" as id, sum(round(${MADE} / l."stockFactor", 9)) as planned,
          sum(round(w."completed" / l."stockFactor", 9)) as produced
        from "WorkOrder" w join "SalesOrderLine" l on l."id" = w."salesOrderLineId"
        where w."parentWorkOrderId" is null group by 1)
      select l."id", l."planned", l."produced", made.planned, made.produced
      from "SalesOrderLine" l left join made on made.id = l."id"
      where l."planned" <> coalesce(made.planned, 0) or l."produced" <> coalesce(made.produced, 0)`,
  },
  {
    name: 'A line that was taken out of its order costs nothing and holds nothing.',
    text: `select l."id" from "SalesOrderLine" l join "SalesOrder" o on o."id" = l."salesOrderId"
      where l."status" = 'CANCELLED' and o."status" <> 'CANCELLED'
        and (l."netAmount" <> 0 or l."taxAmount" <> 0 or l."reserved" <> 0 or l."shipped" <> 0
          or l."invoiced" <> 0)`,
  },
];

/** What must hold of returns, credit notes and what is made for orders. */
export const afterSalesInvariants: readonly Invariant[] = [
  ...ofReturns,
  ...ofCreditNotes,
  ...ofProduction,
];
