import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createClient, done } from '../../clients/typescript/client.js';
import {
  ApiKeyIssueDocument,
  CostEstimateDocument,
  DocumentManifestsDocument,
  TrustedDocumentsRegisterDocument,
  TrustedDocumentsWithdrawDocument,
} from '../../clients/typescript/generated/graphql.js';
import { codesOf, openGraph, type TestGraph } from '../support/graph.js';

const manifest = JSON.parse(
  readFileSync('clients/typescript/generated/persisted-documents.json', 'utf8'),
) as Record<string, string>;
const documents = Object.entries(manifest).map(([id, text]) => ({ id, text }));

let graph: TestGraph;
let locked: string;
beforeAll(async () => {
  graph = await openGraph();
  const me = await graph.ask('{ actors(where: {kind: {eq: PERSON}}) { nodes { id } } }');
  const { nodes } = me.data!.actors as { nodes: { id: string }[] };
  const { apiKeyIssue } = await graph.client.request(ApiKeyIssueDocument, {
    input: { actorId: nodes[0]!.id, name: 'App', app: 'our-client' },
  });
  locked = done(apiKeyIssue).token!;
});
afterAll(() => graph.close());

const register = (app: string, release: string, given = documents) =>
  graph.client.request(TrustedDocumentsRegisterDocument, {
    input: { app, release, documents: given },
  });

describe('the manifest that the code generator writes', () => {
  it('is registered, and again without any change', async () => {
    const first = done((await register('our-client', '1.0')).trustedDocumentsRegister);
    expect(first.documentManifest).toMatchObject({ version: 1, documentCount: documents.length });
    const again = done((await register('our-client', '1.0')).trustedDocumentsRegister);
    expect(again.documentManifest).toEqual(first.documentManifest);
  });

  it('is registered in parts as well', async () => {
    await register('in-parts', '1.0', documents.slice(0, 2));
    const { trustedDocumentsRegister } = await register('in-parts', '1.0', documents.slice(1, 4));
    expect(trustedDocumentsRegister?.documentManifest).toMatchObject({
      version: 2,
      documentCount: 4,
    });
    const { documentManifests } = await graph.client.request(DocumentManifestsDocument, {
      where: { app: { eq: 'in-parts' } },
    });
    expect(documentManifests?.nodes).toHaveLength(1);
  });

  it('is refused where an id is not that of its text', async () => {
    const wrong = [{ id: documents[0]!.id, text: documents[1]!.text }];
    const { trustedDocumentsRegister } = await register('wrong', '1.0', wrong);
    expect(trustedDocumentsRegister?.userErrors).toMatchObject([
      { code: 'DOCUMENT_ID_MISMATCH', path: ['input', 'documents', '0', 'id'] },
    ]);
  });

  it('is registered only by who may', async () => {
    const clerk = await graph.as([]);
    const text = TrustedDocumentsRegisterDocument.toString();
    const answer = await clerk.ask(text, { input: { app: 'a', release: '1', documents: [] } });
    expect(codesOf(answer)).toEqual(['FORBIDDEN']);
  });
});

describe('a key that is locked to its app', () => {
  const variables = { document: '{ node(id: "x") { id } }' };

  it('asks by their ids what its app has registered', async () => {
    const client = createClient({ url: graph.url, token: locked, sendsIds: true });
    const { costEstimate } = await client.request(CostEstimateDocument, variables);
    expect(costEstimate!.cost).toBe(1);
    await client.close();
  });

  it('asks nothing else, not even the schema', async () => {
    for (const query of ['{ __typename }', '{ __schema { types { name } } }']) {
      const headers = { authorization: `Bearer ${locked}` };
      expect(codesOf(await graph.ask(query, {}, headers))).toEqual(['DOCUMENT_NOT_TRUSTED']);
    }
  });

  it('asks nothing any more when the release is withdrawn', async () => {
    const { documentManifests } = await graph.client.request(DocumentManifestsDocument, {
      where: { app: { eq: 'our-client' } },
    });
    const { id, version } = documentManifests!.nodes[0]!;
    const withdraw = (expectedVersion: number) =>
      graph.client.request(TrustedDocumentsWithdrawDocument, { input: { id, expectedVersion } });
    const stale = await withdraw(version + 1);
    expect(stale.trustedDocumentsWithdraw?.userErrors[0]?.code).toBe('STALE_VERSION');
    done((await withdraw(version)).trustedDocumentsWithdraw);
    const again = await withdraw(version + 1);
    expect(again.trustedDocumentsWithdraw?.userErrors[0]?.code).toBe('MANIFEST_WITHDRAWN');
    const client = createClient({ url: graph.url, token: locked, sendsIds: true });
    await vi.waitFor(
      () => expect(client.request(CostEstimateDocument, variables)).rejects.toThrow(),
      { timeout: 10_000 },
    );
    await client.close();
    const refused = await register('our-client', '1.0');
    expect(refused.trustedDocumentsRegister?.userErrors[0]?.code).toBe('MANIFEST_WITHDRAWN');
  });
});
