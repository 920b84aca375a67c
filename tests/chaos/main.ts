/**
 * Kills the server and its database and cuts the line between them, under load, and says whether
 * anything that was acknowledged was lost or done twice:
 *
 *     npm run chaos -- --seed 7 --kills 50 --database-kills 20 --cuts 50
 *
 * The seed repeats the plan of blows and what each client does; when exactly a blow falls into
 * which statement depends on the machine. `--url` strikes on somebody's PostgreSQL, in a database
 * of its own there, and never kills it; `--built` runs what `npm run build` made.
 */
import { parseArgs } from 'node:util';
import { whole } from './arguments.js';
import { textOf } from './report.js';
import { runChaos } from './run.js';

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    kills: { type: 'string', default: '50' },
    'database-kills': { type: 'string', default: '20' },
    cuts: { type: 'string', default: '50' },
    clients: { type: 'string', default: '6' },
    subscribers: { type: 'string', default: '12' },
    url: { type: 'string' },
    built: { type: 'boolean', default: false },
  },
});

async function main(): Promise<void> {
  const { url, built: isBuilt, ...told } = values;
  const seed = whole('seed', told.seed ?? String(Date.now() % 1_000_000));
  const say = (line: string) => process.stdout.write(`${line}\n`);
  say(`Seed ${seed}: --seed ${seed} repeats this plan.`);
  const { report, folder } = await runChaos({
    ...{ seed, say, url, isBuilt },
    serverKills: whole('kills', told.kills),
    databaseKills: url === undefined ? whole('database-kills', told['database-kills']) : 0,
    cuts: whole('cuts', told.cuts),
    clients: whole('clients', told.clients),
    subscribers: whole('subscribers', told.subscribers),
  });
  say(`\n${textOf(report)}Report and ledgers: ${folder}`);
  if (!report.isSound) process.exitCode = 1;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
