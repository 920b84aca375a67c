import { describe, expect, it } from 'vitest';
import { PeriodNotReady } from '../../../modules/finance/errors.js';

describe('a period that cannot be closed yet', () => {
  it.each([
    [2, null, 'check and post the {unpostedEntries} vouchers in it that are not posted'],
    [0, '2026-02', 'close the period {earlierPeriod} before it first'],
    [
      1,
      '2026-02',
      'check and post the {unpostedEntries} vouchers in it that are not posted, and close the ' +
        'period {earlierPeriod} before it first',
    ],
  ])('says what is to be done of %s vouchers and %s', (unpostedEntries, earlierPeriod, words) => {
    const refusal = new PeriodNotReady({ period: '2026-03', unpostedEntries, earlierPeriod });
    const filled = words
      .replace('{unpostedEntries}', String(unpostedEntries))
      .replace('{earlierPeriod}', String(earlierPeriod));
    expect(refusal.message).toBe(`The fiscal period 2026-03 cannot be closed yet: ${filled}.`);
  });
});
