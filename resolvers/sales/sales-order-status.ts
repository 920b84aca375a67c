import type { LoggedEvent } from '../../modules/events/index.js';
import { canSee } from '../../modules/kernel/index.js';
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
const isOfOrders = ({ documentType }: LoggedEvent) => documentType === SalesOrder.name;

async function followOrder(id: string, context: GraphContext): Promise<Followed> {
  const raw = await seenId(SalesOrder, id, context);
  return {
    nodeIds: [raw],
    nodeOf: (event) => (isOfOrders(event) && event.documentId === raw ? raw : null),
  };
}

async function followCustomer(id: string, context: GraphContext): Promise<Followed> {
  const { actor, reader } = context;
  if (!actor.permissions.has(Customer.permission))
    refuseRead('FORBIDDEN', 'You lack a permission that this needs.', {
      permission: Customer.permission,
    });
  const customerId = await seenId(Customer, id, context);
  const { companies } = actor;
  const nodeIds = await queries.newestOrders(
    async (statement) => (await reader.query(statement)).rows,
    { customerId, companies, limit: SNAPSHOT_MAX },
  );
  const isTold = (event: LoggedEvent) =>
    isOfOrders(event) && event.data.customerId === customerId && canSee(actor, event.companyId);
  return { nodeIds, nodeOf: (event) => (isTold(event) ? event.documentId : null) };
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
