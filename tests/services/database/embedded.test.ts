import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { embeddedWire } from '../../../prisma/embedded-wire.js';
import { packageRoot } from '../../../prisma/package-root.js';
import { DataFolderInUse, lockFolder } from '../../../prisma/folder-lock.js';

/** Another program that locks the folder and lives on. */
async function holdInAnotherProcess(folder: string): Promise<ChildProcess> {
  const lock = pathToFileURL(join(packageRoot(), 'prisma', 'folder-lock.ts')).href;
  const program = `import { lockFolder } from '${lock}';
    lockFolder(process.argv[1]); console.log('locked'); setInterval(() => {}, 1000);`;
  const options = ['--import', 'tsx', '--input-type=module', '-e', program, folder];
  const holder = spawn(process.execPath, options, { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(holder.stdout, 'data');
  return holder;
}

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

  it('refuses while another process holds it, and is taken over once that was killed', async () => {
    const holder = await holdInAnotherProcess(folder);
    expect(() => lockFolder(folder)).toThrow(`process ${String(holder.pid)}`);
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    lockFolder(folder).release();
  });

  it('is not mistaken for that of a later process with the same id', () => {
    const owner = { pid: process.pid, started: 'before this process' };
    writeFileSync(join(folder, 'lock'), JSON.stringify(owner));
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

  it('hear whoever comes after one that went away in the midst of what it said', async () => {
    const gone = await pool.connect();
    await gone.query('begin');
    await gone.query('select 1 / 0').catch(() => undefined);
    const { connection } = gone as unknown as { connection: { parse(message: object): void } };
    // Refused in a broken transaction, and everything is passed over until a `Sync` that never comes.
    connection.parse({ name: '', text: 'select 1' });
    await new Promise((resolve) => setTimeout(resolve, 50));
    gone.release(true);
    expect((await pool.query<{ n: number }>('select 1 as n')).rows).toEqual([{ n: 1 }]);
  });
});
