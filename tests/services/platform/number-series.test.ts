import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Tx } from '../../../modules/events/index.js';
import { decimal, InvalidInput, parseLocalDate } from '../../../modules/kernel/index.js';
import { companies, GROUP_ID, numberSeries, reference } from '../../../modules/platform/index.js';
import { openDatabase, type Database } from '../../../prisma/database.js';
import { acting, type Acting } from '../../support/acting.js';
import { onPostgres, openTestDatabase } from '../../support/database.js';

let database: Database;
let stage: Acting;
let founded = 0;

beforeAll(async () => {
  database = await openTestDatabase();
  stage = acting(database);
  await stage.act(reference.seed);
});

afterAll(() => database.close());

async function newCompany(): Promise<string> {
  const place = { countryCode: 'US', baseCurrency: 'USD', timeZone: 'America/New_York' };
  founded += 1;
  const code = `CO-${founded}`;
  return (await stage.act((tx) => companies.create(tx, { code, name: code, ...place }))).id;
}

const wanted = (companyId: string, series: string, count = 1, on = '2026-03-02') => ({
  companyId,
  series,
  on: parseLocalDate(on),
  count,
});

const change = (companyId: string, code: string, pattern: string) =>
  stage.act(async (tx) => {
    const { id } = await tx.db
      .selectFrom('NumberSeries')
      .select('id')
      .where('companyId', '=', companyId)
      .where('code', '=', code)
      .executeTakeFirstOrThrow();
    return numberSeries.change(tx, { id, pattern });
  });

const failing = (verb: (tx: Tx) => Promise<unknown>) => async (tx: Tx) => {
  await verb(tx);
  throw new InvalidInput('ENOUGH', 'Enough.');
};

describe('numbers with gaps', () => {
  it('rise within a company and a year and start again in the next', async () => {
    const id = await newCompany();
    const take = (on: string, count: number) =>
      stage.act((tx) => numberSeries.take(tx, wanted(id, 'salesOrder', count, on)));
    expect(await take('2026-03-02', 2)).toEqual(['SO-2026-00001', 'SO-2026-00002']);
    expect(await take('2026-12-31', 1)).toEqual(['SO-2026-00003']);
    expect(await take('2027-01-01', 1)).toEqual(['SO-2027-00001']);
    const other = await newCompany();
    const first = await stage.act((tx) => numberSeries.take(tx, wanted(other, 'salesOrder')));
    expect(first).toEqual(['SO-2026-00001']);
  });

  it('are taken by one statement, and by two once an administrator changed the pattern', async () => {
    const id = await newCompany();
    await stage.act((tx) => numberSeries.take(tx, wanted(id, 'delivery')));
    const counted = async () => {
      const { value, texts } = await database.statements.during(() =>
        stage.act((tx) => numberSeries.take(tx, wanted(id, 'delivery'))),
      );
      return [value[0], texts.filter((text) => text.includes('"NumberSeries"')).length];
    };
    expect(await counted()).toEqual(['DN-2026-00002', 1]);
    await change(id, 'delivery', 'D{YY}{MM}-{###}');
    expect(await counted()).toEqual(['D2603-001', 2]);
    expect(await counted()).toEqual(['D2603-002', 2]);
  });

  it('leave a gap when the transaction that took one is rolled back', async () => {
    const id = await newCompany();
    await stage.act((tx) => numberSeries.take(tx, wanted(id, 'payment')));
    await stage.refusal(failing((tx) => numberSeries.take(tx, wanted(id, 'payment'))));
    const next = await stage.act((tx) => numberSeries.take(tx, wanted(id, 'payment')));
    expect(next).toEqual(['PAY-2026-00003']);
  });

  it('start at 1 when the transaction that was first in the year is rolled back', async () => {
    const id = await newCompany();
    await stage.refusal(failing((tx) => numberSeries.take(tx, wanted(id, 'payment'))));
    const next = await stage.act((tx) => numberSeries.take(tx, wanted(id, 'payment')));
    expect(next).toEqual(['PAY-2026-00001']);
  });

  it('are those of the group for what all companies share', async () => {
    const numbers = await stage.act((tx) =>
      numberSeries.take(tx, wanted(GROUP_ID, 'customer', 250)),
    );
    expect([numbers.length, numbers[0], numbers[249]]).toEqual([250, 'C-00001', 'C-00250']);
  });

  it('are not taken from a series that must have none, or that nobody made', async () => {
    const id = await newCompany();
    for (const series of ['salesInvoice', 'nothing']) {
      const refused = await stage.refusal((tx) => numberSeries.take(tx, wanted(id, series)));
      expect(refused.code).toBe('NOT_FOUND');
    }
  });
});

describe('numbers without gaps', () => {
  it('leave no gap when a transaction is rolled back', async () => {
    const id = await newCompany();
    const take = (tx: Tx) => numberSeries.takeGapFree(tx, wanted(id, 'salesInvoice', 2));
    expect(await stage.act(take)).toEqual(['INV-2026-00001', 'INV-2026-00002']);
    await stage.refusal(failing(take));
    expect(await stage.act(take)).toEqual(['INV-2026-00003', 'INV-2026-00004']);
  });

  it('count vouchers from 1 in each month', async () => {
    const id = await newCompany();
    const take = (on: string) =>
      stage.act((tx) => numberSeries.takeGapFree(tx, wanted(id, 'voucher:GL', 1, on)));
    expect(await take('2026-03-31')).toEqual(['GL-2026-03-0001']);
    expect(await take('2026-04-01')).toEqual(['GL-2026-04-0001']);
    expect(await take('2026-03-31')).toEqual(['GL-2026-03-0002']);
  });

  it('are not taken in a trial', async () => {
    const id = await newCompany();
    const answer = await stage.act((tx) =>
      numberSeries.takeGapFree({ ...tx, isTrial: true }, wanted(id, 'salesInvoice', 2)),
    );
    expect(answer).toEqual([null, null]);
    const first = await stage.act((tx) => numberSeries.takeGapFree(tx, wanted(id, 'salesInvoice')));
    expect(first).toEqual(['INV-2026-00001']);
  });

  it('never go back, whoever writes the counter', async () => {
    const id = await newCompany();
    await stage.act((tx) => numberSeries.takeGapFree(tx, wanted(id, 'salesInvoice', 5)));
    const text = `update "NumberSeriesCounter" set "last" = 3 where "companyId" = $1`;
    await expect(database.query({ text, values: [id] })).rejects.toThrow(/never goes back/);
  });
});

describe('a series', () => {
  it('takes another pattern with a new version and refuses one that cannot number', async () => {
    const id = await newCompany();
    expect(await change(id, 'stockOpening', 'OPEN-{####}')).toMatchObject({ version: 2 });
    const bad = change(id, 'stockOpening', 'OPEN-{MM}-{####}');
    await expect(bad).rejects.toMatchObject({
      code: 'NUMBER_PATTERN_MALFORMED',
      path: ['pattern'],
    });
  });
});

onPostgres('series that several use at once', () => {
  /** Another program on the same database, for which a transaction of this one can wait. */
  let elsewhere: Database;
  let other: Acting;

  beforeAll(async () => {
    const url = database.connection.connectionString;
    elsewhere = await openDatabase({ url, parseNumeric: decimal });
    other = acting(elsewhere);
  });

  afterAll(() => elsewhere.close());

  it('are made once when two sessions are the first in a period together', async () => {
    const id = await newCompany();
    const both = await Promise.all(
      Array.from({ length: 6 }, () =>
        stage.act((tx) => numberSeries.take(tx, wanted(id, 'salesOrder', 2, '2031-01-01'))),
      ),
    );
    const expected = Array.from(
      { length: 12 },
      (_, index) => `SO-2031-000${String(index + 1).padStart(2, '0')}`,
    );
    expect(both.flat().sort()).toEqual(expected);
  });

  it('go on when the session that made them rolls back while another waits', async () => {
    const id = await newCompany();
    const take = (tx: Tx) => numberSeries.take(tx, wanted(id, 'salesOrder', 1, '2032-01-01'));
    let waiting: Promise<string[]> | undefined;
    await stage.refusal(
      failing(async (tx) => {
        await take(tx);
        waiting = Promise.resolve().then(() => other.act(take));
        await new Promise((resolve) => setTimeout(resolve, 100));
      }),
    );
    expect(await waiting).toEqual(['SO-2032-00001']);
  });

  it('let others take numbers with gaps before the first has committed', async () => {
    const id = await newCompany();
    const take = (tx: Tx) => numberSeries.take(tx, wanted(id, 'salesOrder'));
    await stage.act(take);
    let second: string[] = [];
    const first = await stage.act(async (tx) => {
      const mine = await take(tx);
      second = await other.act(take);
      return mine;
    });
    expect([first, second]).toEqual([['SO-2026-00002'], ['SO-2026-00003']]);
  });

  it('give 40 invoices of 8 clients the numbers 1 to 40', async () => {
    const id = await newCompany();
    const client = async () => {
      const numbers: (string | null)[] = [];
      for (let time = 0; time < 5; time += 1) {
        numbers.push(
          ...(await stage.act((tx) => numberSeries.takeGapFree(tx, wanted(id, 'salesInvoice')))),
        );
      }
      return numbers;
    };
    const all = (await Promise.all(Array.from({ length: 8 }, client))).flat().sort();
    const expected = Array.from(
      { length: 40 },
      (_, i) => `INV-2026-000${String(i + 1).padStart(2, '0')}`,
    );
    expect(all).toEqual(expected);
  });
});
