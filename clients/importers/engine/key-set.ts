import { createHash } from 'node:crypto';

/** Keys that were seen, each with the row that had it first. */
export interface KeySet {
  /** The row that had the key before, or null when this row is the first. */
  add(key: string, row: number): number | null;
}

/**
 * Keeps 64 bits of a hash of each key, so that a million keys take 40 megabytes at most, however
 * long they are. That two keys of ten million fall together has a chance of 1 in 300,000.
 */
export function createKeySet(): KeySet {
  let size = 1 << 10;
  let hashes = new BigUint64Array(size);
  let rows = new Uint32Array(size);
  let count = 0;
  const placeOf = (hash: bigint): number => {
    let place = Number(hash % BigInt(size));
    while (hashes[place] !== 0n && hashes[place] !== hash) place = (place + 1) % size;
    return place;
  };
  const grow = () => {
    const [oldHashes, oldRows] = [hashes, rows];
    size *= 2;
    hashes = new BigUint64Array(size);
    rows = new Uint32Array(size);
    for (const [index, hash] of oldHashes.entries()) {
      if (hash === 0n) continue;
      const place = placeOf(hash);
      hashes[place] = hash;
      rows[place] = oldRows[index] ?? 0;
    }
  };
  return {
    add(key, row) {
      const bits = createHash('sha1').update(key).digest().readBigUInt64LE();
      const hash = bits === 0n ? 1n : bits;
      const place = placeOf(hash);
      if (hashes[place] === hash) return rows[place] ?? 0;
      hashes[place] = hash;
      rows[place] = row;
      if (++count * 2 > size) grow();
      return null;
    },
  };
}
