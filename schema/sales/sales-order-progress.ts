/** What is worked out of a line's quantities: what is being made of it, and how far that is. */
import { decimal as exact } from '../../modules/kernel/index.js';
import { inProduction, openToMake, productionPercent } from '../../modules/sales/index.js';
import type { RawKeys } from '../../prisma/reader/index.js';
import { computed } from '../noun.js';
import { Quantity } from '../values.js';
import { OrderStatusLine } from './order-status.js';
import { SalesOrderLine } from './sales-order.js';

const MAKING = ['planned', 'produced'] as const;

const makingOf = (row: RawKeys) => ({
  planned: exact(String(row.planned)),
  produced: exact(String(row.produced)),
});

for (const line of [SalesOrderLine, OrderStatusLine]) {
  computed(line, 'inProduction', {
    description: 'How much of it is being made: planned and not produced yet.',
    type: Quantity,
    needs: [...MAKING, 'unit'],
    load: (rows) =>
      Promise.resolve(
        rows.map((row) => ({
          value: inProduction(makingOf(row)).toFixed(),
          unit: String(row.unit),
        })),
      ),
  });

  computed(line, 'productionPercent', {
    description: 'How much of what work orders make is made, in percent; null when nothing is.',
    type: 'Decimal',
    needs: MAKING,
    load: (rows) =>
      Promise.resolve(rows.map((row) => productionPercent(makingOf(row))?.toFixed() ?? null)),
  });
}

const TAKEN = ['quantity', 'planned', 'produced', 'reserved', 'shipped', 'invoiced'] as const;

const lineOf = (row: RawKeys) => {
  const numbers = TAKEN.map((name) => [name, exact(String(row[name]))]);
  const { id, kind, status } = row;
  return { id, kind, status, ...Object.fromEntries(numbers) } as Parameters<typeof openToMake>[0];
};

computed(SalesOrderLine, 'openToMake', {
  description:
    'How much of it is neither being made nor made nor ready from stock, such as what was ' +
    'scrapped and is to be made up for: as much as salesOrderMakeWorkOrders makes.',
  type: Quantity,
  needs: [...TAKEN, 'id', 'kind', 'status', 'unit'],
  load: (rows) =>
    Promise.resolve(
      rows.map((row) => ({
        value: openToMake(lineOf(row)).toFixed(),
        unit: String(row.unit),
      })),
    ),
});
