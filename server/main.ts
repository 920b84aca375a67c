import { playStory } from '../clients/story/play.js';
import { DataFolderInUse, PostgresTooOld } from '../prisma/database.js';
import { MigrationConflict } from '../prisma/migrate.js';
import { createLog } from './log.js';
import { startServer, type RunningServer } from './serve.js';
import { readSettings, SettingRefused, type Settings } from './settings.js';

process.env.TZ = 'UTC';

const say = (line: string) => process.stdout.write(`${line}\n`);

/**
 * What is wrong in the operator's world is said in one line; the rest is a bug and shows its stack.
 */
function stopWith(error: unknown): never {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isOperators =
    error instanceof SettingRefused ||
    error instanceof DataFolderInUse ||
    error instanceof PostgresTooOld ||
    error instanceof MigrationConflict;
  if (isOperators) return error.message;
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === 'EADDRINUSE') return 'The port is in use: set PORT to another one.';
  if (code === 'EADDRNOTAVAIL') return 'HOST is no address of this machine.';
  if (code === 'EACCES') return `Permission was refused: ${error.message}.`;
  if (/^(ECONN|ENOTFOUND|ETIMEDOUT|28|3D)/.test(code))
    return `The database of DATABASE_URL cannot be reached (${code}).`;
  return error.stack ?? error.message;
}

/** The first signal drains and exits with 0, the second exits at once. */
function stopOnSignals(server: RunningServer): void {
  let isStopping = false;
  const stop = () => {
    if (isStopping) process.exit(130);
    isStopping = true;
    say('Stopping. Press Ctrl-C again to stop at once.');
    server.close().then(() => process.exit(0), stopWith);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

const EXAMPLE = '{ salesOrders(first: 5) { nodes { number status } } }';

function sayWhere({ url, issuedKey }: RunningServer, { bootstrapApiKey }: Settings): void {
  say(`\nThe graph is at ${url}`);
  if (issuedKey !== null && bootstrapApiKey === null) say(`API key: ${issuedKey}`);
  const key = bootstrapApiKey === null ? (issuedKey ?? '<your API key>') : '$BOOTSTRAP_API_KEY';
  say('Try it:');
  say(`  curl -s ${url} -H 'content-type: application/json' \\`);
  say(`    -H "authorization: Bearer ${key}" -d '{"query":"${EXAMPLE}"}'`);
}

/** An empty database gets the demo company, and the reader sees its first order made and paid. */
async function tellStory({ isFounded, issuedKey, url }: RunningServer, { demo }: Settings) {
  if (!demo || !isFounded || issuedKey === null) return;
  const { stdout } = process;
  const hasColours = stdout.isTTY && !process.env.NO_COLOR;
  const startedAt = Date.now();
  await playStory({ url, token: issuedKey, hasColours, write: (text) => stdout.write(text) });
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  say(`\nThat was an order from opportunity to ledger, in ${seconds} s over HTTP and a WebSocket.`);
}

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const log = createLog(settings.logLevel);
  const server = await startServer({ settings, log });
  stopOnSignals(server);
  await tellStory(server, settings);
  sayWhere(server, settings);
}

main().catch(stopWith);
