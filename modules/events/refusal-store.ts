import { RuleViolation, type RefusalParams } from '../kernel/index.js';

/** A refusal as it is stored with an outcome and told to the caller. */
export interface StoredRefusal {
  /** The name of the RuleViolation's class. */
  readonly type: string;
  readonly code: string;
  readonly message: string;
  readonly params: RefusalParams;
  readonly path: readonly (string | number)[];
  readonly retryable: boolean;
}

/** Several refusals thrown at once. */
export class Refused extends Error {
  constructor(readonly refusals: readonly RuleViolation[]) {
    super(refusals.map(({ message }) => message).join(' '));
    this.name = 'Refused';
  }
}

/** A refusal without its stack, as plain JSON. */
export function storedRefusal(refusal: RuleViolation): StoredRefusal {
  const { name: type, code, message, params, path, retryable } = refusal;
  return { type, code, message, params, path, retryable };
}

/** The refusals that an error carries; null for an error that is none. */
export function refusalsOf(error: unknown): StoredRefusal[] | null {
  if (error instanceof RuleViolation) return [storedRefusal(error)];
  return error instanceof Refused ? error.refusals.map(storedRefusal) : null;
}
