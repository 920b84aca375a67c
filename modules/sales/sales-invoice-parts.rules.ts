import {
  checkedQuantity,
  type Decimal,
  inField,
  NotFound,
  refuseRepeated,
  sum,
  ZERO,
} from '../kernel/index.js';
import { type Amounts, nextPart, type Part } from './amounts.rules.js';
import type { LineQuantity } from './delivery.rules.js';
import { NothingToInvoice } from './errors.js';
import { openToInvoice, type Progress, refuseOverInvoicing } from './fulfilment.rules.js';

/** An order's line as an invoice sees it. */
export type BillableLine = Progress & Amounts & { readonly id: string; readonly currency: string };

/** What an invoice line took of an order's line. */
export type TakenPart = Part & LineQuantity;

/** What one invoice takes of one line of the order. */
export interface InvoicedPart extends Part {
  readonly salesOrderLineId: string;
}

const NOTHING: Part = { quantity: ZERO, netAmount: ZERO, taxAmount: ZERO };

/** Sums what invoices that are not cancelled took of each line. */
export function takenBy(parts: readonly TakenPart[]): Map<string, Part> {
  const byLine = new Map<string, TakenPart[]>();
  for (const part of parts) {
    const { salesOrderLineId } = part;
    byLine.set(salesOrderLineId, [...(byLine.get(salesOrderLineId) ?? []), part]);
  }
  return new Map([...byLine].map(([id, taken]) => [id, total(taken)]));
}

function total(parts: readonly Part[]): Part {
  return {
    quantity: sum(parts.map((part) => part.quantity)),
    netAmount: sum(parts.map((part) => part.netAmount)),
    taxAmount: sum(parts.map((part) => part.taxAmount)),
  };
}

type Taken = ReadonlyMap<string, Part>;

function openOf(line: BillableLine, taken: Taken): Decimal {
  return openToInvoice(line, (taken.get(line.id) ?? NOTHING).quantity);
}

function partOf(line: BillableLine, taken: Taken, quantity: Decimal): InvoicedPart {
  const amounts = nextPart(line, taken.get(line.id) ?? NOTHING, quantity, line.currency);
  return { ...amounts, quantity, salesOrderLineId: line.id };
}

function wantedPart(wanted: LineQuantity, lines: readonly BillableLine[], taken: Taken) {
  const line = lines.find(({ id }) => id === wanted.salesOrderLineId);
  if (!line) {
    throw new NotFound('SalesOrderLine', wanted.salesOrderLineId).at('salesOrderLineId');
  }
  inField('quantity', () => {
    checkedQuantity(wanted.quantity);
    refuseOverInvoicing(openOf(line, taken), wanted.quantity);
  });
  return partOf(line, taken, wanted.quantity);
}

/**
 * What an invoice takes of an order: what is named, or all that was shipped and not invoiced, and
 * the charges, in the order of the lines. Refusals: NothingToInvoice, NotFound, InvalidInput,
 * InvoiceExceedsShipped, each with its path.
 */
export function toInvoice(
  lines: readonly BillableLine[],
  taken: Taken,
  wanted: readonly LineQuantity[] | null | undefined,
): InvoicedPart[] {
  if (wanted !== null && wanted !== undefined) {
    if (wanted.length === 0) throw new NothingToInvoice().at('lines');
    refuseRepeated(
      wanted.map((line) => line.salesOrderLineId),
      'lines',
    );
    return wanted.map((line, index) =>
      inField('lines', () => inField(index, () => wantedPart(line, lines, taken))),
    );
  }
  const parts = lines
    .map((line) => ({ line, open: openOf(line, taken) }))
    .filter(({ open }) => open.gt(0))
    .map(({ line, open }) => partOf(line, taken, open));
  if (parts.length === 0) throw new NothingToInvoice();
  return parts;
}
