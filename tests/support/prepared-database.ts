import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { openEmbedded } from '../../prisma/embedded.js';
import { migrate } from '../../prisma/migrate.js';

/** What the test files are told: the archive or the template that each starts from. */
export const SNAPSHOT_VARIABLE = 'TEST_SNAPSHOT';
export const TEMPLATE_VARIABLE = 'TEST_TEMPLATE';

/** The PostgreSQL to test on; without one the tests run on the embedded database. */
export const testUrl = (): string | undefined => process.env.TEST_DATABASE_URL || undefined;

/** The address of another database of the same server. */
export function urlOf(database: string): string {
  const url = new URL(testUrl() ?? '');
  url.pathname = `/${database}`;
  return url.toString();
}

/** Runs one statement on the server's own database, where others are created and dropped. */
export const administer = (sql: string): Promise<void> => run({ connectionString: testUrl() }, sql);

async function run(connection: pg.ClientConfig, sql: string): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** The months of the log that a server makes when it starts: each would else make them again. */
const MAKE_MONTHS = 'select "make_event_months"(2)';

/** Migrates one database, from which every test file copies its own. */
export async function prepareDatabase(): Promise<void> {
  if (testUrl() !== undefined) {
    const template = `throughline_test_${randomBytes(4).toString('hex')}`;
    await administer(`create database ${template}`);
    process.env[TEMPLATE_VARIABLE] = template;
    const connection = { connectionString: urlOf(template) };
    await migrate({ kind: 'postgres', connection });
    await run(connection, MAKE_MONTHS);
    return;
  }
  const embedded = await openEmbedded({});
  await migrate(embedded);
  await run(embedded.connection, MAKE_MONTHS);
  // Without it each copy would first replay what the migrations wrote.
  await run(embedded.connection, 'checkpoint');
  const folder = await mkdtemp(join(tmpdir(), 'throughline-test-'));
  const archive = join(folder, 'snapshot.tar');
  await writeFile(archive, Buffer.from(await (await embedded.dump()).arrayBuffer()));
  await embedded.close();
  process.env[SNAPSHOT_VARIABLE] = archive;
}

export async function discardDatabase(): Promise<void> {
  const { [SNAPSHOT_VARIABLE]: archive, [TEMPLATE_VARIABLE]: template } = process.env;
  if (archive) await rm(dirname(archive), { recursive: true, force: true });
  if (template) await administer(`drop database if exists ${template} with (force)`);
}
