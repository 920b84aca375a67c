import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everyone, limited, openReading, type Reading } from './reading.js';

let reading: Reading;
beforeAll(async () => {
  reading = await openReading();
});
afterAll(() => reading.close());

describe('the statements a query takes', () => {
  it('reads each edge of each level once, however many rows there are', async () => {
    const query = (first: number) => `{ customers(first: ${first}) { nodes { code
      terms { nodes { company { name } } }
      salesOrders(first: ${first}) { nodes { warehouse { code }
        lines { nodes { item { code stockLevels { nodes { bin { code } } } } } } } } } } }`;
    const one = await reading.read(query(1));
    const many = await reading.read(query(12));
    expect([one.errors, many.errors]).toEqual([[], []]);
    expect(many.texts).toHaveLength(9);
    expect(one.texts.length).toBeLessThanOrEqual(9);
    expect(new Set(many.texts).size).toBe(9);
  });

  it('names no column that was not asked for', async () => {
    const { texts } = await reading.read('{ customers { nodes { code } } }');
    expect(texts).toHaveLength(1);
    const [selected] = texts[0]!.includes(' from ') ? texts[0]!.split(' from ') : [''];
    expect(selected).toContain('"code"');
    for (const other of ['"name"', '"email"', '"currency"', '"createdAt"'])
      expect(texts[0]).not.toContain(other);
  });

  it('counts a list only when its total is selected', async () => {
    const { texts } = await reading.read('{ customers(first: 2) { totalCount } }');
    expect(texts).toEqual([expect.stringContaining('count(*)')]);
    const { data, texts: both } = await reading.read(
      '{ customers(first: 2) { totalCount nodes { code } } }',
    );
    expect(both).toHaveLength(2);
    expect(data.customers!.totalCount).toBe(12);
    expect(data.customers!.nodes).toHaveLength(2);
  });

  it('asks for what several rows point at only once', async () => {
    const { data, texts } = await reading.read(
      '{ salesOrders(first: 16) { nodes { customer { code } company { code } } } }',
    );
    expect(texts).toHaveLength(3);
    expect(data.salesOrders!.nodes!.filter((one) => !one.customer)).toEqual([]);
  });

  it('shares one statement between look-ups side by side', async () => {
    const ids = [1, 2, 3].map((at) => `"Customer:01900002-0000-7000-8000-00000000000${at}"`);
    const { data, texts } = await reading.read(`{ nodes(ids: [${ids.join(',')}]) { id
      ... on Customer { code } } }`);
    expect(data.nodes!.map((one) => one.code)).toEqual(['C1', 'C2', 'C3']);
    expect(texts).toHaveLength(1);
  });

  it('reads nothing for what is left out', async () => {
    const query = `query ($x: Boolean!) { customers { nodes { code
      terms @include(if: $x) { totalCount } salesOrders @skip(if: $x) { totalCount } } } }`;
    const included = await reading.read(query, { variables: { x: true } });
    expect(included.texts).toHaveLength(2);
    expect(included.texts.join()).not.toContain('"SalesOrder"');
    const skipped = await reading.read(query, { variables: { x: false } });
    expect(skipped.texts).toHaveLength(2);
    expect(skipped.texts.join()).not.toContain('"CustomerCompany"');
  });

  it('reads the same edge twice under two names, each with its own arguments', async () => {
    const { data, texts } = await reading.read(`{ customers(where: { code: { eq: "C1" } }) { nodes {
      north: addresses(where: { city: { eq: "City 0" } }, first: 2) { nodes { city } }
      south: addresses(where: { city: { eq: "City 1" } }, first: 1) { nodes { city } } } } }`);
    const [customer] = data.customers!.nodes!;
    expect(customer!.north!.nodes!.map((one) => one.city)).toEqual(['City 0', 'City 0']);
    expect(customer!.south!.nodes!.map((one) => one.city)).toEqual(['City 1']);
    expect(texts).toHaveLength(3);
  });

  it('follows the arguments of each request when they are variables', async () => {
    const query = `query ($n: Int) { customers(where: { code: { eq: "C1" } }) { nodes {
      addresses(first: $n) { nodes { id } } fixed: addresses(first: 1) { nodes { id } } } } }`;
    for (const n of [3, 1, 2]) {
      const { data } = await reading.read(query, { variables: { n } });
      const [customer] = data.customers!.nodes!;
      expect(customer!.addresses!.nodes).toHaveLength(n);
      expect(customer!.fixed!.nodes).toHaveLength(1);
    }
  });

  it('is planned once for all values where none decides how many rows there are', async () => {
    const sizes = async (list: string, actor = everyone) => {
      const { texts } = await reading.read(`{ ${list} { nodes { code } } }`, { actor });
      return texts.map((text) => /limit (\S+)$/.exec(text)?.[1]);
    };
    const code = 'code: { gte: "C1" }';
    const named = 'name: { contains: "1" }';
    expect(await sizes('customers(first: 3)')).toEqual(['4']);
    const ordered = 'orderBy: [{ code: {} }]';
    expect(await sizes(`customers(first: 3, where: { ${code} }, ${ordered})`)).toEqual(['4']);
    expect(await sizes(`customers(first: 3, where: { ${code} })`)).toEqual(['$2::int']);
    const both = `where: { ${code}, ${named} }, ${ordered}`;
    expect(await sizes(`customers(first: 3, ${both})`)).toEqual(['$3::int']);
    expect(await sizes('warehouses(first: 3)', limited)).toEqual(['$2::int']);
  });

  it('is planned once for the rows of any parent', async () => {
    const query = `{ customers { nodes {
      plain: salesOrders(first: 3) { nodes { number } }
      some: salesOrders(first: 3, where: { number: { contains: "1" } }) { nodes { number } } } } }`;
    const { texts } = await reading.read(query, { actor: limited });
    const sizes = texts.map((text) => /limit (\S+?)\)/.exec(text)?.[1]);
    expect(sizes.sort()).toEqual(['$4::int', '4', undefined]);
  });
});
