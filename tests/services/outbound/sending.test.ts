import type dns from 'node:dns';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createRawServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { parseNetworks } from '../../../modules/outbound/index.js';
import { createSender, type Sender } from '../../../modules/outbound/sending.js';

const local = parseNetworks(['127.0.0.0/8', '::1'])!;
const closing: (() => unknown)[] = [];

afterEach(async () => {
  vi.restoreAllMocks();
  for (const close of closing.splice(0)) await close();
});

function senderWith(allowed = local, timeoutMs = 500): Sender {
  const sender = createSender({ allowed, timeoutMs });
  closing.push(() => sender.close());
  return sender;
}

const listenOn = async (server: Pick<Server, 'listen' | 'address' | 'close'>): Promise<number> => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  closing.push(() => server.close());
  return (server.address() as AddressInfo).port;
};

async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener);
  const port = await listenOn(server);
  closing.unshift(() => server.closeAllConnections());
  return port;
}

const message = (url: string) => ({ url, headers: { 'x-test': '1' }, body: '{"a":"ä"}' });

describe('a message', () => {
  it('is posted with its headers and its length', async () => {
    let seen: object = {};
    const port = await serve((request, response) => {
      const { method, headers } = request;
      seen = { method, length: headers['content-length'], test: headers['x-test'] };
      response.writeHead(202).end();
    });
    const answer = await senderWith().post(message(`http://127.0.0.1:${port}/a`));
    expect(answer).toMatchObject({ outcome: 'DELIVERED', httpStatus: 202 });
    expect(seen).toEqual({ method: 'POST', length: '10', test: '1' });
  });

  it('follows no redirect', async () => {
    let asked = 0;
    const port = await serve((_request, response) => {
      asked += 1;
      response.writeHead(307, { location: 'http://169.254.169.254/latest/meta-data' }).end();
    });
    const answer = await senderWith().post(message(`http://127.0.0.1:${port}/`));
    expect(answer).toMatchObject({ outcome: 'REFUSED', httpStatus: 307 });
    expect(asked).toBe(1);
  });

  it('reads no more of an answer than its beginning, and keeps no control characters', async () => {
    let written = 0;
    const port = await serve((_request, response) => {
      response.writeHead(500);
      const pour = (): void => {
        if (response.destroyed || written > 50_000_000) return;
        written += 65_536;
        if (response.write(`\u0000\u001b[2J${'x'.repeat(65_530)}`)) setImmediate(pour);
        else response.once('drain', pour);
      };
      pour();
    });
    const answer = await senderWith().post(message(`http://127.0.0.1:${port}/`));
    expect(answer).toMatchObject({ outcome: 'REFUSED', httpStatus: 500 });
    expect(answer.detail!.length).toBeLessThanOrEqual(300);
    expect(answer.detail).toMatch(/^\[2Jx+$/);
    expect(written).toBeLessThan(50_000_000);
  });

  it.each([
    ['no answer', () => undefined],
    [
      'an answer that never ends',
      (_: unknown, response: { write(text: string): void }) => {
        response.write('x');
      },
    ],
  ])('waits for %s no longer than it may', async (_name, listener) => {
    const port = await serve(listener);
    const began = Date.now();
    const answer = await senderWith(local, 200).post(message(`http://127.0.0.1:${port}/`));
    expect(['TIMED_OUT', 'DELIVERED']).toContain(answer.outcome);
    expect(Date.now() - began).toBeLessThan(3_000);
  });

  it('meets a server that speaks nonsense, and one that is not there', async () => {
    const raw = createRawServer((socket) => socket.end('nonsense\r\n\r\n'));
    const port = await listenOn(raw as unknown as Server);
    const answer = await senderWith().post(message(`http://127.0.0.1:${port}/`));
    expect(answer.outcome).toBe('UNREACHABLE');
    const gone = await senderWith().post(message('http://127.0.0.1:1/'));
    expect(gone).toMatchObject({ outcome: 'UNREACHABLE', detail: 'ECONNREFUSED' });
  });

  it('heeds how long an endpoint asks to be left alone', async () => {
    const port = await serve((_request, response) =>
      response.writeHead(429, { 'retry-after': '7' }).end('slow down'),
    );
    const answer = await senderWith().post(message(`http://127.0.0.1:${port}/`));
    expect(answer).toMatchObject({ httpStatus: 429, detail: 'slow down', retryAfterMs: 7_000 });
  });
});

describe('an address that is not public', () => {
  it.each([
    ...['http://127.0.0.1', 'https://127.1', 'https://2130706433', 'https://0x7f000001'],
    ...['https://[::1]', 'https://[::ffff:127.0.0.1]', 'https://[::ffff:7f00:1]'],
    ...['https://169.254.169.254/latest', 'https://10.0.0.1', 'https://192.168.0.1'],
    ...['https://[fd00::1]', 'https://[fe80::1]', 'https://0.0.0.0', 'https://[::]'],
    ...['https://localhost', 'http://localhost', 'https://[64:ff9b::7f00:1]'],
  ])('is not sent to: %s', async (url) => {
    const answer = await senderWith(parseNetworks([])!).post(message(url));
    expect(answer).toMatchObject({ outcome: 'ADDRESS_REFUSED', httpStatus: null });
  });

  it('is not sent to by plain http even where https may go', async () => {
    const answer = await senderWith(parseNetworks([])!).post(message('http://8.8.8.8/'));
    expect(answer.outcome).toBe('ADDRESS_REFUSED');
  });

  it('is found out at each connection, whatever the name led to before', async () => {
    let asked = 0;
    let served = 0;
    const port = await serve((_request, response) => {
      served += 1;
      response.writeHead(200, { connection: 'close' }).end();
    });
    const answers = ['127.0.0.1', '10.0.0.1', '127.0.0.1'];
    const lookup = ((_name: string, _options: object, answer: (...all: unknown[]) => void) => {
      const address = answers[asked++] ?? '10.0.0.1';
      answer(null, [{ address, family: 4 }]);
    }) as unknown as typeof dns.lookup;
    const sender = createSender({ allowed: local, timeoutMs: 500, lookup });
    closing.push(() => sender.close());
    const post = () => sender.post(message(`http://rebinding.test:${port}/`));
    expect((await post()).outcome).toBe('DELIVERED');
    expect((await post()).outcome).toBe('ADDRESS_REFUSED');
    expect((await post()).outcome).toBe('DELIVERED');
    expect({ asked, served }).toEqual({ asked: 3, served: 2 });
  });

  it('spoils a name that leads to others as well', async () => {
    const lookup = ((_name: string, _options: object, answer: (...all: unknown[]) => void) =>
      answer(null, [
        { address: '93.184.215.14', family: 4 },
        { address: '169.254.169.254', family: 4 },
      ])) as unknown as typeof dns.lookup;
    const sender = createSender({ allowed: local, timeoutMs: 500, lookup });
    closing.push(() => sender.close());
    const answer = await sender.post(message('https://two-faced.test/'));
    expect(answer.outcome).toBe('ADDRESS_REFUSED');
  });
});
