import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

/** A message as an endpoint's own program would see it. */
export interface Received {
  readonly id: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  readonly at: number;
  readonly message: {
    readonly type: string;
    readonly timestamp: string;
    readonly data: Record<string, unknown>;
  };
}

type Answering = (received: Received, response: ServerResponse) => void;

/** A program that takes webhooks, on a free port of this machine. */
export interface Receiver {
  readonly url: string;
  readonly received: Received[];
  /** How it answers from now on; 204 when not said. */
  answer(answering: Answering): void;
  /** Fulfilled when so many messages came. */
  until(count: number): Promise<void>;
  close(): Promise<void>;
}

const taken: Answering = (_received, response) => response.writeHead(204).end();

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

export async function openReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  let answering = taken;
  const server = createServer((request, response) => {
    void textOf(request).then((body) => {
      const { headers } = request;
      const message = JSON.parse(body) as Received['message'];
      const one = { id: String(headers['webhook-id']), headers, body, message, at: Date.now() };
      received.push(one);
      answering(one, response);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    answer: (next) => void (answering = next),
    async until(count) {
      const deadline = Date.now() + 60_000;
      while (received.length < count && Date.now() < deadline)
        await new Promise((done) => setTimeout(done, 20));
      if (received.length < count)
        throw new Error(`${received.length} messages came instead of ${count}.`);
    },
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** Whether a secret opens the signature of a message. */
export function isSignedBy({ body, headers }: Received, secret: string): boolean {
  try {
    new Webhook(secret).verify(body, headers as Record<string, string>);
    return true;
  } catch {
    return false;
  }
}
