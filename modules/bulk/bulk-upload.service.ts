import type { Database } from '../../prisma/database.js';
import { v7 } from 'uuid';
import { InvalidInput, NotFound } from '../kernel/index.js';
import * as parts from './bulk-part.service.js';

export interface Upload {
  readonly id: string;
  readonly byteCount: number;
}

/** How long lines are kept that nobody has asked to be done. */
const KEPT_MS = 86_400_000;
/** What one upload holds at most: a million lines of a kilobyte. */
const MOST_BYTES = 1_073_741_824;

/** Begins an upload for an actor; it ends by itself after a day. */
export async function begin(database: Database, actorId: string, now: Date): Promise<Upload> {
  const id = v7();
  const expiresAt = new Date(now.getTime() + KEPT_MS);
  await database.db
    .insertInto('BulkUpload')
    .values({ id, actorId, byteCount: 0, createdAt: now, expiresAt })
    .execute();
  return { id, byteCount: 0 };
}

/** An actor's upload as far as it has come. NotFound for another's. */
export async function find(database: Database, id: string, actorId: string): Promise<Upload> {
  const found = await database.db
    .selectFrom('BulkUpload')
    .select(['id', 'byteCount'])
    .where('id', '=', id)
    .where('actorId', '=', actorId)
    .executeTakeFirst();
  if (!found) throw new NotFound('BulkUpload', id);
  return found;
}

/**
 * Adds bytes where the upload ends: UPLOAD_OFFSET when another request has added meanwhile,
 * UPLOAD_TOO_LARGE.
 */
export async function append(database: Database, at: Upload, bytes: Buffer): Promise<Upload> {
  const byteCount = at.byteCount + bytes.length;
  if (byteCount > MOST_BYTES)
    throw new InvalidInput('UPLOAD_TOO_LARGE', `An upload has at most ${MOST_BYTES} bytes.`);
  const isAdded = await parts.addToUpload(database, { ...at, bytes });
  if (!isAdded) throw new InvalidInput('UPLOAD_OFFSET', 'The upload does not end there any more.');
  return { id: at.id, byteCount };
}
