import {
  attempt,
  cleanText,
  type Decimal,
  fits,
  InvalidInput,
  type LocalDate,
  parseLocalDate,
  QuantityOutOfRange,
  RuleViolation,
} from '../kernel/index.js';

/** Collects every refusal of one input, so that a caller learns all that is wrong at once. */
export interface Reasons {
  readonly list: RuleViolation[];
  /** Runs a rule on one field; a refusal is kept with its path and answered as undefined. */
  take<T>(path: readonly (string | number)[], rule: () => T): T | undefined;
}

export function reasons(): Reasons {
  const list: RuleViolation[] = [];
  return {
    list,
    take(path, rule) {
      const result = attempt(rule);
      if (!(result instanceof RuleViolation)) return result;
      list.push(result.at(...path));
      return undefined;
    },
  };
}

/** Runs a rule on one field, so that a refusal leads to it. */
export function inField<T>(field: string | number, rule: () => T): T {
  const result = attempt(rule);
  if (result instanceof RuleViolation) throw result.at(field);
  return result;
}

const QUANTITY_MAX = '1000000000000000000';

/** Takes a quantity: above zero, at most 10^18, at most nine decimals. */
export function checkedQuantity(quantity: Decimal): Decimal {
  const isKept = fits(quantity, 28, 9) && quantity.gt(0) && quantity.lte(QUANTITY_MAX);
  if (isKept) return quantity;
  const params = { quantity: quantity.toString(), maximum: QUANTITY_MAX, decimals: 9 };
  const message = 'The quantity {quantity} is not above zero with at most {decimals} decimals.';
  throw new QuantityOutOfRange('QUANTITY_OUT_OF_RANGE', message, params);
}

/** Takes a price for one unit: not below zero, at most nine decimals. */
export function checkedPrice(price: Decimal): Decimal {
  if (fits(price, 28, 9) && !price.isNegative()) return price;
  const message = 'The price {price} is not a price of at most 19 digits and 9 decimals.';
  throw new QuantityOutOfRange('PRICE_OUT_OF_RANGE', message, { price: price.toString() });
}

/** Takes a discount: 0 to 100 percent, at most four decimals. */
export function checkedDiscount(percent: Decimal): Decimal {
  if (fits(percent, 9, 4) && !percent.isNegative() && percent.lte(100)) return percent;
  const message = 'The discount {percent} is not 0 to 100 percent with at most 4 decimals.';
  throw new QuantityOutOfRange('DISCOUNT_OUT_OF_RANGE', message, { percent: percent.toString() });
}

/** Takes an amount that the store can keep: not below zero, at most four decimals. */
export function checkedAmount(amount: Decimal): Decimal {
  if (fits(amount, 20, 4) && !amount.isNegative()) return amount;
  const message = 'The amount {amount} is not an amount of at most 16 digits and 4 decimals.';
  throw new QuantityOutOfRange('AMOUNT_OUT_OF_RANGE', message, { amount: amount.toString() });
}

/** Takes a day that may be missing. */
export function optionalDate(text: string | null | undefined): LocalDate | null {
  return text === null || text === undefined ? null : parseLocalDate(text);
}

/** Takes a text that may be missing; an empty one is none. */
export function optionalText(text: string | null | undefined, max: number): string | null {
  return text === null || text === undefined ? null : cleanText(text, { max }) || null;
}

/** Takes a reason, which says something. */
export function requiredReason(text: string): string {
  return inField('reason', () => cleanText(text, { min: 1, max: 500 }));
}

/** A list of lines is bounded: one document holds no more. */
export const LINES_MAX = 1_000;

/** Refuses a list in which a line of the order is named twice. */
export function refuseRepeated(ids: readonly string[], field: string): void {
  const seen = new Set<string>();
  ids.forEach((id, index) => {
    if (seen.has(id)) {
      const message = 'The line {id} is given more than once.';
      throw new InvalidInput('LINE_REPEATED', message, { id }).at(field, index);
    }
    seen.add(id);
  });
}
