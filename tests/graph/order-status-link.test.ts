import {
  GraphQLEnumType,
  GraphQLInputObjectType,
  getNamedType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
  isLeafType,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient, done } from '../../clients/typescript/client.js';
import {
  OrderStatusLinkCreateDocument,
  OrderStatusLinkRevokeDocument,
} from '../../clients/typescript/generated/graphql.js';
import { linkHolder } from '../../modules/sales/index.js';
import { graph as wholeGraph } from '../../resolvers/graph.js';
import { post } from '../support/doors.js';
import { followAny, HEARTBEAT_MS } from '../support/following.js';
import { codesOf, executions, openGraph, type TestGraph } from '../support/graph.js';
import { openShop, type Shop } from '../support/graph-shop.js';
import { seller } from '../support/graph-selling.js';

const STATUS = `{ orderStatus { number status promisedOn lines { nodes {
  position status ordered { value } ready { value } shipped { value } inProduction { value }
  productionPercent expectedOn
} } } }`;
const FOLLOW = `subscription ($after: String, $snapshot: Boolean) {
  told: orderStatusChanged(after: $after, snapshot: $snapshot) {
    cursor kind changedFields deletedId node { id status }
  }
}`;

/** Some value that an input takes, written as in a document. */
function someValue(type: GraphQLInputType, id: string): string {
  if (isNonNullType(type)) return someValue(type.ofType, id);
  if (isListType(type)) return `[${someValue(type.ofType, id)}]`;
  if (type instanceof GraphQLEnumType) return type.getValues()[0]!.name;
  if (type instanceof GraphQLInputObjectType) {
    const fields = Object.values(type.getFields());
    const needed = type.isOneOf ? fields.slice(0, 1) : fields.filter(isRequiredInputField);
    return `{${needed.map((one) => `${one.name}: ${someValue(one.type, id)}`).join(' ')}}`;
  }
  const values: Record<string, string> = {
    ID: JSON.stringify(id),
    Int: '1',
    Float: '1',
    Boolean: 'true',
    Decimal: '"1"',
    Date: '"2026-01-05"',
    DateTime: '"2026-01-05T00:00:00Z"',
  };
  return values[getNamedType(type).name] ?? '"x"';
}

function fieldText(field: GraphQLField<unknown, unknown>, id: string): string {
  const args = field.args
    .filter(isRequiredArgument)
    .map((one) => `${one.name}: ${someValue(one.type, id)}`);
  const selection = isLeafType(getNamedType(field.type)) ? '' : ' { __typename }';
  return `${field.name}${args.length > 0 ? `(${args.join(' ')})` : ''}${selection}`;
}

describe.each(executions)('a link to the status of an order, %s', (execution) => {
  let graph: TestGraph;
  let shop: Shop;
  let sell: ReturnType<typeof seller>;
  let orderId: string;
  let token: string;
  let linkId: string;
  beforeAll(async () => {
    graph = await openGraph(execution, { heartbeatMs: HEARTBEAT_MS });
    shop = await openShop(graph.client);
    sell = seller(graph.client, shop);
    orderId = (await sell.confirmed([{ quantity: '3' }])).id;
    ({ token, linkId } = await linkTo(orderId));
    await graph.settled();
  });
  afterAll(() => graph.close());

  async function linkTo(salesOrderId: string, validDays?: number) {
    const input = { salesOrderId, validDays };
    const { orderStatusLinkCreate } = await graph.client.request(OrderStatusLinkCreateDocument, {
      input,
    });
    const made = done(orderStatusLinkCreate);
    return { token: made.token!, linkId: made.orderStatusLink!.id };
  }
  const askWith = async (key: string, query: string, variables = {}) =>
    (await post(graph.url, { query, variables }, { authorization: `Bearer ${key}` })).json;

  it('opens the status of its order, line by line', async () => {
    const { data, errors } = await askWith(token, STATUS);
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      orderStatus: {
        status: 'CONFIRMED',
        lines: { nodes: [{ position: 1, ordered: { value: '3' }, ready: { value: '3' } }] },
      },
    });
  });

  it('is told what becomes of its order, and of no other', async () => {
    const holder = createClient({ url: graph.url, token });
    const follower = followAny(holder, FOLLOW, { snapshot: true });
    await follower.beat();
    await sell.confirmed([{ quantity: '1' }]);
    await sell.ship(orderId);
    await follower.beat(await graph.settled());
    await follower.stop();
    await holder.close();
    expect(follower.news().map(({ kind, node }) => [kind, node?.status])).toEqual([
      ['SNAPSHOT', 'CONFIRMED'],
      ['DELTA', 'SHIPPED'],
    ]);
  });

  it('opens nothing else in the whole graph', async () => {
    const other = (await sell.drafted([{ quantity: '1' }])).id;
    const opened: string[] = [];
    for (const field of Object.values(wholeGraph().getQueryType()!.getFields())) {
      if (field.name === 'orderStatus') continue;
      const answer = await askWith(token, `{ it: ${fieldText(field, other)} }`);
      const it = (answer.data as { it?: unknown } | null | undefined)?.it ?? null;
      const isEmpty = it === null || (Array.isArray(it) && it.every((one) => one === null));
      const isRefused = codesOf(answer).every((code) => code === 'FORBIDDEN');
      if (!isEmpty || !isRefused || codesOf(answer).length === 0) opened.push(field.name);
    }
    for (const field of Object.values(wholeGraph().getMutationType()!.getFields())) {
      const answer = await askWith(token, `mutation { it: ${fieldText(field, other)} }`);
      if (codesOf(answer).some((code) => code !== 'FORBIDDEN') || !answer.errors)
        opened.push(field.name);
    }
    expect(opened).toEqual([]);
  });

  it('follows nothing else, and finds no other order by its id', async () => {
    const other = (await sell.drafted([{ quantity: '1' }])).id.replace('SalesOrder', 'OrderStatus');
    const found = await askWith(token, `{ node(id: "${other}") { id } }`);
    expect(found.data).toEqual({ node: null });
    const holder = createClient({ url: graph.url, token });
    const fields = Object.values(wholeGraph().getSubscriptionType()!.getFields());
    for (const { name } of fields.filter((one) => one.name !== 'orderStatusChanged')) {
      const text = `subscription { told: ${name} { kind } }`;
      expect(await followAny(holder, text, {}).ended).toMatchObject({ code: 'FORBIDDEN' });
    }
    await holder.close();
  });

  it('tells neither prices nor names: it has only what it was made for', () => {
    const type = wholeGraph().getType('OrderStatusLine') as unknown as {
      getFields(): Record<string, unknown>;
    };
    expect(Object.keys(type.getFields()).filter((one) => /amount|price|cost/i.test(one))).toEqual(
      [],
    );
  });

  it.each([
    ['another order', (text: string) => text.replace(/^tlo_.{32}/, `tlo_${'0'.repeat(32)}`)],
    ['a later end', (text: string) => text.replace(/\.[0-9a-z]+\./, '.zzzzzz.')],
    ['another signature', (text: string) => `${text.slice(0, -43)}${'A'.repeat(43)}`],
    ['a shortened signature', (text: string) => text.slice(0, -1)],
    ['no signature', (text: string) => text.slice(0, text.lastIndexOf('.'))],
  ])('opens nothing with %s in its token', async (_, forge) => {
    expect(codesOf(await askWith(forge(token), STATUS))).toEqual(['UNAUTHENTICATED']);
  });

  it('is refused for what is hidden or unknown, and for no time or too much', async () => {
    const theirs = await openShop(graph.client, `L${execution.slice(0, 4).toUpperCase()}`);
    const hidden = await seller(graph.client, theirs).drafted([{ quantity: '1' }]);
    const clerk = await graph.as(
      ['sales.orderStatusLink.create', 'sales.orderStatusLink.read'],
      [shop.companyId],
    );
    const tried = async (input: object) => {
      const { orderStatusLinkCreate } = await clerk.client.request(OrderStatusLinkCreateDocument, {
        input: input as { salesOrderId: string },
      });
      return orderStatusLinkCreate?.userErrors.map(({ code }) => code);
    };
    expect(await tried({ salesOrderId: hidden.id })).toEqual(['NOT_FOUND']);
    expect(await tried({ salesOrderId: orderId, validDays: 0 })).toEqual(['VALID_DAYS']);
    expect(await tried({ salesOrderId: orderId, validDays: 367 })).toEqual(['VALID_DAYS']);
    const reader = await graph.as(['sales.salesOrder.read']);
    const making = reader.client.request(OrderStatusLinkCreateDocument, {
      input: { salesOrderId: orderId },
    });
    await expect(making).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('opens nothing after its end, and its end cannot be moved', async () => {
    const short = await linkTo(orderId, 1);
    const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000);
    expect(await linkHolder(graph.database, short.token, inHours(23))).toMatchObject({
      permissions: new Set(['sales.orderStatus.read']),
    });
    expect(await linkHolder(graph.database, short.token, inHours(25))).toBeNull();
    const later = `update "OrderStatusLink" set "expiresAt" = "expiresAt" + interval '1 day'`;
    const moved = graph.database.query({ text: later, values: [] });
    await expect(moved).rejects.toThrow('never rewritten');
  });

  it('closes its stream within a second after it was taken back, and opens nothing then', async () => {
    const holder = createClient({ url: graph.url, token });
    const follower = followAny(holder, FOLLOW, {});
    await follower.beat();
    const input = { id: linkId };
    const { orderStatusLinkRevoke } = await graph.client.request(OrderStatusLinkRevokeDocument, {
      input,
    });
    done(orderStatusLinkRevoke);
    const began = Date.now();
    expect(await follower.ended).toMatchObject({ code: 'SOCKET_REFUSED' });
    expect(Date.now() - began).toBeLessThan(2_000);
    await holder.close();
    expect(codesOf(await askWith(token, STATUS))).toEqual(['UNAUTHENTICATED']);
    const again = await graph.client.request(OrderStatusLinkRevokeDocument, { input });
    expect(again.orderStatusLinkRevoke?.userErrors.map(({ code }) => code)).toEqual([
      'LINK_REVOKED',
    ]);
  });

  it('tells its token once, and never its secret', async () => {
    const query = `mutation ($input: OrderStatusLinkCreateInput!) {
      orderStatusLinkCreate(input: $input) @idempotent(key: "one-link") { token }
    }`;
    const made = async () =>
      (await graph.ask(query, { input: { salesOrderId: orderId } })).data as {
        orderStatusLinkCreate: { token: string | null };
      };
    expect((await made()).orderStatusLinkCreate.token).toMatch(/^tlo_/);
    expect((await made()).orderStatusLinkCreate.token).toBeNull();
    const text = `select count(*)::int from "Event" e join "AuditEntry" a on a."eventId" = e."id",
      "OrderStatusLink" l where position(l."secret" in e::text || a::text) > 0`;
    expect((await graph.database.query({ text, values: [] })).rows).toEqual([[0]]);
  });
});
