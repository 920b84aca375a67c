import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Decimal, isAccepted, parseLocalDate } from '../../../modules/kernel/index.js';
import { exchangeRates, reference } from '../../../modules/platform/index.js';
import type { Database } from '../../../prisma/database.js';
import { acting, type Acting } from '../../support/acting.js';
import { openTestDatabase } from '../../support/database.js';

let database: Database;
let stage: Acting;

const rateOf = (from: string, to: string, validFrom: string, rate: string) => ({
  from,
  to,
  validFrom,
  rate: new Decimal(rate),
});

beforeAll(async () => {
  database = await openTestDatabase();
  stage = acting(database);
  await stage.act(reference.seed);
  await stage.act((tx) =>
    exchangeRates.set(tx, [
      rateOf('EUR', 'USD', '2026-01-01', '1.08'),
      rateOf('EUR', 'USD', '2026-03-01', '1.10'),
      rateOf('GBP', 'USD', '2026-01-01', '1.25'),
    ]),
  );
});

afterAll(() => database.close());

async function rate(from: string, to: string, on: string): Promise<string> {
  const wanted = { from, to, on: parseLocalDate(on) };
  return (await stage.act((tx) => exchangeRates.rate(tx, wanted))).toString();
}

async function events(): Promise<number> {
  const type = 'platform.exchangeRateSet';
  return (await database.db.selectFrom('Event').select('id').where('type', '=', type).execute())
    .length;
}

describe('the rate of a day', () => {
  it('is the latest that began on or before the day', async () => {
    expect(await rate('EUR', 'USD', '2026-01-01')).toBe('1.08');
    expect(await rate('EUR', 'USD', '2026-02-28')).toBe('1.08');
    expect(await rate('EUR', 'USD', '2026-03-01')).toBe('1.1');
    expect(await rate('EUR', 'USD', '2030-12-31')).toBe('1.1');
  });

  it('is 1 for a currency to itself, whatever the day', async () => {
    expect(await rate('EUR', 'EUR', '1990-01-01')).toBe('1');
  });

  it('is turned round when only the other way is known', async () => {
    expect(await rate('USD', 'GBP', '2026-02-01')).toBe('0.8');
    expect(await rate('USD', 'EUR', '2026-03-05')).toBe('0.909090909091');
  });

  it('is missing before the first one began and between strangers', async () => {
    const wanted = { from: 'EUR', to: 'USD', on: parseLocalDate('2025-12-31') };
    const early = await stage.refusal((tx) => exchangeRates.rate(tx, wanted));
    expect(early).toMatchObject({
      code: 'RATE_MISSING',
      params: { from: 'EUR', to: 'USD', on: '2025-12-31' },
    });
    const strangers = { from: 'EUR', to: 'GBP', on: parseLocalDate('2026-03-05') };
    expect((await stage.refusal((tx) => exchangeRates.rate(tx, strangers))).code).toBe(
      'RATE_MISSING',
    );
  });

  it('is found for many pairs in one statement, in the order asked', async () => {
    const on = parseLocalDate('2026-03-05');
    const wanted = [
      { from: 'USD', to: 'GBP', on },
      { from: 'USD', to: 'USD', on },
      { from: 'EUR', to: 'JPY', on },
      { from: 'EUR', to: 'USD', on },
    ];
    const { value, texts } = await database.statements.during(() =>
      stage.act((tx) => exchangeRates.rates(tx, wanted)),
    );
    const found = value.map((one) => (isAccepted(one) ? one.ok.toString() : 'missing'));
    expect(found).toEqual(['0.8', '1', 'missing', '1.1']);
    expect(texts.filter((text) => text.includes('"ExchangeRate"'))).toHaveLength(1);
  });
});

describe('setting rates', () => {
  it('corrects a rate with a new version and leaves an equal one as it is', async () => {
    const inputs = [
      rateOf('EUR', 'CHF', '2026-01-01', '0.95'),
      rateOf('EUR', 'SEK', '2026-01-01', '11'),
    ];
    await stage.act((tx) => exchangeRates.set(tx, inputs));
    const before = await events();
    const again = [
      rateOf('EUR', 'CHF', '2026-01-01', '0.950'),
      rateOf('EUR', 'SEK', '2026-01-01', '12'),
    ];
    const outcomes = await stage.act((tx) => exchangeRates.set(tx, again));
    expect(outcomes.map((one) => isAccepted(one) && one.ok.version)).toEqual([1, 2]);
    expect(await events()).toBe(before + 1);
  });

  it('refuses the bad ones among the good ones', async () => {
    const inputs = [
      rateOf('EUR', 'NOK', '2026-01-01', '0'),
      rateOf('EUR', 'NOK', '2026-01-01', '11.5'),
      rateOf('EUR', 'XXX', '2026-01-01', '1'),
    ];
    const outcomes = await stage.act((tx) => exchangeRates.set(tx, inputs));
    expect(outcomes.map(isAccepted)).toEqual([false, true, false]);
    expect(await rate('EUR', 'NOK', '2026-01-02')).toBe('11.5');
  });

  it('is refused by the store itself when the rate is no number', async () => {
    const text = `update "ExchangeRate" set "rate" = 'NaN'`;
    await expect(database.query({ text, values: [] })).rejects.toThrow(/ExchangeRate_rate_check/);
  });
});
