import { describe, expect, it } from 'vitest';
import {
  RuleViolation,
  attempt,
  checkMerge,
  mergedColumns,
  type Mergeable,
} from '../../../modules/kernel/index.js';

const row = (id: string, more: Partial<Mergeable> = {}) => ({
  ...{ id, code: id.toUpperCase(), archivedAt: null, mergedIntoId: null, ...more },
});
const gone = { archivedAt: new Date(0) };

class Archived extends RuleViolation {
  constructor(code: string) {
    super({ code: 'ARCHIVED', message: code });
  }
}

describe('whether one may be merged into another', () => {
  it.each([
    ['is taken when both are in use', row('a'), row('b'), 'taken'],
    ['is taken when the merged is archived', row('a'), row('b', gone), 'taken'],
    ['is refused into itself', row('a'), row('a'), 'MERGED_INTO_ITSELF mergedId'],
    ['is refused into an archived one', row('a', gone), row('b'), 'ARCHIVED survivorId'],
    [
      'is refused into a merged one',
      row('a', { ...gone, mergedIntoId: 'c' }),
      row('b'),
      'ALREADY_MERGED survivorId',
    ],
    [
      'is refused twice',
      row('a'),
      row('b', { ...gone, mergedIntoId: 'c' }),
      'ALREADY_MERGED mergedId',
    ],
  ])('%s', (_, survivor, merged, expected) => {
    const outcome = attempt(() => {
      checkMerge({ survivor, merged }, (code) => new Archived(code));
      return 'taken';
    });
    const told =
      outcome instanceof RuleViolation ? `${outcome.code} ${outcome.path.join('.')}` : outcome;
    expect(told).toBe(expected);
  });
});

describe('what a survivor says of itself', () => {
  const survivor = { ...row('a'), name: 'North', email: null, phone: '1' };
  const merged = { ...row('b'), name: 'Nord', email: 'b@n.example', phone: null };
  const fields = ['name', 'email', 'phone'] as const;

  it('is its own word, and the word of the merged where it has none', () => {
    const columns = mergedColumns<typeof survivor | typeof merged, (typeof fields)[number]>(
      { survivor, merged },
      fields,
      new Set(),
    );
    expect(columns).toEqual({ name: 'North', email: 'b@n.example', phone: '1' });
  });

  it('is what was chosen of the merged, unless that says nothing', () => {
    const columns = mergedColumns<typeof survivor | typeof merged, (typeof fields)[number]>(
      { survivor, merged },
      fields,
      new Set(['name', 'phone']),
    );
    expect(columns).toEqual({ name: 'Nord', email: 'b@n.example', phone: '1' });
  });
});
