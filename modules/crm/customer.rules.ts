import {
  InvalidInput,
  NotFound,
  inField,
  cleanText,
  emailOrNone,
  phoneOrNone,
  textOrNone,
} from '../kernel/index.js';
import { cleanTaxNumber } from './tax-number.rules.js';

/** What can be said of a customer. Absent keeps, or takes the default; null clears. */
export interface CustomerDetails {
  readonly name?: string;
  readonly legalName?: string | null;
  /** ORGANISATION when a new customer says nothing. */
  readonly kind?: 'ORGANISATION' | 'PERSON';
  readonly taxNumber?: string | null;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly currency?: string;
  readonly paymentTermsId?: string | null;
}

export interface CustomerColumns {
  readonly name: string;
  readonly legalName: string | null;
  readonly kind: 'ORGANISATION' | 'PERSON';
  readonly taxNumber: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly currency: string;
  readonly paymentTermsId: string | null;
}

/** What a customer's details are checked against. */
export interface CustomerSurroundings {
  readonly currencies: { has(code: string): boolean };
  readonly paymentTerms: { has(id: string): boolean };
  /** Where the customer is billed; null when nobody knows. */
  readonly countryCode: string | null;
}

/** What a new customer is before it says anything of itself. */
const unsaid: CustomerColumns = {
  name: '',
  legalName: null,
  kind: 'ORGANISATION',
  taxNumber: null,
  email: null,
  phone: null,
  currency: '',
  paymentTermsId: null,
};

function checkedCurrency(code: string, around: CustomerSurroundings): string {
  if (around.currencies.has(code)) return code;
  throw new InvalidInput('CURRENCY_UNKNOWN', '{currency} is not a known currency.', {
    currency: code,
  });
}

function checkedTerms(id: string | null, around: CustomerSurroundings): string | null {
  if (id === null || around.paymentTerms.has(id)) return id;
  throw new NotFound('PaymentTerms', id);
}

/** Cleans what a customer is after the details given; refuses by field. */
export function cleanCustomer(
  details: CustomerDetails,
  before: CustomerColumns | null,
  around: CustomerSurroundings,
): CustomerColumns {
  const base = before ?? unsaid;
  const wanted = <K extends keyof CustomerColumns>(field: K): CustomerColumns[K] => {
    const given = details[field] as CustomerColumns[K] | undefined;
    return given === undefined ? base[field] : given;
  };
  const kind = wanted('kind');
  const { countryCode } = around;
  return {
    name: inField('name', () => cleanText(wanted('name'), { min: 1, max: 200 })),
    legalName: inField('legalName', () => textOrNone(wanted('legalName'), 200)),
    kind,
    // A number that is not given again was checked when it was.
    taxNumber:
      details.taxNumber === undefined
        ? base.taxNumber
        : inField('taxNumber', () => cleanTaxNumber(details.taxNumber, { kind, countryCode })),
    email: inField('email', () => emailOrNone(wanted('email'))),
    phone: inField('phone', () => phoneOrNone(wanted('phone'))),
    currency: inField('currency', () => checkedCurrency(wanted('currency'), around)),
    paymentTermsId: inField('paymentTermsId', () => checkedTerms(wanted('paymentTermsId'), around)),
  };
}
