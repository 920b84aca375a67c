import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  decisionsIn,
  head,
  lineOf,
  type Suggestion,
} from '../../clients/importers/duplicates/table.js';
import { suggestions } from '../../clients/importers/duplicates/report.js';
import { runDecisions } from '../../clients/importers/duplicates/run.js';
import { done } from '../../clients/typescript/client.js';
import {
  CustomerMergeDocument,
  SupplierMergeDocument,
  SupplierUpsertDocument,
} from '../../clients/typescript/generated/graphql.js';
import { codesOf, executions, openGraph, type TestGraph } from '../support/graph.js';
import { customer, item } from '../support/graph-shop.js';

async function all(graph: TestGraph, noun: Suggestion['noun']): Promise<Suggestion[]> {
  const found: Suggestion[] = [];
  for await (const page of suggestions(graph.client, noun, '0.6')) found.push(...page.suggestions);
  return found;
}

describe.each(executions)('duplicates, %s', (execution) => {
  let graph: TestGraph;
  beforeAll(async () => {
    graph = await openGraph(execution);
  });
  afterAll(() => graph.close());

  const key = () => ({ idempotencyKey: randomUUID() });

  it('are listed, decided in a file, and merged or dismissed once', async () => {
    await customer(graph.client, { code: 'A-1', name: '=Wheel House' });
    await customer(graph.client, { code: 'A-2', name: 'Wheel House Ltd' });
    await customer(graph.client, { code: 'A-3', name: 'WHEEL, house' });
    await customer(graph.client, { code: 'B-1', name: 'Northwind' });
    await customer(graph.client, { code: 'B-2', name: 'Northwind Inc.' });
    const found = await all(graph, 'customer');
    expect(found.map(({ survivor, duplicate }) => `${survivor.code} ${duplicate.code}`)).toEqual([
      ...['A-1 A-2', 'A-1 A-3', 'A-2 A-3', 'B-1 B-2'],
    ]);
    const text = head + found.map(lineOf).join('');
    expect(text).toContain("'=Wheel House");
    const into = (line: string, value: string) =>
      line.replace(',,Customer:', `,${value},Customer:`);
    const filled = text
      .split('\n')
      .map((line) => into(line, line.includes('B-1') ? 'no' : line.includes('A-1') ? 'A-1' : 'A-2'))
      .join('\n');
    const decisions = decisionsIn(filled);
    const counts = async () => {
      const { merged, dismissed, already, refused } = await runDecisions(graph.client, decisions);
      return { merged, dismissed, already, refused };
    };
    expect(await counts()).toEqual({ merged: 2, dismissed: 1, already: 1, refused: [] });
    expect(await counts()).toEqual({ merged: 0, dismissed: 1, already: 3, refused: [] });
    expect(await all(graph, 'customer')).toEqual([]);
    const { data } = await graph.ask(`{
      code: customer(by: { code: "A-3" }) { code merged { nodes { code } } }
      list: customers(where: { mergedInto: { code: { eq: "A-1" } } }) { totalCount }
      duplicateDismissals { nodes { noun first { id } second { id } } }
    }`);
    expect(data).toMatchObject({
      code: { code: 'A-1', merged: { nodes: [{ code: 'A-2' }, { code: 'A-3' }] } },
      list: { totalCount: 2 },
      duplicateDismissals: { nodes: [{ noun: 'Customer', first: { id: expect.any(String) } }] },
    });
  });

  it('are merged only under a key, and a replay merges nothing', async () => {
    const survivorId = await customer(graph.client, { name: 'Kept' });
    const mergedId = await customer(graph.client, { name: 'Other' });
    const input = { survivorId, mergedId };
    const without = await graph.client.request(CustomerMergeDocument, { input });
    expect(without.merge?.userErrors[0]?.code).toBe('IDEMPOTENCY_KEY_REQUIRED');
    const once = key();
    const first = await graph.client.request(CustomerMergeDocument, { input }, once);
    expect(done(first.merge).merged?.version).toBe(2);
    expect(await graph.client.request(CustomerMergeDocument, { input }, once)).toEqual(first);
    const again = await graph.client.request(CustomerMergeDocument, { input }, key());
    expect(again.merge?.userErrors[0]).toMatchObject({
      ...{ __typename: 'AlreadyMerged', path: ['input', 'mergedId'] },
    });
  });

  it('of suppliers lead to the survivor; another noun is not found', async () => {
    const supplier = async (code: string) => {
      const input = {
        code,
        name: code,
        currency: 'USD',
        externalRefs: [{ system: 's', key: code }],
      };
      const { supplierUpsert } = await graph.client.request(SupplierUpsertDocument, { input });
      return done(supplierUpsert).supplier!.id;
    };
    const [survivorId, mergedId] = [await supplier('ALPINE'), await supplier('ALPS')];
    const merge = (input: { survivorId: string; mergedId: string }) =>
      graph.client.request(SupplierMergeDocument, { input }, key());
    const other = await item(graph.client, `I-${execution}`);
    const across = await merge({ survivorId, mergedId: other });
    expect(across.merge?.userErrors[0]).toMatchObject({
      ...{ code: 'NOT_FOUND', path: ['input', 'mergedId'] },
    });
    expect(done((await merge({ survivorId, mergedId })).merge).survivor?.version).toBe(2);
    const { data } = await graph.ask(`{
      ref: supplier(by: { externalRef: { system: "s", key: "ALPS" } }) { code }
      code: supplier(by: { code: "ALPS" }) { code externalRefs { key } }
    }`);
    expect(data).toEqual({
      ref: { code: 'ALPINE' },
      code: { code: 'ALPINE', externalRefs: [{ key: 'ALPINE' }, { key: 'ALPS' }] },
    });
  });

  it('are for those who may see them', async () => {
    const stranger = await graph.as(['crm.customer.read']);
    expect(codesOf(await stranger.ask('{ customerDuplicates { totalCount } }'))).toEqual([
      'FORBIDDEN',
    ]);
    const page = '{ customerDuplicates(first: 251) { totalCount } }';
    expect(codesOf(await graph.ask(page))).toEqual(['PAGE_SIZE']);
    const cursor = '{ customerDuplicates(after: "x") { totalCount } }';
    expect(codesOf(await graph.ask(cursor))).toEqual(['CURSOR_INVALID']);
  });
});
