import { sql } from 'kysely';
import type { Row, Tx } from '../events/index.js';
import { type Decimal, ZERO } from '../kernel/index.js';
import { salesOrderProgressed } from './events.js';
import { lineStatus, orderStatus } from './fulfilment.rules.js';
import { ofCustomer, stepsOf } from './rows.js';
import { updateOrder } from './sales-order-rows.js';

type Line = Row<'SalesOrderLine'>;

/** By how much a line moved, in its unit. */
export interface LineMove {
  readonly shipped?: Decimal;
  readonly invoiced?: Decimal;
}

/** The lines as they are after a move; what ships was reserved first. */
function movedLine(line: Line, move: LineMove | undefined): Line {
  if (!move) return line;
  const { shipped = ZERO, invoiced = ZERO } = move;
  const after = {
    ...line,
    shipped: line.shipped.add(shipped),
    invoiced: line.invoiced.add(invoiced),
  };
  return { ...after, status: lineStatus(after) };
}

/**
 * Moves lines of a locked order by relative updates, derives the status of each and of the order,
 * and tells of it once. Two statements, whatever the number of lines.
 */
export async function progress(
  tx: Tx,
  order: Row<'SalesOrder'>,
  lines: readonly Line[],
  moves: ReadonlyMap<string, LineMove>,
  cause: string,
): Promise<Row<'SalesOrder'>> {
  const moved = lines.map((line) => movedLine(line, moves.get(line.id)));
  const steps = moved
    .filter((line) => moves.has(line.id))
    .map(({ id, status }) => {
      const { shipped = ZERO, invoiced = ZERO } = moves.get(id) ?? {};
      return { id, status, shipped, invoiced };
    });
  await sql`
    update "SalesOrderLine" l
    set "shipped" = l."shipped" + x.shipped, "invoiced" = l."invoiced" + x.invoiced,
      "reserved" = case when l."shipped" + x.shipped >= l."quantity" then 0
        else greatest(0, l."reserved" - x.shipped) end,
      "status" = x.status, "version" = l."version" + 1
    from json_to_recordset(${stepsOf(steps)})
      as x(id uuid, status text, shipped numeric, invoiced numeric)
    where l."id" = x.id
  `.execute(tx.db);
  const after = await updateOrder(tx, order, { status: orderStatus(order.status, moved) });
  tx.emit(salesOrderProgressed({ before: order, after, data: { ...ofCustomer(after), cause } }));
  return after;
}
