import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { done } from '../../clients/typescript/client.js';
import { SalesOrderHoldDocument } from '../../clients/typescript/generated/graphql.js';
import { decodeCursor, encodeCursor } from '../../modules/events/index.js';
import { codesOf, executions, openGraph, type Caller, type TestGraph } from '../support/graph.js';
import { openShop, type Shop } from '../support/graph-shop.js';
import { seller } from '../support/graph-selling.js';

interface Fact {
  readonly id: string;
  readonly type: string;
  readonly cursor: string;
  readonly changedFields: string[];
  readonly documentType: string;
  readonly document: { readonly id: string } | null;
}

interface Page {
  readonly nodes: Fact[];
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const EVENTS = `query ($after: String, $first: Int, $where: EventWhere) {
  events(after: $after, first: $first, where: $where) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { id type cursor changedFields documentType document { id } }
  }
}`;

describe.each(executions)('the log as a query, %s', (execution) => {
  let graph: TestGraph;
  let shop: Shop;
  let sell: ReturnType<typeof seller>;
  let last = 0;
  beforeAll(async () => {
    graph = await openGraph(execution);
    shop = await openShop(graph.client);
    sell = seller(graph.client, shop);
    await sell.confirmed([{ quantity: '1' }]);
    last = await graph.settled();
  });
  afterAll(() => graph.close());
  const page = async (variables: object = {}, caller: Caller = graph) => {
    const answer = await caller.ask(EVENTS, variables);
    expect(answer.errors).toBeUndefined();
    return (answer.data as { events: Page }).events;
  };
  const positions = ({ nodes }: Page) => nodes.map(({ cursor }) => decodeCursor(cursor)!.position);

  it('tells every fact once and in order, page by page', async () => {
    const told: number[] = [];
    let after: string | null = null;
    for (;;) {
      const one: Page = await page({ after, first: 7 });
      told.push(...positions(one));
      after = one.pageInfo.endCursor;
      if (!one.pageInfo.hasNextPage) break;
    }
    expect(told).toEqual(Array.from({ length: last }, (_, index) => index + 1));
    expect((await page({ first: 1 })).totalCount).toBe(last);
  });

  it('goes on behind the cursor of an event, and with a filter', async () => {
    const { id } = await sell.drafted([{ quantity: '1' }]);
    const input = { id, reason: 'to be checked' };
    await sell.confirm(id);
    const held = await graph.client.request(SalesOrderHoldDocument, { input });
    done(held.salesOrderHold);
    await graph.settled();
    const [before] = (await page({ after: encodeCursor({ ...START, position: last - 1 }) })).nodes;
    const where = { documentType: { eq: 'SalesOrder' } };
    const { nodes } = await page({ after: before!.cursor, where });
    expect(nodes.map(({ type }) => type)).toEqual([
      'sales.salesOrderCreated',
      'sales.salesOrderConfirmed',
      'sales.salesOrderHeld',
    ]);
    expect(nodes.at(-1)!.changedFields).toEqual(['status', 'holdReason']);
    expect(new Set(nodes.map(({ document }) => document!.id))).toEqual(new Set([id]));
  });

  it('tells facts of nouns and companies that the caller may read, and no others', async () => {
    const other = await openShop(graph.client, `O${execution.slice(0, 3).toUpperCase()}`);
    await seller(graph.client, other).confirmed([{ quantity: '1' }]);
    await graph.settled();
    const caller = await graph.as(['events.event.read', 'sales.salesOrder.read'], [shop.companyId]);
    const { nodes, totalCount } = await page({}, caller);
    expect(new Set(nodes.map(({ documentType }) => documentType))).toEqual(new Set(['SalesOrder']));
    expect(totalCount).toBe(nodes.length);
    const all = await page({ where: { documentType: { eq: 'StockOpening' } } });
    const hidden = all.nodes[0]!;
    const node = await caller.ask('query ($id: ID!) { node(id: $id) { id } }', { id: hidden.id });
    expect(node.data).toEqual({ node: null });
    const theirs = await page({ where: { documentType: { in: ['Item', 'Company'] } } }, caller);
    expect(theirs.totalCount).toBe(0);
  });

  it('refuses whoever may not read the log, and cursors that are none', async () => {
    const caller = await graph.as(['sales.salesOrder.read']);
    expect(codesOf(await caller.ask(EVENTS))).toEqual(['FORBIDDEN']);
    expect(codesOf(await graph.ask(EVENTS, { after: 'nonsense' }))).toEqual(['CURSOR_INVALID']);
    expect(codesOf(await graph.ask(EVENTS, { first: 251 }))).toEqual(['PAGE_SIZE']);
    expect(codesOf(await graph.ask(EVENTS, { first: -1 }))).toEqual(['PAGE_SIZE']);
  });

  it('takes one statement for the page, and one for its documents of each noun', async () => {
    const where = { documentType: { eq: 'SalesOrder' } };
    const query = EVENTS.replace('totalCount', '');
    const { texts } = await graph.caused(() => graph.ask(query, { where }));
    expect(texts).toHaveLength(2);
  });
});

const START = { position: 0, told: 0, snapshotTo: null };

describe('a log of which the oldest events were purged', () => {
  it('refuses cursors from before, and tells the rest', async () => {
    const graph = await openGraph();
    try {
      await openShop(graph.client);
      const last = await graph.settled();
      const text = 'delete from "Event" where "position" <= $1';
      await graph.database.query({ text, values: [last - 3] });
      const asked = (position: number) =>
        graph.ask(EVENTS, { after: encodeCursor({ ...START, position }) });
      expect(codesOf(await asked(last - 4))).toEqual(['CURSOR_PURGED']);
      const rest = (await asked(last - 3)).data as { events: Page };
      expect(rest.events.nodes).toHaveLength(3);
    } finally {
      await graph.close();
    }
  });
});
