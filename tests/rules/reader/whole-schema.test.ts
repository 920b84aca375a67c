import { describe, expect, it } from 'vitest';
import { getNamedType, isInputObjectType, type GraphQLInputObjectType } from 'graphql';
import { edgeToOne, joinsFrom } from '../../../prisma/reader/joins.js';
import { keysOf } from '../../../prisma/reader/aggregate/keys.js';
import { havingOf, measuresOf } from '../../../prisma/reader/aggregate/measures.js';
import { termsOf } from '../../../prisma/reader/order.js';
import { shapeOf } from '../../../prisma/reader/shape.js';
import { sqlDraft } from '../../../prisma/reader/sql.js';
import { compileWhere } from '../../../prisma/reader/where.js';
import type { ReaderActor } from '../../../prisma/reader/index.js';
import { allPermissions } from '../../../modules/permissions.js';
import { graph } from '../../../resolvers/graph.js';
import { allNouns, edgesToOne, type Noun } from '../../../schema/noun.js';

graph();
const nouns = allNouns();

const actorOf = (hidden: readonly string[] = []): ReaderActor => ({
  companies: 'ALL',
  permissions: new Set(allPermissions.filter((one) => !hidden.includes(one))),
});

type Input = Record<string, unknown>;

const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'ANSWERED';
  } catch (error) {
    return String((error as { extensions?: { code?: unknown } }).extensions?.code);
  }
};

const filtered = (noun: Noun, where: Input, actor: ReaderActor) => () =>
  compileWhere(noun, where, 't', actor, sqlDraft());

function grouped(noun: Noun, groupBy: Input, actor: ReaderActor) {
  return () => {
    const joins = joinsFrom({ noun, alias: 't' }, actor, sqlDraft());
    return keysOf([groupBy], { noun, actor, joins, zone: () => '$1' });
  };
}

const measured = (noun: Noun, field: string, actor: ReaderActor) => () =>
  havingOf(noun, { [field]: { min: {} } }, measuresOf(noun, 't', actor), sqlDraft(), String);

const fieldsOf = (name: string) => {
  const type = graph().getType(name);
  if (!isInputObjectType(type)) throw new Error(`${name} is no input`);
  return Object.values(type.getFields());
};

/** Paths of edges from a noun, to one or to many, as far as three steps. */
function paths(noun: Noun, depth = 3): { edges: string[]; isToOne: boolean; to: Noun }[] {
  if (depth === 0) return [];
  return Object.entries(noun.edges).flatMap(([name, edge]) => {
    const to = edge.to() as Noun | null;
    if (!to) return [];
    const isOne = edge.kind === 'one';
    // Whole levels of the schema in three steps are millions: each further one follows the first.
    const further = paths(to, depth - 1).slice(0, 3);
    return [
      { edges: [name], isToOne: isOne, to },
      ...further.map(({ edges, isToOne, to: last }) => ({
        ...{ edges: [name, ...edges], isToOne: isOne && isToOne, to: last },
      })),
    ];
  });
}

/** Paths that lead from a noun over another one back to it. */
const waysAround = (noun: Noun): string[][] =>
  Object.entries(noun.edges).flatMap(([name, { to }]) => {
    const back = Object.entries(to()?.edges ?? {}).find(([, edge]) => edge.to() === noun);
    return back ? [[name, back[0]]] : [];
  });

/** A filter along edges: `some` where an edge leads to many. */
function along(noun: Noun, edges: readonly string[], inner: Input): Input {
  const [name, ...rest] = edges;
  if (name === undefined) return inner;
  const { kind, to } = noun.edges[name]!;
  const below = along(to() as Noun, rest, inner);
  return { [name]: kind === 'many' ? { some: below } : below };
}

const nested = (edges: readonly string[], inner: Input): Input =>
  edges.reduceRight<Input>((below, edge) => ({ [edge]: below }), inner);

describe('the whole schema', () => {
  it('takes null for no operator of any filter, however deep', () => {
    let asked = 0;
    const taken = nouns.flatMap((noun) => {
      const around = waysAround(noun);
      return fieldsOf(`${noun.name}Where`).flatMap(({ name, type }) => {
        const input = getNamedType(type) as GraphQLInputObjectType;
        if (!input.name.endsWith('Filter')) return [];
        return Object.keys(input.getFields()).flatMap((operator) => {
          const where = { [name]: { [operator]: null } };
          const forms = [
            where,
            { not: { or: [{ and: [where] }] } },
            ...around.map((edges) => along(noun, edges, where)),
          ];
          asked += forms.length;
          return forms.filter((one) => codeOf(filtered(noun, one, actorOf())) !== 'FILTER_NULL');
        });
      });
    });
    expect(taken).toEqual([]);
    expect(asked).toBeGreaterThan(10_000);
  });

  it('lets nobody filter, order or group by rows that he may not read, along any edges', () => {
    let asked = 0;
    const answered = nouns.flatMap((noun) =>
      paths(noun).flatMap(({ edges, isToOne, to }) => {
        const last = edges.at(-1)!;
        if (to.permission === noun.permission) return [];
        const actor = actorOf([to.permission]);
        const tries: [string, () => unknown][] = [
          ['where', filtered(noun, along(noun, edges, {}), actor)],
          ['not', filtered(noun, { not: { or: [along(noun, edges, {})] } }, actor)],
        ];
        if (isToOne) {
          tries.push(
            ['orderBy', () => termsOf(noun, [nested(edges, { id: {} })], actor)],
            ['groupBy', grouped(noun, nested(edges, { id: 'VALUE' }), actor)],
          );
        }
        asked += tries.length;
        return tries
          .filter(([, work]) => codeOf(work) !== 'FORBIDDEN')
          .map(([how]) => `${noun.name} ${how} ${edges.join('.')} ${last}`);
      }),
    );
    expect(answered).toEqual([]);
    expect(asked).toBeGreaterThan(2_000);
  });

  it('lets nobody filter, order, group or measure by a column that he may not read', () => {
    const guarded = nouns.flatMap((noun) =>
      Object.entries(noun.declared)
        .filter(([, { permission }]) => permission !== undefined && permission !== noun.permission)
        .map(([field, column]) => ({ noun, field, column })),
    );
    expect(guarded.length).toBeGreaterThan(5);
    const answered = guarded.flatMap(({ noun, field, column }) => {
      const actor = actorOf([column.permission!]);
      const tries: [string, () => unknown][] = [
        ['where', filtered(noun, { [field]: {} }, actor)],
        ['orderBy', () => termsOf(noun, [{ [field]: {} }], actor)],
        ['groupBy', grouped(noun, { [field]: 'VALUE' }, actor)],
        ['having', measured(noun, field, actor)],
        ['sum', () => measuresOf(noun, 't', actor).want({ field, fn: 'sum', isCustom: false })],
      ];
      return tries
        .filter(([, work]) => codeOf(work) !== 'FORBIDDEN')
        .map(([how]) => `${noun.name}.${field} ${how}`);
    });
    expect(answered).toEqual([]);
  });

  it('joins a row of another company as none, along every edge to one', () => {
    const actor: ReaderActor = {
      ...actorOf(),
      companies: ['0190a000-0000-7000-8000-000000000001'],
    };
    const open = nouns.flatMap((noun) =>
      edgesToOne(noun).flatMap(([name, to]) => {
        const draft = sqlDraft();
        const joins = joinsFrom({ noun, alias: 't' }, actor, draft);
        joins.at([name]);
        const isOwned = to.companyColumn !== null || to.seenBy !== undefined;
        return isOwned && draft.values.length === 0 ? [`${noun.name}.${name}`] : [];
      }),
    );
    expect(open).toEqual([]);
    expect(
      edgeToOne(
        nouns.find(({ name }) => name === 'SalesOrder')!,
        'customer',
        actor,
      ).noun.name,
    ).toBe('Customer');
  });

  it('reads no column beside those that are selected', () => {
    const wrong = nouns.flatMap((noun) =>
      Object.entries(noun.columns).flatMap(([field, { column, beside }]) => {
        const selected = shapeOf(noun, new Set([field]), new Set()).select('t');
        const expected = [column, ...(beside ? [beside] : [])].map((one) => `t."${one}"`);
        return selected === expected.join(', ') ? [] : [`${noun.name}.${field}: ${selected}`];
      }),
    );
    expect(wrong).toEqual([]);
  });
});
