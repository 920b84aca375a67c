import { sql } from 'kysely';
import { ZERO, next, type Decimal } from '../kernel/index.js';
import { nextVersion, type Row, throwAll, type Tx, updateAll } from '../events/index.js';
import { companies, dayOf } from '../platform/index.js';
import { stockCountPosted } from './events.js';
import { writeMovements, type Movement } from './movement.service.js';
import { items } from './queries.js';
import { sumBy } from './shipment.rules.js';
import {
  refusalsOf,
  stockCountLifecycle,
  valueDifferences,
  type CountedPool,
} from './stock-count.rules.js';
import { holdLevels, levelKey, type StockLevel } from './stock-level.service.js';
import { holdValuations, withLayers, type Valuation } from './valuation.service.js';

type Count = Row<'StockCount'>;
type Line = Row<'StockCountLine'>;

export interface StockCountPost {
  readonly id: string;
  readonly expectedVersion?: number | null;
  /** Today where the company is, when absent. */
  readonly postedOn?: string | null;
}

/** A line that found another quantity than there is, with what lies there. */
interface Found {
  readonly line: Line;
  readonly level: StockLevel;
  readonly itemId: string;
  readonly quantity: Decimal;
}

/** What one unit of items cost when it came last, by item. One statement, or none. */
async function lastCosts(tx: Tx, companyId: string, itemIds: readonly string[]) {
  if (itemIds.length === 0) return new Map<string, Decimal>();
  const { rows } = await sql<{ readonly itemId: string; readonly cost: Decimal }>`
    select i.id as "itemId", round(l."value" / l."quantity", 9) as "cost"
    from unnest(${[...new Set(itemIds)]}::uuid[]) as i(id)
    cross join lateral (
      select "value", "quantity" from "ValuationLayer"
      where "companyId" = ${companyId} and "itemId" = i.id and "quantity" > 0
      order by "id" desc limit 1
    ) l
  `.execute(tx.db);
  return new Map(rows.map(({ itemId, cost }) => [itemId, cost]));
}

/** What is counted with the locks of its places held. Refuses by line. */
async function compare(tx: Tx, count: Count, lines: readonly Line[]): Promise<Found[]> {
  const { warehouseId } = count;
  const known = await items(
    tx,
    lines.map(({ itemId }) => itemId),
  );
  const keys = lines.map((line) => ({ ...line, warehouseId }));
  const levels = await holdLevels(tx, keys);
  const levelOf = (line: Line) => levels.get(levelKey(line))!;
  const reasons = refusalsOf(
    lines.map((line) => {
      const { onHand, reserved } = levelOf(line);
      const itemCode = known.get(line.itemId)?.code ?? '';
      return { itemCode, expected: line.expected, counted: line.counted, onHand, reserved };
    }),
  );
  if (reasons.length > 0) throwAll(reasons);
  return lines.map((line) => {
    const level = levelOf(line);
    const quantity = (line.counted ?? ZERO).sub(level.onHand);
    return { line, level, itemId: line.itemId, quantity };
  });
}

/** The pools of what differs, with all that is needed to value it. Two statements at most more. */
async function poolsOf(tx: Tx, companyId: string, differing: readonly Found[]) {
  const { baseCurrency: currency } = await companies.get(tx, companyId);
  const valued = differing.map(({ itemId }) => ({ companyId, itemId, currency }));
  const held = [...(await holdValuations(tx, valued)).values()];
  const missing = differing
    .filter(({ quantity }) => quantity.lt(0))
    .map(({ itemId, quantity }) => ({ companyId, itemId, quantity: quantity.neg() }));
  const byItem = new Map(held.map((one) => [one.itemId, one]));
  const unknown = differing.filter(({ itemId, quantity }) => {
    const pool = byItem.get(itemId);
    return quantity.gt(0) && (pool?.method === 'FIFO' || pool?.quantity.isZero());
  });
  const last = await lastCosts(
    tx,
    companyId,
    unknown.map(({ itemId }) => itemId),
  );
  const pools = await withLayers(tx, held, missing);
  return new Map(
    pools.map((pool) => [pool.itemId, { ...pool, lastCost: last.get(pool.itemId) ?? null }]),
  );
}

/** Writes what was found more or less. Answers what each is worth. */
async function write(
  tx: Tx,
  { count, postedOn }: { readonly count: Count; readonly postedOn: string },
  differing: readonly Found[],
): Promise<Map<string, Decimal>> {
  if (differing.length === 0) return new Map();
  const pools: ReadonlyMap<string, CountedPool & Valuation> = await poolsOf(
    tx,
    count.companyId,
    differing,
  );
  const costs = valueDifferences(differing, pools);
  const document = { type: 'StockCount', id: count.id };
  const movements = differing.map(({ line, level, itemId, quantity }, index): Movement => ({
    ...{ kind: 'COUNT', document, postedOn, lineId: line.id, level, quantity },
    valuation: pools.get(itemId)!,
    value: costs[index]!.value,
    consumed: costs[index]!.consumed,
  }));
  writeMovements(tx, movements);
  return new Map(differing.map(({ line }, index) => [line.id, costs[index]!.value]));
}

/** Compares and writes a count whose lines are known. */
export async function settle(
  tx: Tx,
  before: Count,
  lines: readonly Line[],
  postedOn: string,
): Promise<Count> {
  const status = next(stockCountLifecycle, before.status, 'post');
  const found = await compare(tx, before, lines);
  const values = await write(
    tx,
    { count: before, postedOn },
    found.filter(({ quantity }) => !quantity.isZero()),
  );
  const rows = found.map(({ line: { id, version }, quantity: difference }) => {
    return { id, version: version + 1, difference, value: values.get(id) ?? ZERO };
  });
  await updateAll(tx, 'StockCountLine', rows);
  const after = await nextVersion(tx, 'StockCount', before, { status, postedOn });
  const sums = sumBy(
    found,
    ({ itemId }) => itemId,
    ({ line }) => values.get(line.id) ?? ZERO,
  );
  const told = [...sums].map(([itemId, value]) => ({ itemId, value }));
  const worth = told.filter(({ value }) => !value.isZero());
  tx.emit(stockCountPosted({ before, after, data: { postedOn, lines: worth } }));
  return after;
}

/**
 * Puts stock right by what was counted, at its worth, and tells the books. A number of statements
 * that does not grow with the lines. NotFound, StaleVersion, TransitionRefused; CountIncomplete;
 * StaleCount for a place whose stock moved since its count was entered, which is to be entered
 * anew; CountBelowReserved.
 */
export async function post(tx: Tx, input: StockCountPost): Promise<Count> {
  const before = await tx.lock('StockCount', input.id, input.expectedVersion);
  next(stockCountLifecycle, before.status, 'post');
  const postedOn = await dayOf(tx, before.companyId, input.postedOn, 'postedOn');
  const lines = await tx.db
    .selectFrom('StockCountLine')
    .selectAll()
    .where('stockCountId', '=', before.id)
    .orderBy('position')
    .execute();
  return settle(tx, before, lines, postedOn);
}
