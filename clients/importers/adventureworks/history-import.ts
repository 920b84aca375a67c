import { ImportHistoryDocument } from '../../typescript/generated/graphql.js';
import { present } from '../present.js';
import { pastOrderOf } from './history.js';
import {
  begin,
  loadCustomers,
  loadItems,
  loadPart,
  type ImportOptions,
  type Part,
} from './import.js';

/** What was brought in as history. */
export interface ImportedHistory {
  readonly companyId: string;
  readonly parts: readonly Part[];
  /** The orders of the span, with those that were there from an earlier run. */
  readonly orders: number;
}

/**
 * Brings in products, customers and the orders of the span as history: finished, without stock,
 * postings or payments. A second run changes nothing. Throws MutationRefused and GraphFailed.
 */
export async function importHistory(options: ImportOptions): Promise<ImportedHistory> {
  const job = await begin(options);
  const items = await loadItems(job);
  const customers = await loadCustomers(job);
  const ids = {
    customerId: (id: string) => present(customers.get(id), `Customer ${id}`),
    itemId: (id: string) => present(items.get(id), `Product ${id}`),
  };
  const rows = job.source.orders.map((order) => pastOrderOf(order, job.ground, ids));
  const results = await loadPart(job, {
    ...{ title: 'history', rows },
    keyOf: (row) => present(row.externalRefs?.[0]).key,
    weightOf: (row) => row.lines.length,
    send: async (batch, idempotencyKey) => {
      const variables = { input: { rows: [...batch] } };
      const answer = await job.client.request(ImportHistoryDocument, variables, { idempotencyKey });
      return present(answer.salesOrderHistoryBulk);
    },
  });
  return { companyId: job.ground.companyId, parts: job.parts, orders: results.length };
}
