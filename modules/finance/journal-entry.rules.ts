import {
  type Decimal,
  InvalidInput,
  QuantityOutOfRange,
  ZERO,
  fits,
  lifecycle,
  LimitExceeded,
} from '../kernel/index.js';
import { isControlRole } from './chart.rules.js';
import { balance, type Dimensions, type Side } from './entry.rules.js';
import { ControlAccountRefused, EntryUnbalanced, MakerIsChecker } from './errors.js';

export const journalEntryLifecycle = lifecycle({
  subject: 'Journal entry',
  initial: 'DRAFT',
  states: {
    DRAFT: { check: 'CHECKED' },
    CHECKED: { post: 'POSTED' },
    POSTED: { reverse: 'REVERSED' },
    REVERSED: {},
  },
});

/** One side of a voucher with everything that the ledger keeps of it. */
export interface LedgerLine extends Dimensions {
  readonly accountId: string;
  readonly role: string | null;
  readonly side: Side;
  readonly amount: Decimal;
  readonly currency: string;
  readonly exchangeRate: Decimal;
  readonly baseAmount: Decimal;
  /** By the fields that are defined on ledger entries; none of what documents post. */
  readonly customFields?: unknown;
}

const LINES_MAX = 250;

/** Refuses a manual voucher with too few or too many lines, or with an amount that is none. */
export function checkLines(lines: readonly { amount: Decimal; exchangeRate: Decimal }[]): void {
  if (lines.length < 2) {
    const message = 'A voucher has at least two lines.';
    throw new QuantityOutOfRange('ENTRY_LINES_TOO_FEW', message).at('lines');
  }
  if (lines.length > LINES_MAX) {
    throw new LimitExceeded('Lines of a voucher', LINES_MAX, lines.length).at('lines');
  }
  lines.forEach(({ amount, exchangeRate }, index) => {
    if (!isPositive(amount, 20, 4)) throw outOfRange('AMOUNT').at('lines', index, 'amount');
    if (!isPositive(exchangeRate, 28, 12)) {
      throw outOfRange('EXCHANGE_RATE').at('lines', index, 'exchangeRate');
    }
  });
}

function isPositive(value: Decimal, precision: number, scale: number): boolean {
  return value.isFinite() && value.gt(0) && fits(value, precision, scale);
}

function outOfRange(what: string): QuantityOutOfRange {
  return new QuantityOutOfRange(`${what}_OUT_OF_RANGE`, 'The value must be above zero and fit.');
}

/**
 * Refuses a voucher whose debits and credits differ, in base currency or in any of its currencies.
 *
 * @throws EntryUnbalanced
 */
export function checkBalance(lines: readonly LedgerLine[], baseCurrency: string): void {
  for (const currency of new Set(lines.map((line) => line.currency))) {
    const { amount } = balance(lines.filter((line) => line.currency === currency));
    if (!amount.isZero()) throw new EntryUnbalanced(currency, amount).at('lines');
  }
  const { base } = balance(lines);
  if (!base.isZero()) throw new EntryUnbalanced(baseCurrency, base).at('lines');
}

/** Refuses a manual voucher on an account that documents keep. */
export function checkAccount(
  account: { code: string },
  roles: readonly string[],
  index: number,
): void {
  const role = roles.find(isControlRole);
  if (role === undefined) return;
  throw new ControlAccountRefused(account.code, role).at('lines', index, 'accountId');
}

/** Four eyes: refuses the maker of a voucher as its checker. */
export function checkChecker(entry: { createdById: string }, checkerId: string): void {
  if (entry.createdById === checkerId) throw new MakerIsChecker();
}

/** Refuses to reverse a reversal: whoever wants the original back posts it anew. */
export function checkReversible(entry: { reversalOfId: string | null }): void {
  if (entry.reversalOfId === null) return;
  throw new InvalidInput('ENTRY_IS_REVERSAL', 'A reversing voucher is not reversed itself.');
}

/** The red letters of a line: the same side, negative, so that no turnover is left of it. */
export function redLetters<Line extends { amount: Decimal; baseAmount: Decimal }>(
  lines: readonly Line[],
): Line[] {
  return lines.map((line) => ({
    ...line,
    amount: ZERO.sub(line.amount),
    baseAmount: ZERO.sub(line.baseAmount),
  }));
}
