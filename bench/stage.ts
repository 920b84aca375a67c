import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { migrate } from '../prisma/migrate.js';

const home = join(import.meta.dirname, '..');

/** The PostgreSQL that is measured on; each benchmark makes a database of its own there. */
const server = process.env.DATABASE_URL ?? 'postgresql://postgres@127.0.0.1:5432/postgres';

async function administer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** Makes a migrated database, lends its address, and drops it whatever happens. */
export async function withDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const name = `throughline_bench_${randomBytes(5).toString('hex')}`;
  const url = new URL(server);
  url.pathname = `/${name}`;
  await administer(`create database ${name}`);
  try {
    const connection = { connectionString: url.toString() };
    await migrate({ kind: 'postgres', connection });
    return await work(url.toString());
  } finally {
    await administer(`drop database ${name} with (force)`);
  }
}

/** Runs statements on one connection without the product's limits. */
export async function runSql(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

export interface Served {
  readonly url: string;
  readonly child: ChildProcess;
  stop(): Promise<void>;
}

/** Answers the first address that a process prints. Throws when it ends before. */
function printedUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    // The pipe is read to its end: a program that cannot print would fail.
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const found = /https?:\/\/\S+/.exec(printed);
      if (found) resolve(found[0]);
    });
    child.once('exit', () => reject(new Error(`A process ended before it served: ${printed}`)));
  });
}

/** Starts a program and waits until it prints where it serves. */
export async function serveBy(
  command: string,
  args: readonly string[],
  env: Record<string, string>,
): Promise<Served> {
  const child = spawn(command, args, {
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const url = await printedUrl(child);
  return {
    url,
    child,
    async stop() {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Options of Node that the product is run with, and others that are measured beside it. */
const nodeOptions = (): string[] => [
  '--max-semi-space-size=64',
  ...(process.env.BENCH_NODE_OPTIONS?.split(' ').filter(Boolean) ?? []),
];

/** Starts a program of the repository in a process of its own and waits until it serves. */
export function serve(
  program: string,
  env: Record<string, string> = {},
  node = process.execPath,
): Promise<Served> {
  return serveBy(node, [...nodeOptions(), '--import', 'tsx', program], env);
}

let built: Promise<unknown> | null = null;

/** Builds the product, once a run. Throws when it does not compile. */
function build(): Promise<unknown> {
  process.stderr.write('Building the product …\n');
  return promisify(execFile)('npm', ['run', 'build'], { cwd: home });
}

/** An administrator's key for the measured server, made anew for each run. */
export const benchKey = (): string => `bench_${randomBytes(24).toString('base64url')}`;

/**
 * The product itself, as `npm run build` and `npm run serve` run it, on a free port; by the Node at
 * BENCH_NODE when it is said.
 */
export async function serveProduct(
  databaseUrl: string,
  key: string,
  node = process.env.BENCH_NODE ?? process.execPath,
): Promise<Served> {
  await (built ??= build());
  const env = {
    ...{ DATABASE_URL: databaseUrl, BOOTSTRAP_API_KEY: key },
    ...{ PORT: '0', DEMO: 'off', LOG_LEVEL: 'warn' },
    // One client of a benchmark asks for what many do; the bucket is kept, and never empty.
    COST_RESTORE_RATE: '1000000000',
  };
  return serveBy(node, [...nodeOptions(), join(home, 'dist/server/main.js')], env);
}
