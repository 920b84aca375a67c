import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { done, MutationRefused } from '../../clients/typescript/client.js';
import {
  CustomerChangeDocument,
  CustomersBulkDocument,
  CustomerUpsertDocument,
  DeliveryCreateDocument,
  DeliveryShipDocument,
  SalesOrderConfirmDocument,
  SalesOrderCreateDocument,
  SalesOrderDocument,
  type SalesOrderCreateInput,
} from '../../clients/typescript/generated/graphql.js';
import { executions, openGraph, type TestGraph } from '../support/graph.js';
import { openShop, type Shop } from '../support/graph-shop.js';

describe.each(executions)('mutations of the graph, %s', (execution) => {
  let graph: TestGraph;
  let shop: Shop;
  beforeAll(async () => {
    graph = await openGraph(execution);
    shop = await openShop(graph.client);
  });
  afterAll(() => graph.close());

  const orderInput = (quantity = '1'): SalesOrderCreateInput => ({
    companyId: shop.companyId,
    customerId: shop.customerId,
    warehouseId: shop.warehouseId,
    lines: [{ itemId: shop.itemId, quantity, unitPrice: '50', taxCodeId: shop.taxCodeId }],
  });
  const draft = async (quantity?: string) => {
    const input = orderInput(quantity);
    const { salesOrderCreate } = await graph.client.request(SalesOrderCreateDocument, { input });
    return done(salesOrderCreate).salesOrder!;
  };
  const confirm = async (input: {
    id: string;
    validateOnly?: boolean;
    expectedVersion?: number;
  }) => {
    const key = { idempotencyKey: randomUUID() };
    const answer = await graph.client.request(SalesOrderConfirmDocument, { input }, key);
    return answer.salesOrderConfirm!;
  };
  const rows = async (table: string) => {
    const text = `select count(*)::int from "${table}"`;
    return (await graph.database.query({ text, values: [] })).rows[0]![0] as number;
  };

  describe('trying', () => {
    it('answers a confirmation whole, with what it would reserve, and leaves nothing', async () => {
      const { id } = await draft('3');
      const before = await Promise.all(['Event', 'AuditEntry', 'Reservation'].map(rows));
      const tried = done(await confirm({ id, validateOnly: true })).salesOrder!;
      expect(tried).toMatchObject({ status: 'CONFIRMED', version: 2 });
      expect(tried.lines!.nodes[0]!.reserved).toEqual({ value: '3' });
      expect(await Promise.all(['Event', 'AuditEntry', 'Reservation'].map(rows))).toEqual(before);
      const { salesOrder } = await graph.client.request(SalesOrderDocument, { by: { id } });
      expect(salesOrder).toMatchObject({ status: 'DRAFT', version: 1 });
    });

    it('tells what would be refused', async () => {
      const { id } = await draft();
      done(await confirm({ id }));
      const { salesOrder, userErrors } = await confirm({ id, validateOnly: true });
      expect(salesOrder).toBeNull();
      expect(userErrors).toMatchObject([{ __typename: 'TransitionRefused' }]);
    });
  });

  describe('sending twice', () => {
    it('does once what is sent twice under one key, and says that it was a replay', async () => {
      const { id } = await draft('2');
      const query = `mutation ($i: SalesOrderConfirmInput!) {
        salesOrderConfirm(input: $i) { salesOrder { status version } userErrors { code } } }`;
      const headers = { 'idempotency-key': randomUUID() };
      const send = () => graph.ask(query, { i: { id } }, headers);
      const first = await send();
      const events = await rows('Event');
      const second = await send();
      expect(first.extensions).toEqual({ cost: expect.any(Object) });
      expect(second.extensions).toEqual({
        cost: expect.any(Object),
        idempotency: { replayed: true },
      });
      expect(second.data).toEqual(first.data);
      expect(await rows('Event')).toBe(events);
    });

    it('refuses the same key with other arguments', async () => {
      const [one, other] = [await draft(), await draft()];
      const key = { idempotencyKey: randomUUID() };
      const send = (id: string) =>
        graph.client.request(SalesOrderConfirmDocument, { input: { id } }, key);
      done((await send(one.id)).salesOrderConfirm);
      const { salesOrderConfirm } = await send(other.id);
      expect(salesOrderConfirm!.userErrors).toMatchObject([{ __typename: 'IdempotencyConflict' }]);
    });

    it('keeps a refusal under its key too', async () => {
      const { id } = await draft();
      done(await confirm({ id }));
      const key = { idempotencyKey: randomUUID() };
      const send = () => graph.client.request(SalesOrderConfirmDocument, { input: { id } }, key);
      const first = await send();
      expect(await send()).toEqual(first);
      expect(first.salesOrderConfirm!.userErrors).toHaveLength(1);
    });

    it('serves several fields by one header, each with an outcome of its own', async () => {
      const [one, other] = [await draft(), await draft()];
      const query = `mutation ($one: ID!, $other: ID!) {
        one: salesOrderConfirm(input: {id: $one}) { salesOrder { id } }
        other: salesOrderConfirm(input: {id: $other}) { salesOrder { id } } }`;
      const ids = { one: one.id, other: other.id };
      const headers = { 'idempotency-key': randomUUID() };
      const expected = {
        one: { salesOrder: { id: ids.one } },
        other: { salesOrder: { id: ids.other } },
      };
      expect((await graph.ask(query, ids, headers)).data).toEqual(expected);
      expect((await graph.ask(query, ids, headers)).data).toEqual(expected);
    });

    it('moves no stock without a key', async () => {
      const { id } = await draft();
      done(await confirm({ id }));
      const { deliveryCreate } = await graph.client.request(DeliveryCreateDocument, {
        input: { salesOrderId: id },
      });
      const input = { id: done(deliveryCreate).delivery!.id };
      const { deliveryShip } = await graph.client.request(DeliveryShipDocument, { input });
      expect(deliveryShip!.userErrors).toMatchObject([{ code: 'IDEMPOTENCY_KEY_REQUIRED' }]);
    });
  });

  describe('refusals', () => {
    it('say where in the arguments, and throw in the typed client', async () => {
      const input = { ...orderInput(), lines: [...orderInput().lines, { unitPrice: '1' }] };
      const { salesOrderCreate } = await graph.client.request(SalesOrderCreateDocument, { input });
      expect(salesOrderCreate!.userErrors[0]!.path.slice(0, 3)).toEqual(['input', 'lines', '1']);
      expect(() => done(salesOrderCreate)).toThrow(MutationRefused);
    });

    it('answer the version that the row has when the caller knew an older one', async () => {
      const id = shop.customerId;
      const change = async (name: string, expectedVersion: number) => {
        const input = { id, name, expectedVersion };
        return (await graph.client.request(CustomerChangeDocument, { input })).customerChange!;
      };
      const { data } = await graph.ask(
        'query ($id: ID!) { node(id: $id) { ... on Customer { version } } }',
        { id },
      );
      const { version } = (data as { node: { version: number } }).node;
      expect(done(await change('Newer', version)).customer!.version).toBe(version + 1);
      const { customer, userErrors } = await change('Older', version);
      expect(customer).toBeNull();
      expect(userErrors).toMatchObject([{ __typename: 'StaleVersion' }]);
    });

    it('of one row leave the other rows of a bulk standing', async () => {
      const named = (code: string, currency: string) => ({ code, name: code, currency });
      const input = { rows: [named('B1', 'USD'), named('B2', 'XYZ'), named('B3', 'USD')] };
      const { customersBulk } = await graph.client.request(CustomersBulkDocument, { input });
      const results = done(customersBulk).results;
      expect(results.map(({ customer }) => customer?.code ?? null)).toEqual(['B1', null, 'B3']);
      expect(results[1]!.userErrors[0]!.path).toEqual(['input', 'rows', '1', 'currency']);
    });

    it('of more than 250 rows is one refusal for all', async () => {
      const input = { rows: Array.from({ length: 251 }, () => ({ name: 'X', currency: 'USD' })) };
      const { customersBulk } = await graph.client.request(CustomersBulkDocument, { input });
      expect(customersBulk!.results).toEqual([]);
      expect(customersBulk!.userErrors).toHaveLength(1);
    });
  });

  it('fills the defaults of what the caller leaves out, in variables and beside literals', async () => {
    const variables = { input: { name: 'By variable', currency: 'USD' } };
    done((await graph.client.request(CustomerUpsertDocument, variables)).customerUpsert);
    const { data, errors } = await graph.ask(
      `mutation ($name: String!) { customerUpsert(input: {name: $name, currency: "USD"}) {
        customer { name } userErrors { code } } }`,
      { name: 'By literal' },
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({ customerUpsert: { customer: { name: 'By literal' }, userErrors: [] } });
  });

  it('takes numbers and days that stand in the text itself', async () => {
    const { companyId, customerId, warehouseId, itemId } = shop;
    const { data, errors } = await graph.ask(`mutation { salesOrderCreate(input: {
      companyId: "${companyId}", customerId: "${customerId}", warehouseId: "${warehouseId}",
      documentOn: "2026-03-04",
      lines: [{itemId: "${itemId}", quantity: "1.5", unitPrice: 3, discountPercent: "12.5"}]
    }) { salesOrder { documentOn netAmount { amount } } userErrors { code } } }`);
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      salesOrderCreate: {
        salesOrder: { documentOn: '2026-03-04', netAmount: { amount: '3.94' } },
        userErrors: [],
      },
    });
  });
});
