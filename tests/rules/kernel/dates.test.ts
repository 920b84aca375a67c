import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  InvalidInput,
  QuantityOutOfRange,
  addDays,
  addMonths,
  compareDates,
  dateOfDay,
  dateParts,
  daysBetween,
  durationSeconds,
  endOfMonth,
  formatDuration,
  formatInstant,
  monthOf,
  parseDuration,
  parseInstant,
  parseLocalDate,
  startOfMonth,
  weekdayOf,
} from '../../../modules/kernel/index.js';

const on = parseLocalDate;
const anyDate = fc.integer({ min: -719_162, max: 2_932_896 }).map((day) => dateOfDay(day));

describe('reading a date', () => {
  it.each([['0001-01-01'], ['9999-12-31'], ['2024-02-29'], ['2000-02-29'], ['2026-11-30']])(
    'takes %s',
    (text) => {
      expect(parseLocalDate(text)).toBe(text);
    },
  );

  it.each([
    ['0000-12-31'],
    ['2023-02-29'],
    ['1900-02-29'],
    ['2026-04-31'],
    ['2026-13-01'],
    ['2026-00-10'],
    ['2026-01-00'],
    ['2026-1-1'],
    ['10000-01-01'],
    ['2026-01-01T00:00:00Z'],
    [' 2026-01-01'],
    ['2026-01-01\n'],
    [''],
  ])('refuses %j', (text) => {
    expect(() => parseLocalDate(text)).toThrow(InvalidInput);
  });
});

describe('counting days', () => {
  it.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2023-02-28', 1, '2023-03-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['0099-12-31', 1, '0100-01-01'],
    ['2026-03-29', 365, '2027-03-29'],
  ])('%s and %i days is %s', (date, days, expected) => {
    expect(addDays(on(date), days)).toBe(expected);
    expect(daysBetween(on(date), on(expected))).toBe(days);
  });

  it('refuses to leave the years that the store holds', () => {
    expect(() => addDays(on('9999-12-31'), 1)).toThrow(QuantityOutOfRange);
    expect(() => addDays(on('0001-01-01'), -1)).toThrow(QuantityOutOfRange);
    expect(() => addDays(on('2026-01-01'), NaN)).toThrow(QuantityOutOfRange);
    expect(() => addMonths(on('9999-12-01'), 1)).toThrow(QuantityOutOfRange);
    expect(() => addMonths(on('2026-01-01'), 0.5)).toThrow(QuantityOutOfRange);
  });

  it('keeps days, differences, order and weekdays in step', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (left, right) => {
        const days = daysBetween(left, right);
        expect(addDays(left, days)).toBe(right);
        expect(Math.sign(compareDates(left, right)) + Math.sign(days)).toBe(0);
        expect((((weekdayOf(right) - weekdayOf(left) - days) % 7) + 7) % 7).toBe(0);
      }),
    );
  });

  it.each([
    ['2026-11-23', 1],
    ['2026-11-29', 7],
    ['1970-01-01', 4],
    ['1969-12-29', 1],
    ['0001-01-01', 1],
  ])('%s is day %i of its week', (date, weekday) => {
    expect(weekdayOf(on(date))).toBe(weekday);
  });
});

describe('counting months', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-11-15', 2, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2024-02-29', 12, '2025-02-28'],
  ])('%s and %i months is %s', (date, months, expected) => {
    expect(addMonths(on(date), months)).toBe(expected);
  });

  it('knows a month by its name, its first and its last day', () => {
    expect(monthOf(on('2024-02-17'))).toBe('2024-02');
    expect(startOfMonth(on('2024-02-17'))).toBe('2024-02-01');
    expect(endOfMonth(on('2024-02-17'))).toBe('2024-02-29');
    expect(dateParts(on('2024-02-17'))).toEqual({ year: 2024, month: 2, day: 17 });
  });
});

describe('reading an instant', () => {
  it.each([
    ['2026-02-28T08:30:00+01:00', '2026-02-28T07:30:00.000Z'],
    ['2026-02-28T08:30:00Z', '2026-02-28T08:30:00.000Z'],
    ['2026-02-28T23:59:59.9-05:30', '2026-03-01T05:29:59.900Z'],
    ['2026-02-28T08:30:00.123456789Z', '2026-02-28T08:30:00.123Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
  ])('takes %s as %s', (text, expected) => {
    expect(formatInstant(parseInstant(text))).toBe(expected);
  });

  it.each([
    ['2026-02-28T08:30:00'],
    ['2026-02-28T08:30Z'],
    ['2026-02-28 08:30:00Z'],
    ['2026-02-29T08:30:00Z'],
    ['2026-02-28T24:00:00Z'],
    ['2026-02-28T23:60:00Z'],
    ['2026-12-31T23:59:60Z'],
    ['2026-02-28T08:30:00+24:00'],
    ['2026-02-28T08:30:00+0100'],
    ['0001-01-01T00:00:00+00:01'],
    ['9999-12-31T23:59:59-00:01'],
    ['2026-02-28'],
    [''],
  ])('refuses %s', (text) => {
    expect(() => parseInstant(text)).toThrow(InvalidInput);
  });
});

describe('durations', () => {
  it.each([
    ['P1DT2H30M', 95_400],
    ['PT0S', 0],
    ['P2W', 1_209_600],
    ['-PT90S', -90],
    ['PT36H', 129_600],
  ])('%s lasts %i seconds and is written as it was read', (text, seconds) => {
    const duration = parseDuration(text);
    expect(durationSeconds(duration)).toBe(seconds);
    expect(formatDuration(duration)).toBe(text);
  });

  it('keeps years and months, and gives them no fixed length', () => {
    const duration = parseDuration('P1Y6M');
    expect(duration).toMatchObject({ years: 1, months: 6, days: 0 });
    expect(formatDuration(duration)).toBe('P1Y6M');
    expect(() => durationSeconds(duration)).toThrow(InvalidInput);
  });

  it.each([['P'], ['PT'], ['P1DT'], ['1D'], ['P1H'], ['PT1.5H'], ['P1M1Y'], ['+P1D'], ['P1D\n']])(
    'refuses %j',
    (text) => {
      expect(() => parseDuration(text)).toThrow(InvalidInput);
    },
  );
});
