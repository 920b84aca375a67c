import { globalId } from '../../modules/kernel/index.js';
import {
  type KeptChange,
  revivedChange,
  salesOrderChangeLifecycle,
} from '../../modules/sales/index.js';
import { builder } from '../builder.js';
import { choice, choices, date, instant, money, text } from '../columns.js';
import { documented } from '../common.js';
import { computed, edge, noun } from '../noun.js';
import { SalesOrder } from './sales-order.js';

export const SalesOrderChangeStatus = choices(
  'SalesOrderChangeStatus',
  'What has become of a change of an order.',
  {
    DRAFT: 'It is asked for.',
    APPLIED: 'The order is changed by it.',
    REJECTED: 'It was turned down.',
  },
);

export const SalesOrderChange = noun('SalesOrderChange', {
  description: 'A change of a confirmed order that customer and company agree on.',
  permission: 'sales.salesOrderChange.read',
  company: 'companyId',
  lookups: { number: true },
  document: { lifecycle: salesOrderChangeLifecycle },
  columns: {
    ...documented,
    number: text('The number, from the series of its company.'),
    status: choice(SalesOrderChangeStatus, 'What has become of it.'),
    reason: text('Why it was asked for.'),
    documentOn: date('The day on which it was agreed.'),
    appliedAt: instant('When the order was changed by it; null before.', { isNullable: true }),
    netAmount: money("By how much the order's amount before tax moves by it.", 'currency'),
  },
});

type Changed = KeptChange['changed'][number];
type Added = KeptChange['added'][number];

const ChangedLine = builder.objectRef<Changed>('ChangedLine').implement({
  description: 'What is changed of a line; null where it stays.',
  fields: (t) => ({
    salesOrderLineId: t.id({
      nullable: false,
      description: 'The line.',
      resolve: (line) => globalId('SalesOrderLine', line.salesOrderLineId),
    }),
    quantity: t.field({
      type: 'Decimal',
      description: "How much is ordered then, in the line's unit.",
      resolve: ({ quantity }) => quantity?.toFixed() ?? null,
    }),
    unitPrice: t.field({
      type: 'Decimal',
      description: "What one unit costs then, in the order's currency.",
      resolve: ({ unitPrice }) => unitPrice?.toFixed() ?? null,
    }),
    discountPercent: t.field({
      type: 'Decimal',
      description: 'Percent taken off the price then.',
      resolve: ({ discountPercent }) => discountPercent?.toFixed() ?? null,
    }),
    requestedOn: t.field({
      type: 'Date',
      description: 'When the customer wants it then.',
      resolve: ({ requestedOn }) => requestedOn ?? null,
    }),
  }),
});

const AddedLine = builder.objectRef<Added>('AddedLine').implement({
  description: 'A line that a change adds.',
  fields: (t) => ({
    itemId: t.id({
      description: 'The item; null for a charge.',
      resolve: ({ itemId }) => (itemId === null ? null : globalId('Item', itemId)),
    }),
    description: t.exposeString('description', {
      nullable: false,
      description: 'What is sold, as it is printed.',
    }),
    quantity: t.field({
      type: 'Decimal',
      nullable: false,
      description: 'How much is ordered.',
      resolve: ({ quantity }) => quantity.toFixed(),
    }),
    unit: t.exposeString('unit', { nullable: false, description: 'The unit of the quantity.' }),
    unitPrice: t.field({
      type: 'Decimal',
      nullable: false,
      description: "What one unit costs, in the order's currency.",
      resolve: ({ unitPrice }) => unitPrice.toFixed(),
    }),
  }),
});

const kept = (changes: unknown): KeptChange =>
  revivedChange(typeof changes === 'string' ? JSON.parse(changes) : changes);

computed(SalesOrderChange, 'changed', {
  description: 'The lines that are changed.',
  type: [ChangedLine],
  needs: ['changes'],
  load: (rows) => Promise.resolve(rows.map((row) => kept(row.changes).changed)),
});
computed(SalesOrderChange, 'added', {
  description: 'The lines that are new.',
  type: [AddedLine],
  needs: ['changes'],
  load: (rows) => Promise.resolve(rows.map((row) => kept(row.changes).added)),
});
computed(SalesOrderChange, 'removedLineIds', {
  description: 'The lines that are taken out.',
  type: ['ID'],
  needs: ['changes'],
  load: (rows) =>
    Promise.resolve(
      rows.map((row) =>
        kept(row.changes).removedLineIds.map((id) => globalId('SalesOrderLine', id)),
      ),
    ),
});

edge(SalesOrderChange, 'salesOrder', {
  to: SalesOrder,
  by: 'salesOrderId',
  description: 'The order it changes.',
});
edge(SalesOrder, 'changes', {
  to: SalesOrderChange,
  many: true,
  by: 'salesOrderId',
  description: 'What was changed of it by agreement.',
});
