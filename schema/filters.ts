import type { InputRef } from '@pothos/core';
import { builder } from './builder.js';
import type { ChoiceRef, ColumnDeclaration } from './columns.js';

type AnyInput = InputRef;
type InputTypeName = 'String' | 'ID' | 'Int' | 'Decimal' | 'Boolean' | 'Date' | 'DateTime';

const isNullText = 'Whether the value is null.';

function comparable(name: string, type: InputTypeName, what: string): AnyInput {
  return builder.inputType(name, {
    description: `Conditions on ${what}; all that are given must hold.`,
    fields: (t) => ({
      eq: t.field({ type, description: 'Equal to.' }),
      ne: t.field({ type, description: 'Not equal to.' }),
      in: t.field({ type: [type], description: 'One of these.' }),
      gt: t.field({ type, description: 'Greater than.' }),
      gte: t.field({ type, description: 'Greater than or equal to.' }),
      lt: t.field({ type, description: 'Less than.' }),
      lte: t.field({ type, description: 'Less than or equal to.' }),
      isNull: t.boolean({ description: isNullText }),
    }),
  });
}

const IDFilter: AnyInput = builder.inputType('IDFilter', {
  description: 'Conditions on an id; all that are given must hold.',
  fields: (t) => ({
    eq: t.id({ description: 'This id.' }),
    in: t.idList({ description: 'One of these ids.' }),
  }),
});

const StringFilter: AnyInput = builder.inputType('StringFilter', {
  description: 'Conditions on a text; all that are given must hold.',
  fields: (t) => ({
    eq: t.string({ description: 'Equal to, letter by letter.' }),
    ne: t.string({ description: 'Not equal to.' }),
    in: t.stringList({ description: 'One of these.' }),
    gt: t.string({ description: 'Behind this text in order.' }),
    gte: t.string({ description: 'This text or behind it in order.' }),
    lt: t.string({ description: 'Before this text in order.' }),
    lte: t.string({ description: 'This text or before it in order.' }),
    contains: t.string({ description: 'Contains this text, in whatever case.' }),
    startsWith: t.string({ description: 'Starts with this text, in whatever case.' }),
    isNull: t.boolean({ description: isNullText }),
  }),
});

const BooleanFilter: AnyInput = builder.inputType('BooleanFilter', {
  description: 'Conditions on yes or no.',
  fields: (t) => ({
    eq: t.boolean({ description: 'Equal to.' }),
    isNull: t.boolean({ description: isNullText }),
  }),
});

const StringListFilter: AnyInput = builder.inputType('StringListFilter', {
  description: 'Conditions on a list of texts.',
  fields: (t) => ({
    has: t.string({ description: 'Contains exactly this text.' }),
    isNull: t.boolean({ description: isNullText }),
  }),
});

export const IntFilter = comparable('IntFilter', 'Int', 'a whole number');
export const DecimalFilter = comparable('DecimalFilter', 'Decimal', 'an exact number');
export const DateFilter = comparable('DateFilter', 'Date', 'a date');
export const DateTimeFilter = comparable('DateTimeFilter', 'DateTime', 'an instant');

const filters: Record<Exclude<ColumnDeclaration['kind'], 'choice'>, AnyInput> = {
  text: StringFilter,
  id: IDFilter,
  integer: IntFilter,
  decimal: DecimalFilter,
  boolean: BooleanFilter,
  date: DateFilter,
  instant: DateTimeFilter,
  money: DecimalFilter,
  quantity: DecimalFilter,
  texts: StringListFilter,
};

const choiceFilters = new Map<string, AnyInput>();

function choiceFilter(ref: ChoiceRef): AnyInput {
  const name = `${ref.choiceName}Filter`;
  const known = choiceFilters.get(name);
  if (known) return known;
  const filter: AnyInput = builder.inputType(name, {
    description: `Conditions on a ${ref.choiceName}; all that are given must hold.`,
    fields: (t) => ({
      eq: t.field({ type: ref, description: 'Equal to.' }),
      ne: t.field({ type: ref, description: 'Not equal to.' }),
      in: t.field({ type: [ref], description: 'One of these.' }),
      isNull: t.boolean({ description: isNullText }),
    }),
  });
  choiceFilters.set(name, filter);
  return filter;
}

/** The input by which a column is filtered. */
export const filterOf = (column: ColumnDeclaration): AnyInput =>
  column.kind === 'choice' ? choiceFilter(column.choice!) : filters[column.kind];

export const OrderDirection = builder.enumType('OrderDirection', {
  description: 'Which end of an order comes first.',
  values: {
    ASC: { description: 'The smallest first.' },
    DESC: { description: 'The greatest first.' },
  },
});

const NullsOrder = builder.enumType('NullsOrder', {
  description: 'Where rows without a value stand.',
  values: {
    FIRST: { description: 'Before all others.' },
    LAST: { description: 'Behind all others.' },
  },
});

export const Order: AnyInput = builder.inputType('Order', {
  description: 'How one field orders a list.',
  fields: (t) => ({
    direction: t.field({
      type: OrderDirection,
      required: true,
      defaultValue: 'ASC',
      description: 'Which end comes first.',
    }),
    nulls: t.field({
      type: NullsOrder,
      description: 'Where nulls stand: last when ascending, first when descending, unless told.',
    }),
  }),
});
