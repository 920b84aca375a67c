import { afterAll, beforeAll, expect, it } from 'vitest';
import { createClient, type Client } from '../../clients/typescript/client.js';
import { SalesOrderStatusDocument } from '../../clients/typescript/generated/graphql.js';
import { createLog } from '../../server/log.js';
import { startServer, type RunningServer } from '../../server/serve.js';
import { readSettings } from '../../server/settings.js';
import { openFielded, type Fielded } from '../support/custom-fields.js';
import { onPostgres } from '../support/database.js';
import { post, type GraphAnswer } from '../support/doors.js';
import { codesOf } from '../support/graph.js';
import { order } from '../support/sold.js';

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

onPostgres('custom fields on two servers of one database', () => {
  let fielded: Fielded;
  let other: RunningServer;
  let follower: Client;

  beforeAll(async () => {
    fielded = await openFielded();
    const { connectionString } = fielded.graph.database.connection;
    const settings = readSettings({
      ...{ PORT: '0', DEMO: 'off', BOOTSTRAP_API_KEY: fielded.graph.token },
      DATABASE_URL: connectionString,
    });
    other = await startServer({ settings, log: createLog('silent') });
    follower = createClient({ url: other.url, token: fielded.graph.token });
  });

  afterAll(async () => {
    await follower.close();
    await other.close(0);
    await fielded.graph.close();
  });

  const askOther = async (query: string, variables: object = {}): Promise<GraphAnswer> => {
    const authorization = `Bearer ${fielded.graph.token}`;
    return (await post(other.url, { query, variables }, { authorization })).json;
  };

  /** How long the other server takes until it answers without errors, in milliseconds. */
  async function untilKnown(query: string): Promise<number> {
    const since = performance.now();
    while ((await askOther(query)).errors) {
      if (performance.now() - since > 20_000) throw new Error('It is never known.');
      await sleep(10);
    }
    return performance.now() - since;
  }

  it('appear on the other, and drop no request and no socket meanwhile', async () => {
    const { define, run, shop } = fielded;
    const orderId = await order(fielded, shop);
    const told: unknown[] = [];
    const stop = new AbortController();
    const messages = follower.subscribe(
      SalesOrderStatusDocument,
      { salesOrder: orderId },
      { signal: stop.signal },
    );
    const followed = (async () => {
      for await (const message of messages) told.push(message);
    })().catch(() => undefined);
    let isOver = false;
    let answered = 0;
    const failed: unknown[] = [];
    const callers = Array.from({ length: 4 }, async (_, at) => {
      for (let turn = 0; !isOver; turn += 1) {
        // Every other document is new, so that some are admitted while the schema is replaced.
        const name = turn % 2 === 0 ? `Q${at}` : `Q${at}x${turn}`;
        const { errors } = await askOther(
          `query ${name} { customers { nodes { name customFields { __typename } } } }`,
        );
        if (errors) failed.push(...errors);
        answered += 1;
      }
    });
    for (const code of ['first', 'second', 'third']) {
      await define('Customer', code, 'TEXT');
      await untilKnown(`{ customers { nodes { customFields { ${code} } } } }`);
    }
    isOver = true;
    await Promise.all(callers);
    expect(failed).toEqual([]);
    expect(answered).toBeGreaterThan(10);
    const before = told.length;
    await run('salesOrderConfirm', { id: orderId }, 'salesOrder { id }');
    for (let turn = 0; told.length === before && turn < 500; turn += 1) await sleep(20);
    expect(told.length).toBeGreaterThan(before);
    stop.abort();
    await followed;
  });

  it('appear on the other within a second of the answer to who defined them', async () => {
    const waits: number[] = [];
    for (const code of ['fourth', 'fifth', 'sixth']) {
      await fielded.define('Customer', code, 'TEXT');
      waits.push(await untilKnown(`{ customers { nodes { customFields { ${code} } } } }`));
    }
    // The best of three, because a busy machine may take longer for anything.
    expect(Math.min(...waits)).toBeLessThan(1_000);
  });

  it('are not set any more when they were removed, whichever schema the request met', async () => {
    const { define, run, shop } = fielded;
    const id = await define('Customer', 'brief', 'TEXT');
    await untilKnown('{ customers { nodes { customFields { brief } } } }');
    await run('customFieldDeprecate', { id, reason: 'Gone' }, 'customFieldDefinition { id }');
    const isRemoved = run('customFieldRemove', { id }, 'customFieldDefinition { removedAt }');
    await isRemoved;
    const answer = await askOther(
      `mutation ($input: CustomerCustomFieldsSetInput!) { customerCustomFieldsSet(input: $input) {
        customer { id } userErrors { code } } }`,
      { input: { id: shop.customerId, customFields: { brief: 'late' } } },
    );
    const payload = answer.data?.customerCustomFieldsSet as
      { userErrors: { code: string }[] } | undefined;
    const codes = [...codesOf(answer), ...(payload?.userErrors ?? []).map(({ code }) => code)];
    expect(codes).toHaveLength(1);
    expect(['CUSTOM_FIELD_UNKNOWN', 'BAD_USER_INPUT']).toContain(codes[0]);
  });

  it('are unique however many set the same value at once', async () => {
    const { define, run } = fielded;
    await define('Customer', 'badge', 'TEXT', { isUnique: true });
    await untilKnown('{ customers { nodes { customFields { badge } } } }');
    const ids: string[] = [];
    for (let at = 0; at < 12; at += 1) {
      const input = { code: `RACE${at}`, name: 'Racer', currency: 'USD' };
      const { customer } = await run<{ customer: { id: string } }>(
        'customerUpsert',
        input,
        'customer { id }',
      );
      ids.push(customer.id);
    }
    const answers = await Promise.all(
      ids.map((id, at) => {
        const query = `mutation ($input: CustomerCustomFieldsSetInput!) {
          customerCustomFieldsSet(input: $input) { customer { id } userErrors { code path } } }`;
        const variables = { input: { id, customFields: { badge: 'No. 1' } } };
        return at % 2 === 0 ? askOther(query, variables) : fielded.graph.ask(query, variables);
      }),
    );
    const errors = answers.map(
      ({ data }) => (data?.customerCustomFieldsSet as { userErrors: object[] }).userErrors,
    );
    const done = errors.filter((one) => one.length === 0);
    expect(done).toHaveLength(1);
    const refused = { code: 'DUPLICATE_KEY', path: ['input', 'customFields', 'badge'] };
    expect(errors.flat()).toEqual(Array.from({ length: 11 }, () => refused));
  });
});
