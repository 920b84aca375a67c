import { describe, expect, it } from 'vitest';
import { canonical, decimal, NothingToCredit, sum, ZERO } from '../../../modules/kernel/index.js';
import {
  type BilledLine,
  type CreditedPart,
  toCredit,
  toCreditReturned,
} from '../../../modules/sales/credit-note.rules.js';
import { type Random, randomly } from './randomly.js';

/** Ten at 9.99 with 19 % tax: net 99.90, tax 18.98. */
const line = (patch: Partial<BilledLine> = {}): BilledLine => ({
  id: 'a',
  salesOrderLineId: 'o',
  currency: 'EUR',
  quantity: decimal(10),
  netAmount: decimal('99.9'),
  taxAmount: decimal('18.98'),
  creditedQuantity: ZERO,
  creditedNet: ZERO,
  creditedTax: ZERO,
  ...patch,
});

/** The line after one more credit note. */
const after = (before: BilledLine, part: CreditedPart): BilledLine => ({
  ...before,
  creditedQuantity: before.creditedQuantity.add(part.quantity),
  creditedNet: before.creditedNet.add(part.netAmount),
  creditedTax: before.creditedTax.add(part.taxAmount),
});

const wanted = (quantity: string | null, netAmount: string | null = null) => ({
  salesInvoiceLineId: 'a',
  quantity: quantity === null ? null : decimal(quantity),
  netAmount: netAmount === null ? null : decimal(netAmount),
});

const told = ({ quantity, netAmount, taxAmount }: CreditedPart) =>
  [quantity, netAmount, taxAmount].map(canonical);

describe('what a credit note takes', () => {
  it('is the share of the quantity, and the last part takes the rest', () => {
    // Three of ten: 99.90 × 0.3 = 29.97, 18.98 × 0.3 = 5.694, rounded 5.69. Of what is left, 69.93
    // and 13.29, three of seven are 29.97 and 5.6957…; the last four take the rest.
    const [first] = toCredit([line()], [wanted('3')]);
    expect(told(first!)).toEqual(['3', '29.97', '5.69']);
    const second = toCredit([after(line(), first!)], [wanted('3')])[0]!;
    expect(told(second)).toEqual(['3', '29.97', '5.7']);
    const last = toCredit([after(after(line(), first!), second)], null)[0]!;
    expect(told(last)).toEqual(['4', '39.96', '7.59']);
  });

  it('takes a price back without a quantity, with its share of the tax', () => {
    // 18.98 × 9.99 / 99.90 = 1.898.
    const [part] = toCredit([line()], [wanted(null, '9.99')]);
    expect(told(part!)).toEqual(['0', '9.99', '1.9']);
    // Ten pieces are worth 89.91 now, so five are worth 44.955: 44.96 with half of 17.08.
    const next = toCredit([after(line(), part!)], [wanted('5')])[0]!;
    expect(told(next)).toEqual(['5', '44.96', '8.54']);
  });

  it('takes a quantity at the amount that was agreed on', () => {
    expect(told(toCredit([line()], [wanted('10', '50')])[0]!)).toEqual(['10', '50', '9.5']);
  });

  it.each<[string, ReturnType<typeof wanted>, string, string]>([
    ['more than was billed', wanted('11'), 'CREDIT_EXCEEDS_INVOICED', 'quantity'],
    ['a greater amount', wanted(null, '99.91'), 'CREDIT_AMOUNT_EXCEEDS_INVOICED', 'netAmount'],
    ['what cannot be paid', wanted(null, '0.001'), 'CREDIT_AMOUNT', 'netAmount'],
    ['less than nothing', wanted(null, '-1'), 'AMOUNT_OUT_OF_RANGE', 'netAmount'],
  ])('refuses %s', (_name, one, code, field) => {
    expect(refusalOf(() => toCredit([line()], [one]))).toMatchObject({
      code,
      path: ['lines', 0, field],
    });
  });

  it('refuses what says nothing, and finds nothing where all is credited', () => {
    expect(refusalOf(() => toCredit([line()], [wanted(null)]))).toMatchObject({
      code: 'CREDIT_OF_NOTHING',
    });
    const [all] = toCredit([line()], null);
    expect(() => toCredit([after(line(), all!)], null)).toThrow(NothingToCredit);
  });

  it('of a return is what came back, as far as this invoice billed it', () => {
    const returned = [{ salesOrderLineId: 'o', quantity: decimal(4) }];
    const lines = [line({ creditedQuantity: decimal(9), creditedNet: decimal('89.91') })];
    expect(toCreditReturned(lines, returned).map(told)).toEqual([['1', '9.99', '18.98']]);
    const others = [{ salesOrderLineId: 'x', quantity: decimal(4) }];
    expect(() => toCreditReturned(lines, others)).toThrow(NothingToCredit);
  });
});

function refusalOf(rule: () => unknown): unknown {
  try {
    return rule();
  } catch (error) {
    return error;
  }
}

/** A line of any size, cut into credits of quantities and of prices until nothing is left. */
function cut(random: Random, whole: BilledLine): CreditedPart[] {
  const parts: CreditedPart[] = [];
  let now = whole;
  while (now.creditedQuantity.lt(now.quantity)) {
    const left = now.quantity.sub(now.creditedQuantity).toNumber();
    const leftNet = now.netAmount.sub(now.creditedNet);
    const isPrice = random.between(0, 3) === 0 && leftNet.gt(0);
    const price = leftNet.mul(random.between(1, 100)).div(100).toDecimalPlaces(2, 0);
    const [part] = toCredit(
      [now],
      [
        isPrice && price.gt(0)
          ? { salesInvoiceLineId: 'a', netAmount: price }
          : { salesInvoiceLineId: 'a', quantity: decimal(random.between(1, left)) },
      ],
    );
    parts.push(part!);
    now = after(now, part!);
  }
  return parts;
}

describe('credits of a line in parts', () => {
  it('sum to the line exactly and never go beyond it', () => {
    randomly(300, (random) => {
      const whole = line({
        quantity: decimal(random.between(1, 12)),
        netAmount: decimal(random.between(0, 99_999)).div(100),
        taxAmount: decimal(random.between(0, 9_999)).div(100),
      });
      const parts = cut(random, whole);
      for (const column of ['quantity', 'netAmount', 'taxAmount'] as const) {
        expect(parts.every((part) => part[column].gte(0))).toBe(true);
        expect(canonical(sum(parts.map((part) => part[column])))).toBe(canonical(whole[column]));
      }
    });
  });
});
