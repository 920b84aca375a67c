import type { Tx } from '../events/index.js';
import { type Decimal, mustSee } from '../kernel/index.js';
import { items, standardCosts } from '../inventory/index.js';
import { companies } from '../platform/index.js';
import { productsOfCompact } from './costing.compact.rules.js';
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
  bomsOf,
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
  type Product,
} from './product-data.rules.js';

/** Whose costs are asked for; sizes of lots are in stock units, one when nothing is said. */
export interface Costed extends Wanted {
  /** Set-up and fixed quantities of every level are spread over so many units. */
  readonly lotSize?: Decimal | null;
}

/** Works out what is made of these lines; three statements at most. */
async function costsBelow(
  read: Read,
  wanted: Costed,
  all: ReadonlyMap<string, Product>,
  isAll = false,
) {
  const products = withoutPhantoms(all);
  const parts = [...products.values()].flatMap(({ components }) => components);
  const leaves = new Set([...wanted.itemIds, ...parts.map(({ itemId }) => itemId)]);
  const bought = [...leaves].filter((itemId) => !products.has(itemId));
  const operations = operationsByItem(
    await operationsOf(read, wanted, isAll ? null : [...products.keys()]),
  );
  const known = await knownCosts(read, wanted.companyId, bought);
  const costs = rollUp({ products, operations, bought: known, lotSize: lotOf(wanted.lotSize) });
  return { costs, known };
}

/** What one stock unit of items costs, scaled; for a reader that is no transaction. */
export async function scaledCosts(read: Read, wanted: Costed): Promise<Map<string, ScaledCost>> {
  const { costs, known } = await costsBelow(
    read,
    wanted,
    productsOf(await linesBelow(read, wanted, true)),
  );
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

/** What roll-up is asked for; the company's business day unless told. */
export interface CostRollUp {
  readonly companyId: string;
  readonly on?: string | null;
  /** Some of the products made; all of the company's when nothing is said. */
  readonly itemIds?: readonly string[] | null;
  readonly lotSize?: Decimal | null;
}

/** What came of a product in a roll-up. */
export interface RolledUp extends UnitCost {
  readonly itemId: string;
  /** False when it stayed as it was, because some cost below it is not known or it is archived. */
  readonly isWritten: boolean;
}

/** What all products of a company cost on a day, scaled. Three statements, however many. */
export async function companyCosts(
  read: Read,
  wanted: Omit<Costed, 'itemIds'>,
): Promise<Map<string, ScaledCost>> {
  const products = productsOfCompact(await bomsOf(read, wanted));
  return (await costsBelow(read, { ...wanted, itemIds: [] }, products, true)).costs;
}

async function costsToRoll(tx: Tx, wanted: Costed, isAll: boolean) {
  if (isAll) return companyCosts(readIn(tx), wanted);
  const lines = await linesBelow(readIn(tx), wanted, true);
  const { costs } = await costsBelow(readIn(tx), wanted, productsOf(lines));
  return new Map(wanted.itemIds.flatMap((id) => (costs.has(id) ? [[id, costs.get(id)!]] : [])));
}

/**
 * Rolls the costs of products up and makes them their standard costs. A product of which something
 * below has no known cost is told and not written, and so is one that is archived. The statements
 * do not grow with the products, but for those whose stock is kept at standard cost. NotFound for
 * the company.
 */
export async function rollUpCosts(tx: Tx, input: CostRollUp): Promise<RolledUp[]> {
  const { companyId, itemIds, lotSize } = input;
  mustSee(tx.actor, companyId);
  const { baseCurrency } = await companies.get(tx, companyId);
  const on = input.on ?? (await companies.today(tx, companyId));
  const wanted = { companyId, on, lotSize, itemIds: itemIds ?? [] };
  const costs = await costsToRoll(tx, wanted, itemIds == null);
  const archived = await archivedAmong(tx, [...costs.keys()]);
  const rolled = [...costs].map(([itemId, cost]) => ({
    ...{ itemId, ...unitCost(cost, baseCurrency) },
    isWritten: cost.isComplete && !archived.has(itemId),
  }));
  await standardCosts.setMany(tx, {
    companyId,
    costs: rolled
      .filter(({ isWritten }) => isWritten)
      .map(({ itemId, material, labour, overhead }) => ({
        ...{ itemId, standardCost: material.add(labour).add(overhead) },
      })),
  });
  return rolled;
}

async function archivedAmong(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  const known = await items.getMany(tx, ids);
  return new Set(ids.filter((id) => known.get(id)?.archivedAt !== null));
}
