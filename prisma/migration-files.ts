import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MigrationList } from '@prisma/schema-engine-wasm/schema_engine_bg';

export interface SchemaFile {
  readonly path: string;
  readonly content: string;
}

export interface Migration {
  /** The folder's name: a stamp and what it does. */
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the text, as `_prisma_migrations` keeps it. */
  readonly checksum: string;
}

/** The Prisma schema and its migrations, as files of a folder in Prisma's own layout. */
export interface MigrationFolder {
  readonly schema: readonly SchemaFile[];
  readonly migrations: readonly Migration[];
}

const LOCK_FILE = 'migration_lock.toml';
const LOCK_CONTENT = 'provider = "postgresql"\n';
const SQL_FILE = 'migration.sql';

/** Reads `schema/*.prisma` and `migrations/<name>/migration.sql` below a folder, in order. */
export function readMigrationFolder(folder: string): MigrationFolder {
  const schemaFolder = join(folder, 'schema');
  const migrationsFolder = join(folder, 'migrations');
  const schema = readdirSync(schemaFolder)
    .filter((file) => file.endsWith('.prisma'))
    .sort()
    .map((path) => ({ path, content: readFileSync(join(schemaFolder, path), 'utf8') }));
  const names = existsSync(migrationsFolder)
    ? readdirSync(migrationsFolder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
        .sort()
    : [];
  return { schema, migrations: names.map((name) => readMigration(migrationsFolder, name)) };
}

function readMigration(migrationsFolder: string, name: string): Migration {
  const sql = readFileSync(join(migrationsFolder, name, SQL_FILE), 'utf8');
  return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
}

/** The migrations as the engine takes them. */
export function migrationList(migrations: readonly Migration[]): MigrationList {
  return {
    baseDir: 'migrations',
    lockfile: { path: LOCK_FILE, content: LOCK_CONTENT },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: SQL_FILE, content: { tag: 'ok', value: sql } },
    })),
  };
}

/** Writes a new migration and answers its name; never writes over one that exists. */
export function writeMigration(folder: string, what: string, sql: string, now: Date): string {
  if (!/^[a-z][a-z0-9_]*$/.test(what)) {
    throw new Error(`A migration is named in lower_case_words; "${what}" is not.`);
  }
  const name = `${now.toISOString().replace(/\D/g, '').slice(0, 14)}_${what}`;
  const migrationsFolder = join(folder, 'migrations');
  mkdirSync(join(migrationsFolder, name), { recursive: true });
  writeFileSync(join(migrationsFolder, name, SQL_FILE), sql, { flag: 'wx' });
  const lock = join(migrationsFolder, LOCK_FILE);
  if (!existsSync(lock)) writeFileSync(lock, LOCK_CONTENT);
  return name;
}
