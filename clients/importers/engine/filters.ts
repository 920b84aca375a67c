import {
  keyOf,
  MappingRefused,
  textOf,
  within,
  type Compile,
  type Compiled,
  type CompiledFilter,
  type Names,
  type RowIndex,
  type Sight,
} from './compiling.js';
import type { Filter, Formula, Operand, Test } from './language.js';
import { compare } from './numbers.js';

type Holds = (text: string, sight: Sight) => boolean;

const operandOf = (operand: Operand, names: Names, compile: Compile): Compiled =>
  typeof operand === 'object'
    ? compile(operand, names)
    : compile({ value: String(operand) } satisfies Formula, names);

/** The tests that compare what `is` comes to with something. */
const comparisons: Readonly<Record<string, (text: string, other: string) => boolean>> = {
  equals: (text, other) => text === other || (text !== '' && compare(text, other) === 0),
  atLeast: (text, other) => text !== '' && compare(text, other) >= 0,
  atMost: (text, other) => text !== '' && compare(text, other) <= 0,
  startsWith: (text, other) => text.startsWith(other),
  contains: (text, other) => text.includes(other),
};

function testsOf(test: Test, names: Names, compile: Compile): Holds[] {
  const found: Holds[] = [];
  for (const [name, holds] of Object.entries(comparisons)) {
    const operand = test[name as keyof Test] as Operand | undefined;
    if (operand === undefined) continue;
    const other = within(name, () => operandOf(operand, names, compile));
    found.push((text, sight) => holds(text, textOf(other(sight))));
  }
  if (test.in) {
    const others = test.in.map((one) => operandOf(one, names, compile));
    found.push((text, sight) => others.some((other) => textOf(other(sight)) === text));
  }
  if (test.between) {
    const [low, high] = test.between.map((one) => operandOf(one, names, compile));
    found.push((text, sight) => {
      const [from, to] = [textOf(low?.(sight) ?? null), textOf(high?.(sight) ?? null)];
      return text !== '' && compare(text, from) >= 0 && compare(text, to) <= 0;
    });
  }
  if (test.empty !== undefined) found.push((text) => (text === '') === test.empty);
  return found;
}

function comparing(test: Test, names: Names, compile: Compile): CompiledFilter {
  if (test.is === undefined) throw new MappingRefused('A filter needs is, exists, any or not.');
  const { is } = test;
  const value = within('is', () => compile(is, names));
  const holds = testsOf(test, names, compile);
  if (holds.length === 0) throw new MappingRefused('A filter needs a test, such as equals.');
  return (sight) => {
    const text = textOf(value(sight));
    return holds.every((one) => one(text, sight));
  };
}

/** Whether a span of days holds a day: from its first on, through its last, open where empty. */
function effective(test: Test, names: Names, compile: Compile): CompiledFilter {
  const on = operandOf(test.effectiveOn ?? '', names, compile);
  const [from, to] = [test.from ?? { value: null }, test.to ?? { value: null }].map((one) =>
    compile(one, names),
  );
  return (sight) => {
    const day = textOf(on(sight));
    const [first, last] = [textOf(from?.(sight) ?? null), textOf(to?.(sight) ?? null)];
    return (first === '' || first <= day) && (last === '' || day <= last);
  };
}

/** Looks rows of a source up by columns that must equal expressions of what is in sight. */
export function belongingOf(
  source: string,
  on: Readonly<Record<string, Parameters<Compile>[0]>>,
  names: Names,
  compile: Compile,
): (sight: Sight) => ReturnType<RowIndex['rows']> {
  const columns = Object.keys(on);
  const values = Object.entries(on).map(([column, expression]) =>
    within('on', () => within(column, () => compile(expression, names))),
  );
  const index = names.ground.index(source, columns);
  return (sight) => {
    const texts = values.map((value) => textOf(value(sight)));
    return texts.includes('') ? [] : index.rows(keyOf(texts));
  };
}

/** Whether another source has a row that belongs here, and for which the filter below holds. */
function existing(test: Test, names: Names, compile: Compile): CompiledFilter {
  const source = test.exists ?? '';
  const belonging = belongingOf(source, test.on ?? {}, names, compile);
  const frames = [...names.frames, { alias: source, columns: names.ground.columnsOf(source) }];
  const filter = compileFilter(test.where, { ...names, frames }, compile);
  return (sight) =>
    belonging(sight).some((row) => filter({ ...sight, rows: [...sight.rows, row] }));
}

/** Compiles a filter; none holds always. */
export function compileFilter(
  filter: Filter | undefined,
  names: Names,
  compile: Compile,
): CompiledFilter {
  if (filter === undefined) return () => true;
  if (Array.isArray(filter)) {
    const all = (filter as readonly Filter[]).map((one, index) =>
      within(index, () => compileFilter(one, names, compile)),
    );
    return (sight) => all.every((one) => one(sight));
  }
  const test = filter as Test;
  if (test.any) {
    const any = test.any.map((one, index) =>
      within('any', () => within(index, () => compileFilter(one, names, compile))),
    );
    return (sight) => any.some((one) => one(sight));
  }
  if (test.not !== undefined) {
    const { not } = test;
    const inner = within('not', () => compileFilter(not, names, compile));
    return (sight) => !inner(sight);
  }
  if (test.exists !== undefined) return existing(test, names, compile);
  if (test.effectiveOn !== undefined) return effective(test, names, compile);
  return comparing(test, names, compile);
}
