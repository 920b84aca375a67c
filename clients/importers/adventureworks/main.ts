import { DataFolderInUse, PostgresTooOld } from '../../../prisma/database.js';
import { MigrationConflict } from '../../../prisma/migrate.js';
import { SettingRefused } from '../../../server/settings.js';
import { createClient, MutationRefused } from '../../typescript/client.js';
import type { Screen } from '../progress.js';
import { ImportRefused } from '../engine/refusals.js';
import { ArgumentRefused, readArguments, usage } from './arguments.js';
import { importHistory } from './history-import.js';
import { KeyNeeded, serve } from '../served.js';
import { importAdventureWorks } from './import.js';
import { countFacts, reportOf } from './report.js';
import { reportText } from './report-text.js';
import { readSource, SourceUnreadable } from './source.js';

process.env.TZ = 'UTC';

const screen: Screen = {
  write: (text) => void process.stdout.write(text),
  isTerminal: process.stdout.isTTY,
};

const say = (line: string) => screen.write(`${line}\n`);

async function main(): Promise<void> {
  const given = readArguments(process.argv.slice(2));
  const { isOnlyOrdering, isAllMade } = given;
  const source = { ...readSource(given.folder, given.span), isOnlyOrdering, isAllMade };
  const server = await serve(given, say);
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
    error instanceof ImportRefused ||
    error instanceof SourceUnreadable ||
    error instanceof KeyNeeded ||
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
