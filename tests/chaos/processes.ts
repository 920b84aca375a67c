import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A port that was free a moment ago: who is killed must come back where its clients look. */
export async function freePort(): Promise<number> {
  const listener = createServer();
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  listener.close();
  await once(listener, 'close');
  return port;
}

/** Whether a process is gone, by itself or by a signal. */
export const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode !== null || signalCode !== null;

/** Sends a process a signal that ends it, and waits until it is gone. */
async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (hasEnded(child)) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

export interface Server {
  readonly url: string;
  /** Ends it at once, as a crash does, and answers when another serves in its place. */
  crash(): Promise<void>;
  /** Asks it to end, as an upgrade does, and answers when another serves in its place. */
  restart(): Promise<void>;
  /** Answers when the server is ready to serve, however often it had to be started for that. */
  ready(): Promise<void>;
  stop(): Promise<void>;
}

const READY_MS = 180_000;
const ASK_EVERY_MS = 50;

export interface ServerOptions {
  readonly databaseUrl: string;
  readonly apiKey: string;
  /** Whether to run what `npm run build` made, which starts faster than the sources. */
  readonly isBuilt: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

/** The product in a process of its own at one port, started again whenever it is gone. */
export async function openServer(options: ServerOptions): Promise<Server> {
  const { databaseUrl, apiKey, isBuilt } = options;
  const program = isBuilt ? ['dist/server/main.js'] : ['--import', 'tsx', 'server/main.ts'];
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const said: string[] = [];
  let isStopping = false;
  let child = start();

  function start(): ChildProcess {
    const started = spawn(process.execPath, program, {
      env: {
        ...{ ...process.env, NODE_OPTIONS: '', NODE_ENV: 'production' },
        ...{ DATABASE_URL: databaseUrl, BOOTSTRAP_API_KEY: apiKey, PORT: String(port) },
        ...{ DEMO: 'off', LOG_LEVEL: 'fatal', ...options.env },
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    started.stderr.on('data', (part: Buffer) => said.push(part.toString()));
    started.once('exit', () => {
      if (child !== started) return;
      setTimeout(() => {
        if (!isStopping) child = start();
      }, ASK_EVERY_MS);
    });
    return started;
  }
  async function ready(): Promise<void> {
    const deadline = Date.now() + READY_MS;
    while (Date.now() < deadline) {
      const answer = await fetch(`${origin}/health/ready`).catch(() => null);
      if (answer?.ok) return;
      await sleep(ASK_EVERY_MS);
    }
    throw new Error(`The server is not ready: ${said.slice(-5).join('').slice(0, 2_000)}`);
  }
  async function stop(): Promise<void> {
    isStopping = true;
    await end(child, 'SIGKILL');
  }
  async function replace(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    await end(child, signal);
    await ready();
  }
  try {
    await ready();
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url: `${origin}/graphql`,
    ready,
    stop,
    crash: () => replace('SIGKILL'),
    restart: () => replace('SIGTERM'),
  };
}
