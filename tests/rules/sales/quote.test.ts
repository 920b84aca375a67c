import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  allowedActions,
  canonical,
  decimal,
  type LocalDate,
  next,
  reachable,
  RuleViolation,
  states,
  sum,
} from '../../../modules/kernel/index.js';
import {
  approvalReasons,
  estimate,
  isExpiredOn,
  lineUnitCosts,
  orderedPart,
  quoteLifecycle,
  quoteVerbs,
  refuseExpired,
  takenOf,
  unitCostOf,
  validUntilOf,
} from '../../../modules/sales/quote.rules.js';

const verbs: readonly string[] = quoteVerbs;

describe('the life of a quote', () => {
  it.each([
    ['DRAFT', ['change', 'submit', 'lose']],
    ['PENDING_APPROVAL', ['approve', 'lose', 'revise']],
    ['APPROVED', ['send', 'lose', 'expire', 'revise']],
    ['SENT', ['accept', 'lose', 'expire', 'revise']],
    ['PARTIALLY_ORDERED', ['accept']],
    ['ACCEPTED', []],
    ['LOST', ['revise']],
    ['EXPIRED', ['revise']],
    ['SUPERSEDED', []],
  ])('a caller may ask of %s for %j', (state, actions) => {
    const asked = allowedActions(quoteLifecycle, state).filter((one) => verbs.includes(one));
    expect(asked).toEqual(actions);
  });

  it('reaches every state, and goes to APPROVED by submitting when nobody has to approve', () => {
    expect([...reachable(quoteLifecycle)].sort()).toEqual(states(quoteLifecycle).sort());
    expect(next(quoteLifecycle, 'DRAFT', 'pass')).toBe('APPROVED');
  });
});

const cost = (material: string, labour = '0', overhead = '0') => ({
  material: decimal(material),
  labour: decimal(labour),
  overhead: decimal(overhead),
});

describe('what a quote would cost and earn', () => {
  it('reckons a line in its own unit: a box of 12 at 1.50 of material costs 18', () => {
    const box = lineUnitCosts(cost('1.5', '0.25', '0.1'), decimal(12));
    const told = [box.materialCost, box.labourCost, box.overheadCost, unitCostOf(box)];
    expect(told.map(canonical)).toEqual(['18', '3', '1.2', '22.2']);
    expect(canonical(unitCostOf(lineUnitCosts(undefined, decimal(12))))).toBe('0');
  });

  it('earns 37.5 % of 80 net that cost 50', () => {
    const line = { ...lineUnitCosts(cost('3', '1.5', '0.5'), decimal(1)), quantity: decimal(10) };
    const told = estimate([line], { netAmount: decimal(80), exchangeRate: decimal(1) }, 'EUR');
    expect(canonical(told.estimatedCost)).toBe('50');
    expect(canonical(told.estimatedMargin)).toBe('30');
    expect(canonical(told.marginPercent!)).toBe('37.5');
  });

  it('earns in base currency: 100 USD at 0.9 are 90 EUR, less 60 are 30, a third', () => {
    const line = { ...lineUnitCosts(cost('20'), decimal(1)), quantity: decimal(3) };
    const told = estimate([line], { netAmount: decimal(100), exchangeRate: decimal('0.9') }, 'EUR');
    expect(canonical(told.estimatedMargin)).toBe('30');
    expect(canonical(told.marginPercent!)).toBe('33.3333');
  });

  it('rounds the cost once for each line: 3 × 0.333 and 7 × 0.333 are 1.00 and 2.33', () => {
    const unit = lineUnitCosts(cost('0.333'), decimal(1));
    const lines = ['3', '7'].map((quantity) => ({ ...unit, quantity: decimal(quantity) }));
    const told = estimate(lines, { netAmount: decimal(10), exchangeRate: decimal(1) }, 'EUR');
    expect(canonical(told.estimatedCost)).toBe('3.33');
  });

  it('loses when the cost is above the net, and has no percent of nothing', () => {
    const line = { ...lineUnitCosts(cost('2'), decimal(1)), quantity: decimal(1) };
    const loss = estimate([line], { netAmount: decimal(1), exchangeRate: decimal(1) }, 'EUR');
    expect(canonical(loss.marginPercent!)).toBe('-100');
    const gift = estimate([line], { netAmount: decimal(0), exchangeRate: decimal(1) }, 'EUR');
    expect(gift.marginPercent).toBeNull();
  });
});

describe('whether a quote needs approval', () => {
  const discount = (percent: string) => [{ discountPercent: decimal(percent) }];
  const margin = (percent: string | null) => ({
    marginPercent: percent === null ? null : decimal(percent),
  });
  const allowed = { minMarginPercent: decimal(20), maxDiscountPercent: decimal(10) };

  it.each([
    ['20', '10', []],
    ['19.9999', '10', ['MARGIN_BELOW_MINIMUM']],
    ['20', '10.0001', ['DISCOUNT_ABOVE_MAXIMUM']],
    ['-5', '50', ['MARGIN_BELOW_MINIMUM', 'DISCOUNT_ABOVE_MAXIMUM']],
    [null, '0', ['MARGIN_BELOW_MINIMUM']],
  ])('at %s %% margin and %s %% discount: %j', (percent, given, expected) => {
    expect(approvalReasons(margin(percent), discount(given), allowed)).toEqual(expected);
  });

  it('never does where the company says nothing', () => {
    const anything = { minMarginPercent: null, maxDiscountPercent: null };
    expect(approvalReasons(margin('-80'), discount('100'), anything)).toEqual([]);
  });

  it('does for any discount where the company allows none', () => {
    const none = { minMarginPercent: null, maxDiscountPercent: decimal(0) };
    expect(approvalReasons(margin('50'), discount('0.0001'), none)).toEqual([
      'DISCOUNT_ABOVE_MAXIMUM',
    ]);
  });
});

describe('the last day of a quote', () => {
  it('is told, or 30 days after its own', () => {
    expect(validUntilOf(null, '2026-03-02' as LocalDate)).toBe('2026-04-01');
    expect(validUntilOf('2026-03-02', '2026-03-02' as LocalDate)).toBe('2026-03-02');
    expect(() => validUntilOf('2026-03-01', '2026-03-02' as LocalDate)).toThrow(RuleViolation);
  });

  it('still takes an order, the day after does not', () => {
    const quote = { status: 'SENT', validUntil: '2026-03-31' };
    expect(isExpiredOn(quote, '2026-03-31')).toBe(false);
    expect(isExpiredOn(quote, '2026-04-01')).toBe(true);
    expect(isExpiredOn({ ...quote, status: 'ACCEPTED' }, '2026-04-01')).toBe(false);
    expect(() => refuseExpired(quote, '2026-03-31')).not.toThrow();
    expect(() => refuseExpired(quote, '2026-04-01')).toThrow(
      'The quote was valid until 2026-03-31.',
    );
  });
});

const line = (id: string, quantity: string, ordered = '0') => ({
  id,
  quantity: decimal(quantity),
  ordered: decimal(ordered),
});

describe('what is ordered of a quote', () => {
  const lines = [line('a', '10', '4'), line('b', '5', '5'), line('c', '1')];

  it('is all that is open when nothing is told', () => {
    const taken = [...takenOf(lines, null)].map(([id, quantity]) => [id, canonical(quantity)]);
    expect(taken).toEqual([
      ['a', '6'],
      ['c', '1'],
    ]);
  });

  it.each([
    [
      [{ quoteLineId: 'a', quantity: '6.000000001' }],
      'ORDER_EXCEEDS_QUOTE',
      ['lines', 0, 'quantity'],
    ],
    [[{ quoteLineId: 'a', quantity: '0' }], 'QUANTITY_OUT_OF_RANGE', ['lines', 0, 'quantity']],
    [[{ quoteLineId: 'x', quantity: '1' }], 'NOT_FOUND', ['lines', 0, 'quoteLineId']],
    [
      [
        { quoteLineId: 'a', quantity: '1' },
        { quoteLineId: 'a', quantity: '1' },
      ],
      'LINE_REPEATED',
      ['lines', 1],
    ],
    [[], 'LINES_MISSING', ['lines']],
  ])('is refused: %j is %s', (wanted, code, path) => {
    const told = wanted.map((one) => ({ ...one, quantity: decimal(one.quantity) }));
    const refusal = (() => {
      try {
        return takenOf(lines, told);
      } catch (error) {
        return error as RuleViolation;
      }
    })();
    expect(refusal).toMatchObject({ code, path });
  });

  it('says how much of the quote it is', () => {
    expect(orderedPart([line('a', '2'), line('b', '1')])).toBe('NONE');
    expect(orderedPart([line('a', '2', '2'), line('b', '1')])).toBe('SOME');
    expect(orderedPart([line('a', '2', '2'), line('b', '1', '1')])).toBe('ALL');
  });

  it('is never more in all than was quoted, in however many orders', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.array(fc.integer({ min: 1, max: 20 })),
        (quoted, wishes) => {
          let now = line('a', String(quoted));
          const taken = wishes.map((wish) => {
            try {
              const part = takenOf([now], [{ quoteLineId: 'a', quantity: decimal(wish) }]).get(
                'a',
              )!;
              now = { ...now, ordered: now.ordered.add(part) };
              return part;
            } catch (error) {
              expect((error as RuleViolation).code).toBe('ORDER_EXCEEDS_QUOTE');
              return decimal(0);
            }
          });
          expect(sum(taken).lte(quoted)).toBe(true);
          expect(canonical(now.ordered)).toBe(canonical(sum(taken)));
        },
      ),
    );
  });
});
