import type { RuleViolation } from '../kernel/index.js';
import { Refused } from '../events/index.js';

/** Throws every reason at once; a single one as itself. */
export function throwAll(reasons: readonly RuleViolation[]): never {
  const [only, ...others] = reasons;
  throw only && others.length === 0 ? only : new Refused(reasons);
}
