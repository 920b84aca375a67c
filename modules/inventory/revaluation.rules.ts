import { ZERO, min, sum, type Decimal } from '../kernel/index.js';
import { spread, type OpenLayer } from './layer.rules.js';
import { after, borne, type Pool } from './valuation.rules.js';

/** What goods cost more (positive) or less than they were taken on stock for. */
export interface PriceDifference {
  /** The caller's line, by which the answer is known. */
  readonly lineId: string;
  readonly itemId: string;
  /** How much the difference is for, in stock units. */
  readonly receivedQuantity: Decimal;
  /** In base currency. */
  readonly difference: Decimal;
  /** The lines by which the goods were received, for FIFO; `lineId` itself when absent. */
  readonly receivedBy?: readonly string[];
}

/** What is left of a receipt by a line. */
export interface ReceiptLayer extends OpenLayer {
  readonly itemId: string;
  readonly lineId: string | null;
}

/** What stock bears of a line: of a receipt's layer, or of the pool as a whole. */
export interface RevaluedPart {
  readonly layerId: string | null;
  readonly value: Decimal;
}

export interface PlannedRevaluation {
  readonly line: PriceDifference;
  readonly parts: readonly RevaluedPart[];
}

interface ItemPool extends Pool {
  readonly itemId: string;
}

function byAverage(line: PriceDifference, pool: ItemPool, unclaimed: Decimal): RevaluedPart[] {
  const bounds = { received: line.receivedQuantity, there: unclaimed };
  return [{ layerId: null, value: borne(line.difference, bounds, pool.value) }];
}

function byLayers(line: PriceDifference, layers: readonly OpenLayer[]): RevaluedPart[] {
  const there = sum(layers.map(({ quantity }) => quantity));
  const value = sum(layers.map((layer) => layer.value));
  return spread(borne(line.difference, { received: line.receivedQuantity, there }, value), layers);
}

/**
 * What of each price difference stock bears. By moving average min(on hand, received) of what was
 * received bears its share, and lines of one item do not claim the same goods twice; by FIFO what
 * is left of the receipts' own layers; at standard cost nothing. Stock never ends below zero.
 */
export function planRevaluation(
  lines: readonly PriceDifference[],
  valuations: readonly ItemPool[],
  receipts: readonly ReceiptLayer[],
): PlannedRevaluation[] {
  const pools = new Map(valuations.map((pool) => [pool.itemId, pool]));
  const unclaimed = new Map(valuations.map(({ itemId, quantity }) => [itemId, quantity]));
  const layers = new Map(receipts.map((layer) => [layer.id, layer]));
  return lines.map((line) => {
    const pool = pools.get(line.itemId);
    if (!pool || pool.method === 'STANDARD') return { line, parts: [] };
    if (pool.method === 'FIFO') {
      const own = line.receivedBy ?? [line.lineId];
      const parts = byLayers(
        line,
        [...layers.values()].filter(({ lineId }) => lineId !== null && own.includes(lineId)),
      );
      for (const { layerId, value } of parts) {
        const layer = layers.get(layerId ?? '');
        if (layer) layers.set(layer.id, after(layer, { quantity: ZERO, value: value.neg() }));
      }
      return { line, parts };
    }
    const there = unclaimed.get(line.itemId) ?? ZERO;
    const parts = byAverage(line, pool, there);
    unclaimed.set(line.itemId, there.sub(min(there, line.receivedQuantity)));
    const value = sum(parts.map((part) => part.value)).neg();
    pools.set(line.itemId, after(pool, { quantity: ZERO, value }));
    return { line, parts };
  });
}
