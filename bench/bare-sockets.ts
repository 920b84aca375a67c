import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';

/**
 * The peer of the fan-out benchmark: a bare `ws` server that knows who listens to what, and sends
 * each of them the text it is given. It reads nothing, checks nothing and remembers nothing.
 */

/** A text for one group of listeners. */
export interface Broadcast {
  readonly group: string;
  readonly text: string;
}

const server = createServer();
const wss = new WebSocketServer({
  server,
  perMessageDeflate: false,
  handleProtocols: ([first]) => first ?? false,
});
const groups = new Map<string, Set<WebSocket>>();

wss.on('connection', (socket) => {
  socket.on('message', (data: Buffer) => {
    const said = JSON.parse(data.toString()) as {
      readonly type: string;
      readonly payload: { readonly variables: { readonly id: string } };
    };
    if (said.type === 'connection_init') socket.send('{"type":"connection_ack"}');
    if (said.type !== 'subscribe') return;
    const { id } = said.payload.variables;
    groups.set(id, (groups.get(id) ?? new Set()).add(socket));
  });
});

process.on('message', ({ group, text }: Broadcast) => {
  const bytes = Buffer.from(text);
  for (const socket of groups.get(group) ?? []) socket.send(bytes, { binary: false });
});
process.on('disconnect', () => process.exit(0));
server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
});
