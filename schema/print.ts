import {
  Kind,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  lexicographicSortSchema,
  parse,
  parseConstValue,
  print,
  printSchema,
  visit,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type InputValueDefinitionNode,
} from 'graphql';
import { listSizeOf, weightOf } from './costs.js';

/** The graph's text: sorted, described, and with the directives that tell what fields cost. */
export const printGraph = (schema: GraphQLSchema): string => `${print(graphDocument(schema))}\n`;

/** The graph as a document, as it is printed. */
export function graphDocument(schema: GraphQLSchema): DocumentNode {
  const document = parse(printSchema(lexicographicSortSchema(schema)), { noLocation: true });
  const typeOf = (name: string) => schema.getType(name);
  return visit(document, {
    ObjectTypeDefinition: { leave: (node) => withFields(typeOf(node.name.value), node, true) },
    InterfaceTypeDefinition: { leave: (node) => withFields(typeOf(node.name.value), node, false) },
    InputObjectTypeDefinition: {
      leave: (node) => withFields(typeOf(node.name.value), node, false),
    },
  });
}

interface Holder {
  readonly directives?: readonly ConstDirectiveNode[];
  readonly fields?: readonly (FieldDefinitionNode | InputValueDefinitionNode)[];
}

function withFields<T extends Holder>(
  type: GraphQLNamedType | undefined,
  node: T,
  isObject: boolean,
) {
  if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return undefined;
  const fields = type.getFields();
  return {
    ...node,
    directives: isObject ? costs(type) : [],
    fields: node.fields?.map((one) => ({ ...one, directives: all(one, fields[one.name.value]!) })),
  };
}

const all = (
  { directives = [] }: Holder,
  field: { readonly extensions: Readonly<Record<string, unknown>> },
): ConstDirectiveNode[] => [...directives, ...costs(field)];

function costs(of: { readonly extensions: Readonly<Record<string, unknown>> }) {
  const weight = weightOf(of);
  const size = listSizeOf(of);
  return [
    ...(weight === undefined ? [] : [directive('cost', { weight: String(weight) })]),
    ...(size === undefined
      ? []
      : [directive('listSize', { ...size, ...(size.slicingArguments && notRequired) })]),
  ];
}

/** Each of our lists has a size of its own when no argument tells one. */
const notRequired = { requireOneSlicingArgument: false };

const directive = (name: string, values: object): ConstDirectiveNode => ({
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: name },
  arguments: Object.entries(values).map(([key, value]) => ({
    kind: Kind.ARGUMENT,
    name: { kind: Kind.NAME, value: key },
    value: parseConstValue(JSON.stringify(value)),
  })),
});
