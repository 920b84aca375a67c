import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { activityLifecycle } from '../../../modules/crm/activity.rules.js';
import {
  cleanLine,
  daysBetweenInstants,
  opportunityLifecycle,
  probability,
  weightedAmount,
  worth,
} from '../../../modules/crm/opportunity.rules.js';
import { cleanStage, standardStages } from '../../../modules/crm/opportunity-stage.rules.js';
import type { RuleViolation } from '../../../modules/kernel/index.js';
import {
  allowedActions,
  canonical,
  decimal,
  reachable,
  states,
} from '../../../modules/kernel/index.js';

describe('the life of an opportunity', () => {
  it.each([
    ['OPEN', ['change', 'moveStage', 'win', 'lose']],
    ['WON', ['reopen']],
    ['LOST', ['reopen']],
  ])('%s allows %j', (state, actions) => {
    expect(allowedActions(opportunityLifecycle, state)).toEqual(actions);
  });

  it('reaches every state, and so does the life of an activity', () => {
    expect([...reachable(opportunityLifecycle)].sort()).toEqual(
      states(opportunityLifecycle).sort(),
    );
    expect([...reachable(activityLifecycle)].sort()).toEqual(states(activityLifecycle).sort());
  });
});

describe('the standard stages', () => {
  it('grow more certain on the way', () => {
    expect(
      standardStages.map(({ code, probabilityPercent }) => [code, +probabilityPercent]),
    ).toEqual([
      ['QUALIFY', 10],
      ['PROPOSE', 40],
      ['NEGOTIATE', 70],
      ['COMMIT', 90],
    ]);
  });

  it.each([
    [{ position: 0 }, 'POSITION_OUT_OF_RANGE'],
    [{ probabilityPercent: decimal('100.0001') }, 'PROBABILITY_OUT_OF_RANGE'],
    [{ name: ' ' }, 'TEXT_TOO_SHORT'],
  ])('are not changed to %j', (details, code) => {
    const stage = standardStages[0]!;
    const refusal = (() => {
      try {
        return cleanStage(details, stage);
      } catch (error) {
        return error as RuleViolation;
      }
    })();
    expect(refusal).toMatchObject({ code, path: Object.keys(details) });
  });
});

describe('the chance and the weight of an opportunity', () => {
  const chance = (status: string, own: string | null) =>
    canonical(
      probability({
        status,
        probabilityPercent: own === null ? null : decimal(own),
        stagePercent: decimal(40),
      }),
    );

  it('is what was said of it, else what its stage says, and sure once closed', () => {
    expect([chance('OPEN', null), chance('OPEN', '65'), chance('OPEN', '0')]).toEqual([
      '40',
      '65',
      '0',
    ]);
    expect([chance('WON', '65'), chance('LOST', '65')]).toEqual(['100', '0']);
  });

  it.each([
    ['12500', '40', 'EUR', '5000'],
    ['99.99', '33.3333', 'EUR', '33.33'], // 33.32996667
    ['0.05', '50', 'EUR', '0.03'], // 0.025, half away from zero
    ['1001', '50', 'JPY', '501'],
  ])('%s at %s %% in %s weighs %s', (amount, percent, currency, expected) => {
    expect(canonical(weightedAmount(decimal(amount), decimal(percent), currency))).toBe(expected);
  });

  it('weighs between nothing and all of it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.integer({ min: 0, max: 100 }),
        (cents, percent) => {
          const amount = decimal(cents).div(100);
          const weight = weightedAmount(amount, decimal(percent), 'EUR');
          expect(weight.gte(0) && weight.lte(amount)).toBe(true);
        },
      ),
    );
  });
});

describe('the time in a stage', () => {
  it.each([
    ['2026-03-02T08:00:00Z', '2026-03-02T08:00:00Z', '0'],
    ['2026-03-02T08:00:00Z', '2026-03-03T20:00:00Z', '1.5'],
    ['2026-03-02T08:00:00Z', '2026-03-02T08:07:12Z', '0.01'], // 432 s ÷ 86,400 s = 0.005
    ['2026-02-28T00:00:00Z', '2026-03-07T00:00:00Z', '7'],
  ])('from %s to %s is %s days', (from, to, expected) => {
    expect(canonical(daysBetweenInstants(new Date(from), new Date(to)))).toBe(expected);
  });
});

const bolt = {
  stockUnit: 'C62',
  units: [{ unit: 'BX', factor: decimal(12) }],
  name: 'Bolt',
  isSold: true,
  isArchived: false,
};
const items = new Map([
  ['bolt', bolt],
  ['old', { ...bolt, name: 'Old', isArchived: true }],
]);

describe('what is wanted', () => {
  it('is worth quantity times price, rounded once; the sum replaces the estimate', () => {
    const three = { itemId: 'bolt', quantity: decimal(3), unitPrice: decimal('0.335') };
    const line = cleanLine(three, 'EUR', items);
    expect(line).toMatchObject({ description: 'Bolt', unit: 'C62' });
    expect(canonical(line.netAmount)).toBe('1.01'); // 1.005
    expect(canonical(worth([line, line], decimal(500)))).toBe('2.02');
    expect(canonical(worth([], decimal(500)))).toBe('500');
  });

  it.each([
    [{ itemId: 'gone' }, 'NOT_FOUND', 'itemId'],
    [{ itemId: 'old' }, 'ITEM_NOT_SOLD', 'itemId'],
    [{ itemId: 'bolt', unit: 'KGM' }, 'UNIT_MISMATCH', 'unit'],
    [{ unit: 'BX' }, 'CHARGE_UNIT', 'unit'],
    [{ quantity: decimal(0) }, 'QUANTITY_OUT_OF_RANGE', 'quantity'],
    [{ unitPrice: decimal(-1) }, 'PRICE_OUT_OF_RANGE', 'unitPrice'],
    [{ requestedOn: '2026-02-30' }, 'DATE_MALFORMED', 'requestedOn'],
  ])('is refused with %j: %s', (wrong, code, field) => {
    const refusal = (() => {
      try {
        return cleanLine({ quantity: decimal(1), unitPrice: decimal(1), ...wrong }, 'EUR', items);
      } catch (error) {
        return error as RuleViolation;
      }
    })();
    expect(refusal).toMatchObject({ code, path: [field] });
  });
});
