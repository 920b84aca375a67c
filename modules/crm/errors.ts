import { RuleViolation } from '../kernel/index.js';

/** What is archived is kept as it was. */
export class CustomerArchived extends RuleViolation {
  constructor(readonly customer: string) {
    super({
      code: 'CUSTOMER_ARCHIVED',
      message: 'The customer {customer} is archived.',
      params: { customer },
    });
  }
}
