import {
  InvalidInput,
  QuantityOutOfRange,
  ZERO,
  canonical,
  checkedPrice,
  fits,
  inField,
  type Decimal,
} from '../kernel/index.js';
import { ValuationMethodInUse } from './errors.js';
import { checkedMethod, roundValue, type Pool, type ValuationMethod } from './valuation.rules.js';

/** How a company keeps an item. */
export interface KeptItem {
  readonly valuationMethod: ValuationMethod;
  readonly standardCost: Decimal | null;
}

/** What is said of it. Absent keeps, or takes the default; null clears. */
interface Told {
  readonly valuationMethod?: string;
  readonly standardCost?: Decimal | null;
}

function checkedCost(method: ValuationMethod, cost: Decimal | null): Decimal | null {
  if (cost !== null) return checkedPrice(cost);
  if (method !== 'STANDARD') return null;
  const message = 'An item that is valued at standard cost needs one.';
  throw new InvalidInput('STANDARD_COST_MISSING', message);
}

/** Decides how an item is to be kept; by moving average when nobody said otherwise. */
export function keptItem(told: Told, before: KeptItem | null): KeptItem {
  const { standardCost = before?.standardCost ?? null } = told;
  const method = told.valuationMethod ?? before?.valuationMethod ?? 'MOVING_AVERAGE';
  const valuationMethod = inField('valuationMethod', () => checkedMethod(method));
  return {
    valuationMethod,
    standardCost: inField('standardCost', () => checkedCost(valuationMethod, standardCost)),
  };
}

function checkedWorth(value: Decimal): Decimal {
  if (fits(value, 20, 4)) return value;
  const message = 'The value {value} has more than 16 digits before the point.';
  throw new QuantityOutOfRange('AMOUNT_OUT_OF_RANGE', message, { value: canonical(value) });
}

/**
 * By how much stock that is there is worth more when it is kept so: at a new standard cost its
 * quantity times that (IAS 2, paragraph 21), else the same. Another method is refused while there
 * is stock.
 */
export function revaluedBy(kept: KeptItem, pool: Pool, itemCode: string): Decimal {
  if (pool.quantity.isZero()) return ZERO;
  if (pool.method !== kept.valuationMethod) {
    throw new ValuationMethodInUse(itemCode, pool.method).at('valuationMethod');
  }
  const { standardCost } = kept;
  const isSame = standardCost === null || pool.standardCost?.eq(standardCost);
  if (kept.valuationMethod !== 'STANDARD' || isSame) return ZERO;
  const worth = roundValue(pool.quantity.mul(standardCost));
  return inField('standardCost', () => checkedWorth(worth)).sub(pool.value);
}
