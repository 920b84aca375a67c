import type { LoggedEvent } from '../../modules/events/index.js';
import { workOrderQueries } from '../../modules/manufacturing/index.js';
import { refuseRead } from '../../prisma/reader/index.js';
import type { GraphContext } from '../../schema/context.js';
import { WorkCenter } from '../../schema/manufacturing/work-center.js';
import { JobCard } from '../../schema/manufacturing/job-card.js';
import { WorkOrder } from '../../schema/manufacturing/work-order.js';
import type { Noun } from '../../schema/noun.js';
import { SalesOrder } from '../../schema/sales/sales-order.js';
import { rawId } from '../reads.js';
import { stream, type Followed } from '../stream.js';

/** How many work orders a snapshot tells, the newest first. */
const SNAPSHOT_MAX = 250;

interface FollowArgs {
  readonly workOrder?: string | null;
  readonly salesOrder?: string | null;
  readonly workCenter?: string | null;
}

/** The raw id of what is followed; what is hidden is told as what is not there. */
async function seenId(noun: Noun, id: string, context: GraphContext): Promise<string> {
  if (!context.actor.permissions.has(noun.permission))
    refuseRead('FORBIDDEN', 'You lack a permission that this needs.', {
      permission: noun.permission,
    });
  const raw = rawId(noun.name, id);
  if (raw !== null && (await context.reader.sees(noun, raw))) return raw;
  return refuseRead('NOT_FOUND', `There is no ${noun.name} with this id that you may see.`);
}

/** The work order that a fact is about: its own facts, and those of its job cards. */
function orderOf({ documentType, documentId, data }: LoggedEvent): string | null {
  if (documentType === WorkOrder.name) return documentId;
  if (documentType !== JobCard.name) return null;
  return typeof data.workOrderId === 'string' ? data.workOrderId : null;
}

/** The facts of work orders and job cards that name something. */
const naming = (raw: string): string[] => [`${WorkOrder.table} ${raw}`, `${JobCard.table} ${raw}`];
const UNFILTERED: ReadonlySet<string> = new Set();

async function followOrder(id: string, context: GraphContext): Promise<Followed> {
  const raw = await seenId(WorkOrder, id, context);
  return {
    hears: naming(raw),
    documentOf: (event) => (orderOf(event) === raw ? raw : null),
    filtered: UNFILTERED,
    snapshot: (_context, before) => Promise.resolve(before === null ? [raw] : []),
  };
}

/** Follows what names another node in its facts: a sales order, or a work center. */
async function followBy(
  noun: Noun,
  by: 'salesOrderId' | 'workCenterId',
  id: string,
  context: GraphContext,
): Promise<Followed> {
  const raw = await seenId(noun, id, context);
  return {
    hears: naming(raw),
    documentOf: (event) => (event.data[by] === raw ? orderOf(event) : null),
    filtered: UNFILTERED,
    async snapshot({ actor: { companies }, reader }, before) {
      const ids = await workOrderQueries.followedOrders(
        async (statement) => (await reader.query(statement)).rows,
        { by, id: raw, companies, limit: SNAPSHOT_MAX },
      );
      return ids.filter((one) => before === null || one < before);
    },
  };
}

stream<FollowArgs>('workOrderProgress', {
  description:
    'Follows one work order, or those of a sales order or at a work center, with their job cards.',
  permission: 'manufacturing.workOrder.read',
  noun: WorkOrder,
  args: (t) => ({
    workOrder: t.id({ description: 'The work order to follow; give exactly one of the three.' }),
    salesOrder: t.id({ description: 'The sales order whose work orders to follow.' }),
    workCenter: t.id({ description: 'The work center whose operations to follow.' }),
  }),
  follow: async ({ workOrder, salesOrder, workCenter }, context) => {
    const given = [workOrder, salesOrder, workCenter].filter((one) => one != null);
    if (given.length !== 1)
      refuseRead('LOOKUP_KEYS', 'Follow a work order, a sales order or a work center.');
    if (workOrder != null) return followOrder(workOrder, context);
    return salesOrder != null
      ? followBy(SalesOrder, 'salesOrderId', salesOrder, context)
      : followBy(WorkCenter, 'workCenterId', workCenter!, context);
  },
});
