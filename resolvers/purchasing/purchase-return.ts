import { purchaseReturns } from '../../modules/purchasing/index.js';
import { builder } from '../../schema/builder.js';
import { GoodsReceiptLine } from '../../schema/purchasing/goods-receipt.js';
import { PurchaseOrder } from '../../schema/purchasing/purchase-order.js';
import { PurchaseReturn } from '../../schema/purchasing/purchase-return.js';
import { furtherVerb } from '../further-verbs.js';
import { idOf, versionInput, type InputFields } from '../inputs.js';
import { mutation } from '../mutation.js';
import { reads } from '../reads.js';

reads(PurchaseReturn, { one: 'purchaseReturn', many: 'purchaseReturns' });

const SentQuantityInput = builder.inputType('SentQuantityInput', {
  description: "A part of a received line that goes back, in the line's unit.",
  fields: (t) => ({
    goodsReceiptLineId: idOf(t, GoodsReceiptLine, {
      required: true,
      description: 'The line of the receipt by which it came.',
    }),
    quantity: t.field({ type: 'Decimal', required: true, description: 'How much of it.' }),
  }),
});

/** The return that a verb moves, as the caller has read it. */
const theReturn = (t: InputFields) => ({
  id: idOf(t, PurchaseReturn, { required: true, description: 'The return.' }),
  expectedVersion: versionInput(t),
});

mutation('purchaseReturnCreate', {
  description: 'Announces that goods go back to their supplier: all that can, or what is named.',
  permission: 'purchasing.purchaseReturn.create',
  input: (t) => ({
    purchaseOrderId: idOf(t, PurchaseOrder, {
      required: true,
      description: 'The order they came by.',
    }),
    reason: t.string({ required: true, description: 'Why; it is kept with the return.' }),
    documentOn: t.field({ type: 'Date', description: 'The day of the return: today unless told.' }),
    lines: t.field({
      type: [SentQuantityInput],
      description: 'What goes back: all that can unless told.',
    }),
    ship: t.boolean({
      description: 'Ships the goods at once; needs the permission purchasing.purchaseReturn.ship.',
      extensions: furtherVerb(['purchasing.purchaseReturn.ship']),
    }),
    postedOn: t.field({
      type: 'Date',
      description: 'When they leave at once: the business day, its own day unless told.',
    }),
  }),
  answers: { purchaseReturn: PurchaseReturn },
  run: async (tx, input) => ({ purchaseReturn: await purchaseReturns.create(tx, input) }),
});

mutation('purchaseReturnShip', {
  description:
    'Sends the goods off: they leave stock at what they are kept at, and the supplier owes a credit for what was invoiced.',
  permission: 'purchasing.purchaseReturn.ship',
  needsKey: true,
  input: (t) => ({
    ...theReturn(t),
    postedOn: t.field({ type: 'Date', description: 'The business day: today unless told.' }),
  }),
  answers: { purchaseReturn: PurchaseReturn },
  run: async (tx, input) => ({ purchaseReturn: await purchaseReturns.ship(tx, input) }),
});

mutation('purchaseReturnCancel', {
  description: 'Gives up a return that has not left.',
  permission: 'purchasing.purchaseReturn.cancel',
  input: theReturn,
  answers: { purchaseReturn: PurchaseReturn },
  run: async (tx, input) => ({ purchaseReturn: await purchaseReturns.cancel(tx, input) }),
});
