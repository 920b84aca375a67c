import {
  checkedAmount,
  checkedPrice,
  checkedQuantity,
  type Decimal,
  inField,
  NotFound,
  refuseRepeated,
  roundMoney,
  ZERO,
} from '../kernel/index.js';
import { type Amounts, netUnitPrice, nextPart, taxOn } from './amounts.rules.js';
import { NothingToMatch } from './errors.js';
import { lineMatch, type Match } from './match.rules.js';
import { givenTax } from './purchase-order.rules.js';
import { openToInvoice, type Progress, refuseOverInvoicing } from './receiving.rules.js';

/** A part of an order's line that the supplier bills; in the line's unit. */
export interface BilledLineInput {
  readonly purchaseOrderLineId: string;
  readonly quantity: Decimal;
  /** What one unit costs after discount and before tax; as ordered when absent. */
  readonly unitPrice?: Decimal | null;
  /** What the supplier wrote; by the line's tax code when absent. */
  readonly taxAmount?: Decimal | null;
}

/** An order's line as an invoice sees it. */
export type BillableLine = Progress &
  Amounts & {
    readonly id: string;
    readonly currency: string;
    readonly unitPrice: Decimal;
    readonly discountPercent: Decimal;
    readonly taxCodeId: string | null;
  };

/** What one invoice takes of one line of the order. */
export interface BilledPart extends Amounts {
  readonly purchaseOrderLineId: string;
  readonly quantity: Decimal;
  readonly unitPrice: Decimal;
  readonly match: Match;
}

/** What is known around the lines of an invoice. */
export interface BillSurroundings {
  readonly lines: readonly BillableLine[];
  /** What invoices that are not cancelled took of each line. */
  readonly taken: ReadonlyMap<string, Decimal>;
  /** Rates in percent of the lines' tax codes. */
  readonly taxRates: ReadonlyMap<string, Decimal>;
  readonly tolerancePercent: Decimal;
}

function openOf(line: BillableLine, { taken }: BillSurroundings): Decimal {
  return openToInvoice(line, taken.get(line.id) ?? ZERO);
}

function partOf(line: BillableLine, bill: BilledLineInput, around: BillSurroundings): BilledPart {
  const { currency } = line;
  const { quantity } = bill;
  const expected = nextPart(line, around.taken.get(line.id) ?? ZERO, quantity);
  const ordered = netUnitPrice(line);
  const given = bill.unitPrice ?? null;
  const netAmount = given ? roundMoney(quantity.mul(given), currency) : expected.netAmount;
  const rate = around.taxRates.get(line.taxCodeId ?? '') ?? ZERO;
  const expectedTax = given ? taxOn(netAmount, rate, currency) : expected.taxAmount;
  const taxAmount = givenTax(bill.taxAmount, currency) ?? expectedTax;
  const comparison = {
    ...{ net: netAmount, tax: taxAmount, expectedNet: expected.netAmount, expectedTax, currency },
    isSamePrice: given === null || given.eq(ordered),
  };
  return {
    ...{ purchaseOrderLineId: line.id, quantity, unitPrice: given ?? ordered },
    ...{ netAmount, taxAmount },
    match: lineMatch(comparison, around.tolerancePercent),
  };
}

function billedPart(bill: BilledLineInput, around: BillSurroundings): BilledPart {
  const line = around.lines.find(({ id }) => id === bill.purchaseOrderLineId);
  if (!line) {
    throw new NotFound('PurchaseOrderLine', bill.purchaseOrderLineId).at('purchaseOrderLineId');
  }
  inField('quantity', () => {
    checkedQuantity(bill.quantity);
    refuseOverInvoicing(openOf(line, around), bill.quantity);
  });
  inField('unitPrice', () => bill.unitPrice && checkedPrice(bill.unitPrice));
  inField('taxAmount', () => givenTax(bill.taxAmount, line.currency));
  const part = partOf(line, bill, around);
  inField('unitPrice', () => checkedAmount(part.netAmount));
  inField('taxAmount', () => checkedAmount(part.taxAmount));
  return part;
}

/**
 * What an invoice takes of an order: what the supplier billed, or all that was received and not
 * invoiced, and the charges, in the order of the lines. Refusals: NothingToMatch, NotFound,
 * InvalidInput, InvoiceExceedsReceived, each with its path.
 */
export function toInvoice(
  around: BillSurroundings,
  billed: readonly BilledLineInput[] | null | undefined,
): BilledPart[] {
  if (billed !== null && billed !== undefined) {
    if (billed.length === 0) throw new NothingToMatch().at('lines');
    const ids = billed.map((line) => line.purchaseOrderLineId);
    refuseRepeated(ids, 'lines');
    return billed.map((line, index) =>
      inField('lines', () => inField(index, () => billedPart(line, around))),
    );
  }
  const parts = around.lines
    .map((line) => ({ line, quantity: openOf(line, around) }))
    .filter(({ quantity }) => quantity.gt(0))
    .map(({ line, quantity }) => partOf(line, { purchaseOrderLineId: line.id, quantity }, around));
  if (parts.length === 0) throw new NothingToMatch();
  return parts;
}
