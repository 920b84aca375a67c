import { ZERO, type Decimal } from '../kernel/index.js';
import type { Row, Tx } from '../events/index.js';
import type { Consumed } from './layer.rules.js';
import type { StockLevel } from './stock-level.service.js';
import type { DocumentRef } from './stored.js';
import { writeStock, type ReservationStep } from './stock-write.service.js';
import { remainingOf } from './valuation.rules.js';
import type { Valuation } from './valuation.service.js';

/** So much that comes into a place or, when negative, leaves it, at its worth. */
export interface Movement {
  readonly level: StockLevel;
  readonly valuation: Valuation;
  readonly kind: Row<'StockMove'>['kind'];
  readonly quantity: Decimal;
  /** Its sign is the quantity's. */
  readonly value: Decimal;
  readonly postedOn: string;
  readonly document: DocumentRef;
  readonly lineId: string | null;
  readonly reversalOfId?: string | null;
  /** By how much less the place has reserved. */
  readonly unreserved?: Decimal;
  /** What it took of earlier receipts. */
  readonly consumed?: readonly Consumed[];
}

function moveOf(tx: Tx, movement: Movement) {
  const { level, kind, quantity, value, postedOn, document, lineId } = movement;
  const { companyId, itemId, warehouseId, binId, lotId, status, unit } = level;
  return {
    id: tx.newId(),
    ...{ companyId, itemId, warehouseId, binId, lotId, status, kind, quantity, unit, value },
    currency: movement.valuation.currency,
    ...{ postedOn, documentType: document.type, documentId: document.id, lineId },
    reversalOfId: movement.reversalOfId ?? null,
    createdAt: tx.now,
  };
}

function layerOf(tx: Tx, movement: Movement, stockMoveId: string) {
  const { valuation, quantity, value, postedOn } = movement;
  const { companyId, itemId, currency, method } = valuation;
  const worth = { quantity, value };
  const rest = remainingOf(method, quantity.gt(0) ? worth : { quantity: ZERO, value: ZERO });
  const remaining = { remainingQuantity: rest.quantity, remainingValue: rest.value };
  const kept = { ...worth, ...remaining, currency, postedOn, createdAt: tx.now };
  return { id: tx.newId(), companyId, itemId, stockMoveId, ...kept };
}

/** What issues take of receipts' layers, and what is left of those. */
function consumptionsOf(
  tx: Tx,
  movements: readonly Movement[],
  layers: readonly { readonly id: string }[],
) {
  return movements.flatMap(({ consumed = [], level: { companyId } }, index) =>
    consumed.map(({ layerId: receiptLayerId, quantity, value }) => {
      const issueLayerId = layers[index]?.id ?? '';
      const ids = { id: tx.newId(), companyId, receiptLayerId, issueLayerId };
      return { ...ids, quantity, value, createdAt: tx.now };
    }),
  );
}

/**
 * Writes movements of levels and valuations that are locked: their moves, layers and worth. Answers
 * the moves' ids, in order. One statement. Goods that are carried within a company change neither
 * layers nor worth.
 */
export async function writeMovements(
  tx: Tx,
  movements: readonly Movement[],
  reservationSteps: readonly ReservationStep[] = [],
): Promise<string[]> {
  if (movements.length === 0) return [];
  const moves = movements.map((movement) => moveOf(tx, movement));
  const valued = movements.flatMap((movement, index) =>
    movement.kind === 'TRANSFER' ? [] : [{ movement, move: moves[index]! }],
  );
  const layers = valued.map(({ movement, move }) => layerOf(tx, movement, move.id));
  const consumptions = consumptionsOf(
    tx,
    valued.map(({ movement }) => movement),
    layers,
  );
  await writeStock(tx, {
    ...{ moves, layers, consumptions, reservationSteps },
    layerSteps: consumptions.map(({ receiptLayerId: id, quantity, value }) => {
      return { id, quantity: quantity.neg(), value: value.neg() };
    }),
    levelSteps: movements.map(({ level, quantity, unreserved = ZERO }) => {
      return { id: level.id, onHand: quantity, reserved: unreserved.neg() };
    }),
    valuationSteps: valued.map(({ movement: { valuation, quantity, value } }) => {
      return { id: valuation.id, quantity, value };
    }),
  });
  return moves.map(({ id }) => id);
}
