import { setTimeout as wait } from 'node:timers/promises';
import { GraphFailed, type GraphErrorEntry } from './errors.js';
import type { OpenSocket, SentDocument } from './socket.js';

export interface FollowOptions {
  /** Ends the subscription. */
  readonly signal?: AbortSignal;
  /** Told when the socket was lost, with the milliseconds until the next attempt. */
  readonly onLost?: (milliseconds: number) => void;
}

interface Result {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly GraphErrorEntry[];
}

const LONGEST_WAIT = 10_000;

/** Codes with which the server says that asking again is of no use. */
const FINAL_CODES = new Set([4400, 4401, 4403, 4406]);

/**
 * The messages of a subscription over as many sockets as it takes: each next one asks for what came
 * after the last cursor. The state at the beginning is not told again.
 */
export async function* follow<Answer extends object>(
  socket: OpenSocket,
  document: SentDocument,
  variables: object,
  { signal, onLost }: FollowOptions = {},
): AsyncGenerator<Answer, void, void> {
  let asked: Record<string, unknown> = { ...variables };
  let attempts = 0;
  while (!signal?.aborted) {
    try {
      for await (const result of messages(socket, document, asked, signal)) {
        attempts = 0;
        const cursor = cursorOf(result.data);
        if (cursor !== null) asked = { ...asked, after: cursor, snapshot: false };
        if (result.errors?.length) throw new GraphFailed(result.errors, null, result.data);
        yield result.data as Answer;
      }
      return;
    } catch (error) {
      if (signal?.aborted) return;
      throwIfFinal(error);
    }
    const milliseconds = Math.min(LONGEST_WAIT, 100 * 2 ** attempts++);
    onLost?.(milliseconds);
    await wait(milliseconds, undefined, { signal }).catch(() => undefined);
  }
}

async function* messages(
  socket: OpenSocket,
  document: SentDocument,
  variables: Record<string, unknown>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Result, void, void> {
  const results = socket.results(document, variables);
  const stop = () => void results.return?.();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    for await (const result of results) yield result;
  } finally {
    signal?.removeEventListener('abort', stop);
    stop();
  }
}

/** Every subscription has one root field, and its messages say where the log stands. */
function cursorOf(data: Result['data']): string | null {
  const message = Object.values(data ?? {})[0] as { cursor?: string } | null | undefined;
  return message?.cursor ?? null;
}

/** A refusal stays one however often it is asked; a lost socket does not. */
function throwIfFinal(error: unknown): void {
  if (error instanceof GraphFailed) throw error;
  if (Array.isArray(error)) throw new GraphFailed(error as GraphErrorEntry[]);
  const code = (error as { code?: number } | null)?.code;
  if (code !== undefined && FINAL_CODES.has(code)) {
    const reason = (error as { reason?: string }).reason;
    const message = reason === undefined || reason === '' ? `Closed with ${code}.` : reason;
    throw new GraphFailed([{ message, extensions: { code: 'SOCKET_REFUSED' } }]);
  }
}
