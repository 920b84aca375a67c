import { sql, type Kysely } from 'kysely';
import type { DB, Statement } from '../../prisma/database.js';
import { eventRows, type EventRow } from './event-rows.rules.js';
import { newId } from './new-id.js';
import type { OpenTx } from './open-tx.js';
import type { Tx } from './tx.js';

/** What is written under the caller's key, in the statement that writes the facts. */
export interface KeptOutcome {
  readonly keyId: string;
  readonly outcome: object;
}

/** A row that is there if, and only if, its transaction was committed. */
export interface Witness {
  readonly table: 'IdempotencyKey' | 'Event';
  readonly id: string;
}

export interface LastWords {
  readonly statement: Statement;
  readonly witness: Witness;
}

/**
 * The last statement of a transaction: its facts with their audit entries under one number from the
 * sequence, and the outcome under its key. One statement, whatever the number of facts; null when
 * there is nothing to write.
 */
export function logStatement(
  db: Kysely<DB>,
  { tx, facts }: Pick<OpenTx, 'tx' | 'facts'>,
  kept: KeptOutcome | null,
): LastWords | null {
  const events = eventRows(facts, newId);
  const witness = witnessOf(events, kept);
  if (witness === null) return null;
  const written = events.length === 0 ? outcomeOf(kept) : logOf(tx, events, kept);
  const { sql: text, parameters: values } = written.compile(db);
  return { statement: { text, values }, witness };
}

function witnessOf([event]: readonly EventRow[], kept: KeptOutcome | null): Witness | null {
  if (kept) return { table: 'IdempotencyKey', id: kept.keyId };
  return event ? { table: 'Event', id: event.id } : null;
}

function logOf(tx: Tx, events: readonly EventRow[], kept: KeptOutcome | null) {
  const rows = JSON.stringify(events);
  return sql`
    with told as (
      select * from jsonb_to_recordset(${rows}::jsonb) as r(
        "id" uuid, "auditId" uuid, "place" integer, "type" text, "companyId" uuid,
        "documentType" text, "documentId" uuid, "version" integer, "changedFields" text[],
        "changes" jsonb, "data" jsonb)
    ), turn as (
      select nextval('event_transaction') as "transactionId"
    ), logged as (
      insert into "Event" ("id", "transactionId", "place", "type", "companyId", "documentType",
        "documentId", "version", "changedFields", "data", "actorId", "requestId", "occurredAt")
      select "id", "transactionId", "place", "type", "companyId", "documentType", "documentId",
        "version", "changedFields", "data", ${tx.actor.id}::uuid, ${tx.requestId}, ${tx.now}::timestamptz
      from told, turn
    ), audited as (
      insert into "AuditEntry" ("id", "eventId", "type", "companyId", "documentType", "documentId",
        "version", "changes", "actorId", "requestId", "occurredAt")
      select "auditId", "id", "type", "companyId", "documentType", "documentId", "version",
        "changes", ${tx.actor.id}::uuid, ${tx.requestId}, ${tx.now}::timestamptz
      from told
    ), kept as (
      ${outcomeOf(kept)}
    )
    select
  `;
}

/** Touches no row without a key. */
function outcomeOf(kept: KeptOutcome | null) {
  return sql`
    update "IdempotencyKey" set "outcome" = ${kept && JSON.stringify(kept.outcome)}::jsonb
    where "id" = ${kept?.keyId ?? null}::uuid
  `;
}
