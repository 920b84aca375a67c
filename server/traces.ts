import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  defaultTextMapGetter,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Attributes,
  type Context,
  type Span,
  type Tracer,
} from '@opentelemetry/api';
import { ExportResultCode, W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BasicTracerProvider,
  BatchSpanProcessor,
  type SpanExporter,
} from '@opentelemetry/sdk-trace-base';
import type { ExecutionResult } from 'graphql';
import type { StatementWatch } from '../prisma/database.js';
import { asksForStream } from './event-stream.js';
import type { Log } from './log.js';
import { isRefused, type Prepared, type Refused } from './prepare.js';
import { seldom } from './seldom.js';
import { documentWithoutLiterals, statementWithoutLiterals } from './traced-text.js';

/** What the parts of a server tell of the requests they answer; what is inside is its child. */
export interface Traces {
  /** Runs what answers a request within its span, which goes on from an incoming `traceparent`. */
  request(
    request: IncomingMessage,
    response: ServerResponse,
    work: () => Promise<void>,
  ): Promise<void>;
  /** Runs an operation within its span. */
  operation<R extends ExecutionResult>(
    prepared: Prepared | Refused,
    work: () => Promise<R>,
  ): Promise<R>;
  /** Told of each statement: a span where it is sent within one of the above. */
  readonly onStatement: StatementWatch;
  /** Sends what is not sent yet, for at most some seconds. */
  close(): Promise<void>;
}

/** Where the spans go, and whose they are. */
export interface TracesTo {
  /** The base of the collector, without `/v1/traces`. */
  readonly endpoint: string;
  readonly serviceName: string;
  readonly log: Pick<Log, 'warn'>;
}

/** A collector that is away must not hold up a stop for longer than this, in milliseconds. */
const EXPORT_TIMEOUT = 3_000;

/** Spans that a collector did not take are lost; the log says so now and then. */
function telling(exporter: SpanExporter, log: TracesTo['log']): SpanExporter {
  const tell = seldom(
    (error: Error | undefined, keptBack) => log.warn({ err: error, keptBack }, 'spans were lost'),
    { now: Date.now },
  );
  return {
    export: (spans, done) =>
      exporter.export(spans, (result) => {
        if (result.code !== ExportResultCode.SUCCESS) tell(result.error);
        done(result);
      }),
    forceFlush: () => exporter.forceFlush?.() ?? Promise.resolve(),
    shutdown: () => exporter.shutdown(),
  };
}

function providerTo({ endpoint, serviceName, log }: TracesTo): BasicTracerProvider {
  const url = `${endpoint.replace(/\/+$/, '')}/v1/traces`;
  const exporter = new OTLPTraceExporter({ url, timeoutMillis: EXPORT_TIMEOUT });
  const batches = new BatchSpanProcessor(telling(exporter, log), {
    exportTimeoutMillis: EXPORT_TIMEOUT,
  });
  return new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': serviceName }),
    spanProcessors: [batches],
  });
}

/** Makes spans by the conventions of OpenTelemetry. Loaded only when they are asked for. */
export function createTraces(to: TracesTo): Traces {
  const provider = providerTo(to);
  const tracer = provider.getTracer('throughline');
  // Our own, not the library's global one: two servers in a process do not share it.
  const current = new AsyncLocalStorage<Context>();
  return {
    request: requestsIn(tracer, current),
    operation: operationsIn(tracer, current),
    onStatement: statementsIn(tracer, current),
    async close() {
      await provider.shutdown().catch(() => undefined);
      current.disable();
    },
  };
}

const METHODS = new Set(['GET', 'POST', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PATCH']);
/** What stands behind it is left out: it names things, and may hold a document. */
const ROUTE = /^\/(graphql|bulk)(?=[/?]|$)/;
const HEALTH = /^\/health(?=[/?]|$)/;

function attributesOf({ method = 'GET' }: IncomingMessage, route: string | undefined) {
  return {
    'http.request.method': METHODS.has(method) ? method : '_OTHER',
    'url.scheme': 'http',
    ...(route !== undefined && { 'http.route': route, 'url.path': route }),
  } satisfies Attributes;
}

function requestsIn(tracer: Tracer, current: AsyncLocalStorage<Context>): Traces['request'] {
  const propagator = new W3CTraceContextPropagator();
  return async (request, response, work) => {
    const url = request.url ?? '/';
    // A stream may last for days, and all that is sent meanwhile would be its child.
    if (HEALTH.test(url) || asksForStream(request)) return work();
    const route = ROUTE.exec(url)?.[0];
    const attributes = attributesOf(request, route);
    const name = [attributes['http.request.method'], route].filter(Boolean).join(' ');
    const from = propagator.extract(ROOT_CONTEXT, request.headers, defaultTextMapGetter);
    const span = tracer.startSpan(name, { kind: SpanKind.SERVER, attributes }, from);
    try {
      await current.run(trace.setSpan(from, span), work);
    } finally {
      const { statusCode } = response;
      span.setAttribute('http.response.status_code', statusCode);
      if (statusCode >= 500) failed(span, [String(statusCode)]);
      span.end();
    }
  };
}

/** What went wrong by its codes: messages may hold what somebody sent. */
function failed(span: Span, codes: readonly string[]): void {
  const [first = 'INTERNAL_SERVER_ERROR'] = codes;
  span.setAttribute('error.type', first);
  span.setStatus({ code: SpanStatusCode.ERROR, message: [...new Set(codes)].join(', ') });
}

const codesOf = ({ errors = [] }: ExecutionResult): string[] =>
  errors.map(({ extensions: { code } }) =>
    typeof code === 'string' ? code : 'INTERNAL_SERVER_ERROR',
  );

function operationAttributes(prepared: Prepared | Refused): Attributes {
  if (isRefused(prepared)) return {};
  const { operation, document } = prepared;
  return {
    'graphql.operation.type': operation.operation,
    ...(operation.name && { 'graphql.operation.name': operation.name.value }),
    'graphql.document': documentWithoutLiterals(document),
  };
}

function operationsIn(tracer: Tracer, current: AsyncLocalStorage<Context>): Traces['operation'] {
  return async (prepared, work) => {
    const attributes = operationAttributes(prepared);
    const name = isRefused(prepared) ? 'GraphQL Operation' : prepared.operation.operation;
    const from = current.getStore() ?? ROOT_CONTEXT;
    const span = tracer.startSpan(name, { kind: SpanKind.SERVER, attributes }, from);
    try {
      const result = await current.run(trace.setSpan(from, span), work);
      const codes = codesOf(result);
      if (codes.length > 0) failed(span, codes);
      return result;
    } catch (error) {
      failed(span, []);
      throw error;
    } finally {
      span.end();
    }
  };
}

function statementsIn(tracer: Tracer, current: AsyncLocalStorage<Context>): StatementWatch {
  return (text) => {
    const from = current.getStore();
    // What goes on after its request has ended, such as giving positions, belongs to no trace.
    if (from === undefined || trace.getSpan(from)?.isRecording() !== true) return undefined;
    const query = statementWithoutLiterals(text);
    const verb = /^\w+/.exec(query)?.[0].toUpperCase() ?? 'STATEMENT';
    const attributes = {
      'db.system.name': 'postgresql',
      'db.operation.name': verb,
      'db.query.text': query,
    };
    const span = tracer.startSpan(verb, { kind: SpanKind.CLIENT, attributes }, from);
    return (error) => {
      if (error !== null) {
        const code = sqlState(error);
        span.setAttribute('db.response.status_code', code);
        failed(span, [code]);
      }
      span.end();
    };
  };
}

/** The SQLSTATE of a failure, or the code of what broke the connection. */
function sqlState(error: unknown): string {
  const { code } = error as { readonly code?: unknown };
  return typeof code === 'string' ? code : '_OTHER';
}
