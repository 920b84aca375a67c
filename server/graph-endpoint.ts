import {
  ApolloServer,
  HeaderMap,
  type ApolloServerOptionsWithGateway,
  type ApolloServerPlugin,
  type HTTPGraphQLResponse,
} from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { ExecutionResult } from 'graphql';
import type { IncomingHttpHeaders } from 'node:http';
import { REFUSED_COST, type Admission } from './admission.js';
import { callerOf, type Authenticate } from './caller.js';
import { answerDirectly, plainRequest } from './direct-answer.js';
import type { Documents } from './documents.js';
import type { Caller, Executor } from './executor.js';
import { gatewayTo, type GatewayExecutor } from './gateway.js';
import { documentLimits } from './limits.js';
import type { Log } from './log.js';
import { keepable, withDocument } from './named-document.js';
import { writtenText } from './written.js';
import { trustRefusal, type TrustedDocuments } from './trusted-documents.js';

export interface GraphEndpointParts {
  readonly documents: Documents;
  readonly executor: Executor;
  readonly admission: Admission;
  readonly authenticate: Authenticate;
  /** Texts that clients may name by `documentId` instead of sending them. */
  readonly trustedDocuments: TrustedDocuments;
  readonly log: Log;
}

export interface GraphRequest {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  /** With its question mark, or empty. */
  readonly search: string;
  readonly body: unknown;
  readonly requestId: string;
  /** Of the client, as far as our own proxies tell it. */
  readonly address: string;
}

export interface GraphEndpoint {
  /** Answers one request. Throws RequestRefused for what is no GraphQL request at all. */
  answer(request: GraphRequest): Promise<HTTPGraphQLResponse>;
  stop(): Promise<void>;
}

/** The graph over HTTP: Apollo Server for the protocol, our executor for what it means. */
export async function createGraphEndpoint(parts: GraphEndpointParts): Promise<GraphEndpoint> {
  const server = new ApolloServer<Asked>(optionsOf(parts));
  await server.start();
  return {
    stop: () => server.stop(),
    async answer({ headers, requestId, address, ...request }) {
      const { method } = request;
      const { search, body, isKeepable } = await withDocument(request, parts.trustedDocuments);
      const calls = () =>
        callerOf({ headers, requestId, address }, parts.authenticate, parts.admission);
      const plain = plainRequest(method, headers, body);
      const calling = plain && calls();
      const direct = await calling?.then(
        (caller) => answerDirectly({ ...parts, stringify: stringifyResult }, plain!, caller),
        // Who may not call is told so by Apollo Server.
        () => null,
      );
      if (direct && 'response' in direct) return direct.response;
      const response = await server.executeHTTPGraphQLRequest({
        httpGraphQLRequest: { method, search, headers: headerMap(headers), body },
        context: async () => ({ ...(await (calling ?? calls())), done: direct?.result }),
      });
      return isKeepable ? keepable(response, headers['if-none-match']) : response;
    },
  };
}

/** Who asks, and the result with errors of what was run already: Apollo Server tells them. */
type Asked = Caller & { readonly done: ExecutionResult | undefined };

function optionsOf(parts: GraphEndpointParts): ApolloServerOptionsWithGateway<Asked> {
  return {
    gateway: gatewayTo(executorOf(parts)),
    plugins: [
      statusPlugin(parts.admission),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
    // Documents are limited and validated by the executor, which the sockets share.
    dangerouslyDisableValidation: true,
    documentStore: {
      get: (key) => Promise.resolve(parts.documents.known(key.slice(-64))),
      set: () => Promise.resolve(),
      delete: () => Promise.resolve(),
    } satisfies NonNullable<ApolloServerOptionsWithGateway<Asked>['documentStore']>,
    introspection: true,
    persistedQueries: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: documentLimits.tokens },
    stringifyResult,
    formatError: (formatted) => (isMeant(formatted) ? formatted : masked),
    logger: loggerOf(parts.log),
  };
}

/** The text of an answer; data that the store wrote is put in as it is. */
function stringifyResult(result: { readonly data?: unknown }): string {
  const text = writtenText(result.data);
  if (text === undefined) return JSON.stringify(result);
  const others = JSON.stringify({ ...result, data: undefined });
  return others === '{}' ? `{"data":${text}}` : `{"data":${text},${others.slice(1)}`;
}

function executorOf(parts: GraphEndpointParts): GatewayExecutor {
  const { documents, executor, trustedDocuments } = parts;
  return async ({ queryHash, document, request, context }) => {
    const { done, ...caller } = context as Asked;
    if (done) return done as Awaited<ReturnType<GatewayExecutor>>;
    const source = { hash: queryHash, document: document };
    const operationName = request.operationName ?? null;
    const prepared =
      (await trustRefusal(caller.app, queryHash, trustedDocuments)) ??
      documents.prepare(source, operationName, caller.actor.permissions);
    const result = await executor.execute(prepared, caller, request.variables ?? {}, 'text');
    return result as Awaited<ReturnType<GatewayExecutor>>;
  };
}

const masked = {
  message: 'Something went wrong here.',
  extensions: { code: 'INTERNAL_SERVER_ERROR' },
};

/**
 * Errors of ours carry a request id, Apollo's own a code; what has neither was thrown by accident.
 */
const isMeant = ({ extensions = {} }: { extensions?: Record<string, unknown> }) =>
  extensions.requestId !== undefined ||
  (typeof extensions.code === 'string' && extensions.code !== 'INTERNAL_SERVER_ERROR');

/**
 * Clients that ask for plain `application/json` get 200 for a document or variables that are wrong,
 * as GraphQL over HTTP has it; those that know `application/graphql-response+json` get 400. Whoever
 * asks too much gets 429 from both. A text that cannot be parsed never reaches the executor, and is
 * charged here.
 */
const statusPlugin = (admission: Admission): ApolloServerPlugin<Asked> => ({
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse({ request, response, errors, contextValue }) {
        if (!errors) return Promise.resolve();
        const { http } = response;
        const codes = errors.map(({ extensions }) => extensions.code);
        if (codes[0] === 'GRAPHQL_PARSE_FAILED')
          admission.charge(contextValue.actor.id, REFUSED_COST);
        const knows = request.http?.headers.get('accept')?.includes('graphql-response+json');
        const isMalformed = codes.includes('BAD_REQUEST');
        if (http.status === 400 && !knows && !isMalformed) http.status = 200;
        const limited = errors.find(({ extensions }) => extensions.code === 'RATE_LIMITED');
        if (limited) {
          http.status = 429;
          http.headers.set('retry-after', String(limited.extensions.retryAfter));
        }
        return Promise.resolve();
      },
    }),
});

function loggerOf(log: Log) {
  const tell = (level: 'debug' | 'warn' | 'error') => (message?: unknown) =>
    log[level](String(message));
  return { debug: tell('debug'), info: tell('debug'), warn: tell('warn'), error: tell('error') };
}

function headerMap(headers: IncomingHttpHeaders): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  return map;
}
