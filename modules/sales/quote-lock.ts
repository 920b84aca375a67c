import { sql } from 'kysely';
import { isUuid } from '../kernel/index.js';
import type { Tx } from '../events/index.js';

/**
 * Locks the quote that an order came of, before the order itself: whoever changes what an order
 * takes moves its quote too, and whoever orders of a quote holds the quote first. One statement.
 */
export async function lockQuoteOf(tx: Tx, salesOrderId: string): Promise<void> {
  if (!isUuid(salesOrderId)) return;
  await sql`
    select q."id" from "SalesOrder" o join "Quote" q on q."id" = o."quoteId"
    where o."id" = ${salesOrderId} for no key update of q
  `.execute(tx.db);
}
