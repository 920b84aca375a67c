import {
  NotFound,
  ZERO,
  attemptEach,
  inField,
  isAccepted,
  next,
  textOrNone,
  type Decimal,
} from '../kernel/index.js';
import { insertAll, nextVersion, type Row, throwAll, type Tx, updateAll } from '../events/index.js';
import { companies, dayOf, numberSeries } from '../platform/index.js';
import { stockCountCancelled, stockCountChanged, stockCountCreated } from './events.js';
import { warehouses } from './queries.js';
import {
  checkedEntry,
  countedBy,
  planCountLine,
  refuseRepeatedPlaces,
  stockCountLifecycle,
  type CountLineInput,
  type PlannedCountLine,
} from './stock-count.rules.js';
import { settle } from './stock-count-post.service.js';
import { gatherLines } from './stock-line-gather.service.js';
import { levelKey, levelsIn, readLevels, type LevelKey } from './stock-level.service.js';
import { STOCK_LINES_MAX, checkLineCount } from './stock-transfer.rules.js';

export { post, type StockCountPost } from './stock-count-post.service.js';

type Count = Row<'StockCount'>;
type Line = Row<'StockCountLine'>;

export interface StockCountCreate {
  readonly warehouseId: string;
  readonly reason?: string | null;
  /** Today where the company is, when absent. */
  readonly documentOn?: string | null;
  /** What is to be counted; all that lies there of the items and in the bins named when absent. */
  readonly lines?: readonly CountLineInput[] | null;
  readonly itemIds?: readonly string[] | null;
  readonly binIds?: readonly string[] | null;
  /** Posts it at once; then every line says what was found. */
  readonly post?: boolean | null;
}

export interface StockCountEnter {
  readonly id: string;
  readonly expectedVersion?: number | null;
  readonly lines?: readonly {
    readonly id: string;
    readonly counted: Decimal;
    /** The item's stock unit when absent. */
    readonly unit?: string | null;
  }[];
  /** What was found in places that are not on the list. */
  readonly found?: readonly CountLineInput[];
}

type Warehouse = Row<'Warehouse'>;

async function warehouseOf(tx: Tx, id: string): Promise<Warehouse> {
  const warehouse = (await warehouses(tx, [id])).get(id);
  if (!warehouse || warehouse.archivedAt) throw new NotFound('Warehouse', id).at('warehouseId');
  return warehouse;
}

const keyOf = ({ id: warehouseId, companyId }: Warehouse, line: PlannedCountLine): LevelKey => {
  return { companyId, warehouseId, ...line };
};

/** The lines that are named, planned; every reason against one is told at its place. */
async function planLines(
  tx: Tx,
  warehouse: Warehouse,
  { lines, field }: { readonly lines: readonly CountLineInput[]; readonly field: string },
): Promise<PlannedCountLine[]> {
  const around = await gatherLines(tx, lines.map(countedBy), [warehouse.id]);
  const planned = attemptEach(lines, (line) => planCountLine(line, warehouse, around));
  if (isAccepted(planned)) return planned.ok;
  return throwAll(planned.refused.map((one) => one.at(field)));
}

/** The places that are to be counted: those named, or all in which something lies. */
async function placesOf(tx: Tx, warehouse: Warehouse, input: StockCountCreate) {
  const { lines, itemIds = null, binIds = null } = input;
  if (lines) {
    checkLineCount(lines.length);
    return planLines(tx, warehouse, { lines, field: 'lines' });
  }
  const limit = STOCK_LINES_MAX + 1;
  const levels = await levelsIn(tx, warehouse.id, { itemIds, binIds, limit });
  checkLineCount(levels.length);
  return levels.map(({ itemId, binId, lotId, status, unit }): PlannedCountLine => {
    return { itemId, binId, lotId, status, unit, counted: null };
  });
}

/** Writes the lines of a count with what the books say of their places now. Two statements. */
async function insertLines(
  tx: Tx,
  { count, warehouse }: { readonly count: Count; readonly warehouse: Warehouse },
  planned: readonly PlannedCountLine[],
  after = 0,
): Promise<Line[]> {
  const { companyId, id: stockCountId } = count;
  const { baseCurrency: currency } = await companies.get(tx, companyId);
  const keys = planned.map((line) => keyOf(warehouse, line));
  const levels = await readLevels(tx, keys);
  const rows = planned.map((line, index) => ({
    ...{ id: tx.newId(), version: 1, companyId, stockCountId, position: after + index + 1 },
    ...line,
    expected: levels.get(levelKey(keys[index]!))?.onHand ?? ZERO,
    ...{ currency, createdAt: tx.now },
  }));
  return insertAll(tx, 'StockCountLine', rows);
}

/**
 * Opens a count of places in a warehouse. NotFound, ItemNotStocked, LotRequired, LotNotTracked,
 * PLACE_REPEATED by line and field; LINES_MISSING when nothing lies there; what `post` refuses.
 */
export async function create(tx: Tx, input: StockCountCreate): Promise<Count> {
  const warehouse = await warehouseOf(tx, input.warehouseId);
  const { companyId } = warehouse;
  const planned = await placesOf(tx, warehouse, input);
  const keys = planned.map((line) => levelKey(keyOf(warehouse, line)));
  refuseRepeatedPlaces(keys, new Set(), 'lines');
  const documentOn = await dayOf(tx, companyId, input.documentOn, 'documentOn');
  const series = { companyId, series: 'stockCount', on: documentOn, count: 1 };
  const [number = ''] = await numberSeries.take(tx, series);
  const made = { createdAt: tx.now, createdById: tx.actor.id, updatedAt: tx.now };
  const after = await tx.db
    .insertInto('StockCount')
    .values({
      ...{ id: tx.newId(), companyId, number, warehouseId: warehouse.id, documentOn, ...made },
      status: stockCountLifecycle.initial,
      reason: inField('reason', () => textOrNone(input.reason, 500)),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  const lines = await insertLines(tx, { count: after, warehouse }, planned);
  tx.emit(stockCountCreated({ before: null, after, data: {} }));
  return input.post ? settle(tx, after, lines, documentOn) : after;
}

/** The lines of a count, in their order. */
export async function linesOf(tx: Tx, stockCountId: string): Promise<Line[]> {
  return tx.db
    .selectFrom('StockCountLine')
    .selectAll()
    .where('stockCountId', '=', stockCountId)
    .orderBy('position')
    .execute();
}

/** Writes what was found on lines there are, with what the books say of their places now. */
async function enterLines(
  tx: Tx,
  { warehouse, known }: { readonly warehouse: Warehouse; readonly known: readonly Line[] },
  entries: NonNullable<StockCountEnter['lines']>,
): Promise<void> {
  if (entries.length === 0) return;
  refuseRepeatedPlaces(
    entries.map(({ id }) => id),
    new Set(),
    'lines',
  );
  const byId = new Map(known.map((line) => [line.id, line]));
  const named = entries.flatMap(({ id }) => byId.get(id) ?? []);
  const around = await gatherLines(
    tx,
    named.map(({ itemId }) => ({ itemId, binIds: [] })),
    [],
  );
  const entered = attemptEach(entries, (entry) => checkedEntry(entry, byId, around));
  if (!isAccepted(entered)) return throwAll(entered.refused.map((one) => one.at('lines')));
  const keys = named.map((line) => keyOf(warehouse, line));
  const levels = await readLevels(tx, keys);
  const rows = named.map(({ id, version }, index) => ({
    ...{ id, version: version + 1, counted: entered.ok[index] ?? null },
    expected: levels.get(levelKey(keys[index]!))?.onHand ?? ZERO,
  }));
  await updateAll(tx, 'StockCountLine', rows);
}

/**
 * Enters what was found, again and again until the count is posted; what the books say of the place
 * is taken at that moment. A number of statements that does not grow with the lines. NotFound,
 * StaleVersion, TransitionRefused, PLACE_REPEATED and values out of range by line and field.
 */
export async function enter(tx: Tx, input: StockCountEnter): Promise<Count> {
  const { lines = [], found = [] } = input;
  const before = await tx.lock('StockCount', input.id, input.expectedVersion);
  const status = next(stockCountLifecycle, before.status, 'enter');
  const warehouse = await warehouseOf(tx, before.warehouseId);
  const known = await linesOf(tx, before.id);
  checkLineCount(known.length + found.length);
  await enterLines(tx, { warehouse, known }, lines);
  if (found.length > 0) {
    const planned = await planLines(tx, warehouse, { lines: found, field: 'found' });
    const taken = new Set(known.map((line) => levelKey(keyOf(warehouse, line))));
    const keys = planned.map((line) => levelKey(keyOf(warehouse, line)));
    refuseRepeatedPlaces(keys, taken, 'found');
    await insertLines(tx, { count: before, warehouse }, planned, known.length);
  }
  const after = await nextVersion(tx, 'StockCount', before, { status });
  tx.emit(stockCountChanged({ before, after, data: {} }));
  return after;
}

/** Gives up a count; nothing of stock changes. NotFound, StaleVersion, TransitionRefused. */
export async function cancel(
  tx: Tx,
  input: { readonly id: string; readonly expectedVersion?: number | null },
): Promise<Count> {
  const before = await tx.lock('StockCount', input.id, input.expectedVersion);
  const status = next(stockCountLifecycle, before.status, 'cancel');
  const after = await nextVersion(tx, 'StockCount', before, { status });
  tx.emit(stockCountCancelled({ before, after, data: {} }));
  return after;
}
