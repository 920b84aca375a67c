import { expect, it } from 'vitest';
import { createClient, done } from '../../../clients/typescript/client.js';
import {
  CustomersDocument,
  CustomerUpsertDocument,
} from '../../../clients/typescript/generated/graphql.js';
import { createLog } from '../../../server/log.js';
import { startServer } from '../../../server/serve.js';
import { readSettings } from '../../../server/settings.js';
import { onPostgres, openTestDatabase } from '../../support/database.js';

const KEY = 'the-first-key-of-the-first-administrator';
const AT_ONCE = 40;

onPostgres('a server with two connections', () => {
  it('does all that is asked of it at once, and has no third', async () => {
    const database = await openTestDatabase();
    const server = await startServer({
      log: createLog('silent'),
      settings: readSettings({
        ...{ PORT: '0', DEMO: 'off', BOOTSTRAP_API_KEY: KEY, DATABASE_POOL_SIZE: '2' },
        DATABASE_URL: String(database.connection.connectionString),
      }),
    });
    const client = createClient({ url: server.url, token: KEY });
    const write = async (place: number) => {
      const input = { code: `C${place}`, name: `Name ${place}`, currency: 'USD' };
      const options = { idempotencyKey: `write-${place}` };
      const { customerUpsert } = await client.request(CustomerUpsertDocument, { input }, options);
      return done(customerUpsert).customer!.id;
    };
    const read = () => client.request(CustomersDocument, { first: 5 });
    const places = Array.from({ length: AT_ONCE }, (_, place) => place);
    const ids = await Promise.all(
      places.flatMap((place) => [write(place), read().then(() => null)]),
    );
    const { total } = server.database.connections();
    await client.close();
    await server.close(0);
    await database.close();
    expect(new Set(ids.filter((id) => id !== null)).size).toBe(AT_ONCE);
    expect(total).toBeLessThanOrEqual(2);
  });
});
