import type { Decimal } from '../kernel/index.js';
import { CreditLimitExceeded, CustomerOnCreditHold } from './errors.js';

export interface CreditTerms {
  /** In the company's base currency; none means unlimited. */
  readonly creditLimit: Decimal | null;
  readonly isOnCreditHold: boolean;
}

export interface Exposure {
  /** What the customer owes, less what it paid on account; in base currency. */
  readonly receivable: Decimal;
  /** What it ordered that is not invoiced yet, tax included; in base currency. */
  readonly openOrders: Decimal;
}

/**
 * Whether a customer may be given an order of this worth (tax included, in base currency).
 * An order that exactly uses up the limit is accepted.
 *
 * @throws CustomerOnCreditHold, CreditLimitExceeded
 */
export function decideCredit(terms: CreditTerms, exposure: Exposure, order: Decimal): void {
  if (terms.isOnCreditHold) throw new CustomerOnCreditHold();
  if (terms.creditLimit === null) return;
  const used = exposure.receivable.add(exposure.openOrders);
  if (used.add(order).gt(terms.creditLimit)) {
    throw new CreditLimitExceeded({ limit: terms.creditLimit, exposure: used, order });
  }
}
