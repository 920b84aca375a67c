import { describe, expect, it } from 'vitest';
import { allowedActions, Decimal, reachable, states, ZERO } from '../../../modules/kernel/index.js';
import {
  goodsReceiptLifecycle,
  purchaseInvoiceLifecycle,
  purchaseOrderLifecycle,
  purchaseOrderVerbs,
} from '../../../modules/purchasing/lifecycles.rules.js';
import {
  lineStatus,
  mostToReceive,
  openToReceive,
  orderStatus,
  type OrderStatus,
  type Progress,
  refuseUnlessClosable,
} from '../../../modules/purchasing/receiving.rules.js';

const amount = (value: string | number) => new Decimal(value);

type Came = readonly [received: number, invoiced: number];

const item = ([received, invoiced]: Came, tolerance = 0): Progress => ({
  ...{ kind: 'ITEM', quantity: amount(10), tolerancePercent: amount(tolerance) },
  ...{ received: amount(received), invoiced: amount(invoiced) },
});
const charge = (invoiced: number): Progress => ({ ...item([0, invoiced]), kind: 'CHARGE' });

describe('how far a line has come', () => {
  it.each([
    [item([0, 0]), 'OPEN'],
    [item([4, 4]), 'PARTIALLY_RECEIVED'],
    [item([10, 4]), 'RECEIVED'],
    [item([10, 10]), 'INVOICED'],
    [item([11, 10]), 'RECEIVED'],
    [charge(4), 'OPEN'],
    [charge(10), 'INVOICED'],
  ])('is of %j: %s', (line, status) => {
    expect(lineStatus(line)).toBe(status);
  });
});

describe('what the lines make of an order', () => {
  it.each<[OrderStatus, string | null, Progress[], OrderStatus]>([
    ['SENT', null, [item([0, 0])], 'SENT'],
    ['PARTIALLY_RECEIVED', null, [item([0, 0])], 'SENT'],
    ['PARTIALLY_RECEIVED', '2026-03-02', [item([0, 0])], 'CONFIRMED'],
    ['SENT', null, [item([1, 0]), item([0, 0])], 'PARTIALLY_RECEIVED'],
    ['CONFIRMED', '2026-03-02', [item([10, 0]), charge(0)], 'RECEIVED'],
    ['RECEIVED', null, [item([10, 10]), charge(0)], 'RECEIVED'],
    ['RECEIVED', null, [item([10, 10]), charge(10)], 'INVOICED'],
    ['CLOSED', null, [item([10, 10])], 'CLOSED'],
    ['DRAFT', null, [item([0, 0])], 'DRAFT'],
  ])('of %s, confirmed %s, with %j is %s', (status, confirmedOn, lines, expected) => {
    expect(orderStatus({ status, confirmedOn }, lines)).toBe(expected);
  });
});

describe('what may still come', () => {
  it('is what is open, and the tolerance beyond it', () => {
    const line = item([4, 0], 5);
    expect(openToReceive(line, amount(2)).toString()).toBe('4');
    expect(mostToReceive(line, amount(2)).toString()).toBe('4.5');
    expect(openToReceive(item([12, 0]), ZERO).toString()).toBe('0');
    expect(mostToReceive(charge(0), ZERO).toString()).toBe('0');
  });

  it('is given up when an order is closed, unless something that came is not billed', () => {
    const none = { receipts: 0, invoices: 0 };
    expect(() => refuseUnlessClosable([item([4, 4]), charge(0)], none)).not.toThrow();
    expect(() => refuseUnlessClosable([item([4, 3])], none)).toThrow(
      expect.objectContaining({ code: 'RECEIVED_NOT_INVOICED' }),
    );
  });
});

const verbs: readonly string[] = purchaseOrderVerbs;

describe('the life of a purchase order', () => {
  it.each([
    ['DRAFT', ['change', 'submit', 'send', 'cancel']],
    ['PENDING_APPROVAL', ['approve', 'reject', 'cancel']],
    ['SENT', ['confirm', 'cancel', 'close']],
    ['CONFIRMED', ['confirm', 'cancel', 'close']],
    ['PARTIALLY_RECEIVED', ['confirm', 'close']],
    ['RECEIVED', ['close']],
    ['INVOICED', ['close']],
    ['CLOSED', []],
    ['CANCELLED', []],
  ])('a caller may ask of %s for %j', (state, actions) => {
    const asked = allowedActions(purchaseOrderLifecycle, state).filter((one) =>
      verbs.includes(one),
    );
    expect(asked).toEqual(actions);
  });

  it.each([purchaseOrderLifecycle, goodsReceiptLifecycle, purchaseInvoiceLifecycle])(
    'reaches every state of $subject',
    (cycle) => {
      expect([...reachable<string>(cycle)].sort()).toEqual(states<string>(cycle).sort());
    },
  );
});

describe('the life of a goods receipt', () => {
  it.each([
    ['DRAFT', ['hold', 'post', 'cancel']],
    ['ON_HOLD', ['resume', 'cancel']],
    ['POSTED', ['reverse']],
    ['REVERSED', []],
    ['CANCELLED', []],
  ])('%s allows %j', (state, actions) => {
    expect(allowedActions(goodsReceiptLifecycle, state)).toEqual(actions);
  });
});
