import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Decimal } from '../../../modules/kernel/decimal.js';
import { PoolTouchedInsideTransaction, type Database } from '../../../prisma/database.js';
import { onPostgres, openTestDatabase } from '../../support/database.js';

const LONG = '12345678901234567.123456000';

let database: Database;

const run = (text: string, values: unknown[] = []) => database.query({ text, values });

beforeAll(async () => {
  database = await openTestDatabase();
  await run('create table measure (id int primary key, amount numeric(28, 9) not null)');
});

afterAll(() => database.close());

describe('values on their way through the database', () => {
  it('answers numerics to the reader as the text that PostgreSQL keeps', async () => {
    const { rows } = await run('select $1::numeric(28, 9)', [LONG]);
    expect(rows).toEqual([[LONG]]);
  });

  it('answers numerics to commands as exact decimals and takes them back', async () => {
    await run('insert into measure values (1, $1)', [new Decimal(LONG)]);
    const measures = database.db.withTables<{ measure: { id: number; amount: Decimal } }>();
    const row = await measures.selectFrom('measure').selectAll().executeTakeFirstOrThrow();
    expect(row.amount).toBeInstanceOf(Decimal);
    expect(row.amount.toFixed(9)).toBe(LONG);
  });

  it('keeps booleans, integers, JSON and lists as themselves and instants in UTC', async () => {
    const { rows } = await run(
      `select true, 7::int8, '{"a": [1]}'::jsonb, array['x', null]::text[],
       '0190a1b2-0000-7000-8000-000000000001'::uuid, date '2026-02-28',
       timestamptz '2026-02-28 23:00:00-02'`,
    );
    expect(rows[0]).toEqual([
      true,
      7,
      { a: [1] },
      ['x', null],
      '0190a1b2-0000-7000-8000-000000000001',
      '2026-02-28',
      '2026-03-01 01:00:00+00',
    ]);
  });

  it('refuses a bigint that a number cannot hold', async () => {
    await expect(run('select 9007199254740993::int8')).rejects.toThrow('Not a safe integer');
  });
});

describe('a session', () => {
  it('keeps what was committed', async () => {
    await database.session(async (session) => {
      await session.execute('begin');
      await session.query({ text: 'insert into measure values (10, 1)', values: [] });
      await session.execute('commit');
    });
    expect((await run('select count(*) from measure where id = 10')).rows).toEqual([[1]]);
  });

  it('rolls back what an error left open', async () => {
    const failing = database.session(async (session) => {
      await session.execute('begin');
      await session.query({ text: 'insert into measure values (11, 1)', values: [] });
      throw new Error('refused by a rule');
    });
    await expect(failing).rejects.toThrow('refused by a rule');
    expect((await run('select count(*) from measure where id = 11')).rows).toEqual([[0]]);
  });

  it('is refused when it ends with its transaction open', async () => {
    const open = database.session(async (session) => {
      await session.execute('begin');
      await session.query({ text: 'insert into measure values (12, 1)', values: [] });
    });
    await expect(open).rejects.toThrow('still open');
    expect((await run('select count(*) from measure where id = 12')).rows).toEqual([[0]]);
  });

  it('is followed by others after a statement failed inside it', async () => {
    const failing = database.session(async (session) => {
      await session.execute('begin');
      await session.query({ text: 'select 1/0', values: [] });
    });
    await expect(failing).rejects.toThrow('division by zero');
    expect((await run('select 1')).rows).toEqual([[1]]);
  });

  it('runs its Kysely on the same connection as its statements', async () => {
    const seen = await database.session(async ({ db, query, execute }) => {
      await execute('begin');
      await query({ text: 'insert into measure values (13, 5)', values: [] });
      const measures = db.withTables<{ measure: { id: number; amount: Decimal } }>();
      const rows = await measures.selectFrom('measure').select('id').where('id', '=', 13).execute();
      await execute('rollback');
      return rows;
    });
    expect(seen).toEqual([{ id: 13 }]);
  });
});

describe('the tripwire', () => {
  it('stops the pool being touched inside a session, by statement, Kysely or session', async () => {
    await database.session(async () => {
      await expect(run('select 1')).rejects.toThrow(PoolTouchedInsideTransaction);
      const byKysely = database.db.selectFrom('Company').select('id').execute();
      await expect(byKysely).rejects.toThrow(PoolTouchedInsideTransaction);
      const nested = database.session(() => Promise.resolve());
      await expect(nested).rejects.toThrow(PoolTouchedInsideTransaction);
    });
  });

  it('lets work that outlives the session use the pool', async () => {
    let later: Promise<unknown> = Promise.resolve();
    let release: () => void = () => undefined;
    await database.session(() => {
      const gate = new Promise<void>((resolve) => (release = resolve));
      later = gate.then(() => run('select 2'));
      return Promise.resolve();
    });
    release();
    await expect(later).resolves.toMatchObject({ rows: [[2]] });
  });
});

onPostgres('the server-side limits of a connection', () => {
  it('ends a statement that waits for a lock for longer than three seconds', async () => {
    const { rows } = await run(`select current_setting('lock_timeout'),
      current_setting('statement_timeout'), current_setting('timezone')`);
    expect(rows).toEqual([['3s', '10s', 'UTC']]);
  });

  it('replaces a connection that the server ended while it was lent', async () => {
    const lost = database.session(async (session) => {
      await session.execute('begin');
      await session.query({ text: 'select pg_terminate_backend(pg_backend_pid())', values: [] });
    });
    await expect(lost).rejects.toThrow();
    expect((await run('select 3')).rows).toEqual([[3]]);
  });
});
