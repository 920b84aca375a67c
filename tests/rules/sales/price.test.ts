import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { canonical, decimal } from '../../../modules/kernel/index.js';
import { type ListedPrice, priceOf, type PriceWanted } from '../../../modules/sales/price.rules.js';

/** Counted in pieces, also sold in boxes of twelve. */
const bolt = { stockUnit: 'C62', units: [{ unit: 'BX', factor: decimal(12) }] };

function price(
  told: Partial<Omit<ListedPrice, 'minQuantity' | 'unitPrice'>> & {
    at: string;
    from?: string;
  },
): ListedPrice {
  const { at, from = '0', ...rest } = told;
  return {
    id: `p${at}`,
    priceListId: 'general',
    code: 'GENERAL',
    companyId: 'acme',
    customerId: null,
    currency: 'EUR',
    itemId: 'bolt',
    unit: 'C62',
    minQuantity: decimal(from),
    unitPrice: decimal(at),
    listFrom: null,
    listTo: null,
    validFrom: null,
    validTo: null,
    ...rest,
  };
}

function wanted(quantity: string, told: Partial<PriceWanted> = {}): PriceWanted {
  return {
    companyId: 'acme',
    customerId: 'wheel',
    currency: 'EUR',
    on: '2026-03-02',
    itemId: 'bolt',
    unit: 'C62',
    quantity: decimal(quantity),
    ...told,
  };
}

function at(want: PriceWanted, ...prices: ListedPrice[]): string | null {
  const found = priceOf(want, prices, bolt);
  return found && canonical(found.unitPrice);
}

describe('the price of an item', () => {
  const breaks = [
    price({ at: '2' }),
    price({ at: '1.8', from: '10' }),
    price({ at: '1.5', from: '100' }),
  ];

  it.each([
    ['1', '2'],
    ['9.999', '2'],
    ['10', '1.8'],
    ['99', '1.8'],
    ['100', '1.5'],
    ['5000', '1.5'],
  ])('for %s is that of the largest break it reaches: %s', (quantity, expected) => {
    expect(at(wanted(quantity), ...breaks)).toBe(expected);
  });

  it("comes from the customer's own list, though everybody's is lower", () => {
    const own = price({ at: '2.2', customerId: 'wheel' });
    expect(at(wanted('100'), ...breaks, own)).toBe('2.2');
    expect(at(wanted('100', { customerId: 'other' }), ...breaks, own)).toBe('1.5');
  });

  it("falls back to everybody's list where the customer's begins at a larger quantity", () => {
    const own = price({ at: '1.2', from: '500', customerId: 'wheel' });
    expect(at(wanted('100'), ...breaks, own)).toBe('1.5');
  });

  it.each([
    ['2026-02-28', null],
    ['2026-03-01', '1'],
    ['2026-03-31', '1'],
    ['2026-04-01', null],
  ])('on %s, of a price that holds in March, is %s', (on, expected) => {
    const march = price({ at: '1', validFrom: '2026-03-01', validTo: '2026-03-31' });
    expect(at(wanted('1', { on }), march)).toBe(expected);
    const list = price({ at: '1', listFrom: '2026-03-01', listTo: '2026-03-31' });
    expect(at(wanted('1', { on }), list)).toBe(expected);
  });

  it('is the one that began last where two hold', () => {
    const since = price({ at: '3', validFrom: '2026-03-01' });
    expect(at(wanted('1'), price({ at: '2' }), since)).toBe('3');
  });

  it('is never of another currency, company, item or list than wanted', () => {
    expect(at(wanted('1', { currency: 'USD' }), ...breaks)).toBeNull();
    expect(at(wanted('1', { companyId: 'other' }), ...breaks)).toBeNull();
    expect(at(wanted('1', { itemId: 'nut' }), ...breaks)).toBeNull();
    expect(at(wanted('1', { priceListId: 'special' }), ...breaks)).toBeNull();
  });

  it('is worked out from another unit of the item: a box of 12 at 2 each costs 24', () => {
    expect(at(wanted('1', { unit: 'BX' }), price({ at: '2' }))).toBe('24');
    // 1 box is 12 pieces and reaches the break of 10; 30 ÷ 12 = 2.5 for a piece out of a box.
    expect(at(wanted('1', { unit: 'BX' }), ...breaks)).toBe('21.6');
    expect(at(wanted('12'), price({ at: '30', unit: 'BX', from: '1' }))).toBe('2.5');
    expect(at(wanted('11'), price({ at: '30', unit: 'BX', from: '1' }))).toBeNull();
    expect(at(wanted('1', { unit: 'KGM' }), price({ at: '2' }))).toBeNull();
  });

  it('is the one in the wanted unit before one that has to be converted', () => {
    const box = price({ at: '20', unit: 'BX' });
    expect(at(wanted('24'), price({ at: '2' }), box)).toBe('2');
    expect(at(wanted('2', { unit: 'BX' }), price({ at: '2' }), box)).toBe('20');
  });

  const anyPrice = fc.record({
    id: fc.uuid(),
    at: fc.integer({ min: 1, max: 9 }).map(String),
    from: fc.integer({ min: 0, max: 20 }).map(String),
    customerId: fc.constantFrom(null, 'wheel', 'other'),
    unit: fc.constantFrom('C62', 'BX'),
    validFrom: fc.constantFrom(null, '2026-01-01', '2026-03-03'),
  });

  it('does not depend on the order in which prices are found', () => {
    fc.assert(
      fc.property(fc.array(anyPrice), fc.integer({ min: 1, max: 30 }), (told, quantity) => {
        const prices = told.map((one) => price(one));
        const found = priceOf(wanted(String(quantity)), prices, bolt);
        const turned = priceOf(wanted(String(quantity)), [...prices].reverse(), bolt);
        expect(turned?.priceListPriceId).toBe(found?.priceListPriceId);
      }),
    );
  });

  it('is of a price that holds for the customer, the day and the quantity', () => {
    fc.assert(
      fc.property(fc.array(anyPrice), fc.integer({ min: 1, max: 30 }), (told, quantity) => {
        const prices = told.map((one) => price(one));
        const found = priceOf(wanted(String(quantity)), prices, bolt);
        const fits = ({ customerId, unit, minQuantity, validFrom }: ListedPrice) =>
          customerId !== 'other' &&
          validFrom !== '2026-03-03' &&
          minQuantity.mul(unit === 'BX' ? 12 : 1).lte(quantity);
        if (!found) {
          expect(prices.filter(fits).filter(({ unit }) => unit === 'C62')).toEqual([]);
          return;
        }
        const chosen = prices.find(({ id }) => id === found.priceListPriceId)!;
        expect(chosen.customerId === null || chosen.customerId === 'wheel').toBe(true);
        expect(chosen.validFrom).not.toBe('2026-03-03');
      }),
    );
  });
});
