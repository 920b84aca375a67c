export * as bulkOperations from './bulk-operation.service.js';
export * as bulkParts from './bulk-part.service.js';
export * as bulkUploads from './bulk-upload.service.js';
export { bulkOperationLifecycle } from './lifecycle.rules.js';
export { csvHeader, csvLine } from './csv.rules.js';
export { lineCutter, LineTooLong } from './lines.rules.js';
export * from './events.js';
export { purgeBulk } from './purge.js';
