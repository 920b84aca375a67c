import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { balance, entryLines, type Posting } from '../../../modules/finance/entry.rules.js';
import { redLetters } from '../../../modules/finance/journal-entry.rules.js';
import { postingRules } from '../../../modules/finance/posting.rules.js';
import { Decimal, decimal, roundMoney } from '../../../modules/kernel/index.js';

const usd = { currency: 'USD', exchangeRate: decimal(1), baseCurrency: 'USD' };
const euro = { currency: 'EUR', exchangeRate: decimal('1.1'), baseCurrency: 'USD' };

const page = (postings: Posting[], rate = usd) =>
  entryLines(postings, rate).map(({ role, side, amount, baseAmount }) =>
    [side, role, amount, baseAmount].join(' '),
  );

const customer = { direction: 'RECEIVED', customerId: 'customer', supplierId: null } as const;
const sale = { customerId: 'customer', salesOrderId: 'order' };
const invoice = { ...sale, salesInvoiceId: 'invoice' };
const line = { salesOrderLineId: 'line', itemId: 'item', kind: 'ITEM' as const };

describe('posting what happened', () => {
  it('takes opening stock into inventory against the opening balance', () => {
    const postings = postingRules['inventory.stockOpened']({
      itemId: 'item',
      value: decimal('1234.5678'),
    });
    expect(page(postings)).toEqual([
      'DEBIT INVENTORY 1234.5678 1234.5678',
      'CREDIT OPENING_BALANCE 1234.5678 1234.5678',
    ]);
  });

  it('moves the cost of a delivery from inventory to cost of sales, line by line', () => {
    // Perpetual inventory, IAS 2.34: what is sold becomes an expense when its revenue is earned.
    const postings = postingRules['sales.deliveryShipped']({
      ...sale,
      lines: [
        { salesOrderLineId: 'a', itemId: 'x', value: decimal('30') },
        { salesOrderLineId: 'b', itemId: 'y', value: decimal('12.5') },
      ],
    });
    expect(page(postings)).toEqual([
      'DEBIT COST_OF_SALES 30 30',
      'CREDIT INVENTORY 30 30',
      'DEBIT COST_OF_SALES 12.5 12.5',
      'CREDIT INVENTORY 12.5 12.5',
    ]);
  });

  it('leaves out a line that is worth nothing', () => {
    const lines = [{ salesOrderLineId: 'a', itemId: 'x', value: decimal(0) }];
    expect(page(postingRules['sales.deliveryShipped']({ ...sale, lines }))).toEqual([]);
  });

  it('bills goods, freight and tax to the customer', () => {
    // 100.00 of goods at 19 %, 10.00 of freight at 19 %: 119.00 + 11.90 = 130.90.
    const postings = postingRules['sales.salesInvoicePosted']({
      ...invoice,
      lines: [
        { ...line, net: decimal(100), tax: decimal(19) },
        { ...line, itemId: null, kind: 'CHARGE', net: decimal(10), tax: decimal('1.9') },
      ],
    });
    expect(page(postings)).toEqual([
      'DEBIT RECEIVABLES 130.9 130.9',
      'CREDIT REVENUE 100 100',
      'CREDIT CHARGES_REVENUE 10 10',
      'CREDIT OUTPUT_VAT 20.9 20.9',
    ]);
  });

  it('puts what rounding to base currency leaves over on the rounding account', () => {
    // 0.05 EUR three times at 1.1 is 0.06 each (0.055 rounded); the sum, 0.15, is 0.17 (0.165).
    const lines = [1, 2, 3].map(() => ({ ...line, net: decimal('0.05'), tax: decimal(0) }));
    const postings = postingRules['sales.salesInvoicePosted']({ ...invoice, lines });
    expect(page(postings, euro)).toEqual([
      'DEBIT RECEIVABLES 0.15 0.17',
      'CREDIT REVENUE 0.05 0.06',
      'CREDIT REVENUE 0.05 0.06',
      'CREDIT REVENUE 0.05 0.06',
      'DEBIT ROUNDING 0 0.01',
    ]);
  });

  it('posts a payment to the invoice at its rate and the loss against the payment', () => {
    // 100 EUR billed at 1.20 and paid at 1.10: 120 USD are settled by 110 USD, 10 USD are lost.
    const postings = postingRules['finance.paymentPosted']({
      ...customer,
      amount: decimal(150),
      base: decimal(165),
      open: decimal(50),
      openBase: decimal(55),
      settlements: [
        {
          salesInvoiceId: 'invoice',
          salesOrderId: 'order',
          amount: decimal(100),
          invoiceBase: decimal(120),
          paymentBase: decimal(110),
        },
      ],
    });
    expect(page(postings, euro)).toEqual([
      'DEBIT BANK 150 165',
      'CREDIT RECEIVABLES 100 120',
      'DEBIT EXCHANGE_LOSS 0 10',
      'CREDIT RECEIVABLES 50 55',
    ]);
  });

  it('moves a later allocation from the account of the customer, with its gain', () => {
    const postings = postingRules['finance.paymentAllocated']({
      ...customer,
      settlements: [
        {
          salesInvoiceId: 'invoice',
          salesOrderId: 'order',
          amount: decimal(100),
          invoiceBase: decimal(105),
          paymentBase: decimal(110),
        },
      ],
    });
    expect(page(postings, euro)).toEqual([
      'DEBIT RECEIVABLES 100 110',
      'CREDIT RECEIVABLES 100 105',
      'CREDIT EXCHANGE_GAIN 0 5',
    ]);
  });

  it('throws for a rule that does not balance', () => {
    const postings: Posting[] = [
      { role: 'BANK', side: 'DEBIT', amount: decimal(1), dimensions: {} },
    ];
    expect(() => entryLines(postings, usd)).toThrow('does not balance');
  });
});

const cents = fc.integer({ min: 0, max: 1_000_000_00 }).map((n) => new Decimal(n).div(100));
const rates = fc.integer({ min: 1, max: 9_999_999 }).map((n) => new Decimal(n).div(100_000));
const bill = fc.array(fc.record({ net: cents, tax: cents, isCharge: fc.boolean() }), {
  minLength: 1,
  maxLength: 30,
});

describe('any posting', () => {
  it('balances in its own and in base currency, whatever the amounts and the rate', () => {
    fc.assert(
      fc.property(bill, rates, (lines, exchangeRate) => {
        const postings = postingRules['sales.salesInvoicePosted']({
          ...invoice,
          lines: lines.map(({ net, tax, isCharge }) => {
            return { ...line, kind: isCharge ? 'CHARGE' : 'ITEM', net, tax } as const;
          }),
        });
        const left = balance(entryLines(postings, { ...euro, exchangeRate }));
        expect(left.amount.isZero() && left.base.isZero()).toBe(true);
      }),
    );
  });

  it('balances for payments of invoices at other rates', () => {
    const parts = fc.array(fc.record({ amount: cents, at: rates }), { maxLength: 10 });
    fc.assert(
      fc.property(parts, cents, rates, (settled, open, exchangeRate) => {
        const rate = { ...euro, exchangeRate };
        const settlements = settled.map(({ amount, at }) => ({
          salesInvoiceId: 'invoice',
          salesOrderId: 'order',
          amount,
          invoiceBase: roundMoney(amount.mul(at), 'USD'),
          paymentBase: roundMoney(amount.mul(exchangeRate), 'USD'),
        }));
        const openBase = roundMoney(open.mul(exchangeRate), 'USD');
        const postings = postingRules['finance.paymentPosted']({
          ...customer,
          amount: settlements.reduce((total, { amount }) => total.add(amount), open),
          base: settlements.reduce((total, { paymentBase }) => total.add(paymentBase), openBase),
          open,
          openBase,
          settlements,
        });
        const left = balance(entryLines(postings, rate));
        expect(left.amount.isZero() && left.base.isZero()).toBe(true);
      }),
    );
  });

  it('sums to zero on each account together with its red letters', () => {
    fc.assert(
      fc.property(bill, rates, (lines, exchangeRate) => {
        const postings = postingRules['sales.salesInvoicePosted']({
          ...invoice,
          lines: lines.map(({ net, tax }) => ({ ...line, net, tax })),
        });
        const posted = entryLines(postings, { ...euro, exchangeRate });
        const red = redLetters(posted);
        posted.forEach(({ side, role, amount, baseAmount }, index) => {
          expect(red[index]).toMatchObject({ side, role });
          expect(red[index]?.amount.add(amount).isZero()).toBe(true);
          expect(red[index]?.baseAmount.add(baseAmount).isZero()).toBe(true);
        });
      }),
    );
  });
});
