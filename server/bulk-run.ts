import type { bulkOperations } from '../modules/bulk/index.js';
import type { Feed, Transact } from '../modules/events/index.js';
import type { Database } from '../prisma/database.js';
import type { Documents } from './documents.js';
import type { Caller, Executor } from './executor.js';
import type { Prepared } from './prepare.js';

export type BulkOperation = bulkOperations.BulkOperation;

export interface BulkParts {
  readonly database: Database;
  readonly transact: Transact;
  readonly feed: Feed;
  readonly documents: Documents;
  readonly executor: Executor;
  readonly onError: (error: unknown) => void;
}

/** Why a bulk operation cannot go on; it is told with it. */
export class BulkRefused extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'BulkRefused';
  }
}

/** A piece of a result is about this long, and so is what a run keeps in memory. */
const PIECE_BYTES = 262_144;
/** How long a run may be silent. */
const SILENT_MS = 1_000;

/** Whether what was done is to be kept and told now. */
export const isDue = ({
  text,
  since,
}: {
  readonly text: string;
  readonly since: number;
}): boolean => text.length >= PIECE_BYTES || Date.now() - since >= SILENT_MS;

/** One operation while it runs. */
export interface BulkRun extends BulkParts {
  readonly operation: BulkOperation;
  /** Keeps what was done and tells of it; false when it must stop. */
  progress(done: bulkOperations.BulkProgress): Promise<boolean>;
  finish(done: bulkOperations.BulkProgress): Promise<void>;
  /** The operation for its maker as he is now. Throws BulkRefused. */
  prepare(text: string): Promise<{ readonly prepared: Prepared; readonly caller: Caller }>;
  /** True once the process is to stop: what is left is done by another, or later. */
  readonly isStopping: () => boolean;
}
