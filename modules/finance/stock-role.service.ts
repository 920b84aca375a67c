import { sql } from 'kysely';
import type { Tx } from '../events/index.js';
import { items } from '../inventory/index.js';
import { stockRoleOf, type StockRole } from './chart.rules.js';

/** An item in the books of a company. */
export interface BookedItem {
  readonly companyId: string;
  readonly itemId: string;
}

/** As a key. */
const keyOf = ({ companyId, itemId }: BookedItem): string => `${companyId} ${itemId}`;

/** How many roles a process keeps; it forgets them all when there are more. */
const KEPT_MAX = 200_000;

/** Roles that were read from the store, which refuses to change them. */
const kept = new Map<string, StockRole>();

/**
 * Under which role the stock of each item is booked: what is made are finished goods, what is not
 * are raw materials, as the item was at its first posting. It stays there, so that what is taken
 * off an account was put on it. No statement for items that this process has booked before, one for
 * those booked by others, and two more for those that nobody has booked.
 */
export async function of(
  tx: Tx,
  booked: readonly BookedItem[],
): Promise<(item: BookedItem) => StockRole> {
  const wanted = new Map(booked.map((item) => [keyOf(item), item]));
  const roles = new Map<string, StockRole>();
  for (const key of wanted.keys()) {
    const role = kept.get(key);
    if (role) roles.set(key, role);
  }
  const unknown = () => [...wanted].filter(([key]) => !roles.has(key)).map(([, item]) => item);
  if (roles.size < wanted.size) await readInto(tx, unknown(), roles);
  if (roles.size < wanted.size) await decideInto(tx, unknown(), roles);
  return (item) => {
    const role = roles.get(keyOf(item));
    if (!role) throw new Error(`The stock of item ${item.itemId} has no role.`);
    return role;
  };
}

async function readInto(
  tx: Tx,
  missing: readonly BookedItem[],
  roles: Map<string, StockRole>,
): Promise<void> {
  const rows = await tx.db
    .selectFrom('StockRole')
    .select(['companyId', 'itemId', 'role'])
    .where('itemId', '=', sql<string>`any(${missing.map(({ itemId }) => itemId)}::uuid[])`)
    .execute();
  const mine = decidedIn.get(tx);
  // The rows of other companies that keep the same items are worth knowing, and not an answer.
  const asked = new Set(missing.map(keyOf));
  if (kept.size + rows.length > KEPT_MAX) kept.clear();
  for (const row of rows) {
    if (asked.has(keyOf(row))) roles.set(keyOf(row), row.role);
    // What this transaction decided may be rolled back yet.
    if (!mine?.has(keyOf(row))) kept.set(keyOf(row), row.role);
  }
}

/** What a transaction decided by itself. */
const decidedIn = new WeakMap<Tx, Set<string>>();

async function decideInto(
  tx: Tx,
  missing: readonly BookedItem[],
  roles: Map<string, StockRole>,
): Promise<void> {
  const known = await items.getMany(
    tx,
    missing.map(({ itemId }) => itemId),
  );
  const rows = missing.map(({ companyId, itemId }) => {
    const item = known.get(itemId);
    if (!item) throw new Error(`Item ${itemId} is booked and is not there.`);
    return { companyId, itemId, role: stockRoleOf(item), createdAt: tx.now };
  });
  rows.sort((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1));
  const { rows: written } = await sql<BookedItem & { role: StockRole }>`
    insert into "StockRole" ("companyId", "itemId", "role", "createdAt")
    select "companyId", "itemId", "role", "createdAt"
    from json_populate_recordset(null::"StockRole", ${JSON.stringify(rows)}::json)
    on conflict do nothing
    returning "companyId", "itemId", "role"
  `.execute(tx.db);
  const mine = decidedIn.get(tx) ?? new Set();
  decidedIn.set(tx, mine);
  for (const row of written) {
    roles.set(keyOf(row), row.role);
    mine.add(keyOf(row));
  }
  // Whoever decided at the same time has committed by now: its decision stands.
  const decided = missing.filter((item) => !roles.has(keyOf(item)));
  if (decided.length > 0) await readInto(tx, decided, roles);
}
