import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

const BYTES = 16;
/** Randomness is asked for a few hundred ids at once: each question costs a system call. */
const pool = new Uint8Array(BYTES * 256);
let used = pool.length;
let millisecond = 0;
let sequence = 0;

function randomBytes(): Uint8Array {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += BYTES;
  return pool.subarray(used - BYTES, used);
}

/**
 * A UUIDv7 (RFC 9562, 5.7). Those of a process rise: within a millisecond they are counted on from
 * a random beginning, and when the clock stands still or goes back, the last millisecond goes on.
 */
export function newId(): string {
  const random = randomBytes();
  const now = Date.now();
  if (now > millisecond) {
    millisecond = now;
    sequence = new DataView(random.buffer, random.byteOffset).getInt32(6) & 0x7fffffff;
  } else {
    sequence = (sequence + 1) | 0;
    if (sequence === 0) millisecond += 1;
  }
  return v7({ random, msecs: millisecond, seq: sequence });
}
