import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';

/** One SQL statement with its values; `name` overrides the name it is prepared under. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
  readonly name?: string;
}

/** What PostgreSQL answers in a transaction that another statement has broken already. */
const BROKEN_BEFORE = '25P02';

/** Whether a statement failed only because one before it in its transaction did. */
export const isAfterwards = (reason: unknown): boolean =>
  reason instanceof Error && 'code' in reason && reason.code === BROKEN_BEFORE;

/** Rows as arrays in the order of the selected columns. */
export interface QueryAnswer {
  readonly rows: unknown[][];
  /** Rows that the statement touched or answered. */
  readonly rowCount: number;
}

/** Longer texts would cost the server more memory than their parsing costs time. */
const LONGEST_PREPARED_TEXT = 8_192;

/** Lists whose length varies with the values; each length would be another prepared statement. */
const VARIABLE_LIST = /\bin \(\$\d+|\), \(\$\d+/i;

/**
 * Names by text: the same few texts are sent over and over, and hashing each time would cost more.
 */
const names = new Map<string, string | undefined>();
const NAMES_KEPT = 2_000;

/** The name under which a connection prepares a text, or none when it should not be kept. */
export function preparedName(text: string): string | undefined {
  if (text.length > LONGEST_PREPARED_TEXT) return undefined;
  if (names.has(text)) return names.get(text);
  const name = VARIABLE_LIST.test(text)
    ? undefined
    : createHash('sha1').update(text).digest('base64url').slice(0, 16);
  if (names.size >= NAMES_KEPT) names.clear();
  names.set(text, name);
  return name;
}

/**
 * Told of a statement when it is sent; what it answers is told how that ended: null, or the error.
 */
export type StatementWatch = (text: string) => ((error: unknown) => void) | undefined;

/** Counts statements, in total and for everything that one function awaits. */
export interface StatementCounter {
  /** All statements since the database was opened. */
  readonly total: number;
  /** Runs `work` and tells what it caused, begin and commit included. */
  during<T>(work: () => Promise<T>): Promise<Caused & { readonly value: T }>;
  /** As `during`, of all that anybody sends meanwhile: a server's work is not its caller's. */
  meanwhile<T>(work: () => Promise<T>): Promise<Caused & { readonly value: T }>;
  /** Has one watch told of each statement from now on; answers how to stop. */
  watchedBy(watch: StatementWatch): () => void;
}

export interface Caused {
  /** The statements in the order in which they were sent. */
  readonly texts: readonly string[];
  /** How often something was sent: statements that do not wait for each other leave together. */
  readonly flights: number;
}

export interface CountingStatements extends StatementCounter {
  /** Counts a statement, and whether it opens a flight; answers whom to tell how it ended. */
  count(text: string, opensFlight: boolean): ReturnType<StatementWatch>;
  /** Follows no flow any longer: each that is followed costs every promise of the process. */
  close(): void;
}

interface Heard {
  readonly texts: string[];
  flights: number;
}

export function statementCounter(): CountingStatements {
  const listeners = new AsyncLocalStorage<Heard>();
  const observers = new Set<Heard>();
  let total = 0;
  let watch: StatementWatch | null = null;
  return {
    watchedBy(told) {
      watch = told;
      return () => void (watch = null);
    },
    get total() {
      return total;
    },
    count(text, opensFlight) {
      total += 1;
      const listener = listeners.getStore();
      for (const heard of listener ? [listener, ...observers] : observers) {
        heard.texts.push(text);
        if (opensFlight) heard.flights += 1;
      }
      return watch?.(text);
    },
    close: () => listeners.disable(),
    async during(work) {
      const caused = { texts: [], flights: 0 };
      return { value: await listeners.run(caused, work), ...caused };
    },
    async meanwhile(work) {
      const caused = { texts: [], flights: 0 };
      observers.add(caused);
      try {
        return { value: await work(), ...caused };
      } finally {
        observers.delete(caused);
      }
    },
  };
}

/**
 * Thrown when something inside a transaction asks the pool instead of the transaction's own
 * connection: it would read stale rows, and wait for itself where there is one connection.
 */
export class PoolTouchedInsideTransaction extends Error {
  constructor() {
    super('The pool was touched inside a transaction; use the connection of the transaction.');
    this.name = 'PoolTouchedInsideTransaction';
  }
}

export interface Tripwire {
  /** Throws PoolTouchedInsideTransaction when called from within an armed function. */
  check(): void;
  /** Runs `work` with the wire armed; what outlives `work` is free again. */
  armed<T>(work: () => Promise<T>): Promise<T>;
  /** Follows no flow any longer, as the counter of statements. */
  close(): void;
}

export function tripwire(): Tripwire {
  const transactions = new AsyncLocalStorage<{ isOpen: boolean }>();
  return {
    check() {
      if (transactions.getStore()?.isOpen) throw new PoolTouchedInsideTransaction();
    },
    async armed(work) {
      const transaction = { isOpen: true };
      try {
        return await transactions.run(transaction, work);
      } finally {
        transaction.isOpen = false;
      }
    },
    close: () => transactions.disable(),
  };
}

/** For who trusts that what was tried under a wire keeps to it. */
export const noWire: Tripwire = {
  check: () => undefined,
  armed: (work) => work(),
  close: () => undefined,
};
