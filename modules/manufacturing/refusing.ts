import { Refused } from '../events/index.js';
import { isAccepted, type Outcome, type RuleViolation } from '../kernel/index.js';

/** Throws every reason at once; a single one as itself. */
export function throwAll(reasons: readonly RuleViolation[]): never {
  const [only, ...others] = reasons;
  throw only && others.length === 0 ? only : new Refused(reasons);
}

/** The value of an outcome; every reason against it is thrown at once. */
export function orThrow<T>(outcome: Outcome<T> | undefined): T {
  if (outcome && isAccepted(outcome)) return outcome.ok;
  return throwAll(outcome?.refused ?? []);
}
