import type { Table, VersionedTable } from './fact.js';

/** A document that is locked before another, and the column of the other that names it. */
interface LockedBefore {
  readonly table: VersionedTable;
  readonly by: string;
}

/**
 * Documents that move another in the end, after stock: the other is locked before them, as it is by
 * whoever starts from it, so that no two wait for each other. What a work order makes moves the
 * sales order that it is made for.
 */
export const lockedBefore: Partial<Record<Table, LockedBefore>> = {
  WorkOrder: { table: 'SalesOrder', by: 'salesOrderId' },
};
