import { type Row, type Tx, updateAll } from '../events/index.js';
import { type Decimal, ZERO } from '../kernel/index.js';
import { purchaseOrderProgressed } from './events.js';
import { updateOrder } from './purchase-order-rows.js';
import { lineStatus, orderStatus } from './receiving.rules.js';
import { ofSupplier } from './rows.js';

type Line = Row<'PurchaseOrderLine'>;

/** By how much a line moved: in its unit, and in base currency. */
export interface LineMove {
  readonly id: string;
  readonly received?: Decimal;
  readonly invoiced?: Decimal;
  readonly receivedValue?: Decimal;
  readonly returned?: Decimal;
  readonly withdrawn?: Decimal;
  readonly returnedValue?: Decimal;
  readonly credited?: Decimal;
}

/** What of a line documents move, each by so much. */
const MOVED = [
  ...(['received', 'invoiced', 'receivedValue'] as const),
  ...(['returned', 'withdrawn', 'returnedValue', 'credited'] as const),
];

/** The lines as they are after all moves; a line may be moved more than once. */
function movedLines(lines: readonly Line[], moves: readonly LineMove[]): Line[] {
  const byId = new Map(lines.map((line) => [line.id, line]));
  for (const { id, ...move } of moves) {
    const line = byId.get(id);
    if (!line) throw new Error(`The line ${id} is not of the order that moves.`);
    const after = { ...line };
    for (const column of MOVED) after[column] = line[column].add(move[column] ?? ZERO);
    byId.set(id, { ...after, status: lineStatus(after) });
  }
  return [...byId.values()];
}

/**
 * Moves lines of a locked order, derives the status of each and of the order, and tells of it once.
 * Two statements, whatever the number of lines.
 */
export async function progress(
  tx: Tx,
  order: Row<'PurchaseOrder'>,
  lines: readonly Line[],
  moves: readonly LineMove[],
  cause: string,
): Promise<Row<'PurchaseOrder'>> {
  const moved = movedLines(lines, moves);
  const ids = new Set(moves.map(({ id }) => id));
  const steps = moved
    .filter((line) => ids.has(line.id))
    .map((line) => ({
      ...{ id: line.id, status: line.status, version: line.version + 1 },
      ...Object.fromEntries(MOVED.map((column) => [column, line[column]])),
    }));
  await updateAll(tx, 'PurchaseOrderLine', steps);
  const after = await updateOrder(tx, order, { status: orderStatus(order, moved) });
  const data = { ...ofSupplier(after), cause };
  tx.emit(purchaseOrderProgressed({ before: order, after, data }));
  return after;
}
