import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Client } from '../../typescript/client.js';
import {
  ImportedCustomersDocument,
  ImportedItemsDocument,
  ImportGroundDocument,
} from '../../typescript/generated/graphql.js';
import { ImportRefused } from '../engine/refusals.js';
import { runImport, type ImportResult } from '../engine/run.js';
import { batches } from '../in-flight.js';
import { present } from '../present.js';
import type { ImportOptions, Job } from './job.js';
import type { Source } from './source.js';

const MAPPING = fileURLToPath(new URL('mapping.yaml', import.meta.url));
const PLACE = { code: 'AW', warehouse: 'BOTHELL' };

/** What the orders of the past need: no stock and nothing of how things are made. */
export const onlyForHistory = [
  ...['company', 'warehouse', 'categories', 'subcategories', 'items', 'customers'],
];

function refuseUnlessTaken({ refused, refusedFiles }: ImportResult): void {
  if (refused === 0) return;
  throw new ImportRefused(`${refused} rows were refused: ${refusedFiles.join(', ')}.`);
}

/** Runs the mapping, or only some steps of it. */
async function runMapping(
  { client, source, screen, inFlight }: ImportOptions,
  only: readonly string[] | null,
): Promise<ImportResult> {
  const diary = mkdtempSync(join(tmpdir(), 'throughline-adventureworks-'));
  const { folder, span, isOnlyOrdering } = source;
  const parameters = { ...span, customers: isOnlyOrdering ? 'ordering' : 'all' };
  const result = await runImport({
    ...{ client, path: MAPPING, folder, parameters, screen, inFlight, only },
    ...{ isDryRun: false, statePath: join(diary, 'state.jsonl'), server: 'adventureworks' },
    refusedPath: join(diary, 'refused'),
  });
  refuseUnlessTaken(result);
  rmSync(diary, { recursive: true, force: true });
  return result;
}

/**
 * Brings in what the orders stand on by the mapping, which finds what is there already; answers the
 * job that goes on from there. Throws ImportRefused, also when a row was refused.
 */
export async function begin(
  options: ImportOptions,
  only: readonly string[] | null = null,
): Promise<Job> {
  const { steps } = await runMapping(options, only);
  const parts = steps.map(({ step: title, taken, kept, milliseconds }) => ({
    ...{ title, count: taken + kept, milliseconds },
  }));
  const { company } = await options.client.request(ImportGroundDocument, PLACE);
  const { id: companyId, warehouses } = present(company, 'The company');
  const { id: warehouseId } = present(warehouses?.nodes[0], 'The warehouse');
  return { ...options, ground: { companyId, warehouseId }, parts };
}

/** Ids of what the orders name, by the keys of the files. */
export interface SourceIds {
  readonly customerId: (customerId: string) => string;
  readonly itemId: (productId: string) => string;
}

interface Coded {
  readonly id: string;
  readonly code: string;
}

/** Codes in pieces, because a filter takes a bounded list. */
async function idsByCode(
  codes: readonly string[],
  find: (codes: string[]) => Promise<readonly Coded[] | undefined>,
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (const piece of batches(codes, 100))
    for (const { id, code } of (await find(piece)) ?? []) ids.set(code, id);
  return ids;
}

/** Finds the items and the customers of the orders by their codes. */
export async function idsOf(client: Client, source: Source): Promise<SourceIds> {
  const { orders, products, customers } = source;
  const numbers = new Map(products.map((one) => [one.ProductID, one.ProductNumber]));
  const accounts = new Map(customers.map((one) => [one.CustomerID, one.AccountNumber]));
  const sold = new Set(orders.flatMap(({ lines }) => lines.map((line) => line.ProductID)));
  const ordering = new Set(orders.map(({ header }) => header.CustomerID));
  const items = await idsByCode(
    [...sold].map((id) => present(numbers.get(id), `Product ${id}`)),
    async (codes) => (await client.request(ImportedItemsDocument, { codes })).items?.nodes,
  );
  const buyers = await idsByCode(
    [...ordering].map((id) => present(accounts.get(id), `Customer ${id}`)),
    async (codes) => (await client.request(ImportedCustomersDocument, { codes })).customers?.nodes,
  );
  return {
    itemId: (id) => present(items.get(numbers.get(id) ?? ''), `Product ${id}`),
    customerId: (id) => present(buyers.get(accounts.get(id) ?? ''), `Customer ${id}`),
  };
}
