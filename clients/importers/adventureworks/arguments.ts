import { parseArgs } from 'node:util';
import type { Span } from './source.js';

/** What the command was asked to do. */
export interface Arguments {
  /** The folder of the files. */
  readonly folder: string;
  readonly span: Span;
  /** A server that runs already, and a key of it; null to start one. */
  readonly url: string | null;
  readonly token: string | null;
  readonly inFlight: number;
  /** Only the customers that the orders of the span need. */
  readonly isOnlyOrdering: boolean;
  /** Components are made for each order, and not taken from stock. */
  readonly isAllMade: boolean;
  /** The orders are finished: they are recorded and not taken to the money. */
  readonly isHistory: boolean;
}

/** A wrong argument; the message is what the user reads. */
export class ArgumentRefused extends Error {}

export const usage = `npm run demo:adventureworks -- --dir <folder> [options]

  --dir <folder>        the folder of the AdventureWorks tables, as .csv or .csv.gz
  --from, --to <day>    the days of the orders that are taken (2013-06-01 to 2013-06-07)
  --customers ordering  brings in only the customers of those orders, instead of all
  --components made     makes all components of each order anew, instead of taking free stock
  --history             records the orders as finished ones, which post and move nothing
  --url, --token        a server that runs already and an API key of it, instead of starting one
  --in-flight <count>   requests under way at once, 1 to 32 (4)`;

const options = {
  dir: { type: 'string' },
  from: { type: 'string', default: '2013-06-01' },
  to: { type: 'string', default: '2013-06-07' },
  customers: { type: 'string', default: 'all' },
  components: { type: 'string', default: 'stock' },
  history: { type: 'boolean', default: false },
  url: { type: 'string' },
  token: { type: 'string' },
  'in-flight': { type: 'string', default: '4' },
} as const;

function parsed(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options, strict: true }).values;
  } catch (error) {
    throw new ArgumentRefused(error instanceof Error ? error.message : String(error));
  }
}

function day(name: string, text: string): string {
  const instant = new Date(`${text}T00:00:00Z`);
  const isDay = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
  if (isDay && /^\d{4}-\d\d-\d\d$/.test(text)) return text;
  throw new ArgumentRefused(`${name} must be a day such as 2013-06-01, not ${text}.`);
}

/** Reads the words of the command line. Throws ArgumentRefused. */
export function readArguments(words: readonly string[]): Arguments {
  const values = parsed(words);
  const { dir, url = null, token = null, customers } = values;
  if (dir === undefined) throw new ArgumentRefused('--dir must name the folder of the tables.');
  if (url !== null && !URL.canParse(url)) throw new ArgumentRefused('--url must be a URL.');
  if (url !== null && token === null) throw new ArgumentRefused('--url needs a --token.');
  if (customers !== 'all' && customers !== 'ordering')
    throw new ArgumentRefused('--customers must be all or ordering.');
  if (values.components !== 'stock' && values.components !== 'made')
    throw new ArgumentRefused('--components must be stock or made.');
  const count = Number(values['in-flight']);
  if (!Number.isInteger(count) || count < 1 || count > 32)
    throw new ArgumentRefused('--in-flight must be a whole number from 1 to 32.');
  const span = { from: day('--from', values.from), to: day('--to', values.to) };
  if (span.from > span.to) throw new ArgumentRefused('--from must not be after --to.');
  return {
    ...{ folder: dir, span, url, token },
    inFlight: count,
    isOnlyOrdering: customers === 'ordering',
    isAllMade: values.components === 'made',
    isHistory: values.history,
  };
}
