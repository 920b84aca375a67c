import { builder } from '../../schema/builder.js';
import { CustomerAddress } from '../../schema/crm/customer.js';
import { Item } from '../../schema/inventory/item.js';
import { PaymentTerms, TaxCode } from '../../schema/platform/reference.js';
import { SalesLineKind, SalesOrder, SalesOrderLine } from '../../schema/sales/sales-order.js';
import { customFieldsInput } from '../custom-fields.js';
import { idOf, type InputFields } from '../inputs.js';

/** What a line of a quote or an order sells, and at which price. */
export const soldFields = (t: InputFields) => ({
  kind: t.field({ type: SalesLineKind, description: 'ITEM unless told.' }),
  itemId: idOf(t, Item, { description: 'The item; none for a charge.' }),
  description: t.string({ description: "What is printed: the item's name unless told." }),
  unit: t.string({ description: "The unit of the quantity: the item's stock unit unless told." }),
  quantity: t.field({
    type: 'Decimal',
    description: 'How much, above zero; 1 for a charge unless told.',
  }),
  unitPrice: t.field({
    type: 'Decimal',
    description: 'What one unit costs before discount and tax; from the price lists unless told.',
  }),
  discountPercent: t.field({ type: 'Decimal', description: 'Percent taken off the price.' }),
  taxCodeId: idOf(t, TaxCode, { description: 'The tax that is charged.' }),
  requestedOn: t.field({ type: 'Date', description: 'When the customer wants it.' }),
});

const lineFields = (t: InputFields) => ({
  ...soldFields(t),
  taxAmount: t.field({
    type: 'Decimal',
    description: 'The tax on the line, when it is not what the tax code says.',
  }),
  customFields: customFieldsInput(t, SalesOrderLine),
});

export const SalesOrderLineInput = builder.inputType('SalesOrderLineInput', {
  description: 'A line of a new order: so much of an item, or a charge.',
  fields: lineFields,
});

export const SalesOrderLinePutInput = builder.inputType('SalesOrderLinePutInput', {
  description: 'A line that replaces the one with its id, or is added when it has none.',
  fields: (t) => ({
    id: idOf(t, SalesOrderLine, { description: 'The line that is replaced.' }),
    ...lineFields(t),
  }),
});

/** What an order says of itself beside its company, customer, warehouse, currency and lines. */
export const headerFields = (t: InputFields) => ({
  documentOn: t.field({ type: 'Date', description: 'The day of the order: today unless told.' }),
  requestedOn: t.field({ type: 'Date', description: 'When the customer wants it.' }),
  customerReference: t.string({ description: "The customer's own number for it." }),
  billingAddressId: idOf(t, CustomerAddress, { description: 'Where the invoice goes.' }),
  shippingAddressId: idOf(t, CustomerAddress, { description: 'Where the goods go.' }),
  paymentTermsId: idOf(t, PaymentTerms, {
    description: 'When the customer has to pay: as agreed with it unless told.',
  }),
  customFields: customFieldsInput(t, SalesOrder),
});

/** The part of an order's line that a delivery or an invoice takes. */
export const LineQuantityInput = builder.inputType('LineQuantityInput', {
  description: "A part of a line of the order, in the line's unit.",
  fields: (t) => ({
    salesOrderLineId: idOf(t, SalesOrderLine, {
      required: true,
      description: 'The line of the order.',
    }),
    quantity: t.field({
      type: 'Decimal',
      required: true,
      description: "How much of it, in the line's unit.",
    }),
  }),
});
