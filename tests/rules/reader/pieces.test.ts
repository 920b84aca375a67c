import { describe, expect, it } from 'vitest';
import { joined, type Piece } from '../../../prisma/reader/written/pieces.js';

/** How deep an expression's brackets go. */
function depthOf(sql: string): number {
  let [depth, most] = [0, 0];
  for (const letter of sql) {
    if (letter === '(') most = Math.max(most, (depth += 1));
    if (letter === ')') depth -= 1;
  }
  return most;
}

/** The longest chain of operators without a bracket. */
const longestChain = (sql: string): number =>
  Math.max(...sql.split(/[()]/).map((part) => part.split('||').length));

describe('texts that the store joins', () => {
  it('are one constant where they follow each other', () => {
    const pieces: Piece[] = [{ text: '{' }, { text: '"a":' }, { sql: 't.a' }, { text: '}' }];
    expect(joined(pieces)).toBe(`'{"a":' || t.a || '}'`);
  });

  it.each([1, 8, 9, 100, 5_000])('keep their order, and never go deep: %d', (count) => {
    const names = Array.from({ length: count }, (_, at) => `c${at}`);
    const sql = joined(names.map((name) => ({ sql: name })));
    expect(sql.match(/c\d+/g)).toEqual(names);
    expect(depthOf(sql)).toBeLessThanOrEqual(Math.ceil(Math.log2(count)));
    expect(longestChain(sql)).toBeLessThanOrEqual(8);
  });
});
