import type { Tx } from '../events/index.js';
import type { Decimal } from '../kernel/index.js';
import { companies } from '../platform/index.js';
import { knownCosts } from './costing.queries.js';
import {
  boughtCost,
  lotOf,
  rollUp,
  unitCost,
  type ScaledCost,
  type UnitCost,
} from './costing.rules.js';
import {
  linesBelow,
  operationsOf,
  readIn,
  type Read,
  type Wanted,
} from './product-data.queries.js';
import {
  operationsByItem,
  productsOf,
  withoutPhantoms,
  type StoredLine,
} from './product-data.rules.js';

/** Whose costs are asked for; sizes of lots are in stock units, one when nothing is said. */
export interface Costed extends Wanted {
  /** Set-up and fixed quantities of every level are spread over so many units. */
  readonly lotSize?: Decimal | null;
}

/** Works out what is made of these lines; three statements at most. */
async function costsBelow(read: Read, wanted: Costed, lines: readonly StoredLine[]) {
  const products = withoutPhantoms(productsOf(lines));
  const parts = [...products.values()].flatMap(({ components }) => components);
  const leaves = new Set([...wanted.itemIds, ...parts.map(({ itemId }) => itemId)]);
  const bought = [...leaves].filter((itemId) => !products.has(itemId));
  const operations = operationsByItem(await operationsOf(read, wanted, [...products.keys()]));
  const known = await knownCosts(read, wanted.companyId, bought);
  const costs = rollUp({ products, operations, bought: known, lotSize: lotOf(wanted.lotSize) });
  return { costs, known };
}

/** What one stock unit of items costs, scaled; for a reader that is no transaction. */
export async function scaledCosts(read: Read, wanted: Costed): Promise<Map<string, ScaledCost>> {
  const { costs, known } = await costsBelow(read, wanted, await linesBelow(read, wanted, true));
  return new Map(wanted.itemIds.map((id) => [id, costs.get(id) ?? boughtCost(known.get(id))]));
}

/**
 * What one stock unit of items costs on a day, in base currency: what is made is rolled up from all
 * levels below it; what is bought costs its standard cost, else the average of what is in stock,
 * else nothing, and then `isComplete` is false for everything it goes into. Material is what the
 * components cost in all, labour and overhead are those of the item's own operations. Three
 * statements, whatever the items and the levels. NotFound for the company.
 */
export async function unitCosts(tx: Tx, wanted: Costed): Promise<Map<string, UnitCost>> {
  const { baseCurrency } = await companies.get(tx, wanted.companyId);
  const costs = await scaledCosts(readIn(tx), wanted);
  return new Map([...costs].map(([id, cost]) => [id, unitCost(cost, baseCurrency)]));
}
