import { sql } from 'kysely';
import { type Row, stepsOf, type Tx, updateLater, writeLater } from '../events/index.js';
import { type Decimal, present, ZERO } from '../kernel/index.js';
import { salesOrderProgressed } from './events.js';
import { lineStatus, orderStatus } from './fulfilment.rules.js';
import { ofCustomer } from './rows.js';

type Line = Row<'SalesOrderLine'>;

/** By how much a line moved, in its unit; below zero where it moved back. */
export interface LineMove {
  readonly planned?: Decimal;
  readonly produced?: Decimal;
  /** Newly reserved; what ships is taken off by itself. */
  readonly reserved?: Decimal;
  readonly shipped?: Decimal;
  readonly returned?: Decimal;
  readonly invoiced?: Decimal;
  readonly credited?: Decimal;
}

const MOVED = ['planned', 'produced', 'shipped', 'returned', 'invoiced', 'credited'] as const;

/** The lines as they are after a move. */
function movedLine(line: Line, move: LineMove | undefined): Line {
  if (!move) return line;
  const moved = MOVED.map((column) => [column, line[column].add(move[column] ?? ZERO)]);
  const after = { ...line, ...(Object.fromEntries(moved) as Partial<Line>) };
  return { ...after, status: lineStatus(after) };
}

function stepOf({ id, status }: Line, move: LineMove) {
  const moved = [...MOVED, 'reserved' as const].map((column) => [column, move[column] ?? ZERO]);
  return { id, status, ...(Object.fromEntries(moved) as Record<string, Decimal>) };
}

/** What ships was reserved first. One statement. */
function moveLines(tx: Tx, steps: readonly ReturnType<typeof stepOf>[]): void {
  if (steps.length === 0) return;
  const moving = sql`
    update "SalesOrderLine" l
    set "planned" = l."planned" + x.planned, "produced" = l."produced" + x.produced,
      "shipped" = l."shipped" + x.shipped, "returned" = l."returned" + x.returned,
      "invoiced" = l."invoiced" + x.invoiced, "credited" = l."credited" + x.credited,
      "reserved" = case when l."shipped" + x.shipped >= l."quantity" then 0
        else greatest(0, l."reserved" + x.reserved - x.shipped) end,
      "status" = x.status, "version" = l."version" + 1
    from json_to_recordset(${stepsOf(steps)})
      as x(id uuid, status text, planned numeric, produced numeric, reserved numeric,
        shipped numeric, returned numeric, invoiced numeric, credited numeric)
    where l."id" = x.id
  `;
  writeLater(tx, moving);
}

/** One locked order, and how its lines move. */
export interface OrderMove {
  readonly order: Row<'SalesOrder'>;
  readonly lines: readonly Line[];
  readonly moves: ReadonlyMap<string, LineMove>;
  readonly patch?: Pick<Row<'SalesOrder'>, 'paidAmount'>;
}

/**
 * Moves lines of locked orders by relative updates, derives the status of each line and order, and
 * tells of each order once. Two statements, whatever the number of orders and lines.
 */
export function progressMany(
  tx: Tx,
  all: readonly OrderMove[],
  cause: string,
): Row<'SalesOrder'>[] {
  const steps: ReturnType<typeof stepOf>[] = [];
  const rows = all.map(({ order, lines, moves, patch }) => {
    const moved = lines.map((line) => movedLine(line, moves.get(line.id)));
    for (const line of moved) {
      const move = moves.get(line.id);
      if (move) steps.push(stepOf(line, move));
    }
    const { paidAmount } = patch ?? order;
    const status = orderStatus(order.status, moved);
    return { id: order.id, version: order.version + 1, updatedAt: tx.now, status, paidAmount };
  });
  moveLines(tx, steps);
  updateLater(tx, 'SalesOrder', rows);
  return all.map(({ order: before }, index) => {
    const after = { ...before, ...present(rows[index]) };
    tx.emit(salesOrderProgressed({ before, after, data: { ...ofCustomer(after), cause } }));
    return after;
  });
}

/** Moves one locked order, as `progressMany`. */
export function progress(tx: Tx, move: OrderMove, cause: string): Row<'SalesOrder'> {
  const [after] = progressMany(tx, [move], cause);
  return present(after);
}
