import { NotFound, type Decimal, type RuleViolation } from '../kernel/index.js';
import { throwAll, type Tx } from '../events/index.js';
import { InsufficientStock } from './errors.js';
import { items, warehouses } from './queries.js';
import type { Place } from './stock-level.service.js';

/** A line that wants more than there is. */
export interface Shortage extends Place {
  /** Its place in the list of lines. */
  readonly index: number;
  readonly requested: Decimal;
  readonly available: Decimal;
}

/** Throws why lines cannot be served: an item or warehouse nobody knows, or too little stock. */
export async function refuseShortages(
  tx: Tx,
  companyId: string,
  shortages: readonly Shortage[],
): Promise<void> {
  if (shortages.length === 0) return;
  const known = await items(
    tx,
    shortages.map(({ itemId }) => itemId),
  );
  const houses = await warehouses(
    tx,
    shortages.map(({ warehouseId }) => warehouseId),
  );
  const reasons = shortages.map(
    ({ index, itemId, warehouseId, requested, available }): RuleViolation => {
      const item = known.get(itemId);
      if (!item) return new NotFound('Item', itemId).at('lines', index, 'itemId');
      if (houses.get(warehouseId)?.companyId !== companyId) {
        return new NotFound('Warehouse', warehouseId).at('lines', index, 'warehouseId');
      }
      return new InsufficientStock(item, requested, available).at('lines', index, 'quantity');
    },
  );
  throwAll(reasons);
}
