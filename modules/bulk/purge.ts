import { sql } from 'kysely';
import type { Database } from '../../prisma/database.js';

/** Removes what has expired: results of a week ago, and uploads that nobody asked to be done. */
export async function purgeBulk(database: Database, now: Date): Promise<void> {
  await sql`
    with results as (
      select "id" from "BulkOperation"
      where "expiresAt" < ${now} and "status" not in ('QUEUED', 'RUNNING')
    ), uploads as (
      delete from "BulkUpload" u where u."expiresAt" < ${now} and not exists (
        select from "BulkOperation" o
        where o."uploadId" = u."id" and o."status" in ('QUEUED', 'RUNNING'))
      returning u."id"
    )
    delete from "BulkPart" where "ownerId" in (select "id" from results)
      or "ownerId" in (select "id" from uploads)
  `.execute(database.db);
}
