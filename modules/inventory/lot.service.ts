import { sql } from 'kysely';
import { NotFound, attemptEach, isAccepted, mustSee } from '../kernel/index.js';
import { insertMissing, nextVersion, type Row, throwAll, type Tx } from '../events/index.js';
import { lotChanged, lotCreated } from './events.js';
import { cleanLot, lotOf, type LotColumns, type LotInput } from './lot.rules.js';
import { items } from './queries.js';

export type Lot = Row<'Lot'>;

/** The lot of a line; without a code for an item that is not kept by lots. */
export interface LotWanted extends Partial<LotInput> {
  readonly companyId: string;
  readonly itemId: string;
}

/** What tells a lot from others. */
interface Named {
  readonly companyId: string;
  readonly itemId: string;
  readonly code: string;
}

const lotKey = (lot: Named): string => [lot.companyId, lot.itemId, lot.code].join(' ');

/** Decides each line's lot; throws every reason, at the line's place. */
async function decide(tx: Tx, wanted: readonly LotWanted[]): Promise<(LotColumns | null)[]> {
  const known = await items(
    tx,
    wanted.map(({ itemId }) => itemId),
  );
  const decided = attemptEach(wanted, ({ itemId, companyId: _, ...lot }) => {
    const item = known.get(itemId);
    if (!item) throw new NotFound('Item', itemId).at('itemId');
    return lotOf(item, lot);
  });
  if (isAccepted(decided)) return decided.ok;
  return throwAll(decided.refused);
}

async function known(tx: Tx, lots: readonly Named[]): Promise<Map<string, Lot>> {
  const { rows } = await sql<Lot>`
    select l.* from "Lot" l
    join unnest(
      ${lots.map(({ companyId }) => companyId)}::uuid[],
      ${lots.map(({ itemId }) => itemId)}::uuid[],
      ${lots.map(({ code }) => code)}::text[]
    ) as k(company, item, code)
      on k.company = l."companyId" and k.item = l."itemId" and k.code = l."code"
  `.execute(tx.db);
  return new Map(rows.map((row) => [lotKey(row), row]));
}

/**
 * Finds the lots of lines by their codes, and makes those that are missing; of one that is there
 * nothing changes. Answers for each line, in order, its lot, or null where the item is not kept by
 * lots. Three statements at most, one when nothing is kept by lots. LotRequired, LotNotTracked and
 * what is wrong of a lot, at the line's place and field.
 */
export async function ensure(tx: Tx, wanted: readonly LotWanted[]): Promise<(Lot | null)[]> {
  if (wanted.length === 0) return [];
  for (const companyId of new Set(wanted.map((one) => one.companyId))) mustSee(tx.actor, companyId);
  const decided = await decide(tx, wanted);
  const named = wanted.map(({ companyId, itemId }, index) => {
    const lot = decided[index];
    return lot ? { companyId, itemId, ...lot } : null;
  });
  const each = new Map(named.flatMap((lot) => (lot ? [[lotKey(lot), lot] as const] : [])));
  if (each.size === 0) return wanted.map(() => null);
  const sorted = [...each].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, lot]) => lot);
  const made = { createdAt: tx.now, createdById: tx.actor.id, updatedAt: tx.now };
  const rows = sorted.map((lot) => ({
    ...{ id: tx.newId(), version: 1, ...lot, customFields: {} },
    ...made,
  }));
  const written = await insertMissing(tx, 'Lot', rows);
  for (const after of written) {
    tx.emit(lotCreated({ before: null, after, data: { itemId: after.itemId } }));
  }
  const lots =
    written.length === rows.length
      ? new Map(written.map((lot) => [lotKey(lot), lot]))
      : await known(tx, sorted);
  return named.map((lot) => (lot ? (lots.get(lotKey(lot)) ?? null) : null));
}

/** What can be said of a lot that is there. Absent keeps, null clears. */
export interface LotChange extends Partial<Omit<LotInput, 'code'>> {
  readonly id: string;
  readonly expectedVersion?: number | null;
}

/** Changes what is told of a lot. NotFound, StaleVersion; by field. */
export async function change(tx: Tx, { id, expectedVersion, ...told }: LotChange): Promise<Lot> {
  const before = await tx.lock('Lot', id, expectedVersion);
  const { supplierLotCode, madeOn, expiresOn } = cleanLot({ ...before, ...told });
  const after = await nextVersion(tx, 'Lot', before, { supplierLotCode, madeOn, expiresOn });
  tx.emit(lotChanged({ before, after, data: { itemId: after.itemId } }));
  return after;
}
