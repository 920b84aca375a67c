import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  CurrencyMismatch,
  InvalidInput,
  addMoney,
  allocate,
  canonical,
  convert,
  currencies,
  decimal,
  isCurrencyCode,
  minorUnits,
  money,
  roundMoney,
  subtractMoney,
  sum,
} from '../../../modules/kernel/index.js';

const decimals = (...texts: string[]) => texts.map((text) => decimal(text));
const texts = (amounts: ReturnType<typeof decimals>) => amounts.map((amount) => canonical(amount));

describe('currencies', () => {
  it('are listed once each, in order, with a name', () => {
    const codes = currencies.map(({ code }) => code);
    expect(codes).toEqual([...new Set(codes)].sort());
    expect(codes.every((code) => /^[A-Z]{3}$/.test(code))).toBe(true);
    expect(currencies.every(({ name }) => name.length > 2)).toBe(true);
    expect(codes.length).toBe(178);
  });

  it.each([
    ['USD', 2],
    ['CNY', 2],
    ['EUR', 2],
    ['JPY', 0],
    ['KRW', 0],
    ['KWD', 3],
    ['CLF', 4],
  ])('%s is paid in %i decimals', (currency, digits) => {
    expect(minorUnits(currency)).toBe(digits);
  });

  it('refuses codes that are unknown, withdrawn, or that nobody pays in', () => {
    for (const code of ['XAU', 'XXX', 'DEM', 'usd', '', 'constructor']) {
      expect(() => minorUnits(code)).toThrow(InvalidInput);
    }
    expect(isCurrencyCode('XAU')).toBe(true);
    expect(isCurrencyCode('DEM')).toBe(false);
  });
});

describe('rounding money', () => {
  it.each([
    ['0.125', 'USD', '0.13'],
    ['-0.125', 'USD', '-0.13'],
    ['0.1249999', 'USD', '0.12'],
    ['2.5', 'JPY', '3'],
    ['-2.5', 'JPY', '-3'],
    ['1.0005', 'KWD', '1.001'],
    ['1.005', 'EUR', '1.01'],
  ])('rounds %s %s to %s', (amount, currency, expected) => {
    expect(canonical(roundMoney(decimal(amount), currency))).toBe(expected);
  });

  it('rounds once: rounded money stays as it is', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), (units) => {
        const once = roundMoney(decimal(units.toString()).div(100_000), 'USD');
        expect(roundMoney(once, 'USD').eq(once)).toBe(true);
      }),
    );
  });
});

describe('adding money', () => {
  it('adds and subtracts within one currency', () => {
    const ten = money(decimal('10.10'), 'EUR');
    const three = money(decimal('3.3'), 'EUR');
    expect(addMoney(ten, three)).toEqual(money(decimal('13.4'), 'EUR'));
    expect(subtractMoney(three, ten)).toEqual(money(decimal('-6.8'), 'EUR'));
  });

  it('refuses to mix currencies', () => {
    const euro = money(decimal(1), 'EUR');
    const dollar = money(decimal(1), 'USD');
    expect(() => addMoney(euro, dollar)).toThrow(CurrencyMismatch);
    expect(() => subtractMoney(euro, dollar)).toThrow(
      'An amount in USD was given where EUR is kept.',
    );
  });
});

describe('converting money', () => {
  it.each([
    ['100', '7.1935', 'CNY', '719.35'],
    ['19.99', '149.265', 'JPY', '2984'],
    ['-0.5', '0.333', 'KWD', '-0.167'],
  ])('%s at %s gives %s %s', (amount, rate, currency, expected) => {
    expect(canonical(convert(decimal(amount), decimal(rate), currency))).toBe(expected);
  });

  it('refuses a rate that is not above zero', () => {
    expect(() => convert(decimal(1), decimal(0), 'EUR')).toThrow(InvalidInput);
    expect(() => convert(decimal(1), decimal(-1), 'EUR')).toThrow(InvalidInput);
  });
});

describe('sharing an amount', () => {
  it.each([
    ['100', ['1', '1', '1'], 'USD', ['33.34', '33.33', '33.33']],
    ['0.10', ['1', '2', '4'], 'USD', ['0.01', '0.03', '0.06']],
    ['0.05', ['3', '7'], 'USD', ['0.02', '0.03']],
    ['-100', ['1', '1', '1'], 'USD', ['-33.34', '-33.33', '-33.33']],
    ['10', ['0', '0', '0', '0'], 'JPY', ['3', '3', '2', '2']],
    ['0.01', ['1', '0'], 'USD', ['0.01', '0']],
    ['-0.01', ['0', '1'], 'USD', ['0', '-0.01']],
    ['0', ['1', '2'], 'USD', ['0', '0']],
    ['1', ['0.333', '0.667'], 'KWD', ['0.333', '0.667']],
  ])('%s by %j in %s gives %j', (amount, weights, currency, expected) => {
    expect(texts(allocate(decimal(amount), decimals(...weights), currency))).toEqual(expected);
  });

  it('sums to the amount exactly, each share within one minor unit of its due', () => {
    const cents = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
    const weight = fc.bigInt({ min: 0n, max: 10n ** 18n });
    fc.assert(
      fc.property(cents, fc.array(weight, { minLength: 1, maxLength: 40 }), (units, rawWeights) => {
        const amount = decimal(units.toString()).div(100);
        const weights = rawWeights.map((raw) => decimal(raw.toString()).div(1_000_000_000));
        const shares = allocate(amount, weights, 'USD');
        const total = sum(weights);
        expect(canonical(sum(shares))).toBe(canonical(amount));
        shares.forEach((share, index) => {
          const weightOf = weights[index] ?? decimal(0);
          const due = total.isZero() ? amount.div(weights.length) : amount.mul(weightOf).div(total);
          expect(share.sub(due).abs().lt('0.0100000001')).toBe(true);
        });
      }),
    );
  });

  it('refuses no weights, negative weights, and amounts finer than the currency', () => {
    expect(() => allocate(decimal(1), [], 'USD')).toThrow(InvalidInput);
    expect(() => allocate(decimal(1), decimals('1', '-1'), 'USD')).toThrow(InvalidInput);
    expect(() => allocate(decimal('0.001'), decimals('1'), 'USD')).toThrow(InvalidInput);
  });
});
