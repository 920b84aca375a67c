import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  Decimal,
  InvalidInput,
  QuantityOutOfRange,
  canonicalText,
  changedFields,
  decimal,
  documentNumber,
  formatNumber,
  isNumberPattern,
  parseLocalDate,
  seriesPeriod,
} from '../../../modules/kernel/index.js';

const november = parseLocalDate('2026-11-24');

describe('numbering documents', () => {
  it.each([
    ['SO-{YYYY}-{#####}', 17, 'SO-2026-00017', '2026'],
    ['{YY}{MM}/{###}', 5, '2611/005', '2026-11'],
    ['INV {######}', 123, 'INV 000123', ''],
    ['{#}', 1, '1', ''],
    ['SO-{YYYY}-{##}', 12_345, 'SO-2026-12345', '2026'],
    ['记-{YYYY}{MM}-{####}', 8, '记-202611-0008', '2026-11'],
  ])('%s and %i is %s, counted in the period %j', (pattern, value, number, period) => {
    expect(documentNumber(pattern, november, value)).toBe(number);
    expect(formatNumber(pattern, { year: 2026, month: 11, value })).toBe(number);
    expect(seriesPeriod(pattern, november)).toBe(period);
  });

  it.each([
    [''],
    ['SO-'],
    ['SO-{YYYY}'],
    ['{#}{#}'],
    ['SO-{MM}-{##}'],
    ['SO-{DD}-{##}'],
    ['SO-{##'],
    ['SO-}{##}'],
    ['<b>{##}'],
    [' SO-{##}'],
    ['{#############}'],
    [`${'X'.repeat(40)}{#}`],
  ])('refuses the pattern %j', (pattern) => {
    expect(isNumberPattern(pattern)).toBe(false);
    expect(() => seriesPeriod(pattern, november)).toThrow(InvalidInput);
    expect(() => documentNumber(pattern, november, 1)).toThrow(InvalidInput);
  });

  it.each([[0], [-1], [1.5], [2 ** 53], [NaN]])('refuses to count %d', (value) => {
    expect(() => documentNumber('SO-{###}', november, value)).toThrow(QuantityOutOfRange);
  });

  it('never gives one number twice in a period', () => {
    const value = fc.integer({ min: 1, max: 10_000_000 });
    fc.assert(
      fc.property(value, value, (left, right) => {
        const number = (count: number) => documentNumber('SO-{YYYY}-{###}', november, count);
        expect(number(left) === number(right)).toBe(left === right);
      }),
    );
  });
});

describe('which fields changed', () => {
  const at = new Date('2026-11-24T03:00:00Z');
  const row = {
    id: 'a',
    version: 1,
    price: decimal('1.50'),
    name: 'Bolt',
    isMade: true,
    archivedAt: null as Date | null,
    updatedAt: at,
    customFields: { b: 1, a: [1, { d: 2, c: 3 }] } as unknown,
  };

  it('compares numbers, instants and JSON by value', () => {
    const same = {
      ...row,
      price: new Decimal('1.5'),
      updatedAt: new Date(at.getTime()),
      customFields: { a: [1, { c: 3, d: 2 }], b: 1, gone: undefined },
    };
    expect(changedFields(row, same)).toEqual({});
  });

  it('tells from what to what in canonical text, and leaves out what it is told to ignore', () => {
    const after = {
      ...row,
      version: 2,
      price: decimal('2.000'),
      isMade: false,
      archivedAt: at,
      customFields: { a: [] },
    };
    expect(changedFields(row, after, ['version'])).toEqual({
      price: { from: '1.5', to: '2' },
      isMade: { from: 'true', to: 'false' },
      archivedAt: { from: null, to: '2026-11-24T03:00:00.000Z' },
      customFields: { from: '{"a":[1,{"c":3,"d":2}],"b":1}', to: '{"a":[]}' },
    });
  });

  it('tells all fields of a row that was made, and of one that is gone', () => {
    expect(changedFields(null, { name: 'Bolt', note: null })).toEqual({
      name: { from: null, to: 'Bolt' },
    });
    expect(changedFields({ name: 'Bolt' }, null)).toEqual({ name: { from: 'Bolt', to: null } });
  });

  it.each([
    [12, '12'],
    [12n, '12'],
    [['b', 'a'], '["b","a"]'],
    [
      { on: new Date(0), price: new Decimal('1.10') },
      '{"on":"1970-01-01T00:00:00.000Z","price":"1.1"}',
    ],
    [undefined, null],
  ])('writes %s as %j', (value, text) => {
    expect(canonicalText(value)).toBe(text);
  });

  it('changes nothing of the prototype, whatever a column is called', () => {
    const hostile = JSON.parse('{"__proto__": "x"}') as Record<string, unknown>;
    const changes = changedFields({}, hostile);
    expect(Object.getPrototypeOf(changes)).toBe(Object.prototype);
    expect(Object.keys(changes)).toEqual(['__proto__']);
  });
});
