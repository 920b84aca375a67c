/** The settings of a server. They come from the environment, and from nowhere else. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  /** PostgreSQL to use; null for the embedded database. */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  readonly bootstrapApiKey: string | null;
  readonly demo: boolean;
  /** For how many days events are kept; null for ever. */
  readonly eventsKeptDays: number | null;
  readonly logLevel: LogLevel;
}

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** A setting that cannot be used. Its message is the one line that the operator sees. */
export class SettingRefused extends Error {}

type Environment = Readonly<Record<string, string | undefined>>;

interface Setting {
  readonly name: string;
  readonly byDefault: string;
  readonly meaning: string;
}

/** The one list of settings: the documented table is printed from it. */
export const settingsList: readonly Setting[] = [
  {
    name: 'PORT',
    byDefault: '4000',
    meaning: 'The port to listen on, 0 to 65535; 0 takes a free one.',
  },
  { name: 'HOST', byDefault: '127.0.0.1', meaning: 'The address to listen on.' },
  {
    name: 'DATABASE_URL',
    byDefault: 'the embedded database',
    meaning: 'A PostgreSQL of version 15 or later, as `postgresql://…`.',
  },
  { name: 'DATA_DIR', byDefault: '.data', meaning: 'The folder of the embedded database.' },
  {
    name: 'BOOTSTRAP_API_KEY',
    byDefault: 'a generated key',
    meaning: "The first administrator's key, of 32 to 256 printable characters without spaces.",
  },
  {
    name: 'DEMO',
    byDefault: 'on',
    meaning: 'Whether an empty database gets the demo company and its story: `on` or `off`.',
  },
  {
    name: 'EVENTS_KEPT_DAYS',
    byDefault: 'for ever',
    meaning: 'For how many days at least events are kept, 1 to 36500; they go by whole months.',
  },
  { name: 'LOG_LEVEL', byDefault: 'info', meaning: `One of ${LOG_LEVELS.join(', ')}.` },
];

/** The settings as a table in Markdown, as it stands in the README. */
export function settingsTable(): string {
  const rows = settingsList.map(
    ({ name, byDefault, meaning }) => `| \`${name}\` | ${byDefault} | ${meaning} |`,
  );
  return ['| setting | by default | meaning |', '| --- | --- | --- |', ...rows].join('\n');
}

/**
 * Reads the settings. An empty value counts as none. Throws SettingRefused at the first wrong one.
 */
export function readSettings(environment: Environment): Settings {
  const given = (name: string) => environment[name]?.trim() || undefined;
  return {
    port: portOf(given('PORT') ?? '4000'),
    host: hostOf(given('HOST') ?? '127.0.0.1'),
    databaseUrl: databaseOf(given('DATABASE_URL')),
    dataDir: given('DATA_DIR') ?? '.data',
    bootstrapApiKey: keyOf(given('BOOTSTRAP_API_KEY')),
    demo: choiceOf('DEMO', given('DEMO') ?? 'on', ['on', 'off'] as const) === 'on',
    eventsKeptDays: daysOf(given('EVENTS_KEPT_DAYS')),
    logLevel: choiceOf('LOG_LEVEL', given('LOG_LEVEL') ?? 'info', LOG_LEVELS),
  };
}

function portOf(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65535)) refuse('PORT', 'must be a whole number from 0 to 65535', text);
  return port;
}

function daysOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const days = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(days >= 1 && days <= 36_500))
    refuse('EVENTS_KEPT_DAYS', 'must be a whole number from 1 to 36500', text);
  return days;
}

function hostOf(text: string): string {
  if (!/^[A-Za-z0-9.:_-]{1,253}$/.test(text))
    refuse('HOST', 'must be a host name or address', text);
  return text;
}

/** The value may hold a password, so the refusal does not repeat it. */
function databaseOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !['postgres:', 'postgresql:'].includes(url.protocol))
    throw new SettingRefused('DATABASE_URL must be a URL that begins with postgresql://.');
  return text;
}

/** Never repeats the key. */
function keyOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (!/^[\x21-\x7e]{32,256}$/.test(text))
    throw new SettingRefused(
      'BOOTSTRAP_API_KEY must have 32 to 256 printable characters without spaces.',
    );
  return text;
}

function choiceOf<T extends string>(name: string, text: string, choices: readonly T[]): T {
  const chosen = choices.find((choice) => choice === text.toLowerCase());
  return chosen ?? refuse(name, `must be one of ${choices.join(', ')}`, text);
}

function refuse(name: string, rule: string, text: string): never {
  throw new SettingRefused(`${name} ${rule}, not ${JSON.stringify(text.slice(0, 80))}.`);
}
