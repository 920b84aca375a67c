import { parseArgs } from 'node:util';

export const nouns = ['customer', 'supplier', 'item'] as const;
export type DuplicateNoun = (typeof nouns)[number];

/** A wrong argument; the message is what the user reads. */
export class ArgumentRefused extends Error {}

export const usage = `npm run duplicates -- --url <graph> --token <key> [options]
  --noun customer|supplier|item  what is looked at (customer)
  --min-score <0.3 to 1>         how likely two must be the same to be listed (0.6)
  --out <file>                   where the list is written (duplicates.csv)

npm run merge -- --url <graph> --token <key> --file <file>
  --file <file>                  a list in which the column merge_into is filled in:
                                 the code of the one that stays, or NO for two that differ
The key can stand in THROUGHLINE_TOKEN instead of --token.`;

const options = {
  url: { type: 'string' },
  token: { type: 'string' },
  noun: { type: 'string', default: 'customer' },
  'min-score': { type: 'string', default: '0.6' },
  out: { type: 'string', default: 'duplicates.csv' },
  file: { type: 'string' },
} as const;

/** What either command was asked to do. */
export interface Arguments {
  readonly url: string;
  readonly token: string;
  readonly noun: DuplicateNoun;
  readonly minScore: string;
  readonly out: string;
  readonly file: string | null;
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options, strict: true }).values;
  } catch (error) {
    throw new ArgumentRefused(error instanceof Error ? error.message : String(error));
  }
}

/** Reads the words of the command line. Throws ArgumentRefused. */
export function readArguments(
  words: readonly string[],
  environment: Readonly<Record<string, string | undefined>> = {},
): Arguments {
  const { url, noun: named, out, file = null, ...values } = parsed(words);
  const token = values.token ?? environment.THROUGHLINE_TOKEN;
  if (url === undefined || !URL.canParse(url)) throw new ArgumentRefused('--url must be a URL.');
  if (!token) throw new ArgumentRefused('--token must be an API key.');
  const noun = nouns.find((one) => one === named);
  if (!noun) throw new ArgumentRefused('--noun must be customer, supplier or item.');
  const minScore = values['min-score'];
  if (!/^(0\.[3-9]\d?|1)$/.test(minScore))
    throw new ArgumentRefused('--min-score must be from 0.3 to 1.');
  return { url, token, noun, minScore, out, file };
}
