import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Decimal } from '../../../modules/kernel/decimal.js';
import type { Database } from '../../../prisma/database.js';
import { preparedName } from '../../../prisma/statements.js';
import { openTestDatabase } from '../../support/database.js';

let database: Database;

beforeAll(async () => {
  database = await openTestDatabase({ poolSize: 1 });
});

afterAll(() => database.close());

async function preparedTexts(marker: string): Promise<unknown[][]> {
  const { rows } = await database.query({
    text: 'select statement from pg_prepared_statements where statement like $1',
    values: [`select%${marker}%`],
  });
  return rows;
}

describe('prepared statements', () => {
  it('prepares a text once and runs it again with other values', async () => {
    for (const value of [1, 2, 3]) {
      const { rows } = await database.query({ text: 'select $1::int as once', values: [value] });
      expect(rows).toEqual([[value]]);
    }
    expect(await preparedTexts('as once')).toEqual([['select $1::int as once']]);
  });

  it('does not keep texts that differ with the number of their values', () => {
    expect(preparedName('select * from t where id in ($1, $2)')).toBeUndefined();
    expect(preparedName('insert into t values ($1, $2), ($3, $4)')).toBeUndefined();
    expect(preparedName('select * from t where id = any($1::uuid[])')).toBeDefined();
  });

  it('does not keep very long texts', () => {
    expect(preparedName(`select ${'1 + '.repeat(3_000)} 1`)).toBeUndefined();
  });

  it('keeps no more than four hundred on one connection and works on beyond them', async () => {
    for (let index = 0; index < 450; index += 1) {
      const text = `select $1::int + ${index} as bounded`;
      expect((await database.query({ text, values: [1] })).rows).toEqual([[1 + index]]);
    }
    expect((await preparedTexts('as bounded')).length).toBeLessThanOrEqual(400);
  });
});

describe('rows of prepared statements', () => {
  const text = `select $1::int as whole, $2::numeric as exact, $3::text as word, null::date as day`;
  const lists = (values: unknown[]) => database.query({ text, values });
  const objects = (values: unknown[]) =>
    database.session((session) => session.rows<object>({ text, values }));

  it('reads them alike the first time and afterwards, as lists and as objects by turns', async () => {
    for (const whole of [1, 2, 3]) {
      const values = [whole, '12345678901234567.123456', null];
      expect((await lists(values)).rows).toEqual([[whole, values[1], null, null]]);
      const [row] = await objects(values);
      expect(row).toEqual({ whole, exact: new Decimal(values[1]!), word: null, day: null });
      expect(Object.keys(row!)).toEqual(['whole', 'exact', 'word', 'day']);
    }
  });

  it('reads those of one text that is sent twice before it is answered', async () => {
    const twice = 'select $1::int as twice';
    const answers = await database.session(({ query }) =>
      Promise.all([1, 2, 3].map((value) => query({ text: twice, values: [value] }))),
    );
    expect(answers.map(({ rows }) => rows)).toEqual([[[1]], [[2]], [[3]]]);
  });

  it('counts what a statement without rows changed, each time', async () => {
    const text = 'update "Counted" set n = n where n <= $1';
    await database.session(async ({ execute, query }) => {
      await execute('create temp table "Counted" as select n from generate_series(1, 5) as n');
      for (const n of [2, 3, 0]) {
        expect(await query({ text, values: [n] })).toEqual({ rows: [], rowCount: n });
      }
      await execute('drop table "Counted"');
    });
  });

  it('refuses to read by the columns of before when they have changed', async () => {
    const read = { text: 'select * from "Changing" where true', values: [] };
    await database.session(async ({ execute, query }) => {
      await execute('create temp table "Changing" as select 1 as one');
      expect((await query(read)).rows).toEqual([[1]]);
      expect((await query(read)).rows).toEqual([[1]]);
      await execute('alter table "Changing" rename column one to first');
      await expect(query(read)).rejects.toThrow('cached plan must not change result type');
      await execute('drop table "Changing"');
    });
  });

  it('tells of a value it cannot read, and reads on', async () => {
    const big = { text: 'select $1::bigint as big', values: ['9007199254740993'] };
    for (const turn of [1, 2]) {
      await expect(database.query(big)).rejects.toThrow('Not a safe integer');
      expect((await database.query({ ...big, values: [turn] })).rows).toEqual([[turn]]);
    }
  });

  it('tells of a failure where the statement was sent', async () => {
    async function whoSends(): Promise<void> {
      await database.query({ text: 'select 1 / $1::int', values: [0] });
    }
    await expect(whoSends()).rejects.toMatchObject({
      message: 'division by zero',
      stack: expect.stringContaining('whoSends'),
    });
  });

  it('prepares again what failed at first', async () => {
    const text = 'select * from "Missing" where true';
    await database.session(async ({ execute, query }) => {
      for (const turn of [1, 2]) {
        await expect(query({ text, values: [turn].slice(1) })).rejects.toThrow('does not exist');
      }
      await execute('create temp table "Missing" as select 5 as five');
      expect((await query({ text, values: [] })).rows).toEqual([[5]]);
      await execute('drop table "Missing"');
    });
  });
});

describe('counting statements', () => {
  it('tells the texts that one piece of work caused, and not those of others', async () => {
    const other = database.query({ text: 'select 1 as other', values: [] });
    const { value, texts } = await database.statements.during(() =>
      database.session(async (session) => {
        await session.execute('begin');
        const { rows } = await session.query({ text: 'select 5 as counted', values: [] });
        await session.execute('commit');
        return rows;
      }),
    );
    await other;
    expect(value).toEqual([[5]]);
    expect(texts).toEqual(['begin', 'select 5 as counted', 'commit']);
  });
});

describe('waking', () => {
  it('wakes those who listen, once they listen and no longer', async () => {
    let wakes = 0;
    let woken: () => void = () => undefined;
    const first = new Promise<void>((resolve) => (woken = resolve));
    const stop = await database.listen('news', () => {
      wakes += 1;
      woken();
    });
    await database.notify('elsewhere');
    await database.notify('news');
    await first;
    await stop();
    await database.notify('news');
    await database.query({ text: 'select 1', values: [] });
    expect(wakes).toBe(1);
  });
});
