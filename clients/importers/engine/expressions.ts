import {
  isNothing,
  MappingRefused,
  textOf,
  within,
  type Compile,
  type Compiled,
  type Names,
  type Sight,
} from './compiling.js';
import { conversionOf } from './conversions.js';
import { compileFilter } from './filters.js';
import { pickOf } from './frames.js';
import { listOf, type Expression, type Fields, type Formula, type Value } from './language.js';
import { compileList } from './lists.js';
import { compileLookup } from './lookup-formula.js';
import * as numbers from './numbers.js';
import { below, RowRefused, unknown } from './refusals.js';

/** Makes what a formula begins with, from the part of it that stands under its name. */
type Origin = (formula: Formula, names: Names) => Compiled;

const compileAll = (expressions: readonly Expression[] | undefined, names: Names): Compiled[] =>
  listOf(expressions).map((one, index) => within(index, () => compile(one, names)));

/** Numbers written in a mapping keep the digits they are written with, up to fifteen. */
function constant(value: unknown): Value {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number') {
    const digits = String(value).replace(/e.*$/i, '').replace(/\D/g, '');
    if (digits.length > 15)
      throw new MappingRefused('A number of more than 15 digits must stand in quotes.');
    return numbers.readDecimal(String(value));
  }
  if (Array.isArray(value)) return value.map(constant);
  return Object.fromEntries(
    Object.entries(value as object).map(([field, one]) => [field, constant(one)]),
  );
}

function columnOf(name: string, { frames }: Names): Compiled {
  const pick = pickOf(name, frames);
  if (typeof pick === 'string') throw new MappingRefused(pick);
  return ({ rows }) => {
    const text = pick(rows);
    return text === '' ? null : text;
  };
}

/** Empty operands make the whole empty: an amount that is not there is not 0. */
const arithmetic =
  (name: 'add' | 'subtract' | 'multiply' | 'divide'): Origin =>
  (formula, names) => {
    const operands = compileAll(formula[name], names);
    const { places } = formula;
    if (name === 'divide' && places === undefined)
      throw new MappingRefused('divide needs places, to which it is rounded.');
    return (sight) => {
      const texts = operands.map((one) => textOf(one(sight)));
      if (texts.includes('')) return null;
      return name === 'divide' ? numbers.divide(texts, places ?? 0) : numbers[name](texts);
    };
  };

const PLACE = /\{([^{}]+)\}/g;

function templateOf({ template = '' }: Formula, names: Names): Compiled {
  const columns = [...template.matchAll(PLACE)].map(([, name = '']) => columnOf(name, names));
  const texts = template.split(/\{[^{}]+\}/);
  return (sight) =>
    texts.map((text, index) => text + textOf(columns[index]?.(sight) ?? null)).join('');
}

function caseOf(formula: Formula, names: Names): Compiled {
  const cases = listOf(formula.case).map(({ where, then }, index) =>
    within(index, () => ({
      holds: within('where', () => compileFilter(where, names, compile)),
      value: within('then', () => compile(then, names)),
    })),
  );
  const { otherwise } = formula;
  const last = otherwise === undefined ? () => null : compile(otherwise, names);
  return (sight) => (cases.find(({ holds }) => holds(sight))?.value ?? last)(sight);
}

const origins = {
  column: ({ column = '' }, names) => columnOf(column, names),
  value: ({ value }) => {
    const made = constant(value);
    return () => made;
  },
  parameter: ({ parameter = '' }, { ground }) => {
    const value = ground.parameters[parameter];
    const known = Object.keys(ground.parameters);
    if (value === undefined) throw new MappingRefused(unknown('The parameter', parameter, known));
    return () => String(value);
  },
  number: ({ number: { from = 1, step = 1 } = {} }) => {
    return ({ position }) => String(from + position * step);
  },
  template: templateOf,
  words: ({ words, between = ' ' }, names) => {
    const all = compileAll(words, names);
    return (sight) => {
      const texts = all.map((one) => textOf(one(sight))).filter((text) => text !== '');
      return texts.length === 0 ? null : texts.join(between);
    };
  },
  coalesce: ({ coalesce }, names) => {
    const all = compileAll(coalesce, names);
    return (sight) => {
      for (const one of all) {
        const value = one(sight);
        if (!isNothing(value)) return value;
      }
      return null;
    };
  },
  add: arithmetic('add'),
  subtract: arithmetic('subtract'),
  multiply: arithmetic('multiply'),
  divide: arithmetic('divide'),
  case: caseOf,
  lookup: ({ lookup = {} }, names) => compileLookup(lookup, names, { compile, compileFields }),
  object: ({ object = {} }, names) => compileFields(object, names),
  list: ({ list }, names) => compileList(listOf(list), names, compile),
} satisfies Partial<Record<keyof Formula, Origin>>;

export const originNames = Object.keys(origins) as (keyof typeof origins)[];

/** Thrown inside, so that a field that must not be empty names itself. */
const missing = () => new RowRefused('VALUE_MISSING', 'A value is missing.');

/** Compiles an expression: its origin, then its conversions, then what stands in for nothing. */
export const compile: Compile = (expression, names) => {
  if (typeof expression === 'string') return named(expression, columnOf(expression, names));
  if (typeof expression !== 'object') {
    const made = constant(expression);
    return () => made;
  }
  const [origin, ...more] = originNames.filter((name) => expression[name] !== undefined);
  if (origin === undefined || more.length > 0)
    throw new MappingRefused(`An expression has exactly one of ${originNames.join(', ')}.`);
  const make: Origin = origins[origin];
  const begin = within(origin, () => make(expression, names));
  return named(expression.column, ending(expression, begin, names));
};

function ending(formula: Formula, begin: Compiled, { ground }: Names): Compiled {
  const conversions = listOf(formula.as).map((one) =>
    within('as', () => conversionOf(one, ground.tables)),
  );
  const standIn = formula.default === undefined ? null : constant(formula.default);
  return (sight) => {
    const value = conversions.reduce((last, convert) => convert(last), begin(sight));
    if (!isNothing(value)) return value;
    if (standIn === null && formula.empty === 'refuse') throw missing();
    return standIn;
  };
}

function named(column: string | undefined, compiled: Compiled): Compiled {
  if (column === undefined) return compiled;
  return (sight) => {
    try {
      return compiled(sight);
    } catch (error) {
      throw error instanceof RowRefused ? error.inColumn(column) : error;
    }
  };
}

/** Compiles the fields of an object; those that come to nothing are left out, or cleared. */
export function compileFields(fields: Fields, names: Names): Compiled {
  const compiled = Object.entries(fields).map(([field, expression]) => ({
    field,
    value: within(field, () => compile(expression, names)),
    clears: typeof expression === 'object' && expression.empty === 'clear',
  }));
  return (sight: Sight) => {
    const made: Record<string, Value> = {};
    for (const { field, value, clears } of compiled) {
      const one = below(field, () => value(sight));
      if (!isNothing(one)) made[field] = one;
      else if (clears) made[field] = null;
    }
    return made;
  };
}
