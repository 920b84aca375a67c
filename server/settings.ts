import { parseNetworks, type AllowedNetworks } from '../modules/outbound/index.js';
import { DEFAULT_POOL_SIZE } from '../prisma/database.js';
import { costLimits, type CostLimits } from './admission.js';

/** The settings of a server. They come from the environment, and from nowhere else. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  /** PostgreSQL to use; null for the embedded database. */
  readonly databaseUrl: string | null;
  /** A streaming replica of it, from which queries may read; null for none. */
  readonly databaseReadUrl: string | null;
  /** How many connections a pool has at most. */
  readonly poolSize: number;
  readonly dataDir: string;
  readonly bootstrapApiKey: string | null;
  readonly demo: boolean;
  /** For how many days events are kept; null for ever. */
  readonly eventsKeptDays: number | null;
  readonly logLevel: LogLevel;
  readonly webhookNetworks: AllowedNetworks;
  /** The NATS server to which the log is published; null for none. */
  readonly natsUrl: string | null;
  /** Of `/metrics`; null for none. */
  readonly metricsPort: number | null;
  /** The OpenTelemetry collector to which spans are sent; null for none. */
  readonly tracesEndpoint: string | null;
  /** As what they say they come from. */
  readonly serviceName: string;
  /** Between the moment at which the server says that it is not ready and its stop. */
  readonly drainSeconds: number;
  readonly costs: CostLimits;
  /** How long one statement may run on a PostgreSQL, in milliseconds. */
  readonly statementTimeout: number;
  /** Whether the graph can be a part of a federated one. */
  readonly federation: boolean;
  /** How many proxies of ours a request passes, each of which adds to X-Forwarded-For. */
  readonly proxyHops: number;
}

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** A setting that cannot be used. Its message is the one line that the operator sees. */
export class SettingRefused extends Error {}

export const STATEMENT_TIMEOUT = 10_000;
export const COLLECTOR = 'OTEL_EXPORTER_OTLP_ENDPOINT';
const POSTGRES = ['postgres', 'postgresql'] as const;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the settings. An empty value counts as none. Throws SettingRefused at the first wrong one.
 */
export function readSettings(environment: Environment): Settings {
  const given = (name: string) => environment[name]?.trim() || undefined;
  return {
    port: portOf(given('PORT') ?? '4000'),
    host: hostOf(given('HOST') ?? '127.0.0.1'),
    databaseUrl: urlOf('DATABASE_URL', given('DATABASE_URL'), POSTGRES),
    databaseReadUrl: urlOf('DATABASE_READ_URL', given('DATABASE_READ_URL'), POSTGRES),
    poolSize: whole(
      'DATABASE_POOL_SIZE',
      given('DATABASE_POOL_SIZE') ?? String(DEFAULT_POOL_SIZE),
      [2, 500],
    ),
    dataDir: given('DATA_DIR') ?? '.data',
    bootstrapApiKey: keyOf(given('BOOTSTRAP_API_KEY')),
    demo: choiceOf('DEMO', given('DEMO') ?? 'on', ['on', 'off'] as const) === 'on',
    eventsKeptDays: daysOf(given('EVENTS_KEPT_DAYS')),
    logLevel: choiceOf('LOG_LEVEL', given('LOG_LEVEL') ?? 'info', LOG_LEVELS),
    webhookNetworks: networksOf(given('WEBHOOK_NETWORKS') ?? ''),
    natsUrl: urlOf('NATS_URL', given('NATS_URL'), ['nats']),
    metricsPort: given('METRICS_PORT') ? portOf(given('METRICS_PORT')!, 'METRICS_PORT') : null,
    tracesEndpoint: urlOf(COLLECTOR, given(COLLECTOR), ['http', 'https']),
    serviceName: given('OTEL_SERVICE_NAME') ?? 'throughline',
    drainSeconds: secondsOf(given('DRAIN_SECONDS') ?? '0'),
    costs: costsOf(given),
    statementTimeout: seconds('STATEMENT_TIMEOUT', given, STATEMENT_TIMEOUT),
    federation:
      choiceOf('FEDERATION', given('FEDERATION') ?? 'off', ['on', 'off'] as const) === 'on',
    proxyHops: whole('PROXY_HOPS', given('PROXY_HOPS') ?? '0', [0, 10]),
  };
}

type Given = (name: string) => string | undefined;

function costsOf(given: Given): CostLimits {
  const cost = (name: string, byDefault: number) =>
    whole(name, given(name) ?? String(byDefault), [1, 1_000_000_000]);
  const max = cost('COST_MAX', costLimits.max);
  const capacity = cost('COST_BUCKET', Math.max(costLimits.capacity, max));
  if (capacity < max) refuse('COST_BUCKET', 'must not be less than COST_MAX', String(capacity));
  const restoreRate = cost('COST_RESTORE_RATE', costLimits.restoreRate);
  const { rows, strangers } = costLimits;
  return {
    max,
    rows,
    capacity,
    restoreRate,
    strangers,
    timeout: seconds('OPERATION_TIMEOUT', given, costLimits.timeout),
  };
}

/** Whole seconds, from one to an hour, as milliseconds. */
const seconds = (name: string, given: Given, byDefault: number): number =>
  1000 * whole(name, given(name) ?? String(byDefault / 1000), [1, 3600]);

function whole(name: string, text: string, [least, most]: readonly [number, number]): number {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most))
    refuse(name, `must be a whole number from ${least} to ${most}`, text);
  return value;
}

function portOf(text: string, name = 'PORT'): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65535)) refuse(name, 'must be a whole number from 0 to 65535', text);
  return port;
}

function secondsOf(text: string): number {
  const seconds = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
  if (!(seconds <= 300)) refuse('DRAIN_SECONDS', 'must be a whole number from 0 to 300', text);
  return seconds;
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
function urlOf(name: string, text: string | undefined, schemes: readonly string[]): string | null {
  if (text === undefined) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  // A PostgreSQL without a host is reached by a socket of this machine.
  const isWhole = url !== null && (url.hostname !== '' || schemes === POSTGRES);
  if (isWhole && schemes.includes(url.protocol.slice(0, -1))) return text;
  const beginnings = schemes.map((scheme) => `${scheme}://`).join(' or ');
  throw new SettingRefused(`${name} must be a URL that begins with ${beginnings}.`);
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

function networksOf(text: string): AllowedNetworks {
  const parts = text.split(',').map((one) => one.trim());
  const networks = parseNetworks(parts.filter((one) => one !== ''));
  return (
    networks ?? refuse('WEBHOOK_NETWORKS', 'must be networks or addresses, parted by commas', text)
  );
}

function choiceOf<T extends string>(name: string, text: string, choices: readonly T[]): T {
  const chosen = choices.find((choice) => choice === text.toLowerCase());
  return chosen ?? refuse(name, `must be one of ${choices.join(', ')}`, text);
}

function refuse(name: string, rule: string, text: string): never {
  throw new SettingRefused(`${name} ${rule}, not ${JSON.stringify(text.slice(0, 80))}.`);
}
