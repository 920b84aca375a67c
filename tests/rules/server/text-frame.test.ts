import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { writeText } from '../../../server/text-frame.js';

let server: WebSocketServer;
beforeAll(async () => {
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
});
afterAll(() => server.close());

/** What the library of the other side makes of what was written, some of it by `ws` itself. */
async function readBack(head: string, end: string): Promise<string[]> {
  const { port } = server.address() as AddressInfo;
  server.once('connection', (socket: WebSocket, request: IncomingMessage) => {
    socket.send('before');
    for (let times = 0; times < 2; times += 1)
      writeText(request.socket, Buffer.from(head), Buffer.from(end));
    socket.send('after');
    socket.close(4205);
  });
  const socket = new WebSocket(`ws://127.0.0.1:${port}`);
  const read: string[] = [];
  socket.on('message', (data: Buffer, isBinary) => read.push(isBinary ? '' : data.toString()));
  const [code] = (await once(socket, 'close')) as [number];
  return [...read, String(code)];
}

it.each([1, 60, 119, 120, 121, 4_095, 4_096, 4_097, 65_529, 65_530, 65_531, 200_000])(
  'writes a text message with an end of %i bytes among those of the library',
  async (bytes) => {
    const [head, end] = ['{"p":', 'x'.repeat(bytes)];
    expect(await readBack(head, end)).toEqual([
      ...['before', head + end, head + end, 'after', '4205'],
    ]);
  },
);

it('writes text of more than one byte a character', async () => {
  const text = `"${'漢'.repeat(3_000)}"`;
  expect(await readBack('{"名":', text)).toContain(`{"名":${text}`);
});
