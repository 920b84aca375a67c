import { HeaderMap, type HTTPGraphQLResponse } from '@apollo/server';
import type { ExecutionResult } from 'graphql';
import type { IncomingHttpHeaders } from 'node:http';
import type { Documents } from './documents.js';
import type { Caller, Executor } from './executor.js';
import { isRefused, type Variables } from './prepare.js';

/** A request in the plain form that nothing has to be negotiated of. */
export interface PlainRequest {
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: Variables;
  /** The media type that the client wants most. */
  readonly type: string;
}

const JSON_TYPE = 'application/json';
const RESPONSE_TYPE = 'application/graphql-response+json';
const SENT_AS_JSON = /^application\/json *(;|$)/;
const KEYS: ReadonlySet<string> = new Set(['query', 'operationName', 'variables']);

/** The media type of the answer where the client says it without weights; null otherwise. */
function typeWanted(accept: string | undefined): string | null {
  if (accept === undefined || accept === '*/*') return JSON_TYPE;
  const first = accept.split(',', 1)[0]!.trim();
  return first === JSON_TYPE || first === RESPONSE_TYPE ? first : null;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads a POST of JSON that has a query and at most its name and its variables. */
export function plainRequest(
  method: string,
  headers: IncomingHttpHeaders,
  body: unknown,
): PlainRequest | null {
  if (method !== 'POST' || !SENT_AS_JSON.test(headers['content-type'] ?? '')) return null;
  const type = typeWanted(headers.accept);
  if (type === null || !isObject(body)) return null;
  const { query, operationName = null, variables } = body;
  if (typeof query !== 'string' || !Object.keys(body).every((key) => KEYS.has(key))) return null;
  if (operationName !== null && typeof operationName !== 'string') return null;
  if (variables != null && !isObject(variables)) return null;
  return { query, operationName, variables: variables ?? {}, type };
}

interface DirectParts {
  readonly documents: Documents;
  readonly executor: Executor;
  readonly stringify: (result: ExecutionResult) => string;
}

/** An answer to be sent, or a result that has errors, for whoever knows how they are told. */
export type Direct =
  { readonly response: HTTPGraphQLResponse } | { readonly result: ExecutionResult };

/**
 * Runs an operation of a document that was admitted lately without the protocol's machinery: of a
 * plain answer nothing of it is used. Null for any other; nothing is done then.
 */
export async function answerDirectly(
  { documents, executor, stringify }: DirectParts,
  { query, operationName, variables, type }: PlainRequest,
  caller: Caller,
): Promise<Direct | null> {
  // What an app is locked to is looked up by the hash, which is not made here.
  if (caller.app !== null) return null;
  const prepared = documents.prepareKept(query, operationName, caller.actor.permissions);
  if (!prepared || isRefused(prepared)) return null;
  const result = await executor.execute(prepared, caller, variables, 'text');
  if (result.errors) return { result };
  const headers = new HeaderMap([['content-type', `${type}; charset=utf-8`]]);
  const body = { kind: 'complete', string: stringify(result) } as const;
  return { response: { status: 200, headers, body } };
}
