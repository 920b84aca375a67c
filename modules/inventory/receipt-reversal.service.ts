import { sql } from 'kysely';
import { ZERO, mustSee, type Decimal } from '../kernel/index.js';
import type { Row, Tx } from '../events/index.js';
import { cost, ownFirst, type Costed } from './layer.rules.js';
import { writeMovements } from './movement.service.js';
import type { DocumentRef } from './stored.js';
import { shortLines } from './shortage.rules.js';
import { refuseShortages } from './shortage.service.js';
import { holdLevels, levelKey, type StockLevel } from './stock-level.service.js';
import { lockValuations, withLayers, type LayeredValuation } from './valuation.service.js';

type Move = Row<'StockMove'>;

export interface ReceiptReversal {
  readonly companyId: string;
  readonly kind: 'RECEIPT_REVERSAL' | 'COMPLETION_REVERSAL';
  /** The document that takes the goods back out. */
  readonly document: DocumentRef;
  readonly postedOn: string;
  /** The document whose receipts are undone; it may be the same. */
  readonly reversing: DocumentRef;
}

/** What was taken back out by one line of the receipt. */
export interface ReversedReceipt {
  readonly lineId: string | null;
  readonly itemId: string;
  readonly lotId: string | null;
  readonly quantity: Decimal;
  /** What stock is worth less, as a positive amount; may differ from what the receipt brought. */
  readonly value: Decimal;
  readonly currency: string;
  readonly stockMoveId: string;
}

/** What a document brought in and nobody has undone. */
async function receiptsOf(tx: Tx, { companyId, reversing }: ReceiptReversal): Promise<Move[]> {
  const { rows } = await sql<Move>`
    select m.* from "StockMove" m
    where m."documentId" = ${reversing.id} and m."documentType" = ${reversing.type}
      and m."companyId" = ${companyId} and m."quantity" > 0
      and not exists (select from "StockMove" r where r."reversalOfId" = m."id")
    order by m."id"
  `.execute(tx.db);
  return rows;
}

async function refuseGone(
  tx: Tx,
  companyId: string,
  moves: readonly Move[],
  levels: ReadonlyMap<string, StockLevel>,
): Promise<void> {
  const free = new Map([...levels].map(([key, level]) => [key, level.onHand.sub(level.reserved)]));
  const leaving = moves.map((move) => ({ from: levelKey(move), quantity: move.quantity }));
  const shortages = shortLines(leaving, free).map(({ index, available }) => {
    const { itemId, warehouseId, quantity: requested } = moves[index]!;
    return { itemId, warehouseId, index, requested, available };
  });
  await refuseShortages(tx, companyId, shortages);
}

/** What each receipt takes off: by FIFO what is left of its own layer first. */
function costOf(moves: readonly Move[], valuations: readonly LayeredValuation[]): Costed[] {
  const pools = new Map(valuations.map((pool) => [pool.itemId, pool]));
  return moves.map(({ id, itemId, quantity }) => {
    const pool = pools.get(itemId)!;
    const layers = ownFirst(pool.layers, ({ stockMoveId }) => stockMoveId === id);
    const costed = cost({ ...pool, layers }, [quantity]);
    pools.set(itemId, costed.pool);
    return costed.parts[0]!;
  });
}

/**
 * Takes back out what a document's receipts brought in, from the same bins and lots. Answers for
 * each receipt what was taken off, valued as what leaves is. Five statements at most. NotFound for
 * a hidden company; InsufficientStock for goods that are gone or promised to others.
 */
export async function reverseReceipts(tx: Tx, input: ReceiptReversal): Promise<ReversedReceipt[]> {
  const { companyId, kind, document, postedOn } = input;
  mustSee(tx.actor, companyId);
  const moves = await receiptsOf(tx, input);
  if (moves.length === 0) return [];
  const levels = await holdLevels(tx, moves);
  await refuseGone(tx, companyId, moves, levels);
  const ids = moves.map(({ id }) => id);
  const valuations = await withLayers(tx, await lockValuations(tx, moves), moves, ids);
  const valuationOf = new Map(valuations.map((one) => [one.itemId, one]));
  const costs = costOf(moves, valuations);
  const movements = moves.map((move, index) => ({
    ...{ kind, postedOn, document, lineId: move.lineId, reversalOfId: move.id },
    level: levels.get(levelKey(move))!,
    valuation: valuationOf.get(move.itemId)!,
    quantity: move.quantity.neg(),
    value: costs[index]!.value.neg().add(ZERO),
    consumed: costs[index]!.consumed,
  }));
  const moveIds = writeMovements(tx, movements);
  return moves.map(({ lineId, itemId, lotId, quantity, currency }, index) => {
    const { value } = costs[index]!;
    return { lineId, itemId, lotId, quantity, value, currency, stockMoveId: moveIds[index]! };
  });
}
