import {
  GraphQLError,
  Kind,
  OperationTypeNode,
  TypeInfo,
  getNamedType,
  isLeafType,
  isListType,
  getNullableType,
  isObjectType,
  parse,
  print,
  validate,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { InvalidInput } from '../../modules/kernel/index.js';
import { PAGE_MAX } from '../../prisma/reader/index.js';

/** How the pages of a bulk query are told apart from what was asked for. */
export const BULK_PAGE = 'bulkPage';
export const BULK_AFTER = 'bulkAfter';

/** A checked query of one list, ready to be read page by page. */
export interface BulkQuery {
  /** The query with a cursor as one more variable, and with `bulkPage` on each list. */
  readonly text: string;
  /** The response key of the list. */
  readonly key: string;
  /** Whether lists are nested, which must be looked at for more. */
  readonly isNested: boolean;
  /** The columns of CSV, by their paths; null where a list stands in the way. */
  readonly columns: readonly (readonly string[])[] | null;
}

function refuse(field: string, code: string, message: string): never {
  throw new InvalidInput(code, message).at(field);
}

function parsed(schema: GraphQLSchema, field: string, text: string): DocumentNode {
  const document = (() => {
    try {
      return parse(text, { maxTokens: 5_000 });
    } catch (error) {
      if (!(error instanceof GraphQLError || error instanceof RangeError)) throw error;
      return refuse(field, 'DOCUMENT_INVALID', 'The document cannot be parsed.');
    }
  })();
  const [error] = validate(schema, document, undefined, { maxErrors: 1, hideSuggestions: true });
  if (error) refuse(field, 'DOCUMENT_INVALID', error.message);
  return document;
}

function onlyField(document: DocumentNode, field: string, kind: OperationTypeNode) {
  const operations = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  const [operation] = operations;
  if (operations.length !== 1 || operation?.operation !== kind)
    return refuse(field, 'DOCUMENT_INVALID', `It must be one ${kind}.`);
  if (operation.directives?.some(({ name }) => name.value === 'atomic'))
    return refuse(
      field,
      'DOCUMENT_INVALID',
      'Each line is a transaction of its own, without @atomic.',
    );
  const [root] = operation.selectionSet.selections;
  if (operation.selectionSet.selections.length !== 1 || root?.kind !== Kind.FIELD)
    return refuse(field, 'DOCUMENT_INVALID', `It must have one field of ${kind}, and no other.`);
  return { operation, root };
}

const isConnection = (type: GraphQLCompositeType | null | undefined): boolean =>
  isObjectType(type) && type.name.endsWith('Connection') && 'pageInfo' in type.getFields();

const PAGING = new Set(['first', 'last', 'after', 'before']);

const named = (value: string) => ({ kind: Kind.NAME, value }) as const;

function pageField(isRoot: boolean): FieldNode {
  const fields = isRoot ? ['hasNextPage', 'endCursor'] : ['hasNextPage'];
  return {
    kind: Kind.FIELD,
    alias: named(BULK_PAGE),
    name: named('pageInfo'),
    selectionSet: {
      kind: Kind.SELECTION_SET,
      selections: fields.map((name) => ({ kind: Kind.FIELD, name: named(name) })),
    },
  };
}

const pagedRoot = (root: FieldNode): FieldNode => ({
  ...root,
  arguments: [
    ...(root.arguments ?? []),
    {
      kind: Kind.ARGUMENT,
      name: named('first'),
      value: { kind: Kind.INT, value: String(PAGE_MAX) },
    },
    {
      kind: Kind.ARGUMENT,
      name: named('after'),
      value: { kind: Kind.VARIABLE, name: named(BULK_AFTER) },
    },
  ],
});

const pagedOperation = (operation: OperationDefinitionNode): OperationDefinitionNode => ({
  ...operation,
  selectionSet: {
    ...operation.selectionSet,
    selections: operation.selectionSet.selections.map((one) =>
      one.kind === Kind.FIELD ? pagedRoot(one) : one,
    ),
  },
  variableDefinitions: [
    ...(operation.variableDefinitions ?? []),
    {
      kind: Kind.VARIABLE_DEFINITION,
      variable: { kind: Kind.VARIABLE, name: named(BULK_AFTER) },
      type: { kind: Kind.NAMED_TYPE, name: named('String') },
    },
  ],
});

/** Adds to each list whether it has more than its page; counts the lists below the first. */
function withPages(schema: GraphQLSchema, document: DocumentNode, root: FieldNode) {
  const types = new TypeInfo(schema);
  let lists = 0;
  const rewritten = visit(
    document,
    visitWithTypeInfo(types, {
      [Kind.SELECTION_SET](set: SelectionSetNode) {
        if (!isConnection(types.getParentType())) return undefined;
        const isRoot = set === root.selectionSet;
        lists += isRoot ? 0 : 1;
        return { ...set, selections: [...set.selections, pageField(isRoot)] };
      },
    }),
  );
  return { rewritten, lists };
}

/** A selection set with its fragments opened, as fields. */
function fieldsOf(set: SelectionSetNode, document: DocumentNode): FieldNode[] {
  return set.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsOf(selection.selectionSet, document);
    const fragment = document.definitions.find(
      (one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === selection.name.value,
    );
    return fragment?.kind === Kind.FRAGMENT_DEFINITION
      ? fieldsOf(fragment.selectionSet, document)
      : [];
  });
}

type Path = readonly string[];

/** The paths of all values below a selection; null when one of them is a list. */
function columnsBelow(
  type: GraphQLCompositeType,
  set: SelectionSetNode,
  document: DocumentNode,
): readonly Path[] | null {
  const columns: Path[] = [];
  for (const { name, alias, selectionSet } of fieldsOf(set, document)) {
    const key = (alias ?? name).value;
    const field = 'getFields' in type ? type.getFields()[name.value] : undefined;
    if (field === undefined || isLeafType(getNullableType(field.type))) columns.push([key]);
    else {
      const inner = getNullableType(field.type);
      if (isListType(inner) || !isObjectType(inner) || isConnection(inner) || !selectionSet)
        return null;
      const below = columnsBelow(inner, selectionSet, document);
      if (below === null) return null;
      columns.push(...below.map((path) => [key, ...path]));
    }
  }
  return columns;
}

/** Reads and checks a bulk query. DOCUMENT_INVALID at `query`. */
export function bulkQueryOf(schema: GraphQLSchema, text: string): BulkQuery {
  const document = parsed(schema, 'query', text);
  const { root } = onlyField(document, 'query', OperationTypeNode.QUERY);
  const type = getNamedType(schema.getQueryType()?.getFields()[root.name.value]?.type);
  if (!isObjectType(type) || !isConnection(type) || !root.selectionSet)
    return refuse('query', 'DOCUMENT_INVALID', 'Its field must be a list.');
  if (root.arguments?.some(({ name }) => PAGING.has(name.value)))
    return refuse('query', 'DOCUMENT_INVALID', 'It reads all rows: it takes no paging arguments.');
  const selected = fieldsOf(root.selectionSet, document);
  const nodes = selected.filter(({ name }) => name.value === 'nodes');
  if (nodes.length !== 1 || nodes[0]!.alias || selected.length !== 1)
    return refuse('query', 'DOCUMENT_INVALID', 'Its list must select `nodes`, and nothing else.');
  const { rewritten, lists } = withPages(schema, document, root);
  const definitions = rewritten.definitions.map((one) =>
    one.kind === Kind.OPERATION_DEFINITION ? pagedOperation(one) : one,
  );
  const row = getNamedType(type.getFields().nodes!.type);
  const set = nodes[0]!.selectionSet!;
  return {
    text: print({ ...rewritten, definitions }),
    key: (root.alias ?? root.name).value,
    isNested: lists > 0,
    columns: isObjectType(row) ? columnsBelow(row, set, document) : null,
  };
}

/** Refuses what cannot be read in bulk: DOCUMENT_INVALID, CSV_NEEDS_FLAT_ROWS. */
export function checkBulkQuery(schema: GraphQLSchema, text: string, format: 'JSONL' | 'CSV'): void {
  const { columns } = bulkQueryOf(schema, text);
  if (format === 'CSV' && columns === null)
    refuse('format', 'CSV_NEEDS_FLAT_ROWS', 'A row of CSV holds no lists: ask for JSONL.');
}

/** Refuses what cannot be done for each line: DOCUMENT_INVALID. */
export function checkBulkMutation(schema: GraphQLSchema, text: string): void {
  const document = parsed(schema, 'mutation', text);
  const { root } = onlyField(document, 'mutation', OperationTypeNode.MUTATION);
  const selected = root.selectionSet ? fieldsOf(root.selectionSet, document) : [];
  if (!selected.some(({ name, alias }) => (alias ?? name).value === 'userErrors'))
    refuse('mutation', 'DOCUMENT_INVALID', 'It must select `userErrors`, by which it is counted.');
}

/** Variables from their text. VARIABLES_INVALID. */
export function variablesOf(text: string | null | undefined): Record<string, unknown> {
  const value = ((): unknown => {
    try {
      return JSON.parse(text ?? '{}');
    } catch {
      return null;
    }
  })();
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  return refuse('variables', 'VARIABLES_INVALID', 'The variables must be a JSON object.');
}
