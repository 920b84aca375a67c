import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFielded, type Fielded } from '../support/custom-fields.js';
import { followAny, followText, HEARTBEAT_MS } from '../support/following.js';
import { codesOf, executions, type Caller } from '../support/graph.js';

const CUSTOMERS = followText('customerChanged', 'CustomerWhere', 'id code');
const choice = (code: string) => ({ code, labels: [{ locale: 'en', text: code }] });

describe.each(executions)('following by custom fields, %s', (execution) => {
  let fielded: Fielded;
  let id: string;

  beforeAll(async () => {
    fielded = await openFielded(execution, { heartbeatMs: HEARTBEAT_MS });
    const { define, shop } = fielded;
    id = shop.customerId;
    await define('Customer', 'tier', 'CHOICE', { choices: [choice('GOLD'), choice('SILVER')] });
    await define('Customer', 'seats', 'INTEGER');
    await define('Customer', 'secret', 'TEXT', { readPermission: 'finance.report.read' });
  });

  afterAll(() => fielded.graph.close());

  const follow = (where: object, { client }: Caller = fielded.graph, more: object = {}) =>
    followAny(client, CUSTOMERS, { where, ...more });
  const set = (customFields: object) =>
    fielded.run('customerCustomFieldsSet', { id, customFields }, 'customer { id }');
  const told = ({ news }: ReturnType<typeof follow>) =>
    news().map(({ kind, node, deletedId }) => [kind, node?.code ?? null, deletedId]);

  it('tells a node as its fields begin to match, and its id once when they cease to', async () => {
    await set({ tier: 'SILVER', seats: 1 });
    await fielded.graph.settled();
    const follower = follow({ customFields: { tier: { eq: 'GOLD' }, seats: { gte: 2 } } });
    await follower.beat();
    const heard = async () => follower.beat(await fielded.graph.settled());
    // What does not touch the fields of the filter is not heard by whoever never had the node.
    await fielded.run('customerChange', { id, name: 'Renamed' }, 'customer { id }');
    await heard();
    expect(told(follower)).toEqual([]);
    for (const fields of [
      { tier: 'GOLD', seats: 2 },
      { seats: 3 },
      { seats: 1 },
      { seats: 0 },
      { seats: 2 },
      { tier: null },
    ]) {
      await set(fields);
      await heard();
    }
    await follower.stop();
    expect(told(follower)).toEqual([
      ['DELTA', 'ACME-C', null],
      ['DELTA', 'ACME-C', null],
      ['DELTA', null, id],
      ['DELTA', 'ACME-C', null],
      ['DELTA', null, id],
    ]);
  });

  it('tells the state at the beginning, and goes on behind a cursor', async () => {
    await set({ tier: 'GOLD', seats: 7 });
    await fielded.graph.settled();
    const where = { customFields: { seats: { eq: 7 } } };
    const first = follow(where, fielded.graph, { snapshot: true });
    await first.beat();
    await first.stop();
    expect(told(first)).toEqual([['SNAPSHOT', 'ACME-C', null]]);
    await set({ seats: 8 });
    await fielded.graph.settled();
    const second = follow(where, fielded.graph, { after: first.news()[0]!.cursor });
    await second.beat();
    await second.stop();
    expect(told(second)).toEqual([['DELTA', null, id]]);
  });

  it('knows a field that is defined while others are followed, and goes on for those', async () => {
    const early = follow({ customFields: { seats: { eq: 9 } } });
    await early.beat();
    await fielded.define('Customer', 'late', 'TEXT');
    const late = follow({ or: [{ customFields: { late: { startsWith: 'x' } } }] });
    await late.beat();
    await set({ seats: 9, late: 'xyz' });
    const position = await fielded.graph.settled();
    await Promise.all([early.beat(position), late.beat(position)]);
    await Promise.all([early.stop(), late.stop()]);
    expect([told(early), told(late)]).toEqual([
      [['DELTA', 'ACME-C', null]],
      [['DELTA', 'ACME-C', null]],
    ]);
  });

  it('is refused by a field that may not be read', async () => {
    const clerk = await fielded.graph.as(['crm.customer.read']);
    const refused = follow({ customFields: { secret: { eq: 'x' } } }, clerk);
    expect(codesOf((await refused.ended) as never)).toEqual(['FORBIDDEN']);
  });
});
