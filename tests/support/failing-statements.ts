import pg from 'pg';

/**
 * What happens to a statement: two kinds of conflict with others, a line that is lost, and a
 * process that ends there, of which nobody hears again.
 */
export const faults = [
  'SERIALIZATION',
  'DEADLOCK',
  'LOST',
  'LOST_AFTER',
  'GONE',
  'GONE_AFTER',
] as const;
export type Fault = (typeof faults)[number];

export interface FailingStatements {
  /** Lets the statement of that number, 1 for the next, meet a fault. */
  arm(number: number, fault: Fault): void;
  /** Lets everything succeed again; answers whether the fault was met. */
  disarm(): boolean;
  /** Takes the wrapping off. */
  restore(): void;
}

/** Thrown to whoever asks for something in a process that is gone. */
export class ProcessGone extends Error {
  constructor() {
    super('The process is gone.');
    this.name = 'ProcessGone';
  }
}

type Told = (error: Error | null, answer?: unknown) => void;

/** A statement as it is sent: one that is prepared tells who waits for it, another is answered. */
type Sent =
  | { readonly text: string; readonly values: unknown[]; readonly callback?: undefined }
  | { callback: Told };

type Query = (this: pg.Client, sent: Sent) => Promise<unknown>;

/** Sends what the caller then waits for, whichever it is. */
function answerOf(client: pg.Client, send: Query, sent: Sent): Promise<unknown> {
  if (!sent.callback) return send.call(client, sent);
  return new Promise((resolve, reject) => {
    sent.callback = (error, answer) => (error ? reject(error) : resolve(answer));
    void send.call(client, sent);
  });
}

const CODES = { SERIALIZATION: '40001', DEADLOCK: '40P01' } as const;

/** What the server itself fails at, so that the transaction is broken as by a real conflict. */
const failing = (code: string): string =>
  `do $$ begin raise exception 'This fails by plan.' using errcode = '${code}'; end $$`;

const cutLine = (client: pg.Client): void => {
  const { stream } = (client as unknown as { connection: { stream: { destroy(): void } } })
    .connection;
  stream.destroy();
};

const lost = (): Error => new Error('Connection terminated unexpectedly');

/** One statement that meets its fault, sent by what sends in truth. */
async function meet(client: pg.Client, send: Query, sent: Sent, fault: Fault): Promise<unknown> {
  if (fault === 'SERIALIZATION' || fault === 'DEADLOCK')
    return send.call(client, { text: failing(CODES[fault]), values: [] });
  // After: the server has done it, and its answer never arrives.
  if (fault.endsWith('_AFTER')) await answerOf(client, send, sent).catch(() => undefined);
  cutLine(client);
  throw fault.startsWith('GONE') ? new ProcessGone() : lost();
}

function gone(client: pg.Client): Promise<never> {
  cutLine(client);
  return Promise.reject(new ProcessGone());
}

/** Wraps every connection of this process, so that a statement on any of them can fail. */
export function failingStatements(): FailingStatements {
  const prototype = pg.Client.prototype as unknown as { query: Query };
  const { query: send } = prototype;
  let armed: { left: number; readonly fault: Fault } | null = null;
  let isMet = false;
  let isGone = false;
  prototype.query = function (sent) {
    if (!isGone && (!armed || isMet || (armed.left -= 1) > 0)) return send.call(this, sent);
    const told = sent.callback;
    const met = isGone ? gone(this) : meetFault(this, sent, armed!.fault);
    if (told)
      met.then(
        (answer) => told(null, answer),
        (error: unknown) => told(error as Error),
      );
    return met;
  };
  function meetFault(client: pg.Client, sent: Sent, fault: Fault): Promise<unknown> {
    isMet = true;
    isGone = fault.startsWith('GONE');
    return meet(client, send, sent, fault);
  }
  return {
    arm(number, fault) {
      armed = { left: number, fault };
      isMet = false;
    },
    disarm() {
      const wasMet = isMet;
      armed = null;
      isGone = false;
      isMet = false;
      return wasMet;
    },
    restore: () => void (prototype.query = send),
  };
}
