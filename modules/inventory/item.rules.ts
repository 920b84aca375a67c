import {
  Decimal,
  InvalidInput,
  LimitExceeded,
  QuantityOutOfRange,
  inField,
  cleanText,
  fits,
  textOrNone,
} from '../kernel/index.js';

/** One `unit` is `factor` of the item's stock unit. */
export interface UnitFactor {
  readonly unit: string;
  readonly factor: Decimal;
}

/** What can be said of an item. Absent keeps, or takes the default; null clears. */
export interface ItemDetails {
  readonly name?: string;
  readonly description?: string | null;
  readonly category?: string | null;
  /** A Global Trade Item Number with its check digit. */
  readonly gtin?: string | null;
  readonly manufacturerPartNumber?: string | null;
  readonly categoryId?: string | null;
  /** The unit of its stock, of UN/CEFACT Recommendation 20; fixed once the item is made. */
  readonly unit?: string;
  readonly isMade?: boolean;
  readonly isBought?: boolean;
  readonly isSold?: boolean;
  readonly isStocked?: boolean;
  /** Whether each receipt and issue names its lot; settled before its first stock. */
  readonly isLotTracked?: boolean;
}

export interface ItemColumns {
  readonly name: string;
  readonly description: string | null;
  readonly category: string | null;
  readonly gtin: string | null;
  readonly manufacturerPartNumber: string | null;
  readonly categoryId: string | null;
  readonly unit: string;
  readonly isMade: boolean;
  readonly isBought: boolean;
  readonly isSold: boolean;
  readonly isStocked: boolean;
  readonly isLotTracked: boolean;
}

type Units = { has(code: string): boolean };

const unsaid: ItemColumns = {
  name: '',
  description: null,
  category: null,
  gtin: null,
  manufacturerPartNumber: null,
  categoryId: null,
  unit: 'C62',
  isMade: false,
  isBought: true,
  isSold: true,
  isStocked: true,
  isLotTracked: false,
};

/**
 * A GTIN of 8, 12, 13 or 14 digits; the last makes the sum of all, weighted 3 and 1 from the right,
 * a multiple of ten (GS1 General Specifications, 7.9).
 */
function gtinOrNone(text: string | null): string | null {
  const gtin = textOrNone(text, 40)?.replaceAll(/[\s-]/g, '') ?? null;
  if (gtin === null) return null;
  const sum = Array.from(gtin)
    .reverse()
    .reduce((total, digit, place) => {
      return total + Number(digit) * (place % 2 === 0 ? 1 : 3);
    }, 0);
  if (/^(\d{8}|\d{12,14})$/.test(gtin) && sum % 10 === 0) return gtin;
  const message = '{gtin} is not a GTIN of 8, 12, 13 or 14 digits with its check digit.';
  throw new InvalidInput('GTIN_MALFORMED', message, { gtin });
}

const UNITS_MAX = 50;

function checkedUnit(unit: string, units: Units): string {
  if (units.has(unit)) return unit;
  throw new InvalidInput('UNIT_UNKNOWN', '{unit} is not a known unit.', { unit });
}

function stockUnit(details: ItemDetails, before: ItemColumns | null, units: Units): string {
  if (!before) return checkedUnit(details.unit ?? unsaid.unit, units);
  if (details.unit === undefined || details.unit === before.unit) return before.unit;
  const message = 'The stock is kept in {unit}, which does not change.';
  throw new InvalidInput('UNIT_FIXED', message, { unit: before.unit });
}

/** Cleans what an item is after the details given; refuses by field. */
export function cleanItem(
  details: ItemDetails,
  before: ItemColumns | null,
  units: Units,
): ItemColumns {
  const base = before ?? unsaid;
  const { description = base.description, category = base.category, gtin = base.gtin } = details;
  const { manufacturerPartNumber: part = base.manufacturerPartNumber } = details;
  const { categoryId = base.categoryId } = details;
  return {
    name: inField('name', () => cleanText(details.name ?? base.name, { min: 1, max: 200 })),
    description: inField('description', () => textOrNone(description, 4_000)),
    category: inField('category', () => textOrNone(category, 100)),
    gtin: inField('gtin', () => gtinOrNone(gtin)),
    manufacturerPartNumber: inField('manufacturerPartNumber', () => textOrNone(part, 100)),
    categoryId,
    unit: inField('unit', () => stockUnit(details, before, units)),
    isMade: details.isMade ?? base.isMade,
    isBought: details.isBought ?? base.isBought,
    isSold: details.isSold ?? base.isSold,
    isStocked: details.isStocked ?? base.isStocked,
    isLotTracked: details.isLotTracked ?? base.isLotTracked,
  };
}

function checkedFactor(factor: Decimal): Decimal {
  if (fits(factor, 28, 9) && factor.gt(0)) return factor;
  const message = 'The factor {factor} is not above zero with at most 9 decimals.';
  throw new QuantityOutOfRange('FACTOR_OUT_OF_RANGE', message, { factor: factor.toString() });
}

/** Cleans an item's other units; refuses the stock unit, unknown ones and those given twice. */
export function cleanUnits(
  given: readonly UnitFactor[],
  stockUnit: string,
  units: Units,
): UnitFactor[] {
  if (given.length > UNITS_MAX) throw new LimitExceeded('Units', UNITS_MAX, given.length);
  const taken = new Set([stockUnit]);
  return given.map(({ unit, factor }, index) =>
    inField(index, () => {
      const code = inField('unit', () => checkedUnit(unit, units));
      if (taken.has(code)) {
        const message = 'The unit {unit} has a factor already.';
        throw new InvalidInput('UNIT_REPEATED', message, { unit: code }).at('unit');
      }
      taken.add(code);
      return { unit: code, factor: inField('factor', () => checkedFactor(factor)) };
    }),
  );
}

/** One text for an item's units, by which a change of them is seen and told. */
export function unitsText(units: readonly UnitFactor[]): string {
  const texts = units.map(({ unit, factor }) => `${unit}=${new Decimal(factor).toFixed()}`);
  return texts.sort().join(' ');
}
