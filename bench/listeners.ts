import { connect, type Socket } from 'node:net';
import { encodeFrame, frameReader } from './frames.js';
import { obey } from './worker.js';

/**
 * Many who listen, in a process of their own: sockets that understand just enough of the protocol,
 * so that what is measured is the server. It takes orders from its parent and answers each.
 */

/** What a parent may order. */
export type Order =
  | {
      readonly kind: 'OPEN';
      readonly url: string;
      /** What each socket says first, and then for each acknowledgement. */
      readonly hello: string;
      readonly asks: readonly string[];
    }
  | { readonly kind: 'STALL'; readonly count: number }
  | { readonly kind: 'COLLECT' };

/** What was heard since the last collection: places in the log, and when they were heard. */
export interface Heard {
  readonly places: Float64Array;
  readonly times: Float64Array;
  /** How many sockets were closed so far, by their codes. */
  readonly closed: Readonly<Record<string, number>>;
  /** The last message. */
  readonly sample: string;
}

const CURSOR = Buffer.from('"cursor":"');
const NEXT = Buffer.from('"type":"next"');
const ACKNOWLEDGED = Buffer.from('"type":"connection_ack"');
const AT_ONCE = 100;

const now = (): number => performance.timeOrigin + performance.now();

let places: number[] = [];
let times: number[] = [];
let sample: Buffer = Buffer.alloc(0);
const closed: Record<string, number> = {};
const sockets: Socket[] = [];

/** The place in the log that a message tells; the cursor is opaque to all but a benchmark. */
function placeOf(message: Buffer): number {
  const from = message.indexOf(CURSOR) + CURSOR.length;
  const cursor = message.toString('latin1', from, message.indexOf(0x22, from));
  return Number(/\d+/.exec(Buffer.from(cursor, 'base64url').toString('latin1'))?.[0]);
}

function openOne(url: URL, hello: string, ask: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(url.port), url.hostname);
    sockets.push(socket);
    socket.setNoDelay(true);
    socket.write(
      `GET ${url.pathname} HTTP/1.1\r\nHost: ${url.host}\r\nConnection: Upgrade\r\n` +
        'Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n' +
        'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n' +
        'Sec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n',
    );
    const read = frameReader({
      onHead: () => socket.write(encodeFrame(1, Buffer.from(hello))),
      onText(message) {
        if (message.includes(NEXT)) {
          places.push(placeOf(message));
          times.push(now());
          sample = message;
        } else if (message.includes(ACKNOWLEDGED)) {
          socket.write(encodeFrame(1, Buffer.from(ask)));
          resolve();
        } else reject(new Error(message.toString()));
      },
      onPing: (payload) => socket.write(encodeFrame(10, payload)),
      onClose(code) {
        closed[code] = (closed[code] ?? 0) + 1;
      },
    });
    socket.on('data', read);
    socket.on('error', reject);
  });
}

async function open({ url, hello, asks }: Extract<Order, { kind: 'OPEN' }>): Promise<number> {
  const address = new URL(url);
  for (let from = 0; from < asks.length; from += AT_ONCE)
    await Promise.all(asks.slice(from, from + AT_ONCE).map((ask) => openOne(address, hello, ask)));
  return sockets.length;
}

function collect(): Heard {
  const heard = {
    ...{ places: Float64Array.from(places), times: Float64Array.from(times), closed },
    sample: sample.toString(),
  };
  [places, times] = [[], []];
  return heard;
}

obey((order: Order) => {
  if (order.kind === 'OPEN') return open(order);
  if (order.kind === 'COLLECT') return collect();
  return sockets.slice(0, order.count).map((socket) => socket.pause()).length;
});
