import { describe, expect, it } from 'vitest';
import { Decimal, RuleViolation, attempt, inField } from '../../../modules/kernel/index.js';
import { STANDARD_CALENDAR, cleanDays } from '../../../modules/platform/calendar.rules.js';
import {
  cleanRefs,
  conflictsOf,
  keyText,
  keysOf,
} from '../../../modules/platform/external-ref.rules.js';
import { GROUP_ID } from '../../../modules/platform/number-series.rules.js';
import { checkNetDays, dueOn } from '../../../modules/platform/payment-terms.rules.js';
import { checkRatePercent } from '../../../modules/platform/tax-code.rules.js';
import { parseLocalDate } from '../../../modules/kernel/index.js';

function codeOf(rule: () => unknown): string {
  const result = attempt(rule);
  return result instanceof RuleViolation ? result.code : 'accepted';
}

describe('work calendars', () => {
  it('sorts the days that differ, and of two for one day the later given counts', () => {
    const { exceptions } = cleanDays({
      minutes: STANDARD_CALENDAR.minutes,
      exceptions: [
        { on: '2026-12-25', minutes: 0 },
        { on: '2026-05-01', minutes: 240 },
        { on: '2026-05-01', minutes: 0 },
      ],
    });
    expect(exceptions).toEqual([
      { on: '2026-05-01', minutes: 0 },
      { on: '2026-12-25', minutes: 0 },
    ]);
  });

  it('refuses a week without work and a day that does not exist, with its path', () => {
    expect(codeOf(() => cleanDays({ minutes: [0, 0, 0, 0, 0, 0, 0] }))).toBe(
      'CALENDAR_WITHOUT_WORK',
    );
    const bad = {
      minutes: STANDARD_CALENDAR.minutes,
      exceptions: [{ on: '2026-02-30', minutes: 0 }],
    };
    const refused = attempt(() => cleanDays(bad));
    expect(refused).toMatchObject({ path: ['exceptions', 0, 'on'] });
  });
});

describe('payment terms and tax rates', () => {
  it('lets a document of 31 January be due 30 days later, on 2 March', () => {
    expect(dueOn({ netDays: 30 }, parseLocalDate('2026-01-31'))).toBe('2026-03-02');
  });

  it.each([[-1], [1.5], [367], [NaN]])('refuses terms of %s days', (netDays) => {
    expect(codeOf(() => checkNetDays(netDays))).toBe('NET_DAYS_OUT_OF_RANGE');
  });

  it.each([
    ['0', 'accepted'],
    ['7.7', 'accepted'],
    ['100', 'accepted'],
    ['100.0001', 'TAX_RATE_OUT_OF_RANGE'],
    ['-1', 'TAX_RATE_OUT_OF_RANGE'],
    ['1.00001', 'TAX_RATE_OUT_OF_RANGE'],
    ['NaN', 'TAX_RATE_OUT_OF_RANGE'],
  ])('of a tax rate of %s percent: %s', (percent, expected) => {
    expect(codeOf(() => checkRatePercent(new Decimal(percent)))).toBe(expected);
  });
});

describe('external references', () => {
  const claim = { scopeId: GROUP_ID, noun: 'Item', nodeId: 'node-1' };

  it('names each key once and in one order, whoever asks for it', () => {
    const refs = [
      { system: 'shop', key: 'B' },
      { system: 'erp', key: '7' },
    ];
    const other = { ...claim, nodeId: 'node-2', refs: [{ system: 'shop', key: 'B' }] };
    const keys = keysOf([{ ...claim, refs }, other]);
    expect(keys.map(({ system, key, nodeId }) => [system, key, nodeId])).toEqual([
      ['erp', '7', 'node-1'],
      ['shop', 'B', 'node-1'],
    ]);
  });

  it('tells which key another node holds', () => {
    const refs = [
      { system: 'erp', key: '7' },
      { system: 'shop', key: 'B' },
    ];
    const holders = new Map([
      [keyText({ ...claim, system: 'erp', key: '7' }), 'node-1'],
      [keyText({ ...claim, system: 'shop', key: 'B' }), 'node-9'],
    ]);
    const conflicts = conflictsOf({ ...claim, refs }, holders);
    expect(conflicts).toMatchObject([{ code: 'DUPLICATE_KEY', path: ['externalRefs', 1] }]);
  });

  it('refuses a key without a system, with its path', () => {
    const refused = attempt(() => cleanRefs([{ system: ' ', key: '1' }]));
    expect(refused).toMatchObject({ code: 'TEXT_TOO_SHORT', path: [0, 'system'] });
  });

  it('puts the field in front of the path of a refusal and lets a bug through', () => {
    expect(inField('refs', () => 7)).toBe(7);
    expect(() => inField('refs', () => cleanRefs([{ system: '', key: '' }]))).toThrow(
      RuleViolation,
    );
    expect(() =>
      inField('refs', () => {
        throw new TypeError('A bug.');
      }),
    ).toThrow(TypeError);
  });
});
