import { sql } from 'kysely';
import { insertAll, insertMissing, updateAll, type Row, type Tx } from '../events/index.js';
import { isAccepted, type Outcome } from '../kernel/index.js';
import { externalRefs, type ExternalKey } from '../platform/index.js';
import { routingChanged, routingCreated } from './events.js';
import { grouped, type Span } from './product-data.checks.rules.js';
import { operationsOfRoutings } from './routing-release.service.js';
import { operationsText, routingLifecycle, type OperationDraft } from './routing.rules.js';
import { forgetProducts } from './product-data.memory.js';

export type Routing = Row<'Routing'>;

/** What is to become of a routing; without `before` it is new. */
export interface Plan {
  readonly id: string;
  readonly before: Routing | null;
  readonly header: Span & Pick<Routing, 'companyId' | 'itemId' | 'revision'>;
  readonly operations: readonly OperationDraft[];
  readonly refs: readonly ExternalKey[];
  readonly isReleased: boolean;
}

/** Whether a routing is already what an input wants of it. */
function isAsWanted(before: Routing, operations: string, plan: Plan): boolean {
  const isDraft = before.status === 'DRAFT';
  const { header, isReleased } = plan;
  // What was released counts from a day of its own when none was told, and ends with the next one.
  const days = (['validFrom', 'validTo'] as const).filter((day) => isDraft || header[day] !== null);
  const isSame = days.every((day) => before[day] === header[day]);
  return isSame && operationsText(plan.operations) === operations && !(isReleased && isDraft);
}

/** The ids of what is already as it is wanted, so that nothing of it is written. */
export async function settled(tx: Tx, plans: readonly Outcome<Plan>[]): Promise<Set<string>> {
  const known = plans.filter(isAccepted).flatMap(({ ok }) => (ok.before ? [ok] : []));
  if (known.length === 0) return new Set();
  const ids = known.map(({ id }) => id);
  const operations = grouped(await operationsOfRoutings(tx, ids), ({ routingId }) => routingId);
  const same = known.filter((one) =>
    isAsWanted(one.before!, operationsText(operations.get(one.id) ?? []), one),
  );
  return new Set(same.map(({ id }) => id));
}

/** Writes the operations that routings have from now on; two statements. */
async function writeOperations(
  tx: Tx,
  routings: readonly Routing[],
  operationsOf: (id: string) => readonly OperationDraft[],
  hasOld: boolean,
): Promise<void> {
  const ids = routings.map(({ id }) => id);
  if (hasOld)
    await sql`delete from "RoutingOperation" where "routingId" = any(${ids}::uuid[])`.execute(
      tx.db,
    );
  const rows = routings.flatMap(({ id: routingId, companyId }) =>
    operationsOf(routingId).map((one) => ({
      ...{ id: tx.newId(), version: 1, companyId, routingId, ...one },
      customFields: {},
      createdAt: tx.now,
    })),
  );
  await insertAll(tx, 'RoutingOperation', rows);
  forgetProducts(tx);
}

async function insertNew(tx: Tx, plans: readonly Plan[]): Promise<Routing[]> {
  const rows = plans.map(({ id, header }) => ({
    ...{ id, version: 1, ...header, status: routingLifecycle.initial, customFields: {} },
    ...{ createdAt: tx.now, createdById: tx.actor.id, updatedAt: tx.now },
  }));
  const written = await insertMissing(tx, 'Routing', rows);
  const ids = new Set(written.map(({ id }) => id));
  await externalRefs.release(
    tx,
    plans.filter(({ id, refs }) => refs.length > 0 && !ids.has(id)).map(({ id }) => id),
  );
  return written;
}

const withOperations = (routing: Routing, operations: string) => ({ ...routing, operations });

/** Writes routings with their operations and tells of them; those written, by id. */
export async function write(tx: Tx, plans: readonly Plan[]): Promise<Map<string, Routing>> {
  const known = plans.filter((one): one is Plan & { before: Routing } => one.before !== null);
  const ids = known.map(({ id }) => id);
  const stored = known.length > 0 ? await operationsOfRoutings(tx, ids) : [];
  const old = grouped(stored, ({ routingId }) => routingId);
  const changes = known.map(({ id, before, header: { validFrom, validTo } }) => ({
    ...{ id, validFrom, validTo, version: before.version + 1, updatedAt: tx.now },
  }));
  const fresh = plans.filter(({ before }) => before === null);
  const written = [...(await insertNew(tx, fresh)), ...(await updateAll(tx, 'Routing', changes))];
  const planOf = new Map(plans.map((one) => [one.id, one]));
  await writeOperations(tx, written, (id) => planOf.get(id)!.operations, known.length > 0);
  for (const row of written) {
    const { before, operations } = planOf.get(row.id)!;
    const after = withOperations(row, operationsText(operations));
    const data = { itemId: row.itemId };
    if (before) {
      const told = withOperations(before, operationsText(old.get(row.id) ?? []));
      tx.emit(routingChanged({ before: told, after, data }));
    } else tx.emit(routingCreated({ before: null, after, data }));
  }
  return new Map(written.map((row) => [row.id, row]));
}
