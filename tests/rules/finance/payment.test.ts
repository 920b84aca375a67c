import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { partToBase, toBase } from '../../../modules/finance/entry.rules.js';
import {
  allocationAction,
  checkAllocations,
  paymentLifecycle,
  settledField,
  settlements,
} from '../../../modules/finance/payment.rules.js';
import {
  attempt,
  checkedPayable,
  Decimal,
  decimal,
  next,
  RuleViolation,
} from '../../../modules/kernel/index.js';

const money = {
  ...{ direction: 'RECEIVED' as const, customerId: 'customer' },
  amount: decimal(100),
  allocated: decimal(0),
  currency: 'EUR',
  exchangeRate: decimal('1.1'),
  baseCurrency: 'USD',
};
const invoice = {
  id: 'invoice',
  orderId: 'order',
  currency: 'EUR',
  exchangeRate: decimal('1.2'),
  grossAmount: decimal(80),
  open: decimal(80),
  openBase: decimal(96),
};
const invoices = new Map([[invoice.id, invoice]]);

const refusal = (rule: () => unknown) => {
  const outcome = attempt(rule);
  return outcome instanceof RuleViolation
    ? `${outcome.code} ${outcome.path.join('.')}`.trim()
    : 'accepted';
};
const allocating = (...amounts: (string | number)[]) =>
  amounts.map((amount, index) => ({
    salesInvoiceId: `invoice-${index}`,
    amount: new Decimal(amount),
  }));

describe('an amount that is paid', () => {
  it.each([
    ['0.01', 'USD', 'accepted'],
    ['100', 'JPY', 'accepted'],
    ['9999999999999999.99', 'USD', 'accepted'],
    ['0', 'USD', 'AMOUNT_OUT_OF_RANGE'],
    ['-1', 'USD', 'AMOUNT_OUT_OF_RANGE'],
    ['NaN', 'USD', 'AMOUNT_OUT_OF_RANGE'],
    ['Infinity', 'USD', 'AMOUNT_OUT_OF_RANGE'],
    ['1e17', 'USD', 'AMOUNT_OUT_OF_RANGE'],
    ['0.001', 'USD', 'AMOUNT_TOO_FINE'],
    ['0.5', 'JPY', 'AMOUNT_TOO_FINE'],
  ])('of %s %s is %s', (amount, currency, expected) => {
    expect(refusal(() => checkedPayable(new Decimal(amount), currency))).toBe(expected);
  });
});

describe('allocating a payment', () => {
  it.each([
    [allocating(60, 40), 'accepted'],
    [allocating(60, '40.01'), 'ALLOCATION_EXCEEDS_PAYMENT allocations'],
    [allocating(1, 0), 'AMOUNT_OUT_OF_RANGE allocations.1.amount'],
    [allocating(1, '0.001'), 'AMOUNT_TOO_FINE allocations.1.amount'],
    [[...allocating(1), ...allocating(1)], 'INVOICE_REPEATED allocations.1.salesInvoiceId'],
  ])('%# is %s', (allocations, expected) => {
    expect(refusal(() => checkAllocations(money, allocations))).toBe(expected);
  });

  const kinds = { salesInvoiceId: 'a', purchaseInvoiceId: 'a', creditNoteId: 'a' };
  it.each([
    ['RECEIVED', 'customer', 'salesInvoiceId'],
    ['PAID', 'customer', 'creditNoteId'],
    ['PAID', null, 'purchaseInvoiceId'],
    ['RECEIVED', null, 'purchaseCreditNoteId'],
  ] as const)('of money %s for customer %s names %s', (direction, customerId, field) => {
    const of = { ...money, direction, customerId };
    expect(settledField(of)).toBe(field);
    const one = decimal(1);
    expect(refusal(() => checkAllocations(of, [{ [field]: 'a', amount: one }]))).toBe('accepted');
    expect(refusal(() => checkAllocations(of, [{ amount: one }]))).toBe(
      `INVOICE_OF_OTHER_KIND allocations.0.${field}`,
    );
    const both = { ...kinds, [field]: 'a', amount: one };
    expect(refusal(() => checkAllocations(of, [both]))).toMatch(
      /^INVOICE_OF_OTHER_KIND allocations.0/,
    );
  });

  it('takes what earlier allocations took into account', () => {
    const left = { ...money, allocated: decimal('99.99') };
    expect(refusal(() => checkAllocations(left, allocating('0.02')))).toBe(
      'ALLOCATION_EXCEEDS_PAYMENT allocations',
    );
  });

  it('values the invoice at its own rate and the payment at its own', () => {
    const [settled] = settlements(
      money,
      [{ salesInvoiceId: 'invoice', amount: decimal(50) }],
      invoices,
    );
    expect(settled?.invoiceBase.toString()).toBe('60');
    expect(settled?.paymentBase.toString()).toBe('55');
  });

  it('takes all that the books hold of an invoice with its last part', () => {
    const held = new Map([['invoice', { ...invoice, openBase: decimal('96.01') }]]);
    const [settled] = settlements(
      money,
      [{ salesInvoiceId: 'invoice', amount: decimal(80) }],
      held,
    );
    expect(settled?.invoiceBase.toString()).toBe('96.01');
  });

  it.each([
    [{ amount: '80.01' }, {}, 'ALLOCATION_EXCEEDS_INVOICE allocations.0.amount'],
    [{ amount: '1' }, { open: decimal(0) }, 'ALLOCATION_EXCEEDS_INVOICE allocations.0.amount'],
    [{ amount: '1' }, { currency: 'GBP' }, 'CURRENCY_MISMATCH allocations.0'],
  ])('is refused beyond what is open (%#)', ({ amount }, change, expected) => {
    const changed = new Map([['invoice', { ...invoice, ...change }]]);
    const allocations = [{ salesInvoiceId: 'invoice', amount: decimal(amount) }];
    expect(refusal(() => settlements(money, allocations, changed))).toBe(expected);
  });

  it('of a refund is refused beyond what is left of the credit note', () => {
    const of = { ...money, direction: 'PAID' as const };
    const note = new Map([['note', { ...invoice, id: 'note' }]]);
    const wanted = (amount: string) => [{ creditNoteId: 'note', amount: decimal(amount) }];
    expect(refusal(() => settlements(of, wanted('80.01'), note))).toBe(
      'ALLOCATION_EXCEEDS_CREDIT allocations.0.amount',
    );
    const [settled] = settlements(of, wanted('80'), note);
    expect(settled).toMatchObject({ creditNoteId: 'note', salesOrderId: 'order' });
  });

  it('applies the payment with the allocation that leaves nothing of it', () => {
    const action = (allocated: string) => allocationAction(decimal(100), decimal(allocated));
    expect(next(paymentLifecycle, 'POSTED', action('99.99'))).toBe('POSTED');
    expect(next(paymentLifecycle, 'POSTED', action('100'))).toBe('APPLIED');
    expect(refusal(() => next(paymentLifecycle, 'APPLIED', 'allocate'))).toBe('TRANSITION_REFUSED');
  });
});

describe('the parts of an amount in base currency', () => {
  it('sum to the worth of the whole, however it is cut', () => {
    const parts = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 40 });
    const rate = fc.integer({ min: 1, max: 9_999_999 });
    fc.assert(
      fc.property(parts, rate, (cut, at) => {
        const of = { ...money, exchangeRate: new Decimal(at).div(100_000) };
        let before = new Decimal(0);
        let worth = new Decimal(0);
        for (const cents of cut) {
          const part = new Decimal(cents).div(100);
          worth = worth.add(partToBase(part, before, of));
          before = before.add(part);
        }
        expect(worth.eq(toBase(before, of))).toBe(true);
      }),
    );
  });
});
