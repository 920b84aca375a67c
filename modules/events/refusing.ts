import { isAccepted, RuleViolation, type Outcome } from '../kernel/index.js';
import { Refused } from './refusal-store.js';

/** Throws every reason at once; a single one as itself. */
export function throwAll(reasons: readonly RuleViolation[]): never {
  const [only, ...others] = reasons;
  throw only && others.length === 0 ? only : new Refused(reasons);
}

/** The value of an outcome; every reason against it is thrown at once. */
export function orThrow<T>(outcome: Outcome<T> | undefined): T {
  if (outcome === undefined) throw new Error('A list answered less than it was asked.');
  return isAccepted(outcome) ? outcome.ok : throwAll(outcome.refused);
}

function unplacedReason(reason: RuleViolation): RuleViolation {
  return Object.assign(reason.at(), { path: [] });
}

/**
 * Awaits a call down with lines of our own making: the places that its refusals name are not in
 * what the caller wrote, so they are left out.
 */
export async function unplaced<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof Refused) return throwAll(error.refusals.map(unplacedReason));
    throw error instanceof RuleViolation ? unplacedReason(error) : error;
  }
}
