import {
  cleanText,
  inField,
  InvalidInput,
  lifecycle,
  NotFound,
  parseGlobalId,
  textOrNone,
} from '../kernel/index.js';

/** What becomes of an activity. */
export const activityLifecycle = lifecycle({
  subject: 'Activity',
  initial: 'PLANNED',
  states: {
    PLANNED: { change: 'PLANNED', complete: 'DONE', cancel: 'CANCELLED' },
    DONE: {},
    CANCELLED: {},
  },
});

export type ActivityKind = 'CALL' | 'VISIT' | 'EMAIL' | 'TASK' | 'NOTE';

/** What can be said of an activity. Absent keeps, or takes the default; null clears. */
export interface ActivityDetails {
  readonly kind?: ActivityKind;
  readonly subject?: string;
  readonly body?: string | null;
  readonly dueAt?: Date | null;
  readonly ownerId?: string;
}

export interface ActivityColumns {
  readonly kind: ActivityKind;
  readonly subject: string;
  readonly body: string | null;
  readonly dueAt: Date | null;
  readonly ownerId: string;
}

/** Cleans what an activity is after the details given; refuses by field. */
export function cleanActivity(
  details: ActivityDetails,
  before: ActivityColumns,
  knowsActor: (id: string) => boolean,
): ActivityColumns {
  const { kind = before.kind, subject = before.subject, body = before.body } = details;
  const { dueAt = before.dueAt, ownerId = before.ownerId } = details;
  if (!knowsActor(ownerId)) throw new NotFound('Actor', ownerId).at('ownerId');
  return {
    kind,
    subject: inField('subject', () => cleanText(subject, { min: 1, max: 200 })),
    body: inField('body', () => textOrNone(body, 10_000)),
    dueAt,
    ownerId,
  };
}

/** Takes what came of an activity. */
export const cleanOutcome = (outcome: string | null | undefined): string | null =>
  inField('outcome', () => textOrNone(outcome, 4_000));

/** Takes the global id of a node of a kind that activities may be about. */
export function aboutOf<Kind extends string>(
  nodeId: string,
  kinds: Readonly<Record<Kind, string>>,
): { readonly type: Kind; readonly id: string } {
  const node = parseGlobalId(nodeId);
  if (!node) throw new NotFound('Node', nodeId).at('nodeId');
  if (!Object.hasOwn(kinds, node.type)) {
    const message = 'Nothing is noted about a {type}; activities are about: {types}.';
    const params = { type: node.type, types: Object.keys(kinds).join(', ') };
    throw new InvalidInput('NODE_KIND_UNKNOWN', message, params).at('nodeId');
  }
  return { type: node.type as Kind, id: node.uuid };
}

/** The company whose activity it is: the node's own, else the one that is told. */
export function companyOfActivity(
  ofNode: string | null,
  given: string | null | undefined,
): string {
  if (ofNode === null) {
    if (given) return given;
    const message = 'The node belongs to the group: tell whose activity it is.';
    throw new InvalidInput('COMPANY_MISSING', message).at('companyId');
  }
  if (!given || given === ofNode) return ofNode;
  const message = 'The node belongs to another company.';
  throw new InvalidInput('COMPANY_DIFFERS', message).at('companyId');
}
