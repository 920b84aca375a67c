import { salesReturns } from '../../modules/sales/index.js';
import { builder } from '../../schema/builder.js';
import { DeliveryLine } from '../../schema/sales/delivery.js';
import { SalesOrder } from '../../schema/sales/sales-order.js';
import { SalesReturn } from '../../schema/sales/sales-return.js';
import { furtherVerb } from '../further-verbs.js';
import { idOf, versionInput, type InputFields } from '../inputs.js';
import { mutation } from '../mutation.js';
import { reads } from '../reads.js';

reads(SalesReturn, { one: 'salesReturn', many: 'salesReturns' });

const ReturnedQuantityInput = builder.inputType('ReturnedQuantityInput', {
  description: "A part of a delivered line that comes back, in the line's unit.",
  fields: (t) => ({
    deliveryLineId: idOf(t, DeliveryLine, {
      required: true,
      description: 'The line of the delivery by which it left.',
    }),
    quantity: t.field({ type: 'Decimal', required: true, description: 'How much of it.' }),
  }),
});

/** The return that a verb moves, as the caller has read it. */
const theReturn = (t: InputFields) => ({
  id: idOf(t, SalesReturn, { required: true, description: 'The return.' }),
  expectedVersion: versionInput(t),
});

mutation('salesReturnCreate', {
  description: 'Announces that goods come back: all that can, or what is named.',
  permission: 'sales.salesReturn.create',
  input: (t) => ({
    salesOrderId: idOf(t, SalesOrder, { required: true, description: 'The order they left by.' }),
    reason: t.string({ required: true, description: 'Why; it is kept with the return.' }),
    documentOn: t.field({ type: 'Date', description: 'The day of the return: today unless told.' }),
    lines: t.field({
      type: [ReturnedQuantityInput],
      description: 'What comes back: all that can unless told.',
    }),
    receive: t.boolean({
      description: 'Receives the goods at once; needs the permission sales.salesReturn.receive.',
      extensions: furtherVerb(['sales.salesReturn.receive']),
    }),
    postedOn: t.field({
      type: 'Date',
      description: 'When they are received at once: the business day, its own day unless told.',
    }),
  }),
  answers: { salesReturn: SalesReturn },
  run: async (tx, input) => ({ salesReturn: await salesReturns.create(tx, input) }),
});

mutation('salesReturnReceive', {
  description: 'Puts the goods back on stock, at what they were worth when they left.',
  permission: 'sales.salesReturn.receive',
  needsKey: true,
  input: (t) => ({
    ...theReturn(t),
    postedOn: t.field({ type: 'Date', description: 'The business day: today unless told.' }),
  }),
  answers: { salesReturn: SalesReturn },
  run: async (tx, input) => ({ salesReturn: await salesReturns.receive(tx, input) }),
});

mutation('salesReturnCancel', {
  description: 'Gives up a return that was not received.',
  permission: 'sales.salesReturn.cancel',
  input: theReturn,
  answers: { salesReturn: SalesReturn },
  run: async (tx, input) => ({ salesReturn: await salesReturns.cancel(tx, input) }),
});
