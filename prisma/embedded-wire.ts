import { Duplex } from 'node:stream';
import type { PGlite } from '@electric-sql/pglite';

/**
 * Connects `pg` to a PGlite of this process without a socket: no port is open that another
 * process could enter as superuser. PGlite has one session inside, so a connection holds it from
 * its first message until it is ready for another query outside a transaction; only then does the
 * next one get its turn.
 */
export interface EmbeddedWire {
  /** A stream for `pg`'s `stream` option; one for each connection. */
  connect(): Duplex;
}

const MESSAGE = { query: 0x51, sync: 0x53, terminate: 0x58 } as const;
const STARTUP_CODE = 196_608;

interface Framed {
  readonly message: Buffer;
  readonly endsTurn: boolean;
  readonly isTerminate: boolean;
}

/** The first whole message of a buffer, or null when more bytes must come. */
function frame(buffer: Buffer): Framed | null {
  if (buffer.length < 8) {
    if (buffer.length < 5) return null;
  } else if (buffer.readInt32BE(4) === STARTUP_CODE) {
    const length = buffer.readInt32BE(0);
    if (buffer.length < length) return null;
    return { message: buffer.subarray(0, length), endsTurn: true, isTerminate: false };
  }
  const length = buffer.readInt32BE(1) + 1;
  if (buffer.length < length) return null;
  return {
    message: buffer.subarray(0, length),
    endsTurn: buffer[0] === MESSAGE.query || buffer[0] === MESSAGE.sync,
    isTerminate: buffer[0] === MESSAGE.terminate,
  };
}

/** What comes first in a buffer: a whole turn, the end of the connection, or too little of either. */
interface Turn {
  readonly turn: Buffer;
  readonly rest: Buffer;
  readonly isOver: boolean;
}

/**
 * Splits off one turn. What has no end yet waits for it: a message that failed and whose `Sync`
 * never came would make the session deaf to whatever is sent after it, a rollback included.
 */
function nextTurn(buffer: Buffer): Turn {
  for (let length = 0; ;) {
    const framed = frame(buffer.subarray(length));
    const isOver = framed?.isTerminate ?? false;
    if (!framed || isOver) return { turn: buffer.subarray(0, 0), rest: buffer, isOver };
    length += framed.message.length;
    if (framed.endsTurn)
      return { turn: buffer.subarray(0, length), rest: buffer.subarray(length), isOver };
  }
}

/** Gives the one session to one holder at a time, in the order of asking. */
function turnstile() {
  let last: Promise<void> = Promise.resolve();
  return async (): Promise<() => void> => {
    const before = last;
    let release: () => void = () => undefined;
    last = new Promise((resolve) => (release = resolve));
    await before;
    return release;
  };
}

type TakeTurn = () => Promise<() => void>;

/** One connection: bytes in, bytes out, and a transaction left open is rolled back at its end. */
function attach(db: PGlite, takeTurn: TakeTurn, answer: (data: Buffer) => void) {
  let buffered: Buffer = Buffer.alloc(0);
  let release: (() => void) | null = null;
  let queue: Promise<void> = Promise.resolve();

  async function run(turn: Buffer): Promise<void> {
    release ??= await takeTurn();
    await db.runExclusive(() =>
      db.execProtocolRawStream(turn, { onRawData: (data) => answer(Buffer.from(data)) }),
    );
    if (db.isInTransaction()) return;
    release();
    release = null;
  }
  async function drain(): Promise<void> {
    for (;;) {
      const { turn, rest, isOver } = nextTurn(buffered);
      buffered = rest;
      if (isOver || turn.length === 0) return;
      await run(turn);
    }
  }
  async function leave(): Promise<void> {
    if (!release) return;
    if (db.isInTransaction()) await db.exec('rollback');
    release();
    release = null;
  }
  const after = (work: () => Promise<void>): Promise<void> => (queue = queue.then(work, work));
  return {
    receive: (data: Buffer): Promise<void> => {
      buffered = Buffer.concat([buffered, data]);
      return after(drain);
    },
    leave: (): Promise<void> => after(leave),
  };
}

/** Makes a duplex look like the socket that `pg` expects. */
function socketLike(duplex: Duplex): Duplex {
  return Object.assign(duplex, {
    setNoDelay: () => duplex,
    setKeepAlive: () => duplex,
    ref: () => duplex,
    unref: () => duplex,
    connect: () => {
      process.nextTick(() => duplex.emit('connect'));
      return duplex;
    },
  });
}

/** A wire to a running PGlite. Whoever closes the database ends the connections first. */
export function embeddedWire(db: PGlite): EmbeddedWire {
  const takeTurn = turnstile();
  return {
    connect() {
      const duplex = new Duplex({
        read: () => undefined,
        write: (data: Buffer, _encoding, done) => {
          connection.receive(data).then(() => done(), done);
        },
        final: (done) => {
          connection.leave().then(() => {
            duplex.push(null);
            done();
          }, done);
        },
        destroy: (error, done) => {
          connection.leave().then(() => done(error), done);
        },
      });
      const connection = attach(db, takeTurn, (data) => {
        if (!duplex.destroyed) duplex.push(data);
      });
      return socketLike(duplex);
    },
  };
}
