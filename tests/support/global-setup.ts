import {
  discardDatabase,
  prepareDatabase,
  SNAPSHOT_VARIABLE,
  TEMPLATE_VARIABLE,
} from './prepared-database.js';

/** Every project with a database asks for it; the first to ask prepares it for all. */
export async function setup(): Promise<void> {
  if (process.env[SNAPSHOT_VARIABLE] || process.env[TEMPLATE_VARIABLE]) return;
  await prepareDatabase();
}

export async function teardown(): Promise<void> {
  await discardDatabase();
  process.env[SNAPSHOT_VARIABLE] = process.env[TEMPLATE_VARIABLE] = '';
}
