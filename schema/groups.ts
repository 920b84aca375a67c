import type { GraphQLResolveInfo } from 'graphql';
import {
  measuresTypeOf,
  PAGE_DEFAULT,
  PAGE_MAX,
  type AggregateRow,
} from '../prisma/reader/index.js';
import { builder } from './builder.js';
import type { ColumnDeclaration } from './columns.js';
import { IntFilter, Order } from './filters.js';
import { implementInput } from './inputs.js';
import { havingTypes, measureOrders, measureTypes } from './measures.js';
import { edgesToOne, type Noun } from './noun.js';
import { asOfArg } from './paging.js';

const GroupKey = builder.enumType('GroupKey', {
  description: 'How a column tells groups apart.',
  values: { VALUE: { description: 'By its value.' } },
});

const dateParts = {
  YEAR: { description: 'By its year.' },
  QUARTER: { description: 'By its quarter of a year.' },
  MONTH: { description: 'By its month.' },
  WEEK: { description: 'By its week, which begins on a Monday.' },
  DAY: { description: 'By its day.' },
} as const;

const DateGroupKey = builder.enumType('DateGroupKey', {
  description: 'How a date tells groups apart.',
  values: dateParts,
});

const DateTimeGroupKey = builder.enumType('DateTimeGroupKey', {
  description:
    'How an instant tells groups apart, by the clocks of the time zone that is asked for.',
  values: { ...dateParts, HOUR: { description: 'By its hour.' } },
});

const Period = builder
  .objectRef<{
    label: string;
    startsOn: string | null;
    endsOn: string | null;
    startsAt: string | null;
    endsAt: string | null;
  }>('Period')
  .implement({
    description: 'A part of the calendar that all dates or instants of a group have in common.',
    fields: (t) => ({
      label: t.exposeString('label', {
        nullable: false,
        description:
          'Its name by ISO 8601: 2026, 2026-Q1, 2026-01, 2026-W01, 2026-01-01 or 2026-01-01T08:00.',
      }),
      startsOn: t.expose('startsOn', {
        type: 'Date',
        description: 'Its first day; null for an hour.',
      }),
      endsOn: t.expose('endsOn', { type: 'Date', description: 'Its last day; null for an hour.' }),
      startsAt: t.expose('startsAt', {
        type: 'DateTime',
        description: 'When it begins in the time zone; null for dates, which have none.',
      }),
      endsAt: t.expose('endsAt', {
        type: 'DateTime',
        description: 'When the next one begins in the time zone; null for dates.',
      }),
    }),
  });

/** How a column tells groups apart: the input that asks for it, and the type it is told by. */
const keyInputs: Partial<Record<ColumnDeclaration['kind'], unknown>> = {
  id: GroupKey,
  text: GroupKey,
  choice: GroupKey,
  boolean: GroupKey,
  integer: GroupKey,
  date: DateGroupKey,
  instant: DateTimeGroupKey,
};
const keyTypes: Partial<Record<ColumnDeclaration['kind'], unknown>> = {
  ...{ id: 'ID', text: 'String', boolean: 'Boolean', integer: 'Int' },
  ...{ date: Period, instant: Period },
};
const keyTypeOf = ({ kind, choice }: ColumnDeclaration): unknown => choice ?? keyTypes[kind];

const columnsOf = (noun: Noun) =>
  Object.entries(noun.declared).filter(
    ([, { isFilterable, isMeasured }]) => isFilterable && isMeasured !== false,
  );
const keyColumns = (noun: Noun) => columnsOf(noun).filter(([, { kind }]) => keyInputs[kind]);
const measuredColumns = (noun: Noun) =>
  columnsOf(noun).flatMap(([name, column]) => {
    const type = measuresTypeOf(column.kind);
    return type ? [{ name, column, type }] : [];
  });

/** The arguments of every aggregate of a noun, beside the filter of its rows. */
const groupArgs = (noun: Noun) =>
  builder.args((t) => ({
    groupBy: t.field({
      type: [noun.groups.groupBy],
      description: 'What tells groups apart; without it all rows are one group.',
    }),
    having: t.field({ type: noun.groups.having, description: 'Which groups.' }),
    orderBy: t.field({
      type: [noun.groups.orderBy],
      description: 'The order of the groups; the keys are added behind it.',
    }),
    timeZone: t.string({
      description: 'The IANA time zone by whose clocks instants are grouped: UTC unless told.',
    }),
    first: t.int({
      description: `How many groups: ${PAGE_DEFAULT} unless told, at most ${PAGE_MAX}.`,
    }),
    after: t.string({ description: 'Only groups behind this cursor.' }),
  }));

export const aggregateArgs = (noun: Noun) => ({
  where: builder.args((t) => ({ where: t.field({ type: noun.where, description: 'Which rows.' }) }))
    .where,
  ...asOfArg(noun),
  ...groupArgs(noun),
});

/** The reader put the value under the response key. */
function slot(
  holder: { readonly $e?: Readonly<Record<string, unknown>> },
  _args: unknown,
  _context: unknown,
  info: GraphQLResolveInfo,
) {
  const value = holder.$e?.[info.path.key];
  if (value instanceof Error) throw value;
  return value as never;
}

/** Adds to the lists of a noun what is worked out of all their rows, whatever the page. */
export function addAggregate(noun: Noun): void {
  builder.objectField(noun.connection, 'aggregate', (t) =>
    t.field({
      type: [noun.groups.row],
      description: 'All rows of the list in groups, whatever the page, with what is measured.',
      args: groupArgs(noun),
      extensions: { planned: true },
      resolve: slot,
    }),
  );
}

/** Makes the types by which the rows of a noun are grouped and measured. */
export function implementGroups(noun: Noun): void {
  implementRow(noun);
  implementKeys(noun);
  implementGroupBy(noun);
  implementHaving(noun);
  implementGroupOrder(noun);
}

function implementRow(noun: Noun): void {
  builder.objectType(noun.groups.row, {
    description: `A group of rows of ${noun.name}: its keys, and what is measured of it.`,
    extensions: { permission: noun.permission },
    fields: (t) => {
      const measured = measuredColumns(noun).map(({ name, column, type }) => {
        const { description, permission } = column;
        const extensions = { isColumn: true, permission };
        const resolve = (row: AggregateRow) => row[name] as Record<string, unknown>;
        return [name, t.field({ type: measureTypes[type], description, extensions, resolve })];
      });
      return {
        ...(Object.fromEntries(measured) as Record<string, ReturnType<typeof t.boolean>>),
        by: t.field({
          type: noun.groups.keys,
          nullable: false,
          description: 'What its rows have in common.',
          extensions: { isColumn: true },
          resolve: (row) => row.by,
        }),
        count: t.int({
          nullable: false,
          description: 'How many rows it has.',
          extensions: { isColumn: true },
          resolve: (row) => row.count,
        }),
        countDistinct: t.int({
          description: 'How many different values its rows have.',
          args: {
            of: t.arg({ type: noun.groups.groupBy, required: true, description: 'Of what.' }),
          },
          extensions: { planned: true },
          resolve: slot,
        }),
        cursor: t.string({
          nullable: false,
          description: 'Where it stands among the groups.',
          extensions: { isColumn: true },
          resolve: (row) => row.cursor,
        }),
      };
    },
  });
}

function implementKeys(noun: Noun): void {
  builder.objectType(noun.groups.keys, {
    description: `What rows of ${noun.name} are grouped by; null where they are not.`,
    extensions: { permission: noun.permission },
    fields: (t) => {
      const field = t.field.bind(t) as unknown as (options: object) => ReturnType<typeof t.boolean>;
      const key = (name: string, type: unknown, description: string, permission?: string) => [
        name,
        field({
          ...{ type, description, extensions: { isColumn: true, permission } },
          resolve: (row: Record<string, unknown>) => row[name],
        }),
      ];
      const columns = keyColumns(noun).map(([name, column]) =>
        key(name, keyTypeOf(column), column.description, column.permission),
      );
      const edges = edgesToOne(noun).map(([name, to, description]) =>
        key(name, to.groups.keys, description),
      );
      return Object.fromEntries([...columns, ...edges]) as Record<
        string,
        ReturnType<typeof t.boolean>
      >;
    },
  });
}

function implementGroupBy(noun: Noun): void {
  const columns = keyColumns(noun).map(
    ([name, { kind, description }]) => [name, keyInputs[kind], description] as const,
  );
  const edges = edgesToOne(noun).map(
    ([name, to, description]) => [name, to.groups.groupBy, description] as const,
  );
  const description = `One thing that tells groups of ${noun.name} apart; exactly one is given.`;
  implementInput(noun.groups.groupBy, description, true, [...columns, ...edges]);
}

const rowCount = 'How many rows a group has.';

function implementHaving(noun: Noun): void {
  const measured = measuredColumns(noun).map(
    ({ name, column, type }) => [name, havingTypes[type], column.description] as const,
  );
  const description = `Conditions on groups of ${noun.name}; all that are given must hold.`;
  implementInput(noun.groups.having, description, false, [
    ['count', IntFilter, rowCount],
    ...measured,
  ]);
}

function implementGroupOrder(noun: Noun): void {
  const measured = measuredColumns(noun).map(
    ({ name, column, type }) => [name, measureOrders[type], column.description] as const,
  );
  const description = `What orders groups of ${noun.name}; exactly one is given.`;
  implementInput(noun.groups.orderBy, description, true, [
    ['by', noun.orderBy, 'A key that they are grouped by.'],
    ['count', Order, rowCount],
    ...measured,
  ]);
}
