import { signed, type Invariant } from './invariant.js';

/** Where credit notes of one kind and what is left of them are found. */
interface CreditKind {
  readonly whose: string;
  readonly table: string;
  readonly by: string;
  readonly role: 'RECEIVABLES' | 'PAYABLES';
  readonly invoice: string;
  /** What makes an amount on account of debits less credits. */
  readonly sign: '-' | '';
}

const ofCredits = ({ whose, table, by, role, invoice, sign }: CreditKind): Invariant[] => [
  {
    name: `What is allocated and refunded of ${whose} is the sum of its parts, at most its rest.`,
    text: `select n."id", n."allocatedAmount", a.amount, n."refundedAmount", p.amount
      from "${table}" n
      left join (select "${by}" as id, sum("amount") as amount from "${table}Allocation"
        group by 1) a on a.id = n."id"
      left join (select "${by}" as id, sum("amount") as amount from "PaymentAllocation"
        group by 1) p on p.id = n."id"
      where n."allocatedAmount" <> coalesce(a.amount, 0)
        or n."refundedAmount" <> coalesce(p.amount, 0)
        or n."settledAmount" + n."allocatedAmount" + n."refundedAmount" > n."grossAmount"`,
  },
  {
    name: `What is left of ${whose} is what the books hold of it on account.`,
    text: `with held as (
        select e."${by}" as id, ${sign}${signed('amount')} as amount,
          ${signed('baseAmount')} as base
        from "LedgerEntry" e
        where e."role" = '${role}' and e."${by}" is not null and e."${invoice}" is null group by 1
      ), unspent as (
        select "id", "grossAmount" - "settledAmount" - "allocatedAmount" - "refundedAmount"
          as amount
        from "${table}" where "status" = 'POSTED')
      select * from unspent full join held using (id)
      where coalesce(unspent.amount, 0) <> coalesce(held.amount, 0)
        or (coalesce(unspent.amount, 0) = 0 and coalesce(held.base, 0) <> 0)`,
  },
];

/** What must hold of payments, and of what customers and suppliers owe and are owed. */
export const ofPayments: readonly Invariant[] = [
  {
    name: 'What is allocated of a payment is the sum of its allocations and at most its amount.',
    text: `select p."id", p."allocated", sum(a."amount") from "Payment" p
      left join "PaymentAllocation" a on a."paymentId" = p."id"
      group by p."id", p."allocated", p."amount"
      having p."allocated" <> coalesce(sum(a."amount"), 0) or p."allocated" > p."amount"`,
  },
  {
    name: 'A payment is applied exactly when nothing is left of it.',
    text: `select "id", "status", "amount", "allocated" from "Payment"
      where ("status" = 'APPLIED' and "allocated" <> "amount")
        or ("status" = 'POSTED' and "allocated" >= "amount")
        or ("status" in ('DRAFT', 'REVERSED') and "allocated" <> 0)`,
  },
  {
    name: 'What is left of posted payments is what the books hold of them on account.',
    text: `with unspent as (
        select "companyId", "customerId", "supplierId", "currency",
          sum(case "direction" when 'RECEIVED' then "allocated" - "amount"
            else "amount" - "allocated" end) as amount
        from "Payment" where "status" in ('POSTED', 'APPLIED') group by 1, 2, 3, 4
      ), held as (
        select e."companyId", e."customerId", e."supplierId", e."currency", ${signed('amount')} as amount
        from "LedgerEntry" e join "JournalEntry" j on j."id" = e."journalEntryId"
        where e."role" in ('RECEIVABLES', 'PAYABLES') and j."documentType" = 'Payment'
          and num_nonnulls(e."salesInvoiceId", e."purchaseInvoiceId", e."creditNoteId",
            e."purchaseCreditNoteId") = 0
        group by 1, 2, 3, 4
      ), both_sides as (
        select * from unspent
        union all
        select "companyId", "customerId", "supplierId", "currency", -amount from held)
      select "companyId", "customerId", "supplierId", "currency", sum(amount)
      from both_sides group by 1, 2, 3, 4 having sum(amount) <> 0`,
  },
  {
    name: 'What the books made of a credit note names it.',
    text: `select e."id" from "LedgerEntry" e join "JournalEntry" j on j."id" = e."journalEntryId"
      where j."documentType" in ('CreditNote', 'PurchaseCreditNote')
        and j."documentId" is distinct from coalesce(e."creditNoteId", e."purchaseCreditNoteId")`,
  },
  ...ofCredits({
    whose: 'a credit note',
    table: 'CreditNote',
    by: 'creditNoteId',
    ...{ role: 'RECEIVABLES', invoice: 'salesInvoiceId', sign: '-' },
  }),
  ...ofCredits({
    whose: "a supplier's credit note",
    table: 'PurchaseCreditNote',
    by: 'purchaseCreditNoteId',
    ...{ role: 'PAYABLES', invoice: 'purchaseInvoiceId', sign: '' },
  }),
  {
    name: 'What customers owe by their exposures is what the receivables accounts hold.',
    text: `with held as (
        select e."companyId", e."customerId", ${signed('baseAmount')} as amount
        from "LedgerEntry" e where e."role" = 'RECEIVABLES' group by 1, 2)
      select * from "CustomerExposure" x full join held using ("companyId", "customerId")
      where coalesce(x."receivable", 0) <> coalesce(held.amount, 0)`,
  },
  {
    name: 'What we owe suppliers by their exposures is what the payables accounts hold.',
    text: `with held as (
        select e."companyId", e."supplierId", -${signed('baseAmount')} as amount
        from "LedgerEntry" e where e."role" = 'PAYABLES' group by 1, 2)
      select * from "SupplierExposure" x full join held using ("companyId", "supplierId")
      where coalesce(x."payable", 0) <> coalesce(held.amount, 0)`,
  },
  {
    name: 'What the books hold of a purchase invoice is what is not paid of it.',
    text: `with held as (
        select e."purchaseInvoiceId" as id, -${signed('amount')} as amount
        from "LedgerEntry" e
        where e."role" = 'PAYABLES' and e."purchaseInvoiceId" is not null group by 1
      ), owed as (
        select "id", "grossAmount" - "paidAmount" as amount from "PurchaseInvoice"
        where "status" = 'POSTED')
      select * from owed full join held using (id)
      where coalesce(owed.amount, 0) <> coalesce(held.amount, 0)`,
  },
];
