import type { LoggedEvent } from '../../modules/events/index.js';
import { queries } from '../../modules/sales/index.js';
import { refuseRead } from '../../prisma/reader/index.js';
import type { GraphContext } from '../../schema/context.js';
import { Customer } from '../../schema/crm/customer.js';
import type { Noun } from '../../schema/noun.js';
import { SalesOrder } from '../../schema/sales/sales-order.js';
import { rawId } from '../reads.js';
import { stream, type Followed } from '../stream.js';

/** How many of a customer's orders a snapshot tells, the newest first. */
const SNAPSHOT_MAX = 250;

interface FollowArgs {
  readonly salesOrder?: string | null;
  readonly customer?: string | null;
}

/** The raw id of what is followed; what is hidden is told as what is not there. */
async function seenId(noun: Noun, id: string, context: GraphContext): Promise<string> {
  const raw = rawId(noun.name, id);
  if (raw !== null && (await context.reader.sees(noun, raw))) return raw;
  return refuseRead('NOT_FOUND', `There is no ${noun.name} with this id that you may see.`);
}

/** An order is told of by its own facts: whatever moves it makes one. */
const isOfOrders = ({ documentType }: LoggedEvent) => documentType === SalesOrder.table;

/** Whatever an order's fact says of its fields, a follower of the order itself is told of it. */
const UNFILTERED: ReadonlySet<string> = new Set();

async function followOrder(id: string, context: GraphContext): Promise<Followed> {
  const raw = await seenId(SalesOrder, id, context);
  return {
    hears: [`${SalesOrder.table} ${raw}`],
    documentOf: (event) => (isOfOrders(event) && event.documentId === raw ? raw : null),
    filtered: UNFILTERED,
    snapshot: (_context, before) => Promise.resolve(before === null ? [raw] : []),
  };
}

async function followCustomer(id: string, context: GraphContext): Promise<Followed> {
  const { actor } = context;
  if (!actor.permissions.has(Customer.permission))
    refuseRead('FORBIDDEN', 'You lack a permission that this needs.', {
      permission: Customer.permission,
    });
  const customerId = await seenId(Customer, id, context);
  return {
    hears: [`${SalesOrder.table} ${customerId}`],
    documentOf: (event) =>
      isOfOrders(event) && event.data.customerId === customerId ? event.documentId : null,
    filtered: UNFILTERED,
    async snapshot({ actor: { companies }, reader }, before) {
      const ids = await queries.newestOrders(
        async (statement) => (await reader.query(statement)).rows,
        { customerId, companies, limit: SNAPSHOT_MAX },
      );
      return ids.filter((one) => before === null || one < before);
    },
  };
}

stream<FollowArgs>('salesOrderStatus', {
  description:
    'Follows one sales order, or all orders of a customer: each change is told once it is committed.',
  permission: 'sales.salesOrder.read',
  noun: SalesOrder,
  args: (t) => ({
    salesOrder: t.id({ description: 'The order to follow; give this or the customer.' }),
    customer: t.id({
      description: `Whose orders to follow; a snapshot tells the newest ${SNAPSHOT_MAX}.`,
    }),
  }),
  follow: async ({ salesOrder, customer }, context) => {
    if (salesOrder != null && customer == null) return followOrder(salesOrder, context);
    if (customer != null && salesOrder == null) return followCustomer(customer, context);
    return refuseRead('LOOKUP_KEYS', 'Follow either one order or one customer.');
  },
});
