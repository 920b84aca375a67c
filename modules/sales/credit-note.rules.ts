import {
  type CreditableLine,
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
import type { Part } from './amounts.rules.js';

/** A line of an invoice, with what credit notes that are not cancelled took of it. */
export interface BilledLine extends CreditableLine {
  readonly salesOrderLineId: string;
}

/** What of an invoice's line is taken back. */
export interface WantedCredit extends WantedAmounts {
  readonly salesInvoiceLineId: string;
}

/** What one credit note takes of one line of the invoice. */
export interface CreditedPart extends Part {
  readonly salesInvoiceLineId: string;
}

function wantedPart(wanted: WantedCredit, lines: readonly BilledLine[]): CreditedPart {
  const { salesInvoiceLineId } = wanted;
  const line = lines.find(({ id }) => id === salesInvoiceLineId);
  if (!line) throw new NotFound('SalesInvoiceLine', salesInvoiceLineId).at('salesInvoiceLineId');
  return { salesInvoiceLineId, ...creditOf(line, wanted) };
}

/** All that is left of an invoice. Refuses NothingToCredit. */
function everything(lines: readonly BilledLine[]): readonly CreditedPart[] {
  const parts = lines
    .map((line) => ({ salesInvoiceLineId: line.id, ...leftToCredit(line) }))
    .filter(({ quantity, netAmount }) => quantity.gt(0) || netAmount.gt(0));
  return somethingCredited(parts);
}

/**
 * What a credit note takes of an invoice: what is named, or all that is left. Refusals:
 * NothingToCredit, NotFound, InvalidInput, CreditExceedsInvoiced, CreditAmountExceedsInvoiced, each
 * with its path.
 */
export function toCredit(
  lines: readonly BilledLine[],
  wanted: readonly WantedCredit[] | null | undefined,
): readonly CreditedPart[] {
  if (wanted === null || wanted === undefined) return everything(lines);
  if (wanted.length === 0) throw new NothingToCredit().at('lines');
  refuseRepeated(
    wanted.map((line) => line.salesInvoiceLineId),
    'lines',
  );
  return wanted.map((line, index) =>
    inField('lines', () => inField(index, () => wantedPart(line, lines))),
  );
}

/** What came back of a line of the order and is not credited; in the line's unit. */
export interface Uncredited {
  readonly salesOrderLineId: string;
  readonly quantity: Decimal;
}

/**
 * What a credit note of a return takes of an invoice: of each line what came back, as far as this
 * invoice billed it. Refuses NothingToCredit.
 */
export function toCreditReturned(
  lines: readonly BilledLine[],
  returned: readonly Uncredited[],
): readonly CreditedPart[] {
  const left = new Map(returned.map((line) => [line.salesOrderLineId, line.quantity]));
  const parts = lines.flatMap((line) => {
    const back = left.get(line.salesOrderLineId) ?? ZERO;
    const quantity = min(back, leftToCredit(line).quantity);
    if (quantity.lte(0)) return [];
    left.set(line.salesOrderLineId, back.sub(quantity));
    return [{ salesInvoiceLineId: line.id, ...creditOfQuantity(line, quantity) }];
  });
  return somethingCredited(parts);
}
