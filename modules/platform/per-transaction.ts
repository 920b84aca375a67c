import type { Tx } from '../events/index.js';

/** What is read once in a transaction, however often it is asked for. */
export interface PerTransaction<T> {
  (tx: Tx): Promise<T>;
  /** Says that the transaction itself changed what was read. */
  forget(tx: Tx): void;
}

/** Keeps what `load` answers for as long as the transaction lives. */
export function perTransaction<T>(load: (tx: Tx) => Promise<T>): PerTransaction<T> {
  const kept = new WeakMap<Tx, Promise<T>>();
  const read = (tx: Tx): Promise<T> => {
    const known = kept.get(tx);
    if (known) return known;
    const loading = load(tx);
    kept.set(tx, loading);
    return loading;
  };
  return Object.assign(read, { forget: (tx: Tx) => void kept.delete(tx) });
}
