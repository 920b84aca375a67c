import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  allowedActions,
  canonical,
  decimal,
  reachable,
  states,
} from '../../../modules/kernel/index.js';
import {
  jobCardLifecycle,
  jobCardVerbs,
} from '../../../modules/manufacturing/job-card-lifecycle.rules.js';
import {
  clockedBy,
  handedTo,
  impliedReport,
  readied,
  refuseOverReport,
  refuseUnlessHanded,
  refuseUnlessLast,
} from '../../../modules/manufacturing/job-card.rules.js';
import {
  allowedFor,
  refuseExcess,
  returnedValue,
  toIssue,
} from '../../../modules/manufacturing/material.rules.js';
import {
  byLevel,
  isFinished,
  refuseOverCompletion,
} from '../../../modules/manufacturing/production.rules.js';
import {
  isLate,
  progressPercent,
} from '../../../modules/manufacturing/production-figures.rules.js';
import {
  workOrderLifecycle,
  workOrderVerbs,
} from '../../../modules/manufacturing/work-order-lifecycle.rules.js';
import { parseLocalDate } from '../../../modules/kernel/dates.js';

const codeOf = (run: () => unknown): string => {
  try {
    run();
    return 'DONE';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

const at = (position: number, good: string, status = 'RUNNING', scrap = '0') => {
  return { position, status, good: decimal(good), scrap: decimal(scrap) };
};

describe('the lives of work orders and job cards', () => {
  it.each([
    ['PLANNED', ['change', 'release', 'cancel']],
    ['RELEASED', ['issueMaterials', 'complete', 'cancel']],
    ['IN_PROGRESS', ['issueMaterials', 'returnMaterials', 'complete', 'pause']],
    ['PAUSED', ['resume', 'returnMaterials']],
    ['COMPLETED', ['issueMaterials', 'returnMaterials', 'close']],
    ['CLOSED', []],
    ['CANCELLED', []],
  ])('a caller may ask of a work order that is %s for %j', (state, actions) => {
    const verbs: readonly string[] = workOrderVerbs;
    const asked = allowedActions(workOrderLifecycle, state).filter((one) => verbs.includes(one));
    expect(asked).toEqual(actions);
  });

  it.each([
    ['PENDING', ['skip']],
    ['READY', ['setUp', 'start', 'report', 'finish', 'skip']],
    ['SETUP', ['start', 'stop', 'report']],
    ['RUNNING', ['stop', 'report', 'finish']],
    ['STOPPED', ['setUp', 'start', 'report', 'finish']],
    ['DONE', []],
    ['SKIPPED', []],
  ])('a caller may ask of a job card that is %s for %j', (state, actions) => {
    const verbs: readonly string[] = jobCardVerbs;
    const asked = allowedActions(jobCardLifecycle, state).filter((one) => verbs.includes(one));
    expect(asked).toEqual(actions);
  });

  it('reach every state', () => {
    expect([...reachable(workOrderLifecycle)].sort()).toEqual(states(workOrderLifecycle).sort());
    expect([...reachable(jobCardLifecycle)].sort()).toEqual(states(jobCardLifecycle).sort());
  });
});

describe('handing on from operation to operation', () => {
  const ten = decimal(10);

  it('hands the whole quantity to the first, and what was good to the next', () => {
    const all = [at(10, '6', 'RUNNING', '1'), at(20, '2'), at(30, '0', 'PENDING')];
    expect(all.map((one) => canonical(handedTo(one, all, ten)))).toEqual(['10', '6', '2']);
  });

  it('passes by what was skipped', () => {
    const all = [at(10, '6'), at(20, '0', 'SKIPPED'), at(30, '0', 'PENDING')];
    expect(canonical(handedTo(all[2]!, all, ten))).toBe('6');
    expect(readied(all).map(({ position }) => position)).toEqual([30]);
  });

  it.each([
    ['all that was handed on', at(20, '2', 'RUNNING', '1'), '3', '0', 'DONE'],
    ['one too many', at(20, '2', 'RUNNING', '1'), '3', '1', 'REPORT_EXCEEDS_PREDECESSOR'],
  ])('takes a report of %s as %s', (_, second, good, scrap, code) => {
    const all = [at(10, '6'), second];
    const report = { quantity: ten, good: decimal(good), scrap: decimal(scrap) };
    expect(codeOf(() => refuseOverReport(second, all, report))).toBe(code);
  });

  it('begins nothing before something was handed on, and ends nothing before the one before', () => {
    const all = [at(10, '0'), at(20, '0', 'PENDING')];
    expect(codeOf(() => refuseUnlessHanded(all[1]!, all))).toBe('PREDECESSOR_NOT_DONE');
    expect(codeOf(() => refuseUnlessHanded(all[0]!, all))).toBe('DONE');
    expect(codeOf(() => refuseUnlessLast(at(20, '3'), [at(10, '3'), at(20, '3')]))).toBe(
      'PREDECESSOR_NOT_DONE',
    );
    expect(codeOf(() => refuseUnlessLast(at(20, '3'), [at(10, '3', 'DONE')]))).toBe('DONE');
  });

  it('reads the clock by what it runs for, to the second', () => {
    const since = new Date('2026-03-02T08:00:00Z');
    const now = new Date('2026-03-02T08:10:30Z');
    const read = (status: string) => {
      const { setupMinutes, runMinutes } = clockedBy({ status, runningSince: since }, now);
      return [setupMinutes, runMinutes].map(canonical);
    };
    expect(read('SETUP')).toEqual(['10.5', '0']);
    expect(read('RUNNING')).toEqual(['0', '10.5']);
  });

  it('implies the planned minutes of what a completion says, and scrap at the last', () => {
    const operation = { ...at(20, '0'), setupMinutes: decimal(30), runMinutes: decimal('1.5') };
    const implied = impliedReport(operation, true, { total: ten, scrap: decimal(2) });
    expect(Object.values(implied).map(canonical)).toEqual(['8', '2', '30', '15']);
    const rest = impliedReport({ ...operation, good: decimal(4) }, false, {
      total: ten,
      scrap: decimal(2),
    });
    expect(Object.values(rest).map(canonical)).toEqual(['6', '0', '0', '9']);
  });
});

describe('materials of a work order', () => {
  const any = { roundingMultiple: null, perUnit: decimal(3) };
  const wood = { ...any, required: decimal(30), isFixed: false, issued: decimal(6) };
  const glue = { ...any, required: decimal(2), isFixed: true, issued: decimal(0) };
  const of = (done: string) => ({ done: decimal(done), quantity: decimal(10) });

  it.each([
    ['0', '0', '0'],
    ['2', '6', '2'],
    ['10', '30', '2'],
  ])('allow for %s done of 10: %s by the unit and %s once', (done, perUnit, once) => {
    expect([allowedFor(wood, of(done)), allowedFor(glue, of(done))].map(canonical)).toEqual([
      perUnit,
      once,
    ]);
  });

  it('are backflushed only as far as they are not issued', () => {
    expect(['1', '2', '5'].map((done) => canonical(toIssue(wood, of(done))))).toEqual([
      '0',
      '0',
      '9',
    ]);
  });

  it('sum to what is required however completions are parted', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (parts) => {
        const quantity = decimal(parts.reduce((total, part) => total + part, 0));
        const material = { ...any, required: decimal('100.000000001'), isFixed: false };
        let [done, issued] = [decimal(0), decimal(0)];
        for (const part of parts) {
          done = done.add(part);
          issued = issued.add(toIssue({ ...material, issued }, { done, quantity }));
        }
        expect(canonical(issued)).toBe('100.000000001');
      }),
    );
  });

  it('do not exceed what is required unless that is meant', () => {
    expect(codeOf(() => refuseExcess(wood, decimal(25), false))).toBe('ISSUE_EXCEEDS_REQUIRED');
    expect(codeOf(() => refuseExcess(wood, decimal(24), false))).toBe('DONE');
    expect(codeOf(() => refuseExcess(wood, decimal(25), true))).toBe('DONE');
  });

  it('come back at the average they were issued at, the last with all that is left', () => {
    const issued = { issued: decimal(3), issuedCost: decimal(10) };
    expect(canonical(returnedValue(issued, decimal(1)))).toBe('3.3333');
    expect(
      canonical(returnedValue({ issued: decimal(2), issuedCost: decimal('6.6667') }, decimal(2))),
    ).toBe('6.6667');
    expect(codeOf(() => returnedValue(issued, decimal(4)))).toBe('RETURN_EXCEEDS_ISSUED');
  });
});

describe('completing', () => {
  const order = { quantity: decimal(10), completed: decimal(4), scrapped: decimal(1) };
  const made = (good: string, scrap = '0', isLast = false) => {
    return { good: decimal(good), scrap: decimal(scrap), isLast };
  };

  it.each([
    ['5', '0', false, 'DONE'],
    ['4', '1', false, 'DONE'],
    ['5', '1', false, 'COMPLETION_EXCEEDS_ORDER'],
    ['0', '0', false, 'NOTHING_TO_COMPLETE'],
    ['0', '0', true, 'DONE'],
  ])('takes %s good and %s scrapped, the last: %s, as %s', (good, scrap, isLast, code) => {
    expect(codeOf(() => refuseOverCompletion(order, made(good, scrap, isLast)))).toBe(code);
  });

  it('is finished when all is made or thrown away, or when that is said', () => {
    expect(isFinished(order, made('4'))).toBe(false);
    expect(isFinished(order, made('4', '1'))).toBe(true);
    expect(isFinished(order, made('1', '0', true))).toBe(true);
  });

  it('takes children before their parents, whatever the order of the list', () => {
    const tree = [
      { id: 'bike', parentWorkOrderId: 'elsewhere' },
      { id: 'hub', parentWorkOrderId: 'wheel' },
      { id: 'wheel', parentWorkOrderId: 'bike' },
      { id: 'frame', parentWorkOrderId: 'bike' },
    ];
    const ids = byLevel(tree).map((level) => level.map(({ id }) => id));
    expect(ids).toEqual([['hub'], ['wheel', 'frame'], ['bike']]);
  });

  it('tells how far it is, and whether it is late', () => {
    expect(canonical(progressPercent({ ...order, quantity: decimal(30) }))).toBe('16.67');
    const today = parseLocalDate('2026-03-21');
    expect(isLate('IN_PROGRESS', '2026-03-20', today)).toBe(true);
    expect(isLate('IN_PROGRESS', '2026-03-21', today)).toBe(false);
    expect(isLate('CLOSED', '2026-03-20', today)).toBe(false);
  });
});
