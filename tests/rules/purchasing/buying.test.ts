import { describe, expect, it } from 'vitest';
import { Decimal, ONE, parseLocalDate, workCalendar } from '../../../modules/kernel/index.js';
import {
  bestPurchase,
  expectedOn,
  type Source,
} from '../../../modules/purchasing/purchase-order-buy.rules.js';
import {
  bestPrice,
  cleanPrice,
  type Offer,
} from '../../../modules/purchasing/supplier-price.rules.js';

const amount = (value: string | number) => new Decimal(value);

const offer = (id: string, more: Partial<Offer> = {}): Offer => ({
  ...{ id, itemId: 'bolt', unit: 'C62', minQuantity: ONE, unitPrice: amount(2), currency: 'EUR' },
  ...{ priority: 1, validFrom: null, validTo: null },
  ...more,
});

describe('the best price', () => {
  const offers = [
    offer('plain'),
    offer('break', { minQuantity: amount(100), unitPrice: amount('1.5') }),
    offer('cheap but last', { priority: 2, unitPrice: amount(1) }),
    offer('march', { unitPrice: amount('1.8'), validFrom: '2026-03-01', validTo: '2026-03-31' }),
    offer('box', { unit: 'BX', unitPrice: amount(20) }),
    offer('dollar', { currency: 'USD', unitPrice: amount('0.5') }),
    offer('nut', { itemId: 'nut', unitPrice: amount('0.1') }),
  ];
  it.each([
    ['1', '2026-02-28', 'C62', 'EUR', 'plain'],
    ['99.999', '2026-02-28', 'C62', 'EUR', 'plain'],
    ['100', '2026-02-28', 'C62', 'EUR', 'break'],
    ['1', '2026-03-01', 'C62', 'EUR', 'march'],
    ['1', '2026-03-31', 'C62', 'EUR', 'march'],
    ['1', '2026-04-01', 'C62', 'EUR', 'plain'],
    ['1', '2026-02-28', 'BX', 'EUR', 'box'],
    ['1', '2026-02-28', 'C62', 'USD', 'dollar'],
    ['0.5', '2026-02-28', 'C62', 'EUR', undefined],
    ['1', '2026-02-28', 'KGM', 'EUR', undefined],
  ])('for %s on %s in %s and %s is %s', (quantity, on, unit, currency, expected) => {
    const wanted = { itemId: 'bolt', quantity: amount(quantity), unit, currency, on };
    expect(bestPrice(offers, wanted)?.id).toBe(expected);
  });

  it('is the lowest priority before the lowest price, and the older of two alike', () => {
    const wanted = {
      ...{ itemId: 'bolt', quantity: ONE, unit: 'C62', currency: 'EUR', on: '2026-01-01' },
    };
    expect(bestPrice([offer('b'), offer('a')], wanted)?.id).toBe('a');
    expect(bestPrice([offer('a', { priority: 2, unitPrice: ONE }), offer('b')], wanted)?.id).toBe(
      'b',
    );
  });
});

const source = (id: string, more: Partial<Source> = {}): Source => ({
  ...offer(id),
  ...{ supplierId: id, leadTimeDays: 1 },
  ...more,
});

const item = { stockUnit: 'C62', units: [{ unit: 'BX', factor: amount(12) }] };
const rateOf = (currency: string) =>
  currency === 'EUR' ? ONE : currency === 'USD' ? amount('0.9') : null;

const bought = (sources: readonly Source[], quantity: string) => {
  const shortage = { quantity: amount(quantity), on: '2026-03-02' };
  const purchase = bestPurchase(sources, shortage, item, rateOf);
  return purchase && [purchase.source.id, purchase.quantity.toString()];
};

describe('what is bought when something is short', () => {
  it('compares by the stock unit, in one currency', () => {
    const box = source('box', { unit: 'BX', unitPrice: amount(23) });
    // 23 for twelve is less than 2 for one; 2.20 USD are 1.98 EUR and dearer than 1.9166 EUR.
    expect(
      bought(
        [source('piece'), box, source('dollar', { currency: 'USD', unitPrice: amount('2.2') })],
        '24',
      ),
    ).toEqual(['box', '2']);
    expect(
      bought(
        [source('piece'), source('dollar', { currency: 'USD', unitPrice: amount('2.2') })],
        '24',
      ),
    ).toEqual(['dollar', '24']);
  });

  it('buys whole packages, and what is measured as it is needed', () => {
    const box = source('box', { unit: 'BX', unitPrice: amount(1) });
    expect(bought([box], '25')).toEqual(['box', '3']);
    const metres = { stockUnit: 'MTR', units: [] };
    const rope = source('rope', { unit: 'CMT' });
    const shortage = { quantity: amount('1.2345'), on: '2026-03-02' };
    expect(bestPurchase([rope], shortage, metres, rateOf)?.quantity.toString()).toBe('123.45');
  });

  it('takes the least that is sold when no break is reached', () => {
    const few = source('few', { minQuantity: amount(10) });
    const many = source('many', { minQuantity: amount(100), unitPrice: amount('0.1') });
    expect(bought([many, few], '3')).toEqual(['few', '10']);
    expect(bought([many, few], '100')).toEqual(['many', '100']);
  });

  it('leaves out what does not hold, and currencies without a rate', () => {
    const gone = source('gone', { validTo: '2026-03-01' });
    expect(bought([gone, source('yen', { currency: 'JPY' })], '3')).toBeNull();
    expect(bought([], '3')).toBeNull();
  });
});

describe('when goods are expected', () => {
  const day = parseLocalDate;
  // Monday to Friday; Wednesday the 4th of March is a holiday.
  const calendar = workCalendar({
    minutes: [480, 480, 480, 480, 480, 0, 0],
    exceptions: [{ on: '2026-03-04', minutes: 0 }],
  });
  it.each([
    [0, '2026-03-02', '2026-03-02'],
    [1, '2026-03-02', '2026-03-03'],
    [2, '2026-03-02', '2026-03-05'],
    [5, '2026-03-02', '2026-03-10'],
    [0, '2026-03-07', '2026-03-09'],
    [1, '2026-03-06', '2026-03-09'],
  ])('%i work days after %s they are there on %s', (leadTimeDays, orderedOn, there) => {
    expect(expectedOn({ leadTimeDays }, day(orderedOn), calendar)).toBe(there);
  });
});

describe('a price as it is entered', () => {
  const supplier = { code: 'S', currency: 'EUR', archivedAt: null };
  const bolt = { name: 'Bolt', unit: 'C62', isBought: true, archivedAt: null };
  const around = {
    suppliers: new Map([['s', supplier]]),
    items: new Map([
      ['i', bolt],
      ['made', { ...bolt, isBought: false }],
    ]),
    currencies: new Set(['EUR']),
    comesIn: (_: string, unit: string) => unit !== 'KGM',
  };
  const input = { supplierId: 's', itemId: 'i', unitPrice: amount(2), leadTimeDays: 5 };

  it('takes the item’s unit, one piece and the supplier’s currency unless told', () => {
    expect(cleanPrice(input, around)).toMatchObject({ unit: 'C62', currency: 'EUR', priority: 1 });
  });

  it.each([
    [{ supplierId: 'x' }, 'NOT_FOUND', 'supplierId'],
    [{ itemId: 'made' }, 'ITEM_NOT_BOUGHT', 'itemId'],
    [{ unit: 'KGM' }, 'UNIT_UNKNOWN', 'unit'],
    [{ unitPrice: amount(-1) }, 'PRICE_OUT_OF_RANGE', 'unitPrice'],
    [{ leadTimeDays: -1 }, 'NUMBER_OUT_OF_RANGE', 'leadTimeDays'],
    [{ priority: 0 }, 'NUMBER_OUT_OF_RANGE', 'priority'],
    [{ currency: 'USD' }, 'CURRENCY_UNKNOWN', 'currency'],
    [{ validFrom: '2026-02-30' }, 'DATE_MALFORMED', 'validFrom'],
    [{ validFrom: '2026-03-02', validTo: '2026-03-01' }, 'DAYS_DISORDERED', 'validTo'],
  ])('refuses %j with %s at %s', (more, code, field) => {
    expect(() => cleanPrice({ ...input, ...more }, around)).toThrow(
      expect.objectContaining({ code, path: [field] }),
    );
  });
});
