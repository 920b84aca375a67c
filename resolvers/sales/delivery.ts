import { deliveries } from '../../modules/sales/index.js';
import { Delivery } from '../../schema/sales/delivery.js';
import { SalesOrder } from '../../schema/sales/sales-order.js';
import { furtherVerb } from '../further-verbs.js';
import { idOf, versionInput, type InputFields } from '../inputs.js';
import { mutation } from '../mutation.js';
import { reads } from '../reads.js';
import { LineQuantityInput } from './sales-order-input.js';

reads(Delivery, { one: 'delivery', many: 'deliveries' });

/** The delivery that a verb moves, as the caller has read it. */
const theDelivery = (t: InputFields) => ({
  id: idOf(t, Delivery, { required: true, description: 'The delivery.' }),
  expectedVersion: versionInput(t),
});

mutation('deliveryCreate', {
  description:
    'Plans a delivery of a sales order: all that is open, or what is named. It may leave at once.',
  permission: 'sales.delivery.create',
  input: (t) => ({
    salesOrderId: idOf(t, SalesOrder, { required: true, description: 'The order to deliver.' }),
    documentOn: t.field({
      type: 'Date',
      description: 'The day of the delivery note: today unless told.',
    }),
    lines: t.field({
      type: [LineQuantityInput],
      description: 'What is delivered: all that is open unless told.',
    }),
    ship: t.boolean({
      description: 'Lets the goods leave at once; needs the permission sales.delivery.ship.',
      extensions: furtherVerb(['sales.delivery.ship']),
    }),
    postedOn: t.field({
      type: 'Date',
      description: 'When they leave at once: the business day, the day of the note unless told.',
    }),
    trackingNumber: t.string({ description: "When they leave at once: the carrier's number." }),
  }),
  answers: { delivery: Delivery },
  run: async (tx, input) => ({ delivery: await deliveries.create(tx, input) }),
});

mutation('deliveryPick', {
  description: 'Says that the goods are being fetched.',
  permission: 'sales.delivery.pick',
  input: theDelivery,
  answers: { delivery: Delivery },
  run: async (tx, input) => ({ delivery: await deliveries.pick(tx, input) }),
});

mutation('deliveryPack', {
  description: 'Says that the goods are packed.',
  permission: 'sales.delivery.pack',
  input: theDelivery,
  answers: { delivery: Delivery },
  run: async (tx, input) => ({ delivery: await deliveries.pack(tx, input) }),
});

mutation('deliveryShip', {
  description: 'Lets the goods leave: stock is taken, and its cost goes into the books.',
  permission: 'sales.delivery.ship',
  needsKey: true,
  input: (t) => ({
    ...theDelivery(t),
    postedOn: t.field({ type: 'Date', description: 'The business day: today unless told.' }),
    trackingNumber: t.string({ description: "The carrier's number for it." }),
  }),
  answers: { delivery: Delivery },
  run: async (tx, input) => ({ delivery: await deliveries.ship(tx, input) }),
});

mutation('deliveryDeliver', {
  description: 'Says that the customer has the goods.',
  permission: 'sales.delivery.deliver',
  input: theDelivery,
  answers: { delivery: Delivery },
  run: async (tx, input) => ({ delivery: await deliveries.deliver(tx, input) }),
});

mutation('deliveryCancel', {
  description: 'Gives up a delivery that has not left; its quantities are open again.',
  permission: 'sales.delivery.cancel',
  input: theDelivery,
  answers: { delivery: Delivery },
  run: async (tx, input) => ({ delivery: await deliveries.cancel(tx, input) }),
});
