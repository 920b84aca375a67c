export {
  afterMessage,
  at,
  decodeCursor,
  encodeCursor,
  isNews,
  type LogCursor,
} from './cursor.rules.js';
export { Busy } from './errors.js';
export { fact, hears, hearsAll, hearsLast, isToldOf } from './fact.js';
export type { FactOf, FactOn, Hearing, Row, Table, VersionedTable } from './fact.js';
export { landed } from './flight.js';
export { createFeed, type FeedOptions } from './feed.js';
export type { Feed, FollowOptions, LoggedEvent } from './logged-event.js';
export { makeEventMonths, purgeEvents, purgeIdempotencyKeys } from './purge.js';
export { orThrow, throwAll, unplaced } from './refusing.js';
export { Refused, storedRefusal, type StoredRefusal } from './refusal-store.js';
export {
  insertAll,
  insertLater,
  insertMissing,
  nextVersion,
  oneOf,
  readNow,
  stepsOf,
  updateAll,
  updateLater,
  writeLater,
} from './rows.js';
export { createSequencer, type Sequencer, type SequencerOptions } from './sequencer.js';
export type { Fact } from './told-fact.js';
export { readShared, type Shared } from './shared.js';
export { createTogether, type Joint, type Together } from './together.js';
export { createTransact, type TransactParts } from './transact.js';
export type {
  Idempotency,
  JsonObject,
  JsonValue,
  Transact,
  TransactOutcome,
  TransactRequest,
  Tx,
} from './tx.js';
