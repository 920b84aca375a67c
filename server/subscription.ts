import {
  OperationTypeNode,
  createSourceEventStream,
  type ExecutionArgs,
  type ExecutionResult,
} from 'graphql';
import type { Actor } from '../modules/kernel/index.js';
import { coerceVariables } from './coerce.js';
import type { Caller, Executor } from './executor.js';
import { isRefused, requestError, type Prepared, type Refused, type Variables } from './prepare.js';

/** A subscription as one socket asked for it. */
export interface Subscribing {
  readonly caller: Caller;
  readonly variables: Variables;
  /**
   * The operation for what the caller may now; asked again for each event, because rights change.
   */
  readonly prepare: (actor: Actor) => Prepared | Refused;
  /** The caller as known now; null when the key has ended, and the socket is being closed. */
  readonly actorNow: () => Promise<Actor | null>;
  /** Called once when it has ended, whatever ended it. */
  readonly onEnd: () => void;
}

/** What a subscription answers, as a stream that can be ended at any moment. */
export interface ResultStream extends AsyncIterableIterator<ExecutionResult, void> {
  return(): Promise<IteratorReturnResult<void>>;
  throw(error: unknown): Promise<never>;
}

/**
 * Opens a subscription's source. Each event is executed with fresh rights and a fresh reader; the
 * stream of results is the context of the arguments that are answered. Errors when nothing opened.
 */
export async function subscribeTo(
  executor: Executor,
  subscribing: Subscribing,
): Promise<ExecutionArgs | Refused> {
  const { caller, variables } = subscribing;
  const tell = ({ errors }: Refused): Refused => ({
    errors: executor.tell(errors, caller.requestId),
  });
  const prepared = subscribing.prepare(caller.actor);
  if (isRefused(prepared)) return tell(prepared);
  if (prepared.operation.operation !== OperationTypeNode.SUBSCRIPTION)
    return tell({ errors: [onlyHere()] });
  const gate = coerceVariables(prepared, variables);
  if (isRefused(gate)) return tell(gate);
  const refused = executor.admit(prepared, caller, gate.coerced);
  if (refused) return tell({ errors: [refused] });
  const { schema, document } = prepared;
  const operationName = prepared.operation.name?.value;
  const source = await createSourceEventStream({
    schema,
    document,
    operationName,
    contextValue: executor.contextOf(caller, gate.coerced),
    variableValues: variables,
  });
  if (!(Symbol.asyncIterator in source)) return tell({ errors: source.errors ?? [] });
  const stream = results(source, subscribing.onEnd, (event) =>
    executeEvent(executor, subscribing, gate.coerced, event),
  );
  return { schema, document, operationName, contextValue: stream };
}

const onlyHere = () =>
  requestError('SUBSCRIPTIONS_ONLY', 'Queries and mutations are served over HTTP.');

async function executeEvent(
  executor: Executor,
  { caller, variables, prepare, actorNow }: Subscribing,
  coerced: Variables,
  event: unknown,
): Promise<ExecutionResult | null> {
  const actor = await actorNow();
  if (actor === null) return null;
  const prepared = prepare(actor);
  if (isRefused(prepared)) return { errors: executor.tell(prepared.errors, caller.requestId) };
  const context = executor.contextOf({ ...caller, actor }, coerced);
  const result = await prepared.run(event, context, variables);
  if (!result.errors?.length) return result;
  return { ...result, errors: executor.tell(result.errors, caller.requestId) };
}

/**
 * Written by hand, because `return` of an async generator waits for the event that it awaits: an
 * idle subscription could then not be ended. Ends after an event that answers null or no data.
 */
function results(
  source: AsyncIterable<unknown>,
  onEnd: () => void,
  execute: (event: unknown) => Promise<ExecutionResult | null>,
): ResultStream {
  const events = source[Symbol.asyncIterator]();
  let isDone = false;
  const end = (): IteratorReturnResult<void> => {
    if (!isDone) {
      isDone = true;
      onEnd();
      // An idle source ends only with its next event; nobody waits for that.
      Promise.resolve(events.return?.()).catch(() => undefined);
    }
    return { done: true, value: undefined };
  };
  return {
    async next() {
      try {
        const event = isDone ? null : await events.next();
        if (isDone || event === null || event.done) return end();
        const value = await execute(event.value);
        if (value?.data === undefined) end();
        return value === null ? end() : { done: false, value };
      } catch (error) {
        end();
        throw error;
      }
    },
    return: () => Promise.resolve(end()),
    throw(error: unknown) {
      end();
      return Promise.reject(error instanceof Error ? error : new Error(String(error)));
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
