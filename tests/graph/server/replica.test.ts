import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLog } from '../../../server/log.js';
import { startServer, type RunningServer } from '../../../server/serve.js';
import { readSettings } from '../../../server/settings.js';
import {
  installedPostgres,
  openOwnPostgres,
  type OwnPostgres,
  type Replica,
} from '../../chaos/own-postgres.js';
import { post } from '../../support/doors.js';

const key = 'the-first-key-of-the-first-administrator';
const bearer = { authorization: `Bearer ${key}` };
const programs = await installedPostgres();

describe.skipIf(programs === null)(
  'reading from a replica (needs the programs of PostgreSQL)',
  () => {
    let postgres: OwnPostgres;
    let replica: Replica;
    let servers: RunningServer[] = [];
    let companyId: string;
    let count = 0;

    const start = async (): Promise<RunningServer> => {
      const settings = readSettings({
        ...{ PORT: '0', DEMO: 'off', BOOTSTRAP_API_KEY: key },
        ...{ DATABASE_URL: postgres.url, DATABASE_READ_URL: replica.url },
      });
      return startServer({ settings, log: createLog('silent') });
    };
    beforeAll(async () => {
      postgres = await openOwnPostgres(programs!);
      replica = await postgres.replicate();
      servers = [await start(), await start()];
      const query = `mutation { companyCreate(input: {code: "ACME", name: "Acme", countryCode: "US",
      baseCurrency: "USD", timeZone: "Etc/UTC"}) { company { id } userErrors { code } } }`;
      const { json } = await post(servers[0]!.url, { query }, bearer);
      companyId = (json.data as { companyCreate: { company: { id: string } } }).companyCreate
        .company.id;
    }, 300_000);
    afterAll(async () => {
      for (const server of servers) await server.close(0);
      await postgres.stop();
    });

    const rename = async (): Promise<string> => {
      const name = `Name ${(count += 1)}`;
      const query = `mutation($input: CompanyChangeInput!) { companyChange(input: $input) {
      company { name } userErrors { code } } }`;
      const variables = { input: { id: companyId, name } };
      const { json } = await post(servers[0]!.url, { query, variables }, bearer);
      expect(json.data).toMatchObject({ companyChange: { company: { name }, userErrors: [] } });
      return name;
    };
    const nameAt = async ({ url }: RunningServer): Promise<unknown> => {
      const query = 'query($id: ID!) { company(by: {id: $id}) { name } }';
      const { json } = await post(url, { query, variables: { id: companyId } }, bearer);
      return (json.data as { company: { name: string } }).company.name;
    };
    const askedOf = (server: RunningServer): number => server.replica!.statements.total;

    it('shows what was just written, at once and by either process', async () => {
      const before = servers.map(askedOf);
      for (let at = 0; at < 50; at += 1) {
        const name = await rename();
        expect(await Promise.all(servers.map(nameAt))).toEqual([name, name]);
      }
      // Half of what it is asked is how far it has come; the rest are the reads.
      servers.forEach((server, at) => expect(askedOf(server) - before[at]!).toBeGreaterThan(50));
    });

    it('goes to the primary while the replica stands still, and back when it has caught up', async () => {
      await servers[0]!.replica!.query({ text: 'select pg_wal_replay_pause()', values: [] });
      const name = await rename();
      expect(await nameAt(servers[1]!)).toBe(name);
      await servers[0]!.replica!.query({ text: 'select pg_wal_replay_resume()', values: [] });
      const next = await rename();
      expect(await nameAt(servers[1]!)).toBe(next);
    });

    it('goes on without the replica', async () => {
      await replica.stop();
      for (let at = 0; at < 3; at += 1) {
        const name = await rename();
        expect(await nameAt(servers[1]!)).toBe(name);
      }
    });
  },
);
