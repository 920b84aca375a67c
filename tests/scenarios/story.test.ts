import { afterAll, beforeAll, expect, it } from 'vitest';
import { playStory } from '../../clients/story/play.js';
import { openGraph, type TestGraph } from '../support/graph.js';
import { brokenInvariants } from '../support/invariants.js';

let graph: TestGraph;
let told: string;

beforeAll(async () => {
  graph = await openGraph();
  told = '';
  const { url, token } = graph;
  await playStory({ url, token, hasColours: false, write: (text) => (told += text) });
});
afterAll(() => graph.close());

/** What was told of a step or a push, by its mark and its words. */
const toldOf = (mark: '✓' | '←', what: string): string[] =>
  told.split('\n').filter((line) => line.trimStart().startsWith(`${mark} ${what}`));

it('leads from an opportunity to the payment, each step by the number of its document', () => {
  const steps = [
    ['opportunity', /OPP-\d{4}-00001 .* 10 % likely/],
    ['quote sent', /QU-\d{4}-00001 /],
    ['quote accepted', /SO-\d{4}-00001 .* with tax 10,935\.01 EUR/],
    ['one click', /SO-\d{4}-00001 .* 11 work orders, all released/],
    ['purchase order', /PO-\d{4}-00001 .* 56,340 JPY/],
    ['goods received', /GR-\d{4}-00001 /],
    ['bill posted', /PI-\d{4}-00001 .* as ordered, which matches/],
    ['payment made', /PAY-\d{4}-00001 .* at 0\.00613, billed at 0\.0061/],
    ['reported', /JC-\d{4}-\d+ .* 8 good, 119 minutes/],
    ['work completed', /WO-\d{4}-\d+ /],
    ['work closed', /WO-\d{4}-00001 /],
    ['delivery shipped', /DN-\d{4}-00001 /],
    ['invoice posted', /INV-\d{4}-00001 .* 10,935\.01 EUR/],
    ['payment received', /PAY-\d{4}-00003 /],
  ] as const;
  for (const [what, number] of steps) expect(toldOf('✓', what)[0]).toMatch(number);
  expect(toldOf('✓', 'bill posted')[1]).toMatch(/RIM-28 at 18\.2, not 17\.5, within the tolerance/);
});

it('makes what it sells of what it bought for it, and tells of it as it happens', () => {
  // 4 × 2 + 3 × 2 wheels of a rim each, 6 in stock; 24 hubs of an axle each, 18 in stock.
  for (const short of [/GEARS-8 +3 /, /RIM-28 +8 /, /AXLE +6 /]) expect(told).toMatch(short);
  const pushed = toldOf('←', 'pushed').join('\n');
  expect(pushed).toMatch(/IN_PROGRESS +WHEEL-28 +0\/8, Lace is done: 8 good, True runs/);
  expect(pushed).toMatch(/COMPLETED +WHEEL-28 +7\/8/);
  expect(pushed).toMatch(/SO-\S+ +IN_FULFILMENT +made 4\/4 3\/3 5\/5, .*shipped 2\/4 3\/3 0\/5/);
  expect(pushed).toMatch(/SO-\S+ +INVOICED .* paid 10,935\.01 EUR/);
  expect(pushed.match(/ CLOSED /g)).toHaveLength(11);
});

it('ends with books in which every invariant holds', async () => {
  expect(told).toMatch(/✓ equal .* the margins are the gross profit/);
  expect(told).toMatch(/✓ all hold +\d+ checked +not one exception/);
  await graph.settled();
  expect(await brokenInvariants(graph.database)).toEqual([]);
});
