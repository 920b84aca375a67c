import { DataFolderInUse, PostgresTooOld } from '../../../prisma/database.js';
import { MigrationConflict } from '../../../prisma/migrate.js';
import { startServer } from '../../../server/serve.js';
import { readSettings, SettingRefused } from '../../../server/settings.js';
import { createClient, MutationRefused } from '../../typescript/client.js';
import type { Screen } from '../progress.js';
import { ArgumentRefused, readArguments, usage, type Arguments } from './arguments.js';
import { importHistory } from './history-import.js';
import { importAdventureWorks } from './import.js';
import { countFacts, reportOf } from './report.js';
import { reportText } from './report-text.js';
import { onlyOrdering, readSource, SourceUnreadable } from './source.js';

process.env.TZ = 'UTC';

const screen: Screen = {
  write: (text) => void process.stdout.write(text),
  isTerminal: process.stdout.isTTY,
};

const say = (line: string) => screen.write(`${line}\n`);

/** A server to work against: one that runs already, or one of our own that ends with the import. */
async function serverFor({ url, token }: Arguments) {
  if (url !== null && token !== null) return { url, token, close: () => Promise.resolve() };
  const environment = { LOG_LEVEL: 'warn', ...process.env, PORT: '0', DEMO: 'off' };
  const settings = readSettings(environment);
  const server = await startServer({ settings });
  const key = token ?? settings.bootstrapApiKey ?? server.issuedKey;
  if (key === null) {
    await server.close();
    throw new ArgumentRefused('The database has an administrator already: give --token, his key.');
  }
  if (server.isFounded && settings.bootstrapApiKey === null) say(`API key: ${key}`);
  return { url: server.url, token: key, close: () => server.close() };
}

async function main(): Promise<void> {
  const given = readArguments(process.argv.slice(2));
  const all = readSource(given.folder, given.span);
  const source = given.isOnlyOrdering ? onlyOrdering(all) : all;
  const server = await serverFor(given);
  const client = createClient(server);
  try {
    if (given.isHistory) {
      const { orders } = await importHistory({ client, source, screen, inFlight: given.inFlight });
      say(`${orders} finished orders are recorded.`);
      return;
    }
    const factsBefore = await countFacts(client);
    const imported = await importAdventureWorks({
      ...{ client, source, screen, inFlight: given.inFlight },
    });
    const report = await reportOf(client, imported, factsBefore);
    say(reportText(report));
    if (!report.isSound) process.exitCode = 1;
  } finally {
    await client.close();
    await server.close();
  }
}

function explain(error: unknown): string {
  if (error instanceof ArgumentRefused) return `${error.message}\n\n${usage}`;
  const isUsers =
    error instanceof SourceUnreadable ||
    error instanceof SettingRefused ||
    error instanceof DataFolderInUse ||
    error instanceof PostgresTooOld ||
    error instanceof MigrationConflict ||
    error instanceof MutationRefused;
  if (isUsers) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

main().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
});
