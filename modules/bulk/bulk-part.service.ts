import { sql } from 'kysely';
import type { Database, Session } from '../../prisma/database.js';

export interface Part {
  readonly startByte: number;
  readonly bytes: Buffer;
}

/**
 * The piece of a result or an upload in which a byte lies; null behind the end. One statement, and
 * as much memory as one piece takes.
 */
export async function at(
  database: Pick<Database, 'query'>,
  ownerId: string,
  byte: number,
): Promise<Part | null> {
  const text = `
    select "startByte", "bytes" from "BulkPart"
    where "ownerId" = $1 and "startByte" <= $2 order by "startByte" desc limit 1`;
  const { rows } = await database.query({ text, values: [ownerId, byte] });
  if (!rows[0]) return null;
  const startByte = Number(rows[0][0]);
  // PostgreSQL writes bytes as `\\x` and two digits for each.
  const bytes = Buffer.from(String(rows[0][1]).slice(2), 'hex');
  return byte < startByte + bytes.length ? { startByte, bytes } : null;
}

/** Adds a piece to a result, on the connection on which it is read. */
export async function addToResult(
  session: Pick<Session, 'query'>,
  ownerId: string,
  { startByte, bytes }: Part,
): Promise<void> {
  const text = 'insert into "BulkPart" ("ownerId", "startByte", "bytes") values ($1, $2, $3)';
  await session.query({ text, values: [ownerId, startByte, bytes] });
}

/** Adds a piece to an upload that ends there; answers false when it ends elsewhere. */
export async function addToUpload(
  database: Database,
  {
    id,
    byteCount,
    bytes,
  }: { readonly id: string; readonly byteCount: number; readonly bytes: Buffer },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    with moved as (
      update "BulkUpload" set "byteCount" = "byteCount" + ${bytes.length}
      where "id" = ${id} and "byteCount" = ${byteCount} returning "id"
    )
    insert into "BulkPart" ("ownerId", "startByte", "bytes")
    select "id", ${byteCount}, ${bytes} from moved
  `.execute(database.db);
  return numAffectedRows === 1n;
}
