import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'graphql';
import { done } from '../../clients/typescript/client.js';
import {
  CustomersBulkDocument,
  SalesOrderCreateDocument,
  WorkOrdersPlanDocument,
} from '../../clients/typescript/generated/graphql.js';
import { allPermissions } from '../../modules/permissions.js';
import { subgraph } from '../../resolvers/federation.js';
import { graph as builtGraph } from '../../resolvers/graph.js';
import { codesOf, executions, openGraph, type TestGraph } from '../support/graph.js';
import { foundMaker, type Maker } from '../support/graph-maker.js';
import { found } from '../support/graph-shop.js';

/** A request as a gateway writes it. */
const ENTITIES = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) {
    __typename
    ... on Customer { id code name }
    ... on Opportunity { id name }
    ... on SalesOrder { id number customer { code } }
    ... on BOM { id item { code } }
    ... on WorkOrder { id number }
    ... on LedgerEntry { id account { code } }
  }
}`;

interface Representation {
  readonly __typename: string;
  readonly [field: string]: unknown;
}

describe.each(executions)('the graph as a subgraph, %s', (execution) => {
  let graph: TestGraph;
  let maker: Maker;
  let order: { readonly id: string; readonly number: string };
  /** One of each of the six nouns. */
  const six: Representation[] = [];
  beforeAll(async () => {
    graph = await openGraph(execution, { environment: { FEDERATION: 'on' } });
    maker = await foundMaker(graph.client, 'MAKER');
    const { companyId, customerId, warehouseId, taxCodeId, itemId } = maker;
    const line = { itemId, quantity: '2', unitPrice: '50', taxCodeId };
    const { salesOrderCreate } = await graph.client.request(SalesOrderCreateDocument, {
      input: { companyId, customerId, warehouseId, lines: [line] },
    });
    order = done(salesOrderCreate).salesOrder!;
    const { workOrdersPlan } = await graph.client.request(
      WorkOrdersPlanDocument,
      {
        input: {
          demands: [{ companyId, warehouseId, itemId, quantity: '1', dueOn: '2027-01-04' }],
        },
      },
      { idempotencyKey: 'plan' },
    );
    done(workOrdersPlan);
    await graph.ask(
      `mutation ($i: OpportunityCreateInput!) { opportunityCreate(input: $i) { userErrors { code } } }`,
      { i: { companyId, customerId, name: 'Bikes for a fleet' } },
    );
    const lists = [
      'customers',
      'opportunities',
      'salesOrders',
      'boms',
      'workOrders',
      'ledgerEntries',
    ];
    const pages = lists.map((list) => `${list}(first: 1) { nodes { __typename id } }`);
    const { data } = await graph.ask(`{ ${pages.join(' ')} }`);
    for (const list of lists) six.push((data![list] as { nodes: Representation[] }).nodes[0]!);
  });
  afterAll(() => graph.close());

  const ask = (representations: readonly unknown[], caller: Pick<TestGraph, 'ask'> = graph) =>
    caller.ask(ENTITIES, { representations });
  const entities = async (...asked: Parameters<typeof ask>) => {
    const { data, errors } = await ask(...asked);
    expect(errors).toBeUndefined();
    return data!._entities as (Record<string, unknown> | null)[];
  };

  it('answers each of the six nouns by its id, in the order of the gateway', async () => {
    expect(six.map(({ __typename }) => __typename)).toEqual([
      ...['Customer', 'Opportunity', 'SalesOrder', 'BOM', 'WorkOrder', 'LedgerEntry'],
    ]);
    const turned = [...six].reverse();
    const answered = await entities(turned);
    expect(answered.map((one) => [one!.__typename, one!.id])).toEqual(
      turned.map(({ __typename, id }) => [__typename, id]),
    );
    expect(answered.at(-1)).toMatchObject({ code: 'MAKER-C' });
  });

  it('answers by numbers and codes, within their company or without', async () => {
    const { companyId, itemId, warehouseId } = maker;
    const company = { id: companyId };
    const { data, errors } = await graph.ask(
      `query ($r: [_Any!]!) { _entities(representations: $r) {
        ... on SalesOrder { id customer { code } } ... on Item { id } ... on Warehouse { id } } }`,
      {
        r: [
          { __typename: 'SalesOrder', company, number: order.number },
          { __typename: 'Item', code: 'MAKER-BIKE' },
          { __typename: 'Warehouse', company, code: 'MAIN' },
          { __typename: 'SalesOrder', company, number: 'NONE' },
          { __typename: 'SalesOrder', company: { id: 'Company:none' }, number: order.number },
        ],
      },
    );
    expect(errors).toBeUndefined();
    expect(data!._entities).toEqual([
      { id: order.id, customer: { code: 'MAKER-C' } },
      { id: itemId },
      { id: warehouseId },
      null,
      null,
    ]);
  });

  it('answers null for what is not there, and for the id of another noun', async () => {
    const missing = 'SalesOrder:00000000-0000-7000-8000-00000000dead';
    expect(
      await entities([
        { __typename: 'SalesOrder', id: missing },
        { __typename: 'SalesOrder', id: six[0]!.id },
        { __typename: 'SalesOrder', id: 'nonsense' },
        six[2],
      ]),
    ).toMatchObject([null, null, null, { id: order.id, customer: { code: 'MAKER-C' } }]);
  });

  it('shows nothing of companies that a caller does not see', async () => {
    const other = await found(graph.client, 'OTHER');
    const limited = await graph.as(allPermissions, [other]);
    const company = { id: maker.companyId };
    const byNumber = { __typename: 'SalesOrder', company, number: order.number };
    const answered = await entities([...six, byNumber], limited);
    // The group shares its customers.
    expect(answered.map((one) => one?.__typename)).toEqual([
      'Customer',
      ...Array.from({ length: 6 }, () => undefined),
    ]);
  });

  it('refuses one type to who lacks its permission, and answers the others', async () => {
    const clerk = await graph.as(['sales.salesOrder.read', 'crm.customer.read']);
    const { data, errors } = await ask([six[5], six[2]], clerk);
    expect(data!._entities).toMatchObject([null, { __typename: 'SalesOrder', id: order.id }]);
    expect(codesOf({ errors: errors! })).toEqual(['FORBIDDEN']);
    expect(errors![0]!.path).toEqual(['_entities', 0]);
    const byCode = await ask(
      [{ __typename: 'Warehouse', code: 'MAIN', company: { id: 'x' } }],
      clerk,
    );
    expect(codesOf(byCode)).toEqual(['FORBIDDEN']);
  });

  it.each<[string, unknown, string]>([
    ['no object', 'SalesOrder', 'REPRESENTATION_INVALID'],
    ['no type', { id: 'x' }, 'REPRESENTATION_INVALID'],
    ['a type that is no entity', { __typename: 'Money', id: 'x' }, 'REPRESENTATION_INVALID'],
    ['rows of a day', { __typename: 'StockBalance', id: 'x' }, 'REPRESENTATION_INVALID'],
    ['a key of the prototype', { __typename: 'constructor', id: 'x' }, 'REPRESENTATION_INVALID'],
    ['no key', { __typename: 'SalesOrder', status: 'DRAFT' }, 'REPRESENTATION_INVALID'],
    ['half a key', { __typename: 'SalesOrder', number: 'SO-1' }, 'REPRESENTATION_INVALID'],
    ['an id that is no text', { __typename: 'SalesOrder', id: 7 }, 'REPRESENTATION_INVALID'],
    ['null', null, 'BAD_USER_INPUT'],
  ])('refuses what a gateway would never send: %s', async (_name, representation, code) => {
    const answer = await ask([six[2], representation]);
    expect(codesOf(answer)).toEqual([code]);
    expect(answer.data ?? null).toBeNull();
  });

  it('takes a thousand representations, and no more', async () => {
    const many = (length: number) => Array.from({ length }, () => six[2]);
    expect(await entities(many(1_000))).toHaveLength(1_000);
    expect(codesOf(await ask(many(1_001)))).toEqual(['REPRESENTATIONS_TOO_MANY']);
  });

  it('takes one statement for each type, whatever the number of representations', async () => {
    const rows = Array.from({ length: 100 }, (_, at) => ({
      ...{ code: `BULK-${at}`, name: `Customer ${at}`, currency: 'USD' },
    }));
    const { customersBulk } = await graph.client.request(CustomersBulkDocument, {
      input: { rows },
    });
    const ids = done(customersBulk).results.map(({ customer }) => customer!.id);
    const customers = ids.map((id) => ({ __typename: 'Customer', id }));
    const byCode = rows.map(({ code }) => ({ __typename: 'Customer', code }));
    const caused = async (representations: readonly unknown[]) => {
      const { texts } = await graph.caused(() => entities(representations));
      return texts.filter((text) => !text.startsWith('select "position"'));
    };
    const { __typename, id } = six[2]!;
    // The order with its customer, and the customers.
    expect(await caused([customers[0], { __typename, id }])).toHaveLength(3);
    expect(await caused([...customers, { __typename, id }])).toHaveLength(3);
    // One more finds what is named by codes.
    expect(await caused([...byCode, ...customers, { __typename, id }])).toHaveLength(4);
  });

  it('costs by the number of representations', async () => {
    const cost = async (count: number) => {
      const { extensions } = await ask(Array.from({ length: count }, () => six[2]));
      return (extensions!.cost as { requested: number }).requested;
    };
    const [one, two, ten] = [await cost(1), await cost(2), await cost(10)];
    expect(ten - one).toBe(9 * (two - one));
    expect(two).toBeGreaterThan(one);
  });

  it('tells its text with the keys of every noun, and with fields that were defined since', async () => {
    const text = async () => {
      const { data } = await graph.ask('{ _service { sdl } }');
      return (data!._service as { sdl: string }).sdl;
    };
    const before = await text();
    const typeIn = (sdl: string, name: string) =>
      new RegExp(`^type ${name} .*`, 'm').exec(sdl)?.[0];
    expect(typeIn(before, 'SalesOrder')).toContain(
      '@key(fields: "id") @key(fields: "company { id } number")',
    );
    expect(typeIn(before, 'Customer')).toContain('@key(fields: "id") @key(fields: "code")');
    expect(typeIn(before, 'LedgerEntry')).toContain('@key(fields: "id")');
    expect(before).not.toMatch(/_entities|_Entity|_Any|_service|directive @(atomic|idempotent)/);
    const { data } = await graph.ask(`mutation { customFieldDefine(input: {
      noun: "SalesOrder", code: "dock", kind: TEXT, labels: [{locale: "en", text: "Dock"}] }) { userErrors { code message } } }`);
    expect(data).toEqual({ customFieldDefine: { userErrors: [] } });
    const after = await text();
    const definition = (sdl: string) => /^type SalesOrderCustomFields \{[^}]*\}/m.exec(sdl)?.[0];
    expect(definition(before)).not.toContain('dock');
    expect(definition(after)).toContain('dock');
    expect(parse(after).kind).toBe('Document');
    expect(await entities([six[2]])).toMatchObject([{ id: order.id }]);
  });
});

describe('a graph that is no subgraph', () => {
  it('has none of what a gateway asks for', async () => {
    const plain = builtGraph();
    expect(plain.getQueryType()!.getFields()._entities).toBeUndefined();
    expect(subgraph(plain).getQueryType()!.getFields()._entities).toBeDefined();
    expect(plain.getType('_Any')).toBeUndefined();
    const graph = await openGraph();
    const answer = await graph.ask('{ _service { sdl } }');
    expect(codesOf(answer)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    await graph.close();
  });
});
