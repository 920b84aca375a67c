import { describe, expect, it } from 'vitest';
import {
  allowedActions,
  next,
  reachable,
  states,
  TransitionRefused,
} from '../../../modules/kernel/index.js';
import {
  deliveryLifecycle,
  salesInvoiceLifecycle,
  salesOrderLifecycle,
  salesOrderVerbs,
} from '../../../modules/sales/lifecycles.rules.js';

const verbs: readonly string[] = salesOrderVerbs;

describe('the life of a sales order', () => {
  it.each([
    ['DRAFT', ['change', 'confirm', 'cancel']],
    ['CONFIRMED', ['hold', 'cancel']],
    ['IN_FULFILMENT', ['hold', 'close']],
    ['SHIPPED', ['hold', 'close']],
    ['INVOICED', ['close']],
    ['ON_HOLD', ['resume', 'cancel']],
    ['CLOSED', []],
    ['CANCELLED', []],
  ])('a caller may ask of %s for %j', (state, actions) => {
    const asked = allowedActions(salesOrderLifecycle, state).filter((one) => verbs.includes(one));
    expect(asked).toEqual(actions);
  });

  it('reaches every state', () => {
    expect([...reachable(salesOrderLifecycle)].sort()).toEqual(states(salesOrderLifecycle).sort());
  });

  it('does not cancel what is on its way', () => {
    expect(() => next(salesOrderLifecycle, 'IN_FULFILMENT', 'cancel')).toThrow(TransitionRefused);
  });
});

describe('the life of a delivery', () => {
  it.each([
    ['DRAFT', ['pick', 'pack', 'ship', 'cancel']],
    ['PICKING', ['pack', 'ship', 'cancel']],
    ['PACKED', ['ship', 'cancel']],
    ['SHIPPED', ['deliver']],
    ['DELIVERED', []],
    ['CANCELLED', []],
  ])('%s allows %j', (state, actions) => {
    expect(allowedActions(deliveryLifecycle, state)).toEqual(actions);
  });
});

describe('the life of a sales invoice', () => {
  it.each([
    ['DRAFT', ['approve', 'cancel']],
    ['APPROVED', ['post', 'cancel']],
    ['POSTED', []],
    ['CANCELLED', []],
  ])('%s allows %j', (state, actions) => {
    expect(allowedActions(salesInvoiceLifecycle, state)).toEqual(actions);
  });
});
