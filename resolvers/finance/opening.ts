import { openingBalances } from '../../modules/finance/index.js';
import { purchaseInvoices } from '../../modules/purchasing/index.js';
import { salesInvoices } from '../../modules/sales/index.js';
import { Customer } from '../../schema/crm/customer.js';
import { Account } from '../../schema/finance/account.js';
import { LedgerSide } from '../../schema/finance/journal-entry.js';
import { OpeningBalance } from '../../schema/finance/opening-balance.js';
import { Company } from '../../schema/platform/company.js';
import { PurchaseInvoice } from '../../schema/purchasing/purchase-invoice.js';
import { Supplier } from '../../schema/purchasing/supplier.js';
import { SalesInvoice } from '../../schema/sales/sales-invoice.js';
import { bulkMutation } from '../bulk.js';
import { idOf, type InputFields } from '../inputs.js';
import { list } from '../reads.js';

list(OpeningBalance, 'openingBalances', 'What accounts held when companies began here.');

const openingDay = (t: InputFields) =>
  t.field({
    type: 'Date',
    required: true,
    description: 'The business day: that before the start.',
  });

bulkMutation('openingBalancesBulk', {
  description:
    'Takes on what up to 250 accounts held, each posted at once against the opening balance.',
  permission: 'finance.openingBalance.create',
  needsKey: true,
  field: 'openingBalance',
  noun: OpeningBalance,
  row: (t) => ({
    companyId: idOf(t, Company, { required: true, description: 'Whose books it is in.' }),
    accountId: idOf(t, Account, { description: 'The account by its id; name it in one way.' }),
    accountCode: t.string({ description: 'The account by its code.' }),
    accountRole: t.string({ description: 'The account by a role that it plays, such as BANK.' }),
    side: t.field({ type: LedgerSide, required: true, description: 'On which side it stood.' }),
    amount: t.field({ type: 'Decimal', required: true, description: 'What it held; above zero.' }),
    currency: t.string({
      description: "The ISO 4217 code of its currency: the company's base currency unless told.",
    }),
    baseAmount: t.field({
      type: 'Decimal',
      description: 'What it was in base currency: by the exchange rate unless told.',
    }),
    exchangeRate: t.field({
      type: 'Decimal',
      description: 'What one unit of the currency was: by the base amount unless told.',
    }),
    customerId: idOf(t, Customer, { description: 'The customer it is told of.' }),
    supplierId: idOf(t, Supplier, { description: 'The supplier it is told of.' }),
    department: t.string({ description: 'The department it is told of.' }),
    project: t.string({ description: 'The project it is told of.' }),
    postedOn: openingDay(t),
  }),
  run: (tx, rows) => openingBalances.upsertMany(tx, rows),
});

const openInvoiceFields = (t: InputFields) => ({
  companyId: idOf(t, Company, { required: true, description: 'Whose books it is in.' }),
  currency: t.string({ description: "Its currency: the party's unless told." }),
  documentOn: t.field({ type: 'Date', required: true, description: 'The day of the invoice.' }),
  dueOn: t.field({ type: 'Date', description: 'By when it is to be paid: its day unless told.' }),
  openAmount: t.field({
    type: 'Decimal',
    required: true,
    description: 'What of it is still to be paid, tax included.',
  }),
  exchangeRate: t.field({
    type: 'Decimal',
    description: 'At which it stood in the books: the rate of the posting day unless told.',
  }),
  postedOn: openingDay(t),
});

bulkMutation('openSalesInvoicesBulk', {
  description: 'Takes on up to 250 invoices that customers had not paid, posted at once.',
  permission: 'finance.openingBalance.create',
  needsKey: true,
  field: 'salesInvoice',
  noun: SalesInvoice,
  row: (t) => ({
    number: t.string({ required: true, description: 'Its number, unique in the company.' }),
    customerId: idOf(t, Customer, { required: true, description: 'The customer who owes it.' }),
    ...openInvoiceFields(t),
  }),
  run: (tx, rows) => salesInvoices.openMany(tx, rows),
});

bulkMutation('openPurchaseInvoicesBulk', {
  description: 'Takes on up to 250 invoices that suppliers were not paid, posted at once.',
  permission: 'finance.openingBalance.create',
  needsKey: true,
  field: 'purchaseInvoice',
  noun: PurchaseInvoice,
  row: (t) => ({
    number: t.string({ required: true, description: "The supplier's number; it is taken once." }),
    supplierId: idOf(t, Supplier, { required: true, description: 'The supplier who is owed.' }),
    ...openInvoiceFields(t),
  }),
  run: (tx, rows) => purchaseInvoices.openMany(tx, rows),
});
