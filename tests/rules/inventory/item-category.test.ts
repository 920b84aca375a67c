import { describe, expect, it } from 'vitest';
import { refusePlace, wayUp } from '../../../modules/inventory/item-category.rules.js';

const tree = new Map<string, string | null>([
  ['metal', null],
  ['steel', 'metal'],
  ['screws', 'steel'],
  ['hen', 'egg'],
  ['egg', 'hen'],
]);

describe('the place of a category', () => {
  it('leads up to the top', () => {
    expect(wayUp('screws', tree)).toEqual(['screws', 'steel', 'metal']);
    expect(() => refusePlace('screws', tree)).not.toThrow();
  });

  it('is refused below itself', () => {
    expect(wayUp('hen', tree)).toBeNull();
    expect(() => refusePlace('egg', tree)).toThrow('A category cannot be below itself.');
  });

  it('is refused deeper than twenty levels', () => {
    const deep = new Map(
      Array.from({ length: 21 }, (_, i) => [`${i}`, i === 0 ? null : `${i - 1}`]),
    );
    expect(() => refusePlace('19', deep)).not.toThrow();
    expect(() => refusePlace('20', deep)).toThrow();
  });
});
