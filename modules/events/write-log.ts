import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { eventRows } from './event-rows.rules.js';
import type { OpenTx } from './open-tx.js';

/** What is written under the caller's key, in the statement that writes the facts. */
export interface KeptOutcome {
  readonly keyId: string;
  readonly outcome: object;
}

/** What a transaction leaves behind beside the business itself. */
export interface LastWords {
  /**
   * The transaction's id, by which the server can be asked what became of it; null if it wrote
   * nothing.
   */
  readonly xid: string | null;
}

/**
 * The last statement of a transaction: its facts with their audit entries under one number from the
 * sequence, and the outcome under its key. One statement, whatever the number of facts.
 */
export async function writeLog(
  { tx, facts }: OpenTx,
  kept: KeptOutcome | null,
): Promise<LastWords> {
  if (facts.length === 0) return kept ? keepOutcome({ tx }, kept) : readXid({ tx });
  const rows = JSON.stringify(eventRows(facts, uuidv7));
  const outcome = kept ? JSON.stringify(kept.outcome) : null;
  const { rows: answered } = await sql<LastWords>`
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
      update "IdempotencyKey" set "outcome" = ${outcome}::jsonb where "id" = ${kept?.keyId ?? null}::uuid
    )
    select pg_current_xact_id()::text as "xid"
  `.execute(tx.db);
  return lastWords(answered);
}

async function keepOutcome({ tx }: Pick<OpenTx, 'tx'>, kept: KeptOutcome): Promise<LastWords> {
  const { rows } = await sql<LastWords>`
    update "IdempotencyKey" set "outcome" = ${JSON.stringify(kept.outcome)}::jsonb
    where "id" = ${kept.keyId}::uuid
    returning pg_current_xact_id()::text as "xid"
  `.execute(tx.db);
  return lastWords(rows);
}

async function readXid({ tx }: Pick<OpenTx, 'tx'>): Promise<LastWords> {
  const { rows } = await sql<LastWords>`
    select pg_current_xact_id_if_assigned()::text as "xid"
  `.execute(tx.db);
  return lastWords(rows);
}

function lastWords(rows: readonly LastWords[]): LastWords {
  const [row] = rows;
  if (!row) throw new Error('The last statement of a transaction answered nothing.');
  return row;
}
