import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  checkedZone,
  dateStart,
  instantStart,
  periodOf,
} from '../../../prisma/reader/aggregate/periods.js';

describe('a period', () => {
  it.each([
    ['YEAR', '2026-01-01', '2026', '2026-12-31'],
    ['QUARTER', '2026-10-01', '2026-Q4', '2026-12-31'],
    ['MONTH', '2024-02-01', '2024-02', '2024-02-29'],
    ['MONTH', '2100-02-01', '2100-02', '2100-02-28'],
    ['WEEK', '2020-12-28', '2020-W53', '2021-01-03'],
    ['WEEK', '2024-12-30', '2025-W01', '2025-01-05'],
    ['WEEK', '2026-12-28', '2026-W53', '2027-01-03'],
    ['DAY', '2026-03-14', '2026-03-14', '2026-03-14'],
    ['YEAR', '0099-01-01', '0099', '0099-12-31'],
  ] as const)(
    'of a %s that begins on %s is called %s and ends on %s',
    (part, start, label, end) => {
      expect(periodOf(part, start, null)).toEqual({
        ...{ label, startsOn: start, endsOn: end, startsAt: null, endsAt: null },
      });
    },
  );

  it('of an hour has no days, and its name by the clocks of the zone', () => {
    const start = '2026-03-02 07:15:00+00';
    const told = periodOf('HOUR', start, [start, '2026-03-02 08:15:00+00', '2026-03-02 13:00:00']);
    expect(told).toMatchObject({ label: '2026-03-02T13:00', startsOn: null, endsOn: null });
  });

  it('of seven days is the ISO week of each of them', () => {
    const mondays = fc.integer({ min: -50_000, max: 90_000 }).map((week) => week * 7 - 3);
    const property = fc.property(mondays, (monday) => {
      const text = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
      const { label, endsOn } = periodOf('WEEK', text(monday), null);
      expect(endsOn).toBe(text(monday + 6));
      // The Thursday lies in the year of the label, in the week that it counts.
      const [year, week] = label.split('-W').map(Number) as [number, number];
      const thursday = new Date((monday + 3) * 86_400_000);
      expect(thursday.getUTCFullYear()).toBe(year);
      const days = (thursday.getTime() - Date.UTC(year, 0, 1)) / 86_400_000;
      expect(week).toBe(Math.floor(days / 7) + 1);
    });
    fc.assert(property);
  });

  it('is cut from a date without the clock, and from an instant by the clocks of a zone', () => {
    expect(dateStart('DAY', 'd')).toBe('d');
    expect(dateStart('MONTH', 'd')).toBe("date_trunc('MONTH', d::timestamp)::date");
    expect(instantStart('DAY', 'i', '$1')).toBe("date_trunc('DAY', i at time zone $1)::date");
    expect(instantStart('HOUR', 'i', '$1')).toBe("date_trunc('HOUR', i, $1)");
  });

  it('takes zones by their names only', () => {
    expect(checkedZone('Asia/Shanghai')).toBe('Asia/Shanghai');
    for (const zone of ['', '+08:00', 'UTC+8', "UTC'", 'Asia/Nowhere', 'x'.repeat(9_999)])
      expect(() => checkedZone(zone)).toThrow('is not a time zone');
  });
});
