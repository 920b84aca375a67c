import { randomBytes } from 'node:crypto';
import { describe } from 'vitest';
import { Decimal } from '../../modules/kernel/decimal.js';
import { openDatabase, type Database } from '../../prisma/database.js';
import { takeEmbedded } from './embedded-again.js';
import { administer, TEMPLATE_VARIABLE, testUrl, urlOf } from './prepared-database.js';

const parseNumeric = (text: string): Decimal => new Decimal(text);

/** A database of one test file, migrated and otherwise empty; closing it leaves nothing behind. */
export async function openTestDatabase({
  poolSize,
}: { poolSize?: number } = {}): Promise<Database> {
  return testUrl() === undefined ? openEmbeddedCopy() : openPostgresCopy(poolSize);
}

async function openEmbeddedCopy(): Promise<Database> {
  return openDatabase({ embedded: await takeEmbedded(), parseNumeric });
}

async function openPostgresCopy(poolSize?: number): Promise<Database> {
  const name = `throughline_test_${randomBytes(6).toString('hex')}`;
  await administer(`create database ${name} template ${process.env[TEMPLATE_VARIABLE] ?? ''}`);
  const database = await openDatabase({ url: urlOf(name), poolSize, parseNumeric });
  return {
    ...database,
    statements: database.statements,
    async close() {
      await database.close();
      await administer(`drop database ${name} with (force)`);
    },
  };
}

/**
 * A block of tests that needs real concurrency, which the embedded database with its one session
 * cannot show; there they are skipped and named as such.
 */
export function onPostgres(name: string, tests: () => void): void {
  if (testUrl() === undefined) describe.skip(`${name} (needs PostgreSQL)`, tests);
  else describe(name, tests);
}
