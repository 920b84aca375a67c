import { NotFound, inField, checkedAmount, type Decimal } from '../kernel/index.js';

/** What one company agrees with a customer. Absent keeps, or takes the default; null clears. */
export interface TermsInput {
  readonly companyId: string;
  /** In the company's base currency; null means unlimited. */
  readonly creditLimit?: Decimal | null;
  readonly isOnCreditHold?: boolean;
  /** Null: the customer's own payment terms hold. */
  readonly paymentTermsId?: string | null;
}

export interface TermsColumns {
  readonly creditLimit: Decimal | null;
  readonly isOnCreditHold: boolean;
  readonly paymentTermsId: string | null;
}

/** What holds between a company and a customer. */
export interface AgreedTerms {
  /** In the company's base currency; null means unlimited. */
  readonly creditLimit: Decimal | null;
  readonly isOnCreditHold: boolean;
  /** Null when neither the company nor the customer has any. */
  readonly paymentTermsId: string | null;
}

const unsaid: TermsColumns = { creditLimit: null, isOnCreditHold: false, paymentTermsId: null };

/** Cleans what is agreed after the terms given; refuses by field. */
export function cleanTerms(
  input: TermsInput,
  before: TermsColumns | null,
  paymentTerms: { has(id: string): boolean },
): TermsColumns {
  const base = before ?? unsaid;
  const { creditLimit = base.creditLimit, paymentTermsId = base.paymentTermsId } = input;
  if (paymentTermsId !== null && !paymentTerms.has(paymentTermsId)) {
    throw new NotFound('PaymentTerms', paymentTermsId).at('paymentTermsId');
  }
  return {
    creditLimit:
      creditLimit === null ? null : inField('creditLimit', () => checkedAmount(creditLimit)),
    isOnCreditHold: input.isOnCreditHold ?? base.isOnCreditHold,
    paymentTermsId,
  };
}

/**
 * What holds: the agreement where there is one, and the customer's own payment terms beneath it.
 */
export function agreedTerms(
  agreement: TermsColumns | null,
  customersOwn: string | null,
): AgreedTerms {
  const { creditLimit, isOnCreditHold, paymentTermsId } = agreement ?? unsaid;
  return { creditLimit, isOnCreditHold, paymentTermsId: paymentTermsId ?? customersOwn };
}
