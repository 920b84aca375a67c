import { furtherVerb } from '../further-verbs.js';
import { goodsReceipts } from '../../modules/purchasing/index.js';
import { GoodsReceipt } from '../../schema/purchasing/goods-receipt.js';
import { PurchaseOrder } from '../../schema/purchasing/purchase-order.js';
import { externalRefsInput, idOf, versionInput, type InputFields } from '../inputs.js';
import { mutation } from '../mutation.js';
import { reads } from '../reads.js';
import { GoodsReceiptLineInput } from './purchase-order-input.js';

reads(GoodsReceipt, { one: 'goodsReceipt', many: 'goodsReceipts' });

/** The receipt that a verb moves, as the caller has read it. */
const theReceipt = (t: InputFields) => ({
  id: idOf(t, GoodsReceipt, { required: true, description: 'The goods receipt.' }),
  expectedVersion: versionInput(t),
});

const reason = (t: InputFields) =>
  t.string({ required: true, description: 'Why; it is kept with the receipt.' });

const postedOn = (t: InputFields, unlessTold: string) =>
  t.field({ type: 'Date', description: `The business day: ${unlessTold} unless told.` });

mutation('goodsReceiptCreate', {
  description: 'Records what came of a purchase order: all that is open, or what is named.',
  permission: 'purchasing.goodsReceipt.create',
  needsKey: true,
  input: (t) => ({
    purchaseOrderId: idOf(t, PurchaseOrder, {
      required: true,
      description: 'The order that the goods are of.',
    }),
    documentOn: t.field({ type: 'Date', description: 'When they came: today unless told.' }),
    supplierDeliveryNote: t.string({ description: "The number of the supplier's delivery note." }),
    lines: t.field({
      type: [GoodsReceiptLineInput],
      description: 'What came: all that is open unless told.',
    }),
    post: t.boolean({
      description: 'Takes the goods in at once; needs the permission purchasing.goodsReceipt.post.',
      extensions: furtherVerb(['purchasing.goodsReceipt.post']),
    }),
    postedOn: postedOn(t, 'documentOn'),
    externalRefs: externalRefsInput(t),
  }),
  answers: { goodsReceipt: GoodsReceipt },
  run: async (tx, input) => ({ goodsReceipt: await goodsReceipts.create(tx, input) }),
});

mutation('goodsReceiptPost', {
  description: 'Takes the goods in: they are on stock, and owed for.',
  permission: 'purchasing.goodsReceipt.post',
  needsKey: true,
  input: (t) => ({ ...theReceipt(t), postedOn: postedOn(t, 'today') }),
  answers: { goodsReceipt: GoodsReceipt },
  run: async (tx, input) => ({ goodsReceipt: await goodsReceipts.post(tx, input) }),
});

mutation('goodsReceiptHold', {
  description: 'Stops a receipt: nothing of it is taken in until it is resumed.',
  permission: 'purchasing.goodsReceipt.hold',
  input: (t) => ({ ...theReceipt(t), reason: reason(t) }),
  answers: { goodsReceipt: GoodsReceipt },
  run: async (tx, input) => ({ goodsReceipt: await goodsReceipts.hold(tx, input) }),
});

mutation('goodsReceiptResume', {
  description: 'Lets a held receipt go on.',
  permission: 'purchasing.goodsReceipt.resume',
  input: theReceipt,
  answers: { goodsReceipt: GoodsReceipt },
  run: async (tx, input) => ({ goodsReceipt: await goodsReceipts.resume(tx, input) }),
});

mutation('goodsReceiptReverse', {
  description: 'Takes a posted receipt back: the goods leave stock again, and the order waits.',
  permission: 'purchasing.goodsReceipt.reverse',
  needsKey: true,
  input: (t) => ({ ...theReceipt(t), reason: reason(t), postedOn: postedOn(t, 'today') }),
  answers: { goodsReceipt: GoodsReceipt },
  run: async (tx, input) => ({ goodsReceipt: await goodsReceipts.reverse(tx, input) }),
});

mutation('goodsReceiptCancel', {
  description: 'Gives up a receipt that is not posted; its quantities are open again.',
  permission: 'purchasing.goodsReceipt.cancel',
  input: theReceipt,
  answers: { goodsReceipt: GoodsReceipt },
  run: async (tx, input) => ({ goodsReceipt: await goodsReceipts.cancel(tx, input) }),
});
