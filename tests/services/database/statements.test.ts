import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
