import { join } from 'node:path';
import pg from 'pg';
import type { ClientConfig } from 'pg';
import {
  migrationList,
  readMigrationFolder,
  writeMigration,
  type Migration,
} from './migration-files.js';
import { packageRoot } from './package-root.js';

/** Thrown when the migrations of the program and those of the database cannot be reconciled. */
export class MigrationConflict extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'MigrationConflict';
  }
}

/** The database to migrate; an open `Database` is one. */
export interface Migratable {
  readonly kind: 'postgres' | 'embedded';
  readonly connection: ClientConfig;
}

/** Where the Prisma schema and its migrations stand in this package. */
export const storeFolder = (): string => join(packageRoot(), 'prisma');

/** Any two programs that migrate one PostgreSQL take turns by this number. */
const ADVISORY_LOCK = 7_464_100_211;

interface AppliedRow {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished_at: Date | null;
}

async function readApplied(client: pg.Client): Promise<AppliedRow[]> {
  const { rows: found } = await client.query<{ found: boolean }>(
    `select to_regclass('_prisma_migrations') is not null as found`,
  );
  if (!found[0]?.found) return [];
  const { rows } = await client.query<AppliedRow>(
    `select migration_name, checksum, finished_at from _prisma_migrations
     where rolled_back_at is null order by migration_name`,
  );
  return rows;
}

/** The migrations still to apply. Throws MigrationConflict when applied ones differ or failed. */
function pendingOf(migrations: readonly Migration[], applied: readonly AppliedRow[]): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { migration_name: name, checksum, finished_at: finishedAt } of applied) {
    const migration = known.get(name);
    if (!migration) {
      throw new MigrationConflict(`The database is newer than this program: it has ${name}.`);
    }
    if (finishedAt === null) {
      throw new MigrationConflict(`The migration ${name} failed before and needs to be repaired.`);
    }
    if (migration.checksum !== checksum) {
      throw new MigrationConflict(`The migration ${name} was changed after it was applied.`);
    }
  }
  const done = new Set(applied.map(({ migration_name: name }) => name));
  return migrations.filter(({ name }) => !done.has(name));
}

async function connected<T>(
  { connection }: Migratable,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(connection);
  client.on('error', () => undefined); // The query that fails tells it.
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * Brings the database up to the migrations of the folder and answers the names of those applied.
 * The engine is loaded only when something is missing, so that another start costs one query.
 * Throws MigrationConflict, or what a migration's own SQL was refused with.
 */
export async function migrate(database: Migratable, folder = storeFolder()): Promise<string[]> {
  const { schema, migrations } = readMigrationFolder(folder);
  const applyPending = async (client: pg.Client): Promise<string[]> => {
    if (pendingOf(migrations, await readApplied(client)).length === 0) return [];
    const { applyMigrations } = await import('./migration-engine.js');
    return applyMigrations(database.connection, schema, migrationList(migrations));
  };
  return connected(database, async (client) => {
    if (pendingOf(migrations, await readApplied(client)).length === 0) return [];
    if (database.kind === 'embedded') return applyPending(client);
    await client.query('select pg_advisory_lock($1)', [ADVISORY_LOCK]);
    return applyPending(client);
  });
}

/** The SQL by which the schema differs from its migrations; empty when there is no drift. */
export async function drift(folder = storeFolder()): Promise<string> {
  const { schema, migrations } = readMigrationFolder(folder);
  const { differenceOf } = await import('./migration-engine.js');
  return differenceOf(schema, migrationList(migrations));
}

/** Writes the drift as a new migration and answers its name, or null when there is none. */
export async function makeMigration(
  what: string,
  now: Date,
  folder = storeFolder(),
): Promise<string | null> {
  const sql = await drift(folder);
  return sql === '' ? null : writeMigration(folder, what, sql, now);
}
