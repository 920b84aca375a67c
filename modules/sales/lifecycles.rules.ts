import { lifecycle } from '../kernel/index.js';

/**
 * What becomes of a sales order. Beside the caller's verbs stand three moves that nobody asks for:
 * they are derived from the lines, by `orderStatus`.
 */
export const salesOrderLifecycle = lifecycle({
  subject: 'Sales order',
  initial: 'DRAFT',
  states: {
    DRAFT: { change: 'DRAFT', confirm: 'CONFIRMED', cancel: 'CANCELLED' },
    CONFIRMED: {
      beginFulfilment: 'IN_FULFILMENT',
      hold: 'ON_HOLD',
      cancel: 'CANCELLED',
    },
    IN_FULFILMENT: { finishShipping: 'SHIPPED', hold: 'ON_HOLD', close: 'CLOSED' },
    SHIPPED: { finishInvoicing: 'INVOICED', hold: 'ON_HOLD', close: 'CLOSED' },
    INVOICED: { close: 'CLOSED' },
    ON_HOLD: { resume: 'CONFIRMED', cancel: 'CANCELLED' },
    CLOSED: {},
    CANCELLED: {},
  },
});

/** The moves of a sales order that a caller may ask for; the others follow from its lines. */
export const salesOrderVerbs = ['change', 'confirm', 'hold', 'resume', 'cancel', 'close'] as const;

export const deliveryLifecycle = lifecycle({
  subject: 'Delivery',
  initial: 'DRAFT',
  states: {
    DRAFT: { pick: 'PICKING', pack: 'PACKED', ship: 'SHIPPED', cancel: 'CANCELLED' },
    PICKING: { pack: 'PACKED', ship: 'SHIPPED', cancel: 'CANCELLED' },
    PACKED: { ship: 'SHIPPED', cancel: 'CANCELLED' },
    SHIPPED: { deliver: 'DELIVERED' },
    DELIVERED: {},
    CANCELLED: {},
  },
});

export const salesInvoiceLifecycle = lifecycle({
  subject: 'Sales invoice',
  initial: 'DRAFT',
  states: {
    DRAFT: { approve: 'APPROVED', cancel: 'CANCELLED' },
    APPROVED: { post: 'POSTED', cancel: 'CANCELLED' },
    POSTED: {},
    CANCELLED: {},
  },
});

export const salesOrderChangeLifecycle = lifecycle({
  subject: 'Change of a sales order',
  initial: 'DRAFT',
  states: {
    DRAFT: { apply: 'APPLIED', reject: 'REJECTED' },
    APPLIED: {},
    REJECTED: {},
  },
});

export const salesReturnLifecycle = lifecycle({
  subject: 'Sales return',
  initial: 'DRAFT',
  states: {
    DRAFT: { receive: 'RECEIVED', cancel: 'CANCELLED' },
    RECEIVED: {},
    CANCELLED: {},
  },
});

export const creditNoteLifecycle = lifecycle({
  subject: 'Credit note',
  initial: 'DRAFT',
  states: {
    DRAFT: { approve: 'APPROVED', cancel: 'CANCELLED' },
    APPROVED: { post: 'POSTED', cancel: 'CANCELLED' },
    POSTED: { allocate: 'POSTED' },
    CANCELLED: {},
  },
});
