import { ZERO, type Decimal } from '../kernel/index.js';
import { insertAll, type Tx } from '../events/index.js';
import type { DocumentRef } from './reservation.service.js';
import { levelKey, lockBins, moveLevels, type LevelKey } from './stock-level.service.js';
import { remainingOf } from './valuation.rules.js';
import {
  createMissing,
  lockValuations,
  moveValuations,
  valuedKey,
  type Valuation,
} from './valuation.service.js';

/**
 * What comes into a bin. Quantity in the stock unit, value (what it cost) in the company's base
 * currency.
 */
export interface Receipt extends LevelKey {
  readonly quantity: Decimal;
  readonly value: Decimal;
  readonly currency: string;
  readonly kind: 'OPENING' | 'RECEIPT' | 'ISSUE_RETURN' | 'COMPLETION' | 'CUSTOMER_RETURN';
  readonly postedOn: string;
  readonly document: DocumentRef;
  /** The line of the document that it comes by. */
  readonly lineId?: string | null;
}

/** What stock is worth more by a receipt; differs from its cost where a standard is kept. */
export interface Received {
  readonly value: Decimal;
}

/** Writes moves and layers. Two statements. */
async function record(
  tx: Tx,
  receipts: readonly Receipt[],
  valuations: ReadonlyMap<string, Valuation>,
): Promise<void> {
  const moves = receipts.map(({ document, ...receipt }) => ({
    id: tx.newId(),
    ...receipt,
    lineId: receipt.lineId ?? null,
    documentType: document.type,
    documentId: document.id,
    createdAt: tx.now,
  }));
  await insertAll(tx, 'StockMove', moves);
  const layers = moves.map((move) => {
    const { companyId, itemId, quantity, value, currency, postedOn } = move;
    const valuation = valuations.get(valuedKey(move))!;
    const rest = remainingOf(valuation.method);
    const remaining = { remainingQuantity: rest.quantity, remainingValue: rest.value };
    const worth = { quantity, value, currency, postedOn, ...remaining, createdAt: tx.now };
    return { id: tx.newId(), companyId, itemId, stockMoveId: move.id, ...worth };
  });
  await insertAll(tx, 'ValuationLayer', layers);
}

/**
 * Takes goods in at their cost; eight statements, however many receipts. Answers for each, in
 * order, what stock is worth more by it.
 */
export async function receive(tx: Tx, receipts: readonly Receipt[]): Promise<Received[]> {
  if (receipts.length === 0) return [];
  const levels = await lockBins(tx, receipts);
  await createMissing(tx, receipts);
  const locked = await lockValuations(tx, receipts);
  const valuations = new Map(locked.map((valuation) => [valuedKey(valuation), valuation]));
  await moveLevels(
    tx,
    receipts.map((receipt) => {
      const { id = '' } = levels.get(levelKey(receipt)) ?? {};
      return { id, onHand: receipt.quantity, reserved: ZERO };
    }),
  );
  await record(tx, receipts, valuations);
  await moveValuations(
    tx,
    receipts.map((receipt) => {
      const { id = '' } = valuations.get(valuedKey(receipt)) ?? {};
      return { id, quantity: receipt.quantity, value: receipt.value };
    }),
  );
  return receipts.map(({ value }) => ({ value }));
}
