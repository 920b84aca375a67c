import type { Decimal } from '../kernel/index.js';
import { roundMoney, sum, ZERO } from '../kernel/index.js';
import type { RuleRole } from './chart.rules.js';

export type Side = 'DEBIT' | 'CREDIT';

/** What an entry line is told about besides its account: the ways in which margins are read. */
export interface Dimensions {
  readonly customerId?: string | null;
  readonly salesOrderId?: string | null;
  readonly salesOrderLineId?: string | null;
  readonly salesInvoiceId?: string | null;
  readonly supplierId?: string | null;
  readonly purchaseOrderId?: string | null;
  readonly purchaseOrderLineId?: string | null;
  readonly purchaseInvoiceId?: string | null;
  readonly creditNoteId?: string | null;
  readonly purchaseCreditNoteId?: string | null;
  readonly workOrderId?: string | null;
  readonly itemId?: string | null;
  readonly department?: string | null;
  readonly project?: string | null;
}

/** One side of a voucher as a posting rule names it. */
export interface Posting {
  readonly role: RuleRole;
  readonly side: Side;
  /** In the voucher's currency. */
  readonly amount: Decimal;
  /** In base currency; left out where it is the amount at the voucher's rate. */
  readonly base?: Decimal;
  readonly dimensions: Dimensions;
}

/** One side of a voucher with everything but its account. */
export interface EntryLine extends Dimensions {
  readonly role: RuleRole;
  readonly side: Side;
  readonly amount: Decimal;
  readonly baseAmount: Decimal;
}

export interface Rate {
  readonly currency: string;
  /** One unit of the voucher's currency in base currency. */
  readonly exchangeRate: Decimal;
  readonly baseCurrency: string;
}

export function debit(
  role: RuleRole,
  amount: Decimal,
  dimensions: Dimensions,
  base?: Decimal,
): Posting {
  return { role, side: 'DEBIT', amount, dimensions, base };
}

export function credit(
  role: RuleRole,
  amount: Decimal,
  dimensions: Dimensions,
  base?: Decimal,
): Posting {
  return { role, side: 'CREDIT', amount, dimensions, base };
}

/** Debits what is above zero, and credits what is below it. */
export function signed(role: RuleRole, amount: Decimal, dimensions: Dimensions): Posting {
  return amount.isNegative()
    ? credit(role, amount.neg(), dimensions)
    : debit(role, amount, dimensions);
}

/** A difference that exists in base currency only: its amount in the voucher's currency is zero. */
export function difference(
  role: RuleRole,
  side: Side,
  base: Decimal,
  dimensions: Dimensions,
): Posting {
  return { role, side, amount: ZERO, base, dimensions };
}

/**
 * An amount in base currency, rounded half away from zero to its minor unit. What is in base
 * currency already stays as it is: stock is worth fractions of a minor unit.
 */
export function toBase(amount: Decimal, { currency, exchangeRate, baseCurrency }: Rate): Decimal {
  if (currency === baseCurrency) return amount;
  return roundMoney(amount.mul(exchangeRate), baseCurrency);
}

/**
 * What a further `part` is worth in base currency when `before` was already taken. The parts of an
 * amount so taken sum exactly to the whole amount's worth, whatever their number.
 */
export function partToBase(part: Decimal, before: Decimal, rate: Rate): Decimal {
  return toBase(before.add(part), rate).sub(toBase(before, rate));
}

/** Debits less credits. */
export function balance(lines: readonly { side: string; amount: Decimal; baseAmount: Decimal }[]): {
  amount: Decimal;
  base: Decimal;
} {
  const signed = (line: { side: string }, value: Decimal) =>
    line.side === 'DEBIT' ? value : value.neg();
  return {
    amount: sum(lines.map((line) => signed(line, line.amount))),
    base: sum(lines.map((line) => signed(line, line.baseAmount))),
  };
}

/**
 * The lines of a voucher: base amounts filled in, lines of nothing left out, and what rounding
 * each line to base currency leaves over is put on ROUNDING. A rule that does not balance in its
 * own currency, or leaves more than rounding can, is a bug and throws.
 */
export function entryLines(postings: readonly Posting[], rate: Rate): EntryLine[] {
  const lines = postings
    .map(({ role, side, amount, base, dimensions }) => ({
      ...dimensions,
      role,
      side,
      amount,
      baseAmount: base ?? toBase(amount, rate),
    }))
    .filter((line) => !line.amount.isZero() || !line.baseAmount.isZero());
  const left = balance(lines);
  if (!left.amount.isZero()) throw new Error('A posting rule does not balance.');
  if (left.base.isZero()) return lines;
  if (left.base.abs().gt(lines.length)) throw new Error('A posting rule lost base amounts.');
  return [...lines, roundingLine(left.base, lines[0])];
}

function roundingLine(left: Decimal, first: EntryLine | undefined): EntryLine {
  return {
    role: 'ROUNDING',
    side: left.isNegative() ? 'DEBIT' : 'CREDIT',
    amount: ZERO,
    baseAmount: left.abs(),
    customerId: first?.customerId,
    salesOrderId: first?.salesOrderId,
    salesInvoiceId: first?.salesInvoiceId,
    supplierId: first?.supplierId,
    purchaseOrderId: first?.purchaseOrderId,
    purchaseInvoiceId: first?.purchaseInvoiceId,
    creditNoteId: first?.creditNoteId,
    purchaseCreditNoteId: first?.purchaseCreditNoteId,
  };
}
