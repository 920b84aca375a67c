import { sql } from 'kysely';
import { mustSee, sum, ZERO, type Decimal } from '../kernel/index.js';
import type { Row, Tx } from '../events/index.js';
import { sendBack as decide, type CameBy } from './receipt-return.rules.js';
import { writeMovements } from './movement.service.js';
import type { DocumentRef } from './stored.js';
import { refuseShortages } from './shortage.service.js';
import { lockPlaces } from './stock-level.service.js';
import { lockValuations, withLayers } from './valuation.service.js';

/** So much of what a receipt's line brought that goes back. In stock units. */
export interface ReturnedReceipt {
  /** The line of the document by which it goes. */
  readonly lineId: string;
  /** The line of the receipt by which it came. */
  readonly receiptLineId: string;
  readonly quantity: Decimal;
}

export interface ReceiptReturn {
  readonly companyId: string;
  readonly document: DocumentRef;
  readonly postedOn: string;
  readonly lines: readonly ReturnedReceipt[];
}

/** What stock is worth less by what one line took out, as a positive amount. */
export interface SentBack {
  readonly lineId: string;
  readonly value: Decimal;
}

/** By which moves the lines of receipts came on stock, by line; none for what is not stocked. */
async function cameBy(
  tx: Tx,
  { companyId, lines }: ReceiptReturn,
): Promise<Map<string, Row<'StockMove'>>> {
  const { rows } = await sql<Row<'StockMove'>>`
    select m.* from "StockMove" m
    where m."lineId" = any(${lines.map(({ receiptLineId }) => receiptLineId)}::uuid[])
      and m."companyId" = ${companyId} and m."kind" = 'RECEIPT'
  `.execute(tx.db);
  return new Map(rows.map((move) => [move.lineId ?? '', move]));
}

/** What there is of the items and what it is worth, locked in that order. */
async function gather(tx: Tx, { companyId }: ReceiptReturn, lines: readonly CameBy[]) {
  const levels = await lockPlaces(tx, companyId, lines);
  const leaves = lines.map(({ itemId, quantity }) => ({ companyId, itemId, quantity }));
  const own = lines.map(({ stockMoveId }) => stockMoveId);
  const valuations = await withLayers(tx, await lockValuations(tx, leaves), leaves, own);
  return { levels, valuations };
}

/**
 * Takes goods off stock that go back to where they came from: of the lot that they came in, from
 * the bin they were put in first, then from others; by FIFO at what is left of their own receipt.
 * Answers what stock is worth less by each line; what is not stocked is missing from the answer.
 * Five statements at most. NotFound for a hidden company; InsufficientStock for goods that are gone
 * or promised to others.
 */
export async function returnReceipts(tx: Tx, input: ReceiptReturn): Promise<SentBack[]> {
  const { companyId, document, postedOn } = input;
  mustSee(tx.actor, companyId);
  const moves = await cameBy(tx, input);
  const lines = input.lines.flatMap(({ receiptLineId, ...line }): CameBy[] => {
    const move = moves.get(receiptLineId);
    if (!move) return [];
    const { itemId, warehouseId, binId, lotId, id: stockMoveId } = move;
    return [{ ...line, itemId, warehouseId, binId, lotId, stockMoveId }];
  });
  if (lines.length === 0) return [];
  const { levels, valuations } = await gather(tx, input, lines);
  const { leaving, shortages } = decide(lines, levels, valuations);
  await refuseShortages(tx, companyId, shortages);
  const levelOf = new Map(levels.map((level) => [level.id, level]));
  const valuationOf = new Map(valuations.map((one) => [one.itemId, one]));
  const movements = leaving.map(({ lineId, levelId, itemId, quantity, value, consumed }) => ({
    ...{ kind: 'SUPPLIER_RETURN' as const, document, postedOn, lineId, consumed },
    level: levelOf.get(levelId)!,
    valuation: valuationOf.get(itemId)!,
    quantity: quantity.neg(),
    value: value.neg().add(ZERO),
  }));
  writeMovements(tx, movements);
  return lines.map(({ lineId }) => {
    const own = leaving.filter((one) => one.lineId === lineId);
    return { lineId, value: sum(own.map(({ value }) => value)) };
  });
}
