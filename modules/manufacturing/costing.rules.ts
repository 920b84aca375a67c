import { type Decimal, ONE } from '../kernel/index.js';
import type { Product, StoredOperation } from './product-data.rules.js';
import { lowLevelCodes } from './explosion.rules.js';
import { divided, HUNDRED, scaled, scaledOf, times, UNIT, unscaled } from './scaled.rules.js';

/** What one stock unit costs by element, scaled, in base currency. */
export interface ScaledCost {
  readonly material: bigint;
  readonly labour: bigint;
  readonly overhead: bigint;
  /** False when something that is bought has neither a standard cost nor an average. */
  readonly isComplete: boolean;
}

export const costSum = ({ material, labour, overhead }: ScaledCost): bigint =>
  material + labour + overhead;

const UNKNOWN: ScaledCost = { material: 0n, labour: 0n, overhead: 0n, isComplete: false };

/** What is bought costs what is known of it; of what is not known nothing. */
export const boughtCost = (unitCost: bigint | undefined): ScaledCost =>
  unitCost === undefined ? UNKNOWN : { ...UNKNOWN, material: unitCost, isComplete: true };

interface Rolling {
  readonly products: ReadonlyMap<string, Product>;
  readonly operations: ReadonlyMap<string, readonly StoredOperation[]>;
  /** Of what is not made, for one stock unit, scaled. */
  readonly bought: ReadonlyMap<string, bigint>;
  /** Set-up and fixed quantities are spread over so many units, scaled. */
  readonly lotSize: bigint;
}

/**
 * What an hour's rate makes of an operation for one unit:
 * (set-up ÷ lot + run) ÷ 60 × rate ÷ efficiency.
 */
function timeCost(operation: StoredOperation, rate: bigint, lotSize: bigint): bigint {
  if (rate === 0n) return 0n;
  const minutes = scaled(operation.setupMinutes) * UNIT + scaled(operation.runMinutes) * lotSize;
  const efficiency = scaled(operation.efficiencyPercent);
  return divided(minutes * rate * HUNDRED, lotSize * efficiency * 60n * UNIT);
}

function conversion(operations: readonly StoredOperation[], lotSize: bigint) {
  let [labour, overhead] = [0n, 0n];
  for (const one of operations) {
    if (one.position === null) continue;
    labour += timeCost(one, scaled(one.labourRate) + scaled(one.machineRate), lotSize);
    overhead += timeCost(one, scaled(one.overheadRate), lotSize);
  }
  return { labour, overhead };
}

/** What is left for the product when its by-products have borne their shares. */
function borne(cost: ScaledCost, { byProducts }: Product): ScaledCost {
  if (byProducts.length === 0) return cost;
  const share = byProducts.reduce((sum, one) => sum + one.costSharePercent, 0n);
  const rest = (value: bigint) => divided(value * (HUNDRED - share), HUNDRED);
  return {
    material: rest(cost.material),
    labour: rest(cost.labour),
    overhead: rest(cost.overhead),
    isComplete: cost.isComplete,
  };
}

function madeCost(product: Product, costs: ReadonlyMap<string, ScaledCost>, roll: Rolling) {
  const { lotSize } = roll;
  let [material, isComplete] = [0n, true];
  for (const { itemId, perUnit, fixed } of product.components) {
    const cost = costs.get(itemId) ?? boughtCost(roll.bought.get(itemId));
    const quantity = fixed === 0n ? perUnit : perUnit + divided(fixed * UNIT, lotSize);
    material += times(quantity, costSum(cost));
    isComplete &&= cost.isComplete;
  }
  const work = conversion(roll.operations.get(product.itemId) ?? [], lotSize);
  return borne({ material, ...work, isComplete }, product);
}

/**
 * What one stock unit of every product costs, from the lowest level upward, so that each is worked
 * out once (APICS: cost roll-up by low-level code). Material is what the components cost in all,
 * labour and overhead are those of the product's own operations. Each step rounds at nine decimals.
 */
export function rollUp(roll: Rolling): Map<string, ScaledCost> {
  const levels = lowLevelCodes(roll.products);
  const upward = [...roll.products.values()].sort(
    (one, other) => (levels.get(other.itemId) ?? 0) - (levels.get(one.itemId) ?? 0),
  );
  const costs = new Map<string, ScaledCost>();
  for (const product of upward) costs.set(product.itemId, madeCost(product, costs, roll));
  return costs;
}

/** What one stock unit of an item costs, in the company's base currency. */
export interface UnitCost {
  readonly material: Decimal;
  readonly labour: Decimal;
  readonly overhead: Decimal;
  readonly currency: string;
  readonly isComplete: boolean;
}

export const unitCost = (
  { material, labour, overhead, isComplete }: ScaledCost,
  currency: string,
): UnitCost => ({
  material: unscaled(material),
  labour: unscaled(labour),
  overhead: unscaled(overhead),
  currency,
  isComplete,
});

/** A lot of at least a billionth; one unit when nothing is said. */
export const lotOf = (lotSize: Decimal | null | undefined): bigint => {
  const lot = scaledOf(lotSize ?? ONE);
  return lot > 0n ? lot : UNIT;
};
