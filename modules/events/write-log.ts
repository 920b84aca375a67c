import { sql, type Kysely } from 'kysely';
import type { DB, Statement } from '../../prisma/database.js';
import { eventRows } from './event-rows.rules.js';
import { newId } from './new-id.js';
import type { OpenTx } from './open-tx.js';
import type { Fact } from './told-fact.js';
import type { Tx } from './tx.js';

/** What is written under the caller's key, in the statement that writes the facts. */
export interface KeptOutcome {
  readonly keyId: string;
  readonly outcome: object;
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
): Statement | null {
  if (facts.length === 0 && kept === null) return null;
  const statement = facts.length === 0 ? outcomeOf(kept) : logOf(tx, facts, kept);
  const { sql: text, parameters: values } = statement.compile(db);
  return { text, values };
}

function logOf(tx: Tx, facts: readonly Fact[], kept: KeptOutcome | null) {
  const rows = JSON.stringify(eventRows(facts, newId));
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
