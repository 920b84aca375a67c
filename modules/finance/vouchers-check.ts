import { signed, type Invariant } from './invariant.js';

/** What must hold of vouchers and of the ledger. */
export const ofVouchers: readonly Invariant[] = [
  {
    name: 'Each voucher balances in each of its currencies.',
    text: `select e."journalEntryId", e."currency", ${signed('amount')}
      from "LedgerEntry" e group by 1, 2 having ${signed('amount')} <> 0`,
  },
  {
    name: 'Each voucher balances in base currency.',
    text: `select e."journalEntryId", ${signed('baseAmount')}
      from "LedgerEntry" e group by 1 having ${signed('baseAmount')} <> 0`,
  },
  {
    name: 'Debits equal credits in each company, currency and fiscal period.',
    text: `select e."companyId", j."fiscalPeriodId", e."currency", ${signed('amount')}
      from "LedgerEntry" e join "JournalEntry" j on j."id" = e."journalEntryId"
      group by 1, 2, 3 having ${signed('amount')} <> 0 or ${signed('baseAmount')} <> 0`,
  },
  {
    name: 'The trial balance of each company is zero.',
    text: `select e."companyId", ${signed('baseAmount')}
      from "LedgerEntry" e group by 1 having ${signed('baseAmount')} <> 0`,
  },
  {
    name: 'Posted vouchers have a number and at least two lines, and others have neither.',
    text: `select j."id", j."status", j."number", count(e."id")
      from "JournalEntry" j left join "LedgerEntry" e on e."journalEntryId" = j."id"
      group by j."id", j."status", j."number"
      having (j."status" in ('POSTED', 'REVERSED')) <> (j."number" is not null)
        or (j."status" in ('POSTED', 'REVERSED')) <> (count(e."id") >= 2)`,
  },
  {
    name: 'A voucher has its word from when it is posted, and no draft has one.',
    text: `select "id" from "JournalEntry"
      where ("number" is not null and "voucherWord" is null)
        or ("status" in ('DRAFT', 'CHECKED') and "voucherWord" is not null)`,
  },
  {
    name: "Each ledger entry is of its voucher's company and day, and on an account of that company.",
    text: `select e."id" from "LedgerEntry" e
      join "JournalEntry" j on j."id" = e."journalEntryId"
      join "Account" a on a."id" = e."accountId"
      where e."companyId" <> j."companyId" or e."companyId" <> a."companyId"
        or e."postedOn" is distinct from j."postedOn"`,
  },
  {
    name: 'Each voucher is posted in the period of its day.',
    text: `select j."id", j."postedOn", p."code" from "JournalEntry" j
      join "FiscalPeriod" p on p."id" = j."fiscalPeriodId"
      where p."companyId" <> j."companyId"
        or j."postedOn" not between p."startsOn" and p."endsOn"`,
  },
  {
    name: 'Voucher numbers run from 1 to N without gap or repeat.',
    text: `with counted as (
        select "companyId", regexp_replace("number", '[0-9]+$', '') as word,
          substring("number" from '[0-9]+$')::bigint as value
        from "JournalEntry" where "number" is not null)
      select "companyId", word, count(*), max(value) from counted group by 1, 2
      having min(value) <> 1 or max(value) <> count(*) or count(distinct value) <> count(*)`,
  },
  {
    name: 'Nothing was posted in a closed period after it was closed.',
    text: `with closings as (
        select "documentId", max("transactionId") as closed from "Event"
        where "type" = 'finance.fiscalPeriodClosed' group by 1)
      select j."id", p."code" from "JournalEntry" j
      join "FiscalPeriod" p on p."id" = j."fiscalPeriodId" and p."status" = 'CLOSED'
      join closings c on c."documentId" = p."id"
      join "Event" v on v."documentId" = j."id" and v."type" = 'finance.journalEntryPosted'
      where v."transactionId" > c.closed`,
  },
  {
    name: 'A reversed voucher and its red letters sum to zero on each account.',
    text: `select j."reversalOfId", e."accountId", ${signed('baseAmount')}
      from "JournalEntry" j
      join "LedgerEntry" e on e."journalEntryId" in (j."id", j."reversalOfId")
      where j."reversalOfId" is not null
      group by 1, 2 having ${signed('baseAmount')} <> 0 or ${signed('amount')} <> 0`,
  },
  {
    name: 'A voucher is reversed exactly when another reverses it.',
    text: `select j."id", j."status" from "JournalEntry" j
      where (j."status" = 'REVERSED') <> exists (
        select from "JournalEntry" r where r."reversalOfId" = j."id")`,
  },
];
