import { lifecycle } from '../kernel/index.js';

/**
 * What becomes of a purchase order. Beside the caller's verbs stand three moves that nobody asks
 * for: they are derived from the lines, by `orderStatus`.
 */
export const purchaseOrderLifecycle = lifecycle({
  subject: 'Purchase order',
  initial: 'DRAFT',
  states: {
    DRAFT: {
      change: 'DRAFT',
      submit: 'PENDING_APPROVAL',
      send: 'SENT',
      cancel: 'CANCELLED',
    },
    PENDING_APPROVAL: { approve: 'SENT', reject: 'DRAFT', cancel: 'CANCELLED' },
    SENT: {
      confirm: 'CONFIRMED',
      beginReceipt: 'PARTIALLY_RECEIVED',
      cancel: 'CANCELLED',
      close: 'CLOSED',
    },
    CONFIRMED: {
      confirm: 'CONFIRMED',
      beginReceipt: 'PARTIALLY_RECEIVED',
      cancel: 'CANCELLED',
      close: 'CLOSED',
    },
    PARTIALLY_RECEIVED: {
      confirm: 'PARTIALLY_RECEIVED',
      finishReceipt: 'RECEIVED',
      close: 'CLOSED',
    },
    RECEIVED: { finishInvoicing: 'INVOICED', close: 'CLOSED' },
    INVOICED: { close: 'CLOSED' },
    CLOSED: {},
    CANCELLED: {},
  },
});

/** The moves of a purchase order that a caller may ask for; the others follow from its lines. */
export const purchaseOrderVerbs = [
  'change',
  'submit',
  'approve',
  'reject',
  'send',
  'confirm',
  'cancel',
  'close',
] as const;

export const goodsReceiptLifecycle = lifecycle({
  subject: 'Goods receipt',
  initial: 'DRAFT',
  states: {
    DRAFT: { hold: 'ON_HOLD', post: 'POSTED', cancel: 'CANCELLED' },
    ON_HOLD: { resume: 'DRAFT', cancel: 'CANCELLED' },
    POSTED: { reverse: 'REVERSED' },
    REVERSED: {},
    CANCELLED: {},
  },
});

export const purchaseInvoiceLifecycle = lifecycle({
  subject: 'Purchase invoice',
  initial: 'DRAFT',
  states: {
    DRAFT: { approve: 'APPROVED', cancel: 'CANCELLED' },
    APPROVED: { post: 'POSTED', cancel: 'CANCELLED' },
    POSTED: {},
    CANCELLED: {},
  },
});

export const purchaseReturnLifecycle = lifecycle({
  subject: 'Purchase return',
  initial: 'DRAFT',
  states: {
    DRAFT: { ship: 'SHIPPED', cancel: 'CANCELLED' },
    SHIPPED: {},
    CANCELLED: {},
  },
});

export const purchaseCreditNoteLifecycle = lifecycle({
  subject: 'Purchase credit note',
  initial: 'DRAFT',
  states: {
    DRAFT: { approve: 'APPROVED', cancel: 'CANCELLED' },
    APPROVED: { post: 'POSTED', cancel: 'CANCELLED' },
    POSTED: { allocate: 'POSTED' },
    CANCELLED: {},
  },
});
