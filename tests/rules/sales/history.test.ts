import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  decimal,
  isNumberOf,
  parseLocalDate,
  RuleViolation,
  newReasons,
  roundMoney,
  sum,
  ZERO,
} from '../../../modules/kernel/index.js';
import { lineAmounts } from '../../../modules/sales/amounts.rules.js';
import { HistoryAmountMismatch } from '../../../modules/sales/historic.errors.js';
import { historyDocuments } from '../../../modules/sales/history-documents.rules.js';
import { agreedNet } from '../../../modules/sales/history-line.rules.js';
import {
  historicNumber,
  historyDigest,
  pastDate,
  type SalesOrderHistoryInput,
} from '../../../modules/sales/history.rules.js';

const PATTERN = 'SO-{YYYY}-{#####}';

describe('a number of the system before', () => {
  it.each([
    ['SO43659', PATTERN, 'SO43659'],
    ['SO-2019-00017', PATTERN, 'H/SO-2019-00017'],
    ['SO-2019-123456', PATTERN, 'H/SO-2019-123456'],
    ['SO-2019-0017', PATTERN, 'SO-2019-0017'],
    ['4711', '{#}', 'H/4711'],
    ['2019.07', '{YYYY}.{##}', 'H/2019.07'],
    ['2019x07', '{YYYY}.{##}', '2019x07'],
    ['19130', '{YY}{MM}{#}', '19130'],
    ['19120', '{YY}{MM}{#}', 'H/19120'],
    [' A-1 ', undefined, 'A-1'],
  ])('%j beside the series %s is %s', (number, pattern, kept) => {
    expect(historicNumber(number, pattern)).toBe(kept);
  });

  it('is marked again where the series has the mark itself, and says something', () => {
    expect(historicNumber('SO-7', 'H/SO-{#}')).toBe('SO-7');
    expect(historicNumber('H/SO-7', 'H/SO-{#}')).toBe('H/H/SO-7');
    expect(() => historicNumber('   ', '{#}')).toThrow(RuleViolation);
  });

  it('never is one that the series could give', () => {
    const patterns = fc.constantFrom(PATTERN, '{#}', 'H/{YYYY}{###}', '{YY}{MM}/{##}', 'A.{####}');
    fc.assert(
      fc.property(patterns, fc.stringMatching(/^[AHSO/.0-9-]{1,12}$/), (pattern, number) => {
        expect(isNumberOf(pattern, historicNumber(number, pattern))).toBe(false);
      }),
    );
  });
});

describe('the net amount of a finished line', () => {
  const pricing = (quantity: string, unitPrice: string, discountPercent = '0') => ({
    quantity: decimal(quantity),
    unitPrice: decimal(unitPrice),
    discountPercent: decimal(discountPercent),
    currency: 'USD',
  });
  const cent = decimal('0.01');

  it.each([
    // 3 × 33.333 × 0.98 = 97.99902: one cent away at most.
    ['97.99', true],
    ['98', true],
    ['98.01', false],
    ['97.98', false],
  ])('%s of 97.99902 agrees: %s', (given, agrees) => {
    const net = () => agreedNet(decimal(given), pricing('3', '33.333', '2'), cent);
    if (agrees) expect(net().toFixed()).toBe(decimal(given).toFixed());
    else expect(net).toThrow(HistoryAmountMismatch);
  });

  it('is always accepted as it would be rounded', () => {
    const amounts = fc.integer({ min: 0, max: 10_000_000 });
    fc.assert(
      fc.property(amounts, amounts, fc.integer({ min: 0, max: 10_000 }), (quantity, price, off) => {
        const priced = {
          quantity: decimal(quantity).add(1).div(1000),
          unitPrice: decimal(price).div(10_000),
          discountPercent: decimal(off).div(100),
          currency: 'USD',
        };
        const none = { taxRatePercent: ZERO, givenTaxAmount: null };
        const { netAmount } = lineAmounts({ ...priced, ...none });
        expect(agreedNet(netAmount, priced, cent)).toBe(netAmount);
        expect(agreedNet(null, priced, cent).eq(netAmount)).toBe(true);
      }),
    );
  });
});

describe('the documents of a finished order', () => {
  const today = parseLocalDate('2026-11-24');
  const documentOn = parseLocalDate('2019-03-04');
  const line = (id: string, kind: 'ITEM' | 'CHARGE', quantity: string, net: string) => ({
    ...{ id, kind, itemId: kind === 'ITEM' ? id : null, description: id, unit: 'C62' },
    ...{ stockFactor: decimal(1), quantity: decimal(quantity), unitPrice: ZERO },
    ...{ discountPercent: ZERO, currency: 'USD', netAmount: decimal(net), taxAmount: ZERO },
  });

  it('are one delivery and one invoice of all when none is told', () => {
    const made = newReasons();
    const lines = [line('a', 'ITEM', '4', '10'), line('f', 'CHARGE', '1', '2')];
    const wanted = { documentOn, today, deliveries: null, invoices: null };
    const { deliveries, invoices, lines: after } = historyDocuments(lines, wanted, made);
    expect(made.list).toEqual([]);
    expect(deliveries.map(({ shippedOn, parts }) => [shippedOn, parts.length])).toEqual([
      ['2019-03-04', 1],
    ]);
    expect(invoices.map(({ postedOn, dueOn, parts }) => [postedOn, dueOn, parts.length])).toEqual([
      ['2019-03-04', '2019-03-04', 2],
    ]);
    expect(after.map(({ status }) => status)).toEqual(['INVOICED', 'INVOICED']);
  });

  it('are none of what never left, which is billed by nothing', () => {
    const made = newReasons();
    const wanted = { documentOn, today, deliveries: [], invoices: null };
    const documents = historyDocuments([line('a', 'ITEM', '4', '10')], wanted, made);
    expect(made.list).toEqual([]);
    expect([documents.deliveries, documents.invoices]).toEqual([[], []]);
    expect(documents.lines[0]!.status).toBe('OPEN');
  });

  it('sum to the line exactly, into however many parts it was billed', () => {
    const parts = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(parts, fc.integer({ min: 0, max: 100_000 }), (quantities, cents) => {
        const whole = quantities.reduce((total, one) => total + one, 0);
        const net = decimal(cents).div(100).toFixed();
        const invoices = quantities.map((one) => ({
          postedOn: '2019-03-05',
          lines: [{ position: 1, quantity: decimal(one) }],
        }));
        const made = newReasons();
        const drafted = [line('a', 'ITEM', String(whole), net)];
        const wanted = { documentOn, today, deliveries: null, invoices };
        const documents = historyDocuments(drafted, wanted, made);
        expect(made.list).toEqual([]);
        const billed = documents.invoices.flatMap((one) => one.parts.map((part) => part.netAmount));
        expect(sum(billed).toFixed()).toBe(roundMoney(decimal(net), 'USD').toFixed());
      }),
    );
  });
});

describe('a row that comes again', () => {
  const row: SalesOrderHistoryInput = {
    ...{ companyId: 'c', customerId: 'k', warehouseId: 'w', documentOn: '2019-03-04' },
    externalRefs: [{ system: 'old', key: '1' }],
    lines: [{ itemId: 'i', quantity: decimal('4.0'), unitPrice: decimal('1.50') }],
  };

  it('is known by what it says, not by how it is written', () => {
    const same = { ...row, number: null, lines: [{ ...row.lines[0]!, unitPrice: decimal('1.5') }] };
    expect(historyDigest(same)).toBe(historyDigest(row));
    expect(historyDigest({ ...row, number: '7' })).not.toBe(historyDigest(row));
  });
});

describe('a day of history', () => {
  it('is today at the latest', () => {
    const today = parseLocalDate('2026-11-24');
    expect(pastDate('2026-11-24', today)).toBe('2026-11-24');
    expect(() => pastDate('2026-11-25', today)).toThrow('still to come');
  });
});
