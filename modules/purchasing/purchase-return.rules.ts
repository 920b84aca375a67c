import {
  type Decimal,
  min,
  partsToReturn,
  type ReturnableLine,
  roundMoney,
  sum,
  ZERO,
} from '../kernel/index.js';
import { stepOf } from './clearing.rules.js';
import { openToInvoice, type Progress } from './receiving.rules.js';
import {
  InvoiceBillsReturned,
  NothingToSendBack,
  ReturnExceedsReceived,
} from './returns.errors.js';

/** A part of a receipt's line; in the line's unit. */
export interface SentQuantity {
  readonly goodsReceiptLineId: string;
  readonly quantity: Decimal;
}

/**
 * What a return takes: what is named, never more than came and has not gone back, or everything
 * when nothing is named. Refusals: NothingToSendBack, NotFound, InvalidInput,
 * ReturnExceedsReceived, each with its path.
 */
export function toSendBack(
  lines: readonly ReturnableLine[],
  wanted: readonly SentQuantity[] | null | undefined,
): SentQuantity[] {
  const named = wanted?.map(({ goodsReceiptLineId: id, quantity }) => ({ id, quantity })) ?? null;
  const parts = partsToReturn(lines, named, {
    ...{ noun: 'GoodsReceiptLine', field: 'goodsReceiptLineId' },
    nothing: () => new NothingToSendBack(),
    exceeds: (open, requested) => new ReturnExceedsReceived(open, requested),
  });
  return parts.map(({ id: goodsReceiptLineId, quantity }) => ({ goodsReceiptLineId, quantity }));
}

/** A posted receipt's line, with what became of it; values in base currency. */
export interface ReceivedLine {
  readonly id: string;
  readonly purchaseOrderLineId: string;
  readonly quantity: Decimal;
  readonly value: Decimal;
  readonly invoiced: Decimal;
  readonly invoicedValue: Decimal;
  /** What of it was sent back, and what of that nobody had invoiced. */
  readonly returned: Decimal;
  readonly withdrawn: Decimal;
  readonly withdrawnValue: Decimal;
}

/** What a part that goes back means for the books. */
export interface GoingBack {
  /** What nobody has invoiced: it is never billed. */
  readonly withdrawn: Decimal;
  readonly withdrawnValue: Decimal;
  /** What is invoiced already: the supplier credits it. */
  readonly toCredit: Decimal;
  readonly toCreditValue: Decimal;
  /** What is no longer owed for it at the order's price: both together. */
  readonly owed: Decimal;
}

/**
 * What is no longer owed for a part of a receipt's line that goes back, in base currency. What
 * nobody has invoiced goes first, at its share of what is not invoiced; then what is, at its share
 * of the whole line. Shares are differences of rounded sums, so that parts sum exactly.
 */
export function goingBack(line: ReceivedLine, quantity: Decimal, currency: string): GoingBack {
  const taken = line.invoiced.add(line.withdrawn);
  const takenValue = line.invoicedValue.add(line.withdrawnValue);
  const withdrawn = min(quantity, line.quantity.sub(taken));
  const { takenValue: withdrawnValue } = stepOf(
    { ...line, taken, takenValue },
    withdrawn,
    currency,
  );
  const toCredit = quantity.sub(withdrawn);
  const upTo = (soFar: Decimal): Decimal =>
    soFar.gte(line.quantity)
      ? line.value
      : roundMoney(line.value.mul(soFar).div(line.quantity), currency);
  const before = line.returned.sub(line.withdrawn);
  const toCreditValue = upTo(before.add(toCredit)).sub(upTo(before));
  return {
    ...{ withdrawn, withdrawnValue, toCredit, toCreditValue },
    owed: withdrawnValue.add(toCreditValue),
  };
}

/** A line of an order as a return sees it. */
export type OrderedLine = Progress & { readonly id: string; readonly withdrawn: Decimal };

/**
 * Refuses to withdraw what an invoice that is not posted bills: it could not be posted any more.
 * `taken` is what invoices that are not cancelled took of each line. InvoiceBillsReturned.
 */
export function refuseBilledUnposted(
  lines: readonly OrderedLine[],
  parts: readonly { readonly purchaseOrderLineId: string; readonly withdrawn: Decimal }[],
  taken: ReadonlyMap<string, Decimal>,
): void {
  for (const line of lines) {
    const own = parts.filter(({ purchaseOrderLineId }) => purchaseOrderLineId === line.id);
    const withdrawn = sum(own.map((part) => part.withdrawn));
    const open = openToInvoice(line, taken.get(line.id) ?? ZERO);
    if (withdrawn.gt(open)) throw new InvoiceBillsReturned();
  }
}
