import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { freePort, hasEnded } from './processes.js';

const run = promisify(execFile);

/** A PostgreSQL of our own, which may be killed: nobody else's data lies in it. */
export interface OwnPostgres {
  readonly url: string;
  /** Kills every process of it at once, as when the machine fails, and starts it again. */
  crash(): Promise<void>;
  /** Makes a streaming replica of it, which ends with it. */
  replicate(): Promise<Replica>;
  stop(): Promise<void>;
}

export interface Replica {
  readonly url: string;
  stop(): Promise<void>;
}

const INSTALLED = '/usr/lib/postgresql';
const STARTED_MS = 60_000;

/** The programs of the newest PostgreSQL that is installed, or null. */
export async function installedPostgres(): Promise<string | null> {
  const versions = await readdir(INSTALLED).catch(() => []);
  const newest = versions.sort((one, other) => Number(other) - Number(one))[0];
  return newest === undefined ? null : join(INSTALLED, newest, 'bin');
}

/** It refuses to run as root, so root runs it as the user that the installation made for it. */
async function identity(): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const ask = async (flag: string) => Number((await run('id', [flag, 'postgres'])).stdout);
  return { uid: await ask('-u'), gid: await ask('-g') };
}

/** The processes that a process has started; they do not end with it. */
async function childrenOf(pid: number): Promise<number[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  return text.split(' ').filter(Boolean).map(Number);
}

function killAtOnce(pids: readonly number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended by itself in the meantime.
    }
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

const urlAt = (port: number): string => `postgresql://postgres@127.0.0.1:${port}/postgres`;

/** Makes a cluster in a new folder and starts it on a free port, with fsync on. */
export async function openOwnPostgres(programs: string): Promise<OwnPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-chaos-postgres-'));
  const who = await identity();
  const data = join(folder, 'data');
  await chmod(folder, 0o755);
  await mkdir(data, { mode: 0o700 });
  if (who) await chown(data, who.uid, who.gid);
  const made = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale'];
  await run(join(programs, 'initdb'), made, who);
  const port = await freePort();
  const url = urlAt(port);
  const settings = ['fsync=on', 'synchronous_commit=on', 'listen_addresses=127.0.0.1'];
  const options = [...settings, 'unix_socket_directories='].flatMap((one) => ['-c', one]);
  let child = await start(data, port);
  let copy: ChildProcess | null = null;

  async function start(folder: string, at: number): Promise<ChildProcess> {
    const asked = ['-D', folder, '-p', String(at), ...options];
    const begin = () => spawn(join(programs, 'postgres'), asked, { ...who, stdio: 'ignore' });
    const deadline = Date.now() + STARTED_MS;
    let started = begin();
    while (!(await answers(urlAt(at)))) {
      if (Date.now() > deadline) throw new Error('The PostgreSQL of our own does not start.');
      if (hasEnded(started)) started = begin();
      await sleep(50);
    }
    return started;
  }
  async function end(ended = child): Promise<void> {
    const pid = ended.pid!;
    const gone = hasEnded(ended) ? null : once(ended, 'exit');
    // First the one that would restart or warn the others, then all others, in one breath.
    killAtOnce([pid, ...(await childrenOf(pid))]);
    await gone;
    await rm(join(data, 'postmaster.pid'), { force: true });
  }
  return {
    url,
    async crash() {
      await end();
      child = await start(data, port);
    },
    async replicate() {
      const copied = join(folder, 'replica');
      const from = ['-h', '127.0.0.1', '-p', String(port), '-U', 'postgres'];
      await mkdir(copied, { mode: 0o700 });
      if (who) await chown(copied, who.uid, who.gid);
      const way = ['-R', '-X', 'stream', '-c', 'fast'];
      await run(join(programs, 'pg_basebackup'), [...from, '-D', copied, ...way], who);
      const at = await freePort();
      const started = await start(copied, at);
      copy = started;
      return { url: urlAt(at), stop: () => end(started) };
    },
    async stop() {
      if (copy !== null) await end(copy);
      await end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
