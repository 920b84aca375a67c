import { basename } from 'node:path';
import { parseArgs } from 'node:util';

/** What the command was asked to do. */
export interface Arguments {
  readonly mapping: string;
  readonly folder: string;
  /** A server that runs already, and a key of it; null to start one. */
  readonly url: string | null;
  readonly token: string | null;
  readonly isDryRun: boolean;
  readonly inFlight: number;
  readonly only: readonly string[] | null;
  readonly statePath: string;
  readonly refusedPath: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** A wrong argument; the message is what the user reads. */
export class ArgumentRefused extends Error {}

export const usage = `npm run import -- --mapping <file> --dir <folder> [options]

  --mapping <file>      what is made of the files, as YAML or JSON
  --dir <folder>        the folder of the files
  --url, --token        a server that runs already and an API key of it, instead of starting one
  --dry-run             tries everything and keeps nothing
  --set <name>=<value>  a parameter of the mapping; may be given more than once
  --only <step>,…       only these steps, with those that they cannot do without
  --in-flight <count>   requests under way at once, 1 to 32 (4)
  --state <file>        the diary by which a run that was cut off goes on (<mapping>.state.jsonl)
  --refused <file>      where refused rows are written, as .csv and .jsonl (<mapping>.refused)`;

const options = {
  mapping: { type: 'string' },
  dir: { type: 'string' },
  url: { type: 'string' },
  token: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  set: { type: 'string', multiple: true, default: [] as string[] },
  only: { type: 'string' },
  'in-flight': { type: 'string', default: '4' },
  state: { type: 'string' },
  refused: { type: 'string' },
} as const;

function parsed(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options, strict: true }).values;
  } catch (error) {
    throw new ArgumentRefused(error instanceof Error ? error.message : String(error));
  }
}

function parametersOf(settings: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    settings.map((setting) => {
      const at = setting.indexOf('=');
      if (at < 1) throw new ArgumentRefused(`--set takes name=value, and not ${setting}.`);
      return [setting.slice(0, at), setting.slice(at + 1)];
    }),
  );
}

function countOf(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1 && count <= 32) return count;
  throw new ArgumentRefused('--in-flight must be a whole number from 1 to 32.');
}

/** Reads the words of the command line. Throws ArgumentRefused. */
export function readArguments(words: readonly string[]): Arguments {
  const values = parsed(words);
  const { mapping, dir, url = null, token = null, only } = values;
  if (mapping === undefined) throw new ArgumentRefused('--mapping must name a file.');
  if (dir === undefined) throw new ArgumentRefused('--dir must name the folder of the files.');
  if (url !== null && !URL.canParse(url)) throw new ArgumentRefused('--url must be a URL.');
  if (url !== null && token === null) throw new ArgumentRefused('--url needs a --token.');
  const stem = basename(mapping).replace(/\.(ya?ml|json)$/i, '');
  return {
    ...{ mapping, url, token, folder: dir },
    isDryRun: values['dry-run'],
    inFlight: countOf(values['in-flight']),
    only: only === undefined ? null : only.split(',').map((step) => step.trim()),
    statePath: values.state ?? `${stem}.state.jsonl`,
    refusedPath: values.refused ?? `${stem}.refused`,
    parameters: parametersOf(values.set),
  };
}
