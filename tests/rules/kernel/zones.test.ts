import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  InvalidInput,
  dateOfDay,
  formatInstant,
  instantAt,
  isTimeZone,
  localDateAt,
  parseInstant,
  parseLocalDate,
} from '../../../modules/kernel/index.js';

const at = (date: string, time: string, timeZone: string) =>
  formatInstant(instantAt(parseLocalDate(date), time, timeZone));

describe('time zones', () => {
  it('go by their names in the IANA database', () => {
    for (const name of ['UTC', 'Europe/Berlin', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5']) {
      expect(isTimeZone(name)).toBe(true);
    }
    for (const name of [
      '',
      '+01:00',
      'Mars/Olympus',
      'Europe/Berlin ',
      '../etc',
      'x'.repeat(500),
    ]) {
      expect(isTimeZone(name)).toBe(false);
    }
  });

  it('refuse a name that is none', () => {
    const instant = parseInstant('2026-01-01T00:00:00Z');
    expect(() => localDateAt(instant, 'Mars/Olympus')).toThrow(InvalidInput);
    expect(() => at('2026-01-01', '08:00', '+01:00')).toThrow(InvalidInput);
  });
});

describe('the business day at an instant', () => {
  it.each([
    ['2026-06-30T22:30:00Z', 'Europe/Berlin', '2026-07-01'],
    ['2026-06-30T22:30:00Z', 'UTC', '2026-06-30'],
    ['2026-06-30T16:00:00Z', 'Asia/Shanghai', '2026-07-01'],
    ['2026-06-30T15:59:59.999Z', 'Asia/Shanghai', '2026-06-30'],
    ['2026-07-01T06:59:00Z', 'America/Los_Angeles', '2026-06-30'],
    ['2026-06-30T12:15:00Z', 'Pacific/Chatham', '2026-07-01'],
    ['0099-05-05T12:00:00Z', 'UTC', '0099-05-05'],
    // Nepal moved its clocks by a quarter in the middle of an hour of UTC, at midnight.
    ['1985-12-31T18:20:00Z', 'Asia/Kathmandu', '1985-12-31'],
    ['1985-12-31T18:30:00Z', 'Asia/Kathmandu', '1986-01-01'],
  ])('%s in %s is %s', (instant, timeZone, expected) => {
    expect(localDateAt(parseInstant(instant), timeZone)).toBe(expected);
  });

  it('follows the clocks when they move in the middle of an hour of UTC', () => {
    expect(at('1986-01-01', '00:15', 'Asia/Kathmandu')).toBe('1985-12-31T18:30:00.000Z');
    expect(at('1985-12-31', '23:55', 'Asia/Kathmandu')).toBe('1985-12-31T18:25:00.000Z');
  });

  it('refuses the day before year 1', () => {
    const first = parseInstant('0001-01-01T00:00:00Z');
    expect(() => localDateAt(first, 'America/New_York')).toThrow(InvalidInput);
  });
});

describe('the instant of a day and a time', () => {
  it.each([
    ['2026-01-15', '08:00', 'Europe/Berlin', '2026-01-15T07:00:00.000Z'],
    ['2026-07-15', '08:00:30', 'Europe/Berlin', '2026-07-15T06:00:30.000Z'],
    ['2026-07-15', '08:00', 'Asia/Kolkata', '2026-07-15T02:30:00.000Z'],
    ['2026-07-15', '00:00', 'UTC', '2026-07-15T00:00:00.000Z'],
  ])('%s %s in %s is %s', (date, time, timeZone, expected) => {
    expect(at(date, time, timeZone)).toBe(expected);
  });

  it('moves on by what the clocks skip in spring', () => {
    expect(at('2026-03-29', '01:59', 'Europe/Berlin')).toBe('2026-03-29T00:59:00.000Z');
    expect(at('2026-03-29', '02:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z');
    expect(at('2026-03-29', '03:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z');
    expect(at('2026-03-08', '02:30', 'America/New_York')).toBe('2026-03-08T07:30:00.000Z');
    expect(at('2026-10-04', '02:15', 'Australia/Lord_Howe')).toBe('2026-10-03T15:45:00.000Z');
  });

  it('takes the first of the two when the clocks show a time twice in autumn', () => {
    expect(at('2026-10-25', '02:30', 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z');
    expect(at('2026-10-25', '03:00', 'Europe/Berlin')).toBe('2026-10-25T02:00:00.000Z');
    expect(at('2026-11-01', '01:30', 'America/New_York')).toBe('2026-11-01T05:30:00.000Z');
  });

  it('survives the day that Samoa left out', () => {
    expect(at('2011-12-30', '12:00', 'Pacific/Apia')).toBe('2011-12-30T22:00:00.000Z');
    expect(localDateAt(parseInstant('2011-12-30T22:00:00Z'), 'Pacific/Apia')).toBe('2011-12-31');
  });

  it.each([['24:00'], ['8:00'], ['08:60'], ['08:00:00.5'], ['']])('refuses the time %j', (time) => {
    expect(() => at('2026-01-01', time, 'UTC')).toThrow(InvalidInput);
  });

  it('is on the day it was asked for, at every noon of every zone tried', () => {
    const zones = fc.constantFrom('Europe/Berlin', 'America/St_Johns', 'Asia/Shanghai', 'UTC');
    const days = fc.integer({ min: -25_000, max: 40_000 }).map((day) => dateOfDay(day));
    fc.assert(
      fc.property(zones, days, (timeZone, date) => {
        expect(localDateAt(instantAt(date, '12:00', timeZone), timeZone)).toBe(date);
      }),
    );
  });
});
