import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import {
  argsOf,
  isIncluded,
  planWrittenGroups,
  planWrittenLevel,
  planWrittenList,
  selectionOf,
  type Document,
  type Send,
  type Selected,
} from '../prisma/reader/index.js';
import type { GraphContext } from '../schema/context.js';
import type { WrittenField } from '../schema/written-field.js';

/**
 * Runs a query by letting the store write the text of its data, a statement for each root field.
 * Throws for whatever is not a plain answer; the walk over rows then tells what it is.
 */
export type WrittenRun = (context: GraphContext) => Promise<string>;

/** Makes the statement of a root field; what is given back sends it. */
type Make = (context: GraphContext) => Send;

interface Root {
  readonly key: string;
  readonly paths: Selected['paths'];
  readonly make: Make;
}

/** How a query is written; null when something of it only the walk over rows can answer. */
export function writtenRun(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): WrittenRun | null {
  if (operation.operation !== 'query' || operation.directives?.length) return null;
  const fragments = Object.fromEntries(
    document.definitions
      .filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION)
      .map((one) => [one.name.value, one]),
  );
  const within = { schema, fragments };
  const roots: Root[] = [];
  for (const one of selectionOf([operation], 'Query', within).values()) {
    const make = rootOf(one, within);
    if (!make) return null;
    roots.push({ key: one.key, paths: one.paths, make });
  }
  return async (context) => {
    const included = roots.filter(({ paths }) => isIncluded(paths, context.variables));
    // All are made before one is sent: what must be walked is so not read twice.
    const made = included.map(({ key, make }) => ({ key, send: make(context) }));
    const texts = await Promise.all(made.map(async ({ key, send }) => `"${key}":${await send()}`));
    return `{${texts.join(',')}}`;
  };
}

function rootOf(selected: Selected, within: Document): Make | null {
  const { fieldName, nodes, isSplit } = selected;
  if (fieldName === '__typename') return () => () => Promise.resolve('"Query"');
  const { schema } = within;
  const found = schema.getQueryType()?.getFields()[fieldName];
  const field = found?.extensions.written as WrittenField | undefined;
  if (!field || isSplit) return null;
  const planned = { node: nodes[0]!, parent: 'Query' };
  const argsIn = ({ variables }: GraphContext) => argsOf(planned, { schema, variables });
  if (field.kind === 'list') {
    const plan = planWrittenList(field.noun, nodes, within);
    return plan && ((context) => context.reader.make.list(plan, argsIn(context), schema));
  }
  if (field.kind === 'groups') {
    const plan = planWrittenGroups(field.noun, { ...selected, paths: [] }, 'Query', within);
    return plan && ((context) => context.reader.make.groups(plan, argsIn(context), schema));
  }
  const plan = planWrittenLevel(field.noun, nodes, within);
  if (!plan) return null;
  return (context) => {
    const row = context.reader.make.row(plan, schema);
    return async () => {
      const id = await field.idOf(argsIn(context), context);
      return id === null ? 'null' : row(id);
    };
  };
}

/** Data that is text already: what `JSON.stringify` would make of it. */
const texts = new WeakMap<object, string>();

export function writtenData(text: string): Record<string, unknown> {
  const data = Object.freeze({});
  texts.set(data, text);
  return data;
}

/** The text of data that the store wrote; undefined for any other. */
export const writtenText = (data: unknown): string | undefined =>
  typeof data === 'object' && data !== null ? texts.get(data) : undefined;
