import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  SellAtOnceDocument,
  type SellAtOnceMutationVariables,
} from '../../clients/typescript/generated/graphql.js';
import { GraphFailed } from '../../clients/typescript/client.js';
import { codesOf, executions, openGraph, type TestGraph } from '../support/graph.js';
import { note, rename } from '../support/atomic.js';
import { openShop, type Shop } from '../support/graph-shop.js';
import { brokenInvariants } from '../support/invariants.js';

describe.each(executions)('an atomic operation, %s', (execution) => {
  let graph: TestGraph;
  let shop: Shop;
  beforeAll(async () => {
    graph = await openGraph(execution);
    shop = await openShop(graph.client);
  });
  afterAll(() => graph.close());

  const tables = ['Customer', 'SalesOrder', 'Event', 'AuditEntry', 'IdempotencyKey'] as const;
  const traces = async () => {
    const counts = tables.map((table) => `(select count(*)::int from "${table}")`);
    const { rows } = await graph.database.query({ text: `select ${counts.join()}`, values: [] });
    return rows[0];
  };
  const sale = (quantity: string, invoiced = quantity): SellAtOnceMutationVariables => ({
    order: {
      companyId: shop.companyId,
      customerId: shop.customerId,
      warehouseId: shop.warehouseId,
      lines: [{ itemId: shop.itemId, quantity, unitPrice: '50', taxCodeId: shop.taxCodeId }],
    },
    confirm: { id: '@order.salesOrder' },
    delivery: { salesOrderId: '@order.salesOrder', ship: true },
    invoice: {
      salesOrderId: '@order.salesOrder',
      post: true,
      postedOn: invoiced === quantity ? undefined : '2999-01-01',
    },
  });
  const sell = (variables: SellAtOnceMutationVariables, idempotencyKey = randomUUID() as string) =>
    graph.client.request(SellAtOnceDocument, variables, { idempotencyKey });

  describe('all of which can be done', () => {
    it('sells over the counter, each verb behind the one whose answer it names', async () => {
      const { order, confirmed, delivered, invoiced } = await sell(sale('2'));
      expect(order!.salesOrder).toMatchObject({ status: 'DRAFT', version: 1 });
      expect(confirmed!.salesOrder).toMatchObject({ status: 'CONFIRMED' });
      expect(delivered!.delivery).toMatchObject({
        status: 'SHIPPED',
        salesOrder: { status: 'SHIPPED' },
      });
      expect(invoiced!.salesInvoice).toMatchObject({ status: 'POSTED' });
      await graph.settled();
      expect(await brokenInvariants(graph.database)).toEqual([]);
    });

    it('reads in each answer what was done so far, with its timeline', async () => {
      const { data, errors } = await graph.ask(`mutation @atomic {
        a: ${note('SEEN')} b: ${rename('SEEN', 'Second')} c: ${rename('SEEN', 'Third')} }`);
      expect(errors).toBeUndefined();
      expect(data).toMatchObject({
        a: { customer: { code: 'SEEN', version: 1 } },
        b: { customer: { name: 'Second', version: 2 } },
        c: { customer: { name: 'Third', version: 3 } },
      });
      const { timeline } = (data as { c: { customer: { timeline: { nodes: object[] } } } }).c
        .customer;
      expect(timeline.nodes).toHaveLength(3);
    });

    it('answers the same to a repetition under the same key, and says that it was one', async () => {
      const key = randomUUID();
      const variables = sale('1');
      const first = await sell(variables, key);
      const before = await traces();
      const again = await sell(variables, key);
      const ids = ({ order, delivered, invoiced }: typeof first) => [
        order!.salesOrder!.id,
        delivered!.delivery!.id,
        invoiced!.salesInvoice!.id,
      ];
      expect(ids(again)).toEqual(ids(first));
      expect(await traces()).toEqual(before);
    });

    it('gives each mutation the key of its own, and notices other arguments by any', async () => {
      const keyed = (a: string, b: string) => `mutation @atomic {
        a: customerUpsert(input: {code: "${a}", name: "A", currency: "USD"})
          @idempotent(key: "own-a") { customer { id } userErrors { code } }
        b: customerUpsert(input: {code: "${b}", name: "B", currency: "USD"})
          @idempotent(key: "own-b") { customer { id } userErrors { code } } }`;
      const first = await graph.ask(keyed('OWN-A', 'OWN-B'));
      const again = await graph.ask(keyed('OWN-A', 'OWN-B'));
      expect(again.data).toEqual(first.data);
      expect(again.extensions).toMatchObject({ idempotency: { replayed: true } });
      const other = await graph.ask(keyed('OWN-A', 'OWN-C'));
      expect(other.errors![0]!.extensions.refused).toMatchObject([
        { path: ['b'], userErrors: [{ code: 'IDEMPOTENCY_CONFLICT' }] },
      ]);
    });

    it('is not done with what was done alone under the same key', async () => {
      const asked = (code: string) =>
        `a: customerUpsert(input: {code: "${code}", name: "A", currency: "USD"})
          @idempotent(key: "alone-${code}") { customer { id } userErrors { code } }`;
      const alone = await graph.ask(`mutation { ${asked('ALONE')} }`);
      expect(alone.data).toMatchObject({ a: { userErrors: [] } });
      const { errors } = await graph.ask(`mutation @atomic { ${asked('ALONE')} }`);
      expect(errors![0]!.extensions.refused).toMatchObject([
        { path: ['a'], userErrors: [{ code: 'IDEMPOTENCY_CONFLICT' }] },
      ]);
    });

    it('takes a reference to another answer under the same key as other arguments', async () => {
      const asked = (code: string, more: string) => `mutation @atomic {
        a: customerUpsert(input: {code: "${code}", name: "A", currency: "USD"})
          { customer { id } userErrors { code } }
        b: customerChange(input: {id: "@a.customer", name: "Renamed"})
          @idempotent(key: "by-name") { customer { name } userErrors { code } } ${more} }`;
      expect(await graph.ask(asked('REF-A', ''))).toMatchObject({
        data: { b: { customer: { name: 'Renamed' } } },
      });
      const { errors } = await graph.ask(asked('REF-B', ''));
      expect(errors![0]!.extensions.refused).toMatchObject([
        { path: ['b'], userErrors: [{ code: 'IDEMPOTENCY_CONFLICT' }] },
      ]);
    });
  });

  describe('of which something is refused', () => {
    it('leaves nothing, and one error tells every refusal with its place', async () => {
      const before = await traces();
      const { data, errors } = await graph.ask(`mutation @atomic {
        a: ${note('GONE')}
        b: customerUpsert(input: {name: "No currency"})
          { customer { id } userErrors { code } }
        c: customerChange(input: {id: "@a.customer", currency: "XXQ"})
          { customer { id } userErrors { code } } }`);
      expect(data).toBeNull();
      expect(codesOf({ errors: errors! })).toEqual(['ATOMIC_REFUSED']);
      const [{ path, extensions }] = errors as [NonNullable<typeof errors>[number]];
      expect(path).toBeUndefined();
      expect(extensions).toMatchObject({
        retryable: false,
        requestId: expect.any(String),
        refused: [
          { path: ['b'], userErrors: [{ code: expect.any(String), path: expect.any(Array) }] },
          {
            path: ['c'],
            userErrors: [
              {
                __typename: expect.any(String),
                code: 'CURRENCY_UNKNOWN',
                params: [{ name: 'currency', value: 'XXQ' }],
                path: ['input', 'currency'],
                retryable: false,
              },
            ],
          },
        ],
      });
      expect(await traces()).toEqual(before);
    });

    it('takes back what moved stock and money, and frees the keys', async () => {
      const key = randomUUID();
      const before = await traces();
      const failed = await sell(sale('3', 'never'), key).catch((error: unknown) => error);
      expect(failed).toBeInstanceOf(GraphFailed);
      expect((failed as GraphFailed).code).toBe('ATOMIC_REFUSED');
      expect((failed as GraphFailed).refused).toEqual([
        { path: ['invoiced'], userErrors: [expect.objectContaining({ retryable: false })] },
      ]);
      expect(await traces()).toEqual(before);
      expect(await brokenInvariants(graph.database)).toEqual([]);
      const { invoiced } = await sell(sale('3'), key);
      expect(invoiced!.salesInvoice).toMatchObject({ status: 'POSTED' });
    });

    it('needs the keys of what moves stock or money', async () => {
      const { errors } = await graph.ask(SellAtOnceDocument.toString(), sale('1'));
      expect(errors![0]!.extensions.refused).toMatchObject([
        { path: ['confirmed'], userErrors: [{ code: 'IDEMPOTENCY_KEY_REQUIRED' }] },
        { path: ['delivered'], userErrors: [{ code: 'IDEMPOTENCY_KEY_REQUIRED' }] },
        { path: ['invoiced'], userErrors: [{ code: 'IDEMPOTENCY_KEY_REQUIRED' }] },
      ]);
    });

    it('refuses the whole for one row of a bulk', async () => {
      const before = await traces();
      const { data, errors } = await graph.ask(`mutation @atomic {
        a: customersBulk(input: {rows: [
          {code: "ROW-1", name: "One", currency: "USD"}, {code: "ROW-2", name: "Two", currency: "XXQ"}]})
          { results { customer { id } userErrors { code } } userErrors { code } } }`);
      expect(data).toBeNull();
      expect(errors![0]!.extensions.refused).toMatchObject([
        {
          path: ['a'],
          userErrors: [{ code: 'CURRENCY_UNKNOWN', path: ['input', 'rows', '1', 'currency'] }],
        },
      ]);
      expect(await traces()).toEqual(before);
    });

    it('names nothing that stands later, or is another noun', async () => {
      const { errors } = await graph.ask(`mutation @atomic {
        a: customerChange(input: {id: "@b.customer", name: "A"}) { userErrors { code } }
        b: ${note('LATER')}
        c: salesOrderConfirm(input: {id: "@b.customer"}) @idempotent(key: "other-noun")
          { userErrors { code } } }`);
      expect(errors![0]!.extensions.refused).toMatchObject([
        { path: ['a'], userErrors: [{ code: 'NOT_FOUND', path: ['input', 'id'] }] },
        { path: ['c'], userErrors: [{ code: 'NOT_FOUND', path: ['input', 'id'] }] },
      ]);
    });

    it('is told the errors of fields too, and leaves nothing', async () => {
      const before = await traces();
      const seller = await graph.as([
        'crm.customer.create',
        'crm.customer.change',
        'crm.customer.read',
      ]);
      const { data, errors } = await seller.ask(`mutation @atomic {
        a: customerUpsert(input: {code: "HIDDEN", name: "H", currency: "USD"})
          { customer { salesOrders { nodes { id } } } userErrors { code } } }`);
      expect(data).toBeNull();
      expect(codesOf({ errors: errors! })).toEqual(['ATOMIC_REFUSED', 'FORBIDDEN']);
      expect(errors![1]!.path).toEqual(['a', 'customer', 'salesOrders']);
      // The caller himself was made meanwhile, by events of his own.
      expect((await traces())![0]).toBe(before![0]);
    });
  });
});
