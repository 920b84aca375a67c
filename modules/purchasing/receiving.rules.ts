import { Decimal, max, ZERO } from '../kernel/index.js';
import { sumsBy } from './amounts.rules.js';
import {
  GoodsReceiptInvoiced,
  InvoiceExceedsReceived,
  PurchaseOrderAlreadyReceived,
  PurchaseOrderHasOpenDocuments,
  PurchaseOrderNotOpen,
  ReceiptExceedsOpen,
  ReceivedNotInvoiced,
} from './errors.js';

export type LineKind = 'ITEM' | 'CHARGE';
export type LineStatus =
  'OPEN' | 'PARTIALLY_RECEIVED' | 'RECEIVED' | 'INVOICED' | 'CLOSED' | 'CANCELLED';
export type OrderStatus =
  | 'DRAFT'
  | 'PENDING_APPROVAL'
  | 'SENT'
  | 'CONFIRMED'
  | 'PARTIALLY_RECEIVED'
  | 'RECEIVED'
  | 'INVOICED'
  | 'CLOSED'
  | 'CANCELLED';

/** How far a line has come; all in the line's unit. */
export interface Progress {
  readonly kind: LineKind;
  readonly quantity: Decimal;
  readonly tolerancePercent: Decimal;
  readonly received: Decimal;
  readonly invoiced: Decimal;
  /** What went back before it was invoiced, so that it never is; nothing when left out. */
  readonly withdrawn?: Decimal;
  /** As it is kept; a line that ended with its order stays CLOSED. */
  readonly status?: LineStatus;
}

/** What of a line is to be invoiced in the end: received and not withdrawn. */
const kept = ({ received, withdrawn = ZERO }: Progress): Decimal => received.sub(withdrawn);

/** What a line's quantities say. A charge is not received: it is open until it is invoiced. */
export function lineStatus(line: Progress): LineStatus {
  const { kind, quantity, received, invoiced, status } = line;
  if (status === 'CLOSED') return status;
  if (kind === 'CHARGE') return invoiced.gte(quantity) ? 'INVOICED' : 'OPEN';
  if (received.isZero()) return 'OPEN';
  if (received.lt(quantity)) return 'PARTIALLY_RECEIVED';
  return invoiced.gt(0) && invoiced.gte(kept(line)) ? 'INVOICED' : 'RECEIVED';
}

const OPEN: readonly OrderStatus[] = [
  'SENT',
  'CONFIRMED',
  'PARTIALLY_RECEIVED',
  'RECEIVED',
  'INVOICED',
];

/** Whether the supplier has the order and it has not ended. */
export const isOpen = (status: OrderStatus): boolean => OPEN.includes(status);

/** What of an order its status follows from, beside its lines. */
export interface OrderProgress {
  readonly status: OrderStatus;
  /** When the supplier confirmed it. */
  readonly confirmedOn: string | null;
}

/**
 * The order's status after its lines moved: a state that somebody decided on stays as it is. An
 * order of which nothing came is again as the supplier left it.
 */
export function orderStatus(order: OrderProgress, lines: readonly Progress[]): OrderStatus {
  if (!isOpen(order.status)) return order.status;
  const statuses = lines.map(lineStatus);
  if (statuses.every((status) => status === 'INVOICED')) return 'INVOICED';
  const items = statuses.filter((_, index) => lines[index]?.kind === 'ITEM');
  const isReceived = (status: LineStatus) => status === 'RECEIVED' || status === 'INVOICED';
  if (items.length > 0 && items.every(isReceived)) return 'RECEIVED';
  const hasBegun = lines.some(({ received, invoiced }) => received.gt(0) || invoiced.gt(0));
  if (hasBegun) return 'PARTIALLY_RECEIVED';
  return order.confirmedOn === null ? 'SENT' : 'CONFIRMED';
}

/** Refuses goods and bills of an order that the supplier does not have, or that has ended. */
export function refuseUnlessOpen(status: OrderStatus): void {
  if (!isOpen(status)) throw new PurchaseOrderNotOpen(status);
}

/** What is still expected: ordered, less received, less what open receipts hold. */
export function openToReceive({ kind, quantity, received }: Progress, held: Decimal): Decimal {
  return kind === 'CHARGE' ? ZERO : max(ZERO, quantity.sub(received).sub(held));
}

const HUNDRED = new Decimal(100);

/** What may still come: as is expected, and the tolerance beyond it. */
export function mostToReceive(line: Progress, held: Decimal): Decimal {
  const { kind, quantity, tolerancePercent, received } = line;
  if (kind === 'CHARGE') return ZERO;
  const most = quantity.mul(HUNDRED.add(tolerancePercent)).div(HUNDRED);
  return max(ZERO, most.sub(received).sub(held));
}

/** What can still be invoiced: kept (of a charge, all), less what all other invoices took. */
export function openToInvoice(line: Progress, taken: Decimal): Decimal {
  return max(ZERO, (line.kind === 'CHARGE' ? line.quantity : kept(line)).sub(taken));
}

/** Refuses ReceiptExceedsOpen when more came than may come. */
export function refuseOverReceipt(most: Decimal, requested: Decimal): void {
  if (requested.gt(most)) throw new ReceiptExceedsOpen(most, requested);
}

/** Refuses InvoiceExceedsReceived when more is billed than can be invoiced. */
export function refuseOverInvoicing(open: Decimal, requested: Decimal): void {
  if (requested.gt(open)) throw new InvoiceExceedsReceived(open, requested);
}

/** Documents of an order that are neither posted nor cancelled. */
export interface OpenDocuments {
  readonly receipts: number;
  readonly invoices: number;
}

function refuseOpenDocuments({ receipts, invoices }: OpenDocuments): void {
  if (receipts + invoices > 0) throw new PurchaseOrderHasOpenDocuments(receipts, invoices);
}

/** An order is cancelled as if it had never been sent: nothing came, nothing was billed. */
export function refuseUnlessCancellable(lines: readonly Progress[], open: OpenDocuments): void {
  if (lines.some(({ received, invoiced }) => received.gt(0) || invoiced.gt(0))) {
    throw new PurchaseOrderAlreadyReceived();
  }
  refuseOpenDocuments(open);
}

/** An order is closed when nothing more is to come: what was received and kept is invoiced. */
export function refuseUnlessClosable(lines: readonly Progress[], open: OpenDocuments): void {
  refuseOpenDocuments(open);
  const isBilled = (line: Progress) => line.kind === 'CHARGE' || line.invoiced.gte(kept(line));
  if (!lines.every(isBilled)) throw new ReceivedNotInvoiced();
}

/** A line of a receipt that is to be taken back. */
export interface ReceivedPart {
  readonly purchaseOrderLineId: string;
  readonly quantity: Decimal;
  readonly invoiced: Decimal;
}

/** A receipt is reversed as long as no invoice, posted or not, took what it brought. */
export function refuseInvoiced(
  parts: readonly ReceivedPart[],
  lines: readonly (Progress & { readonly id: string })[],
  taken: ReadonlyMap<string, Decimal>,
): void {
  const going = sumsBy(
    parts,
    (part) => part.purchaseOrderLineId,
    (part) => part.quantity,
  );
  const isShort = lines.some((line) => {
    const quantity = going.get(line.id);
    return (
      quantity !== undefined &&
      kept(line)
        .sub(quantity)
        .lt(taken.get(line.id) ?? ZERO)
    );
  });
  if (isShort || parts.some(({ invoiced }) => invoiced.gt(0))) throw new GoodsReceiptInvoiced();
}
