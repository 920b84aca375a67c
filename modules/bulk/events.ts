import { fact } from '../events/index.js';

export const bulkOperationQueued = fact<'BulkOperation'>(
  'bulk.bulkOperationQueued',
  'BulkOperation',
);
export const bulkOperationStarted = fact<'BulkOperation'>(
  'bulk.bulkOperationStarted',
  'BulkOperation',
);
/** Said about once a second while it runs. */
export const bulkOperationProgressed = fact<'BulkOperation'>(
  'bulk.bulkOperationProgressed',
  'BulkOperation',
);
export const bulkOperationDone = fact<'BulkOperation'>('bulk.bulkOperationDone', 'BulkOperation');
export const bulkOperationFailed = fact<'BulkOperation'>(
  'bulk.bulkOperationFailed',
  'BulkOperation',
);
export const bulkOperationCancelled = fact<'BulkOperation'>(
  'bulk.bulkOperationCancelled',
  'BulkOperation',
);
