import type { Decimal } from '../kernel/index.js';
import type { Tx } from '../events/index.js';
import { mainBins } from './queries.js';
import { refuseLots } from './lot-refusal.service.js';
import { writeMovements } from './movement.service.js';
import type { DocumentRef } from './stored.js';
import { holdLevels, levelKey, type LevelKey, type Place } from './stock-level.service.js';
import { receiptValue } from './valuation.rules.js';
import { holdValuations, valuedKey, type Valuation } from './valuation.service.js';

/**
 * What comes into a warehouse. Quantity in the stock unit, value (what it cost) in the company's
 * base currency.
 */
export interface Receipt extends Place {
  readonly companyId: string;
  /** The warehouse's bin MAIN when absent. */
  readonly binId?: string | null;
  /** An item that is kept by lots comes in with one, any other without. */
  readonly lotId?: string | null;
  /** AVAILABLE when absent. */
  readonly status?: 'AVAILABLE' | 'QUALITY_HOLD';
  readonly unit: string;
  readonly quantity: Decimal;
  readonly value: Decimal;
  readonly currency: string;
  readonly kind: 'OPENING' | 'RECEIPT' | 'ISSUE_RETURN' | 'COMPLETION' | 'CUSTOMER_RETURN';
  readonly postedOn: string;
  readonly document: DocumentRef;
  /** The line of the document that it comes by. */
  readonly lineId?: string | null;
}

/** What came of a receipt. */
export interface Received {
  /** What stock is worth more by it; differs from its cost where a standard is kept. */
  readonly value: Decimal;
  readonly lotId: string | null;
  readonly stockMoveId: string;
}

/** Where each receipt goes. One statement when a bin is left out. */
async function placed(tx: Tx, receipts: readonly Receipt[]): Promise<LevelKey[]> {
  const without = receipts.filter(({ binId }) => !binId);
  const mains = await mainBins(
    tx,
    without.map(({ warehouseId }) => warehouseId),
  );
  return receipts.map((receipt) => {
    const { companyId, itemId, warehouseId, unit, lotId = null, status = 'AVAILABLE' } = receipt;
    const binId = receipt.binId ?? mains.get(warehouseId);
    if (!binId) throw new Error(`The warehouse ${warehouseId} has no bin.`);
    return { companyId, itemId, warehouseId, binId, unit, lotId, status };
  });
}

/**
 * Takes goods in at their cost; three statements, however many receipts, four when a bin is left
 * out, and two more each when a bin or an item has its first. Answers for each, in order, what
 * stock is worth more by it. LotRequired, LotNotTracked and NotFound of lots at `lines`, by the
 * receipt's place; one statement more where lots are named.
 */
export async function receive(tx: Tx, receipts: readonly Receipt[]): Promise<Received[]> {
  if (receipts.length === 0) return [];
  const keys = await placed(tx, receipts);
  const levels = await holdLevels(tx, keys);
  const valuations = await holdValuations(tx, receipts);
  const valuationOf = (receipt: Receipt): Valuation => valuations.get(valuedKey(receipt))!;
  await refuseLots(
    tx,
    receipts.map((receipt) => ({ ...receipt, isLotTracked: valuationOf(receipt).isLotTracked })),
  );
  const movements = receipts.map((receipt, index) => {
    const { kind, quantity, postedOn, document, lineId = null } = receipt;
    const valuation = valuationOf(receipt);
    const value = receiptValue(valuation, receipt);
    const level = levels.get(levelKey(keys[index]!))!;
    return { level, valuation, kind, quantity, value, postedOn, document, lineId };
  });
  const moveIds = await writeMovements(tx, movements);
  return movements.map(({ value, level }, index) => {
    return { value, lotId: level.lotId, stockMoveId: moveIds[index]! };
  });
}
