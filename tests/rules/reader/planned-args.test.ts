import { describe, expect, it } from 'vitest';
import {
  buildSchema,
  getArgumentValues,
  getVariableValues,
  parse,
  type FieldNode,
  type OperationDefinitionNode,
} from 'graphql';
import { argsOf } from '../../../prisma/reader/planned-args.js';

const schema = buildSchema(`
  enum Status { OPEN SHIPPED }
  input TextFilter { eq: String in: [String] isNull: Boolean }
  input PartyWhere { code: TextFilter name: TextFilter }
  input OrderWhere {
    number: TextFilter party: PartyWhere and: [OrderWhere!] status: Status not: OrderWhere
  }
  input By @oneOf { id: ID code: String }
  input Way { direction: Status! = OPEN nulls: Boolean }
  type Query { orders(where: OrderWhere, way: Way, by: By, first: Int = 7, needed: Int! = 3): Int }`);

const variablesOf = '$a: String, $n: Int, $list: [String], $where: OrderWhere, $party: PartyWhere';

/** The arguments of the one field of a query as executors coerce them, and as plans do, twice. */
function both(args: string, given: Record<string, unknown>) {
  const document = parse(`query (${variablesOf}) { orders(${args}) }`);
  const operation = document.definitions[0] as OperationDefinitionNode;
  const declared = operation.variableDefinitions!;
  const { coerced } = getVariableValues(schema, declared, given);
  const node = operation.selectionSet.selections[0] as FieldNode;
  const field = schema.getQueryType()!.getFields().orders!;
  const plan = { node, parent: 'Query' };
  const read = () => argsOf(plan, { schema, variables: coerced! });
  // Made for one request, and used by the next.
  argsOf(plan, { schema, variables: {} });
  return [getArgumentValues(field, node, coerced), read(), read()].map((one) =>
    JSON.stringify(Object.entries(one).sort(([name], [other]) => (name < other ? -1 : 1))),
  );
}

const selected = [
  'first: 3',
  'first: $n',
  'where: {}',
  'where: $where',
  'where: {number: {eq: $a}}',
  'first: $n, where: {status: OPEN, party: {code: {eq: $a, isNull: false}}, number: {in: $list}}',
  'where: {not: {party: $party, number: {eq: $a}}}',
  'where: {number: {in: ["x", $a]}}',
  'where: {and: {number: {eq: $a}}, status: SHIPPED}',
  'where: {and: [{number: {eq: $a}}, {party: $party}]}',
  'way: {nulls: true}, by: {code: "x"}, where: {number: {eq: $a}}',
];

const given: Record<string, unknown>[] = [
  {},
  { a: 'x', n: 4, list: ['y', null], where: { number: { eq: 'z' } }, party: { code: {} } },
  { a: null, n: null, list: null, where: null, party: null },
];

describe('the arguments of a planned field', () => {
  it.each(selected)('are those that executors coerce: %s', (args) => {
    for (const variables of given) {
      const [expected, ...read] = both(args, variables);
      expect(read).toEqual([expected, expected]);
    }
  });

  it('are never what every object has', () => {
    const [expected, read] = both('where: {number: {eq: $a}}', {});
    expect(read).toBe(expected);
    const document = parse(
      'query ($constructor: String) { orders(where: {number: {eq: $constructor}}) }',
    );
    const { selectionSet } = document.definitions[0] as OperationDefinitionNode;
    const plan = { node: selectionSet.selections[0] as FieldNode, parent: 'Query' };
    expect(JSON.stringify(argsOf(plan, { schema, variables: {} }).where)).toBe('{"number":{}}');
  });
});
