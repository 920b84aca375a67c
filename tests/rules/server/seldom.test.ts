import { expect, it } from 'vitest';
import { seldom } from '../../../server/seldom.js';

it('tells the first at once, and the others now and then with how many there were', () => {
  let at = 0;
  const told: [string, number][] = [];
  const tell = seldom((what: string, keptBack) => void told.push([what, keptBack]), {
    now: () => at,
    everyMs: 10_000,
  });
  for (at of [0, 250, 500, 9_999, 10_000, 10_250, 60_000]) tell(`at ${at}`);
  expect(told).toEqual([
    ['at 0', 0],
    ['at 10000', 3],
    ['at 60000', 1],
  ]);
});
