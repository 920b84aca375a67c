import { DEFAULT_POOL_SIZE } from '../prisma/database.js';
import { costLimits } from './admission.js';
import { COLLECTOR, LOG_LEVELS, STATEMENT_TIMEOUT } from './settings.js';

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
  {
    name: 'DATABASE_READ_URL',
    byDefault: 'none',
    meaning:
      'A streaming replica of `DATABASE_URL`, from which queries read once it has caught up.',
  },
  {
    name: 'DATABASE_POOL_SIZE',
    byDefault: String(DEFAULT_POOL_SIZE),
    meaning: 'How many statements of a server the PostgreSQL works on at once, 2 to 500.',
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
    name: 'WEBHOOK_NETWORKS',
    byDefault: 'none',
    meaning:
      'Networks that webhooks may reach although they are not public: `10.1.0.0/16,127.0.0.1`.',
  },
  {
    name: 'NATS_URL',
    byDefault: 'none',
    meaning: 'A NATS server with JetStream, to which the log is published: `nats://…`.',
  },
  {
    name: 'METRICS_PORT',
    byDefault: 'none',
    meaning: 'The port of `/metrics` for Prometheus. It asks for no key: keep it to yourself.',
  },
  {
    name: COLLECTOR,
    byDefault: 'none',
    meaning: 'An OpenTelemetry collector that takes traces by OTLP over HTTP: `http://…:4318`.',
  },
  {
    name: 'OTEL_SERVICE_NAME',
    byDefault: 'throughline',
    meaning: 'The name by which the collector knows this server.',
  },
  {
    name: 'DRAIN_SECONDS',
    byDefault: '0',
    meaning: 'How long a server that was told to stop goes on while it says that it is not ready.',
  },
  {
    name: 'EVENTS_KEPT_DAYS',
    byDefault: 'for ever',
    meaning: 'For how many days at least events are kept, 1 to 36500; they go by whole months.',
  },
  { name: 'LOG_LEVEL', byDefault: 'info', meaning: `One of ${LOG_LEVELS.join(', ')}.` },
  {
    name: 'COST_MAX',
    byDefault: String(costLimits.max),
    meaning: 'What one operation may cost at most.',
  },
  {
    name: 'COST_BUCKET',
    byDefault: String(costLimits.capacity),
    meaning: 'What one client may ask for at once, not less than `COST_MAX`.',
  },
  {
    name: 'COST_RESTORE_RATE',
    byDefault: String(costLimits.restoreRate),
    meaning: 'How much of that comes back each second.',
  },
  {
    name: 'OPERATION_TIMEOUT',
    byDefault: String(costLimits.timeout / 1000),
    meaning: 'How many seconds one operation may take.',
  },
  {
    name: 'STATEMENT_TIMEOUT',
    byDefault: String(STATEMENT_TIMEOUT / 1000),
    meaning: 'How many seconds one statement may run on a PostgreSQL.',
  },
  {
    name: 'FEDERATION',
    byDefault: 'off',
    meaning: 'Whether the graph is served as a subgraph of Apollo Federation 2: `on` or `off`.',
  },
  {
    name: 'PROXY_HOPS',
    byDefault: '0',
    meaning: 'How many proxies of yours add to `X-Forwarded-For` before a request arrives.',
  },
];

/** The settings as a table in Markdown, as it stands in the README. */
export function settingsTable(): string {
  const rows = settingsList.map(
    ({ name, byDefault, meaning }) => `| \`${name}\` | ${byDefault} | ${meaning} |`,
  );
  return ['| setting | by default | meaning |', '| --- | --- | --- |', ...rows].join('\n');
}
