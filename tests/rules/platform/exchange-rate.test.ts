import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { Decimal, RuleViolation, attempt } from '../../../modules/kernel/index.js';
import { cleanRate, effectiveRate } from '../../../modules/platform/exchange-rate.rules.js';

const rate = (text: string): Decimal => new Decimal(text);
const known = (direct: string | null, inverse: string | null) => ({
  direct: direct === null ? null : rate(direct),
  inverse: inverse === null ? null : rate(inverse),
});

describe('the rate to reckon with', () => {
  it.each([
    ['1.0842', null, '1.0842'],
    ['1.0842', '0.9', '1.0842'],
    [null, '0.8', '1.25'],
    [null, '3', '0.333333333333'],
    [null, '0.9223', '1.084245906972'],
    [null, null, undefined],
    [null, '9999999999999999', undefined],
  ])('with %s directly and %s the other way round is %s', (direct, inverse, expected) => {
    expect(effectiveRate(known(direct, inverse))?.toString()).toBe(expected);
  });

  it('differs from the true inverse by no more than half of the last decimal', () => {
    const scaled = fc.integer({ min: 1, max: 2_000_000_000 });
    fc.assert(
      fc.property(scaled, (millionths) => {
        const inverse = new Decimal(millionths).div(1_000_000);
        const turned = effectiveRate({ direct: null, inverse });
        const error = new Decimal(1)
          .div(inverse)
          .sub(turned ?? 0)
          .abs();
        return error.lte('0.0000000000005');
      }),
    );
  });
});

describe('setting a rate', () => {
  const input = { from: 'EUR', to: 'USD', validFrom: '2026-01-01', rate: rate('1.0842') };

  it('takes a rate with twelve decimals', () => {
    const finest = { ...input, rate: rate('0.000000000001') };
    expect(cleanRate(finest)).toEqual(finest);
  });

  it.each([
    [{ rate: rate('0') }, 'RATE_OUT_OF_RANGE', 'rate'],
    [{ rate: rate('-1') }, 'RATE_OUT_OF_RANGE', 'rate'],
    [{ rate: new Decimal(NaN) }, 'RATE_OUT_OF_RANGE', 'rate'],
    [{ rate: new Decimal(Infinity) }, 'RATE_OUT_OF_RANGE', 'rate'],
    [{ rate: rate('1e17') }, 'RATE_OUT_OF_RANGE', 'rate'],
    [{ rate: rate('0.0000000000001') }, 'RATE_OUT_OF_RANGE', 'rate'],
    [{ to: 'EUR' }, 'RATE_TO_ITSELF', 'to'],
    [{ from: 'ZZZ' }, 'CURRENCY_UNKNOWN', 'from'],
    [{ validFrom: '2026-02-29' }, expect.any(String), 'validFrom'],
  ])('refuses %j', (change, code, field) => {
    const result = attempt(() => cleanRate({ ...input, ...change }));
    if (!(result instanceof RuleViolation)) throw new Error('It was not refused.');
    expect([result.code, result.path]).toEqual([code, [field]]);
  });
});
