import { NotFound, InvalidInput, cleanText, inField, next, textOrNone } from '../kernel/index.js';
import { actors } from '../auth/index.js';
import { type FactOf, nextVersion, type Row, type Tx } from '../events/index.js';
import { allFacts } from '../facts.js';
import {
  cleanChangedFields,
  cleanFactTypes,
  cleanNoun,
  cleanUrl,
  webhookEndpointLifecycle,
} from './endpoint.rules.js';
import {
  webhookEndpointArchived,
  webhookEndpointChanged,
  webhookEndpointCreated,
  webhookEndpointPaused,
  webhookEndpointResumed,
  webhookSecretRotated,
  webhookTestSent,
} from './events.js';
import { newSecret } from './signing.js';

export type WebhookEndpoint = Row<'WebhookEndpoint'>;

/** What is sent of a document: a query of its id, and a condition that it must meet. */
export interface Payload {
  readonly noun: string;
  readonly document: string | null;
  readonly where: string | null;
}

/** Says what is wrong with a payload under the schema; null when nothing is. */
export type PayloadCheck = (payload: Payload) => {
  readonly field: 'noun' | 'document' | 'where';
  readonly code: string;
  readonly message: string;
} | null;

export interface WebhookEndpointCreate {
  readonly name: string;
  readonly url: string;
  /** A document type, as facts tell it. */
  readonly noun: string;
  readonly factTypes?: readonly string[];
  readonly changedFields?: readonly string[];
  readonly document?: string | null;
  readonly where?: string | null;
}

interface Named {
  readonly id: string;
  readonly expectedVersion?: number | null;
}

/** Absent keeps; a document or a condition of null is taken away. */
export interface WebhookEndpointChange
  extends Named, Partial<Omit<WebhookEndpointCreate, 'noun'>> {}

/** The secret is told this once: it must not go into a stored answer. */
export interface WithSecret {
  readonly endpoint: WebhookEndpoint;
  readonly secret: string;
}

const DOCUMENT_MAX = 10_000;
const HOUR_MS = 3_600_000;
const OVERLAP_HOURS_MAX = 168;

function clean(input: WebhookEndpointCreate, check: PayloadCheck) {
  const noun = inField('noun', () => cleanNoun(input.noun, allFacts));
  const taken = {
    noun,
    name: inField('name', () => cleanText(input.name, { min: 1, max: 200 })),
    url: inField('url', () => cleanUrl(input.url)),
    factTypes: inField('factTypes', () => cleanFactTypes(input.factTypes ?? [], noun, allFacts)),
    changedFields: inField('changedFields', () => cleanChangedFields(input.changedFields ?? [])),
    document: inField('document', () => textOrNone(input.document, DOCUMENT_MAX)),
    where: inField('where', () => textOrNone(input.where, DOCUMENT_MAX)),
  };
  const wrong = check(taken);
  if (wrong) throw new InvalidInput(wrong.code, wrong.message).at(wrong.field);
  return taken;
}

/** Who says what is sent lends his rights to it, no more than he has now. */
const ownedBy = ({ actor }: Tx) => ({
  ownerId: actor.id,
  scopes: [...actor.permissions].sort(),
});

async function writeSecret(tx: Tx, endpointId: string): Promise<string> {
  const secret = newSecret();
  await tx.db
    .insertInto('WebhookSecret')
    .values({ id: tx.newId(), endpointId, secret, createdAt: tx.now, expiresAt: null })
    .execute();
  return secret;
}

/**
 * Sets up where facts of a noun are sent. It reads with the rights of whoever sets it up. Facts
 * from now on are sent; a replay sends earlier ones. InvalidInput and LimitExceeded by field.
 */
export async function create(
  tx: Tx,
  input: WebhookEndpointCreate,
  check: PayloadCheck,
): Promise<WithSecret> {
  const taken = clean(input, check);
  const after = await tx.db
    .insertInto('WebhookEndpoint')
    .values({
      id: tx.newId(),
      ...taken,
      ...ownedBy(tx),
      status: webhookEndpointLifecycle.initial as 'ACTIVE',
      createdAt: tx.now,
      updatedAt: tx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  const secret = await writeSecret(tx, after.id);
  tx.emit(webhookEndpointCreated({ before: null, after, data: {} }));
  return { endpoint: after, secret };
}

/** Locks an endpoint whose owner the caller sees, and which is in use. NotFound, StaleVersion. */
export async function lockSeen(tx: Tx, { id, expectedVersion }: Named): Promise<WebhookEndpoint> {
  const row = await tx.lock('WebhookEndpoint', id, expectedVersion);
  if (!(await actors.isSeen(tx, row.ownerId))) throw new NotFound('WebhookEndpoint', id);
  return row;
}

async function lockLive(tx: Tx, named: Named): Promise<WebhookEndpoint> {
  const row = await lockSeen(tx, named);
  if (row.status !== 'ARCHIVED') return row;
  const message = 'The endpoint {name} is archived.';
  throw new InvalidInput('ENDPOINT_ARCHIVED', message, { name: row.name }).at('id');
}

type Columns = Partial<Omit<WebhookEndpoint, 'id' | 'version' | 'createdAt' | 'updatedAt'>>;

/** Writes what changes with the next version. */
export function write(tx: Tx, before: WebhookEndpoint, columns: Columns): Promise<WebhookEndpoint> {
  return nextVersion(tx, 'WebhookEndpoint', before, columns);
}

/**
 * Changes what is sent, or where. Who changes it becomes its owner: nobody directs what another may
 * read. NotFound, StaleVersion, ENDPOINT_ARCHIVED, InvalidInput by field.
 */
export async function change(
  tx: Tx,
  { id, expectedVersion, ...patch }: WebhookEndpointChange,
  check: PayloadCheck,
): Promise<WebhookEndpoint> {
  const before = await lockLive(tx, { id, expectedVersion });
  const taken = clean({ ...before, ...patch }, check);
  const after = await write(tx, before, { ...taken, ...ownedBy(tx) });
  tx.emit(webhookEndpointChanged({ before, after, data: {} }));
  return after;
}

async function move(
  tx: Tx,
  named: Named,
  action: 'pause' | 'resume' | 'archive',
  told: FactOf<'WebhookEndpoint', object>,
): Promise<WebhookEndpoint> {
  const before = await lockSeen(tx, named);
  const status = next(webhookEndpointLifecycle, before.status, action);
  const mended = action === 'resume' ? { failuresInRow: 0, brokenUntil: null } : {};
  const after = await write(tx, before, { status, ...mended });
  tx.emit(told({ before, after, data: {} }));
  return after;
}

/** Stops sending; what happens meanwhile is kept and sent after. TransitionRefused. */
export const pause = (tx: Tx, named: Named) => move(tx, named, 'pause', webhookEndpointPaused);

/** Sends on from where it was stopped, whatever failed before. TransitionRefused. */
export const resume = (tx: Tx, named: Named) => move(tx, named, 'resume', webhookEndpointResumed);

/** Takes it out of use for good; its history stays, and what waits is not sent. TransitionRefused. */
export async function archive(tx: Tx, named: Named): Promise<WebhookEndpoint> {
  const after = await move(tx, named, 'archive', webhookEndpointArchived);
  await tx.db
    .updateTable('WebhookDelivery')
    .set({ status: 'SKIPPED', reason: 'ENDPOINT_ARCHIVED', settledAt: tx.now })
    .where('endpointId', '=', after.id)
    .where('status', '=', 'PENDING')
    .execute();
  return after;
}

export interface SecretRotate extends Named {
  /** For how long the last secret signs as well; 24 when not said. */
  readonly overlapHours?: number | null;
}

/**
 * Gives another secret. The last one signs beside it for a while, and earlier ones end now, so that
 * at most two are in use. NotFound, StaleVersion, ENDPOINT_ARCHIVED; OVERLAP_OUT_OF_RANGE.
 */
export async function rotateSecret(
  tx: Tx,
  { overlapHours, ...named }: SecretRotate,
): Promise<WithSecret> {
  const hours = overlapHours ?? 24;
  if (hours < 0 || hours > OVERLAP_HOURS_MAX) {
    const message = 'Two secrets sign side by side for 0 to {max} hours.';
    const params = { max: OVERLAP_HOURS_MAX };
    throw new InvalidInput('OVERLAP_OUT_OF_RANGE', message, params).at('overlapHours');
  }
  const before = await lockLive(tx, named);
  const expiresAt = new Date(tx.now.getTime() + hours * HOUR_MS);
  await tx.db
    .deleteFrom('WebhookSecret')
    .where('endpointId', '=', before.id)
    .where('expiresAt', 'is not', null)
    .execute();
  await tx.db
    .updateTable('WebhookSecret')
    .set({ expiresAt })
    .where('endpointId', '=', before.id)
    .execute();
  const secret = await writeSecret(tx, before.id);
  const after = await write(tx, before, {});
  tx.emit(webhookSecretRotated({ before, after, data: {} }));
  return { endpoint: after, secret };
}

/** Sends a message that nothing has happened for, on the same way as all others. */
export async function testSend(
  tx: Tx,
  named: Named,
): Promise<{ endpoint: WebhookEndpoint; delivery: Row<'WebhookDelivery'> }> {
  const before = await lockLive(tx, named);
  const after = await write(tx, before, {});
  const delivery = await tx.db
    .insertInto('WebhookDelivery')
    .values({
      id: tx.newId(),
      endpointId: after.id,
      eventId: tx.newId(),
      position: 0,
      type: webhookTestSent.type,
      documentType: 'WebhookEndpoint',
      documentId: after.id,
      documentVersion: after.version,
      changedFields: [],
      companyId: null,
      occurredAt: tx.now,
      status: 'PENDING',
      dueAt: tx.now,
      createdAt: tx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  tx.emit(webhookTestSent({ before, after, data: { deliveryId: delivery.id } }));
  return { endpoint: after, delivery };
}
