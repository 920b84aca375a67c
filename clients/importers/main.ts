import { DataFolderInUse, PostgresTooOld } from '../../prisma/database.js';
import { MigrationConflict } from '../../prisma/migrate.js';
import { SettingRefused } from '../../server/settings.js';
import { createClient } from '../typescript/client.js';
import { ArgumentRefused, readArguments, usage } from './arguments.js';
import { ImportRefused } from './engine/refusals.js';
import { runImport } from './engine/run.js';
import { importText } from './import-text.js';
import type { Screen } from './progress.js';
import { KeyNeeded, serve } from './served.js';

process.env.TZ = 'UTC';

const screen: Screen = {
  write: (text) => void process.stdout.write(text),
  isTerminal: process.stdout.isTTY,
};

const say = (line: string) => screen.write(`${line}\n`);

/** With refused rows the command ends with this, and with 1 when it could not be done at all. */
const SOME_REFUSED = 2;

async function main(): Promise<void> {
  const given = readArguments(process.argv.slice(2));
  const served = await serve(given, say);
  const client = createClient(served);
  try {
    const { mapping: path } = given;
    const result = await runImport({ ...given, client, path, screen, server: served.name });
    if (result.whyAnew !== null)
      say(`The run that was cut off was not taken up again, because ${result.whyAnew}.`);
    say(importText(result, given.isDryRun));
    if (result.refused > 0) process.exitCode = SOME_REFUSED;
  } finally {
    await client.close();
    await served.close();
  }
}

function explain(error: unknown): string {
  if (error instanceof ArgumentRefused) return `${error.message}\n\n${usage}`;
  const isUsers =
    error instanceof ImportRefused ||
    error instanceof KeyNeeded ||
    error instanceof SettingRefused ||
    error instanceof DataFolderInUse ||
    error instanceof PostgresTooOld ||
    error instanceof MigrationConflict;
  if (isUsers) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

main().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
});
