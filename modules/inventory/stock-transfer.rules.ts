import {
  LimitExceeded,
  checkedQuantity,
  inField,
  lifecycle,
  InvalidInput,
  type Decimal,
} from '../kernel/index.js';
import {
  binIn,
  inStock,
  lotIn,
  stockedItem,
  type LineSurroundings,
  type StockLineInput,
} from './stock-line.rules.js';
import type { Stored } from './stored.js';

export const stockTransferLifecycle = lifecycle({
  subject: 'Stock transfer',
  initial: 'DRAFT',
  states: {
    DRAFT: { post: 'POSTED', cancel: 'CANCELLED' },
    POSTED: {},
    CANCELLED: {},
  },
});

/** What stock may be used for. */
export type StockStatus = Stored<'StockLevel'>['status'];

export interface TransferLineInput {
  readonly itemId: string;
  /** The bin MAIN of the warehouse when absent. */
  readonly fromBinId?: string | null;
  readonly toBinId?: string | null;
  readonly lotId?: string | null;
  readonly quantity: Decimal;
  /** The item's stock unit when absent. */
  readonly unit?: string | null;
  /** AVAILABLE when absent. */
  readonly fromStatus?: StockStatus | null;
  /** As it was when absent. */
  readonly toStatus?: StockStatus | null;
}

/** A line as it is kept, in stock units. */
export interface PlannedTransferLine {
  readonly itemId: string;
  readonly fromBinId: string;
  readonly toBinId: string;
  readonly fromStatus: StockStatus;
  readonly toStatus: StockStatus;
  readonly lotId: string | null;
  readonly quantity: Decimal;
  readonly unit: string;
}

/** The most lines one stock document has. */
export const STOCK_LINES_MAX = 1_000;

/** Refuses a document without lines, or with too many. */
export function checkLineCount(count: number): void {
  if (count === 0) throw new InvalidInput('LINES_MISSING', 'There is no line.').at('lines');
  if (count > STOCK_LINES_MAX) {
    throw new LimitExceeded('Lines', STOCK_LINES_MAX, count).at('lines');
  }
}

/** What a line names, for gathering. */
export const namedBy = ({ itemId, lotId, fromBinId, toBinId }: TransferLineInput) =>
  ({ itemId, lotId: lotId ?? null, binIds: [fromBinId, toBinId] }) satisfies StockLineInput;

interface Way {
  readonly companyId: string;
  readonly from: { readonly id: string };
  readonly to: { readonly id: string };
}

/** Decides what a line carries from where to where; refuses by field. */
export function planTransferLine(
  line: TransferLineInput,
  { companyId, from, to }: Way,
  around: LineSurroundings,
): PlannedTransferLine {
  const item = inField('itemId', () => stockedItem(line.itemId, around));
  const fromBinId = inField('fromBinId', () => binIn(from, line.fromBinId, around));
  const toBinId = inField('toBinId', () => binIn(to, line.toBinId, around));
  const fromStatus = line.fromStatus ?? 'AVAILABLE';
  const toStatus = line.toStatus ?? fromStatus;
  if (fromBinId === toBinId && fromStatus === toStatus) {
    throw new InvalidInput('TRANSFER_NOWHERE', 'The goods are there already.').at('toBinId');
  }
  const lotId = inField('lotId', () =>
    lotIn(item, { companyId, lotId: line.lotId ?? null }, around),
  );
  inField('quantity', () => checkedQuantity(line.quantity));
  const kept = inField('unit', () => inStock(item, line, around));
  const quantity = inField('quantity', () => checkedQuantity(kept));
  const places = { fromBinId, toBinId, fromStatus, toStatus, lotId };
  return { itemId: item.id, ...places, quantity, unit: item.unit };
}
