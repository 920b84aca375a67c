import { atField, workOrders } from '../../modules/manufacturing/index.js';
import { choices } from '../../schema/columns.js';
import { Item } from '../../schema/inventory/item.js';
import { Warehouse } from '../../schema/inventory/stock.js';
import {
  Backflush,
  ProductionReport,
  WorkOrder,
  WorkOrderMaterial,
} from '../../schema/manufacturing/work-order.js';
import { Company } from '../../schema/platform/company.js';
import { builder } from '../../schema/builder.js';
import { idOf, notCleared, type InputFields } from '../inputs.js';
import { refuseLong } from '../bulk.js';
import { customFieldsInput } from '../custom-fields.js';
import { mutation } from '../mutation.js';
import { list, reads } from '../reads.js';
import { reason, theWorkOrder, WorkOrderRefInput } from './work-order-input.js';

reads(WorkOrder, { one: 'workOrder', many: 'workOrders' });
list(WorkOrderMaterial, 'workOrderMaterials', 'The materials of all work orders.');
list(ProductionReport, 'productionReports', 'What was completed of all work orders.');

const demandFields = (t: InputFields) => ({
  companyId: idOf(t, Company, { required: true, description: 'The company that makes it.' }),
  itemId: idOf(t, Item, { required: true, description: 'What is made.' }),
  warehouseId: idOf(t, Warehouse, {
    required: true,
    description: 'Where materials are taken and the product goes.',
  }),
  quantity: t.field({
    type: 'Decimal',
    required: true,
    description: "How much, in the item's stock unit.",
  }),
  dueOn: t.field({ type: 'Date', required: true, description: 'When it must be there.' }),
  backflush: t.field({ type: Backflush, description: 'NONE unless told.' }),
  priority: t.int({ description: 'What comes first: the higher the sooner; 0 unless told.' }),
});

const useStockField = (t: InputFields) =>
  t.boolean({
    description:
      'Takes free stock of made components before more is made; all is made unless told.',
  });

mutation('workOrderCreate', {
  description: 'Plans a work order to stock, with those that make its components on all levels.',
  permission: 'manufacturing.workOrder.create',
  needsKey: true,
  input: (t) => ({
    ...demandFields(t),
    useStock: useStockField(t),
    customFields: customFieldsInput(t, WorkOrder),
  }),
  answers: { workOrder: WorkOrder },
  customFields: { noun: WorkOrder, answer: 'workOrder' },
  run: async (tx, input) => ({ workOrder: await workOrders.create(tx, input) }),
});

const DemandInput = builder.inputType('WorkOrderDemandInput', {
  description: 'So much of an item by a day.',
  fields: demandFields,
});

mutation('workOrdersPlan', {
  description: 'Plans what meets demands to stock, through all levels that are made.',
  permission: 'manufacturing.workOrder.create',
  needsKey: true,
  input: (t) => ({
    demands: t.field({
      type: [DemandInput],
      required: true,
      description: 'What is needed, in the order in which stock serves it.',
    }),
    useStock: useStockField(t),
  }),
  answers: {},
  lists: { workOrders: WorkOrder },
  run: async (tx, { demands, useStock }) => {
    const planned = await atField('demands', () => workOrders.plan(tx, demands, { useStock }));
    return { lists: { workOrders: planned.flat() } };
  },
});

mutation('workOrderChange', {
  description: 'Changes a planned work order: what is absent stays.',
  permission: 'manufacturing.workOrder.change',
  input: (t) => ({
    ...theWorkOrder(t),
    quantity: t.field({ type: 'Decimal', description: 'How much is to be made.' }),
    dueOn: t.field({ type: 'Date', description: 'When it must be there.' }),
    startOn: t.field({
      type: 'Date',
      description: 'When work must start: worked out from the due day unless told.',
    }),
    backflush: t.field({ type: Backflush, description: 'When materials are issued.' }),
    priority: t.int({ description: 'What comes first: the higher the sooner.' }),
    customFields: customFieldsInput(t, WorkOrder),
  }),
  answers: { workOrder: WorkOrder },
  customFields: { noun: WorkOrder, answer: 'workOrder' },
  run: async (tx, input) => ({
    workOrder: await workOrders.change(
      tx,
      notCleared(input, 'quantity', 'dueOn', 'startOn', 'backflush', 'priority'),
    ),
  }),
});

const MaterialPolicy = choices('MaterialReservationPolicy', 'What is done when stock is short.', {
  AVAILABLE: 'What there is is reserved.',
  ALL_OR_NOTHING: 'The release is refused.',
});

const policyField = (t: InputFields) =>
  t.field({ type: MaterialPolicy, description: 'AVAILABLE unless told.' });

mutation('workOrderRelease', {
  description: 'Hands a work order to the shop floor: BOM, routing and rates are frozen.',
  permission: 'manufacturing.workOrder.release',
  needsKey: true,
  input: (t) => ({ ...theWorkOrder(t), policy: policyField(t) }),
  answers: { workOrder: WorkOrder },
  run: async (tx, input) => ({ workOrder: await workOrders.release(tx, input) }),
});

mutation('workOrdersRelease', {
  description: 'Hands many work orders to the shop floor at once, or none.',
  permission: 'manufacturing.workOrder.release',
  needsKey: true,
  input: (t) => ({
    workOrders: t.field({
      type: [WorkOrderRefInput],
      required: true,
      description: 'The work orders, at most 250.',
    }),
    policy: policyField(t),
  }),
  answers: {},
  lists: { workOrders: WorkOrder },
  run: async (tx, { workOrders: refs, policy }) => {
    refuseLong('workOrders', refs);
    const release = () => workOrders.releaseMany(tx, refs, { policy });
    return { lists: { workOrders: await atField('workOrders', release) } };
  },
});

mutation('workOrderPause', {
  description: 'Lets a work order stand still.',
  permission: 'manufacturing.workOrder.pause',
  input: (t) => ({ ...theWorkOrder(t), reason: reason(t) }),
  answers: { workOrder: WorkOrder },
  run: async (tx, input) => ({ workOrder: await workOrders.pause(tx, input) }),
});

mutation('workOrderResume', {
  description: 'Lets a paused work order go on.',
  permission: 'manufacturing.workOrder.resume',
  input: theWorkOrder,
  answers: { workOrder: WorkOrder },
  run: async (tx, input) => ({ workOrder: await workOrders.resume(tx, input) }),
});

mutation('workOrderCancel', {
  description: 'Gives up a work order into which nothing went, and what it reserved.',
  permission: 'manufacturing.workOrder.cancel',
  needsKey: true,
  input: (t) => ({
    ...theWorkOrder(t),
    reason: reason(t),
    withChildren: t.boolean({
      description:
        'True also cancels what makes its components, as far as it is not begun; false lets it ' +
        'go on for free stock. Must be said where there is some.',
    }),
  }),
  answers: { workOrder: WorkOrder },
  run: async (tx, input) => ({ workOrder: await workOrders.cancel(tx, input) }),
});
