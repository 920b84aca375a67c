import { InvalidInput, inField, cleanText, textOrNone } from '../kernel/index.js';

/** An address as callers write it. */
export interface AddressInput {
  readonly kind: 'BILLING' | 'SHIPPING';
  readonly name?: string | null;
  readonly line1: string;
  readonly line2?: string | null;
  readonly city: string;
  readonly region?: string | null;
  readonly postalCode?: string | null;
  readonly countryCode: string;
  readonly isDefault?: boolean;
}

export interface AddressColumns {
  readonly kind: 'BILLING' | 'SHIPPING';
  readonly name: string | null;
  readonly line1: string;
  readonly line2: string | null;
  readonly city: string;
  readonly region: string | null;
  readonly postalCode: string | null;
  readonly countryCode: string;
  readonly isDefault: boolean;
}

function checkedCountry(code: string, countries: ReadonlySet<string>): string {
  if (countries.has(code)) return code;
  throw new InvalidInput('COUNTRY_UNKNOWN', '{code} is no country code of ISO 3166-1.', { code });
}

/** Cleans an address; refuses an unknown country, an empty first line or city, and long texts. */
export function cleanAddress(input: AddressInput, countries: ReadonlySet<string>): AddressColumns {
  return {
    kind: input.kind,
    name: inField('name', () => textOrNone(input.name, 200)),
    line1: inField('line1', () => cleanText(input.line1, { min: 1, max: 200 })),
    line2: inField('line2', () => textOrNone(input.line2, 200)),
    city: inField('city', () => cleanText(input.city, { min: 1, max: 100 })),
    region: inField('region', () => textOrNone(input.region, 100)),
    postalCode: inField('postalCode', () => textOrNone(input.postalCode, 20)),
    countryCode: inField('countryCode', () => checkedCountry(input.countryCode, countries)),
    isDefault: input.isDefault ?? false,
  };
}

/** One text for what an address says, by which the same address is known again. */
export function addressText(address: Omit<AddressColumns, 'isDefault'>): string {
  const { kind, name, line1, line2, city, region, postalCode, countryCode } = address;
  return JSON.stringify([kind, name, line1, line2, city, region, postalCode, countryCode]);
}

/**
 * The country in which a customer is billed: that of its default billing address, else the first.
 */
export function billingCountry(
  addresses: readonly Pick<AddressColumns, 'kind' | 'isDefault' | 'countryCode'>[],
): string | null {
  const billing = addresses.filter(({ kind }) => kind === 'BILLING');
  const chosen = billing.find(({ isDefault }) => isDefault) ?? billing[0];
  return chosen?.countryCode ?? null;
}

/** Refuses a list with two defaults of one kind. */
export function checkDefaults(
  addresses: readonly Pick<AddressColumns, 'kind' | 'isDefault'>[],
): void {
  const kinds = new Set<string>();
  addresses.forEach(({ kind, isDefault }, index) => {
    if (isDefault && kinds.has(kind)) {
      const message = 'A customer has one default address for {kind}.';
      throw new InvalidInput('DEFAULT_REPEATED', message, { kind }).at(index, 'isDefault');
    }
    if (isDefault) kinds.add(kind);
  });
}
