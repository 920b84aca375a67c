import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  canonical,
  decimal,
  Decimal,
  parseLocalDate,
  sum,
  ZERO,
} from '../../../modules/kernel/index.js';
import { InvoiceNotPosted, SettlementOutOfRange } from '../../../modules/sales/errors.js';
import {
  openBaseAmount,
  settle,
  settlementOn,
  settlementStatus,
  type SettlementStatus,
} from '../../../modules/sales/sales-invoice.rules.js';

describe('how far an invoice is paid', () => {
  it.each([
    ['100', '0', 'UNPAID'],
    ['100', '0.01', 'PARTIALLY_PAID'],
    ['100', '99.99', 'PARTIALLY_PAID'],
    ['100', '100', 'PAID'],
    ['0', '0', 'PAID'],
  ])('of %s, %s paid is %s', (gross, paid, status) => {
    const owed = { grossAmount: decimal(gross), paidAmount: decimal(paid) };
    expect(settlementStatus(owed)).toBe(status);
  });

  it.each<[string, SettlementStatus, string | null, string, string]>([
    ['POSTED', 'UNPAID', '2026-03-31', '2026-03-31', 'UNPAID'],
    ['POSTED', 'UNPAID', '2026-03-31', '2026-04-01', 'OVERDUE'],
    ['POSTED', 'PARTIALLY_PAID', '2026-03-31', '2026-04-01', 'OVERDUE'],
    ['POSTED', 'PAID', '2026-03-31', '2027-01-01', 'PAID'],
    ['DRAFT', 'UNPAID', null, '2027-01-01', 'UNPAID'],
  ])('%s and %s, due on %s, seen on %s is %s', (status, settlement, dueOn, today, seen) => {
    expect(settlementOn({ status, settlement, dueOn }, parseLocalDate(today))).toBe(seen);
  });
});

describe('settling an invoice', () => {
  const posted = { status: 'POSTED', grossAmount: decimal('100'), paidAmount: decimal('40') };

  it('takes what is open, and gives back what was paid', () => {
    expect(canonical(settle(posted, decimal('60')))).toBe('100');
    expect(canonical(settle(posted, decimal('-40')))).toBe('0');
  });

  it('refuses a cent too much on either side', () => {
    expect(() => settle(posted, decimal('60.01'))).toThrow(SettlementOutOfRange);
    expect(() => settle(posted, decimal('-40.01'))).toThrow(SettlementOutOfRange);
  });

  it.each([decimal('0.00001'), new Decimal(NaN), decimal('1e30')])(
    'refuses %s, which no amount column holds',
    (amount) => {
      expect(() => settle(posted, amount)).toThrow(SettlementOutOfRange);
    },
  );

  it('refuses an invoice that is no claim yet', () => {
    expect(() => settle({ ...posted, status: 'APPROVED' }, decimal('1'))).toThrow(InvoiceNotPosted);
  });
});

describe('what an order still has to invoice', () => {
  it('is worth the gross amount at the rate of the order', () => {
    const order = { grossAmount: decimal('119'), exchangeRate: decimal('1.0837') };
    expect(canonical(openBaseAmount(order, ZERO, 'EUR'))).toBe('128.96'); // 128.9603
    expect(canonical(openBaseAmount(order, decimal('119'), 'EUR'))).toBe('0');
  });

  it('falls by steps that sum to the amount at confirmation exactly', () => {
    const cents = fc.integer({ min: 1, max: 1_000_000 });
    const rates = fc.integer({ min: 1, max: 10_000_000 });
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1, maxLength: 20 }), rates, (bills, rate) => {
        const amounts = bills.map((bill) => decimal(bill).div(100));
        const order = { grossAmount: sum(amounts), exchangeRate: decimal(rate).div(1_000_000) };
        let invoiced = ZERO;
        const steps = amounts.map((amount) => {
          const before = openBaseAmount(order, invoiced, 'EUR');
          invoiced = invoiced.add(amount);
          return before.sub(openBaseAmount(order, invoiced, 'EUR'));
        });
        expect(sum(steps).eq(openBaseAmount(order, ZERO, 'EUR'))).toBe(true);
      }),
    );
  });
});
