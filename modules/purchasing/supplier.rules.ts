import {
  cleanText,
  emailOrNone,
  inField,
  InvalidInput,
  NotFound,
  ownCode,
  phoneOrNone,
  textOrNone,
} from '../kernel/index.js';
import { SupplierArchived } from './errors.js';
import type { ExternalName, Stored } from './stored.js';

/** What can be said of a supplier. Absent keeps, or takes the default; null clears. */
export interface SupplierDetails {
  readonly name?: string;
  readonly legalName?: string | null;
  readonly taxNumber?: string | null;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly countryCode?: string | null;
  readonly currency?: string;
  readonly paymentTermsId?: string | null;
}

/** A supplier to be made or changed. */
export interface SupplierInput extends SupplierDetails {
  /** From the group's series when a new supplier has none. */
  readonly code?: string | null;
  readonly externalRefs?: readonly ExternalName[];
}

export interface SupplierColumns {
  readonly name: string;
  readonly legalName: string | null;
  readonly taxNumber: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly countryCode: string | null;
  readonly currency: string;
  readonly paymentTermsId: string | null;
}

/** What a supplier's details are checked against. */
export interface SupplierSurroundings {
  /** Country codes of ISO 3166-1. */
  readonly countries: ReadonlySet<string>;
  readonly currencies: { has(code: string): boolean };
  readonly paymentTerms: { has(id: string): boolean };
}

/** What is to become of a supplier. */
export interface SupplierPlan {
  readonly id: string;
  /** Null for a new one. */
  readonly before: Stored<'Supplier'> | null;
  /** Null when the group's series is to give one. */
  readonly code: string | null;
  readonly columns: SupplierColumns;
  readonly refs: readonly ExternalName[];
}

const unsaid: SupplierColumns = {
  name: '',
  legalName: null,
  taxNumber: null,
  email: null,
  phone: null,
  countryCode: null,
  currency: '',
  paymentTermsId: null,
};

const TAX_NUMBER = /^[A-Z0-9]{4,20}$/;

/** Capitals and digits without separators; forms differ by country and are the supplier's matter. */
function taxNumberOrNone(text: string | null): string | null {
  const number = textOrNone(text, 40)
    ?.replace(/[\s.\-/]/g, '')
    .toUpperCase();
  if (number === undefined || number === '') return null;
  if (TAX_NUMBER.test(number)) return number;
  const message = '{number} is not a tax number of 4 to 20 letters and digits.';
  throw new InvalidInput('TAX_NUMBER_MALFORMED', message, { number });
}

function checkedCountry(code: string | null, { countries }: SupplierSurroundings): string | null {
  if (code === null || countries.has(code)) return code;
  throw new InvalidInput('COUNTRY_UNKNOWN', '{country} is not a known country.', { country: code });
}

/** Takes a currency that is known. */
export function checkedCurrency(code: string, currencies: { has(code: string): boolean }): string {
  if (currencies.has(code)) return code;
  throw new InvalidInput('CURRENCY_UNKNOWN', '{currency} is not a known currency.', {
    currency: code,
  });
}

function checkedTerms(id: string | null, around: SupplierSurroundings): string | null {
  if (id === null || around.paymentTerms.has(id)) return id;
  throw new NotFound('PaymentTerms', id);
}

/** Cleans what a supplier is after the details given; refuses by field. */
export function cleanSupplier(
  details: SupplierDetails,
  before: SupplierColumns | null,
  around: SupplierSurroundings,
): SupplierColumns {
  const base = before ?? unsaid;
  const wanted = <K extends keyof SupplierColumns>(field: K): SupplierColumns[K] => {
    const given = details[field] as SupplierColumns[K] | undefined;
    return given === undefined ? base[field] : given;
  };
  return {
    name: inField('name', () => cleanText(wanted('name'), { min: 1, max: 200 })),
    legalName: inField('legalName', () => textOrNone(wanted('legalName'), 200)),
    taxNumber: inField('taxNumber', () => taxNumberOrNone(wanted('taxNumber'))),
    email: inField('email', () => emailOrNone(wanted('email'))),
    phone: inField('phone', () => phoneOrNone(wanted('phone'))),
    countryCode: inField('countryCode', () => checkedCountry(wanted('countryCode'), around)),
    currency: inField('currency', () => checkedCurrency(wanted('currency'), around.currencies)),
    paymentTermsId: inField('paymentTermsId', () => checkedTerms(wanted('paymentTermsId'), around)),
  };
}

/** Decides what is to become of one supplier; refuses by field. */
export function planSupplier(
  input: SupplierInput,
  { id, before }: { readonly id: string; readonly before: Stored<'Supplier'> | null },
  around: SupplierSurroundings,
): SupplierPlan {
  if (before?.archivedAt) throw new SupplierArchived(before.code);
  const { code } = input;
  return {
    id,
    before,
    code: code === null || code === undefined ? null : inField('code', () => ownCode(code)),
    columns: cleanSupplier(input, before, around),
    refs: input.externalRefs ?? [],
  };
}
