import { EventEmitter } from 'node:events';
import type { WebSocketServer } from 'ws';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLog } from '../../../server/log.js';
import { CLOSE_TOO_SLOW } from '../../../server/outlet.js';
import { speakProtocol, type SocketGate } from '../../../server/socket-protocol.js';

const PING_MS = 12_000;
const UNREAD_MAX = 4 * 1024 * 1024;

/** A peer as its socket shows it: what it has not taken, what was written, and how it ended. */
class Peer extends EventEmitter {
  readonly protocol = 'graphql-transport-ws';
  readonly OPEN = 1;
  readyState = 1;
  bufferedAmount = 0;
  readonly line = { bytesWritten: 0 };
  readonly pings: number[] = [];
  readonly ends: (string | number)[] = [];
  ping() {
    this.pings.push(Date.now());
  }
  close(code: number) {
    this.ends.push(code);
    this.emit('close', code, Buffer.from(''));
  }
  terminate() {
    this.ends.push('cut');
    this.emit('close', 1006, Buffer.from(''));
  }
  send(_data: string, done: () => void) {
    done();
  }
}

/** Opens the protocol for one peer. */
function open(): Peer {
  const wss = new EventEmitter() as EventEmitter & { options: object };
  wss.options = {};
  const gate: SocketGate = { connectionInitWaitTimeout: 0 };
  speakProtocol(wss as unknown as WebSocketServer, gate, createLog('silent'));
  const peer = new Peer();
  wss.emit('connection', peer, { socket: peer.line });
  return peer;
}

const wait = (pings: number): void => void vi.advanceTimersByTime(pings * PING_MS);

describe('a socket', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is kept while it answers pings, however long', () => {
    const peer = open();
    peer.ping = function ping() {
      this.pings.push(Date.now());
      this.emit('pong');
    };
    wait(20);
    expect(peer.ends).toEqual([]);
    expect(peer.pings).toHaveLength(20);
  });

  it('is cut when it answered no ping until the next one', () => {
    const peer = open();
    wait(1);
    expect(peer.ends).toEqual([]);
    wait(1);
    expect(peer.ends).toEqual(['cut']);
    wait(5);
    expect(peer.pings).toHaveLength(1);
  });

  it('is told to come back when it takes nothing of what it was sent', () => {
    const peer = open();
    peer.bufferedAmount = 1_000;
    wait(2);
    expect(peer.ends).toEqual([CLOSE_TOO_SLOW]);
  });

  it('is waited for while it takes something, though no pong came through yet', () => {
    const peer = open();
    peer.bufferedAmount = 50_000;
    for (let turn = 0; turn < 10; turn += 1) {
      wait(1);
      peer.line.bytesWritten += 100;
    }
    expect(peer.ends).toEqual([]);
    wait(2);
    expect(peer.ends).toEqual([CLOSE_TOO_SLOW]);
  });

  it.each(['message', 'ping'])('may ask by a %s while little is unread, and not beyond', (asks) => {
    const peer = open();
    const message = Buffer.from('{"type":"ping"}');
    peer.bufferedAmount = UNREAD_MAX;
    peer.emit(asks, message);
    expect(peer.ends).toEqual([]);
    peer.bufferedAmount = UNREAD_MAX + 1;
    peer.emit(asks, message);
    expect(peer.ends).toEqual([CLOSE_TOO_SLOW]);
  });
});
