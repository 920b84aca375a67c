import { sql } from 'kysely';
import type { Tx } from '../events/index.js';
import { accepted, canSee, distinct, groupBy, type Outcome, present } from '../kernel/index.js';
import { externalRefs } from '../platform/index.js';
import { createMany, type SalesOrder, type SalesOrderInput } from './sales-order-create.service.js';

/**
 * Enters the orders that are not there yet: one whose first external reference is known is answered
 * as it is, without a fact, because a document that was entered is changed by its own verbs only.
 */
export async function upsertMany(
  tx: Tx,
  inputs: readonly SalesOrderInput[],
): Promise<Outcome<SalesOrder>[]> {
  const known = await knownOrders(tx, inputs);
  const fresh = inputs.filter((_, index) => known[index] === null);
  const created = await createMany(tx, fresh);
  let next = 0;
  return known.map((order) => (order ? accepted(order) : present(created[next++])));
}

async function knownOrders(
  tx: Tx,
  inputs: readonly SalesOrderInput[],
): Promise<(SalesOrder | null)[]> {
  const ids = inputs.map((): string | null => null);
  const indexed = inputs.map((input, index) => ({ input, index, ref: input.externalRefs?.[0] }));
  const visible = indexed.filter(({ input, ref }) => ref && canSee(tx.actor, input.companyId));
  for (const [scopeId, group] of groupBy(visible, ({ input }) => input.companyId)) {
    const refs = group.flatMap(({ ref }) => ref ?? []);
    const found = await externalRefs.find(tx, { scopeId, noun: 'SalesOrder', refs });
    group.forEach(({ index }, place) => (ids[index] = found[place] ?? null));
  }
  const wanted = distinct(ids);
  if (wanted.length === 0) return ids.map(() => null);
  const rows = await tx.db
    .selectFrom('SalesOrder')
    .selectAll()
    .where(sql<boolean>`"id" = any(${wanted}::uuid[])`)
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id ?? '') ?? null);
}
