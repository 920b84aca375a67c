import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { Decimal, sum, ZERO } from '../../../modules/kernel/index.js';
import { nextPart } from '../../../modules/purchasing/amounts.rules.js';
import {
  clear,
  priceDifference,
  type Uncleared,
} from '../../../modules/purchasing/clearing.rules.js';
import { owedFor } from '../../../modules/purchasing/goods-receipt.rules.js';

const amount = (value: string | number) => new Decimal(value);

const receipt = (id: string, quantity: string, value: string): Uncleared => ({
  ...{ id, purchaseOrderLineId: 'line', quantity: amount(quantity), value: amount(value) },
  ...{ taken: ZERO, takenValue: ZERO },
});

const billed = (quantity: string) => ({
  purchaseOrderLineId: 'line',
  quantity: amount(quantity),
});

describe('what goods received, not taken hold for a bill', () => {
  it('is the oldest receipts’ value, each by its own price of the day', () => {
    const two = [receipt('first', '10', '100'), receipt('second', '10', '110')];
    const [cleared] = clear([billed('15')], two, 'EUR');
    // All 100 of the first, and half of the second's 110.
    expect(cleared!.value.toString()).toBe('155');
    expect(cleared!.steps.map(({ id, taken }) => [id, taken.toString()])).toEqual([
      ['first', '10'],
      ['second', '5'],
    ]);
  });

  it('goes on where another line of the same bill ended', () => {
    const parts = clear([billed('1'), billed('2')], [receipt('one', '3', '1')], 'EUR');
    expect(parts.map(({ value }) => value.toString())).toEqual(['0.33', '0.67']);
  });

  it('is nothing for a charge, which was not received', () => {
    const charge = { purchaseOrderLineId: 'freight', quantity: amount(1) };
    expect(clear([charge], [receipt('one', '3', '1')], 'EUR')[0]!.steps).toEqual([]);
  });
});

describe('the difference of a bill', () => {
  it.each([
    // 25.00 EUR billed for 20.00 held.
    ['25', '20', '1', 'EUR', '5'],
    // 100 USD at 0.95 for 90.00 EUR held.
    ['100', '90', '0.95', 'EUR', '5'],
    // 10,000 JPY at 0.0061 is 61.00 EUR, less than was held.
    ['10000', '61.5', '0.0061', 'EUR', '-0.5'],
  ])('of %s for %s at %s in %s is %s', (net, held, rate, baseCurrency, difference) => {
    const money = { rate: amount(rate), baseCurrency };
    expect(priceDifference(amount(net), amount(held), money).toString()).toBe(difference);
  });
});

/** Cuts a whole into parts at random places; whole numbers of thousandths. */
const cuts = (total: number) =>
  fc
    .uniqueArray(fc.integer({ min: 1, max: Math.max(1, total - 1) }), { maxLength: 6 })
    .map((places) => {
      const sorted = [0, ...places.filter((place) => place < total).sort((a, b) => a - b), total];
      return sorted.slice(1).map((place, index) => amount(place - sorted[index]!).div(1000));
    });

/** A line of an order, how it comes and how it is billed. */
const story = fc
  .record({
    thousandths: fc.integer({ min: 2, max: 50_000 }),
    cents: fc.integer({ min: 0, max: 10_000_000 }),
    rates: fc.array(fc.integer({ min: 1, max: 30_000 }), { minLength: 7, maxLength: 7 }),
    currency: fc.constantFrom('EUR', 'JPY', 'KWD'),
  })
  .chain((wanted) =>
    fc.record({
      wanted: fc.constant(wanted),
      receipts: cuts(wanted.thousandths),
      invoices: cuts(wanted.thousandths),
    }),
  );

describe('any split of receipts and invoices', () => {
  it('owes the line exactly, when all comes at one rate of one', () => {
    fc.assert(
      fc.property(story, ({ wanted, receipts }) => {
        const line = {
          ...{ id: 'line', quantity: amount(wanted.thousandths).div(1000), currency: 'EUR' },
          ...{ netAmount: amount(wanted.cents).div(100), taxAmount: ZERO, received: ZERO },
        };
        const parts = receipts.map((quantity) => ({ purchaseOrderLineId: 'line', quantity }));
        const owed = owedFor(parts, [line], { rate: amount(1), baseCurrency: 'EUR' });
        expect(owed.every((value) => value.gte(0))).toBe(true);
        expect(sum(owed).toString()).toBe(line.netAmount.toString());
      }),
    );
  });

  it('clears to exactly zero, and takes no more than a receipt holds on the way', () => {
    fc.assert(
      fc.property(story, ({ wanted, receipts, invoices }) => {
        const { currency } = wanted;
        const line = {
          ...{ id: 'line', quantity: amount(wanted.thousandths).div(1000), currency: 'USD' },
          ...{ netAmount: amount(wanted.cents).div(100), taxAmount: ZERO },
        };
        let received = ZERO;
        const open = receipts.map((quantity, index): Uncleared => {
          const rate = amount(wanted.rates[index]!).div(10_000);
          const part = { purchaseOrderLineId: 'line', quantity };
          const [value] = owedFor([part], [{ ...line, received }], {
            rate,
            baseCurrency: currency,
          });
          received = received.add(quantity);
          return { ...part, id: String(index), value: value!, taken: ZERO, takenValue: ZERO };
        });
        let rest = open;
        const taken: Decimal[] = [];
        for (const quantity of invoices) {
          const [one] = clear([{ purchaseOrderLineId: 'line', quantity }], rest, currency);
          taken.push(one!.value);
          rest = rest.map((receiptLine) => {
            const step = one!.steps.find(({ id }) => id === receiptLine.id);
            if (!step) return receiptLine;
            const taken = receiptLine.taken.add(step.taken);
            const takenValue = receiptLine.takenValue.add(step.takenValue);
            expect(step.takenValue.gte(0) && takenValue.lte(receiptLine.value)).toBe(true);
            return { ...receiptLine, taken, takenValue };
          });
        }
        const held = sum(open.map(({ value }) => value));
        expect(held.sub(sum(taken)).toString()).toBe('0');
        expect(rest.every(({ value, takenValue }) => value.eq(takenValue))).toBe(true);
      }),
    );
  });

  it('goes on at the same price beyond what was ordered', () => {
    const line = {
      ...{ quantity: amount(10), currency: 'EUR', netAmount: amount(25) },
      taxAmount: amount('4.75'),
    };
    const part = nextPart(line, amount(8), amount(4));
    expect([part.netAmount.toString(), part.taxAmount.toString()]).toEqual(['10', '1.9']);
  });
});
