import { describe, expect, it } from 'vitest';
import type { Finding, Ground, Sight } from '../../../clients/importers/engine/compiling.js';
import { keyOf } from '../../../clients/importers/engine/compiling.js';
import { compile } from '../../../clients/importers/engine/expressions.js';
import { compileFilter } from '../../../clients/importers/engine/filters.js';
import { compileJoins } from '../../../clients/importers/engine/joins.js';
import type {
  Expression,
  Filter,
  Joins,
  Value,
} from '../../../clients/importers/engine/language.js';

const sources: Record<string, Record<string, string>[]> = {
  lines: [
    { order: '1', pos: '20', item: 'B', qty: '2', price: '1.50' },
    { order: '1', pos: '10', item: 'A', qty: '1', price: '7.00' },
    { order: '2', pos: '10', item: 'C', qty: '5', price: '3.00' },
  ],
  prices: [
    { item: 'A', from: '2026-01-01', to: '2026-01-31', price: '1' },
    { item: 'A', from: '2026-02-01', to: '', price: '2' },
  ],
};

const columnsOf = (source: string) => Object.keys(sources[source]?.[0] ?? {});

const ground: Ground = {
  tables: { units: { KG: 'KGM', ST: 'C62' } },
  parameters: { from: '2026-02-10' },
  columnsOf,
  index: (source, columns) => ({
    rows: (key) =>
      (sources[source] ?? [])
        .filter((row) => keyOf(columns.map((column) => row[column] ?? '')) === key)
        .map((row, index) => ({ values: Object.values(row), number: index + 2 })),
  }),
  checkStep: () => undefined,
  checkQuery: () => undefined,
};

const finding: Finding = {
  inStep: (step, key) => (step === 'items' && key !== 'missing' ? `Item:${key}` : undefined),
  onServer: ({ value }) => `Found:${JSON.stringify(value)}`,
};

const row = { id: '1', name: ' Anna ', first: 'Anna', middle: '', last: 'Berg', qty: '3', on: '' };

/** Evaluates an expression on the row above, changed in some columns. */
function evaluate(expression: Expression, changed: Partial<typeof row> = {}, join?: Joins): Value {
  const frames = [{ alias: '', columns: Object.keys(row) }];
  const joined = compileJoins(join, { ground, frames }, compile);
  const compiled = compile(expression, joined.names);
  const values = Object.values({ ...row, ...changed });
  const sight: Sight = { rows: [{ values, number: 2 }], position: 4, finding };
  return compiled(joined.sight(sight));
}

function holds(filter: Filter, changed: Partial<typeof row> = {}): boolean {
  const names = { ground, frames: [{ alias: '', columns: Object.keys(row) }] };
  const values = Object.values({ ...row, ...changed });
  const sight = { rows: [{ values, number: 2 }], position: 0, finding };
  return compileFilter(filter, names, compile)(sight);
}

describe('an expression', () => {
  it.each<[Expression, Value]>([
    ['name', ' Anna '],
    ['middle', null],
    [3, '3'],
    [false, false],
    [{ value: 'EUR' }, 'EUR'],
    [{ value: { a: [1.5, true] } }, { a: ['1.5', true] }],
    [{ column: 'name', as: ['trim', 'upper'] }, 'ANNA'],
    [{ column: 'middle', default: '-' }, '-'],
    [{ parameter: 'from' }, '2026-02-10'],
    [{ number: { from: 10, step: 10 } }, '50'],
    [{ template: '{id}/{last}!' }, '1/Berg!'],
    [{ words: ['first', 'middle', 'last'] }, 'Anna Berg'],
    [{ coalesce: ['middle', 'last'] }, 'Berg'],
    [{ add: ['qty', 0.1, 0.2] }, '3.3'],
    [{ multiply: ['qty', 'middle'] }, null],
    [{ divide: [1, 'qty'], places: 4 }, '0.3333'],
    [{ case: [{ where: { is: 'qty', atLeast: 3 }, then: 'last' }], otherwise: 'first' }, 'Berg'],
    [{ case: [{ where: { is: 'qty', atLeast: 4 }, then: 'last' }] }, null],
    [{ lookup: { table: 'units', key: { value: 'KG' } } }, 'KGM'],
    [{ lookup: { step: 'items', key: 'id' } }, 'Item:1'],
    [{ lookup: { step: 'items', key: 'middle' } }, null],
    [{ lookup: { step: 'items', key: { value: 'missing' }, missing: 'leave' } }, null],
    [{ lookup: { query: 'item', by: { code: 'id' } } }, 'Found:{"code":"1"}'],
    [{ lookup: { query: 'item', by: { code: 'middle' } } }, null],
    [
      {
        lookup: {
          query: 'warehouse',
          by: { code: { object: { company: 'id', code: 'middle' } } },
        },
      },
      null,
    ],
    [
      { object: { a: 'id', b: 'middle', c: { column: 'middle', empty: 'clear' } } },
      { a: '1', c: null },
    ],
  ])('%j comes to %j', (expression, value) => {
    expect(evaluate(expression)).toEqual(value);
  });

  it('takes the rows of another file below a row, in order, and sees its parent', () => {
    const list = {
      each: 'lines',
      on: { order: 'id' },
      orderBy: 'pos',
      item: { object: { item: 'item', at: { number: {} }, of: 'parent.last' } },
    } as const;
    expect(evaluate({ list })).toEqual([
      { item: 'A', at: '1', of: 'Berg' },
      { item: 'B', at: '2', of: 'Berg' },
    ]);
  });

  it('shares an amount out over the items of a list, and adds another item', () => {
    const list = [
      {
        each: 'lines',
        on: { order: 'id' },
        spread: { tax: { amount: 1, over: { multiply: ['qty', 'price'] }, places: 2 } },
        item: { object: { item: 'item' } },
      },
      { where: { is: 'qty', atLeast: 1 }, item: { object: { item: { value: 'freight' } } } },
    ] as const;
    expect(evaluate({ list })).toEqual([
      { item: 'B', tax: '0.3' },
      { item: 'A', tax: '0.7' },
      { item: 'freight' },
    ]);
  });

  it('joins the row of another file that is effective on a day', () => {
    const join = {
      price: {
        source: 'prices',
        on: { item: { value: 'A' } },
        where: { effectiveOn: { parameter: 'from' }, from: 'price.from', to: 'price.to' },
      },
    };
    expect(evaluate('price.price', {}, join)).toBe('2');
  });

  it.each<[Expression, string, string]>([
    [{ column: 'name', as: 'decimal' }, 'DECIMAL_UNREADABLE', 'Column name: '],
    [{ column: 'last', as: 'date' }, 'DATE_UNREADABLE', 'Column last: '],
    [{ lookup: { step: 'items', key: { value: 'missing' } } }, 'LOOKUP_EMPTY', '“missing”'],
    [{ column: 'middle', empty: 'refuse' }, 'VALUE_MISSING', 'Column middle: '],
  ])('%j refuses the row with %s and names the column', (expression, code, message) => {
    const refused = () => evaluate({ object: { field: { coalesce: [expression] } } });
    expect(refused).toThrow(expect.objectContaining({ code, path: ['field'] }));
    expect(refused).toThrow(message);
  });

  it.each<[Expression, string]>([
    ['nmae', 'The column nmae is not known: did you mean name?'],
    [{ parameter: 'form' }, 'The parameter form is not known: did you mean from?'],
    [{ lookup: { table: 'unit', key: 'id' } }, 'did you mean units?'],
    [{ column: 'id', value: 1 }, 'exactly one of'],
    [{ divide: ['id', 'qty'] }, 'needs places'],
    [{ value: 0.12345678901234567 }, 'more than 15 digits'],
  ])('%j is refused before any row is read: %s', (expression, message) => {
    expect(() => evaluate(expression)).toThrow(message);
  });
});

describe('a filter', () => {
  it.each<[Filter, boolean]>([
    [{ is: 'qty', equals: 3 }, true],
    [{ is: 'qty', equals: '3.0' }, true],
    [{ is: 'last', equals: { column: 'first' } }, false],
    [{ is: 'last', in: ['Berg', 'Tal'] }, true],
    [{ is: 'middle', empty: true }, true],
    [{ is: 'qty', between: [1, 3] }, true],
    [{ is: 'qty', between: [4, 9] }, false],
    [{ is: 'middle', atMost: 5 }, false],
    [{ is: 'last', startsWith: 'Be' }, true],
    [{ is: 'last', contains: 'xx' }, false],
    [{ not: { is: 'qty', equals: 3 } }, false],
    [
      {
        any: [
          { is: 'qty', equals: 9 },
          { is: 'last', equals: 'Berg' },
        ],
      },
      true,
    ],
    [
      [
        { is: 'qty', equals: 3 },
        { is: 'last', equals: 'Tal' },
      ],
      false,
    ],
    [{ exists: 'lines', on: { order: 'id' } }, true],
    [{ exists: 'lines', on: { order: 'id' }, where: { is: 'lines.qty', atLeast: 9 } }, false],
  ])('%j holds: %j', (filter, expected) => {
    expect(holds(filter)).toBe(expected);
  });

  it('holds on the first and the last day of a span, and not outside', () => {
    const filter = {
      effectiveOn: { column: 'on' },
      from: { value: '2026-01-01' },
      to: { value: '2026-01-31' },
    };
    const days = ['2025-12-31', '2026-01-01', '2026-01-31', '2026-02-01'];
    expect(days.map((on) => holds(filter, { on }))).toEqual([false, true, true, false]);
  });

  it('needs a test', () => {
    expect(() => holds({ is: 'qty' })).toThrow('needs a test');
  });
});
