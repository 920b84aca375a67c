import { salesOrders } from '../../modules/sales/index.js';
import { builder } from '../../schema/builder.js';
import { choices } from '../../schema/columns.js';
import { Backflush } from '../../schema/manufacturing/work-order.js';
import { SalesOrder, SalesOrderLine } from '../../schema/sales/sales-order.js';
import { furtherVerb } from '../further-verbs.js';
import { idOf, versionInput, type InputFields } from '../inputs.js';
import { mutation } from '../mutation.js';

export const ReservationPolicy = choices('ReservationPolicy', 'What is done when stock is short.', {
  AVAILABLE: 'What there is is reserved.',
  ALL_OR_NOTHING: 'The confirmation is refused.',
});

const makeFields = (t: InputFields) => ({
  keepStock: t.boolean({
    description: 'Makes also what is reserved from stock, which stays where it is.',
  }),
  useComponentStock: t.boolean({
    description: 'Takes free stock of components that are made before it makes more of them.',
  }),
  backflush: t.field({
    type: Backflush,
    description: 'When materials are issued: NONE unless told.',
  }),
  release: t.boolean({
    description:
      'Hands the work orders to the shop floor at once; needs manufacturing.workOrder.release.',
    extensions: furtherVerb(['manufacturing.workOrder.release']),
  }),
});

const MakeAtOnceInput = builder.inputType('MakeAtOnceInput', {
  description: 'How the open lines of an order are made at once.',
  fields: makeFields,
});

/** By which the work orders of a confirmed order are planned in the same breath. */
export const makeAtOnce = (t: InputFields) =>
  t.field({
    type: MakeAtOnceInput,
    description: 'Plans the work orders of all made items; needs sales.salesOrder.makeWorkOrders.',
    extensions: furtherVerb(['sales.salesOrder.makeWorkOrders']),
  });

const ConfirmAtOnceInput = builder.inputType('ConfirmAtOnceInput', {
  description: 'How an order is confirmed as it is entered.',
  fields: (t) => ({
    policy: t.field({ type: ReservationPolicy, description: 'AVAILABLE unless told.' }),
    makeWorkOrders: makeAtOnce(t),
  }),
});

/** By which an order is promised as it is entered. */
export const confirmAtOnce = (t: InputFields) =>
  t.field({
    type: ConfirmAtOnceInput,
    description: 'Confirms it at once; needs the permission sales.salesOrder.confirm.',
    extensions: furtherVerb(['sales.salesOrder.confirm']),
  });

const LineMakeInput = builder.inputType('LineMakeInput', {
  description: 'A line of the order that is made.',
  fields: (t) => ({
    salesOrderLineId: idOf(t, SalesOrderLine, { required: true, description: 'The line.' }),
    quantity: t.field({
      type: 'Decimal',
      description: "How much, in the line's unit: all that is open unless told.",
    }),
  }),
});

mutation('salesOrderMakeWorkOrders', {
  description:
    'Converts what is open of an order to work orders through all made levels; asked twice, it makes each line once.',
  permission: 'sales.salesOrder.makeWorkOrders',
  needsKey: true,
  input: (t) => ({
    id: idOf(t, SalesOrder, { required: true, description: 'The sales order.' }),
    expectedVersion: versionInput(t),
    lines: t.field({
      type: [LineMakeInput],
      description: 'What is made: all that is open of made items unless told.',
    }),
    ...makeFields(t),
  }),
  answers: { salesOrder: SalesOrder },
  run: async (tx, input) => ({ salesOrder: await salesOrders.makeWorkOrders(tx, input) }),
});
