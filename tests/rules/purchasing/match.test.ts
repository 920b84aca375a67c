import { describe, expect, it } from 'vitest';
import { Decimal, ZERO } from '../../../modules/kernel/index.js';
import { refuseOwnApproval, sendingApproval } from '../../../modules/purchasing/approval.rules.js';
import { lineMatch, worst } from '../../../modules/purchasing/match.rules.js';
import {
  type BillableLine,
  toInvoice,
} from '../../../modules/purchasing/purchase-invoice-parts.rules.js';
import {
  openPayable,
  payableSettlementOn,
  settle,
} from '../../../modules/purchasing/purchase-invoice.rules.js';
import { parseLocalDate } from '../../../modules/kernel/index.js';

const amount = (value: string | number) => new Decimal(value);

describe('the third of three ways to match', () => {
  it.each([
    // Net and tax billed, tolerance in percent.
    ['100', '19', '0', 'MATCHED'],
    ['100', '19.01', '0', 'MATCHED'],
    ['100', '19.02', '0', 'DIFFERS'],
    ['101', '19', '0', 'DIFFERS'],
    ['101', '19', '1', 'WITHIN_TOLERANCE'],
    ['101.01', '19', '1', 'DIFFERS'],
    ['99', '19', '1', 'WITHIN_TOLERANCE'],
    ['98.99', '19', '1', 'DIFFERS'],
    ['100', '19.19', '1', 'WITHIN_TOLERANCE'],
  ])('of 100 and 19 says of %s and %s within %s percent: %s', (net, tax, percent, expected) => {
    const line = {
      ...{ net: amount(net), tax: amount(tax), isSamePrice: false, currency: 'EUR' },
      ...{ expectedNet: amount(100), expectedTax: amount(19) },
    };
    expect(lineMatch(line, amount(percent))).toBe(expected);
  });

  it('lets rounding pass when the price is the order’s', () => {
    const line = {
      ...{ net: amount('0.33'), tax: ZERO, isSamePrice: true, currency: 'EUR' },
      ...{ expectedNet: amount('0.34'), expectedTax: ZERO },
    };
    expect(lineMatch(line, ZERO)).toBe('MATCHED');
  });

  it('is as bad as its worst line', () => {
    expect(worst(['MATCHED', 'DIFFERS', 'WITHIN_TOLERANCE'])).toBe('DIFFERS');
    expect(worst([])).toBe('MATCHED');
  });
});

const line = (id: string, more: Partial<BillableLine> = {}): BillableLine => ({
  ...{ id, kind: 'ITEM', quantity: amount(10), tolerancePercent: ZERO, currency: 'EUR' },
  ...{ received: amount(6), invoiced: ZERO, unitPrice: amount(2), discountPercent: ZERO },
  ...{ netAmount: amount(20), taxAmount: amount('3.8'), taxCodeId: 'vat' },
  ...more,
});

const around = (lines: readonly BillableLine[], taken: Record<string, string> = {}) => ({
  lines,
  taken: new Map(Object.entries(taken).map(([id, quantity]) => [id, amount(quantity)])),
  taxRates: new Map([['vat', amount(19)]]),
  tolerancePercent: ZERO,
});

describe('what an invoice takes of an order', () => {
  it('is all that was received and not taken, and the charges', () => {
    const charge = line('freight', { kind: 'CHARGE', quantity: amount(1), received: ZERO });
    const parts = toInvoice(around([line('a'), line('b'), charge], { a: '2', b: '6' }), null);
    expect(parts.map((part) => [part.purchaseOrderLineId, part.quantity.toString()])).toEqual([
      ['a', '4'],
      ['freight', '1'],
    ]);
    expect(parts[0]!.netAmount.toString()).toBe('8');
  });

  it('is what the supplier billed, taxed anew at another price', () => {
    const bill = { purchaseOrderLineId: 'a', quantity: amount(5), unitPrice: amount('2.1') };
    const [part] = toInvoice(around([line('a')]), [bill]);
    expect([part!.netAmount.toString(), part!.taxAmount.toString(), part!.match]).toEqual([
      '10.5',
      '2',
      'DIFFERS',
    ]);
  });

  it.each([
    [{ purchaseOrderLineId: 'a', quantity: amount('6.1') }, 'INVOICE_EXCEEDS_RECEIVED'],
    [{ purchaseOrderLineId: 'x', quantity: amount(1) }, 'NOT_FOUND'],
    [{ purchaseOrderLineId: 'a', quantity: ZERO }, 'QUANTITY_OUT_OF_RANGE'],
    [{ purchaseOrderLineId: 'a', quantity: amount(1), taxAmount: amount('0.001') }, 'TAX_TOO_FINE'],
  ])('refuses %j with %s', (bill, code) => {
    expect(() => toInvoice(around([line('a')]), [bill])).toThrow(
      expect.objectContaining({ code, path: expect.arrayContaining(['lines', 0]) }),
    );
  });
});

describe('two pairs of eyes', () => {
  const weight = {
    ...{ netAmount: amount(1000), exchangeRate: amount('0.9'), baseCurrency: 'EUR' },
  };
  const other = { actorId: 'a', createdById: 'b', mayApprove: true };

  it.each([
    [null, other, null],
    [amount(900), { ...other, mayApprove: false }, null],
    [amount('899.99'), other, 'a'],
  ])('of a limit of %s are those of %j: %s', (limit, acting, expected) => {
    expect(sendingApproval({ ...weight, limit }, acting)).toBe(expected);
  });

  it('are not one and the same', () => {
    const own = { ...other, createdById: 'a' };
    const code = 'APPROVER_IS_CREATOR';
    const send = () => sendingApproval({ ...weight, limit: ZERO }, own);
    expect(send).toThrow(expect.objectContaining({ code }));
    expect(() => refuseOwnApproval('It', own)).toThrow(expect.objectContaining({ code }));
    const clerk = () => sendingApproval({ ...weight, limit: ZERO }, { ...own, mayApprove: false });
    expect(clerk).toThrow(expect.objectContaining({ code: 'APPROVAL_REQUIRED' }));
  });
});

describe('what is owed to a supplier', () => {
  const invoice = { status: 'POSTED', grossAmount: amount(100), paidAmount: amount(40) };

  it('is what is not paid of a posted invoice', () => {
    expect(openPayable(invoice).toString()).toBe('60');
    expect(openPayable({ ...invoice, status: 'APPROVED' }).toString()).toBe('0');
    expect(settle(invoice, amount(-40)).toString()).toBe('0');
  });

  it.each([
    [{ ...invoice, status: 'DRAFT' }, '1', 'INVOICE_NOT_POSTED'],
    [invoice, '60.01', 'SETTLEMENT_OUT_OF_RANGE'],
    [invoice, '-40.01', 'SETTLEMENT_OUT_OF_RANGE'],
    [invoice, '0.00001', 'SETTLEMENT_OUT_OF_RANGE'],
  ])('refuses to settle of %j %s: %s', (owed, paid, code) => {
    expect(() => settle(owed, amount(paid))).toThrow(expect.objectContaining({ code }));
  });

  it('is overdue on the day after it was due', () => {
    const debt = { status: 'POSTED', settlement: 'UNPAID' as const, dueOn: '2026-04-04' };
    expect(payableSettlementOn(debt, parseLocalDate('2026-04-04'))).toBe('UNPAID');
    expect(payableSettlementOn(debt, parseLocalDate('2026-04-05'))).toBe('OVERDUE');
  });
});
