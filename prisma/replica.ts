import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from './database.js';

type Asked = Pick<Database, 'query'>;

/** Decides for each request where it reads. */
export interface ReadRouter {
  /** The replica when it has all that was committed by now, otherwise the primary. */
  choose(): Promise<Asked>;
}

export interface ReadRouterOptions {
  readonly primary: Asked;
  readonly replica: Asked;
  /** How long the replica is waited for; 50 when not said. */
  readonly patienceMs?: number;
}

const PATIENCE_MS = 50;
const LOOK_MS = 3;
/** A replica that failed is left alone for so long. */
const FAILED_MS = 1_000;

const FLUSHED = 'select pg_current_wal_flush_lsn()::text';
const REPLAYED = 'select pg_last_wal_replay_lsn()::text';

/** A place in the write-ahead log as a number; `16/B374D848` is two halves of it. */
export function parseLsn(text: string): bigint {
  const [high = '', low = ''] = text.split('/');
  return (BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`);
}

/**
 * Asks once for all who ask before the question is sent: who comes later gets an answer of later.
 */
function together(ask: () => Promise<bigint>): () => Promise<bigint> {
  let next: Promise<bigint> | null = null;
  return () => {
    next ??= Promise.resolve().then(() => {
      next = null;
      return ask();
    });
    return next;
  };
}

async function lsnOf(asked: Asked, text: string): Promise<bigint> {
  const { rows } = await asked.query({ text, values: [] });
  const lsn = rows[0]?.[0];
  if (typeof lsn !== 'string') throw new Error('This is no replica that replays.');
  return parseLsn(lsn);
}

/**
 * Reads go to a replica, never behind what anybody has written before: the primary says up to where
 * its log is durable, which takes it no work, and the replica is used once it has replayed that
 * much. So a caller sees what he wrote, whichever process he wrote it by and reads it from.
 */
export function createReadRouter(options: ReadRouterOptions): ReadRouter {
  const { primary, replica, patienceMs = PATIENCE_MS } = options;
  const flushed = together(() => lsnOf(primary, FLUSHED));
  const replayed = together(() => lsnOf(replica, REPLAYED));
  let reached = 0n;
  let failedAt = -Infinity;
  // A statement that only reads may be sent again: a replica ends, or gives way to what it replays.
  const spared: Asked = {
    query: (statement) =>
      replica.query(statement).catch(() => {
        failedAt = performance.now();
        return primary.query(statement);
      }),
  };

  async function isThere(needed: bigint): Promise<boolean> {
    const until = performance.now() + patienceMs;
    while (reached < needed) {
      const lsn = await replayed();
      if (lsn > reached) reached = lsn;
      if (reached >= needed) break;
      if (performance.now() >= until) return false;
      await sleep(LOOK_MS);
    }
    return true;
  }
  return {
    async choose() {
      if (performance.now() - failedAt < FAILED_MS) return primary;
      const needed = await flushed();
      try {
        return (await isThere(needed)) ? spared : primary;
      } catch {
        failedAt = performance.now();
        return primary;
      }
    },
  };
}
