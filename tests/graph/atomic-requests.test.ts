import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { done } from '../../clients/typescript/client.js';
import {
  SalesOrderCreateDocument,
  type SalesOrderCreateInput,
} from '../../clients/typescript/generated/graphql.js';
import { note, rename } from '../support/atomic.js';
import { onPostgres } from '../support/database.js';
import { codesOf, executions, openGraph, type TestGraph } from '../support/graph.js';
import { openShop, type Shop } from '../support/graph-shop.js';
import { brokenInvariants } from '../support/invariants.js';

const KEY = 'idempotency-key';

describe.each(executions)('an atomic operation, %s', (execution) => {
  let graph: TestGraph;
  beforeAll(async () => {
    graph = await openGraph(execution);
  });
  afterAll(() => graph.close());

  const tables = ['Customer', 'SalesOrder', 'Event', 'AuditEntry', 'IdempotencyKey'] as const;
  const traces = async () => {
    const counts = tables.map((table) => `(select count(*)::int from "${table}")`);
    const { rows } = await graph.database.query({ text: `select ${counts.join()}`, values: [] });
    return rows[0];
  };
  describe('that is only tried', () => {
    const tried = (code: string, first: boolean, second: boolean) => `mutation @atomic {
      a: customerUpsert(input: {code: "${code}", name: "A", currency: "USD", validateOnly: ${first}})
        { customer { code } userErrors { code } }
      b: customerUpsert(input: {code: "${code}", name: "B", validateOnly: ${second}})
        { customer { name version } userErrors { code } } }`;

    it('answers all as if it was done, and leaves nothing', async () => {
      const before = await traces();
      const { data, errors } = await graph.ask(tried('TRIED', true, true));
      expect(errors).toBeUndefined();
      expect(data).toMatchObject({
        a: { customer: { code: 'TRIED' } },
        b: { customer: { name: 'B', version: 2 } },
      });
      expect(await traces()).toEqual(before);
    });

    it('is refused where only a part is to be tried', async () => {
      const answer = await graph.ask(tried('PART', true, false));
      expect(codesOf(answer)).toEqual(['VALIDATE_ONLY_ALONE']);
    });

    it('is refused as a whole for what would refuse it', async () => {
      const { errors } = await graph.ask(`mutation @atomic {
        a: customerUpsert(input: {name: "A", currency: "XXQ", validateOnly: true})
          { userErrors { code } } }`);
      expect(codesOf({ errors: errors! })).toEqual(['ATOMIC_REFUSED']);
    });
  });

  describe('as a request', () => {
    it.each([
      'query @atomic { __typename }',
      'subscription @atomic { customerChanged { cursor } }',
    ])('is a mutation: %s', async (query) => {
      const answer = await graph.ask(query);
      expect(codesOf(answer)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    });

    it('has defined fields in the graph when it is answered, and none when it is refused', async () => {
      const define = (code: string, more: string) => `mutation @atomic {
        a: customFieldDefine(input: {noun: "Customer", code: "${code}", kind: TEXT,
          labels: [{locale: "en", text: "Of an atomic operation"}]}) { userErrors { code } } ${more} }`;
      const fields = async () => {
        const query = `{ __type(name: "CustomerCustomFields") { fields { name } } }`;
        const { data } = await graph.ask(query);
        return (data!.__type as { fields: { name: string }[] }).fields.map(({ name }) => name);
      };
      const refused = await graph.ask(
        define('never', 'b: customerUpsert(input: {name: "No currency"}) { userErrors { code } }'),
      );
      expect(codesOf(refused)).toEqual(['ATOMIC_REFUSED']);
      expect(await graph.ask(define('kept', ''))).toMatchObject({
        data: { a: { userErrors: [] } },
      });
      expect(await fields()).toEqual(expect.arrayContaining(['kept']));
      expect(await fields()).not.toContain('never');
    });

    it('costs as its mutations do apart', async () => {
      const cost = async (query: string) => {
        const { extensions } = await graph.ask(query);
        return (extensions!.cost as { requested: number }).requested;
      };
      const fields = (code: string) => `{ a: ${note(code)} b: ${rename(code, 'B')} }`;
      expect(await cost(`mutation @atomic ${fields('COST-1')}`)).toBe(
        await cost(`mutation ${fields('COST-2')}`),
      );
    });

    it('takes one transaction, and of each verb its key, its savepoint and its log', async () => {
      const ask = (how: string, code: string) =>
        graph.ask(
          `mutation ${how} { a: ${note(`${code}-1`)} b: ${note(`${code}-2`)} }`,
          {},
          {
            [KEY]: randomUUID(),
          },
        );
      await ask('@atomic', 'WARM');
      await ask('', 'WARMED');
      const caused = async (how: string, code: string) => {
        const { texts } = await graph.caused(() => ask(how, code));
        // What follows the log is not of the operation.
        return texts.filter((text) => !text.startsWith('select "position"'));
      };
      const apart = await caused('', 'APART');
      const texts = await caused('@atomic', 'BOUND');
      const counted = (start: string) => texts.filter((text) => text.startsWith(start)).length;
      expect([counted('begin'), counted('savepoint'), counted('commit')]).toEqual([1, 2, 1]);
      // A begin and a commit less, and the number of the transaction and two releases more.
      expect(texts).toHaveLength(apart.length - 2 + 3);
    });
  });
});

onPostgres('atomic operations that meet', () => {
  let graph: TestGraph;
  let shop: Shop;
  beforeAll(async () => {
    graph = await openGraph();
    shop = await openShop(graph.client);
  });
  afterAll(() => graph.close());

  const draft = async () => {
    const input: SalesOrderCreateInput = {
      companyId: shop.companyId,
      customerId: shop.customerId,
      warehouseId: shop.warehouseId,
      lines: [{ itemId: shop.itemId, quantity: '10', unitPrice: '50', taxCodeId: shop.taxCodeId }],
    };
    const { salesOrderCreate } = await graph.client.request(SalesOrderCreateDocument, { input });
    return done(salesOrderCreate).salesOrder!.id;
  };
  const confirmBoth = (first: string, second: string) =>
    graph.ask(
      `mutation ($first: ID!, $second: ID!) @atomic {
        a: salesOrderConfirm(input: {id: $first, policy: ALL_OR_NOTHING}) { userErrors { code } }
        b: deliveryCreate(input: {salesOrderId: $first, ship: true}) { userErrors { code } }
        c: salesOrderConfirm(input: {id: $second, policy: ALL_OR_NOTHING}) { userErrors { code } }
        d: deliveryCreate(input: {salesOrderId: $second, ship: true}) { userErrors { code } } }`,
      { first, second },
      { [KEY]: randomUUID() },
    );

  it('are each done whole or not at all, whatever the order in which they lock', async () => {
    // 100 lie there: five of the ten pairs can be had, and each is asked for in both orders.
    const orders = await Promise.all(Array.from({ length: 20 }, draft));
    const pairs = Array.from({ length: 10 }, (_, at) => orders.slice(2 * at, 2 * at + 2));
    const answers = await Promise.all(
      pairs.flatMap(([one, other]) => [confirmBoth(one!, other!), confirmBoth(other!, one!)]),
    );
    const doneOnes = answers.filter(({ errors }) => errors === undefined);
    const refused = answers.filter(({ errors }) => errors !== undefined);
    expect(new Set(refused.flatMap(codesOf))).toEqual(new Set(['ATOMIC_REFUSED']));
    expect(doneOnes).toHaveLength(5);
    const { rows } = await graph.database.query({
      text: `select "id", "status" from "SalesOrder"`,
      values: [],
    });
    const status = new Map(rows.map(([id, of]) => [`SalesOrder:${String(id)}`, of]));
    for (const pair of pairs)
      expect(new Set(pair.map((id) => status.get(id)))).toHaveProperty('size', 1);
    expect([...status.values()].filter((of) => of === 'SHIPPED')).toHaveLength(10);
    await graph.settled();
    expect(await brokenInvariants(graph.database)).toEqual([]);
  });
});
