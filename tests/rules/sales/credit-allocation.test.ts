import { describe, expect, it } from 'vitest';
import {
  canonical,
  checkCreditAllocations,
  decimal,
  RuleViolation,
  refundedOf,
  unallocated,
} from '../../../modules/kernel/index.js';
import { checkCreditable } from '../../../modules/sales/credit-allocation.rules.js';

/** A note of 120 whose own invoice took 100, and another 5: 15 are left. */
const note = (patch: object = {}) => ({
  ...{ companyId: 'c', customerId: 'k', currency: 'EUR', status: 'POSTED' },
  grossAmount: decimal(120),
  settledAmount: decimal(100),
  allocatedAmount: decimal(5),
  refundedAmount: decimal(0),
  ...patch,
});

const part = (salesInvoiceId: string, amount: string) => ({
  salesInvoiceId,
  amount: decimal(amount),
});

function refused(run: () => void): [string, string] {
  try {
    run();
  } catch (error) {
    if (error instanceof RuleViolation) return [error.code, error.path.join('.')];
    throw error;
  }
  return ['', ''];
}

describe('what is left of a credit note', () => {
  it.each([
    ['POSTED', '15'],
    ['APPROVED', '0'],
    ['DRAFT', '0'],
    ['CANCELLED', '0'],
  ])('of one that is %s is %s', (status, left) => {
    expect(canonical(unallocated(note({ status })))).toBe(left);
  });

  it.each([
    [[part('a', '15')], '', ''],
    [[part('a', '10'), part('b', '5')], '', ''],
    [[], 'ALLOCATIONS_MISSING', 'allocations'],
    [[part('a', '10'), part('b', '5.01')], 'ALLOCATION_EXCEEDS_CREDIT', 'allocations'],
    [[part('a', '1'), part('a', '1')], 'INVOICE_REPEATED', 'allocations.1.salesInvoiceId'],
    [[part('a', '0')], 'AMOUNT_OUT_OF_RANGE', 'allocations.0.amount'],
    [[part('a', '1.001')], 'AMOUNT_TOO_FINE', 'allocations.0.amount'],
    [[part('a', '-1')], 'AMOUNT_OUT_OF_RANGE', 'allocations.0.amount'],
    [[part('a', '1e17')], 'AMOUNT_OUT_OF_RANGE', 'allocations.0.amount'],
  ])('is allocated as far as it goes: %#', (allocations, code, path) => {
    const documentIds = allocations.map(({ salesInvoiceId }) => salesInvoiceId);
    const named = { field: 'salesInvoiceId', documentIds };
    expect(refused(() => checkCreditAllocations(note(), allocations, named))).toEqual([code, path]);
  });
});

describe('what is refused of a credit note', () => {
  const named = { field: 'creditNoteId', documentIds: ['n', 'n'] };
  it.each([
    [[part('a', '1'), part('a', '1')], 'The document is named twice.'],
    [
      [part('a', '16')],
      '16 were to be allocated or be paid out, and 15 is left of the credit note.',
    ],
  ])('is told alike of invoices and of refunds: %#', (allocations, message) => {
    expect(() => checkCreditAllocations(note(), allocations, named)).toThrow(message);
  });
});

describe('what is paid out of a credit note', () => {
  it.each([
    ['15', {}, '15'],
    ['4', { refundedAmount: decimal(11) }, '15'],
    ['-11', { refundedAmount: decimal(11) }, '0'],
  ])('adds %s', (amount, patch, refunded) => {
    expect(canonical(refundedOf(note(patch), decimal(amount)))).toBe(refunded);
  });

  it.each([
    ['15.01', {}],
    ['5', { refundedAmount: decimal(11) }],
    ['1', { status: 'DRAFT' }],
  ])('is no more than is left: %s of %o', (amount, patch) => {
    expect(refused(() => void refundedOf(note(patch), decimal(amount)))).toEqual([
      ...['ALLOCATION_EXCEEDS_CREDIT', ''],
    ]);
  });
});

it.each([
  [{}, ''],
  [{ companyId: 'd' }, 'NOT_FOUND'],
  [{ customerId: 'l' }, 'NOT_FOUND'],
  [{ isHistoric: true }, 'HISTORIC_DOCUMENT'],
  [{ currency: 'USD' }, 'CURRENCY_MISMATCH'],
])('settles only invoices of its customer, company and currency: %#', (patch, code) => {
  const invoice = { ...note(), id: 'a', isHistoric: false, ...patch };
  const path = code === '' ? '' : 'salesInvoiceId';
  expect(refused(() => checkCreditable(note(), invoice))).toEqual([code, path]);
});
