import { landed, type Tx, updateLater } from '../events/index.js';
import {
  ApproverIsCreator,
  cleanText,
  type Decimal,
  inField,
  next,
  textOrNone,
} from '../kernel/index.js';
import { companies } from '../platform/index.js';
import { QuoteNotExpired } from './errors.js';
import { quoteApproved, quoteExpired, quoteLost, quoteSent, quoteSubmitted } from './events.js';
import { allowedOf } from './quote-settings.service.js';
import { linesOf, nextQuote, type Quote, updateQuote } from './quote-rows.js';
import { type Allowed, approvalReasons, quoteLifecycle } from './quote.rules.js';
import { ofCustomer } from './rows.js';

interface Versioned {
  readonly id: string;
  readonly expectedVersion?: number | null;
}

export interface QuoteLoss extends Versioned {
  readonly reason: string;
  readonly competitor?: string | null;
}

/**
 * Hands a draft in: it needs approval when it earns less or gives more discount than the company
 * allows, else it is approved by that. Refusals: TransitionRefused, StaleVersion.
 */
export async function submit(tx: Tx, { id, expectedVersion }: Versioned): Promise<Quote> {
  const [before, lines] = await landed([tx.lock('Quote', id, expectedVersion), linesOf(tx, [id])]);
  next(quoteLifecycle, before.status, 'submit');
  return written(tx, handIn(tx, before, lines, await allowedOf(tx, before.companyId)));
}

/** Writes the status that a locked quote came to. */
function written(tx: Tx, after: Quote): Quote {
  const { id, status, version, updatedAt } = after;
  updateLater(tx, 'Quote', [{ id, status, version, updatedAt }]);
  return after;
}

/** Tells that a draft is handed in; the caller writes it. */
function handIn(
  tx: Tx,
  before: Quote,
  lines: readonly { readonly discountPercent: Decimal }[],
  allowed: Allowed,
): Quote {
  const reasons = approvalReasons(before, lines, allowed);
  const move = reasons.length > 0 ? 'submit' : 'pass';
  const after = nextQuote(tx, before, { status: next(quoteLifecycle, before.status, move) });
  tx.emit(quoteSubmitted({ before, after, data: { ...ofCustomer(after), reasons } }));
  return after;
}

/** Approves a quote that someone else wrote. TransitionRefused, StaleVersion, ApproverIsCreator. */
export async function approve(tx: Tx, { id, expectedVersion }: Versioned): Promise<Quote> {
  const before = await tx.lock('Quote', id, expectedVersion);
  const status = next(quoteLifecycle, before.status, 'approve');
  if (before.createdById === tx.actor.id) throw new ApproverIsCreator('A quote');
  const after = updateQuote(tx, before, { status, approvedById: tx.actor.id });
  tx.emit(quoteApproved({ before, after, data: ofCustomer(after) }));
  return after;
}

/** Says that an approved quote went to the customer. TransitionRefused, StaleVersion. */
export async function send(tx: Tx, { id, expectedVersion }: Versioned): Promise<Quote> {
  return written(tx, dispatch(tx, await tx.lock('Quote', id, expectedVersion)));
}

/**
 * Hands a new draft in and sends it, unless someone else must approve it first. Each step is told,
 * and the caller writes the quote as it is answered.
 */
export function sendNew(
  tx: Tx,
  draft: Quote,
  lines: readonly { readonly discountPercent: Decimal }[],
  allowed: Allowed,
): Quote {
  const after = handIn(tx, draft, lines, allowed);
  return after.status === 'APPROVED' ? dispatch(tx, after) : after;
}

function dispatch(tx: Tx, before: Quote): Quote {
  const status = next(quoteLifecycle, before.status, 'send');
  const after = nextQuote(tx, before, { status });
  tx.emit(quoteSent({ before, after, data: ofCustomer(after) }));
  return after;
}

/** Gives a quote up, with the reason and to whom. TransitionRefused, StaleVersion. */
export async function lose(tx: Tx, input: QuoteLoss): Promise<Quote> {
  const lostReason = inField('reason', () => cleanText(input.reason, { min: 1, max: 500 }));
  const competitor = inField('competitor', () => textOrNone(input.competitor, 200));
  const before = await tx.lock('Quote', input.id, input.expectedVersion);
  const status = next(quoteLifecycle, before.status, 'lose');
  const after = updateQuote(tx, before, { status, lostReason, competitor });
  tx.emit(quoteLost({ before, after, data: ofCustomer(after) }));
  return after;
}

/** Ends a quote whose last day has passed. TransitionRefused, StaleVersion, QuoteNotExpired. */
export async function expire(tx: Tx, { id, expectedVersion }: Versioned): Promise<Quote> {
  const before = await tx.lock('Quote', id, expectedVersion);
  const status = next(quoteLifecycle, before.status, 'expire');
  const today = await companies.today(tx, before.companyId);
  if (before.validUntil >= today) throw new QuoteNotExpired(before.validUntil);
  const after = updateQuote(tx, before, { status });
  tx.emit(quoteExpired({ before, after, data: ofCustomer(after) }));
  return after;
}
