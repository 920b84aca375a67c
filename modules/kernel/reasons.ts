import { attempt } from './outcome.js';
import { RuleViolation } from './refusals.js';

/** Collects every refusal of one input, so that a caller learns all that is wrong at once. */
export interface Reasons {
  readonly list: RuleViolation[];
  /** Runs a rule on one field; a refusal is kept with its path and answered as undefined. */
  take<T>(path: readonly (string | number)[], rule: () => T): T | undefined;
}

/** A new collection, of what lies at a place of the input. */
export function newReasons(...prefix: (string | number)[]): Reasons {
  const list: RuleViolation[] = [];
  return {
    list,
    take(path, rule) {
      const result = attempt(rule);
      if (!(result instanceof RuleViolation)) return result;
      list.push(result.at(...prefix, ...path));
      return undefined;
    },
  };
}

/** The same collection, one level further in. */
export function within(outer: Reasons, ...place: readonly (string | number)[]): Reasons {
  return { list: outer.list, take: (path, rule) => outer.take([...place, ...path], rule) };
}
