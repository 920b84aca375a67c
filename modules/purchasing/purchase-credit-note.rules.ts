import {
  type CreditableLine,
  CreditAmountExceedsInvoiced,
  type CreditedAmounts,
  CreditExceedsInvoiced,
  creditOf,
  creditOfQuantity,
  type Decimal,
  inField,
  leftToCredit,
  min,
  NotFound,
  NothingToCredit,
  refuseRepeated,
  somethingCredited,
  type WantedAmounts,
  ZERO,
} from '../kernel/index.js';
import { givenTax } from './purchase-order.rules.js';
import type { LineKind } from './receiving.rules.js';
import { CreditNeedsReturn } from './returns.errors.js';

/** A line of a supplier's invoice, with what credit notes that are not cancelled took of it. */
export interface BilledLine extends CreditableLine {
  readonly purchaseOrderLineId: string;
  readonly kind: LineKind;
}

/** What of an invoice's line the supplier takes back. */
export interface WantedCredit extends WantedAmounts {
  readonly purchaseInvoiceLineId: string;
  /** What the supplier wrote; its share of what is left when absent. */
  readonly taxAmount?: Decimal | null;
}

/** What one credit note takes of one line of the invoice. */
export interface CreditedPart extends CreditedAmounts {
  readonly purchaseInvoiceLineId: string;
}

/** What went back of a line of the order and is not credited; in the line's unit. */
export interface Uncredited {
  readonly purchaseOrderLineId: string;
  readonly quantity: Decimal;
}

const byLine = (returned: readonly Uncredited[]): Map<string, Decimal> =>
  new Map(returned.map((line) => [line.purchaseOrderLineId, line.quantity]));

/** Takes so much of what went back; a charge goes nowhere. CreditNeedsReturn. */
function takeReturned(
  { kind, purchaseOrderLineId: id }: BilledLine,
  quantity: Decimal,
  back: Map<string, Decimal> | null,
): void {
  if (kind === 'CHARGE') return;
  if (back === null) throw new CreditNeedsReturn();
  const open = back.get(id) ?? ZERO;
  if (quantity.gt(open)) throw new CreditExceedsInvoiced(open, quantity);
  back.set(id, open.sub(quantity));
}

function taxOf(line: BilledLine, part: CreditedAmounts, given: Decimal | null): Decimal {
  const tax = givenTax(given, line.currency);
  if (tax === null) return part.taxAmount;
  const { taxAmount: left } = leftToCredit(line);
  if (tax.gt(left)) throw new CreditAmountExceedsInvoiced(left, tax);
  return tax;
}

function wantedPart(
  wanted: WantedCredit,
  lines: readonly BilledLine[],
  back: Map<string, Decimal> | null,
): CreditedPart {
  const { purchaseInvoiceLineId: id, quantity = null, taxAmount = null } = wanted;
  const line = lines.find((candidate) => candidate.id === id);
  if (!line) throw new NotFound('PurchaseInvoiceLine', id).at('purchaseInvoiceLineId');
  const part = creditOf(line, wanted);
  if (quantity !== null) {
    inField('quantity', () => {
      takeReturned(line, quantity, back);
    });
  }
  const tax = inField('taxAmount', () => taxOf(line, part, taxAmount));
  return { purchaseInvoiceLineId: id, ...part, taxAmount: tax };
}

/** Of each line what went back, as far as this invoice billed it. Refuses NothingToCredit. */
function everythingReturned(
  lines: readonly BilledLine[],
  back: Map<string, Decimal>,
): readonly CreditedPart[] {
  const parts = lines.flatMap((line) => {
    const open = back.get(line.purchaseOrderLineId) ?? ZERO;
    const quantity = min(open, leftToCredit(line).quantity);
    if (quantity.lte(0)) return [];
    back.set(line.purchaseOrderLineId, open.sub(quantity));
    return [{ purchaseInvoiceLineId: line.id, ...creditOfQuantity(line, quantity) }];
  });
  return somethingCredited(parts);
}

/**
 * What a supplier's credit note takes of an invoice: what is named, or what went back by a return,
 * which is null without one. So many of an item are credited when so many went back; what is left
 * of its price, and a charge, without. Refusals: NothingToCredit, CreditNeedsReturn, NotFound,
 * InvalidInput, CreditExceedsInvoiced, CreditAmountExceedsInvoiced, each with its path.
 */
export function toCredit(
  lines: readonly BilledLine[],
  wanted: readonly WantedCredit[] | null | undefined,
  returned: readonly Uncredited[] | null,
): readonly CreditedPart[] {
  const back = returned && byLine(returned);
  if (wanted === null || wanted === undefined) {
    if (back) return inField('purchaseReturnId', () => everythingReturned(lines, back));
    throw new NothingToCredit().at('lines');
  }
  if (wanted.length === 0) throw new NothingToCredit().at('lines');
  refuseRepeated(
    wanted.map((line) => line.purchaseInvoiceLineId),
    'lines',
  );
  return wanted.map((line, index) =>
    inField('lines', () => inField(index, () => wantedPart(line, lines, back))),
  );
}
