import { describe, expect, it } from 'vitest';
import { isNumberPattern, parseLocalDate, seriesPeriod } from '../../../modules/kernel/index.js';
import {
  companySeries,
  groupSeries,
  lastValues,
  likelyPeriod,
  numbersOf,
} from '../../../modules/platform/number-series.rules.js';

const march = parseLocalDate('2026-03-31');

describe('numbering documents', () => {
  it('starts every company and the group with patterns that can number a series', () => {
    const all = [...companySeries, ...groupSeries];
    expect(all.filter(({ pattern }) => !isNumberPattern(pattern))).toEqual([]);
    expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
  });

  it('leaves no gap in invoices and vouchers only', () => {
    const gapFree = companySeries.filter(({ isGapFree }) => isGapFree);
    expect(gapFree.map(({ code }) => code)).toEqual(['salesInvoice', 'creditNote', 'voucher:GL']);
  });

  it('writes the values of a counter as numbers of the day', () => {
    expect(numbersOf('SO-{YYYY}-{#####}', march, [9, 10])).toEqual([
      'SO-2026-00009',
      'SO-2026-00010',
    ]);
  });

  it('numbers the last values that a counter gave', () => {
    expect(lastValues(7, 3)).toEqual([5, 6, 7]);
    expect(lastValues(1, 1)).toEqual([1]);
  });

  it.each([
    ['salesOrder', '2026'],
    ['voucher:GL', '2026-03'],
    ['customer', ''],
    ['somethingElse', ''],
  ])('guesses that %s counts in the period "%s"', (series, period) => {
    expect(likelyPeriod(series, march)).toBe(period);
  });

  it('counts vouchers again in each month and orders again in each year', () => {
    const [december, january] = ['2026-12-31', '2027-01-01'].map(parseLocalDate);
    if (!december || !january) throw new Error('Two days were given.');
    expect(seriesPeriod('GL-{YYYY}-{MM}-{####}', december)).toBe('2026-12');
    expect(seriesPeriod('SO-{YYYY}-{#####}', january)).toBe('2027');
  });
});
