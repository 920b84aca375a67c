import { RuleViolation } from './refusals.js';

/** What became of something that a rule may refuse: the value, or every reason against it. */
export type Outcome<T> = { readonly ok: T } | { readonly refused: readonly RuleViolation[] };

/** It was done, and this came of it. */
export function accepted<T>(ok: T): Outcome<T> {
  return { ok };
}

/** It was refused, for at least one reason. */
export function refused<T = never>(...reasons: readonly RuleViolation[]): Outcome<T> {
  if (reasons.length === 0) throw new Error('A refusal needs a reason.');
  return { refused: reasons };
}

/** Tells whether an outcome carries a value. */
export function isAccepted<T>(outcome: Outcome<T>): outcome is { readonly ok: T } {
  return 'ok' in outcome;
}

/** Runs a rule and answers its refusal instead of throwing it; a bug is thrown on as it is. */
export function attempt<T>(rule: () => T): T | RuleViolation {
  try {
    return rule();
  } catch (error) {
    if (error instanceof RuleViolation) return error;
    throw error;
  }
}

/**
 * Applies a rule to each member of a list and collects every refusal with its place in front of its
 * path,
 * so that a caller learns all that is wrong at once.
 */
export function attemptEach<A, B>(
  list: readonly A[],
  rule: (member: A, index: number) => B,
): Outcome<B[]> {
  const done: B[] = [];
  const reasons: RuleViolation[] = [];
  list.forEach((member, index) => {
    const result = attempt(() => rule(member, index));
    if (result instanceof RuleViolation) reasons.push(result.at(index));
    else done.push(result);
  });
  return reasons.length > 0 ? refused(...reasons) : accepted(done);
}

/** Runs a rule on one field of an input, so that a refusal leads to that field. */
export function inField<T>(field: string | number, rule: () => T): T {
  const result = attempt(rule);
  if (result instanceof RuleViolation) throw result.at(field);
  return result;
}

/** Awaits what one field of the input leads to; a refusal is told with the field. */
export async function byField<T>(field: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw error instanceof RuleViolation ? error.at(field) : error;
  }
}
