import {
  MappingRefused,
  textOf,
  within,
  type Compile,
  type Compiled,
  type Finding,
  type Names,
} from './compiling.js';
import type { Fields, Lookup, Value } from './language.js';
import { quoted } from './numbers.js';
import { RowRefused, unknown } from './refusals.js';

interface Compilers {
  readonly compile: Compile;
  readonly compileFields: (fields: Fields, names: Names) => Compiled;
}

/** Looks by a key; answers undefined where nothing is found. */
type Find = (finding: Finding, key: string) => Value | undefined;

function finderOf({ step, table }: Lookup, { ground }: Names): Find {
  if (step !== undefined) {
    within('step', () => ground.checkStep(step));
    return (finding, key) => finding.inStep(step, key);
  }
  const words = ground.tables[table ?? ''];
  const known = Object.keys(ground.tables);
  if (!words) throw new MappingRefused(unknown('The table', table ?? '', known), ['table']);
  const entries = new Map(Object.entries(words));
  return (_, key) => {
    const found = entries.get(key);
    return typeof found === 'number' ? String(found) : found;
  };
}

/** Compiles a look-up in an earlier step, a table of the mapping, or the server. */
export function compileLookup(
  lookup: Lookup,
  names: Names,
  { compile, compileFields }: Compilers,
): Compiled {
  const { query, key, missing = 'refuse' } = lookup;
  if (query !== undefined) return onServer({ ...lookup, query }, names, compileFields);
  if (key === undefined) throw new MappingRefused('A look-up needs a key, or a query.');
  const find = finderOf(lookup, names);
  const compiledKey = within('key', () => compile(key, names));
  const place = lookup.step === undefined ? `table ${lookup.table}` : `step ${lookup.step}`;
  return ({ finding, ...sight }) => {
    const text = textOf(compiledKey({ ...sight, finding }));
    if (text === '') return null;
    return found(find(finding, text), missing, () => `${quoted(text)} is not in ${place}.`);
  };
}

function found(
  value: Value | undefined,
  missing: 'refuse' | 'leave',
  message: () => string,
): Value {
  if (value !== undefined) return value;
  if (missing === 'leave') return null;
  throw new RowRefused('LOOKUP_EMPTY', message());
}

function onServer(
  lookup: Lookup & { readonly query: string },
  names: Names,
  compileFields: Compilers['compileFields'],
): Compiled {
  const { query, by, where, missing = 'refuse' } = lookup;
  const argument = by ? 'by' : 'where';
  names.ground.checkQuery(lookup);
  const value = within(argument, () => compileFields(by ?? where ?? {}, names));
  return (sight) => {
    const asked = value(sight);
    if (by && !isWhole(by, asked)) return null;
    const id = sight.finding.onServer({ query, argument, value: asked });
    return found(id, missing, () => `The server has no ${query} ${JSON.stringify(asked)}.`);
  };
}

/** Whether every part of a key has a value: an empty key is no look-up. */
function isWhole(key: Fields, asked: Value): boolean {
  return Object.entries(key).every(([name, expression]) => {
    const value = (asked as Readonly<Record<string, Value>>)[name] ?? '';
    if (value === '') return false;
    const parts = typeof expression === 'object' ? expression.object : undefined;
    return parts === undefined || isWhole(parts, value);
  });
}
