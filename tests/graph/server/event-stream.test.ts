import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient as createEventClient } from 'graphql-sse';
import { done } from '../../../clients/typescript/client.js';
import {
  ApiKeyRevokeDocument,
  SalesOrderHoldDocument,
  SalesOrderResumeDocument,
} from '../../../clients/typescript/generated/graphql.js';
import { openGraph, type Caller, type TestGraph } from '../../support/graph.js';
import { openShop, type Shop } from '../../support/graph-shop.js';
import { seller } from '../../support/graph-selling.js';

interface Told {
  readonly id: string | null;
  readonly event: string;
  readonly data: unknown;
}

/** A stream of events as any client of HTTP reads it. */
async function* eventsOf(response: Response): AsyncGenerator<Told, void, void> {
  let rest = '';
  for await (const part of response.body!.pipeThrough(new TextDecoderStream())) {
    const blocks = (rest + part).split('\n\n');
    rest = blocks.pop()!;
    for (const block of blocks) {
      const field = (name: string) => new RegExp(`^${name}: ?(.*)$`, 'm').exec(block)?.[1] ?? null;
      if (block.startsWith(':')) continue;
      const data = field('data');
      yield { id: field('id'), event: field('event')!, data: data ? JSON.parse(data) : null };
    }
  }
}

const ORDERS = `subscription ($ids: [ID!], $after: String, $snapshot: Boolean) {
  told: salesOrderChanged(where: {id: {in: $ids}}, after: $after, snapshot: $snapshot) {
    kind cursor node { status version }
  }
}`;

describe('subscriptions over server-sent events', () => {
  let graph: TestGraph;
  let shop: Shop;
  let sell: ReturnType<typeof seller>;
  beforeAll(async () => {
    graph = await openGraph();
    shop = await openShop(graph.client);
    sell = seller(graph.client, shop);
  });
  afterAll(() => graph.close());

  const ask = (
    body: unknown,
    { headers, caller = graph }: { headers?: Record<string, string>; caller?: Caller } = {},
  ) =>
    fetch(graph.url, {
      method: 'POST',
      headers: {
        accept: 'text/event-stream',
        'content-type': 'application/json',
        authorization: `Bearer ${caller.token}`,
        ...headers,
      },
      body: JSON.stringify(body),
    });
  const hold = async (id: string) => {
    const input = { id, reason: 'asked' };
    done((await graph.client.request(SalesOrderHoldDocument, { input })).salesOrderHold);
  };
  const resume = async (id: string) =>
    done(
      (await graph.client.request(SalesOrderResumeDocument, { input: { id } })).salesOrderResume,
    );
  const kindOf = ({ data }: Told) => (data as { data: { told: { kind: string } } }).data.told.kind;

  it('tells the state, then each change, and goes on behind Last-Event-ID', async () => {
    const { id } = await sell.confirmed([{ quantity: '1' }]);
    await graph.settled();
    const variables = { ids: [id], snapshot: true };
    const response = await ask({ query: ORDERS, variables });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const first = eventsOf(response);
    const snapshot = (await first.next()).value as Told;
    expect([snapshot.event, kindOf(snapshot)]).toEqual(['next', 'SNAPSHOT']);
    await hold(id);
    const held = (await first.next()).value as Told;
    expect(held.data).toMatchObject({
      data: { told: { kind: 'DELTA', node: { status: 'ON_HOLD' } } },
    });
    await first.return();
    await resume(id);
    const headers = { 'last-event-id': held.id! };
    const second = eventsOf(await ask({ query: ORDERS, variables }, { headers }));
    const resumed = (await second.next()).value as Told;
    await second.return();
    expect(resumed.data).toMatchObject({
      data: { told: { kind: 'DELTA', node: { status: 'CONFIRMED' } } },
    });
  });

  it('is not what a client gets that takes JSON as well, as urql says with every query', async () => {
    const accept =
      'application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed';
    const response = await ask({ query: '{ __typename }' }, { headers: { accept } });
    expect(response.headers.get('content-type')).toContain('json');
    expect(await response.json()).toMatchObject({ data: { __typename: 'Query' } });
  });

  it('is understood by the client of graphql-sse, by POST', async () => {
    const { id } = await sell.confirmed([{ quantity: '1' }]);
    await graph.settled();
    const client = createEventClient({
      url: graph.url,
      headers: { authorization: `Bearer ${graph.token}` },
      retryAttempts: 0,
    });
    const told = client.iterate({ query: ORDERS, variables: { ids: [id], snapshot: true } });
    expect((await told.next()).value).toMatchObject({
      data: { told: { kind: 'SNAPSHOT', node: { status: 'CONFIRMED' } } },
    });
    await told.return!();
    client.dispose();
  });

  it('answers a GET with its parameters', async () => {
    const { id } = await sell.confirmed([{ quantity: '1' }]);
    await graph.settled();
    const parameters = new URLSearchParams({
      query: ORDERS,
      variables: JSON.stringify({ ids: [id], snapshot: true }),
    });
    const response = await fetch(`${graph.url}?${parameters.toString()}`, {
      headers: { accept: 'text/event-stream', authorization: `Bearer ${graph.token}` },
    });
    const events = eventsOf(response);
    expect(kindOf((await events.next()).value as Told)).toBe('SNAPSHOT');
    await events.return();
  });

  it.each([
    ['a query', { query: '{ __typename }' }, 'SUBSCRIPTIONS_ONLY'],
    ['nothing', {}, 'BAD_REQUEST'],
    ['an unknown document', { documentId: 'x' }, 'DOCUMENT_NOT_FOUND'],
    ['an unknown field', { query: 'subscription { nothing }' }, 'GRAPHQL_VALIDATION_FAILED'],
    ['a list of variables', { query: ORDERS, variables: [] }, 'BAD_USER_INPUT'],
    ['a wrong cursor', { query: ORDERS, variables: { after: 'x' } }, 'CURSOR_INVALID'],
  ])('refuses %s as a result, and is complete', async (_, body, code) => {
    const told: Told[] = [];
    for await (const one of eventsOf(await ask(body))) told.push(one);
    expect(told.map(({ event }) => event)).toEqual(['next', 'complete']);
    expect(told[0]!.data).toMatchObject({ errors: [{ extensions: { code } }] });
  });

  it('refuses a Last-Event-ID that is none', async () => {
    const response = await ask({ query: ORDERS }, { headers: { 'last-event-id': 'nonsense' } });
    const { value } = await eventsOf(response).next();
    expect((value as Told).data).toMatchObject({
      errors: [{ extensions: { code: 'CURSOR_INVALID' } }],
    });
  });

  it('needs a key, and ends when it is revoked', async () => {
    const stranger = await ask({ query: ORDERS }, { headers: { authorization: 'Bearer none' } });
    expect(stranger.status).toBe(401);
    const caller = await graph.as(['sales.salesOrder.read']);
    const events = eventsOf(await ask({ query: ORDERS }, { caller }));
    const newest = await graph.ask(
      '{ apiKeys(orderBy: [{id: {direction: DESC}}], first: 1) { nodes { id } } }',
    );
    const key = (newest.data as { apiKeys: { nodes: { id: string }[] } }).apiKeys.nodes[0]!;
    const revoked = await graph.client.request(ApiKeyRevokeDocument, { input: { id: key.id } });
    done(revoked.apiKeyRevoke);
    const told: Told[] = [];
    for await (const one of events) told.push(one);
    expect(told.map(({ event }) => event)).toEqual(['next', 'complete']);
    expect(told[0]!.data).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
  });
});
