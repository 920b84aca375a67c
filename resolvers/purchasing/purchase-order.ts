import { purchaseOrders } from '../../modules/purchasing/index.js';
import { Item } from '../../schema/inventory/item.js';
import { Warehouse } from '../../schema/inventory/stock.js';
import { WorkOrder } from '../../schema/manufacturing/work-order.js';
import { Company } from '../../schema/platform/company.js';
import { TaxCode } from '../../schema/platform/reference.js';
import { PurchaseOrder, PurchaseOrderLine } from '../../schema/purchasing/purchase-order.js';
import { Supplier } from '../../schema/purchasing/supplier.js';
import { SalesOrderLine } from '../../schema/sales/sales-order.js';
import { bulkMutation } from '../bulk.js';
import { customFieldsInput } from '../custom-fields.js';
import {
  externalRefsInput,
  idOf,
  idsOf,
  notCleared,
  versionInput,
  type InputFields,
} from '../inputs.js';
import { mutation } from '../mutation.js';
import { list, reads } from '../reads.js';
import {
  headerFields,
  LinePromiseInput,
  PurchaseOrderLineInput,
  PurchaseOrderLinePutInput,
} from './purchase-order-input.js';

reads(PurchaseOrder, { one: 'purchaseOrder', many: 'purchaseOrders' });
list(
  PurchaseOrderLine,
  'purchaseOrderLines',
  'The lines of all purchase orders: filtered, ordered and paged.',
);

const warehouse = 'The warehouse the goods come to.';

const orderFields = (t: InputFields) => ({
  companyId: idOf(t, Company, { required: true, description: 'The company that buys.' }),
  supplierId: idOf(t, Supplier, { required: true, description: 'Who sells.' }),
  warehouseId: idOf(t, Warehouse, { required: true, description: warehouse }),
  currency: t.string({
    description: "The ISO 4217 code of the currency it is billed in: the supplier's unless told.",
  }),
  ...headerFields(t),
  lines: t.field({
    type: [PurchaseOrderLineInput],
    required: true,
    description: 'What is ordered, in the order of the document.',
  }),
  externalRefs: externalRefsInput(t),
});

/** The order that a verb moves, as the caller has read it. */
const theOrder = (t: InputFields) => ({
  id: idOf(t, PurchaseOrder, { required: true, description: 'The purchase order.' }),
  expectedVersion: versionInput(t),
});

const reason = (t: InputFields) =>
  t.string({ required: true, description: 'Why; it is kept with the order.' });

/** Where custom fields of an order and its lines go. */
const customFields = {
  noun: PurchaseOrder,
  answer: 'purchaseOrder',
  lines: { field: 'lines', noun: PurchaseOrderLine, by: 'purchaseOrderId' },
} as const;

mutation('purchaseOrderCreate', {
  description: 'Enters a purchase order as a draft.',
  permission: 'purchasing.purchaseOrder.create',
  input: orderFields,
  answers: { purchaseOrder: PurchaseOrder },
  customFields,
  run: async (tx, input) => ({ purchaseOrder: await purchaseOrders.create(tx, input) }),
});

bulkMutation('purchaseOrdersBulk', {
  description:
    'Enters up to 250 purchase orders as drafts. One whose first external reference is known is answered as it is.',
  permission: 'purchasing.purchaseOrder.create',
  field: 'purchaseOrder',
  noun: PurchaseOrder,
  row: orderFields,
  customFields: { lines: customFields.lines, isForNewOnly: true },
  run: (tx, rows) => purchaseOrders.upsertMany(tx, rows),
});

bulkMutation('purchaseOrdersBuy', {
  description:
    'Buys what is short: each row from its best supplier, one draft for each supplier; answers the order each row went into.',
  permission: 'purchasing.purchaseOrder.create',
  needsKey: true,
  field: 'purchaseOrder',
  noun: PurchaseOrder,
  row: (t) => ({
    companyId: idOf(t, Company, { required: true, description: 'The company that buys.' }),
    warehouseId: idOf(t, Warehouse, { required: true, description: warehouse }),
    itemId: idOf(t, Item, { required: true, description: 'What is short.' }),
    quantity: t.field({ type: 'Decimal', required: true, description: 'How much is short.' }),
    unit: t.string({ description: "The unit of the quantity: the item's stock unit unless told." }),
    neededOn: t.field({ type: 'Date', description: 'By when it is needed.' }),
    supplierId: idOf(t, Supplier, { description: 'Only from this supplier.' }),
    taxCodeId: idOf(t, TaxCode, { description: 'The tax that is charged.' }),
    tolerancePercent: t.field({
      type: 'Decimal',
      description: 'How many percent more than was ordered are taken in: 0 unless told.',
    }),
    salesOrderLineId: idOf(t, SalesOrderLine, {
      description: 'The line of a sales order that it is needed for.',
    }),
    workOrderId: idOf(t, WorkOrder, { description: 'The work order that it is needed for.' }),
    customFields: customFieldsInput(
      t,
      PurchaseOrderLine,
      'Custom fields of the line that it becomes.',
    ),
  }),
  customFields: { noun: PurchaseOrderLine, id: 'lineId' },
  run: (tx, rows) => purchaseOrders.buyMany(tx, rows),
});

mutation('purchaseOrderChange', {
  description: 'Changes a draft. Absent keeps, null clears; lines are named by their ids.',
  permission: 'purchasing.purchaseOrder.change',
  input: (t) => ({
    ...theOrder(t),
    warehouseId: idOf(t, Warehouse, { description: warehouse }),
    ...headerFields(t),
    lines: t.field({
      type: [PurchaseOrderLinePutInput],
      description: 'Lines that are replaced or added; others stay as they are.',
    }),
    removedLineIds: idsOf(t, PurchaseOrderLine, { description: 'Lines that are taken out.' }),
  }),
  answers: { purchaseOrder: PurchaseOrder },
  customFields,
  run: async (tx, input) => ({
    purchaseOrder: await purchaseOrders.change(tx, notCleared(input, 'warehouseId', 'documentOn')),
  }),
});

mutation('purchaseOrderSubmit', {
  description: 'Asks for an approval.',
  permission: 'purchasing.purchaseOrder.submit',
  input: theOrder,
  answers: { purchaseOrder: PurchaseOrder },
  run: async (tx, input) => ({ purchaseOrder: await purchaseOrders.submit(tx, input) }),
});

mutation('purchaseOrderApprove', {
  description: 'Approves an order that somebody else made, and sends it.',
  permission: 'purchasing.purchaseOrder.approve',
  input: theOrder,
  answers: { purchaseOrder: PurchaseOrder },
  run: async (tx, input) => ({ purchaseOrder: await purchaseOrders.approve(tx, input) }),
});

mutation('purchaseOrderReject', {
  description: 'Gives an order that waits for an approval back to its maker, as a draft.',
  permission: 'purchasing.purchaseOrder.reject',
  input: (t) => ({ ...theOrder(t), reason: reason(t) }),
  answers: { purchaseOrder: PurchaseOrder },
  run: async (tx, input) => ({ purchaseOrder: await purchaseOrders.reject(tx, input) }),
});

mutation('purchaseOrderSend', {
  description:
    'Sends a draft to the supplier: one above the limit only by whoever may approve what others made.',
  permission: 'purchasing.purchaseOrder.send',
  input: theOrder,
  answers: { purchaseOrder: PurchaseOrder },
  run: async (tx, input) => ({ purchaseOrder: await purchaseOrders.send(tx, input) }),
});

mutation('purchaseOrderConfirm', {
  description: 'Says that the supplier confirmed it, and when each line is promised.',
  permission: 'purchasing.purchaseOrder.confirm',
  input: (t) => ({
    ...theOrder(t),
    confirmedOn: t.field({ type: 'Date', description: 'The day of it: today unless told.' }),
    supplierReference: t.string({ description: "The supplier's own number for the order." }),
    promisedOn: t.field({
      type: 'Date',
      description: 'When all lines are promised that are not named: as requested unless told.',
    }),
    lines: t.field({
      type: [LinePromiseInput],
      description: 'Lines that are promised for a day of their own.',
    }),
  }),
  answers: { purchaseOrder: PurchaseOrder },
  run: async (tx, input) => ({ purchaseOrder: await purchaseOrders.confirm(tx, input) }),
});

mutation('purchaseOrderCancel', {
  description: 'Gives up an order of which nothing was received or invoiced.',
  permission: 'purchasing.purchaseOrder.cancel',
  input: (t) => ({ ...theOrder(t), reason: reason(t) }),
  answers: { purchaseOrder: PurchaseOrder },
  run: async (tx, input) => ({ purchaseOrder: await purchaseOrders.cancel(tx, input) }),
});

mutation('purchaseOrderClose', {
  description: 'Ends an order: what did not come is given up.',
  permission: 'purchasing.purchaseOrder.close',
  input: theOrder,
  answers: { purchaseOrder: PurchaseOrder },
  run: async (tx, input) => ({ purchaseOrder: await purchaseOrders.close(tx, input) }),
});
