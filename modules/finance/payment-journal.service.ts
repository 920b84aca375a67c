import type { Row, Tx } from '../events/index.js';
import { type LocalDate, parseLocalDate, sum } from '../kernel/index.js';
import * as books from './books.service.js';
import { type Posting, toBase } from './entry.rules.js';
import * as journal from './journal.service.js';
import type { Settlement } from './posted-facts.js';
import { postingRules } from './posting.rules.js';

type Payment = Row<'Payment'>;

/**
 * Posts a payment: bank against the invoices it settles, and the rest on the customer's account.
 */
export async function postPayment(
  tx: Tx,
  payment: Payment,
  settlements: readonly Settlement[],
): Promise<void> {
  const { baseCurrency } = await books.of(tx, payment.companyId);
  const base = toBase(payment.amount, { ...payment, baseCurrency });
  const postings = postingRules['finance.paymentPosted']({
    customerId: customerOf(payment),
    amount: payment.amount,
    base,
    open: payment.amount.sub(payment.allocated),
    openBase: base.sub(sum(settlements.map(({ paymentBase }) => paymentBase))),
    settlements,
  });
  const postedOn = parseLocalDate(payment.postedOn ?? payment.documentOn);
  await journal.post(tx, [draft(payment, 'finance.paymentPosted', postedOn, postings)]);
}

/** Posts later allocations: from the customer's account to its invoices. */
export async function postAllocations(
  tx: Tx,
  payment: Payment,
  settlements: readonly Settlement[],
  postedOn: LocalDate,
): Promise<void> {
  const data = { customerId: customerOf(payment), settlements };
  const postings = postingRules['finance.paymentAllocated'](data);
  await journal.post(tx, [draft(payment, 'finance.paymentAllocated', postedOn, postings)]);
}

/** Reverses every voucher of a payment. */
export async function reverseAll(
  tx: Tx,
  payment: Payment,
  to: { postedOn: LocalDate; description: string },
): Promise<void> {
  const originals = await tx.db
    .selectFrom('JournalEntry')
    .selectAll()
    .where('documentId', '=', payment.id)
    .where('status', '=', 'POSTED')
    .where('reversalOfId', 'is', null)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  await journal.reverse(tx, originals, to);
}

function customerOf(payment: Payment): string {
  if (!payment.customerId) throw new Error('A payment that is received has a customer.');
  return payment.customerId;
}

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
