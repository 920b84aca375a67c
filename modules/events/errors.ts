import { RuleViolation } from '../kernel/index.js';

/** The same key is being worked on right now, and did not end while this one waited. */
export class DuplicateInProgress extends RuleViolation {
  constructor(key: string) {
    super({
      code: 'DUPLICATE_IN_PROGRESS',
      message: 'A request with the idempotency key {key} is still in progress; try again.',
      params: { key },
      retryable: true,
    });
  }
}

/** Others held what was needed until the deadline had passed; nothing was done. */
export class Busy extends RuleViolation {
  constructor() {
    super({
      code: 'BUSY',
      message: 'Others are changing what this needs; try again.',
      retryable: true,
    });
  }
}

/**
 * The connection was lost while the server was asked to commit, and for too long nobody could be
 * asked whether it did. The only failure after which the caller does not know; a repetition with
 * the
 * same idempotency key tells.
 */
export class CommitUnknown extends Error {
  constructor(cause: unknown) {
    super('The connection was lost at commit and the outcome could not be learnt.', { cause });
    this.name = 'CommitUnknown';
  }
}
