import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBuckets } from '../../../server/buckets.js';

const rates = { capacity: 1000, restoreRate: 100 };

describe('the bucket of a client', () => {
  it('is full at first, empties by what is taken and fills again with time', () => {
    const buckets = createBuckets(rates);
    expect(buckets.take('ada', 1000, 0)).toBe(0);
    expect(buckets.state('ada', 0)).toEqual({ left: 0, ...rates });
    expect(buckets.state('ada', 2500).left).toBe(250);
    expect(buckets.state('ada', 60_000).left).toBe(1000);
  });

  it('tells the whole seconds to wait, after which the cost is there', () => {
    const buckets = createBuckets(rates);
    buckets.take('ada', 950, 0);
    expect(buckets.take('ada', 51, 0)).toBe(1);
    expect(buckets.take('ada', 251, 0)).toBe(3);
    expect(buckets.take('ada', 251, 3000)).toBe(0);
  });

  it('takes nothing when it refuses, and nothing from others', () => {
    const buckets = createBuckets(rates);
    buckets.take('ada', 900, 0);
    buckets.take('ada', 500, 0);
    expect(buckets.state('ada', 0).left).toBe(100);
    expect(buckets.state('bo', 0).left).toBe(1000);
  });

  it('owes what was caused already, and no more than it holds', () => {
    const buckets = createBuckets(rates);
    for (let turn = 0; turn < 5; turn += 1) buckets.charge('ada', 600, 0);
    expect(buckets.state('ada', 0).left).toBe(-1000);
    expect(buckets.take('ada', 0, 10_000)).toBe(0);
  });

  it('never holds more than its capacity, whatever is given back', () => {
    const buckets = createBuckets(rates);
    buckets.giveBack('ada', 500, 0);
    expect(buckets.state('ada', 0).left).toBe(1000);
  });

  it('lets through no more than its capacity and what comes back in the time', () => {
    const step = fc.record({ cost: fc.integer({ min: 0, max: 1200 }), wait: fc.nat(3000) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const buckets = createBuckets(rates);
        let now = 0;
        let taken = 0;
        for (const { cost, wait } of steps) {
          now += wait;
          if (buckets.take('ada', cost, now) === 0) taken += cost;
          expect(taken).toBeLessThanOrEqual(1000 + (now / 1000) * 100 + 1e-6);
        }
      }),
    );
  });

  it('forgets who has asked for nothing lately, however many names come', () => {
    const buckets = createBuckets(rates);
    for (let place = 0; place < 30_000; place += 1) buckets.take(`name ${place}`, 1, place);
    expect(buckets.size()).toBeLessThanOrEqual(10_000);
  });
});
