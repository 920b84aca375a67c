import { plainName, plainText, type Comparable, type DuplicatePolicy } from '../kernel/index.js';

/**
 * What agreement is worth among items. An alike name alone is never enough: variants are called
 * alike (LL and HL frames), and what tells them is often one letter.
 */
export const itemPolicy: DuplicatePolicy = {
  weights: { GTIN: 0.95, MANUFACTURER_PART_NUMBER: 0.7 },
  doubts: { DIFFERENT_UNIT: 0.5, DIFFERENT_GTIN: 0.4 },
  trigramShare: 0.6,
  similarFrom: 0.85,
  similarWorth: 0.6,
};

const NAME_WEIGHT = 0.7;

export interface ComparedItem {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly gtin: string | null;
  readonly manufacturerPartNumber: string | null;
}

/** An item as it is compared; a GTIN of 8, 12 or 13 digits is one of 14 with zeros before it. */
export function comparableItem({ id, name, unit, ...numbers }: ComparedItem): Comparable {
  const gtin = numbers.gtin?.padStart(14, '0') ?? null;
  const part = numbers.manufacturerPartNumber;
  const keys: (readonly [string, string])[] = gtin === null ? [] : [['GTIN', gtin]];
  if (part !== null) keys.push(['MANUFACTURER_PART_NUMBER', plainText(part).replaceAll(' ', '')]);
  return {
    ...{ id, name: plainName(name), keys, places: [], nameWeight: NAME_WEIGHT },
    traits: { DIFFERENT_UNIT: unit, DIFFERENT_GTIN: gtin },
  };
}
