import { describe, expect, it } from 'vitest';
import { settingsList, settingsTable } from '../../../server/settings-list.js';
import { readSettings, SettingRefused } from '../../../server/settings.js';

const key = 'a-key-that-is-long-enough-for-anyone';

const strangers = { capacity: 100, restoreRate: 10 };

describe('reading the settings of a server', () => {
  it('serves the embedded database on the loopback address when nothing is said', () => {
    expect(readSettings({})).toEqual({
      port: 4000,
      host: '127.0.0.1',
      databaseUrl: null,
      databaseReadUrl: null,
      webhookNetworks: [],
      natsUrl: null,
      metricsPort: null,
      tracesEndpoint: null,
      serviceName: 'throughline',
      drainSeconds: 0,
      dataDir: '.data',
      bootstrapApiKey: null,
      demo: true,
      eventsKeptDays: null,
      logLevel: 'info',
      costs: {
        max: 10_000_000,
        rows: 1_000_000,
        capacity: 40_000_000,
        restoreRate: 4_000_000,
        timeout: 30_000,
        strangers,
      },
      statementTimeout: 10_000,
      poolSize: 10,
      federation: false,
      proxyHops: 0,
    });
  });

  it('takes every setting that is given', () => {
    const given = {
      PORT: '0',
      HOST: '::1',
      DATABASE_URL: 'postgresql://someone:secret@localhost:5432/books',
      DATA_DIR: 'elsewhere',
      BOOTSTRAP_API_KEY: key,
      DEMO: 'off',
      EVENTS_KEPT_DAYS: '90',
      LOG_LEVEL: 'DEBUG',
      COST_MAX: '1000',
      COST_BUCKET: '5000',
      COST_RESTORE_RATE: '100',
      OPERATION_TIMEOUT: '5',
      STATEMENT_TIMEOUT: '2',
      FEDERATION: 'on',
      PROXY_HOPS: '1',
      DATABASE_READ_URL: 'postgresql://someone:secret@localhost:5433/books',
      NATS_URL: 'nats://localhost:4222',
      METRICS_PORT: '9464',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'https://someone:secret@collector:4318',
      OTEL_SERVICE_NAME: 'books',
      DRAIN_SECONDS: '10',
      DATABASE_POOL_SIZE: '4',
    };
    expect(readSettings(given)).toEqual({
      port: 0,
      host: '::1',
      databaseUrl: given.DATABASE_URL,
      databaseReadUrl: given.DATABASE_READ_URL,
      poolSize: 4,
      webhookNetworks: [],
      natsUrl: given.NATS_URL,
      metricsPort: 9464,
      tracesEndpoint: given.OTEL_EXPORTER_OTLP_ENDPOINT,
      serviceName: 'books',
      drainSeconds: 10,
      dataDir: 'elsewhere',
      bootstrapApiKey: key,
      demo: false,
      eventsKeptDays: 90,
      logLevel: 'debug',
      costs: {
        ...{ max: 1000, rows: 1_000_000, capacity: 5000, restoreRate: 100 },
        ...{ timeout: 5000, strangers },
      },
      statementTimeout: 2000,
      federation: true,
      proxyHops: 1,
    });
  });

  it('counts an empty value as none', () => {
    expect(readSettings({ PORT: '', DATABASE_URL: ' ' }).port).toBe(4000);
  });

  it.each([
    ['PORT', '65536'],
    ['DATABASE_POOL_SIZE', '1'],
    ['DATABASE_POOL_SIZE', '4.5'],
    ['DATABASE_POOL_SIZE', '501'],
    ['PORT', '-1'],
    ['PORT', '4000.5'],
    ['PORT', '0x10'],
    ['PORT', 'http'],
    ['HOST', 'a host'],
    ['DATABASE_URL', 'mysql://localhost/books'],
    ['DATABASE_URL', 'localhost'],
    ['NATS_URL', 'nats:'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector:4318'],
    ['BOOTSTRAP_API_KEY', 'too-short'],
    ['BOOTSTRAP_API_KEY', `${key} with spaces`],
    ['COST_MAX', '0'],
    ['COST_MAX', '-5'],
    ['COST_MAX', '1e6'],
    ['COST_BUCKET', '9999999'],
    ['COST_RESTORE_RATE', '0'],
    ['OPERATION_TIMEOUT', '1.5'],
    ['STATEMENT_TIMEOUT', '3601'],
    ['PROXY_HOPS', '11'],
    ['EVENTS_KEPT_DAYS', '0'],
    ['EVENTS_KEPT_DAYS', '36501'],
    ['EVENTS_KEPT_DAYS', 'ever'],
    ['DEMO', 'maybe'],
    ['FEDERATION', 'yes'],
    ['LOG_LEVEL', 'loud'],
  ])('refuses %s=%s in one line that names it', (name, value) => {
    const read = () => readSettings({ [name]: value });
    expect(read).toThrow(SettingRefused);
    expect(read).toThrow(new RegExp(`^${name} must [^\\n]+\\.$`));
  });

  it.each(['DATABASE_URL', 'OTEL_EXPORTER_OTLP_ENDPOINT', 'BOOTSTRAP_API_KEY'])(
    'does not repeat a wrong %s, a secret',
    (name) => {
      expect(() => readSettings({ [name]: 'hunter2' })).toThrow(/^(?!.*hunter2)/);
    },
  );
});

describe('the table of settings', () => {
  it('has a line for each setting that is read', () => {
    const names = settingsList.map(({ name }) => name);
    const asked: string[] = [];
    readSettings(new Proxy({}, { get: (_, name) => (asked.push(String(name)), undefined) }));
    expect(names.toSorted()).toEqual([...new Set(asked)].toSorted());
    for (const name of names) expect(settingsTable()).toContain(`| \`${name}\` |`);
  });
});
