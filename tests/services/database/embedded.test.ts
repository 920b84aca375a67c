import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { embeddedWire } from '../../../prisma/embedded-wire.js';
import { DataFolderInUse, lockFolder } from '../../../prisma/folder-lock.js';

describe('the lock of a data folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'throughline-lock-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('refuses a second holder and lets the next one in after it is released', () => {
    const lock = lockFolder(folder);
    expect(() => lockFolder(folder)).toThrow(DataFolderInUse);
    lock.release();
    lockFolder(folder).release();
  });

  it('refuses while the process that holds it lives, and says which', async () => {
    const holder = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    try {
      writeFileSync(join(folder, 'lock'), JSON.stringify({ pid: holder.pid, started: 'unknown' }));
      // Where the system tells when a process started, another start means another process.
      if (process.platform === 'linux') lockFolder(folder).release();
      else expect(() => lockFolder(folder)).toThrow(`process ${String(holder.pid)}`);
    } finally {
      holder.kill();
      await once(holder, 'exit');
    }
  });

  it('is taken over from a process that was killed', async () => {
    const killed = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    writeFileSync(join(folder, 'lock'), JSON.stringify({ pid: killed.pid, started: '' }));
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    lockFolder(folder).release();
  });

  it('creates the folder for its owner alone', () => {
    const created = join(folder, 'deeper', 'data');
    const lock = lockFolder(created);
    if (process.platform !== 'win32') expect(statSync(created).mode & 0o777).toBe(0o700);
    lock.release();
  });
});

describe('several connections to the embedded database', () => {
  let db: PGlite;
  let pool: pg.Pool;
  beforeAll(async () => {
    db = await PGlite.create();
    const wire = embeddedWire(db);
    const config = { user: 'postgres', database: 'postgres', max: 4 };
    pool = new pg.Pool({ ...config, stream: () => wire.connect() });
    await pool.query('create table t (n int)');
  });
  afterAll(async () => {
    await pool.end();
    await db.close();
  });

  it('take turns by whole statements, so that no answer reaches another', async () => {
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        index % 2 === 0
          ? pool.query<{ n: number }>('select $1::int as n', [index])
          : pool.query<{ n: number }>('select 0 as zero, $1::int as n', [index]),
      ),
    );
    expect(answers.map(({ rows }) => rows[0]?.n)).toEqual(answers.map((_, index) => index));
  });

  it('do not see into an open transaction, and wait until it ends', async () => {
    const first = await pool.connect();
    await first.query('begin');
    await first.query('insert into t values (1)');
    const count = pool.query<{ n: string }>('select count(*) as n from t');
    await first.query('rollback');
    first.release();
    expect((await count).rows).toEqual([{ n: '0' }]);
  });

  it('are freed of the transaction of one that went away', async () => {
    const gone = await pool.connect();
    await gone.query('begin');
    await gone.query('insert into t values (1)');
    gone.release(true);
    expect((await pool.query<{ n: string }>('select count(*) as n from t')).rows[0]?.n).toBe('0');
  });
});
