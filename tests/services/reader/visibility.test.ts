import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codes, limited, openReading, without, type Reading } from './reading.js';
import { companyId, idOf, openingId, orderId, warehouseId } from './stocked.js';

let reading: Reading;
beforeAll(async () => {
  reading = await openReading();
});
afterAll(() => reading.close());

const asLimited = (query: string) => reading.read(query, { actor: limited });
const other = companyId(2);

describe('who is limited to a company', () => {
  it('lists and counts only what is of it', async () => {
    const query = `{ companies { totalCount nodes { code } } salesOrders { totalCount nodes { number
      company { code } } } warehouses { totalCount } stockLevels { totalCount } }`;
    const { data, errors } = await asLimited(query);
    expect(errors).toEqual([]);
    expect(data.companies).toEqual({ totalCount: 1, nodes: [{ code: 'ALPHA' }] });
    expect(data.salesOrders!.totalCount).toBe(8);
    expect(data.salesOrders!.nodes!.every(({ company }) => company!.code === 'ALPHA')).toBe(true);
    expect(data.warehouses!.totalCount).toBe(2);
    expect(data.stockLevels!.totalCount).toBe(12);
  });

  it('finds nothing of another by id, by number, by code, by node or among nodes', async () => {
    const hidden = idOf('SalesOrder', orderId(2));
    const company = idOf('Company', other);
    const { data, errors } = await asLimited(`{
      byId: salesOrder(by: { id: "${hidden}" }) { id }
      byNumber: salesOrder(by: { number: { company: "${company}", number: "SO-2" } }) { id }
      byCode: warehouse(by: { code: { company: "${company}", code: "W2" } }) { id }
      company(by: { id: "${company}" }) { id }
      node(id: "${hidden}") { id }
      nodes(ids: ["${hidden}", "${idOf('SalesOrder', orderId(1))}"]) { id } }`);
    expect(errors).toEqual([]);
    expect(data).toEqual({
      byId: null,
      byNumber: null,
      byCode: null,
      company: null,
      node: null,
      nodes: [null, { id: idOf('SalesOrder', orderId(1)) }],
    });
  });

  it('sees nothing of another below what the group shares', async () => {
    const { data } = await asLimited(`{ customers { nodes { salesOrders { totalCount nodes {
      company { code } lines { totalCount nodes { salesOrder { number } } } } }
      terms { totalCount nodes { company { code } } } } }
      items { nodes { stockLevels { totalCount nodes { company { code } warehouse { code } } } } } }`);
    const orders = data.customers!.nodes!.flatMap((one) => one.salesOrders!.nodes!);
    const sums = (lists: readonly { totalCount?: unknown }[]) =>
      lists.reduce((sum, one) => sum + Number(one.totalCount), 0);
    expect(orders).toHaveLength(8);
    expect(orders.every(({ company }) => company!.code === 'ALPHA')).toBe(true);
    expect(sums(data.customers!.nodes!.map((one) => one.salesOrders!))).toBe(8);
    expect(sums(data.customers!.nodes!.map((one) => one.terms!))).toBe(6);
    expect(sums(data.items!.nodes!.map((one) => one.stockLevels!))).toBe(12);
    expect(JSON.stringify(data)).not.toContain('BETA');
    expect(JSON.stringify(data)).not.toContain('"W2"');
  });

  it('cannot ask by a filter what another has', async () => {
    const count = async (where: string) =>
      (await asLimited(`{ customers(where: ${where}) { totalCount } }`)).data.customers!.totalCount;
    const hidden = '{ number: { eq: "SO-2" } }';
    expect(await count(`{ salesOrders: { some: ${hidden} } }`)).toBe(0);
    expect(await count(`{ salesOrders: { none: ${hidden} } }`)).toBe(12);
    expect(await count(`{ salesOrders: { every: { company: { code: { eq: "ALPHA" } } } } }`)).toBe(
      12,
    );
    expect(await count(`{ terms: { some: { company: { code: { eq: "BETA" } } } } }`)).toBe(0);
    const { data } = await reading.read(
      `{ customers(where: { salesOrders: { some: ${hidden} } }) { totalCount } }`,
    );
    expect(data.customers!.totalCount).toBe(1);
  });

  it('is told nothing of a document of another that a fact names', async () => {
    const { data } = await asLimited('{ stockMoves { nodes { documentType document { id } } } }');
    const told = data.stockMoves!.nodes!.map(({ document }) => document?.id ?? null);
    expect(told).toContain(idOf('StockOpening', openingId(1)));
    expect(told).not.toContain(idOf('StockOpening', openingId(2)));
  });

  it('has its companies in every statement that reads what companies own', async () => {
    const { texts } = await asLimited(`{ salesOrders { totalCount nodes { company { code }
      warehouse { bins { nodes { stockLevels { totalCount nodes { status } } } } }
      lines { nodes { item { stockLevels { nodes { status } } } } } } } }`);
    const owned = texts.filter((text) => !text.includes(' from "Item" '));
    expect(owned.length).toBeGreaterThan(6);
    for (const text of owned) expect(text).toMatch(/= any\(\$\d+::uuid\[\]\)/);
    for (const text of owned) expect(text).toMatch(/("companyId"|t\d+\."id") = any\(\$\d+::uuid/);
  });

  it('finds a key of another system only on what it sees', async () => {
    const of = (at: number) => idOf('Warehouse', warehouseId(at));
    const { data } = await asLimited(
      `{ warehouses(where: { id: { in: ["${of(1)}", "${of(2)}"] } }) { nodes { id } } }`,
    );
    expect(data.warehouses!.nodes).toEqual([{ id: of(1) }]);
  });
});

describe('who lacks a permission', () => {
  it('gets null and an error where it is needed, and the rest', async () => {
    const answer = await reading.read(
      '{ salesOrders(first: 1) { nodes { number customer { name } } } }',
      { actor: without('crm.customer.read') },
    );
    expect(answer.data.salesOrders!.nodes).toEqual([{ number: 'SO-1', customer: null }]);
    expect(codes(answer)).toEqual(['FORBIDDEN']);
    expect(answer.errors[0]!.path).toEqual(['salesOrders', 'nodes', 0, 'customer']);
    expect(answer.texts.join()).not.toContain('"Customer"');
  });

  it('cannot filter or order by what it may not read', async () => {
    const moves = { actor: without('inventory.valuation.read') };
    const asked = ['where: { value: { gt: "1" } }', 'orderBy: [{ value: {} }]'];
    for (const args of asked)
      expect(codes(await reading.read(`{ stockMoves(${args}) { nodes { id } } }`, moves))).toEqual([
        'FORBIDDEN',
      ]);
    const customers = { actor: without('crm.customer.read') };
    const through = '{ salesOrders(where: { customer: { name: { eq: "x" } } }) { totalCount } }';
    expect(codes(await reading.read(through, customers))).toEqual(['FORBIDDEN']);
  });

  it('learns nothing by an edge that may lead anywhere', async () => {
    const answer = await reading.read('{ stockMoves { nodes { documentType document { id } } } }', {
      actor: without('inventory.stockOpening.read'),
    });
    const told = answer.data.stockMoves!.nodes!.map(({ document }) => document?.id ?? null);
    expect(told.filter((id) => id !== null)).toEqual([idOf('SalesOrder', orderId(1))]);
  });
});
