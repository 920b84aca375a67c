import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getNamedType, isInputObjectType, type GraphQLInputObjectType } from 'graphql';
import { SalesOrderCreateDocument } from '../../clients/typescript/generated/graphql.js';
import { graph as builtGraph } from '../../resolvers/graph.js';
import { executions, openGraph, type Caller, type TestGraph } from '../support/graph.js';
import { openShop } from '../support/graph-shop.js';
import { hostileCases, sampleInput } from '../support/hostile-input.js';
import type { GraphAnswer } from '../support/doors.js';

const mutations = Object.values(builtGraph().getMutationType()!.getFields()).map((field) => {
  const input = getNamedType(field.args[0]!.type);
  if (!isInputObjectType(input)) throw new Error(`${field.name} takes no input.`);
  return { name: field.name, input };
});

/** Nobody guards these: a refusal under a key is kept with it, and counters may have gaps. */
const UNGUARDED = ['IdempotencyKey', 'NumberCounter', '_prisma_migrations'];

/** How a mutation was refused: its codes, or none when it was done. */
function refusalsOf({ data, errors = [] }: GraphAnswer, name: string): string[] {
  const payload = data?.[name] as Payload | null | undefined;
  const within = payload?.results?.flatMap((result) => result.userErrors) ?? [];
  const refused = [...(payload?.userErrors ?? []), ...within].map(({ code }) => code);
  return [...errors.map(({ extensions }) => String(extensions.code)), ...refused];
}

interface Payload {
  readonly userErrors?: readonly { code: string }[];
  readonly results?: readonly { userErrors: readonly { code: string }[] }[];
}

describe.each(executions)('input that must be refused, %s', (execution) => {
  let graph: TestGraph;
  let stranger: Caller;
  const ids = new Map<string, string>();
  let names: string[];
  let known: Record<string, unknown>;
  const idOf = (noun: string) => ids.get(noun) ?? `${noun}:0190a000-0000-7000-8000-000000000002`;
  beforeAll(async () => {
    graph = await openGraph(execution);
    const { companyId, customerId, warehouseId, itemId } = await openShop(graph.client);
    const lines = [{ itemId, quantity: '1', unitPrice: '1' }];
    await graph.client.request(SalesOrderCreateDocument, {
      input: { companyId, customerId, warehouseId, lines },
    });
    stranger = await graph.as([]);
    const tables = await graph.database.query({
      text: `select t.table_name::text, exists (select from information_schema.columns c
          where c.table_schema = 'public' and c.table_name = t.table_name and column_name = 'id')
        from information_schema.tables t
        where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
      values: [],
    });
    names = (tables.rows as [string][])
      .map(([name]) => name)
      .filter((name) => !UNGUARDED.includes(name));
    for (const [table, hasId] of tables.rows as [string, boolean][]) {
      if (!hasId) continue;
      const found = await graph.database.query({
        text: `select id::text from "${table}" order by id limit 1`,
        values: [],
      });
      if (found.rows[0]) ids.set(table, `${table}:${String(found.rows[0][0])}`);
    }
    known = await counts();
  });
  afterAll(() => graph.close());

  /** The number of rows of every table; asked so often that the store keeps how it finds them. */
  async function counts(): Promise<Record<string, unknown>> {
    const each = names.map((name) => `(select count(*)::int from "${name}")`);
    const statement = { text: `select ${each.join(', ')}`, values: [], name: 'counts' };
    const { rows } = await graph.database.query(statement);
    return Object.fromEntries(names.map((name, place) => [name, rows[0]![place]]));
  }

  /** What the last test left is what this one found, so that each counts once. */
  async function expectNothingWritten(): Promise<void> {
    const before = known;
    known = await counts();
    expect(known).toEqual(before);
  }

  let sent = 0;
  const send = (caller: Caller, name: string, type: GraphQLInputObjectType, input: object) => {
    const isBulk = 'rows' in type.getFields();
    const selection = `userErrors { code } ${isBulk ? 'results { userErrors { code } }' : ''}`;
    return caller.ask(
      `mutation ($input: ${type.name}!) { ${name}(input: $input) { ${selection} } }`,
      { input },
      { 'idempotency-key': `${execution}-${++sent}` },
    );
  };

  it.each(mutations)('is refused by $name, and nothing is written', async ({ name, input }) => {
    const taken: string[] = [];
    for (const { why, input: value } of hostileCases(input, idOf)) {
      const refusals = refusalsOf(await send(graph, name, input, value), name);
      if (refusals.length === 0) taken.push(why);
      if (refusals.includes('INTERNAL_SERVER_ERROR')) taken.push(`${why} (broke)`);
    }
    await expectNothingWritten();
    expect(taken).toEqual([]);
  });

  it.each(mutations)('is refused by $name to whoever lacks the right', async ({ name, input }) => {
    const answer = await send(stranger, name, input, sampleInput(input, idOf));
    await expectNothingWritten();
    expect(refusalsOf(answer, name)).toEqual(['FORBIDDEN']);
  });
});
