import { salesOrderHistory } from '../../modules/sales/index.js';
import { builder } from '../../schema/builder.js';
import { Customer } from '../../schema/crm/customer.js';
import { Item } from '../../schema/inventory/item.js';
import { Warehouse } from '../../schema/inventory/stock.js';
import { Company } from '../../schema/platform/company.js';
import { SalesLineKind, SalesOrder, SalesOrderLine } from '../../schema/sales/sales-order.js';
import { bulkMutation } from '../bulk.js';
import { customFieldsInput } from '../custom-fields.js';
import { externalRefsInput, idOf, type InputFields } from '../inputs.js';

const HistoryLineInput = builder.inputType('SalesOrderHistoryLineInput', {
  description: 'A line of a finished order; its amounts are taken as they were.',
  fields: (t) => ({
    kind: t.field({ type: SalesLineKind, description: 'ITEM unless told.' }),
    itemId: idOf(t, Item, { description: 'The item, archived or not; none for a charge.' }),
    description: t.string({ description: "What was printed: the item's name unless told." }),
    unit: t.string({ description: "The unit of the quantity: the item's stock unit unless told." }),
    quantity: t.field({
      type: 'Decimal',
      description: 'How much, above zero; 1 for a charge unless told.',
    }),
    unitPrice: t.field({
      type: 'Decimal',
      required: true,
      description: 'What one unit cost before discount and tax.',
    }),
    discountPercent: t.field({ type: 'Decimal', description: 'Percent taken off the price.' }),
    netAmount: t.field({
      type: 'Decimal',
      description: 'What it cost before tax, as it was: what price and discount say unless told.',
    }),
    taxAmount: t.field({
      type: 'Decimal',
      description: 'The tax on it, as it was; 0 unless told.',
    }),
    customFields: customFieldsInput(t, SalesOrderLine),
  }),
});

const HistoryPartInput = builder.inputType('SalesOrderHistoryPartInput', {
  description: 'A part of a line of the finished order.',
  fields: (t) => ({
    position: t.int({ required: true, description: 'The place of the line in the row, from 1.' }),
    quantity: t.field({
      type: 'Decimal',
      required: true,
      description: "How much of it, in the line's unit.",
    }),
  }),
});

const HistoryDeliveryInput = builder.inputType('SalesOrderHistoryDeliveryInput', {
  description: 'A delivery of a finished order.',
  fields: (t) => ({
    number: t.string({ description: "The number it had; made of the order's unless told." }),
    shippedOn: t.field({ type: 'Date', required: true, description: 'When the goods left.' }),
    trackingNumber: t.string({ description: "The carrier's number for it." }),
    lines: t.field({
      type: [HistoryPartInput],
      description: 'What it brought: all that was left unless told.',
    }),
  }),
});

const HistoryInvoiceInput = builder.inputType('SalesOrderHistoryInvoiceInput', {
  description: 'An invoice of a finished order, paid in full.',
  fields: (t) => ({
    number: t.string({ description: 'The number it had; none unless told.' }),
    postedOn: t.field({ type: 'Date', required: true, description: 'The day of the invoice.' }),
    dueOn: t.field({
      type: 'Date',
      description: 'By when it was to be paid: the day of the invoice unless told.',
    }),
    paidOn: t.field({ type: 'Date', description: 'When it was paid, where that is known.' }),
    lines: t.field({
      type: [HistoryPartInput],
      description: 'What it billed: all that was delivered and not billed unless told.',
    }),
  }),
});

const historyFields = (t: InputFields) => ({
  companyId: idOf(t, Company, { required: true, description: 'The company that sold.' }),
  customerId: idOf(t, Customer, { required: true, description: 'Who bought, archived or not.' }),
  warehouseId: idOf(t, Warehouse, {
    required: true,
    description: 'The warehouse the goods left from, archived or not.',
  }),
  externalRefs: externalRefsInput(t),
  number: t.string({
    description:
      'The number it had, kept unless a series could give it: then it is marked H/. The key of the first external reference unless told.',
  }),
  documentOn: t.field({ type: 'Date', required: true, description: 'The day of the order.' }),
  requestedOn: t.field({ type: 'Date', description: 'When the customer wanted it.' }),
  customerReference: t.string({ description: "The customer's own number for it." }),
  currency: t.string({
    description: "The ISO 4217 code of its currency: the customer's unless told.",
  }),
  exchangeRate: t.field({
    type: 'Decimal',
    description: "What one unit was in base currency then: the day's rate unless told.",
  }),
  customFields: customFieldsInput(t, SalesOrder),
  tolerance: t.field({
    type: 'Decimal',
    description:
      'How far a net amount may be from quantity × price × (1 − discount): 0.01 unless told.',
  }),
  lines: t.field({
    type: [HistoryLineInput],
    required: true,
    description: 'What was ordered, in the order of the document.',
  }),
  deliveries: t.field({
    type: [HistoryDeliveryInput],
    description: 'How it was delivered: all on the day of the order unless told.',
  }),
  invoices: t.field({
    type: [HistoryInvoiceInput],
    description: 'How it was billed: all on the day of the last delivery unless told.',
  }),
});

bulkMutation('salesOrderHistoryBulk', {
  description:
    'Records up to 250 sales orders that were finished in the system before: closed, delivered, billed and paid. They post, move and reserve nothing, and nothing moves them. The same row again changes nothing.',
  permission: 'sales.salesOrderHistory.record',
  field: 'salesOrder',
  noun: SalesOrder,
  row: historyFields,
  customFields: {
    isForNewOnly: true,
    lines: { field: 'lines', noun: SalesOrderLine, by: 'salesOrderId' },
  },
  run: (tx, rows) => salesOrderHistory.recordMany(tx, rows),
});
