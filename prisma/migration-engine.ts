import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
} from '@prisma/driver-adapter-utils';
import type * as SchemaEngineModule from '@prisma/schema-engine-wasm/schema_engine_bg';
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';
import type { ClientConfig } from 'pg';
import { openEmbedded } from './embedded.js';
import type { SchemaFile } from './migration-files.js';

/** Node has it; its types come with those of browsers, which we do not want. */
declare const WebAssembly: {
  instantiate(
    wasm: Uint8Array,
    imports: Record<string, unknown>,
  ): Promise<{ instance: { exports: Record<string, unknown> } }>;
};

type EngineModule = typeof SchemaEngineModule & { __wbg_set_wasm(exports: unknown): void };

/** Everything in the database is the schema's: nothing is left out of a comparison. */
const filters = { externalTables: [], externalEnums: [] };

/** PostgreSQL's one-byte "char", which the adapter does not know, and what it is told instead. */
const CHAR_OID = 18;
const BPCHAR_OID = 1042;

let loading: Promise<EngineModule> | null = null;

/** Prisma's schema engine as WASM, so that migrating needs no download; takes a moment to load. */
function engineModule(): Promise<EngineModule> {
  loading ??= load();
  return loading;
}

/**
 * The functions the engine calls. It never clears the ten-second timer of its own lock, which
 * would keep the process alive after everything is done; so its timers keep nothing alive.
 */
function engineImports(glue: EngineModule): Record<string, unknown> {
  const startTimer = (onTimeout: () => void, delayMs: number): NodeJS.Timeout =>
    setTimeout(onTimeout, delayMs >>> 0).unref();
  return Object.fromEntries(
    Object.entries(glue).map(([name, imported]) => [
      name,
      name.startsWith('__wbg_setTimeout_') ? startTimer : imported,
    ]),
  );
}

async function load(): Promise<EngineModule> {
  const path = createRequire(import.meta.url).resolve(
    '@prisma/schema-engine-wasm/schema_engine_bg',
  );
  const glue = (await import(pathToFileURL(path).href)) as EngineModule;
  const wasm = readFileSync(path.replace(/\.js$/, '.wasm'));
  const { instance } = await WebAssembly.instantiate(wasm, {
    './schema_engine_bg.js': engineImports(glue),
  });
  glue.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === 'function') (start as () => void)();
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message: (message: string) => process.stderr.write(`Migration engine: ${message}\n`),
    },
  });
  return glue;
}

interface QueryResultFields {
  fields?: { name: string; dataTypeID: number }[];
}

/** Names the "char" columns of the last answer as bpchar, which the adapter can read. */
function renameCharColumns(pool: pg.Pool, charColumns: Set<string>): void {
  const query = pool.query.bind(pool) as (...input: unknown[]) => Promise<QueryResultFields>;
  const renaming = async (...input: unknown[]): Promise<QueryResultFields> => {
    const answer = await query(...input);
    for (const field of answer.fields ?? []) {
      if (field.dataTypeID !== CHAR_OID) continue;
      field.dataTypeID = BPCHAR_OID;
      charColumns.add(field.name);
    }
    return answer;
  };
  Object.assign(pool, { query: renaming });
}

/**
 * The adapter as migrations need it: scripts are sent whole (as shipped they are split at every
 * semicolon, which cuts function bodies), "char" columns are told, and the pool ends with it.
 */
async function migrationAdapter(
  connection: ClientConfig,
  close: () => Promise<void> = () => Promise.resolve(),
): Promise<SqlDriverAdapter> {
  const pool = new pg.Pool({ ...connection, max: 1, idleTimeoutMillis: 0 });
  const charColumns = new Set<string>();
  renameCharColumns(pool, charColumns);
  const adapter = await new PrismaPg(pool).connect();
  const queryRaw = adapter.queryRaw.bind(adapter);
  return Object.assign(adapter, {
    queryRaw: async (query: Parameters<typeof queryRaw>[0]) => {
      charColumns.clear();
      const answer = await queryRaw(query);
      answer.columnNames.forEach((name, index) => {
        if (charColumns.has(name)) answer.columnTypes[index] = ColumnTypeEnum.Character;
      });
      return answer;
    },
    executeScript: async (script: string) => {
      await pool.query(script);
    },
    dispose: async () => {
      await pool.end();
      await close();
    },
  });
}

let emptyDatabase: Promise<Blob> | null = null;

/** An empty database as an archive: opening it is several times faster than making another. */
async function makeEmptyDatabase(): Promise<Blob> {
  const empty = await openEmbedded({});
  try {
    return await empty.dump();
  } finally {
    await empty.close();
  }
}

/** A shadow database is a fresh one in memory; the shipped way would use the real one. */
async function shadowAdapter(): Promise<SqlDriverAdapter> {
  emptyDatabase ??= makeEmptyDatabase();
  const shadow = await openEmbedded({ snapshot: await emptyDatabase });
  return migrationAdapter(shadow.connection, () => shadow.close());
}

async function withEngine<T>(
  schema: readonly SchemaFile[],
  connect: () => Promise<SqlDriverAdapter>,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  const { SchemaEngine } = await engineModule();
  let main: SqlDriverAdapter | null = null;
  const factory = bindMigrationAwareSqlAdapterFactory({
    provider: 'postgres',
    adapterName: 'migrations',
    connect: async () => (main ??= await connect()),
    connectToShadowDb: shadowAdapter,
  });
  const datamodels = schema.map(({ path, content }): [string, string] => [path, content]);
  const engine = await SchemaEngine.new({ datamodels }, () => undefined, factory);
  try {
    return await work(engine);
  } finally {
    engine.free();
    await (main as SqlDriverAdapter | null)?.dispose();
  }
}

/** Applies what is missing and answers the names of the migrations that were applied. */
export function applyMigrations(
  connection: ClientConfig,
  schema: readonly SchemaFile[],
  migrationsList: MigrationList,
): Promise<string[]> {
  return withEngine(
    schema,
    () => migrationAdapter(connection),
    async (engine) => {
      const applied = await engine.applyMigrations({ migrationsList, filters });
      return applied.appliedMigrationNames;
    },
  );
}

/** The SQL that leads from the migrations to the schema; empty when they agree. */
export function differenceOf(
  schema: readonly SchemaFile[],
  migrations: MigrationList,
): Promise<string> {
  return withEngine(schema, shadowAdapter, async (engine) => {
    const difference = await engine.diff({
      from:
        migrations.migrationDirectories.length === 0
          ? { tag: 'empty' }
          : { tag: 'migrations', ...migrations },
      to: { tag: 'schemaDatamodel', files: [...schema] },
      script: true,
      exitCode: true,
      filters,
    });
    return difference.exitCode === 0 ? '' : (difference.stdout ?? '');
  });
}
