import type { GraphQLResolveInfo } from 'graphql';
import type { ConnectionValue, ReadRow } from '../prisma/reader/index.js';
import { builder } from './builder.js';
import type { ColumnDeclaration } from './columns.js';
import { customField } from './custom-fields/base.js';
import { filterOf, Order } from './filters.js';
import { addAggregate, implementGroups } from './groups.js';
import { implementInput } from './inputs.js';
import { allNouns, edgesToOne, isOfDay, Node, type Noun } from './noun.js';
import { PageInfo, listArgs } from './paging.js';
import { Money, Quantity } from './values.js';

/** Makes the graph's types of every declared noun. Called once, when all are declared. */
export function implementNouns(): void {
  Node.implement({
    description: 'Anything that has a global id.',
    resolveType: (row) => row.$noun,
    fields: (t) => ({
      id: t.field({
        type: 'ID',
        nullable: false,
        description: 'Its global id: opaque, and the same for ever.',
        extensions: { isColumn: true },
        resolve: (row) => row.id as string,
      }),
    }),
  });
  for (const noun of allNouns()) {
    implementType(noun);
    implementConnection(noun);
    implementWhere(noun);
    implementOrder(noun);
    implementGroups(noun);
  }
}

/** The reader put the value of an edge or a worked-out field on the row, under the response key. */
export function slot(row: ReadRow, _args: unknown, _context: unknown, info: GraphQLResolveInfo) {
  const value = row.$e[info.path.key];
  if (value instanceof Error) throw value;
  return value;
}

const columnTypes = {
  id: 'ID',
  text: 'String',
  integer: 'Int',
  decimal: 'Decimal',
  boolean: 'Boolean',
  date: 'Date',
  instant: 'DateTime',
  money: Money,
  quantity: Quantity,
  texts: ['String'],
} as const;

const typeOf = (column: ColumnDeclaration) =>
  column.kind === 'choice' ? column.choice! : columnTypes[column.kind];

function implementType(noun: Noun): void {
  builder.objectType(noun.ref, {
    description: noun.description,
    interfaces: isOfDay(noun) ? [] : [Node],
    extensions: { permission: noun.permission },
    fields: (t) => {
      // Types of declared columns are known only when they are declared: the builder takes them as
      // data.
      const field = t.field.bind(t) as unknown as (options: object) => ReturnType<typeof t.boolean>;
      const columns = Object.entries(noun.declared).map(([name, column]) => [
        name,
        field({
          type: typeOf(column),
          nullable: column.isNullable || column.permission !== undefined,
          description: column.description,
          extensions: { isColumn: true, permission: column.permission },
          resolve: (row: ReadRow) => row[name],
        }),
      ]);
      const edges = Object.entries(noun.edges).map(([name, edge]) => {
        const to = edge.to() as Noun | null;
        const isMany = edge.kind === 'many';
        return [
          name,
          field({
            type: to === null ? Node : isMany ? to.connection : to.ref,
            nullable: true,
            description: edge.description,
            args: isMany && to ? listArgs(to) : {},
            extensions: { planned: true, permission: edge.permission },
            resolve: slot,
          }),
        ];
      });
      const computed = Object.entries(noun.computed).map(([name, one]) => [
        name,
        field({
          type: one.type,
          nullable: true,
          description: one.description,
          args: one.args ? builder.args(one.args as never) : {},
          extensions: { planned: true, permission: one.permission, perActor: one.perActor },
          resolve: slot,
        }),
      ]);
      const hasFields = noun.isExtensible === true || noun.fieldsOf !== undefined;
      const custom = hasFields ? [['customFields', field(customField(noun))]] : [];
      return Object.fromEntries([...columns, ...edges, ...computed, ...custom]) as Record<
        string,
        ReturnType<typeof t.boolean>
      >;
    },
  });
}

/** Every row that the filter lets through is looked at. */
const COUNT_COST = 10;

function implementConnection(noun: Noun): void {
  addAggregate(noun);
  const edgeRef = builder.objectRef<{ cursor: string; node: ReadRow }>(`${noun.name}Edge`);
  edgeRef.implement({
    description: `A ${noun.name} in a list, with its cursor.`,
    extensions: { permission: noun.permission },
    fields: (t) => ({
      cursor: t.exposeString('cursor', {
        nullable: false,
        description: 'Where it stands in this list.',
      }),
      node: t.field({
        type: noun.ref,
        nullable: false,
        description: 'The row itself.',
        extensions: { isColumn: true },
        resolve: (one) => one.node,
      }),
    }),
  });
  noun.connection.implement({
    description: `A page of a list of ${noun.name}.`,
    extensions: { permission: noun.permission },
    fields: (t) => ({
      nodes: t.field({
        type: [noun.ref],
        nullable: { list: false, items: false },
        description: 'The rows of the page.',
        extensions: { isColumn: true },
        resolve: (page) => [...page.nodes],
      }),
      edges: t.field({
        type: [edgeRef],
        nullable: { list: false, items: false },
        description: 'The rows of the page with their cursors.',
        extensions: { isColumn: true },
        resolve: (page) => [...(page.edges ?? [])],
      }),
      pageInfo: t.field({
        type: PageInfo,
        nullable: false,
        description: 'Whether there is more, and the cursors at both ends.',
        extensions: { isColumn: true },
        resolve: (page: ConnectionValue) => page.pageInfo!,
      }),
      totalCount: t.int({
        nullable: false,
        description: 'How many rows the whole list has; counted only when it is selected.',
        extensions: { isColumn: true, cost: COUNT_COST },
        resolve: (page) => page.totalCount!,
      }),
    }),
  });
}

function implementWhere(noun: Noun): void {
  builder.inputType(noun.where, {
    description: `Conditions on a ${noun.name}; all that are given must hold.`,
    fields: (t) => {
      const field = t.field.bind(t) as unknown as (options: object) => ReturnType<typeof t.boolean>;
      const columns = Object.entries(noun.declared)
        .filter(([, column]) => column.isFilterable)
        .map(([name, column]) => [
          name,
          field({ type: filterOf(column), description: column.description }),
        ]);
      const edges = Object.entries(noun.edges).flatMap(([name, edge]) => {
        const to = edge.to() as Noun | null;
        if (to === null || isOfDay(to)) return [];
        const type = edge.kind === 'many' ? quantifiers(to) : to.where;
        return [[name, field({ type, description: edge.description })]];
      });
      const logic = [
        ['and', field({ type: [noun.where], description: 'All of these must hold.' })],
        ['or', field({ type: [noun.where], description: 'At least one of these must hold.' })],
        ['not', field({ type: noun.where, description: 'This must not hold.' })],
      ];
      return Object.fromEntries([...columns, ...edges, ...logic]) as Record<
        string,
        ReturnType<typeof t.boolean>
      >;
    },
  });
}

const quantified = new Map<string, unknown>();

function quantifiers(noun: Noun): unknown {
  const known = quantified.get(noun.name);
  if (known) return known;
  const made = builder.inputType(`${noun.name}ListWhere`, {
    description: `Conditions on a list of ${noun.name}.`,
    fields: (t) => ({
      some: t.field({ type: noun.where, description: 'At least one row is so.' }),
      every: t.field({ type: noun.where, description: 'Every row is so.' }),
      none: t.field({ type: noun.where, description: 'No row is so.' }),
    }),
  });
  quantified.set(noun.name, made);
  return made;
}

function implementOrder(noun: Noun): void {
  const columns = Object.entries(noun.declared)
    .filter(([, column]) => column.isFilterable && column.kind !== 'texts')
    .map(([name, { description }]) => [name, Order, description] as const);
  const edges = edgesToOne(noun).map(
    ([name, to, description]) => [name, to.orderBy, description] as const,
  );
  const description = `One field that orders a list of ${noun.name}; exactly one is given.`;
  implementInput(noun.orderBy, description, true, [...columns, ...edges]);
}
