import { insertLater, landed, updateLater, type Row, type Tx } from '../events/index.js';
import {
  type Decimal,
  InvalidInput,
  NotFound,
  ONE,
  QuantityOutOfRange,
  checkedPayable,
  cleanText,
  fits,
  inField,
  isCurrencyCode,
  next,
  parseLocalDate,
  refuseNothingAllocated,
  sum,
  ZERO,
} from '../kernel/index.js';
import { customers } from '../crm/index.js';
import { exchangeRates, numberSeries } from '../platform/index.js';
import { suppliers } from '../purchasing/index.js';
import * as allocation from './allocation.service.js';
import * as books from './books.service.js';
import { paymentAllocated, paymentCreated, paymentPosted, paymentReversed } from './events.js';
import type { Versioned } from './fiscal-period.service.js';
import type { Party } from './posted-facts.js';
import * as paymentJournal from './payment-journal.service.js';
import { allocationAction, paymentLifecycle, type Allocation } from './payment.rules.js';

type Payment = Row<'Payment'>;
/** A payment that has no number yet. */
type NewPayment = Omit<Payment, 'number'>;

export interface PaymentInput {
  readonly companyId: string;
  readonly amount: Decimal;
  readonly currency: string;
  /** One unit of the currency in base currency; the day's rate when left out. */
  readonly exchangeRate?: Decimal | null;
  readonly documentOn: string;
  readonly reference?: string | null;
}

/** Who pays us, or is refunded. */
export interface OfCustomer extends PaymentInput {
  readonly customerId: string;
}

/** Whom we pay, or who refunds. */
export interface OfSupplier extends PaymentInput {
  readonly supplierId: string;
}

interface PostedInput {
  /** The day of the document when left out. */
  readonly postedOn?: string | null;
  readonly allocations?: readonly Allocation[] | null;
}

/** Notes money that is expected or arrived, without posting it. */
export async function create(tx: Tx, input: OfCustomer): Promise<Payment> {
  const draft = await ofCustomer(tx, input, 'RECEIVED');
  const after = { ...draft, number: await numberOf(tx, draft) };
  insert(tx, after);
  tx.emit(paymentCreated({ before: null, after, data: {} }));
  return after;
}

/**
 * Receives money from a customer: posts it and settles invoices with it, in one step. What no
 * invoice takes stays on the customer's account.
 *
 * @throws NotFound, CurrencyMismatch, AllocationExceedsPayment, AllocationExceedsInvoice,
 *   PeriodClosed
 */
export async function receive(tx: Tx, input: OfCustomer & PostedInput): Promise<Payment> {
  return postDraft(tx, await ofCustomer(tx, input, 'RECEIVED'), null, input);
}

/**
 * Pays a supplier: posts it and settles purchase invoices with it, in one step. What no invoice
 * takes stays on the supplier's account.
 *
 * @throws as `receive`
 */
export async function make(tx: Tx, input: OfSupplier & PostedInput): Promise<Payment> {
  return postDraft(tx, await ofSupplier(tx, input, 'PAID'), null, input);
}

/**
 * Receives money back from a supplier: posts it and takes it off what is left of its credit notes,
 * in one step. What no credit note takes stays on the supplier's account.
 *
 * @throws NotFound, CurrencyMismatch, AllocationExceedsPayment, AllocationExceedsCredit,
 *   PeriodClosed
 */
export async function receiveRefund(tx: Tx, input: OfSupplier & PostedInput): Promise<Payment> {
  return postDraft(tx, await ofSupplier(tx, input, 'RECEIVED'), null, input);
}

/**
 * Pays money back to a customer: posts it and takes it off what is left of his credit notes, in one
 * step. What no credit note takes stays on the customer's account.
 *
 * @throws as `receiveRefund`
 */
export async function makeRefund(tx: Tx, input: OfCustomer & PostedInput): Promise<Payment> {
  return postDraft(tx, await ofCustomer(tx, input, 'PAID'), null, input);
}

/**
 * Posts a draft, and settles invoices with it. Refuses as `receive` does, and TransitionRefused.
 */
export async function post(tx: Tx, input: Versioned & PostedInput): Promise<Payment> {
  const before = await tx.lock('Payment', input.id, input.expectedVersion);
  return postDraft(tx, before, before, input);
}

/** Posts a payment; one that was not noted before is kept in the same step. */
async function postDraft(
  tx: Tx,
  draft: NewPayment,
  before: Payment | null,
  input: PostedInput,
): Promise<Payment> {
  const postedOn = parseLocalDate(input.postedOn ?? draft.documentOn);
  const allocations = input.allocations ?? [];
  const allocated = sum(allocations.map(({ amount }) => amount));
  const posted = next(paymentLifecycle, draft.status, 'post');
  const [number, decided] = await landed([
    before ? Promise.resolve(before.number) : numberOf(tx, draft),
    allocation.decide(tx, draft, allocations),
  ]);
  const status = next(paymentLifecycle, posted, allocationAction(draft.amount, allocated));
  const change = { status, allocated, postedOn };
  const after = before
    ? write(tx, before, { ...change, version: before.version + 1 })
    : insert(tx, { ...draft, number, ...change });
  const settled = await allocation.settle(tx, after, decided, postedOn);
  tx.emit(paymentPosted({ before, after, data: {} }));
  await paymentJournal.postPayment(tx, after, settled);
  return after;
}

/**
 * Settles invoices with what is left of a posted payment.
 *
 * @throws TransitionRefused, CurrencyMismatch, AllocationExceedsPayment, AllocationExceedsInvoice
 */
export async function allocate(
  tx: Tx,
  input: Versioned & { allocations: readonly Allocation[]; postedOn?: string | null },
): Promise<Payment> {
  const before = await tx.lock('Payment', input.id, input.expectedVersion);
  const { today } = await books.of(tx, before.companyId);
  const postedOn = parseLocalDate(input.postedOn ?? today);
  const allocated = before.allocated.add(sum(input.allocations.map(({ amount }) => amount)));
  const action = allocationAction(before.amount, allocated);
  const status = next(paymentLifecycle, before.status, action);
  refuseNothingAllocated(input.allocations);
  const decided = await allocation.decide(tx, before, input.allocations);
  const settled = await allocation.settle(tx, before, decided, postedOn);
  const after = write(tx, before, { status, allocated, version: before.version + 1 });
  tx.emit(paymentAllocated({ before, after, data: {} }));
  await paymentJournal.postAllocations(tx, after, settled, postedOn);
  return after;
}

export interface ReverseInput extends Versioned {
  /** The company's today when left out. */
  readonly postedOn?: string | null;
  readonly reason: string;
}

/**
 * Undoes a posted payment by red letters: its invoices are open again.
 *
 * @throws TransitionRefused, PeriodClosed
 */
export async function reverse(tx: Tx, input: ReverseInput): Promise<Payment> {
  const before = await tx.lock('Payment', input.id, input.expectedVersion);
  const { today } = await books.of(tx, before.companyId);
  const status = next(paymentLifecycle, before.status, 'reverse');
  const postedOn = parseLocalDate(input.postedOn ?? today);
  const description = cleanText(input.reason, { min: 1, max: 500 });
  await allocation.unsettle(tx, before, postedOn);
  const version = before.version + 1;
  const after = write(tx, before, { status, allocated: ZERO, version });
  tx.emit(paymentReversed({ before, after, data: {} }));
  await paymentJournal.reverseAll(tx, after, { postedOn, description });
  return after;
}

async function ofCustomer(
  tx: Tx,
  input: OfCustomer,
  direction: Party['direction'],
): Promise<NewPayment> {
  const { customerId } = input;
  await landed([customers.get(tx, customerId), books.of(tx, input.companyId)]);
  return draft(tx, input, { direction, customerId, supplierId: null });
}

async function ofSupplier(
  tx: Tx,
  input: OfSupplier,
  direction: Party['direction'],
): Promise<NewPayment> {
  const { supplierId } = input;
  if (!(await suppliers.getMany(tx, [supplierId])).has(supplierId))
    throw new NotFound('Supplier', supplierId);
  return draft(tx, input, { direction, customerId: null, supplierId });
}

async function draft(tx: Tx, input: PaymentInput, party: Party): Promise<NewPayment> {
  const { baseCurrency } = await books.of(tx, input.companyId);
  checkMoney(input);
  const documentOn = parseLocalDate(input.documentOn);
  const rateOn = { from: input.currency, to: baseCurrency, on: documentOn };
  const exchangeRate = input.exchangeRate ?? (await exchangeRates.rate(tx, rateOn));
  checkRate(exchangeRate, input.currency === baseCurrency);
  return {
    id: tx.newId(),
    version: 1,
    companyId: input.companyId,
    ...party,
    status: paymentLifecycle.initial,
    currency: input.currency,
    exchangeRate,
    amount: input.amount,
    allocated: ZERO,
    reference: input.reference ? cleanText(input.reference, { max: 200 }) : null,
    documentOn,
    postedOn: null,
    customFields: {},
    createdAt: tx.now,
    createdById: tx.actor.id,
    updatedAt: tx.now,
  };
}

async function numberOf(tx: Tx, { companyId, documentOn }: NewPayment): Promise<string> {
  const on = parseLocalDate(documentOn);
  const [number = ''] = await numberSeries.take(tx, { companyId, series: 'payment', on, count: 1 });
  return number;
}

function insert(tx: Tx, payment: Payment): Payment {
  insertLater(tx, 'Payment', [{ ...payment, customFields: {} }]);
  return payment;
}

function checkMoney({ amount, currency }: PaymentInput): void {
  if (!isCurrencyCode(currency)) {
    const message = '{currency} is not a currency.';
    throw new InvalidInput('CURRENCY_UNKNOWN', message, { currency }).at('currency');
  }
  inField('amount', () => checkedPayable(amount, currency));
}

function checkRate(rate: Decimal, isBase: boolean): void {
  const isRate = rate.isFinite() && rate.gt(0) && fits(rate, 28, 12);
  if (isRate && (!isBase || rate.eq(ONE))) return;
  const message = 'The rate must be above zero and fit; that of the base currency is 1.';
  throw new QuantityOutOfRange('EXCHANGE_RATE_OUT_OF_RANGE', message).at('exchangeRate');
}

type Change = Pick<Payment, 'status' | 'allocated' | 'version'> &
  Partial<Pick<Payment, 'postedOn'>>;

function write(tx: Tx, before: Payment, { status, allocated, version, postedOn }: Change): Payment {
  const written = {
    ...{ id: before.id, status, allocated, version },
    postedOn: postedOn ?? before.postedOn,
    updatedAt: tx.now,
  };
  updateLater(tx, 'Payment', [written]);
  return { ...before, ...written };
}
