import { LimitExceeded, min, sum, ZERO, type Decimal, type LocalDate } from '../kernel/index.js';
import type { TimedOperation } from './work-order-schedule.rules.js';
import { roundQuantity, upToMultiple } from './material.rules.js';

/** What a product is made of, as far as planning asks. */
export interface PlannedProduct {
  readonly itemId: string;
  readonly components: readonly {
    readonly itemId: string;
    /** For one stock unit of the product. */
    readonly perUnit: Decimal;
    /** Once for a work order. */
    readonly fixed: Decimal;
    /** What is taken is a multiple of this; null for any quantity. */
    readonly roundingMultiple: Decimal | null;
  }[];
  readonly operations: readonly TimedOperation[];
}

/** So much of an item, in its stock unit, by a day. */
export interface MakeDemand {
  readonly itemId: string;
  readonly warehouseId: string;
  readonly quantity: Decimal;
  readonly dueOn: LocalDate;
}

/** A work order to be made: a demand itself, or a component of the one before it in the tree. */
export interface PlannedMake extends MakeDemand {
  /** The place of its demand in the list. */
  readonly demand: number;
  /** The place of the work order whose material it makes; null for the demand's own. */
  readonly parent: number | null;
  readonly startOn: LocalDate;
}

export interface PlanAround {
  /** What is made, by item; what is missing is bought. */
  readonly products: ReadonlyMap<string, PlannedProduct>;
  readonly startOn: (product: PlannedProduct, make: MakeDemand) => LocalDate;
  /** Stock that may be used instead of making, by `stockKey`; nothing when all is made. */
  readonly free: ReadonlyMap<string, Decimal>;
}

/** As many work orders as one request may plan; each level of each demand counts. */
export const PLANNED_MAX = 2_000;

export const stockKey = (place: { readonly itemId: string; readonly warehouseId: string }) =>
  `${place.itemId} ${place.warehouseId}`;

/** What a product needs of each component that is made, each once. */
function madeNeeds({ components }: PlannedProduct, quantity: Decimal, around: PlanAround) {
  const needs = new Map<string, Decimal>();
  for (const { itemId, perUnit, fixed, roundingMultiple } of components) {
    if (!around.products.has(itemId)) continue;
    const inAll = (taken: Decimal) => upToMultiple(roundQuantity(taken), roundingMultiple);
    const need = inAll(perUnit.mul(quantity)).add(inAll(fixed));
    needs.set(itemId, (needs.get(itemId) ?? ZERO).add(need));
  }
  return needs;
}

/**
 * The work orders that meet demands, through all levels that are made: gross requirements level by
 * level, less free stock of components where it may be used, lot for lot (Orlicky, Material
 * Requirements Planning). A component is due when what it goes into starts. Parents stand before
 * their children.
 */
export function explode(demands: readonly MakeDemand[], around: PlanAround): PlannedMake[] {
  const free = new Map(around.free);
  const plan: PlannedMake[] = [];
  const add = (make: MakeDemand, demand: number, parent: number | null): void => {
    const product = around.products.get(make.itemId);
    if (!product) return;
    if (plan.length === PLANNED_MAX) {
      throw new LimitExceeded('Work orders', PLANNED_MAX, PLANNED_MAX + 1);
    }
    plan.push({ ...make, demand, parent, startOn: around.startOn(product, make) });
  };
  demands.forEach((demand, index) => add(demand, index, null));
  // The list grows while it is walked: level by level, so that stock serves the upper levels first.
  for (let place = 0; place < plan.length; place += 1) {
    const { itemId, warehouseId, quantity, startOn: dueOn, demand } = plan[place]!;
    for (const [component, need] of madeNeeds(around.products.get(itemId)!, quantity, around)) {
      const key = stockKey({ itemId: component, warehouseId });
      const taken = min(need, free.get(key) ?? ZERO);
      if (taken.gt(0)) free.set(key, sum([free.get(key) ?? ZERO, taken.neg()]));
      const rest = need.sub(taken);
      if (rest.gt(0)) {
        add({ itemId: component, warehouseId, quantity: rest, dueOn }, demand, place);
      }
    }
  }
  return plan;
}
