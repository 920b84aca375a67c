import { describe, expect, it } from 'vitest';
import { RuleViolation, matchRows } from '../../../modules/kernel/index.js';

const known = [
  { id: '1', code: 'ONE' },
  { id: '2', code: 'TWO' },
];
const matched = (...rows: { code: string | null; named: string[] }[]) =>
  matchRows(rows, known, 'Item').map((match) =>
    match instanceof RuleViolation ? match.code : (match.known?.code ?? null),
  );

describe('which node a row means', () => {
  it('is the one its external references name, else the one with its code, else a new one', () => {
    const named = { code: null, named: ['2'] };
    const coded = { code: 'ONE', named: [] };
    expect(matched(named, coded, { code: 'NEW', named: [] })).toEqual(['TWO', 'ONE', null]);
  });

  it('is never two', () => {
    expect(matched({ code: null, named: ['1', '2'] })).toEqual(['REFERENCES_DISAGREE']);
  });

  it('does not change its code', () => {
    expect(matched({ code: 'NEW', named: ['1'] })).toEqual(['CODE_FIXED']);
  });

  it('is meant by one row of a list only, but rows without a name are each a new one', () => {
    const one = { code: 'ONE', named: [] };
    const fresh = { code: 'NEW', named: [] };
    const blank = { code: null, named: [] };
    expect(matched(one, one)).toEqual(['ONE', 'DUPLICATE_KEY']);
    expect(matched(fresh, fresh)).toEqual([null, 'DUPLICATE_KEY']);
    expect(matched(blank, blank)).toEqual([null, null]);
  });
});
