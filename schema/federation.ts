import {
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLString,
  GraphQLUnionType,
  Kind,
  isObjectType,
  parse,
  print,
  visit,
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLSchema,
  type ObjectTypeDefinitionNode,
} from 'graphql';
import type { ReadRow } from '../prisma/reader/index.js';
import { allNouns, isOfDay, type Noun } from './noun.js';
import { graphDocument } from './print.js';

/** What a gateway sends for an entity: its type's name and the fields of one of its keys. */
export const Any = new GraphQLScalarType({
  name: '_Any',
  description: 'The name of a type and the fields of one of its keys.',
});

/** The subgraph's own text. */
export const Service = new GraphQLObjectType({
  name: '_Service',
  description: 'What this graph says of itself to a gateway.',
  extensions: { cost: 0 },
  fields: {
    sdl: { type: new GraphQLNonNull(GraphQLString), description: 'Its schema, with its keys.' },
  },
});

/** Every noun that has an id, and is read by it: rows of a day have none. */
const entities = (): Noun[] => allNouns().filter((one) => !isOfDay(one));

/** The entities of a schema. */
export const entityOf = (schema: GraphQLSchema): GraphQLUnionType =>
  new GraphQLUnionType({
    name: '_Entity',
    description: 'Whatever other graphs may refer to by a key.',
    types: entities()
      .map(({ name }) => schema.getType(name))
      .filter(isObjectType),
    resolveType: (row: ReadRow) => row.$noun,
  });

/** A key that a noun has beside its id. */
export interface NaturalKey {
  readonly by: 'number' | 'code';
  readonly isOwned: boolean;
}

/** The keys by which rows of a noun are known to people, as its look-ups have them. */
export function naturalKeysOf({ lookups, companyColumn }: Noun): NaturalKey[] {
  const isOwned = companyColumn === 'companyId';
  return [
    ...(lookups.number ? [{ by: 'number' as const, isOwned: true }] : []),
    ...(lookups.code ? [{ by: 'code' as const, isOwned }] : []),
  ];
}

const fieldsOf = ({ by, isOwned }: NaturalKey): string => (isOwned ? `company { id } ${by}` : by);

const LINK = parse(
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])`,
  { noLocation: true },
).definitions;

const directive = (name: string, fields?: string): ConstDirectiveNode => ({
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: name },
  arguments:
    fields === undefined
      ? []
      : [
          {
            kind: Kind.ARGUMENT,
            name: { kind: Kind.NAME, value: 'fields' },
            value: { kind: Kind.STRING, value: fields },
          },
        ],
});

/** What federation adds by itself is no part of a subgraph's text. */
const ADDED = new Set(['_Any', '_Entity', '_Service', '_entities', '_service']);

const EXECUTABLE = new Set(['QUERY', 'MUTATION', 'SUBSCRIPTION', 'FIELD']);
const isExecutable = ({ value }: { readonly value: string }): boolean => EXECUTABLE.has(value);

/** The schema's text as a subgraph: the public one, with the keys of every noun. */
export function subgraphSdl(schema: GraphQLSchema): string {
  const nouns = new Map(entities().map((noun) => [noun.name, noun]));
  const added = (node: { readonly name: { readonly value: string } }) =>
    ADDED.has(node.name.value) ? null : undefined;
  const keyed = (node: ObjectTypeDefinitionNode) => {
    if (ADDED.has(node.name.value)) return null;
    const noun = nouns.get(node.name.value);
    // Every graph that pages by the Relay specification has this type.
    const shared = node.name.value === 'PageInfo' ? [directive('shareable')] : [];
    const keys = noun ? ['id', ...naturalKeysOf(noun).map(fieldsOf)] : [];
    const more = [...shared, ...keys.map((fields) => directive('key', fields))];
    return more.length === 0
      ? undefined
      : { ...node, directives: [...(node.directives ?? []), ...more] };
  };
  const document: DocumentNode = visit(graphDocument(schema), {
    // A gateway does not hand on what a client writes on an operation or on a field: who wrote it
    // would be promised what is not done. Without its definition the gateway refuses it.
    DirectiveDefinition: {
      leave: ({ locations }) => (locations.some(isExecutable) ? null : undefined),
    },
    FieldDefinition: { leave: added },
    ScalarTypeDefinition: { leave: added },
    UnionTypeDefinition: { leave: added },
    ObjectTypeDefinition: { leave: keyed },
  });
  return `${print({ ...document, definitions: [...LINK, ...document.definitions] })}\n`;
}
