import { furtherVerb } from '../further-verbs.js';
import { quotes } from '../../modules/sales/index.js';
import { builder } from '../../schema/builder.js';
import { Customer, CustomerAddress } from '../../schema/crm/customer.js';
import { Opportunity } from '../../schema/crm/opportunity.js';
import { Warehouse } from '../../schema/inventory/stock.js';
import { Company } from '../../schema/platform/company.js';
import { PaymentTerms } from '../../schema/platform/reference.js';
import { PriceList } from '../../schema/sales/price-list.js';
import { Quote, QuoteLine } from '../../schema/sales/quote.js';
import { SalesOrder } from '../../schema/sales/sales-order.js';
import { customFieldsInput } from '../custom-fields.js';
import { idOf, idsOf, notCleared, versionInput, type InputFields } from '../inputs.js';
import { mutation } from '../mutation.js';
import { list, reads } from '../reads.js';
import { soldFields } from './sales-order-input.js';
import { makeAtOnce, ReservationPolicy } from './sales-order-make.js';

reads(Quote, { one: 'quote', many: 'quotes' });
list(QuoteLine, 'quoteLines', 'The lines of all quotes: filtered, ordered and paged.');

const quotedFields = (t: InputFields) => ({
  ...soldFields(t),
  customFields: customFieldsInput(t, QuoteLine),
});

const QuoteLineInput = builder.inputType('QuoteLineInput', {
  description: 'A line of a new quote: so much of an item, or a charge.',
  fields: quotedFields,
});

const QuoteLinePutInput = builder.inputType('QuoteLinePutInput', {
  description: 'A line that replaces the one with its id, or is added when it has none.',
  fields: (t) => ({
    id: idOf(t, QuoteLine, { description: 'The line that is replaced.' }),
    ...quotedFields(t),
  }),
});

const headerFields = (t: InputFields) => ({
  documentOn: t.field({ type: 'Date', description: 'The day of the quote: today unless told.' }),
  validUntil: t.field({
    type: 'Date',
    description: 'Its last day: 30 days after its day unless told.',
  }),
  requestedOn: t.field({ type: 'Date', description: 'When the customer wants it.' }),
  customerReference: t.string({ description: "The customer's own number for it." }),
  paymentTermsId: idOf(t, PaymentTerms, {
    description: 'When the customer would have to pay: as agreed with it unless told.',
  }),
  priceListId: idOf(t, PriceList, {
    description: 'The only list that prices come from which are not told; any that fits if none.',
  }),
  opportunityId: idOf(t, Opportunity, { description: 'What it is offered for.' }),
  customFields: customFieldsInput(t, Quote),
});

/** Where custom fields of a quote and its lines go. */
const customFields = {
  noun: Quote,
  answer: 'quote',
  lines: { field: 'lines', noun: QuoteLine, by: 'quoteId' },
} as const;

/** The quote that a verb moves, as the caller has read it. */
const theQuote = (t: InputFields) => ({
  id: idOf(t, Quote, { required: true, description: 'The quote.' }),
  expectedVersion: versionInput(t),
});

mutation('quoteCreate', {
  description: 'Enters a quote as a draft, with what it is estimated to cost and earn.',
  permission: 'sales.quote.create',
  input: (t) => ({
    companyId: idOf(t, Company, { required: true, description: 'The company that sells.' }),
    customerId: idOf(t, Customer, { required: true, description: 'Who may buy.' }),
    warehouseId: idOf(t, Warehouse, {
      required: true,
      description: 'The warehouse the goods would leave from.',
    }),
    currency: t.string({
      description: "The ISO 4217 code of its currency: the customer's unless told.",
    }),
    ...headerFields(t),
    lines: t.field({
      type: [QuoteLineInput],
      description: 'What is offered; what the opportunity wants unless told.',
    }),
    send: t.boolean({
      description:
        'Submits it and, unless it needs approval, sends it; needs sales.quote.submit and sales.quote.send.',
      extensions: furtherVerb(['sales.quote.submit', 'sales.quote.send'], { needsKey: false }),
    }),
  }),
  answers: { quote: Quote },
  customFields,
  run: async (tx, input) => ({ quote: await quotes.create(tx, input) }),
});

mutation('quoteChange', {
  description: 'Changes a draft. Absent keeps, null clears; lines are named by their ids.',
  permission: 'sales.quote.change',
  input: (t) => ({
    ...theQuote(t),
    warehouseId: idOf(t, Warehouse, { description: 'The warehouse the goods would leave from.' }),
    ...headerFields(t),
    lines: t.field({
      type: [QuoteLinePutInput],
      description: 'Lines that are replaced or added; others stay as they are.',
    }),
    removedLineIds: idsOf(t, QuoteLine, { description: 'Lines that are taken out.' }),
  }),
  answers: { quote: Quote },
  customFields,
  run: async (tx, input) => ({
    quote: await quotes.change(tx, notCleared(input, 'warehouseId', 'documentOn', 'validUntil')),
  }),
});

mutation('quoteSubmit', {
  description:
    'Hands a draft in: it is approved at once, unless it needs approval by someone else.',
  permission: 'sales.quote.submit',
  input: theQuote,
  answers: { quote: Quote },
  run: async (tx, input) => ({ quote: await quotes.submit(tx, input) }),
});

mutation('quoteApprove', {
  description: 'Approves a quote that someone else wrote.',
  permission: 'sales.quote.approve',
  input: theQuote,
  answers: { quote: Quote },
  run: async (tx, input) => ({ quote: await quotes.approve(tx, input) }),
});

mutation('quoteSend', {
  description: 'Says that an approved quote went to the customer.',
  permission: 'sales.quote.send',
  input: theQuote,
  answers: { quote: Quote },
  run: async (tx, input) => ({ quote: await quotes.send(tx, input) }),
});

const QuotedQuantityInput = builder.inputType('QuotedQuantityInput', {
  description: "A part of a line of a quote, in the line's unit.",
  fields: (t) => ({
    quoteLineId: idOf(t, QuoteLine, { required: true, description: 'The line of the quote.' }),
    quantity: t.field({ type: 'Decimal', required: true, description: 'How much of it.' }),
  }),
});

mutation('quoteAccept', {
  description: "Takes the customer's order of a quote that was sent, of all of it or of some.",
  permission: 'sales.quote.accept',
  needsKey: true,
  input: (t) => ({
    ...theQuote(t),
    lines: t.field({
      type: [QuotedQuantityInput],
      description: 'What is ordered of which lines; all that is open unless told.',
    }),
    documentOn: t.field({ type: 'Date', description: 'The day of the order: today unless told.' }),
    requestedOn: t.field({
      type: 'Date',
      description: 'When the customer wants it: as quoted unless told.',
    }),
    customerReference: t.string({ description: "The customer's number: as quoted unless told." }),
    billingAddressId: idOf(t, CustomerAddress, { description: 'Where the invoice goes.' }),
    shippingAddressId: idOf(t, CustomerAddress, { description: 'Where the goods go.' }),
    confirm: t.boolean({
      description: 'Confirms the order at once; needs the permission sales.salesOrder.confirm.',
      extensions: furtherVerb(['sales.salesOrder.confirm']),
    }),
    policy: t.field({
      type: ReservationPolicy,
      description: 'What is done when stock is short, when it is confirmed.',
    }),
    makeWorkOrders: makeAtOnce(t),
  }),
  answers: { quote: Quote, salesOrder: SalesOrder },
  run: (tx, input) => quotes.accept(tx, input),
});

mutation('quoteLose', {
  description: 'Gives a quote up.',
  permission: 'sales.quote.lose',
  input: (t) => ({
    ...theQuote(t),
    reason: t.string({ required: true, description: 'Why; it is kept with the quote.' }),
    competitor: t.string({ description: 'Who won it instead.' }),
  }),
  answers: { quote: Quote },
  run: async (tx, input) => ({ quote: await quotes.lose(tx, input) }),
});

mutation('quoteExpire', {
  description: 'Ends a quote whose last day has passed.',
  permission: 'sales.quote.expire',
  input: theQuote,
  answers: { quote: Quote },
  run: async (tx, input) => ({ quote: await quotes.expire(tx, input) }),
});

mutation('quoteRevise', {
  description: 'Puts a new draft in the place of a quote, under its number with the next revision.',
  permission: 'sales.quote.revise',
  input: theQuote,
  answers: { quote: Quote },
  run: async (tx, input) => ({ quote: await quotes.revise(tx, input) }),
});
