import { insertAll, nextVersion, type Row, type Tx, type VersionedTable } from '../events/index.js';
import { actors } from '../auth/index.js';
import { next, NotPermitted, RuleViolation } from '../kernel/index.js';
import { companies } from '../platform/index.js';
import {
  activityCancelled,
  activityChanged,
  activityCompleted,
  activityCreated,
} from './events.js';
import {
  aboutOf,
  type ActivityColumns,
  type ActivityDetails,
  type ActivityKind,
  activityLifecycle,
  cleanActivity,
  cleanOutcome,
  companyOfActivity,
} from './activity.rules.js';

export type Activity = Row<'Activity'>;

/** What an activity may be about, and the permission without which it is not seen. */
export const activityNodes = {
  Customer: 'crm.customer.read',
  Contact: 'crm.contact.read',
  Opportunity: 'crm.opportunity.read',
  Quote: 'sales.quote.read',
  SalesOrder: 'sales.salesOrder.read',
} as const satisfies Partial<Record<VersionedTable, string>>;

export interface ActivityCreate extends ActivityDetails {
  /** The global id of what it is about. */
  readonly nodeId: string;
  readonly kind: ActivityKind;
  readonly subject: string;
  /** Needed for what belongs to the group, such as a customer. */
  readonly companyId?: string | null;
  /** What came of it; it is then done already, as a note always is. */
  readonly outcome?: string | null;
}

interface Versioned {
  readonly id: string;
  readonly expectedVersion?: number | null;
}

export interface ActivityChange extends ActivityDetails, Versioned {}

/** Finds the node by the lock that every document is taken by, so that it is one that is seen. */
async function nodeOf(tx: Tx, nodeId: string) {
  const about = aboutOf(nodeId, activityNodes);
  const permission = activityNodes[about.type];
  if (!tx.actor.permissions.has(permission)) throw new NotPermitted(permission).at('nodeId');
  try {
    const row = await tx.lock(about.type, about.id);
    const companyId = 'companyId' in row ? row.companyId : null;
    return { ...about, companyId: typeof companyId === 'string' ? companyId : null };
  } catch (error) {
    throw error instanceof RuleViolation ? error.at('nodeId') : error;
  }
}

async function cleaned(
  tx: Tx,
  details: ActivityDetails,
  before: ActivityColumns,
): Promise<ActivityColumns> {
  const { ownerId } = details;
  const foreign = ownerId !== undefined && ownerId !== tx.actor.id ? [ownerId] : [];
  const known = await actors.getMany(tx, foreign);
  return cleanActivity(
    details,
    before,
    (id) => id === before.ownerId || id === tx.actor.id || known.has(id),
  );
}

const about = ({ documentType, documentId }: Activity) => ({ documentType, documentId });

/**
 * Plans an activity about a node, or writes down one that is done: a note, or what has an outcome.
 * Refusals: NODE_KIND_UNKNOWN, NotFound, NotPermitted, COMPANY_MISSING, InvalidInput by field.
 */
export async function create(tx: Tx, input: ActivityCreate): Promise<Activity> {
  const node = await nodeOf(tx, input.nodeId);
  const { id: companyId } = await companies.get(
    tx,
    companyOfActivity(node.companyId, input.companyId),
  );
  const { kind, subject } = input;
  const said = { kind, subject, body: null, dueAt: null, ownerId: tx.actor.id };
  const columns = await cleaned(tx, input, said);
  const outcome = cleanOutcome(input.outcome);
  const isDone = kind === 'NOTE' || outcome !== null;
  const planned = activityLifecycle.initial;
  const row = {
    ...columns,
    id: tx.newId(),
    companyId,
    documentType: node.type,
    documentId: node.id,
    status: isDone ? next(activityLifecycle, planned, 'complete') : planned,
    outcome,
    doneAt: isDone ? tx.now : null,
    createdAt: tx.now,
    createdById: tx.actor.id,
    updatedAt: tx.now,
  };
  const [after] = await insertAll(tx, 'Activity', [row]);
  tx.emit(activityCreated({ before: null, after: after!, data: about(after!) }));
  return after!;
}

async function update(tx: Tx, before: Activity, patch: Partial<Activity>): Promise<Activity> {
  return nextVersion(tx, 'Activity', before, { ...patch, customFields: undefined });
}

/** Changes a planned activity. Refusals: TransitionRefused, StaleVersion, InvalidInput by field. */
export async function change(tx: Tx, patch: ActivityChange): Promise<Activity> {
  const before = await tx.lock('Activity', patch.id, patch.expectedVersion);
  const status = next(activityLifecycle, before.status, 'change');
  const after = await update(tx, before, { ...(await cleaned(tx, patch, before)), status });
  tx.emit(activityChanged({ before, after, data: about(after) }));
  return after;
}

/** Says that an activity was done, and what came of it. TransitionRefused, StaleVersion. */
export async function complete(
  tx: Tx,
  input: Versioned & { readonly outcome?: string | null },
): Promise<Activity> {
  const outcome = cleanOutcome(input.outcome);
  const before = await tx.lock('Activity', input.id, input.expectedVersion);
  const status = next(activityLifecycle, before.status, 'complete');
  const after = await update(tx, before, { status, outcome, doneAt: tx.now });
  tx.emit(activityCompleted({ before, after, data: about(after) }));
  return after;
}

/** Gives up a planned activity. TransitionRefused, StaleVersion. */
export async function cancel(tx: Tx, { id, expectedVersion }: Versioned): Promise<Activity> {
  const before = await tx.lock('Activity', id, expectedVersion);
  const status = next(activityLifecycle, before.status, 'cancel');
  const after = await update(tx, before, { status });
  tx.emit(activityCancelled({ before, after, data: about(after) }));
  return after;
}
