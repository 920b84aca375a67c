import { sql } from 'kysely';
import type { Row, Tx } from '../events/index.js';
import { type Decimal, ZERO } from '../kernel/index.js';
import { purchaseOrderProgressed } from './events.js';
import { updateOrder } from './purchase-order-rows.js';
import { lineStatus, orderStatus } from './receiving.rules.js';
import { ofSupplier, stepsOf } from './rows.js';

type Line = Row<'PurchaseOrderLine'>;

/** By how much a line moved: in its unit, and in base currency. */
export interface LineMove {
  readonly id: string;
  readonly received?: Decimal;
  readonly invoiced?: Decimal;
  readonly receivedValue?: Decimal;
}

/** The lines as they are after all moves; a line may be moved more than once. */
function movedLines(lines: readonly Line[], moves: readonly LineMove[]): Line[] {
  const byId = new Map(lines.map((line) => [line.id, line]));
  for (const { id, received = ZERO, invoiced = ZERO, receivedValue = ZERO } of moves) {
    const line = byId.get(id);
    if (!line) throw new Error(`The line ${id} is not of the order that moves.`);
    const after = {
      ...line,
      received: line.received.add(received),
      invoiced: line.invoiced.add(invoiced),
      receivedValue: line.receivedValue.add(receivedValue),
    };
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
    .map(({ id, status, received, invoiced, receivedValue: value }) => {
      return { id, status, received, invoiced, value };
    });
  await sql`
    update "PurchaseOrderLine" l
    set "received" = x.received, "invoiced" = x.invoiced, "receivedValue" = x.value,
      "status" = x.status, "version" = l."version" + 1
    from json_to_recordset(${stepsOf(steps)})
      as x(id uuid, status text, received numeric, invoiced numeric, value numeric)
    where l."id" = x.id
  `.execute(tx.db);
  const after = await updateOrder(tx, order, { status: orderStatus(order, moved) });
  const data = { ...ofSupplier(after), cause };
  tx.emit(purchaseOrderProgressed({ before: order, after, data }));
  return after;
}
