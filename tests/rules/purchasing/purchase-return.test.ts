import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal, sum, ZERO } from '../../../modules/kernel/index.js';
import { clear, type Uncleared } from '../../../modules/purchasing/clearing.rules.js';
import { goingBack, type ReceivedLine } from '../../../modules/purchasing/purchase-return.rules.js';

const amount = (value: string | number) => new Decimal(value);

const came = (quantity: number, value: string, invoiced: number): ReceivedLine => {
  const whole = { quantity: amount(quantity), value: amount(value), taken: ZERO, takenValue: ZERO };
  const line = { id: 'came', purchaseOrderLineId: 'line', ...whole };
  const bill = { purchaseOrderLineId: 'line', quantity: amount(invoiced) };
  const [cleared] = clear([bill], [line], 'EUR');
  return {
    ...{ ...line, invoiced: amount(invoiced), invoicedValue: cleared!.value },
    ...{ returned: ZERO, withdrawn: ZERO, withdrawnValue: ZERO },
  };
};

const told = ({
  withdrawn,
  withdrawnValue,
  toCredit,
  toCreditValue,
  owed,
}: ReturnType<typeof goingBack>) =>
  [withdrawn, withdrawnValue, toCredit, toCreditValue, owed].map(String);

describe('what a part that goes back means for the books', () => {
  it.each([
    // Of ten for 100, nothing is invoiced: all of it is withdrawn at 10 each.
    [came(10, '100', 0), 4, ['4', '40', '0', '0', '40']],
    // All is invoiced: all of it is to be credited.
    [came(10, '100', 10), 4, ['0', '0', '4', '40', '40']],
    // Eight are invoiced: two are withdrawn, two are to be credited.
    [came(10, '100', 8), 4, ['2', '20', '2', '20', '40']],
    // Of three for 10.00 one is invoiced at 3.33: the other two hold 6.67.
    [came(3, '10', 1), 3, ['2', '6.67', '1', '3.33', '10']],
  ])('%#', (line, quantity, expected) => {
    expect(told(goingBack(line, amount(quantity), 'EUR'))).toEqual(expected);
  });

  it('sums exactly, whatever the parts, and bills and credits come to nothing', () => {
    const cases = fc.record({
      quantity: fc.integer({ min: 1, max: 40 }),
      cents: fc.integer({ min: 0, max: 100_000 }),
      invoiced: fc.nat({ max: 40 }),
      parts: fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 8 }),
    });
    fc.assert(
      fc.property(cases, ({ quantity, cents, invoiced, parts }) => {
        const value = amount(cents).div(100).toFixed(2);
        let line = came(quantity, value, Math.min(invoiced, quantity));
        const credits: Uncleared[] = [];
        let left = quantity;
        for (const wanted of parts) {
          const part = Math.min(wanted, left);
          if (part === 0) continue;
          left -= part;
          const gone = goingBack(line, amount(part), 'EUR');
          expect(gone.withdrawn.add(gone.toCredit).toNumber()).toBe(part);
          expect(gone.withdrawnValue.gte(0) && gone.toCreditValue.gte(0)).toBe(true);
          line = {
            ...line,
            returned: line.returned.add(part),
            withdrawn: line.withdrawn.add(gone.withdrawn),
            withdrawnValue: line.withdrawnValue.add(gone.withdrawnValue),
          };
          credits.push({
            ...{ id: String(credits.length), purchaseOrderLineId: 'line' },
            ...{ quantity: gone.toCredit, value: gone.toCreditValue },
            ...{ taken: ZERO, takenValue: ZERO },
          });
        }
        const taken = line.invoiced.add(line.withdrawn);
        // When nothing is left to be billed, the receipt holds exactly nothing.
        if (taken.eq(line.quantity))
          expect(String(line.invoicedValue.add(line.withdrawnValue))).toBe(String(line.value));
        expect(line.returned.sub(line.withdrawn).lte(line.invoiced)).toBe(true);
        // One credit note of everything that went back billed clears it exactly.
        const all = { purchaseOrderLineId: 'line', quantity: sum(credits.map((c) => c.quantity)) };
        const [cleared] = clear([all], credits, 'EUR');
        expect(String(cleared!.value)).toBe(String(sum(credits.map((credit) => credit.value))));
      }),
    );
  });
});
