import { RuleViolation } from '../kernel/index.js';

/** No rate between two currencies is known for a day, in either direction. */
export class RateMissing extends RuleViolation {
  constructor(
    readonly from: string,
    readonly to: string,
    readonly on: string,
  ) {
    super({
      code: 'RATE_MISSING',
      message: 'There is no exchange rate from {from} to {to} on {on}.',
      params: { from, to, on },
    });
  }
}

/** A company would be out of sight of whoever founded it. */
export class FounderIsLimited extends RuleViolation {
  constructor() {
    super({
      code: 'FOUNDER_IS_LIMITED',
      message: 'Only an actor of all companies may found another.',
    });
  }
}
