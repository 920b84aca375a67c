import { type Decimal, max, ZERO } from '../kernel/index.js';
import {
  DeliveryExceedsOpen,
  InvoiceExceedsShipped,
  OrderAlreadyFulfilled,
  OrderHasOpenDocuments,
  OrderNotInFulfilment,
  ShippedNotInvoiced,
} from './errors.js';

export type LineKind = 'ITEM' | 'CHARGE';
export type LineStatus = 'OPEN' | 'PARTIALLY_SHIPPED' | 'SHIPPED' | 'INVOICED' | 'CANCELLED';
export type OrderStatus =
  | 'DRAFT'
  | 'CONFIRMED'
  | 'IN_FULFILMENT'
  | 'SHIPPED'
  | 'INVOICED'
  | 'CLOSED'
  | 'ON_HOLD'
  | 'CANCELLED';

/** How far a line has come; all in the line's unit. */
export interface Progress {
  readonly kind: LineKind;
  readonly quantity: Decimal;
  readonly shipped: Decimal;
  readonly invoiced: Decimal;
  /** Nothing when left out, as of a line of which nothing came back. */
  readonly returned?: Decimal;
  readonly credited?: Decimal;
  /** As it is kept; a line that was taken out of its order stays CANCELLED. */
  readonly status?: LineStatus;
}

/** What a line's quantities say. A charge is not shipped: it is open until it is invoiced. */
export function lineStatus({ kind, quantity, shipped, invoiced, status }: Progress): LineStatus {
  if (status === 'CANCELLED') return status;
  if (invoiced.gte(quantity)) return 'INVOICED';
  if (kind === 'CHARGE' || shipped.isZero()) return 'OPEN';
  return shipped.gte(quantity) ? 'SHIPPED' : 'PARTIALLY_SHIPPED';
}

/** Whether a line still belongs to its order. */
export const isKept = ({ status }: Pick<Progress, 'status'>): boolean => status !== 'CANCELLED';

const FULFILLING: readonly OrderStatus[] = ['CONFIRMED', 'IN_FULFILMENT', 'SHIPPED', 'INVOICED'];

/** What the lines of a confirmed order make of it. */
export function fulfilmentStatus(all: readonly Progress[]): OrderStatus {
  const lines = all.filter(isKept);
  const statuses = lines.map(lineStatus);
  if (statuses.every((status) => status === 'INVOICED')) return 'INVOICED';
  const items = statuses.filter((_, index) => lines[index]?.kind === 'ITEM');
  const isShipped = (status: LineStatus) => status === 'SHIPPED' || status === 'INVOICED';
  if (items.length > 0 && items.every(isShipped)) return 'SHIPPED';
  const hasBegun = lines.some(({ shipped, invoiced }) => shipped.gt(0) || invoiced.gt(0));
  return hasBegun ? 'IN_FULFILMENT' : 'CONFIRMED';
}

/** The order's status after its lines moved: a state that somebody decided on stays as it is. */
export function orderStatus(status: OrderStatus, lines: readonly Progress[]): OrderStatus {
  return FULFILLING.includes(status) ? fulfilmentStatus(lines) : status;
}

/** Refuses what leaves the house, unless the order is confirmed and not on hold. */
export function refuseUnlessDeliverable(status: OrderStatus): void {
  if (status !== 'CONFIRMED' && status !== 'IN_FULFILMENT') throw new OrderNotInFulfilment(status);
}

/** Refuses a bill for an order that was not confirmed or has ended; on hold, the shipped is due. */
export function refuseUnlessInvoiceable(status: OrderStatus): void {
  if (!FULFILLING.includes(status) && status !== 'ON_HOLD') throw new OrderNotInFulfilment(status);
}

/** What can still be put on a delivery: ordered, less shipped, less what open deliveries hold. */
export function openToDeliver(line: Progress, held: Decimal): Decimal {
  if (line.kind === 'CHARGE' || !isKept(line)) return ZERO;
  return max(ZERO, line.quantity.sub(line.shipped).sub(held));
}

/**
 * What can still be invoiced: shipped (of a charge, all), less what all other invoices took, and
 * less what came back and is not credited. What came back after it was billed is credited, what
 * came back before is never billed.
 */
export function openToInvoice(line: Progress, taken: Decimal): Decimal {
  if (!isKept(line)) return ZERO;
  const { returned = ZERO, credited = ZERO } = line;
  const backUnbilled = max(ZERO, returned.sub(credited));
  const due = line.kind === 'CHARGE' ? line.quantity : line.shipped.sub(backUnbilled);
  return max(ZERO, due.sub(taken));
}

/** Refuses DeliveryExceedsOpen when more is asked for than is open. */
export function refuseOverDelivery(open: Decimal, requested: Decimal): void {
  if (requested.gt(open)) throw new DeliveryExceedsOpen(open, requested);
}

/** Refuses InvoiceExceedsShipped when more is asked for than can be invoiced. */
export function refuseOverInvoicing(open: Decimal, requested: Decimal): void {
  if (requested.gt(open)) throw new InvoiceExceedsShipped(open, requested);
}

/** Documents of an order that are neither posted nor cancelled. */
export interface OpenDocuments {
  readonly deliveries: number;
  readonly invoices: number;
  /** Changes, returns and credit notes. */
  readonly others: number;
}

function refuseOpenDocuments(open: OpenDocuments): void {
  if (open.deliveries + open.invoices + open.others > 0) throw new OrderHasOpenDocuments(open);
}

/** An order is cancelled as if it had never been promised: nothing left, nothing was billed. */
export function refuseUnlessCancellable(lines: readonly Progress[], open: OpenDocuments): void {
  if (lines.some(({ shipped, invoiced }) => shipped.gt(0) || invoiced.gt(0))) {
    throw new OrderAlreadyFulfilled();
  }
  refuseOpenDocuments(open);
}

/**
 * An order is closed when nothing more is to come: what was shipped and did not come back is
 * invoiced and not credited. A charge may be given up.
 */
export function refuseUnlessClosable(lines: readonly Progress[], open: OpenDocuments): void {
  refuseOpenDocuments(open);
  const isBilled = (line: Progress) =>
    line.kind === 'CHARGE' || openToInvoice(line, line.invoiced).isZero();
  if (!lines.every(isBilled)) throw new ShippedNotInvoiced();
}
