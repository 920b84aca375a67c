import { describe, expect, it } from '@jest/globals';
import { cleanItem, cleanUnits, unitsText } from '../../../modules/inventory/item.rules.js';
import { placeCode } from '../../../modules/inventory/place.rules.js';
import { RuleViolation, attempt, decimal } from '../../../modules/kernel/index.js';

const units = new Set(['C62', 'BX', 'KGM']);

function reason(rule: () => unknown): [string, string] {
  const result = attempt(rule);
  if (!(result instanceof RuleViolation)) throw new Error('It was not refused.');
  return [result.code, result.path.join('.')];
}

describe('what an item says of itself', () => {
  it('is bought, sold and stocked in pieces unless it says otherwise', () => {
    expect(cleanItem({ name: ' Bolt ' }, null, units)).toEqual({
      name: 'Bolt',
      description: null,
      category: null,
      categoryId: null,
      unit: 'C62',
      isMade: false,
      isBought: true,
      isSold: true,
      isStocked: true,
      isLotTracked: false,
    });
  });

  it('keeps what is absent and clears what is null', () => {
    const before = cleanItem({ name: 'Bolt', category: 'Parts', description: 'M6' }, null, units);
    const changed = cleanItem({ category: null }, before, units);
    expect(changed).toEqual({ ...before, category: null });
  });

  it('keeps its stock unit', () => {
    const before = cleanItem({ name: 'Bolt' }, null, units);
    expect(cleanItem({ unit: 'C62' }, before, units).unit).toBe('C62');
    expect(reason(() => cleanItem({ unit: 'KGM' }, before, units))).toEqual(['UNIT_FIXED', 'unit']);
  });

  it('refuses a name that is none, and a unit nobody knows', () => {
    expect(reason(() => cleanItem({}, null, units))).toEqual(['TEXT_TOO_SHORT', 'name']);
    const item = { name: 'Bolt', unit: 'HUGS' };
    expect(reason(() => cleanItem(item, null, units))).toEqual(['UNIT_UNKNOWN', 'unit']);
  });
});

describe('the other units of an item', () => {
  const box = (factor: string) => ({ unit: 'BX', factor: decimal(factor) });

  it('say how much of the stock unit they are', () => {
    expect(unitsText(cleanUnits([box('12.0')], 'C62', units))).toBe('BX=12');
  });

  it.each(['0', '-1', '0.0000000001', '1e30'])('are never %s of it', (factor) => {
    const rule = () => cleanUnits([box(factor)], 'C62', units);
    expect(reason(rule)).toEqual(['FACTOR_OUT_OF_RANGE', '0.factor']);
  });

  it('are named once, and never the stock unit itself', () => {
    const twice = () => cleanUnits([box('1'), box('2')], 'C62', units);
    expect(reason(twice)).toEqual(['UNIT_REPEATED', '1.unit']);
    expect(reason(() => cleanUnits([box('1')], 'BX', units))).toEqual(['UNIT_REPEATED', '0.unit']);
  });
});

describe('the codes of places', () => {
  it('are short and in capitals', () => {
    expect(placeCode(' A-01.2 ')).toBe('A-01.2');
    for (const code of ['', 'a', '-A', 'A B', 'A'.repeat(21)]) {
      expect(reason(() => placeCode(code))[0]).toBe('CODE_MALFORMED');
    }
  });
});
