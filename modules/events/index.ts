export { fact, hears } from './fact.js';
export type { Fact, FactOf, FactOn, Hearing, Row, Table, VersionedTable } from './fact.js';
export type { Feed, FollowOptions, LoggedEvent } from './logged-event.js';
export { Refused, storedRefusal, type StoredRefusal } from './refusal-store.js';
export { insertAll, insertMissing, updateAll } from './rows.js';
export type {
  Idempotency,
  JsonObject,
  JsonValue,
  Transact,
  TransactOutcome,
  TransactRequest,
  Tx,
} from './tx.js';
