import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** A server as an operator starts it, with what it said so far. */
interface Started {
  readonly process: ChildProcess;
  readonly said: () => string;
  readonly exited: Promise<number | null>;
}

let folder: string;
const running = new Set<ChildProcess>();

function start(settings: Record<string, string>): Started {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      DATABASE_URL: '',
      DEMO: 'off',
      PORT: '0',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => (text += part.toString('utf8')));
  const exited = new Promise<number | null>((done) => child.on('exit', (code) => done(code)));
  void exited.then(() => running.delete(child));
  return { process: child, said: () => text, exited };
}

async function served({ said, process: child }: Started): Promise<string> {
  const url = /graph is at (\S+)/;
  while (!url.test(said())) {
    if (child.exitCode !== null) throw new Error(`The server ended: ${said()}`);
    await new Promise((done) => setTimeout(done, 50));
  }
  return url.exec(said())?.[1] ?? '';
}

const linesOf = ({ said }: Started): string[] =>
  said()
    .split('\n')
    .filter((line) => line.trim() !== '');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-process-'));
});

afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

describe('a server as an operator runs it', () => {
  it('refuses a wrong setting in one line', async () => {
    const refused = start({ PORT: 'eighty', DATA_DIR: join(folder, 'unused') });
    expect(await refused.exited).toBe(1);
    expect(linesOf(refused)).toEqual([expect.stringMatching(/^PORT .*eighty/)]);
  });

  // Four programs start one after the other: on a busy machine that takes minutes.
  const patience = { timeout: 300_000 };
  it(
    'serves, refuses a second on its folder, survives a kill, and stops cleanly when told',
    patience,
    async () => {
      const settings = { DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'error' };
      const first = start(settings);
      const url = await served(first);
      expect((await fetch(url.replace('/graphql', '/health/ready'))).status).toBe(200);

      const second = start(settings);
      expect(await second.exited).toBe(1);
      expect(linesOf(second)).toHaveLength(1);

      first.process.kill('SIGKILL');
      await first.exited;
      const third = start(settings);
      const again = await served(third);
      expect((await fetch(again.replace('/graphql', '/health/ready'))).status).toBe(200);

      third.process.kill('SIGTERM');
      expect(await third.exited).toBe(0);
    },
  );
});
