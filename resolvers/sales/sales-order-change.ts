import { InvalidInput } from '../../modules/kernel/index.js';
import { salesOrderChanges } from '../../modules/sales/index.js';
import { builder } from '../../schema/builder.js';
import { SalesOrder, SalesOrderLine } from '../../schema/sales/sales-order.js';
import { SalesOrderChange } from '../../schema/sales/sales-order-change.js';
import { furtherVerb } from '../further-verbs.js';
import { idOf, idsOf, versionInput, type InputFields } from '../inputs.js';
import { mutation } from '../mutation.js';
import { reads } from '../reads.js';
import { SalesOrderLineInput } from './sales-order-input.js';

reads(SalesOrderChange, { one: 'salesOrderChange', many: 'salesOrderChanges' });

const LineAmendmentInput = builder.inputType('LineAmendmentInput', {
  description: 'What is changed of a line; absent keeps.',
  fields: (t) => ({
    salesOrderLineId: idOf(t, SalesOrderLine, { required: true, description: 'The line.' }),
    quantity: t.field({
      type: 'Decimal',
      description: 'How much is ordered; not less than is delivered, invoiced or being made.',
    }),
    unitPrice: t.field({
      type: 'Decimal',
      description: 'What one unit costs; only while nothing of the line is invoiced.',
    }),
    discountPercent: t.field({ type: 'Decimal', description: 'Percent taken off the price.' }),
    taxAmount: t.field({
      type: 'Decimal',
      description: 'The tax on the line, when it is not what the tax code says.',
    }),
    requestedOn: t.field({
      type: 'Date',
      description: 'When the customer wants it; null clears.',
    }),
  }),
});

/** The change that a verb moves, as the caller has read it. */
const theChange = (t: InputFields) => ({
  id: idOf(t, SalesOrderChange, { required: true, description: 'The change.' }),
  expectedVersion: versionInput(t),
});

/** The lines are not there before the change is applied; whoever applies it sets their fields. */
function refuseFields(added: readonly { readonly customFields?: object | null }[]): void {
  const at = added.findIndex(({ customFields }) => customFields != null);
  if (at === -1) return;
  throw new InvalidInput(
    'CUSTOM_FIELDS_LATER',
    'Custom fields of a line that is added are set when the change is applied.',
  ).at('added', at, 'customFields');
}

mutation('salesOrderChangeRequest', {
  description: 'Asks for a change of a confirmed order; it is judged as it would be applied now.',
  permission: 'sales.salesOrderChange.request',
  input: (t) => ({
    salesOrderId: idOf(t, SalesOrder, { required: true, description: 'The order.' }),
    reason: t.string({ required: true, description: 'Why; it is kept with the change.' }),
    documentOn: t.field({ type: 'Date', description: 'The day it was agreed: today unless told.' }),
    changed: t.field({ type: [LineAmendmentInput], description: 'Lines that are changed.' }),
    added: t.field({ type: [SalesOrderLineInput], description: 'Lines that are new.' }),
    removedLineIds: idsOf(t, SalesOrderLine, { description: 'Lines that are taken out.' }),
    apply: t.boolean({
      description: 'Applies it at once; needs the permission sales.salesOrderChange.apply.',
      extensions: furtherVerb(['sales.salesOrderChange.apply']),
    }),
  }),
  answers: { salesOrderChange: SalesOrderChange },
  run: async (tx, input) => {
    refuseFields(input.added ?? []);
    return { salesOrderChange: await salesOrderChanges.request(tx, input) };
  },
});

mutation('salesOrderChangeApply', {
  description: "Applies a change: lines, stock, amounts and the customer's credit move with it.",
  permission: 'sales.salesOrderChange.apply',
  needsKey: true,
  input: theChange,
  answers: { salesOrderChange: SalesOrderChange },
  run: async (tx, input) => ({ salesOrderChange: await salesOrderChanges.apply(tx, input) }),
});

mutation('salesOrderChangeReject', {
  description: 'Turns a change down; the order stays as it is.',
  permission: 'sales.salesOrderChange.reject',
  input: theChange,
  answers: { salesOrderChange: SalesOrderChange },
  run: async (tx, input) => ({ salesOrderChange: await salesOrderChanges.reject(tx, input) }),
});
