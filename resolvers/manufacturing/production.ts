import { atField, workOrders } from '../../modules/manufacturing/index.js';
import { builder } from '../../schema/builder.js';
import { Item } from '../../schema/inventory/item.js';
import { Lot } from '../../schema/inventory/lot.js';
import { WorkOrder, WorkOrderMaterial } from '../../schema/manufacturing/work-order.js';
import { furtherVerb } from '../further-verbs.js';
import { idOf, type InputFields } from '../inputs.js';
import { refuseLong } from '../bulk.js';
import { mutation } from '../mutation.js';
import { postedOn, theWorkOrder, WorkOrderRefInput } from './work-order-input.js';

const materialLineFields = (t: InputFields) => ({
  workOrderMaterialId: idOf(t, WorkOrderMaterial, {
    required: true,
    description: 'The material of the work order.',
  }),
  quantity: t.field({
    type: 'Decimal',
    required: true,
    description:
      'How much of the material, in its stock unit; of an alternate so much times its ratio moves.',
  }),
  alternateItemId: idOf(t, Item, {
    description: "What goes in, or comes back, in its place: an item of the material's alternates.",
  }),
  lotId: idOf(t, Lot, { description: 'Of this lot alone, or back into it; any unless told.' }),
});

const MaterialLineInput = builder.inputType('WorkOrderMaterialLineInput', {
  description: 'So much of one material of a work order.',
  fields: materialLineFields,
});

mutation('workOrderIssueMaterials', {
  description:
    'Takes materials off stock into a work order: all that is required, or what is named.',
  permission: 'manufacturing.workOrder.issueMaterials',
  needsKey: true,
  input: (t) => ({
    ...theWorkOrder(t),
    lines: t.field({
      type: [MaterialLineInput],
      description: 'What is issued: all that is required and not issued unless told.',
    }),
    allowExcess: t.boolean({ description: 'Lets more go in than is required; needs a reason.' }),
    reason: t.string({ description: 'Why more is needed.' }),
    postedOn: postedOn(t),
  }),
  answers: { workOrder: WorkOrder },
  run: async (tx, input) => ({ workOrder: await workOrders.issueMaterials(tx, input) }),
});

mutation('workOrderReturnMaterials', {
  description: 'Puts materials back on stock at the average at which they were issued.',
  permission: 'manufacturing.workOrder.returnMaterials',
  needsKey: true,
  input: (t) => ({
    ...theWorkOrder(t),
    lines: t.field({
      type: [MaterialLineInput],
      required: true,
      description: 'What comes back.',
    }),
    postedOn: postedOn(t),
  }),
  answers: { workOrder: WorkOrder },
  run: async (tx, input) => ({ workOrder: await workOrders.returnMaterials(tx, input) }),
});

const completionFields = (t: InputFields) => ({
  ...theWorkOrder(t),
  good: t.field({
    type: 'Decimal',
    description:
      'How much is good, in the stock unit: all that is open, less the scrap, unless told.',
  }),
  scrap: t.field({ type: 'Decimal', description: 'How much was thrown away.' }),
  scrapReason: t.string({ description: 'Why it was thrown away; needed with scrap.' }),
  lotCode: t.string({
    description: 'The lot of the product: found or made; needed for an item that is kept by lots.',
  }),
  isLast: t.boolean({ description: 'Nothing more comes of it, although less is made.' }),
});

const completionOptions = (t: InputFields) => ({
  postedOn: postedOn(t),
  reportTime: t.boolean({
    description: 'Reports the planned minutes of all operations for what is made.',
  }),
  issue: t.boolean({ description: 'Issues what is still required for what is made.' }),
  close: t.boolean({
    description:
      'Ends those that are completed by it at once; needs manufacturing.workOrder.close.',
    extensions: furtherVerb(['manufacturing.workOrder.close']),
  }),
});

const CompletionLineInput = builder.inputType('WorkOrderCompletionInput', {
  description: 'What is made of one work order.',
  fields: completionFields,
});

mutation('workOrderComplete', {
  description:
    'Puts what is made on stock at its planned cost; the last of it completes the order.',
  permission: 'manufacturing.workOrder.complete',
  needsKey: true,
  input: (t) => ({ ...completionFields(t), ...completionOptions(t) }),
  answers: { workOrder: WorkOrder },
  run: async (tx, input) => ({ workOrder: await workOrders.complete(tx, input) }),
});

mutation('workOrdersComplete', {
  description: 'Completes many work orders at once, components before what they go into, or none.',
  permission: 'manufacturing.workOrder.complete',
  needsKey: true,
  input: (t) => ({
    lines: t.field({
      type: [CompletionLineInput],
      required: true,
      description: 'What is made of each, at most 250.',
    }),
    ...completionOptions(t),
  }),
  answers: {},
  lists: { workOrders: WorkOrder },
  run: async (tx, { lines, ...options }) => {
    refuseLong('lines', lines);
    const made = await atField('lines', () => workOrders.completeMany(tx, lines, options));
    return { lists: { workOrders: made } };
  },
});

mutation('workOrderClose', {
  description: 'Ends a completed work order: what is left in process goes into variances.',
  permission: 'manufacturing.workOrder.close',
  needsKey: true,
  input: (t) => ({ ...theWorkOrder(t), postedOn: postedOn(t) }),
  answers: { workOrder: WorkOrder },
  run: async (tx, input) => ({ workOrder: await workOrders.close(tx, input) }),
});

mutation('workOrdersClose', {
  description: 'Ends many completed work orders at once, or none.',
  permission: 'manufacturing.workOrder.close',
  needsKey: true,
  input: (t) => ({
    workOrders: t.field({
      type: [WorkOrderRefInput],
      required: true,
      description: 'The work orders, at most 250.',
    }),
    postedOn: postedOn(t),
  }),
  answers: {},
  lists: { workOrders: WorkOrder },
  run: async (tx, { workOrders: refs, postedOn: day }) => {
    refuseLong('workOrders', refs);
    const close = () => workOrders.closeMany(tx, refs, { postedOn: day });
    return { lists: { workOrders: await atField('workOrders', close) } };
  },
});
