import {
  Kind,
  typeFromAST,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import {
  argsOf,
  isIncluded,
  keepingForms,
  makeGroups,
  makeList,
  makeRow,
  planWrittenGroups,
  planWrittenLevel,
  planWrittenList,
  selectionOf,
  sending,
  sendRow,
  type Declared,
  type Document,
  type Make,
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
type Prepare = (context: GraphContext) => Send;

interface Root {
  readonly key: string;
  readonly paths: Selected['paths'];
  readonly prepare: Prepare;
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
  const keep = keepingForms(declaredBy(operation, schema));
  const roots: Root[] = [];
  for (const one of selectionOf([operation], 'Query', within).values()) {
    const prepare = rootOf(one, within, keep);
    if (!prepare) return null;
    roots.push({ key: one.key, paths: one.paths, prepare });
  }
  return async (context) => {
    const included = roots.filter(({ paths }) => isIncluded(paths, context.variables));
    // All are made before one is sent: what must be walked is so not read twice.
    const made = included.map(({ key, prepare }) => ({ key, send: prepare(context) }));
    const texts = await Promise.all(made.map(async ({ key, send }) => `"${key}":${await send()}`));
    return `{${texts.join(',')}}`;
  };
}

const declaredBy = (operation: OperationDefinitionNode, schema: GraphQLSchema): Declared[] =>
  (operation.variableDefinitions ?? []).map(({ variable, type }) => ({
    name: variable.name.value,
    type: typeFromAST(schema, type) as GraphQLInputType,
  }));

function rootOf(
  selected: Selected,
  within: Document,
  keep: ReturnType<typeof keepingForms>,
): Prepare | null {
  const { fieldName, nodes, isSplit } = selected;
  if (fieldName === '__typename') return () => () => Promise.resolve('"Query"');
  const { schema } = within;
  const found = schema.getQueryType()?.getFields()[fieldName];
  const field = found?.extensions.written as WrittenField | undefined;
  if (!field || isSplit) return null;
  const planned = { node: nodes[0]!, parent: 'Query' };
  if (field.kind === 'one') {
    const plan = planWrittenLevel(field.noun, nodes, within);
    return plan && rowOf(keep(makeRow(plan)), field, planned, schema);
  }
  const sent = (make: Make): Prepare => {
    const kept = keep(make);
    return ({ reader }) => {
      const scope = reader.scope(schema);
      return sending(kept(scope), scope);
    };
  };
  if (field.kind === 'list') {
    const plan = planWrittenList(field.noun, nodes, within);
    return plan && sent(makeList(plan, planned));
  }
  const plan = planWrittenGroups(field.noun, { ...selected, paths: [] }, 'Query', within);
  return plan && sent(makeGroups(plan, planned));
}

/** The row that the arguments look up. */
const rowOf =
  (
    make: Make,
    { idOf }: Extract<WrittenField, { kind: 'one' }>,
    planned: Parameters<typeof argsOf>[0],
    schema: GraphQLSchema,
  ): Prepare =>
  (context) => {
    const scope = context.reader.scope(schema);
    const made = make(scope);
    return async () => {
      const id = await idOf(argsOf(planned, scope), context);
      return id === null ? 'null' : sendRow(made, id, scope);
    };
  };

/** Where data has the text that `JSON.stringify` would make of it. */
const TEXT = Symbol('text');

export const writtenData = (text: string): Record<string, unknown> =>
  Object.freeze({ [TEXT]: text });

/** The text of data that the store wrote; undefined for any other. */
export const writtenText = (data: unknown): string | undefined =>
  typeof data === 'object' && data !== null
    ? (data as { readonly [TEXT]?: string })[TEXT]
    : undefined;
