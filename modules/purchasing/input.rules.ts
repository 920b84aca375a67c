import {
  attempt,
  cleanText,
  type Decimal,
  fits,
  inField,
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

/** The same collection, one level further in. */
export function within(outer: Reasons, ...place: readonly (string | number)[]): Reasons {
  return { list: outer.list, take: (path, rule) => outer.take([...place, ...path], rule) };
}

/** Takes a percentage: 0 to 100, at most four decimals. */
export function checkedPercent(percent: Decimal): Decimal {
  if (fits(percent, 9, 4) && !percent.isNegative() && percent.lte(100)) return percent;
  const message = '{percent} is not 0 to 100 percent with at most 4 decimals.';
  throw new QuantityOutOfRange('PERCENT_OUT_OF_RANGE', message, { percent: percent.toString() });
}

/** Takes a day that may be missing. */
export function optionalDate(text: string | null | undefined): LocalDate | null {
  return text === null || text === undefined ? null : parseLocalDate(text);
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
