import { builder } from '../../schema/builder.js';
import { Bin } from '../../schema/inventory/stock.js';
import { Item } from '../../schema/inventory/item.js';
import { WorkOrder } from '../../schema/manufacturing/work-order.js';
import { PaymentTerms, TaxCode } from '../../schema/platform/reference.js';
import {
  PurchaseLineKind,
  PurchaseOrder,
  PurchaseOrderLine,
} from '../../schema/purchasing/purchase-order.js';
import { SalesOrderLine } from '../../schema/sales/sales-order.js';
import { customFieldsInput } from '../custom-fields.js';
import { idOf, type InputFields } from '../inputs.js';

const lineFields = (t: InputFields) => ({
  kind: t.field({ type: PurchaseLineKind, description: 'ITEM unless told.' }),
  itemId: idOf(t, Item, { description: 'The item; none for a charge.' }),
  description: t.string({ description: "What is printed: the item's name unless told." }),
  unit: t.string({ description: "The unit of the quantity: the item's stock unit unless told." }),
  quantity: t.field({
    type: 'Decimal',
    description: 'How much, above zero; 1 for a charge unless told.',
  }),
  unitPrice: t.field({
    type: 'Decimal',
    description:
      "What one unit costs before discount and tax: the supplier's best price unless told.",
  }),
  discountPercent: t.field({ type: 'Decimal', description: 'Percent taken off the price.' }),
  taxCodeId: idOf(t, TaxCode, { description: 'The tax that is charged.' }),
  taxAmount: t.field({
    type: 'Decimal',
    description: 'The tax on the line, when it is not what the tax code says.',
  }),
  tolerancePercent: t.field({
    type: 'Decimal',
    description: 'How many percent more than was ordered are taken in: 0 unless told.',
  }),
  requestedOn: t.field({ type: 'Date', description: 'When it is wanted.' }),
  salesOrderLineId: idOf(t, SalesOrderLine, {
    description: 'The line of a sales order that it is bought for.',
  }),
  workOrderId: idOf(t, WorkOrder, { description: 'The work order that it is bought for.' }),
  customFields: customFieldsInput(t, PurchaseOrderLine),
});

export const PurchaseOrderLineInput = builder.inputType('PurchaseOrderLineInput', {
  description: 'A line of a new purchase order: so much of an item, or a charge.',
  fields: lineFields,
});

export const PurchaseOrderLinePutInput = builder.inputType('PurchaseOrderLinePutInput', {
  description: 'A line that replaces the one with its id, or is added when it has none.',
  fields: (t) => ({
    id: idOf(t, PurchaseOrderLine, { description: 'The line that is replaced.' }),
    ...lineFields(t),
  }),
});

/** What an order says of itself beside its company, supplier, warehouse, currency and lines. */
export const headerFields = (t: InputFields) => ({
  documentOn: t.field({ type: 'Date', description: 'The day of the order: today unless told.' }),
  requestedOn: t.field({ type: 'Date', description: 'When it is wanted.' }),
  supplierReference: t.string({ description: "The supplier's own number for it." }),
  paymentTermsId: idOf(t, PaymentTerms, {
    description: "When the supplier is to be paid: the supplier's terms unless told.",
  }),
  customFields: customFieldsInput(t, PurchaseOrder),
});

export const LinePromiseInput = builder.inputType('LinePromiseInput', {
  description: 'When the supplier promises a line.',
  fields: (t) => ({
    purchaseOrderLineId: idOf(t, PurchaseOrderLine, { required: true, description: 'The line.' }),
    promisedOn: t.field({ type: 'Date', required: true, description: 'When it is promised.' }),
  }),
});

const ReceivedLotInput = builder.inputType('ReceivedLotInput', {
  description: 'The lot that goods came in; made when it is not known yet.',
  fields: (t) => ({
    code: t.string({ required: true, description: 'Its code, unique for the company and item.' }),
    supplierLotCode: t.string({ description: 'What the supplier calls it.' }),
    madeOn: t.field({ type: 'Date', description: 'When it was made.' }),
    expiresOn: t.field({ type: 'Date', description: 'Until when it may be used.' }),
  }),
});

export const GoodsReceiptLineInput = builder.inputType('GoodsReceiptLineInput', {
  description: "A part of a line of the order that came, in the line's unit.",
  fields: (t) => ({
    purchaseOrderLineId: idOf(t, PurchaseOrderLine, {
      required: true,
      description: 'The line of the order; it may come in parts, by bin or lot.',
    }),
    quantity: t.field({ type: 'Decimal', required: true, description: 'How much came.' }),
    binId: idOf(t, Bin, { description: 'Where it is put: the main bin unless told.' }),
    lot: t.field({
      type: ReceivedLotInput,
      description: 'The lot it came in; for items that are kept by lots.',
    }),
  }),
});

export const PurchaseInvoiceLineInput = builder.inputType('PurchaseInvoiceLineInput', {
  description: "A part of a line of the order that the supplier bills, in the line's unit.",
  fields: (t) => ({
    purchaseOrderLineId: idOf(t, PurchaseOrderLine, {
      required: true,
      description: 'The line of the order.',
    }),
    quantity: t.field({ type: 'Decimal', required: true, description: 'How much is billed.' }),
    unitPrice: t.field({
      type: 'Decimal',
      description: 'What one unit costs after discount and before tax: as ordered unless told.',
    }),
    taxAmount: t.field({
      type: 'Decimal',
      description: "The tax that the supplier wrote: by the line's tax code unless told.",
    }),
  }),
});
