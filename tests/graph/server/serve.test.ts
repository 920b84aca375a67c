import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { existsSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog } from '../../../server/log.js';
import { startServer, type RunningServer } from '../../../server/serve.js';
import { readSettings } from '../../../server/settings.js';
import { openTestDatabase } from '../../support/database.js';
import { post } from '../../support/doors.js';

const key = 'the-first-key-of-the-first-administrator';
const log = createLog('silent');
const extensions = { cost: expect.any(Object) };
const bearer = (token: string | null) => ({ authorization: `Bearer ${token ?? ''}` });

describe('a server on an empty database', () => {
  let server: RunningServer;
  beforeAll(async () => {
    const settings = readSettings({ PORT: '0', BOOTSTRAP_API_KEY: key });
    server = await startServer({ settings, log, database: await openTestDatabase() });
  });
  afterAll(() => server.close(0));

  it('makes the administrator with the key that was given', async () => {
    expect(server.isFounded).toBe(true);
    const { json } = await post(server.url, { query: '{ __typename }' }, bearer(key));
    expect(json).toEqual({ data: { __typename: 'Query' }, extensions });
  });

  it('is ready, and lets nobody in without a key', async () => {
    expect((await fetch(new URL('/health/ready', server.url))).status).toBe(200);
    expect((await post(server.url, { query: '{ __typename }' })).status).toBe(401);
  });

  it('serves every noun of the graph to the administrator', async () => {
    const query = '{ companies { totalCount nodes { id code } } }';
    const { json } = await post(server.url, { query }, bearer(key));
    expect(json).toEqual({ data: { companies: { totalCount: 0, nodes: [] } }, extensions });
  });
});

describe('the key that a start generates', () => {
  it('is kept beside the embedded database, for its owner only, and shown by the next start', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'throughline-'));
    const settings = readSettings({ PORT: '0', DATA_DIR: folder });
    const first = await startServer({ settings, log });
    await first.close(0);
    expect(statSync(join(folder, 'api-key')).mode & 0o777).toBe(0o600);
    const second = await startServer({ settings, log });
    const { json } = await post(second.url, { query: '{ __typename }' }, bearer(second.issuedKey));
    await second.close(0);
    expect([first.isFounded, second.isFounded]).toEqual([true, false]);
    expect(second.issuedKey).toBe(first.issuedKey);
    expect(json.data).toEqual({ __typename: 'Query' });
    expect(existsSync(join(folder, 'lock'))).toBe(false);
    await rm(folder, { recursive: true });
  });
});
