import { dayOfInstant, isZone, readDate, readInstant } from './dates.js';
import type { CodeTable, Conversion, Scalar, Value } from './language.js';
import { quoted, readDecimal, round } from './numbers.js';
import { ImportRefused, RowRefused, unknown } from './refusals.js';
import { unitOf } from './units.js';

/** Turns a text that is there into what it means; throws RowRefused. */
type Convert = (text: string) => Value;

type Options = Readonly<Record<string, unknown>>;

/** Makes a conversion of what the mapping says beside its name. */
type Make = (options: Options, tables: Readonly<Record<string, CodeTable>>) => Convert;

const textOption = (options: Options, name: string): string | undefined => {
  const value = options[name] as Scalar | undefined;
  return value === undefined ? undefined : String(value);
};

const WORDS = {
  true: ['1', 'true', 'yes', 'y', 'ja', 'j', 'x', '是'],
  false: ['0', 'false', 'no', 'n', 'nein', '否'],
} as const;

const wordsOf = (options: Options, truth: 'true' | 'false'): readonly string[] => {
  const own = options[truth];
  if (own === undefined) return WORDS[truth];
  return (Array.isArray(own) ? own : [own]).map((word) => String(word).toLowerCase());
};

function booleanOf(options: Options): Convert {
  const [yes, no] = [wordsOf(options, 'true'), wordsOf(options, 'false')];
  return (text) => {
    const word = text.trim().toLowerCase();
    if (yes.includes(word)) return true;
    if (no.includes(word)) return false;
    throw new RowRefused('WORD_UNKNOWN', `${quoted(text)} says neither yes nor no.`);
  };
}

const shown = (value: Scalar | null): Value => (typeof value === 'number' ? String(value) : value);

function mapOf(options: Options, tables: Readonly<Record<string, CodeTable>>): Convert {
  const named = textOption(options, 'table');
  const table = named === undefined ? (options.words as CodeTable | undefined) : tables[named];
  if (!table) throw new ImportRefused(unknown('The table', named ?? '', Object.keys(tables)));
  const words = new Map(Object.entries(table));
  const { otherwise } = options as { otherwise?: Scalar | null };
  return (text) => {
    const found = words.get(text);
    if (found !== undefined) return shown(found);
    if (otherwise !== undefined) return shown(otherwise);
    throw new RowRefused('WORD_UNKNOWN', `${quoted(text)} is not in the table.`);
  };
}

function dateOf(options: Options): Convert {
  const format = textOption(options, 'format');
  const zone = checkedZone(textOption(options, 'zone'));
  if (format !== undefined || zone === undefined) return (text) => readDate(text, format);
  return (text) => dayOfInstant(text, zone);
}

function checkedZone(zone: string | undefined): string | undefined {
  if (zone !== undefined && !isZone(zone))
    throw new ImportRefused(`The zone ${zone} is not known; one is named such as Europe/Berlin.`);
  return zone;
}

function splitOf(options: Options): Convert {
  const by = textOption(options, 'by') ?? ' ';
  const take = options.take as number | undefined;
  return (text) => {
    const parts = text.split(by).map((part) => part.trim());
    if (take === undefined) return parts.filter((part) => part !== '');
    return parts.at(take > 0 ? take - 1 : take) ?? null;
  };
}

function integerOf(text: string): Value {
  const number = readDecimal(text);
  if (/^-?\d+$/.test(number) && Number.isSafeInteger(Number(number))) return Number(number);
  throw new RowRefused('INTEGER_UNREADABLE', `${quoted(text)} is no whole number.`);
}

const unitCode: Convert = (text) => {
  const code = unitOf(text);
  if (code !== undefined) return code;
  throw new RowRefused('UNIT_UNKNOWN', `${quoted(text)} is no unit that is known; map it.`);
};

/** `Finished Goods` as a code: FINISHED-GOODS. */
const codeOf = (text: string, length: number): string =>
  text
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, length);

const conversions: Readonly<Record<string, Make>> = {
  trim: () => (text) => text.trim(),
  upper: () => (text) => text.toUpperCase(),
  lower: () => (text) => text.toLowerCase(),
  text: () => (text) => text,
  code:
    ({ length }) =>
    (text) =>
      codeOf(text, Number(length ?? 100)),
  first:
    ({ length }) =>
    (text) =>
      Array.from(text).slice(0, Number(length)).join(''),
  pad: ({ length, with: filling }) => {
    return (text) => text.padStart(Number(length), String((filling as Scalar | undefined) ?? '0'));
  },
  replace: (options) => (text) =>
    text.replaceAll(textOption(options, 'text') ?? '', textOption(options, 'with') ?? ''),
  decimal: (options) => (text) => readDecimal(text, options),
  integer: () => integerOf,
  round:
    ({ places }) =>
    (text) =>
      round(text, Number(places ?? 0)),
  date: dateOf,
  instant: (options) => {
    const zone = checkedZone(textOption(options, 'zone')) ?? 'UTC';
    const format = textOption(options, 'format') ?? 'YYYY-MM-DD HH:mm:ss';
    return (text) => readInstant(text, format, zone);
  },
  boolean: booleanOf,
  unit: () => unitCode,
  map: mapOf,
  split: splitOf,
};

/** What a conversion may be given without a name: `round: 2`, `map: {A: B}`, `date: DD.MM.YYYY`. */
const shortForms: Readonly<Record<string, string>> = {
  ...{ round: 'places', date: 'format', first: 'length', code: 'length', pad: 'length' },
  ...{ decimal: 'mark', split: 'by', map: 'table', instant: 'format' },
};

export const conversionNames = Object.keys(conversions);

function parted(conversion: Conversion): readonly [string, Options] {
  if (typeof conversion === 'string') return [conversion, {}];
  const [name = '', said] = Object.entries(conversion)[0] ?? [];
  if (typeof said !== 'object' || said === null) return [name, { [shortForms[name] ?? '']: said }];
  const isWords = name === 'map' && !('words' in said) && !('table' in said);
  return [name, (isWords ? { words: said } : said) as Options];
}

/** A conversion, ready for texts; lists are converted item by item, and nothing stays nothing. */
export function conversionOf(
  conversion: Conversion,
  tables: Readonly<Record<string, CodeTable>>,
): (value: Value) => Value {
  const [name, options] = parted(conversion);
  const make = conversions[name];
  if (!make) throw new ImportRefused(unknown('The conversion', name, conversionNames));
  const convert = make(options, tables);
  const converted = (value: Value): Value => {
    if (value === null || value === '') return null;
    if (Array.isArray(value)) return value.map((one) => converted(one as Value));
    if (typeof value === 'object')
      throw new RowRefused('TYPE_WRONG', `${name} takes a text and not an object.`);
    return convert(String(value));
  };
  return converted;
}
