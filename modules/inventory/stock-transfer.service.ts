import {
  NotFound,
  attemptEach,
  isAccepted,
  next,
  textOrNone,
  inField,
  ZERO,
} from '../kernel/index.js';
import { insertAll, nextVersion, type Row, throwAll, type Tx } from '../events/index.js';
import { companies, dayOf, numberSeries } from '../platform/index.js';
import { stockTransferCancelled, stockTransferCreated, stockTransferPosted } from './events.js';
import { writeMovements } from './movement.service.js';
import { warehouses } from './queries.js';
import { shortLines } from './shortage.rules.js';
import { refuseShortages } from './shortage.service.js';
import { gatherLines } from './stock-line-gather.service.js';
import { holdLevels, levelKey, type LevelKey } from './stock-level.service.js';
import {
  checkLineCount,
  namedBy,
  planTransferLine,
  stockTransferLifecycle,
  type TransferLineInput,
} from './stock-transfer.rules.js';
import { shareOf } from './valuation.rules.js';
import { holdValuations, valuedKey } from './valuation.service.js';

type Transfer = Row<'StockTransfer'>;
type Line = Row<'StockTransferLine'>;

export interface StockTransferCreate {
  readonly fromWarehouseId: string;
  /** The same warehouse when absent: from bin to bin. */
  readonly toWarehouseId?: string | null;
  readonly note?: string | null;
  /** Today where the company is, when absent. */
  readonly documentOn?: string | null;
  readonly lines: readonly TransferLineInput[];
  /** Carries the goods at once. */
  readonly post?: boolean | null;
}

export interface StockTransferVerb {
  readonly id: string;
  readonly expectedVersion?: number | null;
}

export interface StockTransferPost extends StockTransferVerb {
  /** Today where the company is, when absent. */
  readonly postedOn?: string | null;
}

async function wayOf(tx: Tx, { fromWarehouseId, toWarehouseId }: StockTransferCreate) {
  const toId = toWarehouseId ?? fromWarehouseId;
  const known = await warehouses(tx, [fromWarehouseId, toId]);
  const from = known.get(fromWarehouseId);
  if (!from || from.archivedAt) {
    throw new NotFound('Warehouse', fromWarehouseId).at('fromWarehouseId');
  }
  const to = known.get(toId);
  if (to?.companyId !== from.companyId || to.archivedAt) {
    throw new NotFound('Warehouse', toId).at('toWarehouseId');
  }
  return { companyId: from.companyId, from, to };
}

/**
 * Plans to carry goods from place to place within a company, or from one status to another; with
 * `post` carries them at once. NotFound, ItemNotStocked, LotRequired, LotNotTracked, UnitMismatch,
 * TRANSFER_NOWHERE by line and field; what `post` refuses.
 */
export async function create(tx: Tx, input: StockTransferCreate): Promise<Transfer> {
  checkLineCount(input.lines.length);
  const way = await wayOf(tx, input);
  const { companyId, from, to } = way;
  const documentOn = await dayOf(tx, companyId, input.documentOn, 'documentOn');
  const around = await gatherLines(tx, input.lines.map(namedBy), [from.id, to.id]);
  const planned = attemptEach(input.lines, (line) => planTransferLine(line, way, around));
  if (!isAccepted(planned)) return throwAll(planned.refused.map((one) => one.at('lines')));
  const series = { companyId, series: 'stockTransfer', on: documentOn, count: 1 };
  const [number = ''] = await numberSeries.take(tx, series);
  const made = { createdAt: tx.now, createdById: tx.actor.id, updatedAt: tx.now };
  const after = await tx.db
    .insertInto('StockTransfer')
    .values({
      ...{ id: tx.newId(), companyId, number, documentOn, ...made },
      ...{ fromWarehouseId: from.id, toWarehouseId: to.id },
      status: stockTransferLifecycle.initial,
      note: inField('note', () => textOrNone(input.note, 500)),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  const rows = planned.ok.map((line, index) => ({
    ...{ id: tx.newId(), version: 1, companyId, stockTransferId: after.id },
    ...{ position: index + 1, ...line, createdAt: tx.now },
  }));
  const lines = await insertAll(tx, 'StockTransferLine', rows);
  tx.emit(stockTransferCreated({ before: null, after, data: {} }));
  return input.post ? carry(tx, after, lines, documentOn) : after;
}

/** The stock levels a line leads from and to. */
function waysOf(transfer: Transfer, line: Line): { from: LevelKey; to: LevelKey } {
  const { companyId, fromWarehouseId, toWarehouseId } = transfer;
  const { itemId, lotId, unit } = line;
  const goods = { companyId, itemId, lotId, unit };
  const { fromBinId, toBinId, fromStatus, toStatus } = line;
  return {
    from: { ...goods, warehouseId: fromWarehouseId, binId: fromBinId, status: fromStatus },
    to: { ...goods, warehouseId: toWarehouseId, binId: toBinId, status: toStatus },
  };
}

type Ways = readonly { readonly from: LevelKey; readonly to: LevelKey }[];

async function holdPlaces(tx: Tx, transfer: Transfer, lines: readonly Line[], ways: Ways) {
  const levels = await holdLevels(
    tx,
    ways.flatMap(({ from, to }) => [from, to]),
  );
  const free = new Map([...levels].map(([key, level]) => [key, level.onHand.sub(level.reserved)]));
  const short = shortLines(
    lines.map(({ quantity }, index) => {
      const { from, to } = ways[index]!;
      return { from: levelKey(from), to: levelKey(to), quantity };
    }),
    free,
  );
  const shortages = short.map(({ index, available }) => {
    const { itemId, quantity: requested } = lines[index]!;
    return { itemId, warehouseId: transfer.fromWarehouseId, index, requested, available };
  });
  await refuseShortages(tx, transfer.companyId, shortages);
  return levels;
}

/** Moves the goods with what they are worth, and says that they are there. */
async function carry(
  tx: Tx,
  before: Transfer,
  lines: readonly Line[],
  postedOn: string,
): Promise<Transfer> {
  const { id, companyId } = before;
  const status = next(stockTransferLifecycle, before.status, 'post');
  const ways = lines.map((line) => waysOf(before, line));
  const levels = await holdPlaces(tx, before, lines, ways);
  const { baseCurrency: currency } = await companies.get(tx, companyId);
  const valued = lines.map(({ itemId }) => ({ companyId, itemId, currency }));
  const valuations = await holdValuations(tx, valued);
  const document = { type: 'StockTransfer', id };
  const movements = lines.flatMap((line, index) => {
    const { from, to } = ways[index]!;
    const valuation = valuations.get(valuedKey(line))!;
    const { quantity, id: lineId } = line;
    const value = shareOf(valuation, quantity);
    const told = { valuation, kind: 'TRANSFER' as const, postedOn, document, lineId };
    const [source, target] = [levels.get(levelKey(from))!, levels.get(levelKey(to))!];
    const leaving = { quantity: quantity.neg(), value: value.neg().add(ZERO) };
    return [
      { ...told, level: source, ...leaving },
      { ...told, level: target, quantity, value },
    ];
  });
  writeMovements(tx, movements);
  const after = await nextVersion(tx, 'StockTransfer', before, { status, postedOn });
  tx.emit(stockTransferPosted({ before, after, data: {} }));
  return after;
}

/**
 * Carries the goods: stock leaves its places and is in the others, at what it is worth; the books
 * know nothing of it. A number of statements that does not grow with the lines. NotFound,
 * StaleVersion, TransitionRefused; InsufficientStock at the line's quantity.
 */
export async function post(tx: Tx, input: StockTransferPost): Promise<Transfer> {
  const before = await tx.lock('StockTransfer', input.id, input.expectedVersion);
  next(stockTransferLifecycle, before.status, 'post');
  const postedOn = await dayOf(tx, before.companyId, input.postedOn, 'postedOn');
  const lines = await tx.db
    .selectFrom('StockTransferLine')
    .selectAll()
    .where('stockTransferId', '=', before.id)
    .orderBy('position')
    .execute();
  return carry(tx, before, lines, postedOn);
}

/** Gives up a transfer that was not posted. NotFound, StaleVersion, TransitionRefused. */
export async function cancel(tx: Tx, input: StockTransferVerb): Promise<Transfer> {
  const before = await tx.lock('StockTransfer', input.id, input.expectedVersion);
  const status = next(stockTransferLifecycle, before.status, 'cancel');
  const after = await nextVersion(tx, 'StockTransfer', before, { status });
  tx.emit(stockTransferCancelled({ before, after, data: {} }));
  return after;
}
