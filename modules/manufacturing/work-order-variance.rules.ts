import { sum, ZERO, type Decimal } from '../kernel/index.js';
import { allowedFor, roundAmount, type MaterialState } from './material.rules.js';
import { timeWorth, type HourlyRates } from './work-order-cost.rules.js';

/** Why a work order cost something else than planned. */
export type VarianceKind =
  | 'MATERIAL_PRICE'
  | 'MATERIAL_USAGE'
  | 'LABOUR_RATE'
  | 'LABOUR_EFFICIENCY'
  | 'OVERHEAD'
  | 'LOT_SIZE'
  | 'SCRAP';

/** A component as it was planned, and what became of it. */
export interface UsedMaterial extends MaterialState {
  readonly plannedUnitCost: Decimal;
  readonly issuedCost: Decimal;
}

/** An operation as it was planned, and the time that was reported of it. */
export interface WorkedOperation extends HourlyRates {
  readonly isSkipped: boolean;
  readonly setupMinutes: Decimal;
  readonly runMinutes: Decimal;
  /** Good and scrapped units. */
  readonly processed: Decimal;
  readonly actualMinutes: Decimal;
  readonly labourCost: Decimal;
  readonly overheadCost: Decimal;
}

/** A work order that ends. Amounts in base currency, quantities in the product's stock unit. */
export interface EndedOrder {
  readonly quantity: Decimal;
  readonly completed: Decimal;
  readonly scrapped: Decimal;
  readonly plannedUnitCost: Decimal;
  readonly materialCost: Decimal;
  readonly labourCost: Decimal;
  readonly overheadCost: Decimal;
  readonly completedCost: Decimal;
  readonly materials: readonly UsedMaterial[];
  readonly operations: readonly WorkedOperation[];
}

export interface Variance {
  readonly kind: VarianceKind;
  readonly amount: Decimal;
}

/** What stands in work in process: what went in less what came out. */
export function inProcess(order: {
  readonly materialCost: Decimal;
  readonly labourCost: Decimal;
  readonly overheadCost: Decimal;
  readonly completedCost: Decimal;
  readonly varianceCost?: Decimal;
}): Decimal {
  const { materialCost, labourCost, overheadCost, completedCost, varianceCost = ZERO } = order;
  return materialCost.add(labourCost).add(overheadCost).sub(completedCost).sub(varianceCost);
}

/**
 * Price: (actual − planned price) × actual quantity.
 * Usage: (actual − allowed quantity) × planned price.
 */
function materialVariances({ materials, quantity, completed, scrapped }: EndedOrder) {
  const of = { done: completed.add(scrapped), quantity };
  return {
    price: sum(materials.map((used) => used.issuedCost.sub(used.issued.mul(used.plannedUnitCost)))),
    usage: sum(
      materials.map((used) => used.issued.sub(allowedFor(used, of)).mul(used.plannedUnitCost)),
    ),
  };
}

/** What the processed units of an operation may take: its set-up once, and its run for each. */
function allowedMinutes({ isSkipped, setupMinutes, runMinutes, processed }: WorkedOperation) {
  return isSkipped || processed.isZero() ? ZERO : setupMinutes.add(runMinutes.mul(processed));
}

/**
 * Rate: cost − actual hours × frozen rate. Efficiency: (actual − allowed hours) × frozen rate.
 * Overhead: cost − allowed hours × frozen rate, its spending and its efficiency in one.
 */
function timeVariances({ operations }: EndedOrder) {
  const each = operations.map((operation) => {
    const actual = timeWorth(operation.actualMinutes, operation);
    const allowed = timeWorth(allowedMinutes(operation), operation);
    return {
      rate: operation.labourCost.sub(actual.labour),
      efficiency: actual.labour.sub(allowed.labour),
      overhead: operation.overheadCost.sub(allowed.overhead),
    };
  });
  return {
    rate: sum(each.map(({ rate }) => rate)),
    efficiency: sum(each.map(({ efficiency }) => efficiency)),
    overhead: sum(each.map(({ overhead }) => overhead)),
  };
}

/**
 * Parts what is left in work in process by cause, as standard cost variance analysis does
 * (Horngren, Datar, Rajan: Cost Accounting, chapters 7 and 8). Scrap is the planned cost of the
 * units thrown away. All that is still unexplained is the lot size: set-up and fixed material of
 * this lot against what the planned unit cost had of them, and with it whatever stock took another
 * value at. The parts sum to what is left exactly; those of zero are left out.
 */
export function variances(order: EndedOrder): Variance[] {
  const material = materialVariances(order);
  const time = timeVariances(order);
  const named: [VarianceKind, Decimal][] = [
    ['MATERIAL_PRICE', material.price],
    ['MATERIAL_USAGE', material.usage],
    ['LABOUR_RATE', time.rate],
    ['LABOUR_EFFICIENCY', time.efficiency],
    ['OVERHEAD', time.overhead],
    ['SCRAP', order.scrapped.mul(order.plannedUnitCost)],
  ];
  const parts = named.map(([kind, amount]): Variance => ({ kind, amount: roundAmount(amount) }));
  const rest = inProcess(order).sub(sum(parts.map(({ amount }) => amount)));
  return [...parts, { kind: 'LOT_SIZE' as const, amount: rest }].filter(
    ({ amount }) => !amount.isZero(),
  );
}
