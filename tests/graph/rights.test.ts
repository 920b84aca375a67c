import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { done } from '../../clients/typescript/client.js';
import {
  CustomersDocument,
  SalesOrderConfirmDocument,
  SalesOrderCreateDocument,
  SalesOrderDocument,
} from '../../clients/typescript/generated/graphql.js';
import { globalId } from '../../modules/kernel/index.js';
import { codesOf, executions, openGraph, type Caller, type TestGraph } from '../support/graph.js';
import { openShop, type Shop } from '../support/graph-shop.js';

async function draft(caller: Caller, shop: Shop): Promise<string> {
  const { companyId, customerId, warehouseId, itemId } = shop;
  const { salesOrderCreate } = await caller.client.request(SalesOrderCreateDocument, {
    input: { companyId, customerId, warehouseId, lines: [{ itemId, quantity: 1, unitPrice: 50 }] },
  });
  return done(salesOrderCreate).salesOrder!.id;
}

describe.each(executions)('rights in the graph, %s', (execution) => {
  let graph: TestGraph;
  let ours: Shop;
  let theirs: Shop;
  let theirOrder: string;
  let clerk: Caller;
  let seller: Caller;
  beforeAll(async () => {
    graph = await openGraph(execution);
    ours = await openShop(graph.client, 'OURS');
    theirs = await openShop(graph.client, 'THEIRS');
    theirOrder = await draft(graph, theirs);
    clerk = await graph.as(['crm.customer.read']);
    const permissions = [
      'sales.salesOrder.read',
      'sales.salesOrder.create',
      'sales.salesOrder.confirm',
      'platform.company.read',
      'crm.customer.read',
      'inventory.warehouse.read',
      'inventory.stockLevel.read',
      'inventory.item.read',
    ] as const;
    seller = await graph.as(permissions, [ours.companyId]);
  });
  afterAll(() => graph.close());

  it('answers null and an error at its path for what a caller may not read, and keeps the rest', async () => {
    const { data, errors } = await clerk.ask(
      '{ customers(first: 1, orderBy: [{code: {direction: ASC}}]) { nodes { code contacts { nodes { id } } } } }',
    );
    expect(data).toEqual({ customers: { nodes: [{ code: 'OURS-C', contacts: null }] } });
    expect(errors).toHaveLength(1);
    expect(errors![0]).toMatchObject({
      path: ['customers', 'nodes', 0, 'contacts'],
      extensions: { code: 'FORBIDDEN' },
    });
  });

  it('refuses the entrance of a whole list without its permission', async () => {
    const answer = await clerk.ask('{ salesOrders { totalCount nodes { id } } }');
    expect(codesOf(answer)).toEqual(['FORBIDDEN']);
    expect(answer.data?.salesOrders ?? null).toBeNull();
  });

  it.each([
    ['a filter', 'customers(where: {contacts: {some: {lastName: {eq: "X"}}}}) { totalCount }'],
    [
      'a filter deep below',
      'customers(where: {not: {or: [{contacts: {none: {}}}]}}) { totalCount }',
    ],
    ['a filter by orders', 'customers(where: {salesOrders: {some: {}}}) { totalCount }'],
  ])('tells nothing of hidden rows through %s', async (_, field) => {
    expect(codesOf(await clerk.ask(`{ ${field} }`))).toEqual(['FORBIDDEN']);
  });

  it('refuses a mutation without its permission, and writes nothing', async () => {
    const before = await graph.database.query({
      text: 'select count(*) from "Customer"',
      values: [],
    });
    const answer = await clerk.ask(
      'mutation { customerUpsert(input: {name: "X", currency: "USD"}) { customer { id } } }',
    );
    expect(codesOf(answer)).toEqual(['FORBIDDEN']);
    const after = await graph.database.query({
      text: 'select count(*) from "Customer"',
      values: [],
    });
    expect(after.rows).toEqual(before.rows);
  });

  it('lets nobody look at the graph without a key', async () => {
    const { status, ok } = await fetch(graph.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ __schema { types { name } } }' }),
    });
    expect([status, ok]).toEqual([401, false]);
  });

  describe('of a caller of one company', () => {
    it('sees the orders of that company only, in lists and counts', async () => {
      const own = await draft(seller, ours);
      const { data } = await seller.ask('{ salesOrders { totalCount nodes { id } } }');
      expect(data).toEqual({ salesOrders: { totalCount: 1, nodes: [{ id: own }] } });
      const companies = await seller.ask('{ companies { nodes { code } } }');
      expect(companies.data).toEqual({ companies: { nodes: [{ code: 'OURS' }] } });
    });

    it.each<[string, string]>([
      ['its id', 'a: salesOrder(by: {id: $order}) { id }'],
      [
        'its number',
        'a: salesOrder(by: {number: {company: $company, number: "SO-2026-00001"}}) { id }',
      ],
      ['a node', 'a: node(id: $order) { id }'],
      ['nodes', 'a: nodes(ids: [$order]) { id }'],
      ['its company', 'a: company(by: {id: $company}) { id salesOrders { nodes { id } } }'],
      ['a filter', 'a: salesOrders(where: {id: {eq: $order}}) { nodes { id } totalCount }'],
      [
        'its customer',
        'a: customer(by: {id: $customer}) { salesOrders { nodes { id } totalCount } }',
      ],
      [
        'a filter over customers',
        'a: customers(where: {salesOrders: {some: {}}, id: {eq: $customer}}) { nodes { id } }',
      ],
      ['its warehouse', 'a: warehouses(where: {company: {id: {eq: $company}}}) { nodes { id } }'],
      [
        'its item',
        'a: items { nodes { salesOrderLines(where: {salesOrder: {id: {eq: $order}}}) { nodes { id } } } }',
      ],
      [
        'the stock of its item',
        'a: stockLevels(where: {warehouse: {company: {id: {eq: $company}}}}) { nodes { id } totalCount }',
      ],
    ])('does not reach the order of another company by %s', async (_, field) => {
      const variables: Record<string, string> = {
        order: theirOrder,
        company: theirs.companyId,
        customer: theirs.customerId,
      };
      const used = Object.keys(variables).filter((name) => field.includes(`$${name}`));
      const query = `query (${used.map((name) => `$${name}: ID!`).join(', ')}) { ${field} }`;
      const { data, errors } = await seller.ask(query, variables);
      expect(errors).toBeUndefined();
      expect(JSON.stringify(data)).not.toContain(theirOrder);
      expect(JSON.stringify(data)).not.toMatch(/"totalCount":[1-9]/);
      const found = JSON.stringify(data?.a).match(/"id":"[^"]+"/g) ?? [];
      expect(found).toEqual([]);
    });

    it('is told of the other company what is told of one that does not exist', async () => {
      const refusal = async (id: string) => {
        const { salesOrderConfirm } = await seller.client.request(
          SalesOrderConfirmDocument,
          { input: { id } },
          { idempotencyKey: `reach-${id}` },
        );
        const [{ code, path, __typename } = {}] = salesOrderConfirm!.userErrors;
        return { code, path, __typename };
      };
      const nowhere = globalId('SalesOrder', '0190a000-0000-7000-8000-000000000001');
      const hidden = await refusal(theirOrder);
      expect(hidden.code).toBe('NOT_FOUND');
      expect(await refusal(nowhere)).toEqual(hidden);
    });

    it('enters no order for the other company, and none of its warehouse', async () => {
      const lines = [{ itemId: ours.itemId, quantity: '1', unitPrice: '1' }];
      for (const input of [
        { ...theirs, itemId: undefined, taxCodeId: undefined, lines },
        {
          ...ours,
          itemId: undefined,
          taxCodeId: undefined,
          warehouseId: theirs.warehouseId,
          lines,
        },
      ]) {
        const { salesOrderCreate } = await seller.client.request(SalesOrderCreateDocument, {
          input,
        });
        expect(salesOrderCreate!.salesOrder).toBeNull();
        expect(salesOrderCreate!.userErrors.map(({ code }) => code)).toContain('NOT_FOUND');
      }
    });

    it('cannot use the key of another caller to see its outcome', async () => {
      const id = await draft(graph, theirs);
      const options = { idempotencyKey: 'shared' };
      const input = { input: { id } };
      done(
        (await graph.client.request(SalesOrderConfirmDocument, input, options)).salesOrderConfirm,
      );
      const again = await seller.client.request(SalesOrderConfirmDocument, input, options);
      expect(again.salesOrderConfirm!.salesOrder).toBeNull();
      expect(again.salesOrderConfirm!.userErrors[0]!.code).toBe('NOT_FOUND');
    });
  });

  it('loses its rights within a second after a role is changed', async () => {
    const caller = await graph.as(['crm.customer.read']);
    await caller.client.request(CustomersDocument, {});
    const { data } = await graph.ask(
      '{ roles(where: {code: {startsWith: "R"}}, orderBy: [{code: {direction: DESC}}], first: 1) { nodes { id } } }',
    );
    const [role] = (data as { roles: { nodes: { id: string }[] } }).roles.nodes;
    await graph.ask(
      'mutation ($id: ID!) { roleChange(input: {id: $id, permissions: []}) { userErrors { code } } }',
      { id: role!.id },
    );
    await new Promise((resolve) => setTimeout(resolve, 1100));
    const refused = caller.client.request(CustomersDocument, {});
    await expect(refused).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('says for each action whether this caller may try it', async () => {
    const id = await draft(seller, ours);
    const { salesOrder } = await seller.client.request(SalesOrderDocument, { by: { id } });
    const allowed = Object.fromEntries(
      (salesOrder!.availableActions ?? []).map(({ action, allowed: may }) => [action, may]),
    );
    expect(allowed).toMatchObject({ confirm: true, cancel: false });
  });
});
