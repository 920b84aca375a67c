import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  documentNumber,
  isNumberOf,
  parseLocalDate,
  repeatedRows,
} from '../../../modules/kernel/index.js';

const pattern = 'INV-{YYYY}-{#####}';

describe('whether a number is one of a series', () => {
  it.each([
    ['INV-2026-00001', true],
    ['INV-2026-1234567', true],
    ['INV-2026-0001', false],
    ['INV-26-00001', false],
    ['XINV-2026-00001', false],
    ['INV-2026-00001-A', false],
    ['2026-00001', false],
  ])('of %s is %s', (number, isOne) => {
    expect(isNumberOf(pattern, number)).toBe(isOne);
  });

  it('is true of every number that any pattern gives', () => {
    const patterns = fc.constantFrom(pattern, 'R.{YY}/{MM} {###}', '{#}', 'A-{YYYY}{MM}-{####}');
    const days = fc.date({
      min: new Date('1990-01-01'),
      max: new Date('2090-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(patterns, days, fc.integer({ min: 1, max: 9_999_999 }), (of, at, value) => {
        const on = parseLocalDate(at.toISOString().slice(0, 10));
        expect(isNumberOf(of, documentNumber(of, on, value))).toBe(true);
      }),
    );
  });
});

describe('rows of a list that mean the same', () => {
  it('are refused from the second on, and rows without a mark never', () => {
    const told = { noun: 'Unit', field: 'code', value: (index: number) => `row ${index}` };
    const answers = repeatedRows(['a', null, 'b', 'a', null, 'a'], told);
    expect(answers.map((one) => one?.params.value ?? null)).toEqual([
      ...[null, null, null],
      ...['row 3', null, 'row 5'],
    ]);
    expect(answers[3]).toMatchObject({ code: 'DUPLICATE_KEY', path: ['code'] });
  });
});
