import { describe, expect, it } from 'vitest';
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { conversionOf } from '../../../clients/importers/engine/conversions.js';
import { dayOfInstant, readInstant } from '../../../clients/importers/engine/dates.js';
import type { Conversion, Value } from '../../../clients/importers/engine/language.js';
import * as numbers from '../../../clients/importers/engine/numbers.js';

const tables = { units: { PCS: 'C62', KG: 'KGM' } };
const convert = (text: Value, conversion: Conversion): Value =>
  conversionOf(conversion, tables)(text);

describe('a conversion', () => {
  it.each<[string, Conversion, Value]>([
    ['  a ', 'trim', 'a'],
    ['Ab', 'upper', 'AB'],
    ['Finished Goods Storage', { code: 20 }, 'FINISHED-GOODS-STORA'],
    ['42', { pad: 6 }, '000042'],
    ['M12', { first: 1 }, 'M'],
    ['1.234,50', { decimal: { mark: ',', group: '.' } }, '1234.5'],
    ['0,0375', { decimal: ',' }, '0.0375'],
    ['12’345.60', { decimal: { group: '’' } }, '12345.6'],
    ['-1e3', 'decimal', '-1000'],
    ['2.345', { round: 2 }, '2.35'],
    ['-2.345', { round: 2 }, '-2.35'],
    ['17', 'integer', 17],
    ['31.12.2025', { date: 'DD.MM.YYYY' }, '2025-12-31'],
    ['3/1/26', { date: 'M/D/YY' }, '2026-03-01'],
    ['01-Feb-1999', { date: 'DD-MMM-YYYY' }, '1999-02-01'],
    ['2026年03月01日', { date: 'YYYY年MM月DD日' }, '2026-03-01'],
    ['2026-03-01T23:30:00Z', { date: { zone: 'Europe/Berlin' } }, '2026-03-02'],
    [
      '01.07.2026 08:30',
      { instant: { format: 'DD.MM.YYYY HH:mm', zone: 'Europe/Berlin' } },
      '2026-07-01T06:30:00.000Z',
    ],
    ['ja', 'boolean', true],
    ['0', 'boolean', false],
    ['S', { boolean: { true: ['S'], false: ['N'] } }, true],
    ['Stück', 'unit', 'C62'],
    ['m²', 'unit', 'MTK'],
    ['公斤', 'unit', 'KGM'],
    ['KG', { map: 'units' }, 'KGM'],
    ['B', { map: { A: 'one', B: 2 } }, '2'],
    ['Z', { map: { words: { A: 'one' }, otherwise: 'none' } }, 'none'],
    ['a, b,,c', { split: ',' }, ['a', 'b', 'c']],
    ['79098 Freiburg', { split: { by: ' ', take: 1 } }, '79098'],
    ['A&B', { replace: { text: '&', with: '-' } }, 'A-B'],
  ])('makes of %j by %j %j', (text, conversion, value) => {
    expect(convert(text, conversion)).toEqual(value);
  });

  it.each<[string, Conversion, string]>([
    ['1.234,50', { decimal: ',' }, 'DECIMAL_UNREADABLE'],
    ['1,2,3', { decimal: { group: ',' } }, 'DECIMAL_UNREADABLE'],
    ['NaN', 'decimal', 'DECIMAL_UNREADABLE'],
    ['1.5', 'integer', 'INTEGER_UNREADABLE'],
    ['31.02.2026', { date: 'DD.MM.YYYY' }, 'DATE_UNREADABLE'],
    ['2026-13-01', 'date', 'DATE_UNREADABLE'],
    ['perhaps', 'boolean', 'WORD_UNKNOWN'],
    ['furlong', 'unit', 'UNIT_UNKNOWN'],
    ['LBS', { map: 'units' }, 'WORD_UNKNOWN'],
  ])('refuses %j for %j with %s', (text, conversion, code) => {
    expect(() => convert(text, conversion)).toThrow(expect.objectContaining({ code }));
  });

  it('leaves nothing as nothing', () => {
    for (const conversion of ['decimal', 'date', 'boolean', 'unit'])
      expect([convert(null, conversion), convert('', conversion)]).toEqual([null, null]);
  });

  it('names the one that was meant when it is misspelt', () => {
    expect(() => convert('1', 'decimel')).toThrow('did you mean decimal?');
  });

  it('does not know a zone that is none', () => {
    expect(() => convert('1', { date: { zone: 'Europe/Bern' } })).toThrow('Europe/Bern');
  });
});

describe('a time on the clocks of a zone', () => {
  it('is refused when they left it out', () => {
    const never = () => readInstant('2026-03-29 02:30', 'YYYY-MM-DD HH:mm', 'Europe/Berlin');
    expect(never).toThrow('never showed');
  });

  it('is the first of two when they showed it twice', () => {
    const instant = readInstant('2026-10-25 02:30', 'YYYY-MM-DD HH:mm', 'Europe/Berlin');
    expect(instant).toBe('2026-10-25T00:30:00.000Z');
  });

  it('falls on the day that it was read from, in every zone', () => {
    const zones = ['UTC', 'Asia/Kolkata', 'America/St_Johns', 'Pacific/Kiritimati'];
    fc.assert(
      fc.property(
        fc.date({
          min: new Date('1990-01-01'),
          max: new Date('2040-01-01'),
          noInvalidDate: true,
        }),
        fc.constantFrom(...zones),
        (date, zone) => {
          const day = date.toISOString().slice(0, 10);
          const instant = readInstant(`${day} 12:00`, 'YYYY-MM-DD HH:mm', zone);
          expect(dayOfInstant(instant, zone)).toBe(day);
        },
      ),
      { numRuns: 60 },
    );
  });
});

const decimals = fc
  .tuple(fc.bigInt(-(10n ** 30n), 10n ** 30n), fc.nat(12))
  .map(([digits, scale]) => {
    const text = `${digits < 0n ? '-' : ''}${String(digits < 0n ? -digits : digits).padStart(scale + 1, '0')}`;
    return scale === 0 ? text : `${text.slice(0, -scale)}.${text.slice(-scale)}`;
  });

describe('arithmetic', () => {
  it('loses no digit: what was added can be taken away again', () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        const sum = numbers.add([a, b]);
        expect(numbers.subtract([sum, b])).toBe(numbers.readDecimal(a));
      }),
    );
  });

  it('multiplies to the last digit', () => {
    expect(numbers.multiply(['0.1', '0.2', '3'])).toBe('0.06');
    const whole = String(1234567890123456789n * 9876543210987654321n);
    expect(numbers.multiply(['123456789012345678.9', '987654321098765432.1'])).toBe(
      `${whole.slice(0, -2)}.${whole.slice(-2)}`,
    );
  });

  it('divides to the places it is told, half away from zero', () => {
    expect(numbers.divide(['1', '8'], 2)).toBe('0.13');
    expect(numbers.divide(['-1', '8'], 2)).toBe('-0.13');
    expect(() => numbers.divide(['1', '0'], 2)).toThrow('divided by zero');
  });

  it('orders numbers by their worth and other texts by their letters', () => {
    expect(numbers.compare('9', '10')).toBeLessThan(0);
    expect(numbers.compare('2026-09-30', '2026-10-01')).toBeLessThan(0);
    expect(numbers.compare('1.50', '1.5')).toBe(0);
  });
});

describe('sharing an amount out', () => {
  it('gives parts that sum to it exactly, none further from its share than a cent', () => {
    const cents = fc.integer({ min: -10_000_000, max: 10_000_000 });
    const weights = fc.array(fc.nat(100_000), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(cents, weights, (amount, shares) => {
        const whole = new Decimal(amount).div(100).toFixed();
        const parts = numbers.spread(whole, shares.map(String), 2);
        expect(numbers.add(parts)).toBe(whole);
        const total = shares.reduce((sum, one) => sum + one, 0);
        if (total === 0) return;
        for (const [index, part] of parts.entries()) {
          const share = new Decimal(whole).mul(shares[index] ?? 0).div(total);
          expect(share.sub(part).abs().lte('0.01')).toBe(true);
        }
      }),
    );
  });

  it('gives all to the last where no weight is told', () => {
    expect(numbers.spread('1.00', ['0', '0'], 2)).toEqual(['0', '1']);
  });
});
