import { drift, makeMigration } from './migrate.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** `make <what>` writes the next migration; `check` fails when the schema has run ahead. */
async function run([command, what]: readonly string[]): Promise<number> {
  if (command === 'make' && what !== undefined) {
    const name = await makeMigration(what, new Date());
    say(name === null ? 'The migrations already agree with the schema.' : `Wrote ${name}.`);
    return 0;
  }
  if (command === 'check') {
    const difference = await drift();
    if (difference === '') return 0;
    say(`The schema and its migrations differ; npm run migrate:make <what> writes:\n${difference}`);
    return 1;
  }
  say('Usage: npm run migrate:make <what> | npm run migrate:check');
  return 2;
}

process.exitCode = await run(process.argv.slice(2));
