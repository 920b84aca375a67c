import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createShelf, type Keeper } from '../../../server/shelf.js';

/** A keeper of numbered things. */
function keeper(shelf: ReturnType<typeof createShelf>) {
  const held: number[] = [];
  const own: Keeper = { dropOldest: () => void held.shift() };
  return {
    held,
    keep(thing: number, bytes = 1): void {
      held.push(thing);
      shelf.add(own, bytes);
    },
  };
}

describe('what is kept for a while', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('is at most so much of all keepers together, and the oldest of all goes first', () => {
    const shelf = createShelf(10, 1_000);
    const [one, other] = [keeper(shelf), keeper(shelf)];
    one.keep(1, 4);
    other.keep(2, 4);
    one.keep(3, 2);
    expect([one.held, other.held]).toEqual([[1, 3], [2]]);
    one.keep(4, 1);
    expect([one.held, other.held]).toEqual([[3, 4], [2]]);
    other.keep(5, 7);
    expect([one.held, other.held]).toEqual([[3, 4], [5]]);
  });

  it('is not kept at all when it alone is too much', () => {
    const shelf = createShelf(10, 1_000);
    const one = keeper(shelf);
    one.keep(1, 11);
    one.keep(2, 10);
    expect(one.held).toEqual([2]);
  });

  it('goes when it is too old', () => {
    const shelf = createShelf(10, 1_000);
    const one = keeper(shelf);
    one.keep(1);
    vi.advanceTimersByTime(600);
    one.keep(2);
    vi.advanceTimersByTime(399);
    shelf.tidy();
    expect(one.held).toEqual([1, 2]);
    vi.advanceTimersByTime(1);
    shelf.tidy();
    expect(one.held).toEqual([2]);
  });

  it('is kept in order over thousands', () => {
    const shelf = createShelf(100, 1_000);
    const all = [keeper(shelf), keeper(shelf), keeper(shelf)];
    for (let thing = 0; thing < 10_000; thing += 1) all[thing % 3]!.keep(thing);
    const held = all.flatMap((one) => one.held).sort((a, b) => a - b);
    expect(held).toEqual(Array.from({ length: 100 }, (_, index) => 9_900 + index));
  });
});
