import {
  GraphQLError,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  type GraphQLFieldConfig,
  type GraphQLResolveInfo,
  type GraphQLUnionType,
} from 'graphql';
import { refuseRead, type NaturalKeys, type ReadRow } from '../prisma/reader/index.js';
import type { GraphContext } from '../schema/context.js';
import {
  Any,
  entityOf,
  naturalKeysOf,
  Service,
  subgraphSdl,
  type NaturalKey,
} from '../schema/federation.js';
import { nounNamed, type Noun, isOfDay } from '../schema/noun.js';
import { rawId } from './reads.js';
import { sentArgs } from './sent-args.js';

/** As many as one statement reads. */
const REPRESENTATIONS_MAX = 1_000;

type Field = GraphQLFieldConfig<unknown, GraphContext>;

/**
 * The same graph as a subgraph of Apollo Federation 2: with `_service` and `_entities` beside what
 * it has. The public graph stays as it is.
 */
export function subgraph(schema: GraphQLSchema): GraphQLSchema {
  const config = schema.toConfig();
  const query = config.query!.toConfig();
  const entity = entityOf(schema);
  const fields = { ...query.fields, _entities: entities(entity), _service: service() };
  const types = config.types.filter((type) => type !== config.query);
  return new GraphQLSchema({
    ...config,
    query: new GraphQLObjectType({ ...query, fields }),
    types: [...types, entity, Any, Service],
    assumeValid: true,
  });
}

const texts = new WeakMap<GraphQLSchema, string>();

function textOf(schema: GraphQLSchema): string {
  const text = texts.get(schema) ?? subgraphSdl(schema);
  texts.set(schema, text);
  return text;
}

const service = (): Field => ({
  type: new GraphQLNonNull(Service),
  description: 'The text that a supergraph is composed of.',
  extensions: { cost: 1 },
  resolve: (_root, _args, _context, { schema }) => ({ sdl: textOf(schema) }),
});

const entities = (entity: GraphQLUnionType): Field => ({
  type: new GraphQLNonNull(new GraphQLList(entity)),
  description:
    'What a gateway refers to by keys, in its order; null where there is none that you may see.',
  args: {
    representations: {
      type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(Any))),
      description: `The types and keys, at most ${REPRESENTATIONS_MAX}.`,
    },
  },
  extensions: { planned: true, listSize: { slicingArguments: ['representations'] } },
  resolve: (_root, _args, context, info) => {
    const { representations } = sentArgs<{ representations: unknown[] }>(info, context);
    return resolveEntities(representations, context, info);
  },
});

/** One representation as it is read: the noun, and the raw id or the key that names a row. */
interface Meant {
  readonly noun: Noun;
  id: string | null;
  readonly key: (NaturalKey & { readonly company: string | null; readonly text: string }) | null;
}

async function resolveEntities(
  representations: readonly unknown[],
  context: GraphContext,
  info: GraphQLResolveInfo,
): Promise<(ReadRow | GraphQLError | null)[]> {
  if (representations.length > REPRESENTATIONS_MAX)
    refuseRead(
      'REPRESENTATIONS_TOO_MANY',
      `At most ${REPRESENTATIONS_MAX} representations at once.`,
      { max: REPRESENTATIONS_MAX },
    );
  const meant = representations.map(meantBy);
  const { permissions } = context.actor;
  const allowed = meant.filter(({ noun }) => permissions.has(noun.permission));
  await findAll(allowed, context);
  // All are asked for in one tick, so that those of a noun are read by one statement.
  return Promise.all(
    meant.map(({ noun, id }) => {
      if (!permissions.has(noun.permission)) return Promise.resolve(hidden(noun));
      return id === null ? Promise.resolve(null) : context.reader.load(noun, id, info);
    }),
  );
}

const hidden = ({ permission }: Noun): GraphQLError =>
  new GraphQLError('You lack a permission that this needs.', {
    extensions: { code: 'FORBIDDEN', permission },
  });

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const object = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/** Reads one representation; throws REPRESENTATION_INVALID for what names no key of a type. */
function meantBy(representation: unknown, index: number): Meant {
  const given = object(representation);
  const noun = nounNamed(text(given.__typename) ?? '');
  if (!noun || isOfDay(noun)) return invalid(index, 'It has no __typename of an entity.');
  const id = text(given.id);
  if (id !== null) return { noun, id: rawId(noun.name, id), key: null };
  for (const key of naturalKeysOf(noun)) {
    const named = text(given[key.by]);
    const company = text(object(given.company).id);
    if (named === null || (key.isOwned && company === null)) continue;
    const owner = key.isOwned ? rawId('Company', company!) : null;
    // An id of no company leads to nothing.
    const isLost = key.isOwned && owner === null;
    return { noun, id: null, key: isLost ? null : { ...key, company: owner, text: named } };
  }
  return invalid(index, `It has none of the keys of ${noun.name}.`);
}

function invalid(index: number, reason: string): never {
  return refuseRead('REPRESENTATION_INVALID', `A representation is not understood. ${reason}`, {
    index,
  });
}

/** Finds the ids of what is named by other keys: one statement for each noun and kind of key. */
async function findAll(meant: readonly Meant[], { reader }: GraphContext): Promise<void> {
  const groups = new Map<string, Meant[]>();
  for (const one of meant) {
    if (one.key === null) continue;
    const group = `${one.noun.name}.${one.key.by}`;
    groups.set(group, [...(groups.get(group) ?? []), one]);
  }
  await Promise.all(
    [...groups.values()].map(async (group) => {
      const keys: NaturalKeys = {
        by: group[0]!.key!.by,
        keys: group.map(({ key }) => ({ company: key!.company, key: key!.text })),
      };
      const ids = await reader.findAll(group[0]!.noun, keys);
      group.forEach((one, at) => (one.id = ids[at]!));
    }),
  );
}
