import { describe, expect, it } from 'vitest';
import {
  canonical,
  decimal,
  Decimal,
  newReasons,
  parseLocalDate,
} from '../../../modules/kernel/index.js';
import {
  draftHeader,
  type HeaderSurroundings,
  type SalesOrderHeaderInput,
} from '../../../modules/sales/sales-order-header.rules.js';
import {
  draftLines,
  type LineSurroundings,
  promisedOn,
  type SalesOrderLineInput,
} from '../../../modules/sales/sales-order.rules.js';

const bolt = {
  name: 'Bolt M8',
  stockUnit: 'C62',
  units: [{ unit: 'BX', factor: decimal(12) }],
  isSold: true,
  isStocked: true,
  isMade: false,
  isArchived: false,
};

const around: LineSurroundings = {
  currency: 'USD',
  requestedOn: parseLocalDate('2026-05-04'),
  items: new Map([
    ['bolt', bolt],
    ['tool', { ...bolt, name: 'Own tool', isSold: false }],
    ['old', { ...bolt, name: 'Old bolt', isArchived: true }],
  ]),
  taxRates: new Map([['vat', decimal(19)]]),
};

function draft(...lines: SalesOrderLineInput[]) {
  const reasons = newReasons();
  const drafts = draftLines(lines, around, reasons);
  return { drafts, refusals: reasons.list.map(({ code, path }) => [code, path.join('.')]) };
}

const price = decimal('2.50');

describe('drafting the lines of an order', () => {
  it('sells an item by its stock unit, named as the item is', () => {
    const { drafts, refusals } = draft({
      itemId: 'bolt',
      quantity: decimal(3),
      unitPrice: price,
      taxCodeId: 'vat',
    });
    expect(refusals).toEqual([]);
    expect(drafts[0]).toMatchObject({ unit: 'C62', description: 'Bolt M8', kind: 'ITEM' });
    expect(drafts[0]).toMatchObject({ requestedOn: '2026-05-04' });
    expect(canonical(drafts[0]!.netAmount)).toBe('7.5');
    expect(canonical(drafts[0]!.taxAmount)).toBe('1.43'); // 1.425
  });

  it('sells a box of twelve and knows what it takes out of stock', () => {
    const { drafts } = draft({
      itemId: 'bolt',
      unit: 'BX',
      quantity: decimal(2),
      unitPrice: price,
    });
    expect(canonical(drafts[0]!.stockFactor)).toBe('12');
    expect(canonical(drafts[0]!.netAmount)).toBe('5');
  });

  it('takes a charge once, without an item', () => {
    const { drafts, refusals } = draft({
      kind: 'CHARGE',
      description: 'Freight',
      unitPrice: decimal('12.34'),
      taxAmount: decimal('0.99'),
    });
    expect(refusals).toEqual([]);
    expect(drafts[0]).toMatchObject({ itemId: null, description: 'Freight' });
    expect([drafts[0]!.quantity, drafts[0]!.taxAmount].map(canonical)).toEqual(['1', '0.99']);
  });

  const line = { itemId: 'bolt', quantity: decimal(1), unitPrice: price };

  it.each<[string, SalesOrderLineInput, string, string]>([
    ['an item nobody knows', { ...line, itemId: 'nut' }, 'NOT_FOUND', 'lines.0.itemId'],
    ['no item', { ...line, itemId: null }, 'ITEM_MISSING', 'lines.0.itemId'],
    ['an item that is not sold', { ...line, itemId: 'tool' }, 'ITEM_NOT_SOLD', 'lines.0.itemId'],
    ['an archived item', { ...line, itemId: 'old' }, 'ITEM_NOT_SOLD', 'lines.0.itemId'],
    ['kilograms of bolts', { ...line, unit: 'KGM' }, 'UNIT_MISMATCH', 'lines.0.unit'],
    ['no quantity', { ...line, quantity: null }, 'QUANTITY_OUT_OF_RANGE', 'lines.0.quantity'],
    [
      'a negative quantity',
      { ...line, quantity: decimal(-1) },
      'QUANTITY_OUT_OF_RANGE',
      'lines.0.quantity',
    ],
    [
      'a quantity that is no number',
      { ...line, quantity: new Decimal(NaN) },
      'QUANTITY_OUT_OF_RANGE',
      'lines.0.quantity',
    ],
    [
      'more than a quintillion',
      { ...line, quantity: decimal('1000000000000000001') },
      'QUANTITY_OUT_OF_RANGE',
      'lines.0.quantity',
    ],
    [
      'ten decimals',
      { ...line, quantity: decimal('0.0000000001') },
      'QUANTITY_OUT_OF_RANGE',
      'lines.0.quantity',
    ],
    [
      'a negative price',
      { ...line, unitPrice: decimal(-1) },
      'PRICE_OUT_OF_RANGE',
      'lines.0.unitPrice',
    ],
    [
      'more than all off',
      { ...line, discountPercent: decimal('100.01') },
      'DISCOUNT_OUT_OF_RANGE',
      'lines.0.discountPercent',
    ],
    ['a tax code nobody knows', { ...line, taxCodeId: 'x' }, 'NOT_FOUND', 'lines.0.taxCodeId'],
    [
      'a tax finer than a cent',
      { ...line, taxAmount: decimal('0.001') },
      'TAX_TOO_FINE',
      'lines.0.taxAmount',
    ],
    [
      'a negative tax',
      { ...line, taxAmount: decimal('-1') },
      'AMOUNT_OUT_OF_RANGE',
      'lines.0.taxAmount',
    ],
    [
      'a day that does not exist',
      { ...line, requestedOn: '2026-02-29' },
      'DATE_MALFORMED',
      'lines.0.requestedOn',
    ],
    [
      'text that hides its direction',
      { ...line, description: 'a\u202eb' },
      'TEXT_CHARACTER',
      'lines.0.description',
    ],
    [
      'a charge with an item',
      { ...line, kind: 'CHARGE' as const },
      'CHARGE_WITH_ITEM',
      'lines.0.itemId',
    ],
  ])('refuses %s', (_name, input, code, path) => {
    expect(draft(input).refusals).toContainEqual([code, path]);
  });

  it('refuses a quantity that is nothing in stock units, or more than stock can hold', () => {
    const grain = { ...bolt, units: [{ unit: 'GRM', factor: decimal('0.000000001') }] };
    const items = new Map([['grain', grain]]);
    const codes = (unit: string, quantity: string) => {
      const reasons = newReasons();
      const input = { itemId: 'grain', unit, quantity: decimal(quantity), unitPrice: price };
      draftLines([input], { ...around, items }, reasons);
      return reasons.list.map((one) => `${one.code} ${one.path.join('.')}`);
    };
    expect(codes('GRM', '1')).toEqual([]);
    expect(codes('GRM', '0.1')).toEqual(['QUANTITY_OUT_OF_RANGE lines.0.quantity']);
  });

  it('refuses an amount that no column holds', () => {
    const huge = { ...line, quantity: decimal('1e18'), unitPrice: decimal('1e18') };
    expect(draft(huge).refusals).toContainEqual(['AMOUNT_OUT_OF_RANGE', 'lines.0.unitPrice']);
  });

  it('tells all that is wrong at once', () => {
    const bad = { ...line, quantity: decimal(0), unitPrice: decimal(-1) };
    expect(draft(line, bad).refusals.map(([, path]) => path)).toEqual([
      'lines.1.quantity',
      'lines.1.unitPrice',
    ]);
  });

  it('refuses an order without lines', () => {
    expect(draft().refusals).toEqual([['ORDER_WITHOUT_LINES', 'lines']]);
  });
});

const known: HeaderSurroundings = {
  company: { archivedAt: null },
  customer: { archivedAt: null, currency: 'EUR' },
  warehouse: { archivedAt: null, companyId: 'company' },
  addresses: new Map([
    ['home', { customerId: 'customer', archivedAt: null }],
    ['foreign', { customerId: 'somebody', archivedAt: null }],
    ['left', { customerId: 'customer', archivedAt: new Date(0) }],
  ]),
  agreedTermsId: 'net30',
  knowsTerms: (id) => id === 'net60',
  today: parseLocalDate('2026-05-01'),
};

const header: SalesOrderHeaderInput = {
  companyId: 'company',
  customerId: 'customer',
  warehouseId: 'warehouse',
};

describe('drafting the header of an order', () => {
  it("takes the customer's currency and terms, and today", () => {
    const reasons = newReasons();
    expect(draftHeader(header, known, reasons)).toMatchObject({
      currency: 'EUR',
      paymentTermsId: 'net30',
      documentOn: '2026-05-01',
      requestedOn: null,
    });
    expect(reasons.list).toEqual([]);
  });

  it.each<[string, Partial<SalesOrderHeaderInput>, Partial<HeaderSurroundings>, string, string]>([
    ['a hidden company', {}, { company: null }, 'NOT_FOUND', 'companyId'],
    ['an unknown customer', {}, { customer: null }, 'NOT_FOUND', 'customerId'],
    [
      'an archived customer',
      {},
      { customer: { archivedAt: new Date(0), currency: 'EUR' } },
      'ARCHIVED',
      'customerId',
    ],
    [
      "another company's warehouse",
      {},
      { warehouse: { archivedAt: null, companyId: 'other' } },
      'NOT_FOUND',
      'warehouseId',
    ],
    [
      "another customer's address",
      { shippingAddressId: 'foreign' },
      {},
      'NOT_FOUND',
      'shippingAddressId',
    ],
    ['an archived address', { billingAddressId: 'left' }, {}, 'ARCHIVED', 'billingAddressId'],
    ['unknown terms', { paymentTermsId: 'x' }, {}, 'NOT_FOUND', 'paymentTermsId'],
    ['an unknown currency', { currency: 'XYZ' }, {}, 'CURRENCY_UNKNOWN', 'currency'],
    ['a malformed day', { documentOn: '2026-5-1' }, {}, 'DATE_MALFORMED', 'documentOn'],
  ])('refuses %s', (_name, input, surroundings, code, path) => {
    const reasons = newReasons();
    draftHeader({ ...header, ...input }, { ...known, ...surroundings }, reasons);
    expect(reasons.list.map((one) => [one.code, one.path.join('.')])).toEqual([[code, path]]);
  });
});

describe('promising a line', () => {
  const order = { requestedOn: '2026-06-01', documentOn: '2026-05-01' };

  it.each([
    ['2026-07-01', order, '2026-07-01'],
    [null, order, '2026-06-01'],
    [null, { ...order, requestedOn: null }, '2026-05-01'],
  ])('asked for on %s, it is promised for the day asked or the document', (asked, of, day) => {
    expect(promisedOn(asked, of)).toBe(day);
  });
});
