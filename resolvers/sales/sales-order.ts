import { salesOrders } from '../../modules/sales/index.js';
import { Customer } from '../../schema/crm/customer.js';
import { Warehouse } from '../../schema/inventory/stock.js';
import { choices } from '../../schema/columns.js';
import { Company } from '../../schema/platform/company.js';
import { SalesOrder, SalesOrderLine } from '../../schema/sales/sales-order.js';
import { bulkMutation } from '../bulk.js';
import {
  externalRefsInput,
  idOf,
  idsOf,
  notCleared,
  versionInput,
  type InputFields,
} from '../inputs.js';
import { furtherVerb } from '../further-verbs.js';
import { mutation } from '../mutation.js';
import { list, reads } from '../reads.js';
import { headerFields, SalesOrderLineInput, SalesOrderLinePutInput } from './sales-order-input.js';
import { confirmAtOnce, ReservationPolicy } from './sales-order-make.js';

reads(SalesOrder, { one: 'salesOrder', many: 'salesOrders' });
list(SalesOrderLine, 'salesOrderLines', 'The lines of all orders: filtered, ordered and paged.');

const orderFields = (t: InputFields) => ({
  companyId: idOf(t, Company, { required: true, description: 'The company that sells.' }),
  customerId: idOf(t, Customer, { required: true, description: 'Who buys.' }),
  warehouseId: idOf(t, Warehouse, {
    required: true,
    description: 'The warehouse the goods leave from.',
  }),
  currency: t.string({
    description: "The ISO 4217 code of the currency it is billed in: the customer's unless told.",
  }),
  ...headerFields(t),
  lines: t.field({
    type: [SalesOrderLineInput],
    required: true,
    description: 'What is ordered, in the order of the document.',
  }),
  externalRefs: externalRefsInput(t),
});

/** Where custom fields of an order and its lines go. */
const customFields = {
  noun: SalesOrder,
  answer: 'salesOrder',
  lines: { field: 'lines', noun: SalesOrderLine, by: 'salesOrderId' },
} as const;

/** The order that a verb moves, as the caller has read it. */
const theOrder = (t: InputFields) => ({
  id: idOf(t, SalesOrder, { required: true, description: 'The sales order.' }),
  expectedVersion: versionInput(t),
});

const reason = (t: InputFields) =>
  t.string({ required: true, description: 'Why; it is kept with the order.' });

const OrderEnd = choices(
  'WorkOrdersOfEndedOrder',
  'What becomes of work orders when a sales order ends.',
  {
    CANCEL: 'Those that are not begun are cancelled; those that are begun go on for free stock.',
    KEEP: 'All go on, for free stock.',
  },
);

/** What becomes of the work orders that are still made for an order which ends. */
const whatBecomes = (t: InputFields) =>
  t.field({
    type: OrderEnd,
    description:
      'What becomes of work orders still made for it; must be said where there are some. ' +
      'CANCEL needs manufacturing.workOrder.cancel.',
    extensions: furtherVerb(['manufacturing.workOrder.cancel'], { unless: 'KEEP' }),
  });

mutation('salesOrderCreate', {
  description: 'Enters a sales order: as a draft, or confirmed and made at once.',
  permission: 'sales.salesOrder.create',
  input: (t) => ({ ...orderFields(t), confirm: confirmAtOnce(t) }),
  answers: { salesOrder: SalesOrder },
  customFields,
  run: async (tx, input) => ({ salesOrder: await salesOrders.create(tx, input) }),
});

bulkMutation('salesOrdersBulk', {
  description:
    'Enters up to 250 sales orders as drafts. One whose first external reference is known is answered as it is.',
  permission: 'sales.salesOrder.create',
  field: 'salesOrder',
  noun: SalesOrder,
  row: orderFields,
  customFields: { lines: customFields.lines, isForNewOnly: true },
  run: (tx, rows) => salesOrders.upsertMany(tx, rows),
});

mutation('salesOrderChange', {
  description: 'Changes a draft. Absent keeps, null clears; lines are named by their ids.',
  permission: 'sales.salesOrder.change',
  input: (t) => ({
    ...theOrder(t),
    warehouseId: idOf(t, Warehouse, { description: 'The warehouse the goods leave from.' }),
    ...headerFields(t),
    lines: t.field({
      type: [SalesOrderLinePutInput],
      description: 'Lines that are replaced or added; others stay as they are.',
    }),
    removedLineIds: idsOf(t, SalesOrderLine, { description: 'Lines that are taken out.' }),
  }),
  answers: { salesOrder: SalesOrder },
  customFields,
  run: async (tx, input) => ({
    salesOrder: await salesOrders.change(tx, notCleared(input, 'warehouseId', 'documentOn')),
  }),
});

mutation('salesOrderConfirm', {
  description: 'Promises a draft to the customer: credit is checked and stock reserved.',
  permission: 'sales.salesOrder.confirm',
  needsKey: true,
  input: (t) => ({
    ...theOrder(t),
    policy: t.field({ type: ReservationPolicy, description: 'AVAILABLE unless told.' }),
  }),
  answers: { salesOrder: SalesOrder },
  run: async (tx, input) => ({ salesOrder: await salesOrders.confirm(tx, input) }),
});

mutation('salesOrderHold', {
  description: "Stops a sales order's deliveries until it is resumed.",
  permission: 'sales.salesOrder.hold',
  input: (t) => ({ ...theOrder(t), reason: reason(t) }),
  answers: { salesOrder: SalesOrder },
  run: async (tx, input) => ({ salesOrder: await salesOrders.hold(tx, input) }),
});

mutation('salesOrderResume', {
  description: 'Lets a held sales order go on.',
  permission: 'sales.salesOrder.resume',
  input: theOrder,
  answers: { salesOrder: SalesOrder },
  run: async (tx, input) => ({ salesOrder: await salesOrders.resume(tx, input) }),
});

mutation('salesOrderCancel', {
  description: 'Gives up a sales order of which nothing was shipped or invoiced.',
  permission: 'sales.salesOrder.cancel',
  input: (t) => ({ ...theOrder(t), reason: reason(t), workOrders: whatBecomes(t) }),
  answers: { salesOrder: SalesOrder },
  run: async (tx, input) => ({ salesOrder: await salesOrders.cancel(tx, input) }),
});

mutation('salesOrderClose', {
  description: 'Ends a sales order: what was not delivered is given up.',
  permission: 'sales.salesOrder.close',
  input: (t) => ({ ...theOrder(t), workOrders: whatBecomes(t) }),
  answers: { salesOrder: SalesOrder },
  run: async (tx, input) => ({ salesOrder: await salesOrders.close(tx, input) }),
});
