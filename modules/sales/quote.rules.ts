import {
  addDays,
  checkedAmount,
  checkedPrice,
  checkedQuantity,
  Decimal,
  inField,
  InvalidInput,
  lifecycle,
  type LocalDate,
  NotFound,
  parseLocalDate,
  roundMoney,
  sum,
  ZERO,
} from '../kernel/index.js';
import { OrderExceedsQuote, QuoteExpired } from './errors.js';

/**
 * What becomes of a quote. Beside the caller's verbs stand moves that nobody asks for: `pass` when
 * a quote needs no approval, `orderPart` and `giveBack` as its orders say.
 */
export const quoteLifecycle = lifecycle({
  subject: 'Quote',
  initial: 'DRAFT',
  states: {
    DRAFT: { change: 'DRAFT', submit: 'PENDING_APPROVAL', pass: 'APPROVED', lose: 'LOST' },
    PENDING_APPROVAL: { approve: 'APPROVED', lose: 'LOST', revise: 'SUPERSEDED' },
    APPROVED: { send: 'SENT', lose: 'LOST', expire: 'EXPIRED', revise: 'SUPERSEDED' },
    SENT: {
      accept: 'ACCEPTED',
      orderPart: 'PARTIALLY_ORDERED',
      lose: 'LOST',
      expire: 'EXPIRED',
      revise: 'SUPERSEDED',
    },
    PARTIALLY_ORDERED: { accept: 'ACCEPTED', orderPart: 'PARTIALLY_ORDERED', giveBack: 'SENT' },
    ACCEPTED: { orderPart: 'PARTIALLY_ORDERED', giveBack: 'SENT' },
    LOST: { revise: 'SUPERSEDED' },
    EXPIRED: { revise: 'SUPERSEDED' },
    SUPERSEDED: {},
  },
});

/** The moves of a quote that a caller may ask for; the others follow. */
export const quoteVerbs = [
  'change',
  'submit',
  'approve',
  'send',
  'accept',
  'lose',
  'expire',
  'revise',
] as const;

/** What one unit costs, by element, in the company's base currency. */
export interface UnitCosts {
  readonly materialCost: Decimal;
  readonly labourCost: Decimal;
  readonly overheadCost: Decimal;
}

/** What is known of the cost of one stock unit. */
interface StockUnitCost {
  readonly material: Decimal;
  readonly labour: Decimal;
  readonly overhead: Decimal;
}

/** The cost of one unit of a line, rounded to nine decimals; of what is not known, nothing. */
export function lineUnitCosts(cost: StockUnitCost | undefined, stockFactor: Decimal): UnitCosts {
  const ofLine = (value: Decimal | undefined): Decimal =>
    checkedPrice((value ?? ZERO).mul(stockFactor).toDecimalPlaces(9, Decimal.ROUND_HALF_UP));
  return {
    materialCost: ofLine(cost?.material),
    labourCost: ofLine(cost?.labour),
    overheadCost: ofLine(cost?.overhead),
  };
}

/** What one unit costs in all. */
export const unitCostOf = ({ materialCost, labourCost, overheadCost }: UnitCosts): Decimal =>
  materialCost.add(labourCost).add(overheadCost);

export interface Estimate {
  readonly estimatedCost: Decimal;
  readonly estimatedMargin: Decimal;
  /** Null where nothing is earned at all. */
  readonly marginPercent: Decimal | null;
}

/**
 * Cost = the sum over lines of quantity × unit cost, rounded once for each line; margin = net in
 * base currency − cost; margin percent = margin ÷ net in base currency × 100, four decimals.
 */
export function estimate(
  lines: readonly (UnitCosts & { readonly quantity: Decimal })[],
  { netAmount, exchangeRate }: { readonly netAmount: Decimal; readonly exchangeRate: Decimal },
  baseCurrency: string,
): Estimate {
  const costs = lines.map((line) => roundMoney(line.quantity.mul(unitCostOf(line)), baseCurrency));
  const estimatedCost = checkedAmount(sum(costs));
  const earned = roundMoney(netAmount.mul(exchangeRate), baseCurrency);
  const estimatedMargin = earned.sub(estimatedCost);
  const marginPercent = earned.isZero()
    ? null
    : estimatedMargin.div(earned).mul(100).toDecimalPlaces(4, Decimal.ROUND_HALF_UP);
  return { estimatedCost, estimatedMargin, marginPercent };
}

/** What a company allows without asking; null allows anything. */
export interface Allowed {
  readonly minMarginPercent: Decimal | null;
  readonly maxDiscountPercent: Decimal | null;
}

export type ApprovalReason = 'MARGIN_BELOW_MINIMUM' | 'DISCOUNT_ABOVE_MAXIMUM';

/** Why a quote needs approval; a quote that earns nothing is below any minimum. */
export function approvalReasons(
  quote: Pick<Estimate, 'marginPercent'>,
  lines: readonly { readonly discountPercent: Decimal }[],
  { minMarginPercent, maxDiscountPercent }: Allowed,
): ApprovalReason[] {
  const reasons: ApprovalReason[] = [];
  const { marginPercent } = quote;
  if (minMarginPercent && (marginPercent === null || marginPercent.lt(minMarginPercent)))
    reasons.push('MARGIN_BELOW_MINIMUM');
  if (maxDiscountPercent && lines.some((line) => line.discountPercent.gt(maxDiscountPercent)))
    reasons.push('DISCOUNT_ABOVE_MAXIMUM');
  return reasons;
}

/** For how long a quote is valid that says nothing of it. */
const VALID_DAYS = 30;

/** The last day of a quote: as told, else 30 days after its own; not before it. */
export function validUntilOf(given: string | null | undefined, documentOn: LocalDate): LocalDate {
  if (given === null || given === undefined) return addDays(documentOn, VALID_DAYS);
  const until = parseLocalDate(given);
  if (until >= documentOn) return until;
  const message = 'The last day {validTo} lies before the first, {validFrom}.';
  const params = { validFrom: documentOn, validTo: until };
  throw new InvalidInput('VALIDITY_ENDS_BEFORE', message, params);
}

const EXPIRING: readonly string[] = ['APPROVED', 'SENT', 'PARTIALLY_ORDERED'];

/** Whether a quote that is out has passed its last day. */
export function isExpiredOn(
  quote: { readonly status: string; readonly validUntil: string },
  today: string,
): boolean {
  if (quote.status === 'EXPIRED') return true;
  return EXPIRING.includes(quote.status) && quote.validUntil < today;
}

/** Refuses to take an order on a quote whose last day has passed. */
export function refuseExpired({ validUntil }: { validUntil: string }, today: string): void {
  if (validUntil < today) throw new QuoteExpired(validUntil);
}

/** A line of a quote as far as it is ordered. */
export interface QuotedLine {
  readonly id: string;
  readonly quantity: Decimal;
  readonly ordered: Decimal;
}

/** What is ordered of a line, in its unit. */
export interface LineTaken {
  readonly quoteLineId: string;
  readonly quantity: Decimal;
}

const openOf = ({ quantity, ordered }: QuotedLine): Decimal => quantity.sub(ordered);

function checkedTake(wanted: LineTaken, lines: readonly QuotedLine[]): Decimal {
  const line = lines.find(({ id }) => id === wanted.quoteLineId);
  if (!line) throw new NotFound('QuoteLine', wanted.quoteLineId).at('quoteLineId');
  return inField('quantity', () => {
    const quantity = checkedQuantity(wanted.quantity);
    if (quantity.gt(openOf(line))) throw new OrderExceedsQuote(openOf(line), quantity);
    return quantity;
  });
}

/**
 * What is ordered of each line: what is told, else all that is open. Refuses lines that are not
 * of the quote or named twice, and more than is open, by the place of the line.
 */
export function takenOf(
  lines: readonly QuotedLine[],
  wanted: readonly LineTaken[] | null | undefined,
): Map<string, Decimal> {
  if (!wanted) {
    const open = lines.filter((line) => openOf(line).gt(0));
    return new Map(open.map((line) => [line.id, openOf(line)]));
  }
  if (wanted.length === 0)
    throw new InvalidInput('LINES_MISSING', 'No line was told to be ordered.').at('lines');
  const taken = new Map<string, Decimal>();
  const take = (one: LineTaken): void => {
    const params = { id: one.quoteLineId };
    if (taken.has(one.quoteLineId))
      throw new InvalidInput('LINE_REPEATED', 'The line {id} is given more than once.', params);
    taken.set(one.quoteLineId, checkedTake(one, lines));
  };
  wanted.forEach((one, index) => inField('lines', () => inField(index, () => take(one))));
  return taken;
}

/** How much of a quote is ordered. */
export function orderedPart(lines: readonly QuotedLine[]): 'NONE' | 'SOME' | 'ALL' {
  if (lines.every((line) => openOf(line).isZero())) return 'ALL';
  return lines.some((line) => line.ordered.gt(0)) ? 'SOME' : 'NONE';
}

/** The move that brings a quote to the state that its orders say. */
export const moveFor = { NONE: 'giveBack', SOME: 'orderPart', ALL: 'accept' } as const;
