import { readFile } from 'node:fs/promises';
import { createClient } from '../../typescript/client.js';
import { showProgress } from '../progress.js';
import { ArgumentRefused, readArguments } from './arguments.js';
import { runDecisions } from './run.js';
import { command, screen } from './screen.js';
import { decisionsIn } from './table.js';

/** Does what was decided in a list. */
command(async () => {
  const { url, token, file } = readArguments(process.argv.slice(2), process.env);
  if (file === null) throw new ArgumentRefused('--file must name a list.');
  const decisions = decisionsIn(await readFile(file, 'utf8'));
  const client = createClient({ url, token });
  const progress = showProgress(screen, 'decisions', decisions.length);
  try {
    const ran = await runDecisions(client, decisions, () => progress.add(1));
    progress.end();
    const { merged, dismissed, already, refused } = ran;
    for (const { line, why } of refused) screen.write(`Line ${line} was refused. ${why}\n`);
    screen.write(`${merged} merged, ${dismissed} dismissed, ${already} were one already, `);
    screen.write(`${refused.length} refused.\n`);
    if (refused.length > 0) process.exitCode = 1;
  } finally {
    await client.close();
  }
});
