import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { CloseCode, handleProtocols, makeServer, type ServerOptions } from 'graphql-ws';
import type { WebSocket, WebSocketServer } from 'ws';
import type { Log } from './log.js';
import { CLOSE_TOO_SLOW } from './outlet.js';

/** What the gate is told of the connection that asks. */
export interface SocketExtra extends Record<PropertyKey, unknown> {
  readonly socket: WebSocket;
  readonly request: IncomingMessage;
}

export type SocketGate = ServerOptions<Record<string, unknown>, SocketExtra>;

const PING_MILLISECONDS = 12_000;
/** What is sent without being asked for stops far below; only answers that nobody reads come here. */
const UNREAD_MAX_BYTES = 4 * 1024 * 1024;

/**
 * Speaks graphql-transport-ws on every socket of `wss`. What a client does wrong closes its socket
 * and is logged quietly: a stranger must not be able to fill the log.
 */
export function speakProtocol(wss: WebSocketServer, gate: SocketGate, log: Log): void {
  const server = makeServer(gate);
  wss.options.handleProtocols = handleProtocols;
  wss.on('connection', (socket: WebSocket, request: IncomingMessage) => {
    const failed = (error: unknown) => {
      log.debug({ err: error }, 'a socket failed');
      socket.close(CloseCode.InternalServerError, 'Internal server error');
    };
    socket.on('error', failed);
    const stopPinging = keepAlive(socket, request.socket);
    boundAnswers(socket);
    const closed = server.opened(
      {
        protocol: socket.protocol,
        send: (data) => send(socket, data),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (take) =>
          socket.on('message', (data) => {
            take(textOf(data)).catch(failed);
          }),
      },
      { socket, request },
    );
    socket.once('close', (code, reason) => {
      stopPinging();
      closed(code, String(reason)).catch(failed);
    });
  });
}

/**
 * Fulfilled when the text is on its way, so that a slow client slows only its own subscriptions.
 */
function send(socket: WebSocket, data: string): Promise<void> {
  return new Promise((resolve, reject) => {
    if (socket.readyState !== socket.OPEN) resolve();
    else socket.send(data, (error) => (error ? reject(error) : resolve()));
  });
}

function textOf(data: Parameters<WebSocket['send']>[0]): string {
  if (Array.isArray(data)) return Buffer.concat(data as Buffer[]).toString('utf8');
  return Buffer.from(data as Buffer).toString('utf8');
}

/** Closes a socket that asks on and on and reads no answer: every ping has its pong. */
function boundAnswers(socket: WebSocket): void {
  const look = () => {
    if (socket.bufferedAmount > UNREAD_MAX_BYTES) socket.close(CLOSE_TOO_SLOW, 'Too slow');
  };
  socket.on('message', look);
  socket.on('ping', look);
}

/**
 * A peer that answers no ping until the next one is gone, and its socket is cut. While it does not
 * take what was sent before, it cannot answer: it is told to come back, should it read again.
 */
function keepAlive(socket: WebSocket, line: Socket): () => void {
  let isAlive = true;
  let takenBefore = 0;
  socket.on('pong', () => {
    isAlive = true;
  });
  const timer = setInterval(() => {
    const taken = line.bytesWritten - socket.bufferedAmount;
    if (!isAlive && taken <= takenBefore) {
      if (socket.bufferedAmount === 0) socket.terminate();
      else socket.close(CLOSE_TOO_SLOW, 'Too slow');
      return;
    }
    takenBefore = taken;
    isAlive = false;
    socket.ping();
  }, PING_MILLISECONDS);
  timer.unref();
  return () => clearInterval(timer);
}
