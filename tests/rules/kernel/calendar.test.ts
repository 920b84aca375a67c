import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  InvalidInput,
  LimitExceeded,
  addDays,
  dateOfDay,
  parseLocalDate,
  workCalendar,
} from '../../../modules/kernel/index.js';

const on = parseLocalDate;
const FIVE_DAYS = [480, 480, 480, 480, 360, 0, 0];

/**
 * Christmas 2026: Thursday 24 is short, Friday 25 is off, and Sunday 27 works to make up for it.
 */
const calendar = workCalendar({
  minutes: FIVE_DAYS,
  exceptions: [
    { on: '2026-12-24', minutes: 240 },
    { on: '2026-12-25', minutes: 0 },
    { on: '2026-12-27', minutes: 480 },
  ],
});

describe('a working day', () => {
  it.each([
    ['2026-12-21', 480],
    ['2026-12-18', 360],
    ['2026-12-24', 240],
    ['2026-12-25', 0],
    ['2026-12-26', 0],
    ['2026-12-27', 480],
  ])('%s works %i minutes', (date, minutes) => {
    expect(calendar.workMinutesOn(on(date))).toBe(minutes);
    expect(calendar.isWorkDay(on(date))).toBe(minutes > 0);
  });

  it('is looked for forwards and backwards, from the day itself', () => {
    expect(calendar.nextWorkDay(on('2026-12-25'))).toBe('2026-12-27');
    expect(calendar.nextWorkDay(on('2026-12-27'))).toBe('2026-12-27');
    expect(calendar.previousWorkDay(on('2026-12-26'))).toBe('2026-12-24');
    expect(calendar.previousWorkDay(on('2026-12-24'))).toBe('2026-12-24');
  });
});

describe('a lead time in working days', () => {
  it.each([
    ['2026-11-27', 3, '2026-11-24'],
    ['2026-11-23', 1, '2026-11-20'],
    ['2026-11-22', 1, '2026-11-20'],
    ['2026-11-22', 0, '2026-11-20'],
    ['2026-12-28', 2, '2026-12-24'],
  ])('due on %s and %i days long, starts on %s', (due, days, start) => {
    expect(calendar.workDaysBefore(on(due), days)).toBe(start);
  });

  it.each([
    ['2026-11-24', 3, '2026-11-27'],
    ['2026-11-20', 1, '2026-11-23'],
    ['2026-11-21', 0, '2026-11-23'],
    ['2026-12-24', 2, '2026-12-28'],
  ])('begun on %s and %i days long, ends on %s', (start, days, end) => {
    expect(calendar.workDaysAfter(on(start), days)).toBe(end);
  });

  it.each([
    ['2026-11-23', '2026-11-30', 5],
    ['2026-11-30', '2026-11-23', -5],
    ['2026-11-21', '2026-11-23', 0],
    ['2026-12-21', '2026-12-28', 5],
    ['2026-01-01', '2026-01-01', 0],
  ])('from %s to %s there are %i', (from, to, count) => {
    expect(calendar.workDaysBetween(on(from), on(to))).toBe(count);
  });
});

describe('any calendar', () => {
  const minutes = fc
    .array(fc.constantFrom(0, 480), { minLength: 7, maxLength: 7 })
    .filter((week) => week.some((worked) => worked > 0));
  const date = fc.integer({ min: 20_000, max: 20_400 }).map((day) => dateOfDay(day));
  const exceptions = fc.array(fc.record({ on: date, minutes: fc.constantFrom(0, 60) }), {
    maxLength: 60,
  });

  it('counts as walking day by day does', () => {
    fc.assert(
      fc.property(minutes, exceptions, date, fc.nat(200), (week, differing, from, span) => {
        const any = workCalendar({ minutes: week, exceptions: differing });
        const to = addDays(from, span);
        let walked = 0;
        for (let day = from; day < to; day = addDays(day, 1)) walked += Number(any.isWorkDay(day));
        expect(any.workDaysBetween(from, to)).toBe(walked);
      }),
    );
  });

  it('puts exactly the lead time between the start it gives and the day that is due', () => {
    fc.assert(
      fc.property(
        minutes,
        exceptions,
        date,
        fc.integer({ min: 1, max: 90 }),
        (week, differing, due, days) => {
          const any = workCalendar({ minutes: week, exceptions: differing });
          const start = any.workDaysBefore(due, days);
          expect(any.isWorkDay(start)).toBe(true);
          expect(any.workDaysBetween(start, due)).toBe(days);
        },
      ),
    );
  });
});

describe('an impossible calendar', () => {
  it.each([
    ['no working day', [0, 0, 0, 0, 0, 0, 0], 'CALENDAR_WITHOUT_WORK'],
    ['six days', [480, 480, 480, 480, 480, 0], 'CALENDAR_MALFORMED'],
    ['a day of 25 hours', [1_500, 0, 0, 0, 0, 0, 0], 'CALENDAR_MALFORMED'],
    ['negative minutes', [-1, 480, 0, 0, 0, 0, 0], 'CALENDAR_MALFORMED'],
    ['half minutes', [0.5, 480, 0, 0, 0, 0, 0], 'CALENDAR_MALFORMED'],
  ])('with %s is refused', (_what, minutes, code) => {
    expect(() => workCalendar({ minutes })).toThrow(expect.objectContaining({ code }));
  });

  it('with an exception that is no day, or too many of them, is refused', () => {
    const wrong = [{ on: '2026-02-30', minutes: 0 }];
    expect(() => workCalendar({ minutes: FIVE_DAYS, exceptions: wrong })).toThrow(InvalidInput);
    const many = Array.from({ length: 10_001 }, () => ({ on: '2026-01-01', minutes: 0 }));
    expect(() => workCalendar({ minutes: FIVE_DAYS, exceptions: many })).toThrow(LimitExceeded);
  });

  it('never walks further than a hundred years of work', () => {
    for (const days of [36_601, -1, 1.5, NaN]) {
      expect(() => calendar.workDaysBefore(on('2026-01-01'), days)).toThrow(LimitExceeded);
      expect(() => calendar.workDaysAfter(on('2026-01-01'), days)).toThrow(LimitExceeded);
    }
  });
});
