import type { Kysely } from 'kysely';
import type { DB } from '../../prisma/database.js';
import { customFieldOf, type CustomField } from './custom-field.js';

/**
 * A number that rises with every change of a definition, and with nothing else: versions only rise,
 * and no definition is ever deleted.
 */
export async function generation(db: Kysely<DB>): Promise<number> {
  const row = await db
    .selectFrom('CustomFieldDefinition')
    .select(({ fn }) => fn.sum<string>('version').as('generation'))
    .executeTakeFirst();
  return Number(row?.generation ?? 0);
}

/** All definitions, removed ones too, in the order in which they were made. */
export async function all(db: Kysely<DB>): Promise<CustomField[]> {
  const rows = await db.selectFrom('CustomFieldDefinition').selectAll().orderBy('id').execute();
  return rows.map(customFieldOf);
}
