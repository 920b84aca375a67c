import { GraphQLError, getVariableValues, type ExecutionResult } from 'graphql';
import { Busy, type Feed, type Transact } from '../modules/events/index.js';
import type { Actor } from '../modules/kernel/index.js';
import type { PayloadCheck } from '../modules/outbound/index.js';
import type { Database, Session } from '../prisma/database.js';
import type { ReadRouter } from '../prisma/replica.js';
import type { Reader, RunStatement } from '../prisma/reader/index.js';
import type { GraphContext } from '../schema/context.js';
import { isRefused, requestError, type Prepared, type Refused, type Variables } from './prepare.js';
import { publicErrors, type Report } from './public-errors.js';
import { variablesRefusal } from './stored-text.js';
import { asksForTrial } from './trial.js';

/** Who asks, and with what around it. */
export interface Caller {
  readonly actor: Actor;
  readonly requestId: string;
  readonly locale: string;
  readonly idempotencyKey: string | null;
}

export interface ExecutorParts {
  readonly database: Pick<Database, 'query' | 'session'>;
  readonly transact: Transact;
  readonly feed: Feed;
  readonly readerOf: (parts: ReaderRequest) => Reader;
  readonly clock: () => Date;
  readonly report: Report;
  readonly checkPayload: (actor: Actor) => PayloadCheck;
  /** Told of each operation that was run or refused. */
  readonly onOperation?: (operation: OperationDone) => void;
  /** Where queries read; from the database itself when not said. */
  readonly reading?: ReadRouter;
}

/** An operation, and how it ended. */
export interface OperationDone {
  /** Null for one without a name, or that was refused before it had one. */
  readonly name: string | null;
  readonly kind: 'query' | 'mutation' | 'subscription' | 'unknown';
  readonly outcome: 'done' | 'errors' | 'refused';
  readonly seconds: number;
}

export interface ReaderRequest {
  readonly query: RunStatement;
  readonly actor: Actor;
  readonly now: Date;
  readonly variables: Variables;
}

export interface Executor {
  /**
   * Runs a query or a mutation and answers what the caller may see. Never throws for the caller's
   * fault.
   */
  execute(
    prepared: Prepared | Refused,
    caller: Caller,
    variables: Variables,
  ): Promise<ExecutionResult>;
  /** What resolvers are given for one run outside a trial; `variables` are coerced. */
  contextOf(caller: Caller, variables: Variables): GraphContext;
  /** Errors as the caller may see them. */
  tell(errors: readonly GraphQLError[], requestId: string): GraphQLError[];
}

export function createExecutor(parts: ExecutorParts): Executor {
  const tell: Executor['tell'] = (errors, requestId) =>
    publicErrors(errors, requestId, parts.report);
  return {
    tell,
    contextOf: (caller, variables) =>
      createContext(parts, caller, variables, parts.database).context,
    async execute(prepared, caller, variables) {
      const began = performance.now();
      const result = await run(parts, prepared, caller, variables);
      parts.onOperation?.(doneOf(prepared, result, (performance.now() - began) / 1_000));
      if (!result.errors?.length) return result;
      return { ...result, errors: tell(result.errors, caller.requestId) };
    },
  };
}

function doneOf(
  prepared: Prepared | Refused,
  { errors, data }: ExecutionResult,
  seconds: number,
): OperationDone {
  if (isRefused(prepared)) return { name: null, kind: 'unknown', outcome: 'refused', seconds };
  const { name, operation: kind } = prepared.operation;
  const outcome = errors === undefined ? 'done' : data === undefined ? 'refused' : 'errors';
  return { name: name?.value ?? null, kind, outcome, seconds };
}

/** Coerces the variables: the one gate for every operation, compiled or not. */
export function coerceVariables(
  prepared: Prepared,
  variables: Variables,
): { readonly coerced: Variables } | Refused {
  const declared = prepared.operation.variableDefinitions ?? [];
  const options = { maxErrors: 10, hideSuggestions: true };
  const { coerced, errors } = getVariableValues(prepared.schema, declared, variables, options);
  if (errors) return { errors: errors.map(badInput) };
  const refused = variablesRefusal(variables);
  return refused ? { errors: [refused] } : { coerced };
}

const badInput = ({ message, nodes, source, positions }: GraphQLError): GraphQLError =>
  new GraphQLError(message, { nodes, source, positions, extensions: { code: 'BAD_USER_INPUT' } });

async function run(
  parts: ExecutorParts,
  prepared: Prepared | Refused,
  caller: Caller,
  variables: Variables,
): Promise<ExecutionResult> {
  if (isRefused(prepared)) return prepared;
  if (prepared.operation.operation === 'subscription') return { errors: [notHere()] };
  const gate = coerceVariables(prepared, variables);
  if (isRefused(gate)) return gate;
  const { coerced } = gate;
  const trial = asksForTrial(prepared, coerced);
  if (trial instanceof GraphQLError) return { errors: [trial] };
  const runWith = async (session: Session | null) => {
    const source = session ?? (await sourceOf(parts, prepared));
    const { context, hasReplayed } = createContext(parts, caller, coerced, source, session);
    const result = await runSafely(prepared, context, variables);
    if (!hasReplayed()) return result;
    return { ...result, extensions: { ...result.extensions, idempotency: { replayed: true } } };
  };
  return trial ? tryOut(parts, runWith) : runWith(null);
}

/** What is thrown beside the fields, as by a type's resolver, is the result's error too. */
async function runSafely(
  prepared: Prepared,
  context: GraphContext,
  variables: Variables,
): Promise<ExecutionResult> {
  try {
    return await prepared.run(null, context, variables);
  } catch (error) {
    const originalError = error instanceof Error ? error : new Error(String(error));
    return { data: null, errors: [new GraphQLError(originalError.message, { originalError })] };
  }
}

const notHere = () =>
  requestError('SUBSCRIPTION_NEEDS_SOCKET', 'Subscriptions are served over a WebSocket.');

/** Resolves the whole answer inside one transaction and rolls it back. */
function tryOut(
  { database }: ExecutorParts,
  runWith: (session: Session) => Promise<ExecutionResult>,
): Promise<ExecutionResult> {
  return database.session(async (session) => {
    await session.execute('begin');
    try {
      return await runWith(session);
    } finally {
      await session.execute('rollback');
    }
  });
}

/** What only reads may read from a replica, all of it from one. */
async function sourceOf({ database, reading }: ExecutorParts, { operation }: Prepared) {
  return reading && operation.operation === 'query' ? reading.choose() : database;
}

function createContext(
  parts: ExecutorParts,
  caller: Caller,
  variables: Variables,
  source: Pick<Database, 'query'>,
  session: Session | null = null,
) {
  const { actor, requestId, locale, idempotencyKey } = caller;
  const now = parts.clock();
  const query: RunStatement = (statement) => source.query(statement);
  const freshReader = () => parts.readerOf({ query, actor, now, variables });
  let isReplay = false;
  let isUnfinished = false;
  const context: GraphContext = {
    actor,
    requestId,
    locale,
    variables,
    reader: freshReader(),
    feed: parts.feed,
    checkPayload: parts.checkPayload(actor),
    idempotencyKey,
    isTrial: session !== null,
    async transact(request, work) {
      const bound = { ...request, actor, requestId, ...(session ? { session } : {}) };
      // What builds on an earlier field that did not come to its end would be refused for good: its
      // key would keep that, and the repetition of the request could never be done.
      if (isUnfinished && request.idempotency) throw new Busy();
      const outcome = await parts.transact(bound, work).catch((error: unknown) => {
        isUnfinished = true;
        throw error;
      });
      isUnfinished ||= outcome.refusals.some(({ retryable }) => retryable);
      // What was read before may have changed by what was just written.
      context.reader = freshReader();
      isReplay ||= outcome.isReplay;
      return outcome;
    },
  };
  return { context, hasReplayed: () => isReplay };
}
