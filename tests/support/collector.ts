import { createServer, type IncomingMessage } from 'node:http';
import { listen, drain } from '../../server/http.js';

/** A span as OTLP writes it in JSON. */
export interface CollectedSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  /** 2 is a server, 3 a client. */
  readonly kind: number;
  /** 2 is an error. */
  readonly status: { readonly code: number; readonly message?: string };
  readonly attributes: Readonly<Record<string, unknown>>;
}

interface OtlpAttribute {
  readonly key: string;
  readonly value: Readonly<Record<string, unknown>>;
}

interface OtlpTraces {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly OtlpAttribute[] };
    readonly scopeSpans: readonly {
      readonly spans: readonly (Omit<CollectedSpan, 'attributes'> & {
        readonly attributes: readonly OtlpAttribute[];
      })[];
    }[];
  }[];
}

/** A collector of traces, on a free port of this machine. */
export interface Collector {
  readonly url: string;
  readonly spans: CollectedSpan[];
  /** The bodies as they came. */
  readonly bodies: string[];
  readonly paths: Set<string>;
  readonly services: Set<unknown>;
  close(): Promise<void>;
}

const plain = (attributes: readonly OtlpAttribute[]): Record<string, unknown> =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

export async function openCollector(): Promise<Collector> {
  const collected = { spans: [] as CollectedSpan[], bodies: [] as string[] };
  const [paths, services] = [new Set<string>(), new Set<unknown>()];
  const take = (text: string): void => {
    collected.bodies.push(text);
    for (const { resource, scopeSpans } of (JSON.parse(text) as OtlpTraces).resourceSpans) {
      services.add(plain(resource.attributes)['service.name']);
      for (const span of scopeSpans.flatMap(({ spans }) => spans))
        collected.spans.push({ ...span, attributes: plain(span.attributes) });
    }
  };
  const server = createServer((request, response) => {
    paths.add(request.url ?? '');
    void textOf(request).then((text) => {
      take(text);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  const url = await listen(server, 0, '127.0.0.1');
  return { url, paths, services, ...collected, close: () => drain(server, 0) };
}
