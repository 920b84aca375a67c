/** What is worked out of a line's quantities: what is being made of it, and how far that is. */
import { decimal as exact } from '../../modules/kernel/index.js';
import { inProduction, productionPercent } from '../../modules/sales/index.js';
import type { RawKeys } from '../../prisma/reader/index.js';
import { computed } from '../noun.js';
import { Quantity } from '../values.js';
import { SalesOrderLine } from './sales-order.js';

const MAKING = ['planned', 'produced'] as const;

const makingOf = (row: RawKeys) => ({
  planned: exact(String(row.planned)),
  produced: exact(String(row.produced)),
});

computed(SalesOrderLine, 'inProduction', {
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

computed(SalesOrderLine, 'productionPercent', {
  description: 'How much of what work orders make is made, in percent; null when nothing is.',
  type: 'Decimal',
  needs: MAKING,
  load: (rows) =>
    Promise.resolve(rows.map((row) => productionPercent(makingOf(row))?.toFixed() ?? null)),
});
