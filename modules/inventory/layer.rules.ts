import { ZERO, min, type Decimal } from '../kernel/index.js';
import {
  after,
  issueValue,
  roundValue,
  shareOf,
  shareValue,
  type Pool,
  type Worth,
} from './valuation.rules.js';

/** What is left of a receipt, for issues by first in, first out. */
export interface OpenLayer extends Worth {
  readonly id: string;
  /** The move that brought it. */
  readonly stockMoveId: string | null;
}

/** What an issue took of a receipt's layer. */
export interface Consumed extends Worth {
  readonly layerId: string;
}

/** A pool with what is left of its receipts, the oldest first; empty but for FIFO. */
export interface LayeredPool extends Pool {
  readonly layers: readonly OpenLayer[];
}

/** What one portion of a line costs, and which receipts it used up. */
export interface Costed extends Worth {
  readonly consumed: readonly Consumed[];
}

/**
 * Takes a quantity from layers in their order; a layer that is emptied gives all its value. First
 * in, first out: the goods received first are those that leave first (IAS 2, paragraph 27).
 */
export function consume(
  layers: readonly OpenLayer[],
  quantity: Decimal,
): { readonly consumed: Consumed[]; readonly layers: OpenLayer[] } {
  const consumed: Consumed[] = [];
  const left: OpenLayer[] = [];
  let wanted = quantity;
  for (const layer of layers) {
    const taken = min(wanted, layer.quantity);
    if (taken.lte(0)) {
      left.push(layer);
      continue;
    }
    const part = { quantity: taken, value: shareOf(layer, taken) };
    wanted = wanted.sub(taken);
    consumed.push({ layerId: layer.id, ...part });
    if (taken.lt(layer.quantity)) left.push(after(layer, part));
  }
  if (wanted.gt(0)) throw new Error(`${wanted.toString()} left that no receipt brought.`);
  return { consumed, layers: left };
}

const valueOf = (parts: readonly Worth[]) => parts.reduce((all, { value }) => all.add(value), ZERO);

function costFirstIn(pool: LayeredPool, quantities: readonly Decimal[]) {
  let { layers } = pool;
  const parts = quantities.map((quantity): Costed => {
    const taken = consume(layers, quantity);
    ({ layers } = taken);
    return { quantity, value: valueOf(taken.consumed), consumed: taken.consumed };
  });
  return { parts, layers };
}

/** What the portions of one line cost that leave a pool, and the pool after them. */
export function cost<P extends LayeredPool>(
  pool: P,
  quantities: readonly Decimal[],
): { readonly parts: Costed[]; readonly pool: P } {
  const quantity = quantities.reduce((all, one) => all.add(one), ZERO);
  if (pool.method === 'FIFO') {
    const { parts, layers } = costFirstIn(pool, quantities);
    return { parts, pool: { ...after(pool, { quantity, value: valueOf(parts) }), layers } };
  }
  const value = issueValue(pool, quantity);
  const shares = shareValue({ quantity, value }, quantities);
  const parts = quantities.map((one, index) => {
    return { quantity: one, value: shares[index] ?? ZERO, consumed: [] };
  });
  return { parts, pool: after(pool, { quantity, value }) };
}

/** Puts the layers of one's own receipts before those of others, each kept in its order. */
export function ownFirst(
  layers: readonly OpenLayer[],
  isOwn: (layer: OpenLayer) => boolean,
): OpenLayer[] {
  return [...layers.filter(isOwn), ...layers.filter((layer) => !isOwn(layer))];
}

/**
 * Shares a difference among layers by what is left of each; none falls below zero, and what no
 * layer can bear is left out.
 */
export function spread(difference: Decimal, layers: readonly OpenLayer[]): Consumed[] {
  let rest = {
    quantity: layers.reduce((all, { quantity }) => all.add(quantity), ZERO),
    value: difference,
  };
  return layers.map(({ id: layerId, quantity, value }) => {
    const part = rest.quantity.isZero() ? ZERO : shareOf(rest, quantity);
    rest = after(rest, { quantity, value: part });
    const borne = part.lt(value.neg()) ? value.neg() : roundValue(part);
    return { layerId, quantity, value: borne };
  });
}
