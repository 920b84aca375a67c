import { phoneKey, plainName, type Comparable, type DuplicatePolicy } from '../kernel/index.js';

/** What agreement is worth among suppliers: as among customers, with their country for a place. */
export const supplierPolicy: DuplicatePolicy = {
  weights: { TAX_NUMBER: 0.9, EMAIL: 0.8, PHONE: 0.6, LEGAL_NAME: 0.6, SAME_PLACE: 0.2 },
  doubts: { DIFFERENT_TAX_NUMBER: 0.3, DIFFERENT_COUNTRY: 0.7 },
  trigramShare: 0.6,
  similarFrom: 0.85,
  similarWorth: 0.9,
};

const NAME_WEIGHT = 0.7;

export interface ComparedSupplier {
  readonly id: string;
  readonly name: string;
  readonly legalName: string | null;
  readonly taxNumber: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly countryCode: string | null;
}

/** A supplier as it is compared. */
export function comparableSupplier(supplier: ComparedSupplier): Comparable {
  const { id, legalName, taxNumber, email, phone, countryCode } = supplier;
  const keys = Object.entries({
    TAX_NUMBER: taxNumber,
    EMAIL: email?.toLowerCase() ?? null,
    PHONE: phone === null ? null : phoneKey(phone),
    LEGAL_NAME: legalName === null ? null : plainName(legalName),
  }).flatMap(([reason, value]) => (value === null ? [] : [[reason, value] as const]));
  return {
    ...{ id, keys, name: plainName(supplier.name), nameWeight: NAME_WEIGHT },
    places: countryCode === null ? [] : [countryCode],
    traits: { DIFFERENT_TAX_NUMBER: taxNumber, DIFFERENT_COUNTRY: countryCode },
  };
}
