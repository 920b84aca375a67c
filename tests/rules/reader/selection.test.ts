import { describe, expect, it } from 'vitest';
import {
  Kind,
  buildSchema,
  parse,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
} from 'graphql';
import { connectionParts, planLevel } from '../../../prisma/reader/plan.js';
import { isIncluded, selectionOf } from '../../../prisma/reader/selection.js';
import { Order } from './nouns.js';

const schema = buildSchema(`
  directive @note on FIELD
  interface Node { id: ID! }
  type Money { amount: String currency: String }
  type Customer implements Node { id: ID! name: String }
  type OrderEdge { cursor: String node: Order }
  type OrderConnection { nodes: [Order] edges: [OrderEdge] totalCount: Int
    pageInfo: PageInfo }
  type PageInfo { endCursor: String }
  type Order implements Node { id: ID! number: String count: Int margin: String wantedOn: String
    amount: Money tags: [String] customer: Customer parts(first: Int): OrderConnection }
  type Query { order: Order orders: OrderConnection }
`);

function written(text: string) {
  const { definitions } = parse(text);
  const operation = definitions.find(
    (one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION,
  )!;
  const fragments = Object.fromEntries(
    definitions
      .filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION)
      .map((one) => [one.name.value, one]),
  );
  const fields = operation.selectionSet.selections as readonly FieldNode[];
  return { fields, document: { schema, fragments } };
}

function selected(text: string) {
  const { fields, document } = written(text);
  return selectionOf(fields, 'Order', document);
}

const keys = (text: string) => [...selected(text).keys()];
const shown = (text: string, key: string, variables: Record<string, unknown>) =>
  isIncluded(selected(text).get(key)!.paths, variables);

describe('what is selected on a noun', () => {
  it('is gathered from fragments, by response key', () => {
    expect(
      keys(`{ order { id ...A ... on Order { count } ... on Node { mine: number } } }
        fragment A on Order { number ...B } fragment B on Order { wantedOn id }`),
    ).toEqual(['id', 'number', 'wantedOn', 'count', 'mine']);
  });

  it('leaves out what is selected on another type', () => {
    expect(keys('{ order { id ... on Customer { name } } }')).toEqual(['id']);
  });

  it('merges a field that stands there twice', () => {
    const parts = selected('{ order { customer { id } ... { customer { name } } } }');
    expect(parts.get('customer')!.nodes).toHaveLength(2);
  });
});

describe('skip and include', () => {
  const text = `query ($x: Boolean!, $y: Boolean!) {
    order { id number @include(if: $x) count @skip(if: $x) both: id @include(if: $x) @skip(if: $y)
      ... @include(if: $x) { deep: id @include(if: $y) }
      twice: id @include(if: $x) ... @include(if: $y) { twice: id }
      always: id ... @include(if: $x) { always: id } noted: id @note } }`;

  it.each([
    ['number', { x: true, y: false }, true],
    ['number', { x: false, y: false }, false],
    ['count', { x: true, y: false }, false],
    ['both', { x: true, y: true }, false],
    ['both', { x: true, y: false }, true],
    ['deep', { x: true, y: false }, false],
    ['deep', { x: true, y: true }, true],
    ['twice', { x: false, y: true }, true],
    ['twice', { x: false, y: false }, false],
    ['always', { x: false, y: false }, true],
    ['noted', { x: false, y: false }, true],
  ])('shows %s under %j: %j', (key, variables, expected) => {
    expect(shown(text, key, variables)).toBe(expected);
  });
});

describe('the plan of a level', () => {
  const plan = (text: string) => {
    const { fields, document } = written(text);
    return planLevel(Order, fields, document);
  };

  it('reads the columns of what is selected, and the keys that lead on', () => {
    const { shape } = plan('{ order { number customer { name } } }');
    expect(shape.select('t')).toBe('t."id", t."customerId", t."number"');
    expect(shape.width).toBe(3);
  });

  it('reads a column once, whatever it is called', () => {
    const { shape } = plan(
      '{ order { a: number b: number amount { amount } c: amount { currency } } }',
    );
    expect(shape.select('t')).toBe('t."number", t."netAmount", t."currency"');
  });

  it('reads the id where nothing else is asked for', () => {
    expect(plan('{ order { __typename } }').shape.select('t')).toBe('t."id"');
  });

  it('makes a row of what the store answers, without a value where the amount is null', () => {
    const { shape } = plan('{ order { id number amount { amount } } }');
    expect(shape.row(['left', 'u', 'A', '1.50', 'USD'], 1)).toMatchObject({
      id: 'Order:u',
      number: 'A',
      amount: { amount: '1.50', currency: 'USD' },
    });
    expect(shape.row(['u', 'A', null, 'USD'], 0)).toMatchObject({ amount: null });
  });

  it('keeps an edge under each of its names', () => {
    const { edges } = plan(
      '{ order { x: parts(first: 1) { totalCount } y: parts { nodes { id } } } }',
    );
    expect(edges.map(({ key, wants }) => [key, wants.totalCount, wants.rows])).toEqual([
      ['x', true, false],
      ['y', false, true],
    ]);
  });
});

describe('the parts of a connection', () => {
  const parts = (text: string) => {
    const { fields, document } = written(text);
    return connectionParts(fields, Order, document);
  };

  it('joins what is selected through nodes and through edges', () => {
    const { nodes, wants } = parts('{ orders { nodes { id } edges { cursor node { number } } } }');
    expect(nodes.map(({ name }) => name.value)).toEqual(['nodes', 'node']);
    expect(wants).toEqual({
      ...{ rows: true, edges: true, pageInfo: false, totalCount: false, aggregates: [] },
    });
  });

  it('needs rows for the ends of a page, and none for a total', () => {
    expect(parts('{ orders { pageInfo { endCursor } } }').wants.rows).toBe(true);
    expect(parts('{ orders { totalCount } }').wants.rows).toBe(false);
  });
});
