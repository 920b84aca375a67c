import type { Row, Tx } from '../events/index.js';
import { type LocalDate, parseLocalDate, sum } from '../kernel/index.js';
import * as books from './books.service.js';
import { type Posting, toBase } from './entry.rules.js';
import * as journal from './journal.service.js';
import type { Party, Settlement } from './posted-facts.js';
import { postingRules } from './posting.rules.js';

type Payment = Row<'Payment'>;

/**
 * Posts a payment: bank against the invoices it settles, and the rest on the account of the
 * customer or supplier.
 */
export async function postPayment(
  tx: Tx,
  payment: Payment,
  settlements: readonly Settlement[],
): Promise<void> {
  const { baseCurrency } = await books.of(tx, payment.companyId);
  const base = toBase(payment.amount, { ...payment, baseCurrency });
  const postings = postingRules['finance.paymentPosted']({
    ...partyOf(payment),
    amount: payment.amount,
    base,
    open: payment.amount.sub(payment.allocated),
    openBase: base.sub(sum(settlements.map(({ paymentBase }) => paymentBase))),
    settlements,
  });
  const postedOn = parseLocalDate(payment.postedOn ?? payment.documentOn);
  await journal.post(tx, [draft(payment, 'finance.paymentPosted', postedOn, postings)]);
}

/** Posts later allocations: from the account of the customer or supplier to its invoices. */
export async function postAllocations(
  tx: Tx,
  payment: Payment,
  settlements: readonly Settlement[],
  postedOn: LocalDate,
): Promise<void> {
  const data = { ...partyOf(payment), settlements };
  const postings = postingRules['finance.paymentAllocated'](data);
  await journal.post(tx, [draft(payment, 'finance.paymentAllocated', postedOn, postings)]);
}

/** Reverses every voucher of a payment. */
export async function reverseAll(
  tx: Tx,
  payment: Payment,
  to: { postedOn: LocalDate; description: string },
): Promise<void> {
  const originals = await journal.postedBy(tx, [payment.id]);
  await journal.reverse(tx, originals, to);
}

const partyOf = ({ direction, customerId, supplierId }: Payment): Party => {
  return { direction, customerId, supplierId };
};

function draft(
  payment: Payment,
  rule: 'finance.paymentPosted' | 'finance.paymentAllocated',
  postedOn: LocalDate,
  postings: readonly Posting[],
): journal.JournalDraft {
  const { companyId, id, number, currency, exchangeRate, documentOn } = payment;
  const what = rule === 'finance.paymentPosted' ? 'Payment' : 'Allocation of payment';
  return {
    companyId,
    rule,
    documentType: 'Payment',
    documentId: id,
    documentOn: parseLocalDate(documentOn),
    postedOn,
    description: `${what} ${number}`,
    currency,
    exchangeRate,
    postings,
  };
}
