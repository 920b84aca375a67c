import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  Decimal,
  InvalidInput,
  canonical,
  decimal,
  fits,
  max,
  min,
  sum,
  trimNumeric,
} from '../../../modules/kernel/index.js';

/** Plain decimal texts as a numeric(28,9) column could give them, padded with zeros. */
const numericText = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 19n }), fc.nat({ max: 999_999_999 }))
  .map(([minus, whole, part]) => `${minus ? '-' : ''}${whole}.${String(part).padStart(9, '0')}`);

describe('reading a decimal', () => {
  it.each([
    ['0', '0'],
    ['-0', '0'],
    ['-0.000', '0'],
    ['007.50', '7.5'],
    ['12345678901234567.123456000', '12345678901234567.123456'],
    ['1e3', '1000'],
    ['-2.5E-4', '-0.00025'],
    ['1e59', `1${'0'.repeat(59)}`],
    [`0.${'1'.repeat(59)}`, `0.${'1'.repeat(59)}`],
  ])('takes %s as %s', (text, expected) => {
    expect(decimal(text).toFixed()).toBe(expected);
    expect(canonical(text)).toBe(expected);
  });

  it.each([
    ['NaN'],
    ['Infinity'],
    ['-Infinity'],
    [''],
    [' 1'],
    ['1\n'],
    ['0x1F'],
    ['+1'],
    ['.5'],
    ['5.'],
    ['1,5'],
    ['1_000'],
    ['--1'],
    ['1e'],
    ['1e400'],
    ['1e-400'],
    ['1e60'],
    ['9'.repeat(61)],
    [`0.${'1'.repeat(60)}`],
    ['1'.repeat(1_000_000)],
    ['١٢'],
  ])('refuses the text %.20j', (text) => {
    expect(() => decimal(text)).toThrow(InvalidInput);
    expect(() => canonical(text)).toThrow(InvalidInput);
  });

  it('takes safe integers, and refuses floats and what lies beyond them', () => {
    expect(decimal(9007199254740991).toFixed()).toBe('9007199254740991');
    for (const value of [0.1, 2 ** 53, NaN, Infinity]) {
      expect(() => decimal(value)).toThrow(InvalidInput);
    }
  });

  it('refuses a Decimal that is no number', () => {
    expect(() => decimal(new Decimal(NaN))).toThrow(InvalidInput);
    expect(() => canonical(new Decimal(1).div(0))).toThrow(InvalidInput);
  });
});

describe('calculating', () => {
  it('adds tenths without the error of floats', () => {
    expect(canonical(decimal('0.1').add('0.2'))).toBe('0.3');
  });

  it('keeps the product of the two widest columns exact', () => {
    const widest = decimal('9999999999999999999.999999999');
    expect(canonical(widest.mul(widest))).toBe(
      '99999999999999999999999999980000000000.000000000000000001',
    );
  });

  it('divides to sixty digits, rounded half away from zero', () => {
    expect(canonical(decimal(2).div(3))).toBe(`0.${'6'.repeat(59)}7`);
    expect(canonical(decimal(-2).div(3))).toBe(`-0.${'6'.repeat(59)}7`);
    const tie = decimal(`4${'0'.repeat(58)}1`);
    expect(canonical(tie.div(2))).toBe(`2${'0'.repeat(58)}1`);
    expect(canonical(tie.div(-2))).toBe(`-2${'0'.repeat(58)}1`);
  });

  it('never writes an exponent, whichever way it is asked', () => {
    const small = decimal('1e-30');
    const large = decimal('1e50');
    expect(String(small)).toBe(`0.${'0'.repeat(29)}1`);
    expect(JSON.stringify({ large })).toBe(`{"large":"1${'0'.repeat(50)}"}`);
    expect(small.toPostgres()).toBe(`0.${'0'.repeat(29)}1`);
  });

  it('sums lists, the empty one to zero, and finds the least and the most', () => {
    const values = ['1.10', '-3', '2.2'].map((text) => decimal(text));
    expect(canonical(sum(values))).toBe('0.3');
    expect(canonical(sum([]))).toBe('0');
    expect(canonical(min(decimal(5), ...values))).toBe('-3');
    expect(canonical(max(decimal(1), ...values))).toBe('2.2');
  });
});

describe('canonical text', () => {
  it('trims what the store gives as it would by way of a Decimal', () => {
    fc.assert(
      fc.property(numericText, (text) => {
        expect(trimNumeric(text)).toBe(new Decimal(text).toFixed());
        expect(canonical(text)).toBe(trimNumeric(text));
      }),
    );
  });

  it('says one number in one way, and says it again of its own text', () => {
    fc.assert(
      fc.property(numericText, fc.nat({ max: 9 }), (text, zeros) => {
        const once = canonical(text);
        expect(canonical(text + '0'.repeat(zeros))).toBe(once);
        expect(canonical(once)).toBe(once);
        expect(canonical(decimal(text))).toBe(once);
      }),
    );
  });

  it.each([
    ['100', '100'],
    ['100.00', '100'],
    ['0.000000000', '0'],
    ['-0.00', '0'],
    ['-1.50', '-1.5'],
  ])('trims %s to %s', (text, expected) => {
    expect(trimNumeric(text)).toBe(expected);
  });

  it('calls it a bug when a numeric column holds NaN', () => {
    expect(() => trimNumeric('NaN')).toThrow('no number');
  });
});

describe('fitting a column', () => {
  it.each([
    ['99999999.9999', 12, 4, true],
    ['-99999999.9999', 12, 4, true],
    ['100000000', 12, 4, false],
    ['0.00001', 12, 4, false],
    ['0', 12, 4, true],
    ['1.50000', 12, 4, true],
  ])('%s in numeric(%i,%i): %s', (text, precision, scale, expected) => {
    expect(fits(decimal(text), precision, scale)).toBe(expected);
  });
});
