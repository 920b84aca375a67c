import type { Row, Tx } from '../events/index.js';
import { CustomerArchived } from './errors.js';

/** Locks a customer that is in use. NotFound, StaleVersion, CustomerArchived. */
export async function inUse(
  tx: Tx,
  id: string,
  expectedVersion?: number | null,
): Promise<Row<'Customer'>> {
  const customer = await tx.lock('Customer', id, expectedVersion);
  if (customer.archivedAt) throw new CustomerArchived(customer.code);
  return customer;
}
