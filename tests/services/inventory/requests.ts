import { randomUUID } from 'node:crypto';
import { decimal } from '../../../modules/kernel/index.js';
import type { Store } from './store.js';

interface Line {
  readonly itemId: string;
  readonly quantity: string;
  readonly lineId?: string;
  readonly warehouseId?: string;
}

const demand = (store: Store, { itemId, quantity, lineId, warehouseId }: Line) => ({
  lineId: lineId ?? randomUUID(),
  itemId,
  warehouseId: warehouseId ?? store.warehouseId,
  quantity: decimal(quantity),
});

/** What asks for stock of the store for the lines of an order. */
export const reserveOf =
  (store: Store) =>
  (policy: 'AVAILABLE' | 'ALL_OR_NOTHING', ...lines: Line[]) => ({
    companyId: store.companyId,
    document: { type: 'SalesOrder', id: randomUUID() },
    lines: lines.map((line) => demand(store, line)),
    policy,
  });

/** What sends goods of the store out; a line takes the reservations of the line it names. */
export const shipmentOf =
  (store: Store) =>
  (...lines: (Line & { readonly reserved?: string })[]) => ({
    companyId: store.companyId,
    kind: 'SHIPMENT' as const,
    document: { type: 'Delivery', id: randomUUID() },
    postedOn: '2026-03-02',
    lines: lines.map((line) => {
      return { ...demand(store, line), reservationLineId: line.reserved ?? randomUUID() };
    }),
  });

/** What brings goods into the store at their cost, by a document of its own. */
export const receiptOf = (store: Store, itemId: string, quantity: string, value: string) => ({
  ...{ companyId: store.companyId, warehouseId: store.warehouseId, itemId },
  ...{ unit: 'C62', currency: 'USD', kind: 'RECEIPT' as const, postedOn: '2026-03-02' },
  ...{ quantity: decimal(quantity), value: decimal(value), lineId: randomUUID() },
  document: { type: 'GoodsReceipt', id: randomUUID() },
});
