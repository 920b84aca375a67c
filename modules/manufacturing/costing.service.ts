import { landed, throwAll, type Tx } from '../events/index.js';
import { checkedQuantity, type Decimal, mustSee, newReasons, NotFound } from '../kernel/index.js';
import { items, standardCosts } from '../inventory/index.js';
import { companies } from '../platform/index.js';
import { boughtIn, structureOf, structureOfProducts } from './costing.compact.rules.js';
import { bomsOf, knownCosts, routingsOf } from './costing.queries.js';
import {
  boughtCost,
  compactWork,
  lotOf,
  rollUp,
  storedWork,
  unitCost,
  type ScaledCost,
  type UnitCost,
} from './costing.rules.js';
import { rememberedIn, stored, type ProductSource } from './product-data.memory.js';
import { readIn, type Read, type Wanted } from './product-data.queries.js';
import { operationsByItem } from './made-operation.rules.js';
import { productsOf, withoutPhantoms } from './product-data.rules.js';

/** Whose costs are asked for; sizes of lots are in stock units, one when nothing is said. */
export interface Costed extends Wanted {
  /** Set-up and fixed quantities of every level are spread over so many units. */
  readonly lotSize?: Decimal | null;
}

/** Works out what is made of these lines; three statements at most, in two flights. */
async function costsBelow(source: ProductSource, wanted: Costed) {
  const products = withoutPhantoms(productsOf(await source.lines(wanted, true)));
  const structure = structureOfProducts(products);
  const bought = wanted.itemIds.filter((itemId) => !products.has(itemId));
  const leaves = [...new Set([...boughtIn(structure), ...bought])];
  const lotSize = lotOf(wanted.lotSize);
  const [operations, known] = await landed([
    source.operations(wanted, [...products.keys()]),
    knownCosts(source.read, wanted.companyId, leaves),
  ]);
  const work = storedWork(operationsByItem(operations), lotSize);
  return { costs: rollUp(structure, { work, bought: known, lotSize }), known };
}

/** What one stock unit of items costs, scaled; for a reader that is no transaction. */
export function scaledCosts(read: Read, wanted: Costed): Promise<Map<string, ScaledCost>> {
  return scaled(stored(read), wanted);
}

async function scaled(source: ProductSource, wanted: Costed): Promise<Map<string, ScaledCost>> {
  const { costs, known } = await costsBelow(source, wanted);
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
  const costs = await scaled(rememberedIn(tx), wanted);
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

/**
 * What all products of a company cost on a day, scaled. Three statements, however many; the store
 * works on the second while the first is worked on here.
 */
export async function companyCosts(
  read: Read,
  wanted: Omit<Costed, 'itemIds'>,
): Promise<Map<string, ScaledCost>> {
  const lotSize = lotOf(wanted.lotSize);
  const [structure, work] = await Promise.all([
    bomsOf(read, wanted).then(structureOf),
    routingsOf(read, wanted).then((routings) => compactWork(routings, lotSize)),
  ]);
  const bought = await knownCosts(read, wanted.companyId, boughtIn(structure));
  return rollUp(structure, { work, bought, lotSize });
}

async function costsToRoll(tx: Tx, wanted: Costed, isAll: boolean) {
  if (isAll) return companyCosts(readIn(tx), wanted);
  const { costs } = await costsBelow(rememberedIn(tx), wanted);
  return new Map(wanted.itemIds.flatMap((id) => (costs.has(id) ? [[id, costs.get(id)!]] : [])));
}

/** Refuses all that is wrong with what is asked, each with its path. One statement at most. */
async function refuseUnknown(tx: Tx, { itemIds, lotSize }: CostRollUp): Promise<void> {
  const all = newReasons();
  if (lotSize != null) all.take(['lotSize'], () => checkedQuantity(lotSize));
  const known = itemIds?.length ? await items.getMany(tx, itemIds) : null;
  itemIds?.forEach((itemId, index) =>
    all.take(['itemIds', index], () => {
      if (!known?.has(itemId)) throw new NotFound('Item', itemId);
    }),
  );
  if (all.list.length > 0) throwAll(all.list);
}

/**
 * Rolls the costs of products up and makes them their standard costs. A product of which something
 * below has no known cost is told and not written, and so is one that is archived. The statements
 * do not grow with the products, but for those whose stock is kept at standard cost. NotFound for
 * the company or an item; QuantityOutOfRange for the lot.
 */
export async function rollUpCosts(tx: Tx, input: CostRollUp): Promise<RolledUp[]> {
  const { companyId, itemIds, lotSize } = input;
  mustSee(tx.actor, companyId);
  const { baseCurrency } = await companies.get(tx, companyId);
  await refuseUnknown(tx, input);
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
