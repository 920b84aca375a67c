import { GraphFailed, type GraphErrorEntry } from './errors.js';
import type { TypedDocumentString } from './generated/graphql.js';
import { openSocket, type SocketFactory } from './socket.js';
import { follow, type FollowOptions } from './follow.js';

export {
  done,
  GraphFailed,
  MutationRefused,
  type RefusedInAtomic,
  type Refusal,
} from './errors.js';

/** An operation with the types of what it takes and answers, as the generated code exports it. */
export type Operation<Answer, Variables> = TypedDocumentString<Answer, Variables>;

export interface ClientOptions {
  /** Of the graph, such as `http://127.0.0.1:4000/graphql`. */
  readonly url: string;
  /** The API key. */
  readonly token: string;
  /** Opens sockets where the runtime has none of its own. */
  readonly webSocket?: SocketFactory;
  /**
   * Names each document by its id instead of sending it, as a key that is locked to an app must;
   * the manifest `generated/persisted-documents.json` has to be registered before.
   */
  readonly sendsIds?: boolean;
}

export interface RequestOptions {
  /** Makes each mutation of the request happen once, however often it is sent. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

export interface Client {
  /** Runs a query or a mutation. Throws GraphFailed when the answer holds errors. */
  request<Answer, Variables>(
    operation: Operation<Answer, Variables>,
    variables: Variables,
    options?: RequestOptions,
  ): Promise<Answer>;
  /**
   * Follows a subscription. When the socket drops it connects again and goes on after the last
   * cursor, so that nothing is missed and nothing told twice. Throws GraphFailed when refused.
   */
  subscribe<Answer extends object, Variables extends object>(
    operation: Operation<Answer, Variables>,
    variables: Variables,
    options?: FollowOptions,
  ): AsyncIterableIterator<Answer>;
  /** Ends all subscriptions and closes the socket. */
  close(): Promise<void>;
}

interface GraphAnswer {
  readonly data?: unknown;
  readonly errors?: readonly GraphErrorEntry[];
}

/** A client of the graph over HTTP and, for subscriptions, over one WebSocket. */
export function createClient({ url, token, webSocket, sendsIds }: ClientOptions): Client {
  const idOf = <A, V>({ __meta__ }: Operation<A, V>) => String(__meta__?.hash);
  const named = <A, V>(operation: Operation<A, V>) =>
    sendsIds ? { documentId: idOf(operation) } : { query: operation.toString() };
  const socket = openSocket({ url, token, webSocket });

  async function request<Answer, Variables>(
    operation: Operation<Answer, Variables>,
    variables: Variables,
    { idempotencyKey, signal }: RequestOptions = {},
  ): Promise<Answer> {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        accept: 'application/graphql-response+json, application/json',
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
        ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
      },
      body: JSON.stringify({ ...named(operation), variables }),
      signal,
    });
    return answerOf<Answer>(response);
  }

  return {
    request,
    subscribe: (operation, variables, options) =>
      follow(socket, { query: '', ...named(operation) }, variables, options),
    close: () => socket.close(),
  };
}

async function answerOf<Answer>(response: Response): Promise<Answer> {
  const text = await response.text();
  const answer = parsed(text);
  if (answer === null)
    throw new GraphFailed(
      [{ message: `The server answered ${response.status}.` }],
      response.status,
    );
  const { data, errors = [] } = answer;
  if (errors.length > 0 || data == null) throw new GraphFailed(errors, response.status, data);
  return data as Answer;
}

function parsed(text: string): GraphAnswer | null {
  try {
    return JSON.parse(text) as GraphAnswer;
  } catch {
    return null;
  }
}
