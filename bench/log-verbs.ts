import { randomUUID } from 'node:crypto';
import { systemActor } from '../modules/auth/index.js';
import {
  createTransact,
  fact,
  type Sequencer,
  type Transact,
  type Tx,
} from '../modules/events/index.js';
import type { Database } from '../prisma/database.js';
import type { Act } from './clients.js';

const roleRenamed = fact<'Role'>('bench.roleRenamed', 'Role');
const ROLES = 400;

/** The audit entry that a fact leaves, written by hand, for what the log costs beyond it. */
const AUDIT = `insert into "AuditEntry" ("id", "eventId", "type", "companyId", "documentType",
    "documentId", "version", "changes", "actorId", "requestId", "occurredAt")
  select "id", "eventId", 'bench.roleRenamed', null, 'Role', "documentId", "version", "changes",
    $2::uuid, $3, $4::timestamptz
  from jsonb_to_recordset($1::jsonb) as r("id" uuid, "eventId" uuid, "documentId" uuid,
    "version" integer, "changes" jsonb)`;

function audit(tx: Tx, before: { id: string; version: number; name: string }, name: string): void {
  const { id: documentId, version } = before;
  const changes = { name: { from: before.name, to: name } };
  const own = { id: tx.newId(), eventId: tx.newId() };
  const rows = JSON.stringify([{ ...own, documentId, version: version + 1, changes }]);
  tx.later({ text: AUDIT, values: [rows, tx.actor.id, tx.requestId, tx.now] });
}

/** One way to rename a role, three ways to leave a trace of it. */
export interface LogVerbs {
  /** Told to the log, with its audit entry. */
  readonly told: Act;
  /** With the audit entry alone. */
  readonly audited: Act;
  readonly untold: Act;
}

/**
 * The smallest verb there is: it renames one of many roles, so that clients seldom wait for each
 * other. The sequencer runs beside it as in the product.
 */
export async function logVerbs(
  database: Database,
  sequencer: Sequencer | null,
  transact: Transact = createTransact({
    ...{ database, hearings: [], afterCommit: () => sequencer?.wake() },
  }),
): Promise<LogVerbs> {
  const roles = Array.from({ length: ROLES }, () => ({
    ...{ id: randomUUID(), code: `BENCH-${randomUUID()}`, name: 'Bench' },
    ...{ permissions: [], createdAt: new Date() },
  }));
  await database.db.insertInto('Role').values(roles).execute();
  let place = 0;
  const verb = (trace: keyof LogVerbs): Act => {
    return async () => {
      const { id } = roles[place++ % ROLES]!;
      const request = { actor: systemActor, requestId: randomUUID(), operation: 'bench' };
      const { refusals } = await transact(request, async (tx) => {
        const before = await tx.lock('Role', id);
        const name = `Bench ${place}`;
        const after = await tx.db
          .updateTable('Role')
          .set({ name, version: before.version + 1 })
          .where('id', '=', id)
          .returningAll()
          .executeTakeFirstOrThrow();
        if (trace === 'told') tx.emit(roleRenamed({ before, after, data: {} }));
        if (trace === 'audited') audit(tx, before, name);
        return { id };
      });
      if (refusals[0]) throw new Error(refusals[0].message);
    };
  };
  return { told: verb('told'), audited: verb('audited'), untold: verb('untold') };
}
