import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFielded, type Fielded } from '../support/custom-fields.js';
import { executions } from '../support/graph.js';

const choice = (code: string) => ({ code, labels: [{ locale: 'en', text: code }] });

describe.each(executions)('custom fields, %s', (execution) => {
  let fielded: Fielded;

  beforeAll(async () => {
    fielded = await openFielded(execution);
    const { define } = fielded;
    await define('Customer', 'note', 'TEXT');
    await define('Customer', 'seats', 'INTEGER', { minimum: '0', maximum: '100' });
    await define('Customer', 'rate', 'DECIMAL');
    await define('Customer', 'budget', 'MONEY');
    await define('Customer', 'volume', 'QUANTITY');
    await define('Customer', 'isKey', 'BOOLEAN', { isIndexed: true });
    await define('Customer', 'since', 'DATE', { isIndexed: true });
    await define('Customer', 'seenAt', 'DATE_TIME', { isIndexed: true });
    await define('Customer', 'tier', 'CHOICE', { choices: [choice('GOLD'), choice('SILVER')] });
    await define('Customer', 'tags', 'CHOICES', { choices: [choice('NEW'), choice('BIG')] });
    await define('Customer', 'favourite', 'REFERENCE', { references: 'Item' });
    await define('Customer', 'contract', 'FILE_LINK');
  });

  afterAll(() => fielded.graph.close());

  const every = `note seats rate budget { amount currency } volume { value unit } isKey since
    seenAt tier tags favourite { id code } contract`;

  const values = () => ({
    note: 'A note',
    seats: 12,
    rate: '12345678901234567.123456',
    budget: { amount: '12.50', currency: 'EUR' },
    volume: { value: '1.5', unit: 'KGM' },
    isKey: true,
    since: '2026-02-28',
    seenAt: '2026-02-28T08:30:00+01:00',
    tier: 'GOLD',
    tags: ['BIG', 'NEW'],
    favourite: fielded.shop.itemId,
    contract: 'https://files.example/contract.pdf',
  });

  it('are set, read and kept exactly, for every kind', async () => {
    const { ask, run, shop } = fielded;
    const { customer } = await run<{ customer: object }>(
      'customerChange',
      { id: shop.customerId, customFields: values() },
      `customer { customFields { ${every} } }`,
    );
    const expected = {
      ...values(),
      budget: { amount: '12.5', currency: 'EUR' },
      seenAt: '2026-02-28T07:30:00Z',
      favourite: { id: shop.itemId, code: 'ACME-I' },
    };
    expect(customer).toEqual({ customFields: expected });
    const { customers } = await ask<{ customers: object }>(
      `{ customers { nodes { a: customFields { x: favourite { code } }
        b: customFields { x: favourite { name } note } } } }`,
    );
    expect(customers).toEqual({
      nodes: [{ a: { x: { code: 'ACME-I' } }, b: { x: { name: 'ACME-I' }, note: 'A note' } }],
    });
  });

  it('are read and set by their codes by a client that does not know them', async () => {
    const { ask, run, shop } = fielded;
    await run(
      'customerCustomFieldsSet',
      {
        id: shop.customerId,
        customFields: {
          values: [
            { code: 'seats', value: 13 },
            { code: 'budget', value: { amount: '7', currency: 'USD' } },
            { code: 'tags', value: ['NEW'] },
            { code: 'note', value: null },
          ],
        },
      },
      'customer { version }',
    );
    const { customer } = await ask<{ customer: object }>(
      `query ($id: ID!, $code: String!) { customer(by: { id: $id }) { customFields {
        seats: value(code: $code) budget: value(code: "budget") tags: value(code: "tags")
        note: value(code: "note") item: value(code: "favourite") tier: value(code: "tier") } } }`,
      { id: shop.customerId, code: 'seats' },
    );
    expect(customer).toEqual({
      customFields: {
        seats: 13,
        budget: { amount: '7', currency: 'USD' },
        tags: ['NEW'],
        note: null,
        item: shop.itemId,
        tier: 'GOLD',
      },
    });
  });

  it.each([
    ['seats', '{ gte: 13 }'],
    ['seats', '{ in: [13, 14] }'],
    ['rate', '{ eq: "12345678901234567.123456" }'],
    ['rate', '{ gt: "12345678901234567.123455" }'],
    ['budget', '{ lt: 8 }'],
    ['volume', '{ eq: "1.50" }'],
    ['isKey', '{ eq: true }'],
    ['since', '{ gt: "2026-02-27", lte: "2026-02-28" }'],
    ['seenAt', '{ eq: "2026-02-28T07:30:00Z" }'],
    ['tier', '{ in: [GOLD] }'],
    ['tags', '{ has: NEW }'],
    ['contract', '{ startsWith: "https://files" }'],
    ['note', '{ isNull: true }'],
  ])('filter a list: %s %s', async (code, operators) => {
    const of = (condition: string) => `customers(where: ${condition}) { totalCount }`;
    const condition = `{ customFields: { ${code}: ${operators} } }`;
    const { yes, no } = await fielded.ask<Record<'yes' | 'no', { totalCount: number }>>(
      `{ yes: ${of(condition)} no: ${of(`{ not: ${condition} }`)} }`,
    );
    expect([yes.totalCount, no.totalCount]).toEqual([1, 0]);
  });

  it('filter by a reference, and through an edge', async () => {
    const { ask, shop } = fielded;
    const { customers, opportunities } = await ask<Record<string, { totalCount: number }>>(
      `query ($item: ID!) {
        customers(where: { customFields: { favourite: { eq: $item } } }) { totalCount }
        opportunities(where: { customer: { customFields: { tier: { eq: GOLD } } } })
          { totalCount } }`,
      { item: shop.itemId },
    );
    expect([customers?.totalCount, opportunities?.totalCount]).toEqual([1, 0]);
  });

  it.each(['note', 'seats', 'rate', 'budget', 'isKey', 'since', 'seenAt', 'tier', 'contract'])(
    'order a list by %s, page by page, both ways',
    async (code) => {
      const { ask, run } = fielded;
      const names = ['P1', 'P2', 'P3'];
      const own: Record<string, unknown[]> = {
        note: ['a', 'b', 'c'],
        seats: [1, 2, 3],
        rate: ['9', '10', '10.5'],
        budget: ['9', '10', '11'].map((amount) => ({ amount, currency: 'USD' })),
        isKey: [false, true, null],
        since: ['2025-12-31', '2026-01-01', null],
        seenAt: ['2025-01-01T00:00:00Z', '2025-01-01T00:00:00.001Z', '2026-01-01T00:00:00Z'],
        tier: ['GOLD', 'SILVER', null],
        contract: ['https://a.example/', 'https://b.example/', null],
      };
      for (const [at, name] of names.entries()) {
        const customFields = { [code]: own[code]![at] };
        const input = { code: name, name, currency: 'USD', customFields };
        await run('customerUpsert', input, 'customer { id }');
      }
      const page = (direction: string, after: string) => `customers(first: 1, after: ${after},
        where: { code: { startsWith: "P" } },
        orderBy: [{ customFields: { ${code}: { direction: ${direction} } } }])
        { nodes { code } pageInfo { endCursor } }`;
      for (const direction of ['ASC', 'DESC']) {
        const seen: string[] = [];
        let after = 'null';
        while (seen.length < names.length) {
          const { customers } = await ask<{
            customers: { nodes: { code: string }[]; pageInfo: { endCursor: string } };
          }>(`{ ${page(direction, after)} }`);
          seen.push(customers.nodes[0]!.code);
          after = JSON.stringify(customers.pageInfo.endCursor);
        }
        expect(seen).toEqual(direction === 'ASC' ? names : [...names].reverse());
      }
    },
  );

  it('cost no statement of their own', async () => {
    const { graph } = fielded;
    const plain = await graph.caused(() => graph.ask('{ customers { nodes { name } } }'));
    const some = await graph.caused(() =>
      graph.ask('{ customers { nodes { name customFields { note seats tier } } } }'),
    );
    const referring = await graph.caused(() =>
      graph.ask('{ customers { nodes { customFields { favourite { code } } } } }'),
    );
    expect([plain.texts.length, some.texts.length, referring.texts.length]).toEqual([1, 1, 2]);
    expect(some.texts[0]).not.toContain("'rate'");
  });
});
