import type { Row, Tx } from '../events/index.js';
import { HistoricDocument } from './historic.errors.js';

/** Documents that may have been finished in the system before. */
type Historic = 'SalesOrder' | 'Delivery' | 'SalesInvoice';

const SUBJECTS: Readonly<Record<Historic, string>> = {
  SalesOrder: 'The sales order',
  Delivery: 'The delivery',
  SalesInvoice: 'The sales invoice',
};

/**
 * Locks a document that a verb is to move. Every verb enters by it, so that none moves history.
 * Refusals: NotFound, StaleVersion, HistoricDocument.
 */
export async function lockLive<T extends Historic>(
  tx: Tx,
  table: T,
  id: string,
  expectedVersion?: number | null,
): Promise<Row<T>> {
  const row = await tx.lock(table, id, expectedVersion);
  // Each of the three tables has the column; of a type that may be any of them, the compiler does
  // not know it.
  refuseHistoric(table, row as unknown as { isHistoric: boolean });
  return row;
}

/** Refuses HistoricDocument for what was finished in the system before. */
export function refuseHistoric(table: Historic, { isHistoric }: { isHistoric: boolean }): void {
  if (isHistoric) throw new HistoricDocument(SUBJECTS[table]);
}
