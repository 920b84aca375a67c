import { sql } from 'kysely';
import type { Database } from '../../prisma/database.js';

/** The text of a document that some manifest not withdrawn names; null when there is none. */
export async function trustedDocumentText(
  { db }: Pick<Database, 'db'>,
  id: string,
): Promise<string | null> {
  const { rows } = await sql<{ text: string }>`
    select d."text" from "TrustedDocument" d
    where d."id" = ${id} and exists (select 1 from "ManifestDocument" o
      join "DocumentManifest" m on m."id" = o."manifestId"
      where o."documentId" = d."id" and m."withdrawnAt" is null)
  `.execute(db);
  return rows[0]?.text ?? null;
}

/** Whether a release of the app that is not withdrawn has the document. */
export async function hasTrustedDocument(
  { db }: Pick<Database, 'db'>,
  app: string,
  id: string,
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from "ManifestDocument" o join "DocumentManifest" m on m."id" = o."manifestId"
    where o."documentId" = ${id} and m."app" = ${app} and m."withdrawnAt" is null limit 1
  `.execute(db);
  return rows.length > 0;
}
