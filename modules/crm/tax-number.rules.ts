import { InvalidInput, cleanText } from '../kernel/index.js';

/**
 * How an organisation's number is written, without separators. The member states of the Union as
 * the European Commission lists them for its VAT Information Exchange System, with or without the
 * prefix; the others as their tax offices publish them. Countries that are missing have no simple
 * form.
 */
const forms: Readonly<Record<string, RegExp>> = {
  AT: /^(AT)?U\d{8}$/,
  AU: /^\d{11}$/,
  BE: /^(BE)?[01]\d{9}$/,
  BG: /^(BG)?\d{9,10}$/,
  CH: /^CHE\d{9}(MWST|TVA|IVA)?$/,
  CN: /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/,
  CY: /^(CY)?\d{8}[A-Z]$/,
  CZ: /^(CZ)?\d{8,10}$/,
  DE: /^(DE)?\d{9}$/,
  DK: /^(DK)?\d{8}$/,
  EE: /^(EE)?\d{9}$/,
  ES: /^(ES)?[A-Z0-9]\d{7}[A-Z0-9]$/,
  FI: /^(FI)?\d{8}$/,
  FR: /^(FR)?[A-HJ-NP-Z0-9]{2}\d{9}$/,
  GB: /^(GB)?(\d{9}|\d{12}|GD\d{3}|HA\d{3})$/,
  GR: /^(EL)?\d{9}$/,
  HR: /^(HR)?\d{11}$/,
  HU: /^(HU)?\d{8}$/,
  IE: /^(IE)?(\d{7}[A-Z]{1,2}|\d[A-Z]\d{5}[A-Z])$/,
  IN: /^\d{2}[A-Z]{5}\d{4}[A-Z][0-9A-Z]Z[0-9A-Z]$/,
  IT: /^(IT)?\d{11}$/,
  LT: /^(LT)?(\d{9}|\d{12})$/,
  LU: /^(LU)?\d{8}$/,
  LV: /^(LV)?\d{11}$/,
  MT: /^(MT)?\d{8}$/,
  NL: /^(NL)?\d{9}B\d{2}$/,
  NO: /^(NO)?\d{9}(MVA)?$/,
  PL: /^(PL)?\d{10}$/,
  PT: /^(PT)?\d{9}$/,
  RO: /^(RO)?\d{2,10}$/,
  SE: /^(SE)?\d{12}$/,
  SI: /^(SI)?\d{8}$/,
  SK: /^(SK)?\d{10}$/,
  US: /^\d{9}$/,
};

const ANY_FORM = /^[A-Z0-9]{4,20}$/;

/** Who bears the number. Persons' numbers have other forms, so only their length is looked at. */
export interface TaxSubject {
  readonly kind: 'ORGANISATION' | 'PERSON';
  /** The country of the billing address; null when none is known. */
  readonly countryCode: string | null;
}

/** Takes a tax number that may be missing: capitals without separators, in its country's form. */
export function cleanTaxNumber(
  text: string | null | undefined,
  { kind, countryCode }: TaxSubject,
): string | null {
  if (text === null || text === undefined) return null;
  const number = cleanText(text, { max: 40 })
    .replace(/[\s.\-/]/g, '')
    .toUpperCase();
  if (number === '') return null;
  const form = kind === 'ORGANISATION' ? forms[countryCode ?? ''] : undefined;
  if ((form ?? ANY_FORM).test(number)) return number;
  const message = '{number} is not a tax number as {country} writes it.';
  throw new InvalidInput('TAX_NUMBER_MALFORMED', message, {
    number,
    country: form ? countryCode : 'any country',
  });
}
