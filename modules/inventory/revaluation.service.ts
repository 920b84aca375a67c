import { sql } from 'kysely';
import { ZERO, mustSee, sum, type Decimal } from '../kernel/index.js';
import type { Tx } from '../events/index.js';
import type { DocumentRef } from './stored.js';
import { planRevaluation, type PriceDifference, type ReceiptLayer } from './revaluation.rules.js';
import { writeStock } from './stock-write.service.js';
import { lockValuations } from './valuation.service.js';

/** Price differences of goods received, known only now. */
export interface Revaluation {
  readonly companyId: string;
  /** By which the differences are known. */
  readonly document: DocumentRef;
  readonly postedOn: string;
  readonly lines: readonly PriceDifference[];
}

/** What of a line's difference stock still there bears; the caller books the rest. */
export interface Revalued {
  readonly lineId: string;
  readonly itemId: string;
  readonly toStock: Decimal;
}

/** What is left of the receipts by lines, for items kept by FIFO. One statement, or none. */
async function receiptLayers(
  tx: Tx,
  companyId: string,
  lineIds: readonly string[],
): Promise<ReceiptLayer[]> {
  if (lineIds.length === 0) return [];
  const { rows } = await sql<ReceiptLayer>`
    select l."id", l."itemId", l."stockMoveId", m."lineId", l."remainingQuantity" as "quantity",
      l."remainingValue" as "value"
    from "StockMove" m join "ValuationLayer" l on l."stockMoveId" = m."id"
    where m."lineId" = any(${lineIds}::uuid[]) and m."companyId" = ${companyId}
      and l."remainingQuantity" > 0
    order by l."id"
  `.execute(tx.db);
  return rows;
}

/**
 * Puts price differences that become known later on the stock that is still there: by moving
 * average for as much as is on hand, by FIFO for what is left of the receipts, at standard cost
 * nothing.
 * Answers each line's part. Three statements at most. NotFound for a hidden company.
 */
export async function revalue(tx: Tx, input: Revaluation): Promise<Revalued[]> {
  const { companyId, document, postedOn, lines } = input;
  mustSee(tx.actor, companyId);
  if (lines.length === 0) return [];
  const valued = lines.map(({ itemId }) => ({ companyId, itemId }));
  const valuations = await lockValuations(tx, valued);
  const pools = new Map(valuations.map((one) => [one.itemId, one]));
  const received = lines
    .filter(({ itemId }) => pools.get(itemId)?.method === 'FIFO')
    .flatMap(({ lineId, receivedBy }) => receivedBy ?? [lineId]);
  const layers = await receiptLayers(tx, companyId, received);
  const planned = planRevaluation(lines, valuations, layers);
  const told = planned.map(({ line: { lineId, itemId }, parts }) => {
    return { lineId, itemId, toStock: sum(parts.map(({ value }) => value)) };
  });
  const borne = told.filter(({ toStock }) => !toStock.isZero());
  if (borne.length === 0) return told;
  const nothing = { quantity: '0', remainingQuantity: '0', remainingValue: '0' };
  await writeStock(tx, {
    layers: borne.map(({ lineId, itemId, toStock }) => ({
      ...{ id: tx.newId(), companyId, itemId, stockMoveId: null, lineId, postedOn, ...nothing },
      ...{ documentType: document.type, documentId: document.id, value: toStock },
      ...{ currency: pools.get(itemId)?.currency ?? '', createdAt: tx.now },
    })),
    layerSteps: planned.flatMap(({ parts }) =>
      parts.flatMap(({ layerId, value }) =>
        layerId === null ? [] : [{ id: layerId, quantity: ZERO, value }],
      ),
    ),
    valuationSteps: borne.map(({ itemId, toStock }) => {
      return { id: pools.get(itemId)?.id ?? '', quantity: ZERO, value: toStock };
    }),
  });
  return told;
}
