import {
  checkedQuantity,
  convert,
  type Decimal,
  InvalidInput,
  LINES_MAX,
  NotFound,
  type Reasons,
  sum,
  within,
  ZERO,
} from '../kernel/index.js';
import { nextPart, type Shared } from './amounts.rules.js';
import { NothingToReceive } from './errors.js';
import {
  mostToReceive,
  openToReceive,
  type Progress,
  refuseOverReceipt,
} from './receiving.rules.js';

/** What is told of the lot that goods came in. */
export interface ReceivedLot {
  readonly code: string;
  readonly supplierLotCode?: string | null;
  readonly madeOn?: string | null;
  readonly expiresOn?: string | null;
}

/** A part of an order's line that came; in the line's unit. */
export interface ReceiptLineInput {
  readonly purchaseOrderLineId: string;
  readonly quantity: Decimal;
  /** The warehouse's main bin when absent. */
  readonly binId?: string | null;
  readonly lot?: ReceivedLot | null;
}

/** A line with how far it has come. */
export type ReceivableLine = Progress & { readonly id: string };

/** What receipts that are not posted hold of each line, by its id. */
export type Held = ReadonlyMap<string, Decimal>;

/** Everything an order has open, in the order of its lines. Refuses NothingToReceive. */
export function allToReceive(lines: readonly ReceivableLine[], held: Held): ReceiptLineInput[] {
  const open = lines
    .map((line) => ({
      purchaseOrderLineId: line.id,
      quantity: openToReceive(line, held.get(line.id) ?? ZERO),
    }))
    .filter(({ quantity }) => quantity.gt(0));
  if (open.length === 0) throw new NothingToReceive();
  return open;
}

function knownLine(id: string, lines: ReadonlyMap<string, ReceivableLine>): ReceivableLine {
  const line = lines.get(id);
  if (!line) throw new NotFound('PurchaseOrderLine', id);
  if (line.kind === 'ITEM') return line;
  throw new InvalidInput('CHARGE_NOT_RECEIVED', 'A charge is not received.');
}

/**
 * What a receipt brings: what came, never more than the tolerance lets in, or everything that is
 * open when nothing is named. A line may come in parts, by bin or lot. Refusals go to `reasons`.
 */
export function toReceive(
  lines: readonly ReceivableLine[],
  held: Held,
  came: readonly ReceiptLineInput[] | null | undefined,
  reasons: Reasons,
): readonly ReceiptLineInput[] {
  if (came === null || came === undefined) {
    return reasons.take([], () => allToReceive(lines, held)) ?? [];
  }
  if (came.length === 0) reasons.take(['lines'], () => allToReceive([], held));
  if (came.length > LINES_MAX) {
    reasons.take(['lines'], () => {
      throw new InvalidInput('TOO_MANY_LINES', 'A receipt has at most {max} lines.', {
        max: LINES_MAX,
      });
    });
    return [];
  }
  const byId = new Map(lines.map((line) => [line.id, line]));
  const so = new Map(held);
  came.forEach(({ purchaseOrderLineId: id, quantity }, index) => {
    const own = within(reasons, 'lines', index);
    const line = own.take(['purchaseOrderLineId'], () => knownLine(id, byId));
    if (!line) return;
    own.take(['quantity'], () => {
      checkedQuantity(quantity);
      refuseOverReceipt(mostToReceive(line, so.get(id) ?? ZERO), quantity);
    });
    so.set(id, (so.get(id) ?? ZERO).add(quantity));
  });
  return came;
}

/** Refuses a receipt whose lines are, at posting, more than the order still lets in. */
export function refuseMoreThanOpen(
  parts: readonly { readonly purchaseOrderLineId: string; readonly quantity: Decimal }[],
  lines: readonly ReceivableLine[],
): void {
  for (const line of lines) {
    const own = parts.filter(({ purchaseOrderLineId }) => purchaseOrderLineId === line.id);
    const quantity = sum(own.map((part) => part.quantity));
    if (quantity.gt(0)) refuseOverReceipt(mostToReceive(line, ZERO), quantity);
  }
}

/** An order's line as far as it says what is owed for its goods. */
export type PricedLine = Shared & { readonly id: string; readonly received: Decimal };

/** In what currency goods are owed, and at which rate of the day. */
export interface OwedIn {
  readonly rate: Decimal;
  readonly baseCurrency: string;
}

/**
 * What is owed for the parts of a receipt, in their order: what these units of the order's line
 * cost net at its price, at the rate of the day, rounded to the base currency's minor unit.
 */
export function owedFor(
  parts: readonly { readonly purchaseOrderLineId: string; readonly quantity: Decimal }[],
  lines: readonly PricedLine[],
  { rate, baseCurrency }: OwedIn,
): Decimal[] {
  const byId = new Map(lines.map((line) => [line.id, line]));
  const received = new Map(lines.map((line) => [line.id, line.received]));
  return parts.map(({ purchaseOrderLineId: id, quantity }) => {
    const line = byId.get(id);
    if (!line) throw new Error(`The line ${id} is not of the order that is received.`);
    const before = received.get(id) ?? ZERO;
    received.set(id, before.add(quantity));
    return convert(nextPart(line, before, quantity).netAmount, rate, baseCurrency);
  });
}
