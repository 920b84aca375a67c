import { describe, expect, it } from 'vitest';
import { misheard } from '../../chaos/hearing.js';

describe('what a subscriber heard, compared with the log', () => {
  it.each([
    { what: 'all of it, once and in order', heard: [3, 5, 8], faults: [] },
    { what: 'nothing', heard: [], faults: ['missed 3, first 3'] },
    { what: 'without the one in the middle', heard: [3, 8], faults: ['missed 1, first 5'] },
    { what: 'one twice', heard: [3, 5, 5, 8], faults: ['heard 1 twice', 'heard out of order'] },
    { what: 'two the other way round', heard: [3, 8, 5], faults: ['heard out of order'] },
    { what: 'what is of others', heard: [3, 4, 5, 8], faults: ['heard 1 of others, first 4'] },
    {
      what: 'something that is no change',
      heard: [3, 5, 8, NaN],
      faults: ['heard 1 of others, first NaN'],
    },
  ])('finds the fault in $what', ({ heard, faults }) => {
    expect(misheard([3, 5, 8], heard)).toEqual(faults);
  });
});
