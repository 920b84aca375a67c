import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  UnitMismatch,
  canonical,
  convertQuantity,
  decimal,
  fits,
  quantity,
  standardUnits,
} from '../../../modules/kernel/index.js';
import type { UnitConversions } from '../../../modules/kernel/index.js';

const inUnit = (value: string, from: string, to: string, conversions: UnitConversions = {}) =>
  canonical(convertQuantity(quantity(decimal(value), from), to, conversions).value);

/** Kept by the piece; a box holds twelve of them, and three pieces weigh a kilogram. */
const bolt: UnitConversions = {
  item: {
    stockUnit: 'C62',
    units: [
      { unit: 'BX', factor: decimal(12) },
      { unit: 'KGM', factor: decimal(3) },
    ],
  },
};

describe('standard units', () => {
  it('are listed once each, and each dimension but packages has one base unit', () => {
    const codes = standardUnits.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.length).toBeGreaterThanOrEqual(40);
    for (const dimension of new Set(standardUnits.map((unit) => unit.dimension))) {
      const units = standardUnits.filter((unit) => unit.dimension === dimension);
      const bases = units.filter(({ factor }) => factor.eq(1));
      expect(bases.length).toBe(dimension === 'PACKAGE' ? units.length : 1);
    }
  });

  it('have factors that their column holds exactly', () => {
    expect(standardUnits.filter(({ factor }) => !fits(factor, 38, 18))).toEqual([]);
  });
});

describe('converting a quantity', () => {
  it.each([
    ['1', 'KGM', 'GRM', '1000'],
    ['1', 'FOT', 'INH', '12'],
    ['3', 'YRD', 'MTR', '2.7432'],
    ['1', 'LBR', 'ONZ', '16'],
    ['1', 'GLL', 'OZA', '128'],
    ['90', 'MIN', 'HUR', '1.5'],
    ['1', 'MIN', 'HUR', '0.016666667'],
    ['2.5', 'DZN', 'C62', '30'],
    ['1', 'MTQ', 'LTR', '1000'],
    ['1', 'FTK', 'INK', '144'],
    ['-5', 'CMT', 'MMT', '-50'],
  ])('%s %s in %s is %s', (value, from, to, expected) => {
    expect(inUnit(value, from, to)).toBe(expected);
  });

  it.each([
    ['2', 'BX', 'C62', '24'],
    ['30', 'C62', 'BX', '2.5'],
    ['1', 'BX', 'DZN', '1'],
    ['1', 'BX', 'KGM', '4'],
    ['500', 'GRM', 'C62', '1.5'],
    ['1', 'C62', 'KGM', '0.333333333'],
    ['1', 'C62', 'GRM', '333.333333333'],
  ])('of the bolt, %s %s in %s is %s', (value, from, to, expected) => {
    expect(inUnit(value, from, to, bolt)).toBe(expected);
  });

  it.each([
    ['453.59237', 'GRM', 'BX', '0.2'],
    ['1', 'BX', 'GRM', '2267.96185'],
    ['1', 'BX', 'ONZ', '80'],
  ])(
    'of flour kept by the pound in boxes of five, %s %s in %s is %s',
    (value, from, to, expected) => {
      const flour = { stockUnit: 'LBR', units: [{ unit: 'BX', factor: decimal(5) }] };
      expect(inUnit(value, from, to, { item: flour })).toBe(expected);
    },
  );

  it('believes the item before the standard', () => {
    const bakers: UnitConversions = {
      item: { stockUnit: 'C62', units: [{ unit: 'DZN', factor: decimal(13) }] },
    };
    expect(inUnit('1', 'DZN', 'C62', bakers)).toBe('13');
  });

  it('leaves the quantity as it is when the unit is already the one wanted', () => {
    expect(inUnit('1.0000000001', 'XYZ', 'XYZ')).toBe('1.0000000001');
  });

  it.each([
    ['KGM', 'MTR'],
    ['BX', 'C62'],
    ['BX', 'CT'],
    ['C62', 'NOPE'],
    ['NOPE', 'C62'],
  ])('refuses %s to %s without an item that says so', (from, to) => {
    expect(() => inUnit('1', from, to)).toThrow(UnitMismatch);
  });

  it('refuses a unit that the item does not know, and one whose factor is nothing', () => {
    expect(() => inUnit('1', 'CT', 'C62', bolt)).toThrow(UnitMismatch);
    const empty: UnitConversions = {
      item: { stockUnit: 'C62', units: [{ unit: 'BX', factor: decimal(0) }] },
    };
    expect(() => inUnit('1', 'C62', 'BX', empty)).toThrow(
      'A quantity in C62 cannot be given in BX.',
    );
  });

  it('comes back to the same quantity where the first step was exact', () => {
    const grams = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
    fc.assert(
      fc.property(grams, (value) => {
        const there = inUnit(value.toString(), 'GRM', 'KGM');
        expect(inUnit(there, 'KGM', 'GRM')).toBe(value.toString());
      }),
    );
  });
});
