/** What is worked out of a work order: what is left, how far it is, and what it cost. */
import type { Decimal } from '../../modules/kernel/index.js';
import { decimal as exact, localDateAt } from '../../modules/kernel/index.js';
import { productionFigures } from '../../modules/manufacturing/index.js';
import type { RawKeys } from '../../prisma/reader/index.js';
import { builder } from '../builder.js';
import { computed } from '../noun.js';
import { Money, Quantity } from '../values.js';
import { WorkOrder } from './work-order.js';

const MADE = ['quantity', 'completed', 'scrapped'] as const;

const madeOf = (row: RawKeys) => ({
  quantity: exact(String(row.quantity)),
  completed: exact(String(row.completed)),
  scrapped: exact(String(row.scrapped)),
});

computed(WorkOrder, 'remaining', {
  description: 'How much is still to be made.',
  type: Quantity,
  needs: [...MADE, 'unit'],
  load: (rows) =>
    Promise.resolve(
      rows.map((row) => ({
        value: productionFigures.remainingOf(madeOf(row)).toFixed(),
        unit: String(row.unit),
      })),
    ),
});

computed(WorkOrder, 'shortfall', {
  description: 'How much less than ordered comes of it: scrap, and what was not made at its end.',
  type: Quantity,
  needs: [...MADE, 'status', 'unit'],
  load: (rows) =>
    Promise.resolve(
      rows.map((row) => ({
        value: productionFigures
          .shortfall({ ...madeOf(row), status: String(row.status) })
          .toFixed(),
        unit: String(row.unit),
      })),
    ),
});

computed(WorkOrder, 'progressPercent', {
  description: 'How much of it is made or thrown away, in percent.',
  type: 'Decimal',
  needs: MADE,
  load: (rows) =>
    Promise.resolve(rows.map((row) => productionFigures.progressPercent(madeOf(row)).toFixed())),
});

computed(WorkOrder, 'isLate', {
  description:
    "Whether it is past its due day and not completed, today in the company's time zone.",
  type: 'Boolean',
  needs: ['companyId', 'status', 'dueOn'],
  load: async (rows, _args, reader) => {
    const answer = await reader.query({
      text: 'select id, "timeZone" from "Company" where id = any($1::uuid[])',
      values: [[...new Set(rows.map((row) => row.companyId))]],
    });
    const today = new Map(
      answer.rows.map(([id, timeZone]) => [id, localDateAt(reader.now, timeZone as string)]),
    );
    return rows.map(({ status, dueOn, companyId }) =>
      productionFigures.isLate(String(status), String(dueOn), today.get(companyId)!),
    );
  },
});

interface Cost {
  readonly currency: string;
  readonly amounts: Readonly<Record<(typeof ELEMENTS)[number], Decimal>>;
}

const ELEMENTS = [
  'materialCost',
  'labourCost',
  'overheadCost',
  'completedCost',
  'varianceCost',
] as const;

const amountOf =
  (of: (amounts: Cost['amounts']) => Decimal) =>
  ({ amounts, currency }: Cost) => ({ amount: of(amounts).toFixed(), currency });

const WorkOrderCost = builder.objectRef<Cost>('WorkOrderCost').implement({
  description: 'What went into a work order and came out of it, in base currency.',
  fields: (t) => {
    const money = (description: string, of: (amounts: Cost['amounts']) => Decimal) =>
      t.field({ type: Money, nullable: false, description, resolve: amountOf(of) });
    return {
      material: money('What was issued, less what came back.', (one) => one.materialCost),
      labour: money('Time of people and machines.', (one) => one.labourCost),
      overhead: money('Overhead absorbed with the time.', (one) => one.overheadCost),
      completed: money('What the product and by-products were taken on stock at.', (one) => {
        return one.completedCost;
      }),
      variance: money('What was swept into variances at its end.', (one) => one.varianceCost),
      inProcess: money('What stands in work in process.', productionFigures.inProcess),
    };
  },
});

computed(WorkOrder, 'cost', {
  description: 'What went into it and came out of it, in base currency.',
  permission: 'manufacturing.cost.read',
  type: WorkOrderCost,
  needs: [...ELEMENTS, 'currency'],
  load: (rows) =>
    Promise.resolve(
      rows.map((row) => ({
        currency: String(row.currency),
        amounts: Object.fromEntries(ELEMENTS.map((one) => [one, exact(String(row[one]))])),
      })),
    ),
});
