import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, workCalendar, ZERO } from '../../../modules/kernel/index.js';
import { parseLocalDate } from '../../../modules/kernel/dates.js';
import {
  forecast,
  lateBy,
  minutesLeft,
  operationsLeft,
  shopClock,
  type StandingOperation,
  type StandingOrder,
} from '../../../modules/manufacturing/work-order-forecast.rules.js';

const day = parseLocalDate;

const order = (more: Partial<StandingOrder> = {}): StandingOrder => ({
  status: 'IN_PROGRESS',
  ...{ quantity: decimal(40), completed: ZERO, scrapped: ZERO },
  ...{ startOn: day('2026-05-04'), dueOn: day('2026-05-08'), completedOn: null },
  ...more,
});

/** An operation such as `10 RUNNING 12+2`: its position, status, good and scrap. */
function operation(text: string, more: Partial<StandingOperation> = {}): StandingOperation {
  const [position, status, done = '0+0'] = text.split(' ');
  const [good, scrap] = done.split('+');
  return {
    ...{ id: position!, position: Number(position), status: status!, workCenterId: 'BENCH' },
    ...{ good: decimal(good!), scrap: decimal(scrap!) },
    ...{ setupMinutes: decimal(30), runMinutes: decimal(12) },
    ...{ queueMinutes: ZERO, moveMinutes: ZERO },
    ...{ actualSetupMinutes: ZERO, actualRunMinutes: ZERO },
    ...more,
  };
}

describe('what is left of the operations of forty', () => {
  it.each([
    ['nothing is begun', ['10 READY', '20 PENDING'], {}, ['40/40', '40/0']],
    ['twelve are handed on', ['10 RUNNING 12+2', '20 READY'], {}, ['26/26', '38/12']],
    ['some of those are reported', ['10 RUNNING 12+2', '20 RUNNING 5+1'], {}, ['26/26', '32/6']],
    ['the first ends short', ['10 DONE 30+4', '20 RUNNING 10+0'], {}, ['0/0', '20/20']],
    ['the first is left out', ['10 SKIPPED', '20 READY'], {}, ['0/0', '40/40']],
    ['the middle is left out', ['10 RUNNING 9+0', '20 SKIPPED', '30 READY 4+0'], {}, ['31/31', '0/0', '36/5']], // prettier-ignore
    ['25 are completed unreported', ['10 READY', '20 PENDING'], { completed: decimal(25) }, ['15/40', '15/0']], // prettier-ignore
    ['it is completed', ['10 RUNNING 30+0', '20 READY 10+0'], { status: 'COMPLETED' }, ['0/10', '0/20']], // prettier-ignore
    ['it is closed', ['10 RUNNING 30+0', '20 READY 10+0'], { status: 'CLOSED' }, ['0/0', '0/0']],
  ])('when %s', (_when, cards, more, expected) => {
    const left = operationsLeft(order(more), cards.map((card) => operation(card)).reverse());
    const told = [...left.values()].map(
      ({ remaining, openToReport }) => `${remaining.toFixed()}/${openToReport.toFixed()}`,
    );
    expect(told).toEqual(expected);
  });

  it('is never negative, and never more than of the work order', () => {
    const count = fc.integer({ min: 0, max: 60 });
    const status = fc.constantFrom('PENDING', 'READY', 'RUNNING', 'STOPPED', 'DONE', 'SKIPPED');
    const cards = fc.array(fc.tuple(status, count, count), { maxLength: 6 });
    fc.assert(
      fc.property(cards, count, (drawn, completed) => {
        const operations = drawn.map(([state, good, scrap], index) =>
          operation(`${index * 10} ${state} ${good}+${scrap}`),
        );
        const made = order({ completed: decimal(completed) });
        for (const { remaining, openToReport } of operationsLeft(made, operations).values()) {
          expect(remaining.gte(0) && openToReport.gte(0)).toBe(true);
          expect(remaining.lte(Math.max(0, 40 - completed))).toBe(true);
        }
      }),
    );
  });
});

describe('the minutes an operation still takes', () => {
  const waiting = { queueMinutes: decimal(60), moveMinutes: decimal(5) };
  it.each([
    ['all of its plan before it began', '10 READY', waiting, 40, '575'],
    ['no waiting once it is set up', '10 SETUP', waiting, 40, '515'],
    ['the rest of its set-up', '10 STOPPED', { actualSetupMinutes: decimal(20) }, 40, '490'],
    ['no more than none of its set-up', '10 STOPPED', { actualSetupMinutes: decimal(50) }, 40, '480'], // prettier-ignore
    ['its run alone while it runs', '10 RUNNING', {}, 40, '480'],
    ['its run alone after a report', '10 STOPPED 10+0', {}, 30, '360'],
    ['its run alone when it has run', '10 STOPPED', { actualRunMinutes: decimal(9) }, 40, '480'],
    ['nothing when nothing is left', '10 RUNNING 40+0', waiting, 0, '0'],
  ])('are %s', (_what, card, more, remaining, expected) => {
    expect(minutesLeft(operation(card, more), decimal(remaining)).toFixed()).toBe(expected);
  });
});

describe('when a work order of forty will be finished', () => {
  const company = workCalendar({
    minutes: [480, 480, 480, 480, 480, 0, 0],
    exceptions: [{ on: '2026-05-06', minutes: 0 }],
  });
  const weekend = workCalendar({ minutes: [0, 0, 0, 0, 0, 240, 240] });
  const calendars = { company, workCenters: new Map([['OVEN', weekend]]) };
  /** 2026-05-04 is a Monday; the Wednesday is a holiday. */
  const at = (instant: string) => ({ calendars, clock: shopClock(new Date(instant), 'UTC') });
  const morning = at('2026-05-04T07:00:00Z');
  const told = (cards: StandingOperation[], more: Partial<StandingOrder>, moment = morning) => {
    const { finishOn, operations } = forecast(order(more), cards, moment);
    return [finishOn, ...operations.values()].map((on) => on?.slice(5)).join(' ');
  };
  const oven = { workCenterId: 'OVEN', setupMinutes: ZERO };
  const eight = { setupMinutes: ZERO, runMinutes: decimal(2_088 * 12) };

  it.each([
    // 30 + 480 minutes are a day and half an hour; as many again end on Thursday, past the holiday.
    ['two operations', [operation('10 READY'), operation('20 PENDING')], {}, '05-07 05-05 05-07'],
    // 20 × 12 and 30 + 30 × 12 are 630 minutes: 150 of the second day.
    ['half done', [operation('10 RUNNING 20+10'), operation('20 PENDING')], {}, '05-05 05-04 05-05'], // prettier-ignore
    ['done but for the last', [operation('10 DONE 40+0'), operation('20 RUNNING 30+0')], {}, '05-04 05-04'], // prettier-ignore
    // 40 × 12 minutes at 240 a day are the Saturday and the Sunday.
    ['by the calendar of its center', [operation('10 READY', oven)], {}, '05-10 05-10'],
    ['all reported', [operation('10 RUNNING 40+0')], {}, '05-04 05-04'],
    ['all done and not on stock', [operation('10 DONE 40+0')], {}, '05-04'],
    ['paused', [operation('10 STOPPED 39+0')], { status: 'PAUSED' }, '05-04 05-04'],
    ['not begun', [operation('10 READY')], { status: 'RELEASED', startOn: day('2026-05-11') }, '05-12 05-12'], // prettier-ignore
    ['begun before its start', [operation('10 READY')], { startOn: day('2026-05-11') }, '05-05 05-05'], // prettier-ignore
    ['past its start', [operation('10 READY')], { status: 'RELEASED', startOn: day('2026-04-01') }, '05-05 05-05'], // prettier-ignore
    ['planned', [operation('10 READY')], { status: 'PLANNED' }, ''],
    ['completed', [operation('10 READY')], { status: 'COMPLETED' }, ''],
    ['cancelled', [operation('10 READY')], { status: 'CANCELLED' }, ''],
    ['without operations', [], {}, ''],
    ['longer than ten years', [operation('10 READY', { runMinutes: decimal(900_000) })], {}, ''],
    // 2,088 days of work are eight years, and as many again are too many.
    ['eight years', [operation('10 READY', eight)], {}, '05-04 05-04'],
    ['longer than ten years together', [operation('10 READY', eight), operation('20 PENDING', eight)], {}, ''], // prettier-ignore
    ['beyond the last day that there is', [operation('10 READY')], { status: 'RELEASED', startOn: day('9999-12-31') }, ''], // prettier-ignore
  ])('%s', (_when, cards, more, expected) => {
    expect(told(cards, more)).toBe(expected);
  });

  it('works no longer on a day than until it ends', () => {
    // At 22:00 two hours are left of the Monday, 480 of Tuesday; 510 minutes end there.
    expect(told([operation('10 READY')], {}, at('2026-05-04T22:00:00Z'))).toBe('05-05 05-05');
    // At 23:50 only ten minutes are: 20 of the 510 go over to Thursday.
    expect(told([operation('10 READY')], {}, at('2026-05-04T23:50:00Z'))).toBe('05-07 05-07');
  });

  it('reads the day off the clocks of the company', () => {
    const { today, minutesLeft: left } = shopClock(new Date('2026-05-04T22:30:00Z'), 'Asia/Tokyo');
    expect([today, left.toFixed()]).toEqual(['2026-05-05', '990']);
  });
});

describe('by how many days a work order is late', () => {
  it.each([
    ['IN_PROGRESS', null, '2026-05-08', 0],
    ['IN_PROGRESS', null, '2026-05-01', 0],
    ['IN_PROGRESS', null, '2026-05-12', 4],
    ['RELEASED', null, null, null],
    ['COMPLETED', '2026-05-09', null, 1],
    ['CLOSED', '2026-05-07', null, 0],
    ['CLOSED', null, null, null],
    ['CANCELLED', null, null, null],
  ])('%s, completed on %s, expected on %s: %s', (status, completedOn, finishOn, expected) => {
    expect(late(status, completedOn, finishOn, '2026-05-08')).toBe(expected);
  });

  it.each([
    ['PLANNED', null, null, 3],
    ['RELEASED', null, null, 3],
    ['IN_PROGRESS', null, '2026-05-12', 4],
    ['COMPLETED', '2026-05-09', null, 1],
    ['CLOSED', null, null, null],
    ['CANCELLED', null, null, null],
  ])('%s, completed on %s, expected on %s, three days after: %s', (status, made, end, expected) => {
    expect(late(status, made, end, '2026-05-11')).toBe(expected);
  });
});

/** By how many days one that is due on 2026-05-08 is late, as seen on a day. */
function late(status: string, made: string | null, end: string | null, today: string) {
  const on = (text: string | null) => (text === null ? null : day(text));
  return lateBy(order({ status, completedOn: on(made) }), on(end), day(today));
}
