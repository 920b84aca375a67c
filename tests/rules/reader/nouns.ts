import type { ReadColumn, ReadNoun, ReaderActor } from '../../../prisma/reader/index.js';

/** Two small nouns for the reader's own rules: an order of a customer. */

const column = (kind: ReadColumn['kind'], name: string, more: Partial<ReadColumn> = {}) => ({
  ...{ kind, column: name, isNullable: false, isFilterable: true },
  ...more,
});

const declared = (name: string, columns: Record<string, ReadColumn>): ReadNoun => ({
  ...{ name, table: name, permission: `${name}.read`, companyColumn: 'companyId' },
  ...{ columns: { id: column('id', 'id'), ...columns }, edges: {}, computed: {} },
  lookups: { number: false, code: false, refs: false },
});

export const Customer = declared('Customer', { name: column('text', 'name') });

export const Order: ReadNoun = {
  ...declared('Order', {
    number: column('text', 'number'),
    count: column('integer', 'count'),
    margin: column('decimal', 'margin', { permission: 'margin.read' }),
    wantedOn: column('date', 'wantedOn', { isNullable: true }),
    amount: column('money', 'netAmount', { beside: 'currency' }),
    tags: column('texts', 'tags'),
    status: column('choice', 'status'),
  }),
  edges: {
    customer: { kind: 'one', to: () => Customer, by: 'customerId', from: 'id' },
    parts: { kind: 'many', to: () => Order, by: 'parentId', from: 'id' },
  },
};

export const reader = (
  permissions: readonly string[] = ['Order.read', 'Customer.read', 'margin.read'],
  companies: ReaderActor['companies'] = 'ALL',
): ReaderActor => ({ permissions: new Set(permissions), companies });
