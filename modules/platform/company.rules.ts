import { InvalidInput, inField, currencies, isTimeZone, textOrNone } from '../kernel/index.js';
import { countryCodes } from './countries.js';
import { cleanCode, cleanName } from './input.rules.js';

/** What a company says of itself; its code and currency stay as they were founded. */
export interface CompanyDetails {
  readonly name: string;
  readonly legalName?: string | null;
  readonly taxNumber?: string | null;
  /** IANA, such as Europe/Berlin. */
  readonly timeZone: string;
}

export interface CompanyFounding extends CompanyDetails {
  readonly code: string;
  /** ISO 3166-1 alpha-2. */
  readonly countryCode: string;
  /** ISO 4217. */
  readonly baseCurrency: string;
}

/** Refuses what is not assigned in ISO 3166-1. */
export function checkCountry(countryCode: string): string {
  if (countryCodes.has(countryCode)) return countryCode;
  const message = '{countryCode} is not a country code of ISO 3166-1.';
  throw new InvalidInput('COUNTRY_UNKNOWN', message, { countryCode });
}

/** Metals and test codes have no minor unit, so no amount in them could be rounded. */
const moneyCodes = new Set(
  currencies.filter(({ minorUnits }) => minorUnits !== null).map(({ code }) => code),
);

/** Refuses what is not money that is active in ISO 4217. */
export function checkCurrency(currency: string): string {
  if (moneyCodes.has(currency)) return currency;
  const message = '{currency} is not the code of a currency in ISO 4217.';
  throw new InvalidInput('CURRENCY_UNKNOWN', message, { currency });
}

/** Refuses what is not a zone of the IANA database. */
export function checkTimeZone(timeZone: string): string {
  if (isTimeZone(timeZone)) return timeZone;
  const message = '{timeZone} is not a time zone of the IANA database.';
  throw new InvalidInput('TIME_ZONE_UNKNOWN', message, { timeZone });
}

/** The columns of a company's details, checked; a refusal's path leads to its field. */
export function cleanDetails({ name, legalName, taxNumber, timeZone }: CompanyDetails) {
  return {
    name: inField('name', () => cleanName(name)),
    legalName: inField('legalName', () => textOrNone(legalName, 200)),
    taxNumber: inField('taxNumber', () => textOrNone(taxNumber, 40)),
    timeZone: inField('timeZone', () => checkTimeZone(timeZone)),
  };
}

/** The columns of a company to be founded, checked. */
export function cleanFounding(input: CompanyFounding) {
  return {
    code: inField('code', () => cleanCode(input.code)),
    ...cleanDetails(input),
    countryCode: inField('countryCode', () => checkCountry(input.countryCode)),
    baseCurrency: inField('baseCurrency', () => checkCurrency(input.baseCurrency)),
  };
}
