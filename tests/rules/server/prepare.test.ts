import { describe, expect, it } from 'vitest';
import { parse, getVariableValues, type ExecutionResult } from 'graphql';
import {
  admit,
  compile,
  isRefused,
  type Execution,
  type Prepared,
} from '../../../server/prepare.js';
import { publicErrors } from '../../../server/public-errors.js';
import { sampleGraph } from '../../support/sample-graph.js';

const schema = sampleGraph();
const everything = new Set([
  'sales.margin.read',
  'crm.customer.read',
  'auth.role.create',
  'events.read',
]);
const nothing = new Set<string>();
type Ask = { text: string; permissions?: Set<string>; variables?: Record<string, unknown> };

function prepared(execution: Execution, { text, permissions = everything }: Ask): Prepared {
  const known = admit(schema, parse(text), execution);
  if (isRefused(known)) throw known.errors[0]!;
  const operation = known.prepare(null, permissions);
  if (isRefused(operation)) throw operation.errors[0]!;
  return operation;
}

async function run(execution: Execution, ask: Ask): Promise<ExecutionResult> {
  const operation = prepared(execution, ask);
  const { variables = {}, permissions = everything } = ask;
  const declared = operation.operation.variableDefinitions ?? [];
  const { coerced } = getVariableValues(schema, declared, variables);
  const context = { actor: { permissions }, variables: coerced };
  return operation.run(null, context, variables);
}

const plain = (result: unknown): unknown => JSON.parse(JSON.stringify(result));
const filter = { and: [{ number: 'SO-1' }], not: { not: { number: 'SO-2' } } };

describe('an operation, compiled and interpreted', () => {
  const asks: Record<string, Ask> = {
    'plain fields': { text: '{ hello orders { number lines { quantity } } }' },
    arguments: { text: 'query ($n: String = "Ada") { hello(name: $n) }' },
    'a filter as a variable': {
      text: 'query ($w: OrderWhere) { orders(where: $w, first: 2) { ...O } } fragment O on Order { number }',
      variables: { w: filter },
    },
    'a filter as a literal': { text: '{ orders(where: {and: [{number: "SO-2"}]}) { number } }' },
    'a filter below a fragment': {
      text: 'query ($w: OrderWhere) { orders { ...O } } fragment O on Order { all: lines { id } lines(where: $w) { id } }',
      variables: { w: { number: 'none' } },
    },
    'included and skipped fields': {
      text: 'query ($x: Boolean!) { hello @include(if: $x) orders @skip(if: $x) { id } }',
      variables: { x: true },
    },
    'an interface': { text: '{ thing(kind: "order") { __typename id ... on Order { number } } }' },
    'the schema itself': { text: '{ __type(name: "Order") { fields { name type { kind } } } }' },
    'a type of which the caller sees nothing': {
      text: '{ orders { number margin customer { name } } }',
      permissions: nothing,
    },
    'a thing that turns out to be hidden': {
      text: '{ order: thing(kind: "order") { id } customer: thing(kind: "customer") { id } }',
      permissions: nothing,
    },
  };
  it.each(Object.keys(asks))('answers the same: %s', async (name) => {
    const compiled = await run('compiled', asks[name]!);
    expect(plain(compiled)).toEqual(plain(await run('interpreted', asks[name]!)));
    expect(compiled.data).toBeDefined();
  });

  it('is compiled although its filter is a variable of a recursive type', async () => {
    const ask = asks['a filter as a variable']!;
    expect(compile(prepared('compiled', ask))).not.toBeNull();
    expect((await run('compiled', ask)).data).toEqual({ orders: [{ number: 'SO-1' }] });
  });
});

describe.each(['compiled', 'interpreted'] as const)('a refusal of a rule, %s', (execution) => {
  it('keeps its code and words', async () => {
    const { errors = [] } = await run(execution, { text: '{ fail(how: "refusal") hello }' });
    const reported: unknown[] = [];
    const [told] = publicErrors(errors, 'asked', (error) => reported.push(error));
    expect([told!.extensions, told!.message]).toEqual([
      { code: 'NOT_FOUND', params: expect.any(Object), retryable: false, requestId: 'asked' },
      expect.stringContaining('was not found'),
    ]);
    expect(reported).toEqual([]);
  });
});

describe.each(['compiled', 'interpreted'] as const)('rights, %s', (execution) => {
  it('lets those who lack nothing run on the open schema', () => {
    expect(prepared(execution, { text: '{ orders { margin } }' }).schema).toBe(schema);
    const guarded = prepared(execution, { text: '{ orders { margin } }', permissions: nothing });
    expect(guarded.schema).not.toBe(schema);
  });

  it('hides a field with an error at its path, and its parent stays', async () => {
    const text = '{ orders(where: {number: "SO-1"}) { number margin customer { name } } }';
    const { data, errors } = await run(execution, { text, permissions: nothing });
    expect(data).toEqual({ orders: [{ number: 'SO-1', margin: null, customer: null }] });
    expect(errors?.map(({ path, extensions }) => [path?.join('.'), extensions])).toEqual([
      ['orders.0.margin', { code: 'FORBIDDEN', permission: 'sales.margin.read' }],
      ['orders.0.customer', { code: 'FORBIDDEN', permission: 'crm.customer.read' }],
    ]);
  });

  it('hides what an interface turns out to be', async () => {
    const text = '{ thing(kind: "customer") { id } }';
    const { data, errors } = await run(execution, { text, permissions: nothing });
    expect(data).toEqual({ thing: null });
    expect(errors?.[0]?.extensions.permission).toBe('crm.customer.read');
  });

  it.each([
    'mutation { guarded(input: {code: "x"}) { roleId } roleNote(input: {code: "x"}) { roleId } }',
    'subscription { guardedTicks { place } }',
    'mutation { ...M } fragment M on Mutation { guarded(input: {code: "x"}) { roleId } }',
  ])('runs nothing of %s without the right to enter', (text) => {
    expect(() => prepared(execution, { text, permissions: nothing })).toThrow(/permission/);
  });
});

describe('a document that is wrong', () => {
  it('is refused with a code and without suggestions', () => {
    const refused = admit(schema, parse('{ helo }'), 'compiled');
    const error = isRefused(refused) ? refused.errors[0]! : null;
    expect(error?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(error?.message).not.toMatch(/did you mean/i);
  });

  it('is refused when it does not say which operation is meant', () => {
    const known = admit(schema, parse('query A { hello } query B { hello }'), 'compiled');
    const operation = isRefused(known) ? known : known.prepare(null, everything);
    expect(isRefused(operation) && operation.errors[0]!.extensions.code).toBe(
      'OPERATION_RESOLUTION_FAILURE',
    );
  });
});
