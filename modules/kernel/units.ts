import { Decimal } from './decimal.js';

/** What a unit measures. Packages hold what their item says, so none has a factor to another. */
export const unitDimensions = [
  'COUNT',
  'MASS',
  'LENGTH',
  'AREA',
  'VOLUME',
  'TIME',
  'ENERGY',
  'PACKAGE',
] as const;
export type UnitDimension = (typeof unitDimensions)[number];

/**
 * A unit of UN/CEFACT Recommendation 20; one of it is `factor` of its dimension's base unit,
 * exactly.
 */
export interface UnitDefinition {
  readonly code: string;
  readonly name: string;
  readonly symbol: string;
  readonly dimension: UnitDimension;
  readonly factor: Decimal;
}

type UnitRow = readonly [code: string, name: string, symbol: string, factor: string];

/** Base units: one piece, kilogram, metre, square metre, litre, second, joule. */
const rows: Readonly<Record<UnitDimension, readonly UnitRow[]>> = {
  COUNT: [
    ['C62', 'Piece', 'pc', '1'],
    ['PR', 'Pair', 'pr', '2'],
    ['DZN', 'Dozen', 'doz', '12'],
    ['CEN', 'Hundred', 'hundred', '100'],
    ['GRO', 'Gross', 'gr', '144'],
    ['MIL', 'Thousand', 'thousand', '1000'],
  ],
  MASS: [
    ['KGM', 'Kilogram', 'kg', '1'],
    ['GRM', 'Gram', 'g', '0.001'],
    ['MGM', 'Milligram', 'mg', '0.000001'],
    ['TNE', 'Tonne', 't', '1000'],
    ['LBR', 'Pound', 'lb', '0.45359237'],
    ['ONZ', 'Ounce', 'oz', '0.028349523125'],
    ['STN', 'Short ton', 'ton (US)', '907.18474'],
  ],
  LENGTH: [
    ['MTR', 'Metre', 'm', '1'],
    ['CMT', 'Centimetre', 'cm', '0.01'],
    ['MMT', 'Millimetre', 'mm', '0.001'],
    ['4H', 'Micrometre', 'µm', '0.000001'],
    ['KMT', 'Kilometre', 'km', '1000'],
    ['INH', 'Inch', 'in', '0.0254'],
    ['FOT', 'Foot', 'ft', '0.3048'],
    ['YRD', 'Yard', 'yd', '0.9144'],
  ],
  AREA: [
    ['MTK', 'Square metre', 'm²', '1'],
    ['CMK', 'Square centimetre', 'cm²', '0.0001'],
    ['MMK', 'Square millimetre', 'mm²', '0.000001'],
    ['INK', 'Square inch', 'in²', '0.00064516'],
    ['FTK', 'Square foot', 'ft²', '0.09290304'],
  ],
  VOLUME: [
    ['LTR', 'Litre', 'l', '1'],
    ['MLT', 'Millilitre', 'ml', '0.001'],
    ['CMQ', 'Cubic centimetre', 'cm³', '0.001'],
    ['MTQ', 'Cubic metre', 'm³', '1000'],
    ['FTQ', 'Cubic foot', 'ft³', '28.316846592'],
    ['GLL', 'Gallon (US)', 'gal (US)', '3.785411784'],
    ['OZA', 'Fluid ounce (US)', 'fl oz (US)', '0.0295735295625'],
  ],
  TIME: [
    ['SEC', 'Second', 's', '1'],
    ['MIN', 'Minute', 'min', '60'],
    ['HUR', 'Hour', 'h', '3600'],
    ['DAY', 'Day', 'd', '86400'],
    ['WEE', 'Week', 'wk', '604800'],
  ],
  ENERGY: [
    ['JOU', 'Joule', 'J', '1'],
    ['KWH', 'Kilowatt hour', 'kWh', '3600000'],
  ],
  PACKAGE: [
    ['SET', 'Set', 'set', '1'],
    ['KT', 'Kit', 'kit', '1'],
    ['BX', 'Box', 'box', '1'],
    ['CT', 'Carton', 'ctn', '1'],
    ['PK', 'Pack', 'pk', '1'],
    ['BG', 'Bag', 'bag', '1'],
    ['BO', 'Bottle', 'btl', '1'],
    ['RO', 'Roll', 'roll', '1'],
    ['PF', 'Pallet', 'plt', '1'],
  ],
};

/** The units every deployment starts with. */
export const standardUnits: readonly UnitDefinition[] = (
  Object.entries(rows) as [UnitDimension, readonly UnitRow[]][]
).flatMap(([dimension, units]) =>
  units.map(([code, name, symbol, factor]) => {
    return { code, name, symbol, dimension, factor: new Decimal(factor) };
  }),
);
