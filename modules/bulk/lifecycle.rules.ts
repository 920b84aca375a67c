import { lifecycle, type LifecycleAction } from '../kernel/index.js';

/** How a bulk operation goes. One whose process died starts again. */
export const bulkOperationLifecycle = lifecycle({
  subject: 'Bulk operation',
  initial: 'QUEUED',
  states: {
    QUEUED: { start: 'RUNNING', fail: 'FAILED', cancel: 'CANCELLED' },
    RUNNING: { start: 'RUNNING', finish: 'DONE', fail: 'FAILED', cancel: 'CANCELLED' },
    DONE: {},
    FAILED: {},
    CANCELLED: {},
  },
});

export type BulkAction = LifecycleAction<typeof bulkOperationLifecycle>;
