import {
  OperationTypeNode,
  createSourceEventStream,
  type ExecutionResult,
  type GraphQLFormattedError,
} from 'graphql';
import type { LogCursor } from '../modules/events/index.js';
import type { Actor } from '../modules/kernel/index.js';
import type { GraphContext } from '../schema/context.js';
import type { StreamSource } from '../schema/stream.js';
import { purposesOf } from './variable-purposes.js';
import { coerceVariables } from './coerce.js';
import type { Caller, Executor } from './executor.js';
import { isRefused, requestError, type Prepared, type Refused, type Variables } from './prepare.js';

/** A subscription as its connection asked for it. */
export interface Asked {
  readonly caller: Caller;
  readonly variables: Variables;
  /** The operation for what the caller may; asked again when rights change. */
  readonly prepare: (actor: Actor) => Prepared | Refused;
  /** A cursor that came beside the operation, and goes before the one within it. */
  readonly after?: LogCursor | null;
}

/** A subscription that was prepared for what its caller may: what it follows, and how it is told. */
export interface Program {
  /** The same for all callers who are to be told the same, letter by letter. */
  readonly key: string;
  /** The same for all programs that tell the same of whatever each of them follows. */
  readonly kind: string;
  /** A part of the log, or a source of another kind, which is told to its end. */
  readonly source: StreamSource | AsyncIterable<unknown>;
  contextOf(actor: Actor): GraphContext;
  /** One message as JSON; those that are told by one context share their statements. */
  perform(message: unknown, context: GraphContext): Promise<string>;
}

/** All that an actor may and sees, so that equal rights are known by equal texts. */
export function rightsOf(actor: Actor): string {
  const known = rights.get(actor);
  if (known !== undefined) return known;
  const { companies, permissions, linkedId = '' } = actor;
  const reach = companies === 'ALL' ? companies : [...companies].sort().join();
  const text = `${reach} ${[...permissions].sort().join()} ${linkedId}`;
  rights.set(actor, text);
  return text;
}
const rights = new WeakMap<Actor, string>();

let numbered = 0;
const numbers = new WeakMap<Prepared, number>();

/** A prepared operation is one for its schema, its document and what may be read of it. */
function numberOf(prepared: Prepared): number {
  const known = numbers.get(prepared) ?? (numbered += 1);
  numbers.set(prepared, known);
  return known;
}

const inOrder = (_key: string, value: unknown): unknown =>
  value === null || typeof value !== 'object' || Array.isArray(value)
    ? value
    : Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));

/** The keys of a program: of what it tells, and of how it tells that. */
function keysOf(prepared: Prepared, { caller, variables }: Asked, actor: Actor) {
  const { beginning, following } = purposesOf(prepared.document, prepared.operation);
  const own = prepared.isPerActor ? actor.id : '';
  const keyWithout = (names: ReadonlySet<string>) => {
    const used = Object.fromEntries(Object.entries(variables).filter(([name]) => !names.has(name)));
    return JSON.stringify([numberOf(prepared), caller.locale, own, rightsOf(actor), used], inOrder);
  };
  return { key: keyWithout(beginning), kind: keyWithout(following) };
}

/**
 * Prepares a subscription for what an actor may, and opens its source. Errors when it is refused;
 * never throws for the caller's fault.
 */
export async function openProgram(
  executor: Executor,
  asked: Asked,
  actor: Actor,
): Promise<Program | Refused> {
  const { caller, variables } = asked;
  const tell = ({ errors }: Refused): Refused => ({
    errors: executor.tell(errors, caller.requestId),
  });
  const prepared = asked.prepare(actor);
  if (isRefused(prepared)) return tell(prepared);
  if (prepared.operation.operation !== OperationTypeNode.SUBSCRIPTION)
    return tell({ errors: [onlyHere()] });
  const gate = coerceVariables(prepared, variables);
  if (isRefused(gate)) return tell(gate);
  const contextOf = (now: Actor) => executor.contextOf({ ...caller, actor: now }, gate.coerced);
  const { schema, document } = prepared;
  const source = await createSourceEventStream({
    schema,
    document,
    operationName: prepared.operation.name?.value,
    contextValue: contextOf(actor),
    variableValues: variables,
  });
  if (!(Symbol.asyncIterator in source)) return tell({ errors: source.errors ?? [] });
  return {
    ...keysOf(prepared, asked, actor),
    source,
    contextOf,
    async perform(message, context) {
      const result = await prepared.run(message, context, variables);
      return resultText(executor, result, caller.requestId);
    },
  };
}

const onlyHere = () =>
  requestError('SUBSCRIPTIONS_ONLY', 'Queries and mutations are served over HTTP.');

/** A result as it goes over the line, with its errors as the caller may see them. */
function resultText(executor: Executor, result: ExecutionResult, requestId: string): string {
  if (!result.errors?.length) return JSON.stringify(result);
  const errors = executor.tell(result.errors, requestId);
  return JSON.stringify({ ...result, errors: errors.map((one) => one.toJSON()) });
}

/** What is told to whoever may not go on. */
export const refusalText = ({ errors }: Refused): string =>
  JSON.stringify({ errors: errors.map((one): GraphQLFormattedError => one.toJSON()) });
