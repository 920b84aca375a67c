import type { GraphQLResolveInfo } from 'graphql';
import { parseGlobalId } from '../modules/kernel/index.js';
import {
  refuseRead,
  type AggregateArgs,
  type ListArgs,
  type LookupKey,
  type ReadRow,
} from '../prisma/reader/index.js';
import { builder } from '../schema/builder.js';
import type { GraphContext } from '../schema/context.js';
import { aggregateArgs } from '../schema/groups.js';
import { isOfDay, Node, nounNamed, type Noun } from '../schema/noun.js';
import { listArgs } from '../schema/paging.js';
import type { WrittenField } from '../schema/written-field.js';
import { sentArgs } from './sent-args.js';

/** Adds the list of a noun to Query, and its rows in groups. */
export function list(noun: Noun, field: string, description: string): void {
  builder.queryField(field, (t) =>
    t.field({
      type: noun.connection,
      description,
      args: listArgs(noun),
      extensions: { planned: true, written: { kind: 'list', noun } satisfies WrittenField },
      resolve: (_root, _args, context, info) =>
        context.reader.list(noun, sentArgs<ListArgs>(info, context), info),
    }),
  );
  builder.queryField(`${field}Aggregate`, (t) =>
    t.field({
      type: [noun.groups.row],
      description: `Rows of ${noun.name} in groups, with what is measured of each.`,
      args: aggregateArgs(noun),
      extensions: { planned: true, written: { kind: 'groups', noun } satisfies WrittenField },
      resolve: (_root, _args, context, info) =>
        context.reader.aggregate(noun, sentArgs<AggregateArgs>(info, context), info),
    }),
  );
}

const CompanyNumber = builder.inputType('CompanyNumber', {
  description: 'A document by its number in a company.',
  fields: (t) => ({
    company: t.id({ required: true, description: 'The company whose series gave the number.' }),
    number: t.string({ required: true, description: 'The number.' }),
  }),
});

const CompanyCode = builder.inputType('CompanyCode', {
  description: 'Something by its code in a company.',
  fields: (t) => ({
    company: t.id({ required: true, description: 'The company in which the code is unique.' }),
    code: t.string({ required: true, description: 'The code.' }),
  }),
});

const ExternalRefKey = builder.inputType('ExternalRefKey', {
  description: 'What another system calls it.',
  fields: (t) => ({
    system: t.string({ required: true, description: 'The other system.' }),
    key: t.string({ required: true, description: 'The key it uses there.' }),
  }),
});

interface By {
  readonly id?: string | null;
  readonly number?: { company: string; number: string } | null;
  readonly code?: string | { company: string; code: string } | null;
  readonly externalRef?: { system: string; key: string } | null;
}

function byInput(noun: Noun) {
  return builder.inputType(`${noun.name}By`, {
    description: `How to look up a ${noun.name}: exactly one key.`,
    isOneOf: true,
    fields: (t) => ({
      id: t.id({ description: 'By its global id.' }),
      ...(noun.lookups.number && {
        number: t.field({ type: CompanyNumber, description: 'By its number in a company.' }),
      }),
      ...(noun.lookups.code && {
        code:
          noun.companyColumn === 'companyId'
            ? t.field({ type: CompanyCode, description: 'By its code in a company.' })
            : t.string({ description: 'By its code.' }),
      }),
      ...(noun.lookups.refs && {
        externalRef: t.field({
          type: ExternalRefKey,
          description: 'By the key another system uses.',
        }),
      }),
    }),
  });
}

/** Adds the look-up of one row to Query; what is missing or hidden answers null. */
export function one(noun: Noun, field: string, description: string): void {
  const by = byInput(noun);
  builder.queryField(field, (t) =>
    t.field({
      type: noun.ref,
      description,
      args: { by: t.arg({ type: by, required: true, description: 'Which one.' }) },
      extensions: {
        written: {
          ...{ kind: 'one', noun },
          idOf: (args, context) => idOf(noun, args.by as By, context),
        } satisfies WrittenField,
      },
      resolve: async (_root, args, context, info) => {
        const id = await idOf(noun, args.by, context);
        return id === null ? null : context.reader.load(noun, id, info);
      },
    }),
  );
}

async function idOf(noun: Noun, by: By, context: GraphContext): Promise<string | null> {
  const keys = Object.entries(by).filter(([, value]) => value !== undefined);
  if (keys.length !== 1 || keys[0]![1] === null)
    refuseRead('LOOKUP_KEYS', 'A look-up takes exactly one key, and not null.');
  if (by.id != null) return rawId(noun.name, by.id);
  const key = lookupKey(by);
  return key === null ? null : context.reader.find(noun, key);
}

function lookupKey(by: By): LookupKey | null {
  if (by.number) {
    const company = rawId('Company', by.number.company);
    return company === null ? null : { number: { company, number: by.number.number } };
  }
  if (by.externalRef) return { externalRef: by.externalRef };
  if (typeof by.code === 'string') return { code: { code: by.code } };
  const company = rawId('Company', by.code!.company);
  return company === null ? null : { code: { company, code: by.code!.code } };
}

/** The raw id in a global id of this noun; null for another's or for what is no id. */
export function rawId(noun: string, id: string): string | null {
  const parsed = parseGlobalId(id);
  return parsed !== null && parsed.type === noun ? parsed.uuid : null;
}

/** Adds the list and the look-up of a noun to Query. */
export function reads(noun: Noun, names: { readonly one: string; readonly many: string }): void {
  one(noun, names.one, `One ${noun.name}, or null when there is none that you may see.`);
  list(noun, names.many, `The list of ${noun.name}: filtered, ordered and paged.`);
}

async function nodeOf(id: string, context: GraphContext, info: GraphQLResolveInfo) {
  const parsed = parseGlobalId(id);
  const noun = parsed && nounNamed(parsed.type);
  if (!parsed || !noun || isOfDay(noun)) return null;
  if (!context.actor.permissions.has(noun.permission))
    refuseRead('FORBIDDEN', 'You lack a permission that this needs.', {
      permission: noun.permission,
    });
  return context.reader.load(noun, parsed.uuid, info);
}

builder.queryField('node', (t) =>
  t.field({
    type: Node,
    description: 'Anything by its global id, or null when there is none that you may see.',
    args: { id: t.arg.id({ required: true, description: 'Its global id.' }) },
    resolve: (_root, { id }, context, info) => nodeOf(id, context, info),
  }),
);

builder.queryField('nodes', (t) =>
  t.field({
    type: [Node],
    nullable: { list: true, items: true },
    description: 'Several by their global ids, in the order asked; null where there is none.',
    args: { ids: t.arg.idList({ required: true, description: 'At most 250 global ids.' }) },
    resolve: (_root, { ids }, context, info): Promise<(ReadRow | null)[]> => {
      if (ids.length > 250) refuseRead('PAGE_SIZE', 'At most 250 ids at once.', { max: 250 });
      return Promise.all(ids.map((id) => nodeOf(id, context, info)));
    },
  }),
);
