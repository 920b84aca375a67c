import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { done } from '../../clients/typescript/client.js';
import {
  ApiKeyIssueDocument,
  TrustedDocumentsRegisterDocument,
  WebhookEndpointArchiveDocument,
  WebhookEndpointChangeDocument,
  WebhookEndpointCreateDocument,
} from '../../clients/typescript/generated/graphql.js';
import type { Permission } from '../../modules/permissions.js';
import { hashOf } from '../../server/documents.js';
import { post } from '../support/doors.js';
import { openHooks, type Hooks } from '../support/graph-webhooks.js';

let hooks: Hooks;
let graph: Hooks['graph'];
let companyId: string;
let otherId: string;

beforeAll(async () => {
  hooks = await openHooks();
  ({ graph, companyId, otherId } = hooks);
});
afterAll(() => hooks.close());
beforeEach(() => hooks.renew());

const endpoint: Hooks['endpoint'] = (...args) => hooks.endpoint(...args);
const rename: Hooks['rename'] = (...args) => hooks.rename(...args);

describe('what an endpoint may read', () => {
  const may: Permission[] = [
    ...(['outbound.webhookEndpoint.create', 'outbound.webhookEndpoint.read'] as const),
    ...(['outbound.webhookDelivery.read', 'outbound.webhookEndpoint.change'] as const),
  ];

  it('is what its owner may: other companies stay out, and fields he lacks come as errors', async () => {
    const limited = await graph.as([...may, 'platform.company.read'], [companyId]);
    const document = `query($id: ID!) { company(by: {id: $id}) { name }
      taxCodes(first: 1) { totalCount } }`;
    const { id, end } = await endpoint({ document }, limited);
    await rename(otherId);
    const name = await rename(companyId);
    await hooks.receiver.until(1);
    const nodes = await hooks.history(
      id,
      (all) => all.length === 2 && all.every((o) => o.settledAt),
    );
    expect(nodes.map(({ status, reason }) => [status, reason]).sort()).toEqual([
      ['DELIVERED', null],
      ['SKIPPED', 'NOT_VISIBLE'],
    ]);
    expect(hooks.receiver.received[0]!.message.data).toMatchObject({
      payload: { company: { name }, taxCodes: null },
      errors: [{ path: ['taxCodes'], code: 'FORBIDDEN' }],
    });
    await end();
  });

  it('is no document of its own for a key that is locked to the documents of an app', async () => {
    const { data } = await graph.ask(
      '{ actors(where: {kind: {ne: SYSTEM}}, first: 1) { nodes { id } } }',
    );
    const [actor] = (data!.actors as { nodes: { id: string }[] }).nodes;
    const { apiKeyIssue } = await graph.client.request(ApiKeyIssueDocument, {
      input: { actorId: actor!.id, name: 'App', app: 'hooks' },
    });
    const operation = WebhookEndpointCreateDocument.toString();
    const { trustedDocumentsRegister } = await graph.client.request(
      TrustedDocumentsRegisterDocument,
      {
        input: {
          app: 'hooks',
          release: '1',
          documents: [{ id: hashOf(operation), text: operation }],
        },
      },
    );
    done(trustedDocumentsRegister);
    const document = 'query($id: ID!) { company(by: {id: $id}) { name } }';
    const { json } = await post(
      graph.url,
      { query: operation, variables: { input: { ...hooks.input(), document } } },
      { authorization: `Bearer ${done(apiKeyIssue).token!}` },
    );
    expect(json.data?.webhookEndpointCreate).toMatchObject({
      webhookEndpoint: null,
      userErrors: [{ code: 'DOCUMENT_NOT_TRUSTED', path: ['input', 'document'] }],
    });
  });

  it('is nothing when he may not read the noun at all', async () => {
    const blind = await graph.as(may);
    const { id, end } = await endpoint({}, blind);
    await rename();
    const [one] = await hooks.history(id, ([first]) => first?.settledAt != null);
    expect(one).toMatchObject({ status: 'SKIPPED', reason: 'FORBIDDEN' });
    expect(hooks.receiver.received).toEqual([]);
    await end();
  });

  it('becomes what the one may who changes it last', async () => {
    const blind = await graph.as(may);
    const { id, end } = await endpoint();
    const { webhookEndpointChange } = await blind.client.request(WebhookEndpointChangeDocument, {
      input: { id, name: 'Taken over' },
    });
    done(webhookEndpointChange);
    await rename();
    const [one] = await hooks.history(id, ([first]) => first?.settledAt != null);
    expect(one).toMatchObject({ reason: 'FORBIDDEN' });
    await end();
  });

  it('shows endpoints and deliveries of wider owners to nobody who is limited', async () => {
    const limited = await graph.as([...may, 'platform.company.read'], [companyId]);
    const { id, end } = await endpoint();
    await rename();
    await hooks.history(id, ([one]) => one?.status === 'DELIVERED');
    const seen = await limited.ask(`{ webhookEndpoints { nodes { id } }
      webhookDeliveries { nodes { endpoint { id } } }
      webhookAttempts { nodes { delivery { endpoint { id } } } } }`);
    expect(seen.errors).toBeUndefined();
    expect(JSON.stringify(seen.data)).not.toContain(id);
    const changed = await limited.client.request(WebhookEndpointChangeDocument, {
      input: { id, name: 'Mine' },
    });
    expect(changed.webhookEndpointChange!.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    await end();
  });

  it('never shows a secret: not in the graph, the log, the audit or a replayed outcome', async () => {
    const input = hooks.input();
    const ask = () =>
      graph.client.request(
        WebhookEndpointCreateDocument,
        { input },
        { idempotencyKey: 'webhook-secret' },
      );
    const { secret, webhookEndpoint } = (await ask()).webhookEndpointCreate!;
    expect(secret).toMatch(/^whsec_/);
    expect((await ask()).webhookEndpointCreate).toMatchObject({ secret: null });
    const bare = secret!.slice('whsec_'.length);
    const { rows } = await graph.database.query({
      text: `select to_jsonb(e)::text from "Event" e union all select to_jsonb(a)::text from "AuditEntry" a
        union all select to_jsonb(k)::text from "IdempotencyKey" k
        union all select to_jsonb(w)::text from "WebhookEndpoint" w`,
      values: [],
    });
    expect(JSON.stringify(rows)).not.toContain(bare);
    const types = await graph.ask('{ __schema { types { name } } }');
    expect(JSON.stringify(types.data)).not.toContain('"WebhookSecret"');
    await graph.client.request(WebhookEndpointArchiveDocument, {
      input: { id: webhookEndpoint!.id },
    });
  });
});

describe('setting up an endpoint', () => {
  it.each([
    [{ url: 'ftp://example.com/x' }, 'URL_MALFORMED', 'url'],
    [{ url: 'https://user:pass@example.com/' }, 'URL_MALFORMED', 'url'],
    [{ url: `https://example.com/${'x'.repeat(2_000)}` }, 'URL_MALFORMED', 'url'],
    [{ noun: 'NoSuchNoun' }, 'NOUN_UNKNOWN', 'noun'],
    [{ factTypes: ['sales.salesOrderConfirmed'] }, 'FACT_TYPE_UNKNOWN', 'factTypes'],
    [{ changedFields: ['a b'] }, 'FIELD_MALFORMED', 'changedFields'],
    [{ document: 'query($id: ID!) { nonsense }' }, 'DOCUMENT_INVALID', 'document'],
    [{ document: '{ companies { totalCount } }' }, 'DOCUMENT_INVALID', 'document'],
    [
      {
        document: 'mutation($id: ID!) { companyChange(input: {id: $id}) { userErrors { code } } }',
      },
      'DOCUMENT_INVALID',
      'document',
    ],
    [
      { document: 'query($id: ID!, $x: Int) { node(id: $id) { id } }' },
      'DOCUMENT_INVALID',
      'document',
    ],
    [{ where: '{nonsense: {eq: 1}}' }, 'WHERE_INVALID', 'where'],
    [
      { where: '{code: {eq: "A"}}]}) { nodes { id } } x: companies(where: {and: [{}' },
      'WHERE_INVALID',
      'where',
    ],
    [{ where: '"text"' }, 'WHERE_INVALID', 'where'],
    [{ where: '['.repeat(400) }, 'WHERE_INVALID', 'where'],
  ])('refuses %j', async (extra, code, field) => {
    expect(await hooks.refusal(extra)).toMatchObject({ code, path: ['input', field] });
  });

  it('asks for the right to do so', async () => {
    const stranger = await graph.as(['platform.company.read']);
    const text = `mutation { webhookEndpointCreate(input: {name: "x", url: "https://example.com",
      noun: "Company"}) { userErrors { code } } }`;
    expect((await stranger.ask(text)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('leaves nothing when it is only tried', async () => {
    const before = (await graph.ask('{ webhookEndpoints { totalCount } }')).data;
    const { webhookEndpointCreate } = await graph.client.request(WebhookEndpointCreateDocument, {
      input: { ...hooks.input(), validateOnly: true },
    });
    expect(webhookEndpointCreate!.userErrors).toEqual([]);
    expect((await graph.ask('{ webhookEndpoints { totalCount } }')).data).toEqual(before);
  });

  it('is refused under a stale version, and changes nothing once archived', async () => {
    const { id, end } = await endpoint();
    const stale = await graph.client.request(WebhookEndpointChangeDocument, {
      input: { id, expectedVersion: 7, name: 'x' },
    });
    expect(stale.webhookEndpointChange!.userErrors).toMatchObject([{ code: 'STALE_VERSION' }]);
    await end();
    const late = await graph.client.request(WebhookEndpointChangeDocument, {
      input: { id, name: 'x' },
    });
    expect(late.webhookEndpointChange!.userErrors).toMatchObject([{ code: 'ENDPOINT_ARCHIVED' }]);
  });
});
