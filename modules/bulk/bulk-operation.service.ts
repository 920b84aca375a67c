import type { Database } from '../../prisma/database.js';
import { type JsonObject, nextVersion, type Row, type Tx } from '../events/index.js';
import { InvalidInput, next, NotFound } from '../kernel/index.js';
import {
  bulkOperationCancelled,
  bulkOperationDone,
  bulkOperationFailed,
  bulkOperationProgressed,
  bulkOperationQueued,
  bulkOperationStarted,
} from './events.js';
import { bulkOperationLifecycle, type BulkAction } from './lifecycle.rules.js';

export type BulkOperation = Row<'BulkOperation'>;

/** What is asked for: a checked document, and what it is run with. */
export interface BulkRun {
  readonly kind: BulkOperation['kind'];
  readonly format: BulkOperation['format'];
  readonly document: string;
  readonly variables: JsonObject;
  readonly uploadId: string | null;
  readonly locale: string;
}

/** What a process that runs one has done since it said so last. */
export interface BulkProgress {
  readonly rows: number;
  readonly refused: number;
  readonly bytes: Buffer;
  /** Bytes that stand in the store already. */
  readonly written?: number;
}

export interface BulkFailure {
  readonly code: string;
  readonly message: string;
}

const DAY_MS = 86_400_000;
/** Results are kept for a week. */
const KEPT_MS = 7 * DAY_MS;
/** How long a process may say nothing until another takes the operation over. */
const LEASE_MS = 60_000;
/** Of one actor at the same time. */
const MOST_OPEN = 5;

const leaseFrom = (now: Date): Date => new Date(now.getTime() + LEASE_MS);

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function checkUpload(tx: Tx, uploadId: string): Promise<void> {
  if (!UUID.test(uploadId)) throw new NotFound('BulkUpload', uploadId).at('uploadId');
  const found = await tx.db
    .selectFrom('BulkUpload')
    .select('byteCount')
    .where('id', '=', uploadId)
    .where('actorId', '=', tx.actor.id)
    .executeTakeFirst();
  if (!found) throw new NotFound('BulkUpload', uploadId).at('uploadId');
  if (found.byteCount === 0)
    throw new InvalidInput('UPLOAD_EMPTY', 'Nothing was uploaded.').at('uploadId');
}

async function checkOpen(tx: Tx): Promise<void> {
  const { open } = await tx.db
    .selectFrom('BulkOperation')
    .select(({ fn }) => fn.countAll<number>().as('open'))
    .where('actorId', '=', tx.actor.id)
    .where('status', 'in', ['QUEUED', 'RUNNING'])
    .executeTakeFirstOrThrow();
  if (open >= MOST_OPEN)
    throw new InvalidInput(
      'TOO_MANY_BULK_OPERATIONS',
      `At most ${MOST_OPEN} bulk operations of one actor are open at a time.`,
      { max: MOST_OPEN },
    );
}

/**
 * Queues a bulk operation with the rights that its maker has now; it may never do more. NotFound
 * (the upload), UPLOAD_EMPTY, TOO_MANY_BULK_OPERATIONS.
 */
export async function queue(tx: Tx, run: BulkRun): Promise<BulkOperation> {
  if (run.uploadId !== null) await checkUpload(tx, run.uploadId);
  await checkOpen(tx);
  const after = await tx.db
    .insertInto('BulkOperation')
    .values({
      ...run,
      id: tx.newId(),
      actorId: tx.actor.id,
      status: bulkOperationLifecycle.initial,
      variables: JSON.stringify(run.variables),
      permissions: [...tx.actor.permissions].sort(),
      createdAt: tx.now,
      expiresAt: new Date(tx.now.getTime() + KEPT_MS),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  tx.emit(bulkOperationQueued({ before: null, after, data: {} }));
  return after;
}

async function move(
  tx: Tx,
  before: BulkOperation,
  action: BulkAction,
  changes: Partial<BulkOperation>,
): Promise<BulkOperation> {
  const status = next(bulkOperationLifecycle, before.status, action);
  const { variables: _, ...columns } = changes;
  return nextVersion(tx, 'BulkOperation', before, { ...columns, status });
}

const endedNow = (tx: Tx) => ({ finishedAt: tx.now, leaseUntil: null });

/** Stops one's own bulk operation; what was done stays done. NotFound, TransitionRefused. */
export async function cancel(
  tx: Tx,
  input: { readonly id: string; readonly expectedVersion?: number | null },
): Promise<BulkOperation> {
  const before = await tx.lock('BulkOperation', input.id, input.expectedVersion);
  if (before.actorId !== tx.actor.id) throw new NotFound('BulkOperation', input.id);
  const after = await move(tx, before, 'cancel', endedNow(tx));
  tx.emit(bulkOperationCancelled({ before, after, data: {} }));
  return after;
}

/**
 * Takes the oldest that waits, or that a process left behind which is gone; null when there is
 * none. Others who look at the same time take others. A query begins anew, because its snapshot is
 * gone; a mutation goes on after the lines that were done.
 */
export async function claim(tx: Tx): Promise<BulkOperation | null> {
  const [before] = await tx.db
    .selectFrom('BulkOperation')
    .selectAll()
    .where(({ eb, and, or }) =>
      or([
        eb('status', '=', 'QUEUED'),
        and([eb('status', '=', 'RUNNING'), eb('leaseUntil', '<', tx.now)]),
      ]),
    )
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .execute();
  if (!before) return null;
  const isAnew = before.kind === 'QUERY';
  if (isAnew) await tx.db.deleteFrom('BulkPart').where('ownerId', '=', before.id).execute();
  const after = await move(tx, before, 'start', {
    startedAt: before.startedAt ?? tx.now,
    leaseUntil: leaseFrom(tx.now),
    ...(isAnew && { rowCount: 0, byteCount: 0 }),
  });
  tx.emit(bulkOperationStarted({ before, after, data: {} }));
  return after;
}

/** The operation as its runner left it; null when it was cancelled or another has taken it over. */
async function held(tx: Tx, { id, version }: BulkOperation): Promise<BulkOperation | null> {
  const now = await tx.lock('BulkOperation', id);
  return now.status === 'RUNNING' && now.version === version ? now : null;
}

/** Counts and keeps what was done, where the result ended. */
async function kept(tx: Tx, before: BulkOperation, done: BulkProgress) {
  const { rows, refused, bytes, written = 0 } = done;
  if (bytes.length > 0)
    await tx.db
      .insertInto('BulkPart')
      .values({ ownerId: before.id, startByte: before.byteCount, bytes })
      .execute();
  return {
    rowCount: before.rowCount + rows,
    refusedCount: before.refusedCount + refused,
    byteCount: before.byteCount + written + bytes.length,
  };
}

/** Says what was done; answers null when it must stop, and nothing of it is kept. */
export async function progress(
  tx: Tx,
  running: BulkOperation,
  done: BulkProgress,
): Promise<BulkOperation | null> {
  const before = await held(tx, running);
  if (!before) return null;
  const counts = await kept(tx, before, done);
  const after = await move(tx, before, 'start', { ...counts, leaseUntil: leaseFrom(tx.now) });
  tx.emit(bulkOperationProgressed({ before, after, data: {} }));
  return after;
}

/** Ends it with the last of its result; null as for `progress`. */
export async function finish(
  tx: Tx,
  running: BulkOperation,
  done: BulkProgress,
): Promise<BulkOperation | null> {
  const before = await held(tx, running);
  if (!before) return null;
  const counts = await kept(tx, before, done);
  const after = await move(tx, before, 'finish', { ...counts, ...endedNow(tx) });
  tx.emit(bulkOperationDone({ before, after, data: {} }));
  return after;
}

/** Ends it because it cannot go on; what was done stays done. */
export async function fail(
  tx: Tx,
  running: BulkOperation,
  { code, message }: BulkFailure,
): Promise<BulkOperation | null> {
  const before = await held(tx, running);
  if (!before) return null;
  const after = await move(tx, before, 'fail', {
    errorCode: code,
    errorMessage: message,
    ...endedNow(tx),
  });
  tx.emit(bulkOperationFailed({ before, after, data: {} }));
  return after;
}

/** What is there of one's own result; null when there is none, or it has expired. */
export async function resultOf(
  database: Database,
  id: string,
  actorId: string,
  now: Date,
): Promise<Pick<BulkOperation, 'byteCount' | 'format' | 'version'> | null> {
  const found = await database.db
    .selectFrom('BulkOperation')
    .select(['kind', 'status', 'byteCount', 'format', 'version'])
    .where('id', '=', id)
    .where('actorId', '=', actorId)
    .where('expiresAt', '>', now)
    .executeTakeFirst();
  if (!found || (found.kind === 'QUERY' && found.status !== 'DONE')) return null;
  return found.byteCount === 0 ? null : found;
}
