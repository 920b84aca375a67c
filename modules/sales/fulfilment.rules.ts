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
}

/** What a line's quantities say. A charge is not shipped: it is open until it is invoiced. */
export function lineStatus({ kind, quantity, shipped, invoiced }: Progress): LineStatus {
  if (invoiced.gte(quantity)) return 'INVOICED';
  if (kind === 'CHARGE' || shipped.isZero()) return 'OPEN';
  return shipped.gte(quantity) ? 'SHIPPED' : 'PARTIALLY_SHIPPED';
}

const FULFILLING: readonly OrderStatus[] = ['CONFIRMED', 'IN_FULFILMENT', 'SHIPPED', 'INVOICED'];

/** What the lines of a confirmed order make of it. */
export function fulfilmentStatus(lines: readonly Progress[]): OrderStatus {
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
export function openToDeliver({ kind, quantity, shipped }: Progress, held: Decimal): Decimal {
  return kind === 'CHARGE' ? ZERO : max(ZERO, quantity.sub(shipped).sub(held));
}

/** What can still be invoiced: shipped (of a charge, all), less what all other invoices took. */
export function openToInvoice({ kind, quantity, shipped }: Progress, taken: Decimal): Decimal {
  return max(ZERO, (kind === 'CHARGE' ? quantity : shipped).sub(taken));
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
}

function refuseOpenDocuments({ deliveries, invoices }: OpenDocuments): void {
  if (deliveries + invoices > 0) throw new OrderHasOpenDocuments(deliveries, invoices);
}

/** An order is cancelled as if it had never been promised: nothing left, nothing was billed. */
export function refuseUnlessCancellable(lines: readonly Progress[], open: OpenDocuments): void {
  if (lines.some(({ shipped, invoiced }) => shipped.gt(0) || invoiced.gt(0))) {
    throw new OrderAlreadyFulfilled();
  }
  refuseOpenDocuments(open);
}

/** An order is closed when nothing more is to come: what was shipped is invoiced. */
export function refuseUnlessClosable(lines: readonly Progress[], open: OpenDocuments): void {
  refuseOpenDocuments(open);
  const isBilled = ({ kind, shipped, invoiced }: Progress) =>
    kind === 'CHARGE' || invoiced.gte(shipped);
  if (!lines.every(isBilled)) throw new ShippedNotInvoiced();
}
