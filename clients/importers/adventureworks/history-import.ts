import { ImportHistoryDocument } from '../../typescript/generated/graphql.js';
import { present } from '../present.js';
import { pastOrderOf } from './history.js';
import { loadPart, type ImportOptions, type Part } from './job.js';
import { begin, idsOf, onlyForHistory } from './master-data.js';

/** What was brought in as history. */
export interface ImportedHistory {
  readonly companyId: string;
  readonly parts: readonly Part[];
  /** The orders of the span, with those that were there from an earlier run. */
  readonly orders: number;
}

/**
 * Brings in products, customers and the orders of the span as history: finished, without stock,
 * postings or payments. A second run changes nothing. Throws
 * ImportRefused, MutationRefused and GraphFailed.
 */
export async function importHistory(options: ImportOptions): Promise<ImportedHistory> {
  const job = await begin(options, onlyForHistory);
  const ids = await idsOf(job.client, job.source);
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
