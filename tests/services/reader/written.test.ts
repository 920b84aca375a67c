import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Kind } from 'graphql';
import {
  createReader,
  makeList,
  planWrittenList,
  rowsWritten,
  sending,
} from '../../../prisma/reader/index.js';
import { graph } from '../../../resolvers/graph.js';
import { nounNamed } from '../../../schema/noun.js';
import { codes, everyone, openReading, without, type Reading } from './reading.js';

let reading: Reading;
beforeAll(async () => {
  reading = await openReading();
});
afterAll(() => reading.close());

const AWKWARD = 'A "quoted" \\ name,\nof two\tlines \u0001 – 自行车 🚲';

const written = (query: string, variables = {}) => reading.read(query, { variables, form: 'text' });

describe('an answer that the store writes', () => {
  it('takes one statement for each root field, its total included, however deep it is', async () => {
    const answer = await written(`{
      customers(first: 5) { totalCount pageInfo { endCursor hasNextPage }
        edges { cursor node { id code salesOrders(first: 4) { nodes { number
          lines(first: 3) { nodes { quantity { value unit } item { code name } } } } } } } }
      items(first: 3) { nodes { id } } }`);
    expect(answer.errors).toEqual([]);
    expect(answer.isWritten).toBe(true);
    expect(answer.texts).toHaveLength(2);
    expect((await written('{ customers { __typename } }')).texts).toEqual([]);
  });

  it.each([
    ['a list by nodes', '{ customers { nodes { code } } }', true],
    ['a row by its id', '{ customer(by: { id: "Customer:1" }) { code } }', true],
    ['names of types', '{ __typename customers { __typename nodes { __typename } } }', true],
    [
      'the end of a list',
      '{ customers(last: 2) { nodes { code salesOrders(last: 1) { nodes { number } } } } }',
      true,
    ],
    ['groups', '{ customersAggregate { count } }', true],
    ['groups of a list', '{ customers { aggregate { count } nodes { code } } }', true],
    ['what is worked out', '{ salesOrders { nodes { availableActions { action } } } }', false],
    [
      'the page of an inner list',
      '{ customers { nodes { salesOrders { totalCount pageInfo { hasNextPage endCursor } edges { cursor } } } } }',
      true,
    ],
    ['rows asked for twice', '{ customers { nodes { code } edges { node { name } } } }', false],
    ['the schema', '{ __schema { queryType { name } } }', false],
  ])(
    'is given for what is stored, and walked to otherwise: %s',
    async (_what, query, isWritten) => {
      const answer = await written(query);
      expect(answer.errors).toEqual([]);
      expect(answer.isWritten).toBe(isWritten);
    },
  );

  it.each([
    '{ customers(first: 1) { nodes { code salesOrders(first: 1) @include(if: $yes) { nodes { id } } salesOrders(first: 1) @include(if: $no) { nodes { number } } } } }',
    '{ customers(first: 1) { nodes { id } } customers(first: 1) @include(if: $no) { nodes { code } } }',
    '{ customers(first: 1) { nodes { code } ... @include(if: $no) { nodes { name } } } }',
  ])('never holds what was selected under a condition that does not hold: %s', async (selected) => {
    const query = `query ($yes: Boolean!, $no: Boolean!) ${selected.replace('{', '{ __typename @include(if: $yes)')}`;
    const asking = { variables: { yes: true, no: false } };
    const { errors, data } = await written(query, asking.variables);
    expect(errors).toEqual([]);
    expect(data).toEqual((await reading.read(query, { ...asking, form: 'values' })).data);
  });

  it('is walked to without a fault when what is refused lies below rows that there are not', async () => {
    const query = `{ companies(where: { code: { eq: "NONE" } }) { nodes {
      salesOrders(where: { customer: { code: { eq: "C1" } } }) { nodes { number } } } } }`;
    const actor = without('crm.customer.read');
    const answer = await reading.read(query, { actor, form: 'text' });
    expect([answer.data.companies!.nodes, answer.errors, answer.isWritten]).toEqual([
      [],
      [],
      false,
    ]);
  });

  it('holds any text, and its rows are counted beside it', async () => {
    const { rows } = await reading.database.query({
      text: 'select "id" from "Customer" where "code" = $1',
      values: ['C1'],
    });
    const name = { text: 'update "Customer" set "name" = $1 where "id" = $2' };
    const id = rows[0]![0];
    await reading.database.query({ ...name, values: [AWKWARD, id] });
    const query = '{ customers(where: { code: { eq: "C1" } }) { nodes { name } } }';
    expect((await written(query)).data.customers!.nodes).toEqual([{ name: AWKWARD }]);
    expect((await reading.read(query)).isWritten).toBe(false);
    await reading.database.query({ ...name, values: ['Customer 1', id] });
  });

  it('refuses as the walk does', async () => {
    const refused = async (args: string) =>
      codes(await written(`{ customers(${args}) { nodes { code } } }`));
    expect(await refused('first: 251')).toEqual(['PAGE_SIZE']);
    expect(await refused('after: "nonsense"')).toEqual(['CURSOR_INVALID']);
    const inner = await written(
      '{ customers { nodes { salesOrders(first: -1) { nodes { id } } } } }',
    );
    expect(new Set(codes(inner))).toEqual(new Set(['PAGE_SIZE']));
    expect(inner.data.customers!.nodes![0]).toEqual({ salesOrders: null });
    const behind = '{ customers { nodes { salesOrders(after: "nonsense") { nodes { id } } } } }';
    expect(new Set(codes(await written(behind)))).toEqual(new Set(['CURSOR_INVALID']));
    expect(codes(await written('{ customer(by: {}) { code } }'))).not.toEqual([]);
  });

  it('says nothing of what is refused below rows that are not there', async () => {
    const answer = await written(
      `{ customers(where: { code: { eq: "none" } }) {
        nodes { salesOrders(first: -1) { nodes { id } } } } }`,
    );
    expect([answer.errors, answer.isWritten]).toEqual([[], false]);
    expect(answer.data.customers!.nodes).toEqual([]);
  });

  it('goes on behind a cursor, also below a row', async () => {
    const page = (args: string) => `salesOrders(${args}) { nodes { number }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`;
    const query = (args: string) =>
      `{ customers(where: { code: { eq: "C1" } }) { nodes { ${page(args)} } } ${page(args)} }`;
    const { data } = await reading.read(query('first: 1'));
    const below = data.customers!.nodes![0]!.salesOrders!.pageInfo!.endCursor!;
    for (const args of [`first: 2, after: "${below}"`, `last: 1, before: "${below}"`]) {
      const answer = await written(query(args));
      expect([answer.isWritten, answer.errors]).toEqual([true, []]);
      const walked = await reading.read(query(args));
      expect(JSON.stringify(answer.data)).toBe(JSON.stringify(walked.data));
    }
  });

  it('is walked to when a value is missing that must be there', async () => {
    const schema = graph();
    const document = { schema, fragments: {} };
    const field = { selectionSet: undefined };
    const plan = planWrittenList(nounNamed('Customer')!, [field as never], document)!;
    const fields = [{ key: 'nodes', paths: [], name: 'nodes' as const, fields: [] }];
    const reader = createReader({
      query: () => Promise.resolve({ rows: [[null]] }),
      ...{ actor: everyone, now: new Date(), variables: {}, nounNamed },
    });
    const node = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: 'customers' } } as const;
    const scope = reader.scope(schema);
    const made = makeList({ ...plan, fields }, { node, parent: 'Query' })(scope);
    await expect(sending(made, scope)()).rejects.toThrow();
  });

  it('begins each row with a newline, and has none elsewhere', () => {
    expect(rowsWritten([['\n{"a":[\n{},\n{}]}', 'place'], ['\n{}']])).toBe(4);
    expect(rowsWritten([[null]])).toBe(0);
  });
});
