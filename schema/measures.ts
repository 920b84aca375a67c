import type { InputRef } from '@pothos/core';
import { builder } from './builder.js';
import { DateFilter, DateTimeFilter, DecimalFilter, Order } from './filters.js';
import { Money, Quantity } from './values.js';

/** What is worked out of a column over the rows of a group, as the reader shapes it. */
type Measured = Readonly<Record<string, unknown>>;

const words = {
  count: 'How many rows have a value.',
  sum: 'All values added up, exact.',
  avg: 'The mean of the values, rounded at 16 significant digits or later.',
  min: 'The smallest value.',
  max: 'The greatest value.',
} as const;

const numeric = ['sum', 'avg', 'min', 'max'] as const;
const extreme = ['min', 'max'] as const;

function measures(
  name: string,
  type: unknown,
  functions: readonly (keyof typeof words)[],
  description: string,
) {
  return builder.objectRef<Measured>(name).implement({
    description,
    fields: (t) => {
      const field = t.field.bind(t) as unknown as (options: object) => ReturnType<typeof t.boolean>;
      const of = (fn: keyof typeof words, as: unknown) =>
        field({
          type: as,
          nullable: fn !== 'count',
          description: words[fn],
          extensions: { isColumn: true },
          resolve: (row: Measured) => row[fn],
        });
      return Object.fromEntries([
        ['count', of('count', 'Int')],
        ...functions.map((fn) => [fn, of(fn, type)]),
      ]) as Record<string, ReturnType<typeof t.boolean>>;
    },
  });
}

/** The types of what is measured, by the names that the reader knows. */
export const measureTypes = {
  NumberMeasures: measures(
    'NumberMeasures',
    'Decimal',
    numeric,
    'What is worked out of numbers; null where no row has a value.',
  ),
  MoneyMeasures: measures(
    'MoneyMeasures',
    Money,
    numeric,
    'What is worked out of amounts of one currency; null where no row has a value.',
  ),
  QuantityMeasures: measures(
    'QuantityMeasures',
    Quantity,
    numeric,
    'What is worked out of quantities of one unit; null where no row has a value.',
  ),
  DateMeasures: measures(
    'DateMeasures',
    'Date',
    extreme,
    'The first and the last of dates; null where no row has a value.',
  ),
  DateTimeMeasures: measures(
    'DateTimeMeasures',
    'DateTime',
    extreme,
    'The first and the last of instants; null where no row has a value.',
  ),
};

function inputs(
  name: string,
  type: InputRef,
  functions: readonly (keyof typeof words)[],
  isOneOf: boolean,
  description: string,
): InputRef {
  return builder.inputType(name, {
    description,
    isOneOf,
    fields: (t) =>
      Object.fromEntries(
        functions.map((fn) => [fn, t.field({ type, description: words[fn] })] as const),
      ),
  });
}

const NumberHaving = inputs(
  'NumberHaving',
  DecimalFilter,
  numeric,
  false,
  'Conditions on what is worked out of numbers; all that are given must hold.',
);
const DateHaving = inputs(
  'DateHaving',
  DateFilter,
  extreme,
  false,
  'Conditions on the first and the last of dates; all that are given must hold.',
);
const DateTimeHaving = inputs(
  'DateTimeHaving',
  DateTimeFilter,
  extreme,
  false,
  'Conditions on the first and the last of instants; all that are given must hold.',
);
const NumberMeasureOrder = inputs(
  'NumberMeasureOrder',
  Order,
  numeric,
  true,
  'One measure of numbers that orders groups; exactly one is given.',
);
const ExtremeOrder = inputs(
  'ExtremeOrder',
  Order,
  extreme,
  true,
  'The first or the last date that orders groups; exactly one is given.',
);

type MeasuresName = keyof typeof measureTypes;

/** The input by which a measure is filtered. */
export const havingTypes: Record<MeasuresName, InputRef> = {
  NumberMeasures: NumberHaving,
  MoneyMeasures: NumberHaving,
  QuantityMeasures: NumberHaving,
  DateMeasures: DateHaving,
  DateTimeMeasures: DateTimeHaving,
};

/** The input by which a measure orders groups. */
export const measureOrders: Record<MeasuresName, InputRef> = {
  NumberMeasures: NumberMeasureOrder,
  MoneyMeasures: NumberMeasureOrder,
  QuantityMeasures: NumberMeasureOrder,
  DateMeasures: ExtremeOrder,
  DateTimeMeasures: ExtremeOrder,
};
