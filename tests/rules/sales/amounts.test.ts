import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { canonical, decimal, sum, ZERO } from '../../../modules/kernel/index.js';
import {
  documentAmounts,
  lineAmounts,
  nextPart,
  type Part,
} from '../../../modules/sales/amounts.rules.js';

const pricing = (given: {
  quantity: string;
  unitPrice: string;
  discountPercent?: string;
  taxRatePercent?: string;
  givenTaxAmount?: string;
  currency?: string;
}) => ({
  quantity: decimal(given.quantity),
  unitPrice: decimal(given.unitPrice),
  discountPercent: decimal(given.discountPercent ?? '0'),
  taxRatePercent: decimal(given.taxRatePercent ?? '0'),
  givenTaxAmount: given.givenTaxAmount === undefined ? null : decimal(given.givenTaxAmount),
  currency: given.currency ?? 'USD',
});

describe('pricing a line', () => {
  it.each([
    // quantity × price × (1 − discount), then × rate; worked by hand.
    ['3 at 19.99', { quantity: '3', unitPrice: '19.99' }, '59.97', '0'],
    ['half a cent goes up', { quantity: '1', unitPrice: '0.125' }, '0.13', '0'],
    ['less than half goes down', { quantity: '1', unitPrice: '0.1249' }, '0.12', '0'],
    [
      '7.5 percent off, 19 percent tax',
      { quantity: '4', unitPrice: '33.33', discountPercent: '7.5', taxRatePercent: '19' },
      '123.32', // 133.32 × 0.925 = 123.321
      '23.43', // 123.32 × 0.19 = 23.4308
    ],
    [
      'tax is taken of the rounded net',
      { quantity: '1', unitPrice: '0.125', taxRatePercent: '50' },
      '0.13',
      '0.07', // 0.065; of 0.125 it would have been 0.0625, so 0.06
    ],
    ['all off', { quantity: '2', unitPrice: '9', discountPercent: '100' }, '0', '0'],
    [
      'yen have no minor unit',
      { quantity: '3', unitPrice: '33.5', taxRatePercent: '10', currency: 'JPY' },
      '101', // 100.5
      '10', // 10.1
    ],
    [
      'a given tax is taken as it is',
      { quantity: '1', unitPrice: '100', taxRatePercent: '19', givenTaxAmount: '8' },
      '100',
      '8',
    ],
  ])('%s', (_name, given, net, tax) => {
    const amounts = lineAmounts(pricing(given));
    expect(canonical(amounts.netAmount)).toBe(net);
    expect(canonical(amounts.taxAmount)).toBe(tax);
  });

  it('sums a document without rounding again', () => {
    const line = lineAmounts(pricing({ quantity: '1', unitPrice: '0.125', taxRatePercent: '50' }));
    const { netAmount, taxAmount, grossAmount } = documentAmounts([line, line, line]);
    expect([netAmount, taxAmount, grossAmount].map(canonical)).toEqual(['0.39', '0.21', '0.6']);
  });
});

const part = (quantity: string, net: string, tax: string): Part => ({
  quantity: decimal(quantity),
  netAmount: decimal(net),
  taxAmount: decimal(tax),
});

const NOTHING: Part = { quantity: ZERO, netAmount: ZERO, taxAmount: ZERO };

/** Invoices a line in the parts given and answers them. */
function invoiceInParts(line: Part, quantities: readonly string[]): Part[] {
  const parts: Part[] = [];
  for (const text of quantities) {
    const taken: Part = {
      quantity: sum(parts.map((one) => one.quantity)),
      netAmount: sum(parts.map((one) => one.netAmount)),
      taxAmount: sum(parts.map((one) => one.taxAmount)),
    };
    const quantity = decimal(text);
    parts.push({ quantity, ...nextPart(line, taken, quantity, 'USD') });
  }
  return parts;
}

describe('invoicing a line in parts', () => {
  it('shares 100.00 over three thirds as 33.33, 33.34 and 33.33', () => {
    const parts = invoiceInParts(part('3', '100', '19'), ['1', '1', '1']);
    expect(parts.map((one) => canonical(one.netAmount))).toEqual(['33.33', '33.34', '33.33']);
    expect(parts.map((one) => canonical(one.taxAmount))).toEqual(['6.33', '6.34', '6.33']);
  });

  it('does not let rounding pile up when a few cents are billed in many parts', () => {
    const parts = invoiceInParts(
      part('10', '0.05', '0'),
      Array.from({ length: 10 }, () => '1'),
    );
    expect(parts.every((one) => one.netAmount.gte(0) && one.netAmount.lte('0.01'))).toBe(true);
    expect(canonical(sum(parts.map((one) => one.netAmount)))).toBe('0.05');
  });

  it('lets the last part take what an earlier cancelled part left open', () => {
    const line = part('3', '100', '19');
    const [first, , third] = invoiceInParts(line, ['1', '1', '1']);
    const taken: Part = {
      quantity: decimal('2'),
      netAmount: first!.netAmount.add(third!.netAmount),
      taxAmount: first!.taxAmount.add(third!.taxAmount),
    };
    expect(canonical(nextPart(line, taken, decimal('1'), 'USD').netAmount)).toBe('33.34');
  });

  it('bills the whole line as it is', () => {
    const whole = nextPart(part('3', '100', '19'), NOTHING, decimal('3'), 'USD');
    expect([whole.netAmount, whole.taxAmount].map(canonical)).toEqual(['100', '19']);
  });

  it('sums to the line exactly, and never bills less than nothing, however it is cut', () => {
    const cuts = fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 1, maxLength: 30 });
    const cents = fc.integer({ min: 0, max: 10_000_000 });
    fc.assert(
      fc.property(cuts, cents, cents, (quantities, net, tax) => {
        const whole = quantities.reduce((total, quantity) => total + quantity, 0);
        const line = {
          quantity: decimal(whole),
          netAmount: decimal(net).div(100),
          taxAmount: decimal(tax).div(100),
        };
        const parts = invoiceInParts(line, quantities.map(String));
        const total = documentAmounts(parts);
        expect(total.netAmount.eq(line.netAmount)).toBe(true);
        expect(total.taxAmount.eq(line.taxAmount)).toBe(true);
        const isBelowZero = (one: Part) => one.netAmount.isNegative() || one.taxAmount.isNegative();
        expect(parts.some(isBelowZero)).toBe(false);
      }),
    );
  });
});
