import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CostEstimateDocument } from '../../clients/typescript/generated/graphql.js';
import { codesOf, openGraph, type TestGraph } from '../support/graph.js';

let graph: TestGraph;
beforeAll(async () => {
  graph = await openGraph();
});
afterAll(() => graph.close());

const document =
  'query Orders($n: Int) { salesOrders(first: $n) { nodes { lines(first: 100) { nodes { id } } } } }';

describe('asking what an operation would cost', () => {
  it('answers the cost that the operation is told when it runs', async () => {
    const { costEstimate } = await graph.client.request(CostEstimateDocument, {
      document,
      variables: '{"n": 10}',
    });
    expect(costEstimate).toEqual({
      cost: 1 + 10 * 102,
      max: 10_000_000,
      parts: [
        { path: 'salesOrders', cost: 1021 },
        { path: 'salesOrders.nodes', cost: 1020 },
        { path: 'salesOrders.nodes.lines', cost: 101 },
        { path: 'salesOrders.nodes.lines.nodes', cost: 100 },
      ],
      refusals: [],
      bucket: { left: expect.any(Number), restoreRate: 4_000_000, capacity: 40_000_000 },
    });
    const run = await graph.ask(document, { n: 10 });
    expect(run.extensions?.cost).toMatchObject({ requested: 1021 });
  });

  it.each([
    ['a document that does not parse', { document: '{ items' }, 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', { document: '{ itmes { nodes { id } } }' }, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'a document that is too deep',
      { document: `${'{a'.repeat(50)}${'}'.repeat(50)}` },
      'DOCUMENT_TOO_LARGE',
    ],
    ['variables of another type', { document, variables: '{"n": "ten"}' }, 'BAD_USER_INPUT'],
    ['variables that are no JSON', { document, variables: '{' }, 'BAD_USER_INPUT'],
    ['variables that are a list', { document, variables: '[]' }, 'BAD_USER_INPUT'],
    ['another operation', { document, operationName: 'Other' }, 'OPERATION_RESOLUTION_FAILURE'],
    ['a list that is too long', { document, variables: '{"n": 1000000}' }, 'COST_TOO_HIGH'],
  ])('says what would refuse %s', async (_, asked, code) => {
    const { costEstimate } = await graph.client.request(CostEstimateDocument, asked);
    expect(costEstimate!.refusals.map((refusal) => refusal.code)).toEqual([code]);
  });

  it('is not for whoever may not ask for it', async () => {
    const clerk = await graph.as(['crm.customer.read']);
    const answer = await clerk.ask('{ costEstimate(document: "{ __typename }") { cost } }');
    expect([answer.data, codesOf(answer)]).toEqual([{ costEstimate: null }, ['FORBIDDEN']]);
  });

  it('runs nothing, and says what the caller lacks', async () => {
    const clerk = await graph.as(['auth.operation.estimate']);
    const mutation =
      'mutation { roleCreate(input: {code: "X", name: "x", permissions: []}) { userErrors { code } } }';
    const ask = (caller: typeof clerk) =>
      caller.client.request(CostEstimateDocument, { document: mutation });
    expect((await ask(clerk)).costEstimate!.refusals[0]?.code).toBe('FORBIDDEN');
    const { costEstimate } = await ask(graph);
    expect([costEstimate!.cost, costEstimate!.refusals]).toEqual([11, []]);
    const { data } = await graph.ask('{ role(by: {code: "X"}) { id } }');
    expect(data).toEqual({ role: null });
  });
});
