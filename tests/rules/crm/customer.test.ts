import { describe, expect, it } from 'vitest';
import {
  addressText,
  billingCountry,
  checkDefaults,
  cleanAddress,
} from '../../../modules/crm/address.rules.js';
import { cleanContact } from '../../../modules/crm/contact.rules.js';
import { agreedTerms, cleanTerms } from '../../../modules/crm/customer-terms.rules.js';
import { cleanCustomer } from '../../../modules/crm/customer.rules.js';
import { missingAddresses } from '../../../modules/crm/missing-parts.rules.js';
import { cleanTaxNumber } from '../../../modules/crm/tax-number.rules.js';
import { RuleViolation, attempt, decimal } from '../../../modules/kernel/index.js';

const around = {
  currencies: new Set(['EUR', 'USD']),
  paymentTerms: new Set(['net30']),
  countryCode: 'DE',
};
const home = {
  kind: 'BILLING' as const,
  line1: 'Ring 1',
  city: 'Bonn',
  countryCode: 'DE',
};
const countries = new Set(['DE', 'US']);

function reason(rule: () => unknown): [string, string] {
  const result = attempt(rule);
  if (!(result instanceof RuleViolation)) throw new Error('It was not refused.');
  return [result.code, result.path.join('.')];
}

describe('what a customer says of itself', () => {
  it('keeps what is absent and clears what is null', () => {
    const details = { name: 'Wheel House', currency: 'EUR', email: 'a@b.example', phone: '' };
    const before = cleanCustomer(details, null, around);
    expect(before).toMatchObject({ kind: 'ORGANISATION', email: 'a@b.example', phone: null });
    expect(cleanCustomer({ email: null }, before, around)).toEqual({ ...before, email: null });
  });

  it.each([
    [{ name: ' ' }, 'TEXT_TOO_SHORT', 'name'],
    [{ currency: 'XXX' }, 'CURRENCY_UNKNOWN', 'currency'],
    [{ email: 'nobody' }, 'EMAIL_MALFORMED', 'email'],
    [{ phone: 'call me' }, 'PHONE_MALFORMED', 'phone'],
    [{ paymentTermsId: 'net7' }, 'NOT_FOUND', 'paymentTermsId'],
    [{ legalName: 'a\u202eb' }, 'TEXT_CHARACTER', 'legalName'],
    [{ taxNumber: 'DE12' }, 'TAX_NUMBER_MALFORMED', 'taxNumber'],
  ])('refuses %j', (details, code, path) => {
    const rule = () => cleanCustomer({ name: 'A', currency: 'EUR', ...details }, null, around);
    expect(reason(rule)).toEqual([code, path]);
  });
});

describe('tax numbers', () => {
  const organisation = (countryCode: string | null) => ({
    kind: 'ORGANISATION' as const,
    countryCode,
  });

  it.each([
    ['DE', 'de 136.695-976', 'DE136695976'],
    ['NL', 'NL123456789B01', 'NL123456789B01'],
    ['US', '12-3456789', '123456789'],
    ['CN', '91350100M000100Y43', '91350100M000100Y43'],
    ['BR', '12.345.678/0001-95', '12345678000195'],
    [null, 'ABCD', 'ABCD'],
  ])('of %s are kept as capitals without separators', (country, given, kept) => {
    expect(cleanTaxNumber(given, organisation(country))).toBe(kept);
  });

  it('are none when nothing is written', () => {
    expect(cleanTaxNumber(' - ', organisation('DE'))).toBeNull();
    expect(cleanTaxNumber(undefined, organisation('DE'))).toBeNull();
  });

  it('of persons are only measured', () => {
    expect(cleanTaxNumber('12345678901', { kind: 'PERSON', countryCode: 'DE' })).toBe(
      '12345678901',
    );
    expect(reason(() => cleanTaxNumber('1', { kind: 'PERSON', countryCode: 'DE' }))[0]).toBe(
      'TAX_NUMBER_MALFORMED',
    );
  });
});

describe('addresses', () => {
  it('are the same when they say the same, default or not', () => {
    const known = [{ ...cleanAddress(home, countries), isDefault: true }];
    const given = [home, { ...home, city: 'Köln' }, { ...home, city: ' Köln ' }];
    const cleaned = given.map((one) => cleanAddress(one, countries));
    expect(missingAddresses(cleaned, known).map(({ city }) => city)).toEqual(['Köln']);
    expect(addressText(cleaned[0]!)).toBe(addressText(known[0]!));
  });

  it('name a country that exists', () => {
    const nowhere = { ...home, countryCode: 'XX' };
    const refusal = reason(() => cleanAddress(nowhere, countries));
    expect(refusal).toEqual(['COUNTRY_UNKNOWN', 'countryCode']);
  });

  it('have one default of a kind', () => {
    const two = [home, home].map((one) => ({ ...cleanAddress(one, countries), isDefault: true }));
    expect(reason(() => checkDefaults(two))).toEqual(['DEFAULT_REPEATED', '1.isDefault']);
  });

  it('tell where a customer is billed: at the default, else at the first', () => {
    const one = cleanAddress(home, countries);
    const other = { ...one, countryCode: 'US', isDefault: true };
    expect(billingCountry([one, other])).toBe('US');
    expect(billingCountry([one])).toBe('DE');
    expect(billingCountry([{ ...one, kind: 'SHIPPING' }])).toBeNull();
  });
});

describe('contacts', () => {
  it('have a last name', () => {
    expect(reason(() => cleanContact({ lastName: '' }))).toEqual(['TEXT_TOO_SHORT', 'lastName']);
    expect(cleanContact({ lastName: 'Ada', email: ' ' })).toMatchObject({ email: null });
  });
});

describe('what a company agrees with a customer', () => {
  const limit = (text: string) =>
    cleanTerms({ companyId: 'acme', creditLimit: decimal(text) }, null, around.paymentTerms);

  it('is unlimited credit until it says otherwise', () => {
    expect(agreedTerms(null, 'net30')).toEqual({
      creditLimit: null,
      isOnCreditHold: false,
      paymentTermsId: 'net30',
    });
  });

  it('keeps a limit that is not given again, and clears one that is null', () => {
    const before = limit('100');
    const kept = cleanTerms({ companyId: 'acme', isOnCreditHold: true }, before, new Set());
    expect(kept.creditLimit?.toString()).toBe('100');
    const cleared = cleanTerms({ companyId: 'acme', creditLimit: null }, before, new Set());
    expect(cleared.creditLimit).toBeNull();
  });

  it.each(['-1', '0.00001', '1e20'])('is no limit of %s', (text) => {
    expect(reason(() => limit(text))).toEqual(['AMOUNT_OUT_OF_RANGE', 'creditLimit']);
  });
});
