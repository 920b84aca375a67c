import { insertAll, nextVersion, Refused, type Row, throwAll, type Tx } from '../events/index.js';
import { bins, lots } from '../inventory/index.js';
import {
  byField,
  distinct,
  inField,
  InvalidInput,
  newReasons,
  next,
  NotFound,
  present,
  type Reasons,
  requiredReason,
  RuleViolation,
  textOrNone,
} from '../kernel/index.js';
import {
  companies,
  dayOf,
  type ExternalKey,
  externalRefs,
  numberSeries,
} from '../platform/index.js';
import {
  goodsReceiptCancelled,
  goodsReceiptCreated,
  goodsReceiptHeld,
  goodsReceiptResumed,
} from './events.js';
import { postLocked } from './goods-receipt-post.service.js';
import { heldByReceipts } from './goods-receipt-rows.js';
import { type ReceiptLineInput, toReceive } from './goods-receipt.rules.js';
import { goodsReceiptLifecycle } from './lifecycles.rules.js';
import { linesOf } from './purchase-order-rows.js';
import { refuseUnlessOpen } from './receiving.rules.js';
import { ofOrder, type Versioned, type WithReason } from './rows.js';

export { post, type GoodsReceiptPost } from './goods-receipt-post.service.js';
export { reverse, type GoodsReceiptReverse } from './goods-receipt-reverse.service.js';

export type GoodsReceipt = Row<'GoodsReceipt'>;
type Order = Row<'PurchaseOrder'>;
type OrderLine = Row<'PurchaseOrderLine'>;

export interface GoodsReceiptInput {
  readonly purchaseOrderId: string;
  /** Today in the company's time zone when absent. */
  readonly documentOn?: string | null;
  readonly supplierDeliveryNote?: string | null;
  /** What came, in the lines' units; everything that is open when absent. */
  readonly lines?: readonly ReceiptLineInput[] | null;
  /** Takes it on stock at once. */
  readonly post?: boolean | null;
  /** With `post`: the business day, `documentOn` when absent. */
  readonly postedOn?: string | null;
  readonly externalRefs?: readonly ExternalKey[] | null;
}

/** Refuses bins of other warehouses. One statement, or none. */
async function refuseForeignBins(
  tx: Tx,
  { warehouseId }: Order,
  came: readonly ReceiptLineInput[],
  reasons: Reasons,
): Promise<void> {
  const known = await bins.getMany(tx, distinct(came.map(({ binId }) => binId)));
  came.forEach(({ binId }, index) => {
    if (binId === null || binId === undefined) return;
    reasons.take(['lines', index, 'binId'], () => {
      const bin = known.get(binId);
      if (bin?.warehouseId !== warehouseId) throw new NotFound('Bin', binId);
      if (bin.archivedAt !== null) {
        throw new InvalidInput('ARCHIVED', 'The {type} is archived.', { type: 'Bin' });
      }
    });
  });
}

/** A refusal of the list of lots, told at the line and field that a caller wrote. */
function atLot(reason: RuleViolation, places: readonly number[]): RuleViolation {
  const [place, ...field] = reason.path;
  const path = ['lines', places[Number(place)] ?? 0, 'lot', ...field];
  return Object.assign(reason.at(), { path });
}

/** The lots that lines came in, by the place of the line; made where they are missing. */
async function lotsOf(
  tx: Tx,
  companyId: string,
  came: readonly ReceiptLineInput[],
  lines: ReadonlyMap<string, OrderLine>,
): Promise<Map<number, string>> {
  const named = came.flatMap(({ lot, purchaseOrderLineId }, index) => {
    const itemId = lines.get(purchaseOrderLineId)?.itemId;
    return lot && itemId ? [{ index, wanted: { companyId, itemId, ...lot } }] : [];
  });
  if (named.length === 0) return new Map();
  const places = named.map(({ index }) => index);
  try {
    const ensured = await lots.ensure(
      tx,
      named.map(({ wanted }) => wanted),
    );
    return new Map(
      ensured.flatMap((lot, at) => (lot ? [[present(places[at]), lot.id] as const] : [])),
    );
  } catch (error) {
    if (error instanceof Refused) return throwAll(error.refusals.map((one) => atLot(one, places)));
    throw error instanceof RuleViolation ? atLot(error, places) : error;
  }
}

/** What is to be received, checked against the order; throws every reason. */
async function decide(
  tx: Tx,
  order: Order,
  orderLines: readonly OrderLine[],
  input: GoodsReceiptInput,
): Promise<readonly ReceiptLineInput[]> {
  const reasons = newReasons();
  const came = toReceive(orderLines, await heldByReceipts(tx, order.id), input.lines, reasons);
  await refuseForeignBins(tx, order, came, reasons);
  if (reasons.list.length > 0) throwAll(reasons.list);
  return came;
}

async function write(
  tx: Tx,
  order: Order,
  orderLines: readonly OrderLine[],
  came: readonly ReceiptLineInput[],
  header: Pick<GoodsReceipt, 'documentOn' | 'supplierDeliveryNote' | 'number' | 'id'>,
) {
  const { companyId, supplierId, warehouseId, id: purchaseOrderId } = order;
  const byId = new Map(orderLines.map((line) => [line.id, line]));
  const lotIds = await lotsOf(tx, companyId, came, byId);
  const { baseCurrency: currency } = await companies.get(tx, companyId);
  const receipt = await tx.db
    .insertInto('GoodsReceipt')
    .values({
      ...{ ...header, companyId, supplierId, warehouseId, purchaseOrderId, version: 1 },
      ...{ status: goodsReceiptLifecycle.initial, createdAt: tx.now, updatedAt: tx.now },
      createdById: tx.actor.id,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  const rows = came.map(({ purchaseOrderLineId, quantity, binId }, index) => ({
    ...{ id: tx.newId(), version: 1, companyId, goodsReceiptId: receipt.id, purchaseOrderLineId },
    position: index + 1,
    itemId: present(byId.get(purchaseOrderLineId)?.itemId),
    unit: present(byId.get(purchaseOrderLineId)).unit,
    ...{ binId: binId ?? null, lotId: lotIds.get(index) ?? null, quantity, currency },
    createdAt: tx.now,
  }));
  return { receipt, lines: await insertAll(tx, 'GoodsReceiptLine', rows) };
}

/**
 * Records what came of an order: everything that is open, or what is named; other receipts that are
 * not posted keep what they hold. With `post` the goods are on stock at once. Refusals: NotFound,
 * PurchaseOrderNotOpen, NothingToReceive, ReceiptExceedsOpen, InvalidInput, LotRequired,
 * LotNotTracked, DuplicateKey of an external reference, and those of `post`.
 */
export async function create(tx: Tx, input: GoodsReceiptInput): Promise<GoodsReceipt> {
  const { purchaseOrderId } = input;
  const note = inField('supplierDeliveryNote', () => textOrNone(input.supplierDeliveryNote, 100));
  const order = await byField('purchaseOrderId', () => tx.lock('PurchaseOrder', purchaseOrderId));
  refuseUnlessOpen(order.status);
  const orderLines = await linesOf(tx, order.id);
  const came = await decide(tx, order, orderLines, input);
  const { companyId } = order;
  const documentOn = await dayOf(tx, companyId, input.documentOn, 'documentOn');
  const series = { companyId, series: 'goodsReceipt', on: documentOn, count: 1 };
  const [number] = await numberSeries.take(tx, series);
  const id = tx.newId();
  const refs = input.externalRefs ?? [];
  await externalRefs.claimOne(tx, { scopeId: companyId, noun: 'GoodsReceipt', nodeId: id, refs });
  const header = { id, documentOn, supplierDeliveryNote: note, number: present(number) };
  const { receipt, lines } = await write(tx, order, orderLines, came, header);
  tx.emit(goodsReceiptCreated({ before: null, after: receipt, data: ofOrder(receipt) }));
  if (!input.post) return receipt;
  const postedOn = await dayOf(tx, companyId, input.postedOn ?? documentOn, 'postedOn');
  return postLocked(tx, { receipt, lines, order, orderLines, postedOn });
}

type Patch = Partial<Pick<GoodsReceipt, 'status' | 'holdReason'>>;

async function update(tx: Tx, before: GoodsReceipt, patch: Patch): Promise<GoodsReceipt> {
  return nextVersion(tx, 'GoodsReceipt', before, patch);
}

/** Stops a receipt: nothing of it is posted until it is resumed. TransitionRefused, StaleVersion. */
export async function hold(tx: Tx, input: WithReason): Promise<GoodsReceipt> {
  const holdReason = requiredReason(input.reason);
  const before = await tx.lock('GoodsReceipt', input.id, input.expectedVersion);
  const status = next(goodsReceiptLifecycle, before.status, 'hold');
  const after = await update(tx, before, { status, holdReason });
  tx.emit(goodsReceiptHeld({ before, after, data: ofOrder(after) }));
  return after;
}

/** Lets a held receipt go on. TransitionRefused, StaleVersion. */
export async function resume(tx: Tx, input: Versioned): Promise<GoodsReceipt> {
  const before = await tx.lock('GoodsReceipt', input.id, input.expectedVersion);
  const status = next(goodsReceiptLifecycle, before.status, 'resume');
  const after = await update(tx, before, { status, holdReason: null });
  tx.emit(goodsReceiptResumed({ before, after, data: ofOrder(after) }));
  return after;
}

/** Gives up a receipt that is not posted; its quantities are open again. */
export async function cancel(tx: Tx, input: Versioned): Promise<GoodsReceipt> {
  const before = await tx.lock('GoodsReceipt', input.id, input.expectedVersion);
  const status = next(goodsReceiptLifecycle, before.status, 'cancel');
  const after = await update(tx, before, { status });
  tx.emit(goodsReceiptCancelled({ before, after, data: ofOrder(after) }));
  return after;
}
