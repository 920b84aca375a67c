import { parse, type OperationDefinitionNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { graph } from '../../../resolvers/graph.js';
import { costing } from '../../../server/cost.js';

const costsOf = (text: string) => {
  const document = parse(text);
  return costing(graph(), document, document.definitions[0] as OperationDefinitionNode);
};
const cost = (text: string, variables = {}) => costsOf(text).of(variables);

describe('the cost of an operation', () => {
  it.each([
    ['one row', '{ item(by: {id: "x"}) { code } }', 1],
    ['a page of the default size', '{ items { nodes { code } } }', 51],
    ['a page as long as asked', '{ items(first: 10) { nodes { code } } }', 11],
    ['a page from the end', '{ items(last: 7) { nodes { code } } }', 8],
    ['rows and their cursors', '{ items(first: 10) { edges { cursor node { code } } } }', 21],
    ['a count', '{ items(first: 0) { totalCount } }', 11],
    [
      'a list below a list',
      '{ salesOrders(first: 10) { nodes { lines(first: 20) { nodes { id } } } } }',
      1 + 10 * (1 + 1 + 20),
    ],
    ['values of a row', '{ salesOrders(first: 1) { nodes { netAmount { amount } } } }', 2],
    ['several by their ids', '{ nodes(ids: ["a", "b", "c"]) { id } }', 3],
    [
      'the dearest of what a node may be',
      '{ node(id: "x") { ... on Item { code } ... on SalesOrder { lines(first: 9) { nodes { id } } } } }',
      11,
    ],
    ['what is left out', '{ items(first: 9) @skip(if: true) { nodes { code } } }', 0],
    ['a whole schema', '{ __schema { types { name } } }', 1000],
    [
      'a relation in a filter, once for the level',
      '{ items(first: 1, where: {salesOrderLines: {some: {salesOrder: {number: {eq: "1"}}}}}) { nodes { id } } }',
      12,
    ],
  ])('of %s', (_, text, expected) => {
    expect(cost(text)).toBe(expected);
  });

  it('counts a field once that several fragments select', () => {
    const text = `{ items(first: 10) { nodes { ...A ...B } } }
      fragment A on Item { stockLevels(first: 5) { nodes { id } } }
      fragment B on Item { stockLevels(first: 5) { nodes { version } } }`;
    expect(cost(text)).toBe(1 + 10 * (1 + 1 + 5));
  });

  it('follows the variables, their sizes, conditions and inputs', () => {
    const query = costsOf(`query ($n: Int, $not: Boolean!, $w: ItemWhere) {
      items(first: $n, where: $w) { nodes { stockLevels(first: $n) @skip(if: $not) { nodes { id } } } } }`);
    expect(query.of({ n: 10, not: false })).toBe(1 + 10 * (1 + 1 + 10));
    expect(query.of({ n: 10, not: true })).toBe(11);
    expect(query.of({ not: true })).toBe(51);
    expect(query.of({ n: null, not: true })).toBe(51);
    expect(query.of({ n: -5, not: true })).toBe(1);
    const where = { or: [{ stockLevels: { some: {} } }, { stockLevels: { none: {} } }] };
    expect(query.of({ n: 10, not: true, w: where })).toBe(21);
  });

  it('counts a transaction, and each line and row that it is given', () => {
    const create = costsOf(
      'mutation ($i: SalesOrderCreateInput!) { salesOrderCreate(input: $i) { userErrors { code } } }',
    );
    expect(create.of({ i: { lines: [] } })).toBe(11);
    expect(create.of({ i: { lines: [{}, {}, {}] } })).toBe(14);
    const bulk = costsOf(
      'mutation ($i: ItemsBulkInput!) { itemsBulk(input: $i) { results { index } } }',
    );
    const rows = Array.from({ length: 250 }, () => ({}));
    expect(bulk.of({ i: { rows } })).toBe(10 + 250 + 5 * 250);
    expect(bulk.bounds({ i: { rows } }).least).toBe(10 + 5 * 250);
  });

  it('tells the parts, whose roots make up the whole', () => {
    const text = '{ a: items(first: 3) { nodes { code } } b: item(by: {id: "x"}) { code } }';
    const { of, parts } = costsOf(text);
    expect(parts({})).toEqual([
      { path: 'a', cost: 4 },
      { path: 'a.nodes', cost: 3 },
      { path: 'b', cost: 1 },
    ]);
    expect(of({})).toBe(5);
  });

  it('is the product of what is nested, however deep', () => {
    const deep = `{ salesOrders(first: 250) { nodes { lines(first: 250) { nodes { workOrders(first: 250) {
      nodes { id } } } } } } }`;
    expect(cost(deep)).toBeGreaterThan(250 ** 3);
  });
});
