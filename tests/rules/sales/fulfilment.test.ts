import { describe, expect, it } from 'vitest';
import { canonical, decimal, ZERO } from '../../../modules/kernel/index.js';
import { allToDeliver, heldBy, toDeliver } from '../../../modules/sales/delivery.rules.js';
import {
  DeliveryExceedsOpen,
  InvoiceExceedsShipped,
  NothingToDeliver,
  NothingToInvoice,
  OrderAlreadyFulfilled,
  OrderHasOpenDocuments,
  OrderNotInFulfilment,
  ShippedNotInvoiced,
} from '../../../modules/sales/errors.js';
import {
  lineStatus,
  orderStatus,
  type LineKind,
  type OrderStatus,
  refuseUnlessCancellable,
  refuseUnlessClosable,
  refuseUnlessDeliverable,
  refuseUnlessInvoiceable,
} from '../../../modules/sales/fulfilment.rules.js';
import { takenBy, toInvoice } from '../../../modules/sales/sales-invoice-parts.rules.js';

type Numbers = readonly [quantity: number, shipped: number, invoiced: number];

const line = (kind: LineKind, [quantity, shipped, invoiced]: Numbers, id = 'a') => ({
  id,
  kind,
  quantity: decimal(quantity),
  shipped: decimal(shipped),
  invoiced: decimal(invoiced),
  netAmount: decimal(quantity * 10),
  taxAmount: decimal(quantity),
  currency: 'USD',
});

describe("a line's status", () => {
  it.each<[LineKind, Numbers, string]>([
    ['ITEM', [5, 0, 0], 'OPEN'],
    ['ITEM', [5, 2, 0], 'PARTIALLY_SHIPPED'],
    ['ITEM', [5, 2, 2], 'PARTIALLY_SHIPPED'],
    ['ITEM', [5, 5, 0], 'SHIPPED'],
    ['ITEM', [5, 5, 4], 'SHIPPED'],
    ['ITEM', [5, 5, 5], 'INVOICED'],
    ['CHARGE', [1, 0, 0], 'OPEN'],
    ['CHARGE', [1, 0, 1], 'INVOICED'],
  ])('%s ordered, shipped, invoiced %j is %s', (kind, numbers, status) => {
    expect(lineStatus(line(kind, numbers))).toBe(status);
  });
});

describe("an order's status", () => {
  const item = (...numbers: Numbers) => line('ITEM', numbers);
  const freight = (invoiced: number) => line('CHARGE', [1, 0, invoiced]);

  it.each<[string, OrderStatus, ReturnType<typeof item>[], OrderStatus]>([
    ['nothing moved', 'CONFIRMED', [item(5, 0, 0), freight(0)], 'CONFIRMED'],
    ['a part left', 'CONFIRMED', [item(5, 1, 0), freight(0)], 'IN_FULFILMENT'],
    ['one of two lines left', 'IN_FULFILMENT', [item(5, 5, 0), item(2, 0, 0)], 'IN_FULFILMENT'],
    ['all goods left', 'IN_FULFILMENT', [item(5, 5, 0), freight(0)], 'SHIPPED'],
    ['the charge waits for its bill', 'SHIPPED', [item(5, 5, 5), freight(0)], 'SHIPPED'],
    ['all is billed', 'SHIPPED', [item(5, 5, 5), freight(1)], 'INVOICED'],
    ['only charges, billed', 'CONFIRMED', [freight(1)], 'INVOICED'],
    ['the charge was billed first', 'CONFIRMED', [item(5, 0, 0), freight(1)], 'IN_FULFILMENT'],
    ['a held order stays held', 'ON_HOLD', [item(5, 5, 5)], 'ON_HOLD'],
    ['a closed order stays closed', 'CLOSED', [item(5, 2, 2)], 'CLOSED'],
    ['a draft stays a draft', 'DRAFT', [item(5, 0, 0)], 'DRAFT'],
  ])('%s: %s', (_name, before, lines, after) => {
    expect(orderStatus(before, lines)).toBe(after);
  });
});

describe('what may follow from an order', () => {
  const all: OrderStatus[] = [
    'DRAFT',
    'CONFIRMED',
    'IN_FULFILMENT',
    'SHIPPED',
    'INVOICED',
    'CLOSED',
    'ON_HOLD',
    'CANCELLED',
  ];

  it('delivers only what is confirmed and not on hold', () => {
    const deliverable = all.filter((status) => passes(() => refuseUnlessDeliverable(status)));
    expect(deliverable).toEqual(['CONFIRMED', 'IN_FULFILMENT']);
    expect(() => refuseUnlessDeliverable('ON_HOLD')).toThrow(OrderNotInFulfilment);
  });

  it('bills what was shipped even while the order is on hold', () => {
    const billable = all.filter((status) => passes(() => refuseUnlessInvoiceable(status)));
    expect(billable).toEqual(['CONFIRMED', 'IN_FULFILMENT', 'SHIPPED', 'INVOICED', 'ON_HOLD']);
  });

  it('cancels only what never moved and has no open documents', () => {
    const none = { deliveries: 0, invoices: 0, others: 0 };
    const untouched = [line('ITEM', [5, 0, 0])];
    expect(passes(() => refuseUnlessCancellable(untouched, none))).toBe(true);
    const moved = [line('ITEM', [5, 1, 0])];
    expect(() => refuseUnlessCancellable(moved, none)).toThrow(OrderAlreadyFulfilled);
    const open = { deliveries: 1, invoices: 0, others: 0 };
    expect(() => refuseUnlessCancellable(untouched, open)).toThrow(OrderHasOpenDocuments);
  });

  it('closes short only when everything that left is billed', () => {
    const none = { deliveries: 0, invoices: 0, others: 0 };
    expect(passes(() => refuseUnlessClosable([line('ITEM', [5, 2, 2])], none))).toBe(true);
    expect(() => refuseUnlessClosable([line('ITEM', [5, 2, 1])], none)).toThrow(ShippedNotInvoiced);
  });
});

function passes(rule: () => void): boolean {
  try {
    rule();
    return true;
  } catch {
    return false;
  }
}

describe('what a delivery takes', () => {
  const lines = [
    line('ITEM', [10, 4, 0], 'a'),
    line('ITEM', [3, 0, 0], 'b'),
    line('CHARGE', [1, 0, 0], 'freight'),
  ];
  const wants = (salesOrderLineId: string, quantity: number) => ({
    salesOrderLineId,
    quantity: decimal(quantity),
  });

  it('takes all that is open, less what other deliveries hold, and no charges', () => {
    const held = heldBy([wants('a', 1), wants('a', 2), wants('b', 3)]);
    const taken = allToDeliver(lines, held);
    expect(taken.map((one) => [one.salesOrderLineId, canonical(one.quantity)])).toEqual([
      ['a', '3'],
    ]);
  });

  it('refuses when everything is delivered or held', () => {
    const held = heldBy([wants('a', 6), wants('b', 3)]);
    expect(() => allToDeliver(lines, held)).toThrow(NothingToDeliver);
    expect(() => toDeliver(lines, new Map(), [])).toThrow(NothingToDeliver);
  });

  it('refuses one more than is open, and leads to the quantity', () => {
    const held = heldBy([wants('a', 1)]);
    expect(toDeliver(lines, held, [wants('a', 5)])).toHaveLength(1);
    const refusal = refusalOf(() => toDeliver(lines, held, [wants('b', 1), wants('a', 6)]));
    expect(refusal).toBeInstanceOf(DeliveryExceedsOpen);
    expect(refusal).toMatchObject({ open: '5', requested: '6', path: ['lines', 1, 'quantity'] });
  });

  it.each([
    ['a line of another order', [wants('z', 1)], 'NOT_FOUND'],
    ['a charge', [wants('freight', 1)], 'CHARGE_NOT_DELIVERED'],
    ['a line named twice', [wants('a', 1), wants('a', 1)], 'LINE_REPEATED'],
    ['nothing of a line', [wants('a', 0)], 'QUANTITY_OUT_OF_RANGE'],
    ['less than nothing', [wants('a', -1)], 'QUANTITY_OUT_OF_RANGE'],
  ])('refuses %s', (_name, wanted, code) => {
    expect(refusalOf(() => toDeliver(lines, new Map(), wanted))).toMatchObject({ code });
  });
});

describe('what an invoice takes', () => {
  const lines = [line('ITEM', [10, 4, 1], 'a'), line('CHARGE', [1, 0, 0], 'freight')];
  const taken = takenBy([
    {
      salesOrderLineId: 'a',
      quantity: decimal(1),
      netAmount: decimal(10),
      taxAmount: decimal(1),
    },
  ]);

  it('takes what was shipped and not billed, and each charge once', () => {
    const parts = toInvoice(lines, taken, null);
    expect(parts.map((one) => [one.salesOrderLineId, canonical(one.quantity)])).toEqual([
      ['a', '3'],
      ['freight', '1'],
    ]);
    expect(parts.map((one) => canonical(one.netAmount))).toEqual(['30', '10']);
    const again = takenBy([
      ...parts,
      { salesOrderLineId: 'a', quantity: decimal(1), netAmount: ZERO, taxAmount: ZERO },
    ]);
    expect(() => toInvoice(lines, again, null)).toThrow(NothingToInvoice);
  });

  it('refuses more than was shipped', () => {
    const wanted = [{ salesOrderLineId: 'a', quantity: decimal(4) }];
    const refusal = refusalOf(() => toInvoice(lines, taken, wanted));
    expect(refusal).toBeInstanceOf(InvoiceExceedsShipped);
    expect(refusal).toMatchObject({ open: '3', path: ['lines', 0, 'quantity'] });
  });
});

function refusalOf(rule: () => unknown): unknown {
  try {
    rule();
  } catch (error) {
    return error;
  }
  throw new Error('Nothing was refused.');
}
