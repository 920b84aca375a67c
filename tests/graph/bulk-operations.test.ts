import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { done } from '../../clients/typescript/client.js';
import {
  BulkMutationRunDocument,
  BulkOperationCancelDocument,
  BulkOperationProgressDocument,
  BulkQueryRunDocument,
  type BulkQueryRunInput,
} from '../../clients/typescript/generated/graphql.js';
import { codesOf, openGraph, type Caller, type TestGraph } from '../support/graph.js';

let graph: TestGraph;
const CUSTOMERS = 620;

beforeAll(async () => {
  graph = await openGraph();
  await graph.database.query({
    text: `insert into "Customer"
        ("id", "code", "name", "kind", "currency", "createdAt", "createdById", "updatedAt")
      select gen_random_uuid(), 'B' || lpad(n::text, 5, '0'),
        case when n = 7 then '=HYPERLINK("x")' else 'Customer ' || n end,
        'ORGANISATION', 'EUR', now(), (select "id" from "Actor" limit 1), now()
      from generate_series(1, ${CUSTOMERS}) n`,
    values: [],
  });
});

afterAll(() => graph.close());

const RESULT_NEEDS_LESS_THAN_MS = 60_000;

/** Waits until it has ended and answers it. */
async function ended(id: string, { client }: Caller = graph) {
  const deadline = Date.now() + RESULT_NEEDS_LESS_THAN_MS;
  for (;;) {
    const { bulkOperation } = await client.request(BulkOperationProgressDocument, { id });
    if (bulkOperation?.status === 'DONE' || bulkOperation?.status === 'FAILED')
      return bulkOperation;
    if (Date.now() > deadline) throw new Error(`It is still ${bulkOperation?.status}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function run(input: BulkQueryRunInput, caller: Caller = graph) {
  const { bulkQueryRun } = await caller.client.request(BulkQueryRunDocument, { input });
  return ended(done(bulkQueryRun).bulkOperation!.id, caller);
}

function fetched(path: string, headers: Record<string, string> = {}, caller: Caller = graph) {
  const url = new URL(path, graph.url);
  return fetch(url, { headers: { authorization: `Bearer ${caller.token}`, ...headers } });
}

async function uploaded(text: string, caller: Caller = graph, query = ''): Promise<Response> {
  const headers = { authorization: `Bearer ${caller.token}` };
  return fetch(new URL(`/bulk/uploads${query}`, graph.url), {
    method: 'POST',
    body: text,
    headers,
  });
}

const uploadId = async (text: string) =>
  ((await (await uploaded(text)).json()) as { uploadId: string }).uploadId;

const ALL = `query($like: String) {
  customers(where: {code: {startsWith: $like}}, orderBy: [{code: {direction: ASC}}]) {
    nodes { code name }
  }
}`;

describe('a bulk query', () => {
  it('writes every row of a list once and in its order, over all its pages', async () => {
    const { status, rowCount, resultPath, byteCount } = await run({
      query: ALL,
      variables: '{"like": "B"}',
    });
    expect({ status, rowCount }).toEqual({ status: 'DONE', rowCount: CUSTOMERS });
    const response = await fetched(resultPath!);
    expect(response.headers.get('content-type')).toBe('application/jsonl; charset=utf-8');
    const text = await response.text();
    expect(String(Buffer.byteLength(text))).toBe(byteCount);
    const rows = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { code: string });
    const codes = Array.from({ length: CUSTOMERS }, (_, n) => `B${String(n + 1).padStart(5, '0')}`);
    expect(rows.map(({ code }) => code)).toEqual(codes);
    expect(Object.keys(rows[0]!)).toEqual(['code', 'name']);
  });

  it('goes on with a download where it was cut off', async () => {
    const { resultPath } = await run({ query: ALL, variables: '{"like": "B"}' });
    const whole = Buffer.from(await (await fetched(resultPath!)).arrayBuffer());
    const first = await fetched(resultPath!, { range: 'bytes=0-999' });
    expect(first.status).toBe(206);
    const tag = first.headers.get('etag')!;
    const rest = await fetched(resultPath!, { range: 'bytes=1000-', 'if-range': tag });
    expect(rest.headers.get('content-range')).toBe(
      `bytes 1000-${whole.length - 1}/${whole.length}`,
    );
    const parts = [first, rest].map(async (one) => Buffer.from(await one.arrayBuffer()));
    expect(Buffer.concat(await Promise.all(parts)).equals(whole)).toBe(true);
    expect((await fetched(resultPath!, { range: `bytes=${whole.length}-` })).status).toBe(416);
    const other = await fetched(resultPath!, { range: 'bytes=1-', 'if-range': '"another"' });
    expect(other.status).toBe(200);
  });

  it('writes CSV with names of columns, in which no cell is a formula', async () => {
    const { resultPath } = await run({ query: ALL, variables: '{"like": "B0000"}', format: 'CSV' });
    const lines = (await (await fetched(resultPath!)).text()).split('\r\n');
    expect(lines[0]).toBe('code,name');
    expect(lines[7]).toBe('B00007,"\'=HYPERLINK(""x"")"');
    expect(lines).toHaveLength(9 + 2);
  });

  it('writes nested lists that are whole, and fails for one that is not', async () => {
    const nested = (first: number) => `{ customers(where: {code: {eq: "B00001"}}) {
      nodes { code contacts(first: ${first}) { nodes { lastName } } } } }`;
    const whole = await run({ query: nested(5) });
    const text = await (await fetched(whole.resultPath!)).text();
    expect(JSON.parse(text)).toEqual({ code: 'B00001', contacts: { nodes: [] } });
    await graph.database.query({
      text: `insert into "Contact" ("id", "customerId", "lastName", "createdAt")
        select gen_random_uuid(), c."id", 'Contact ' || n, now()
        from "Customer" c, generate_series(1, 3) n where c."code" = 'B00001'`,
      values: [],
    });
    const { status, errorCode, resultPath } = await run({ query: nested(2) });
    expect({ status, errorCode, resultPath }).toEqual({
      status: 'FAILED',
      errorCode: 'BULK_LIST_INCOMPLETE',
      resultPath: null,
    });
  });

  it.each<[string, BulkQueryRunInput, string, string[]]>([
    ['no document', { query: '{' }, 'DOCUMENT_INVALID', ['input', 'query']],
    ['an unknown field', { query: '{ x }' }, 'DOCUMENT_INVALID', ['input', 'query']],
    [
      'two lists',
      { query: '{ customers { nodes { id } } items { nodes { id } } }' },
      'DOCUMENT_INVALID',
      ['input', 'query'],
    ],
    [
      'a page',
      { query: '{ customers(first: 5) { nodes { id } } }' },
      'DOCUMENT_INVALID',
      ['input', 'query'],
    ],
    ['a mutation', { query: 'mutation { __typename }' }, 'DOCUMENT_INVALID', ['input', 'query']],
    [
      'lists in CSV',
      { query: '{ customers { nodes { contacts { nodes { lastName } } } } }', format: 'CSV' },
      'CSV_NEEDS_FLAT_ROWS',
      ['input', 'format'],
    ],
    [
      'variables that are a list',
      { query: '{ customers { nodes { id } } }', variables: '[]' },
      'VARIABLES_INVALID',
      ['input', 'variables'],
    ],
  ])('is refused for %s', async (_what, input, code, path) => {
    const { bulkQueryRun } = await graph.client.request(BulkQueryRunDocument, { input });
    expect(bulkQueryRun?.bulkOperation).toBeNull();
    expect(bulkQueryRun?.userErrors).toMatchObject([{ code, path }]);
  });

  it('is read by nobody but who asked for it, and not without a key', async () => {
    const { id, resultPath } = await run({ query: ALL, variables: '{"like": "B00"}' });
    const other = await graph.as(['bulk.operation.read', 'bulk.operation.cancel']);
    expect((await fetched(resultPath!, {}, other)).status).toBe(404);
    const found = await other.client.request(BulkOperationProgressDocument, { id });
    expect(found.bulkOperation).toBeNull();
    const { bulkOperationCancel } = await other.client.request(BulkOperationCancelDocument, {
      input: { id },
    });
    expect(bulkOperationCancel?.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect((await fetch(new URL(resultPath!, graph.url))).status).toBe(401);
    const nobody = await graph.as(['crm.customer.read']);
    expect((await fetched(resultPath!, {}, nobody)).status).toBe(403);
  });

  it('reads no more than who asked for it may see', async () => {
    const limited = await graph.as(['bulk.operation.read', 'bulk.operation.run']);
    const { status, errorCode } = await run({ query: ALL }, limited);
    expect({ status, errorCode }).toEqual({ status: 'FAILED', errorCode: 'FORBIDDEN' });
    expect(
      codesOf(await (await graph.as(['crm.customer.read'])).ask(BULK, { input: { query: ALL } })),
    ).toEqual(['FORBIDDEN']);
  });
});

const BULK = `mutation($input: BulkQueryRunInput!) {
  bulkQueryRun(input: $input) { userErrors { code } } }`;

const CREATE = `mutation Create($input: RoleCreateInput!) {
  roleCreate(input: $input) { role { code } userErrors { code path } } }`;

const line = (code: string) =>
  JSON.stringify({ input: { code, name: 'From a line', permissions: ['crm.customer.read'] } });

async function runLines(lines: string) {
  const { bulkMutationRun } = await graph.client.request(BulkMutationRunDocument, {
    input: { mutation: CREATE, uploadId: await uploadId(lines) },
  });
  return ended(done(bulkMutationRun).bulkOperation!.id);
}

describe('a bulk mutation', () => {
  it('does each line, and tells of each how it ended', async () => {
    const lines = [line('L1'), line('L2'), 'not json', line('L1'), '', line('L3')].join('\n');
    const { status, rowCount, refusedCount, resultPath } = await runLines(lines);
    expect({ status, rowCount, refusedCount }).toEqual({
      status: 'DONE',
      rowCount: 6,
      refusedCount: 2,
    });
    const told = (await (await fetched(resultPath!)).text()).trimEnd().split('\n');
    const results = told.map((one) => JSON.parse(one) as object);
    expect(results).toMatchObject([
      { line: 1, data: { roleCreate: { role: { code: 'L1' }, userErrors: [] } } },
      { line: 2, data: { roleCreate: { role: { code: 'L2' } } } },
      { line: 3, errors: [{ extensions: { code: 'LINE_INVALID' } }] },
      { line: 4, data: { roleCreate: { role: null, userErrors: [{}] } } },
      { line: 6, data: { roleCreate: { role: { code: 'L3' } } } },
    ]);
  });

  it('does a line once, also when the process died before it could tell', async () => {
    const { id } = await runLines([line('KEPT1'), line('KEPT2')].join('\n'));
    const text = `update "BulkOperation" set "status" = 'RUNNING', "rowCount" = 1, "byteCount" = 0,
      "version" = "version" + 1, "leaseUntil" = now() - interval '1 second' where "id" = $1`;
    const raw = id.split(':')[1]!;
    await graph.database.query({
      text: 'delete from "BulkPart" where "ownerId" = $1',
      values: [raw],
    });
    await graph.database.query({ text, values: [raw] });
    // Another operation wakes the runner, which finds what was left behind first.
    await runLines(line('KEPT3'));
    const { status, rowCount, refusedCount, resultPath } = await ended(id);
    expect({ status, rowCount, refusedCount }).toEqual({
      status: 'DONE',
      rowCount: 2,
      refusedCount: 0,
    });
    expect(await (await fetched(resultPath!)).text()).toContain('"code":"KEPT2"');
    const counted = await graph.ask('{ roles(where: {code: {eq: "KEPT2"}}) { totalCount } }');
    expect(counted.data).toEqual({ roles: { totalCount: 1 } });
  });

  it('takes an upload in pieces, and refuses one that is not its end', async () => {
    const first = (await (await uploaded(`${line('P1')}\n{"input`)).json()) as Sent;
    const { uploadId: id, byteCount } = first;
    const wrong = await uploaded('x', graph, `?id=${id}&offset=1`);
    expect(wrong.status).toBe(409);
    await uploaded(line('P2').slice('{"input'.length), graph, `?id=${id}&offset=${byteCount}`);
    const { bulkMutationRun } = await graph.client.request(BulkMutationRunDocument, {
      input: { mutation: CREATE, uploadId: id },
    });
    const { rowCount, refusedCount } = await ended(done(bulkMutationRun).bulkOperation!.id);
    expect({ rowCount, refusedCount }).toEqual({ rowCount: 2, refusedCount: 0 });
  });

  it('is refused without lines of its own, and for what is no mutation with userErrors', async () => {
    const other = await graph.as(['bulk.operation.run']);
    const foreign = (await (await uploaded(line('X'), other)).json()) as Sent;
    const asked = async (mutation: string, id: string) =>
      (
        await graph.client.request(BulkMutationRunDocument, { input: { mutation, uploadId: id } })
      ).bulkMutationRun?.userErrors.map(({ code }) => code);
    expect(await asked(CREATE, foreign.uploadId)).toEqual(['NOT_FOUND']);
    expect(await asked(CREATE, 'x')).toEqual(['NOT_FOUND']);
    expect(await asked(CREATE, await uploadId(''))).toEqual(['UPLOAD_EMPTY']);
    const blind = CREATE.replace('userErrors { code path }', '');
    expect(await asked(blind, await uploadId(line('Y')))).toEqual(['DOCUMENT_INVALID']);
    expect(await asked('{ __typename }', await uploadId(line('Y')))).toEqual(['DOCUMENT_INVALID']);
    const atomic = CREATE.replace(') {', ') @atomic {');
    expect(atomic).toContain('@atomic');
    expect(await asked(atomic, await uploadId(line('Y')))).toEqual(['DOCUMENT_INVALID']);
  });
});

interface Sent {
  readonly uploadId: string;
  readonly byteCount: number;
}
