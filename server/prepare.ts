import {
  GraphQLError,
  getOperationAST,
  validate,
  execute as interpret,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { compilable } from './compilable.js';
import { costing, type Costing } from './cost.js';
import { guardedSchema } from './guarded-schema.js';
import { limitRefusal } from './limits.js';
import { forbidden, requiredRights, type RequiredRights } from './rights.js';
import { literalRefusal } from './stored-text.js';
import { defaultsOf } from './variable-defaults.js';
import { writtenRun, type WrittenRun } from './written.js';

/**
 * Whether operations are compiled where they can be, or all run by graphql-js. Answers are equal.
 */
export type Execution = 'compiled' | 'interpreted';

/** An operation that is validated, allowed to this caller and ready to run. */
export interface Prepared {
  /** The open schema, or the guarded one when the caller lacks something within the operation. */
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly costing: Costing;
  /** Whether callers with equal rights may be answered otherwise. */
  readonly isPerActor: boolean;
  /** Lets the store write the answer where it can, for callers who lack nothing within it. */
  readonly written: WrittenRun | null;
  /**
   * Runs it; `variables` are the raw ones. A subscription's source is not asked: `root` is one
   * event.
   */
  run(root: unknown, context: object, variables: Variables): Promise<ExecutionResult>;
}

export type Variables = Record<string, unknown>;
export type Refused = { readonly errors: readonly GraphQLError[] };

/** A document under one schema: validated once, its operations prepared as they are asked for. */
export interface Known {
  readonly document: DocumentNode;
  prepare(operationName: string | null, permissions: ReadonlySet<string>): Prepared | Refused;
}

export const isRefused = (answer: object): answer is Refused => 'errors' in answer;

/** An error of the request itself; nothing was run. */
export function requestError(code: string, message: string, extensions = {}): GraphQLError {
  return new GraphQLError(message, { extensions: { code, ...extensions } });
}

/** Applies the limits, then validates. Errors carry stable codes and no suggestions. */
export function admit(
  schema: GraphQLSchema,
  document: DocumentNode,
  execution: Execution,
): Known | Refused {
  const refused = limitRefusal(document) ?? literalRefusal(document);
  if (refused) return { errors: [refused] };
  const found = validate(schema, document, undefined, { maxErrors: 20, hideSuggestions: true });
  if (found.length > 0) return { errors: found.map(invalid) };
  const operations = new Map<OperationDefinitionNode, PreparedPair>();
  return {
    document,
    prepare(operationName, permissions) {
      const operation = getOperationAST(document, operationName);
      if (!operation) return { errors: [unknownOperation(operationName)] };
      const known =
        operations.get(operation) ?? preparePair(schema, document, operation, execution);
      operations.set(operation, known);
      return known(permissions);
    },
  };
}

const invalid = ({ message, nodes, positions, source }: GraphQLError): GraphQLError =>
  new GraphQLError(message, {
    nodes,
    positions,
    source,
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
  });

const unknownOperation = (name: string | null): GraphQLError =>
  requestError(
    'OPERATION_RESOLUTION_FAILURE',
    name === null
      ? 'The document has several operations: operationName must say which.'
      : 'The document has no operation of this name.',
  );

type PreparedPair = (permissions: ReadonlySet<string>) => Prepared | Refused;

/** At most two forms of an operation exist: for callers who lack nothing, and for all others. */
function preparePair(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  execution: Execution,
): PreparedPair {
  const required: RequiredRights = requiredRights(schema, document, operation);
  const forms = new Map<GraphQLSchema, Prepared>();
  const costs = costing(schema, document, operation);
  const { isPerActor } = required;
  const baseOf = (under: GraphQLSchema) => ({
    ...{ schema: under, document, operation, costing: costs, isPerActor },
    written: under === schema ? writtenRun(schema, document, operation) : null,
  });
  const form = (under: GraphQLSchema, by: Execution): Prepared => {
    const known = forms.get(under) ?? ready(baseOf(under), by);
    forms.set(under, known);
    return known;
  };
  return (permissions) => {
    const lacking = required.entrance.find((permission) => !permissions.has(permission));
    if (lacking !== undefined) return { errors: [forbidden(lacking)] };
    const isOpen = required.within.every((permission) => permissions.has(permission));
    if (isOpen) return form(schema, execution);
    // graphql-jit does not catch what a type's resolver throws, graphql-js does.
    return form(guardedSchema(schema), required.isDecidedByRow ? 'interpreted' : execution);
  };
}

type Run = Prepared['run'];
type Runnable = Pick<Prepared, 'schema' | 'document' | 'operation'>;

/** Compiled with its first run: what the store writes is never run. */
function ready(base: Omit<Prepared, 'run'>, execution: Execution): Prepared {
  let run: Run | null = execution === 'compiled' ? null : interpreted(base);
  return {
    ...base,
    run(root, context, variables) {
      run ??= compile(base) ?? interpreted(base);
      return run(root, context, variables);
    },
  };
}

function interpreted({ schema, document, operation }: Runnable): Run {
  const operationName = operation.name?.value;
  return async (rootValue, contextValue, variableValues) =>
    interpret({ schema, document, operationName, rootValue, contextValue, variableValues });
}

/** Null when the operation still declares a variable of a recursive input type. */
export function compile({ schema, document, operation }: Runnable): Run | null {
  const shortened = compilable(schema, document, operation);
  const compiled = compileQuery(schema, shortened, operation.name?.value, {
    disablingCapturingStackErrors: true,
  });
  if (!isCompiledQuery(compiled)) return null;
  const withDefaults = defaultsOf(schema, operation);
  return async (root: unknown, context: object, variables: Variables) =>
    compiled.query(root, context, withDefaults === null ? variables : withDefaults(variables));
}
