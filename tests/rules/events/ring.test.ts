import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { LoggedEvent } from '../../../modules/events/index.js';
import { createRing } from '../../../modules/events/ring.js';

const at = (position: number): LoggedEvent => ({
  ...{ position, id: '', type: '', companyId: null, documentType: '', documentId: '', version: 1 },
  ...{ changedFields: [], data: {}, actorId: '', requestId: '', occurredAt: new Date(0) },
});
const positionsOf = (events: readonly LoggedEvent[] | null) =>
  events?.map(({ position }) => position) ?? null;

describe('the ring of the newest events', () => {
  it('answers what follows a position, and nothing to one who has seen all', () => {
    const ring = createRing(10, 4);
    ring.push([at(11), at(12), at(13)]);
    expect(positionsOf(ring.after(11))).toEqual([12, 13]);
    expect(ring.after(13)).toEqual([]);
    expect(ring.last).toBe(13);
  });

  it('sends one who stands before its beginning to the store', () => {
    expect(createRing(10, 4).after(9)).toBeNull();
    expect(createRing(10, 4).after(10)).toEqual([]);
  });

  it('never leaves a gap between what it has forgotten and what it answers', () => {
    const pushes = fc.array(fc.integer({ min: 0, max: 7 }), { maxLength: 30 });
    fc.assert(
      fc.property(pushes, fc.integer({ min: 1, max: 5 }), fc.nat(200), (sizes, size, asked) => {
        const ring = createRing(0, size);
        let last = 0;
        for (const count of sizes) {
          ring.push(Array.from({ length: count }, () => at((last += 1))));
        }
        const answer = positionsOf(ring.after(asked));
        const expected = Array.from({ length: Math.max(last - asked, 0) }, (_, i) => asked + 1 + i);
        if (answer === null) expect(last - asked).toBeGreaterThan(size);
        else expect(answer).toEqual(expected);
      }),
    );
  });
});
