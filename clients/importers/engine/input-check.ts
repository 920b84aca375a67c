import {
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputObjectType,
  type GraphQLInputType,
} from 'graphql';
import { readDate } from './dates.js';
import type { Value } from './language.js';
import { isDecimal, quoted, readDecimal } from './numbers.js';
import { below, RowRefused, unknown } from './refusals.js';

const wrong = (value: Value, needed: string) =>
  new RowRefused(
    'TYPE_WRONG',
    `${quoted(JSON.stringify(value))} stands where ${needed} is needed.`,
  );

type Coerce = (value: string | number | boolean) => Value;

/** What the graph's scalars take; those that are not here are left to the server. */
const scalars: Readonly<Record<string, Coerce>> = {
  String: (value) => String(value),
  ID: (value) => String(value),
  Int(value) {
    const number =
      typeof value === 'string' && /^[+-]?\d{1,15}$/.test(value) ? Number(value) : value;
    const isInt = Number.isInteger(number) && Math.abs(Number(number)) < 2 ** 31;
    if (!isInt) throw wrong(value, 'a whole number');
    return number;
  },
  Boolean(value) {
    if (value === true || value === 'true') return true;
    if (value === false || value === 'false') return false;
    throw wrong(value, 'true or false');
  },
  Decimal(value) {
    const text = String(value);
    if (!isDecimal(text)) throw wrong(value, 'a decimal');
    return readDecimal(text);
  },
  Date: (value) => readDate(String(value)),
  DateTime(value) {
    const isInstant = /T.*(Z|[+-]\d{2}:\d{2})$/.test(String(value));
    if (!isInstant || Number.isNaN(Date.parse(String(value)))) throw wrong(value, 'an instant');
    return value;
  },
};

/**
 * Checks a value against what the graph takes, as far as it can be known without the server: types,
 * what is required, the values of enums. Answers it as it is sent. Throws RowRefused.
 */
export function coerce(value: Value | undefined, type: GraphQLInputType): Value {
  if (isNonNullType(type)) {
    if (value === null || value === undefined)
      throw new RowRefused('VALUE_MISSING', 'A value is missing.');
    return coerce(value, type.ofType);
  }
  if (value === null || value === undefined) return null;
  if (isListType(type)) {
    const items: readonly Value[] = Array.isArray(value) ? (value as readonly Value[]) : [value];
    return items.map((item, index) => below(index, () => coerce(item, type.ofType)));
  }
  if (isInputObjectType(type)) return coerceObject(value, type);
  if (typeof value === 'object') throw new RowRefused('TYPE_WRONG', `A ${type.name} is needed.`);
  if (isEnumType(type)) {
    const names = type.getValues().map(({ name }) => name);
    if (!names.includes(String(value)))
      throw new RowRefused('ENUM_UNKNOWN', unknown(`The ${type.name}`, String(value), names));
    return String(value);
  }
  return scalars[type.name]?.(value) ?? value;
}

/** Checks the fields of an object; a field that is not given takes what the graph gives it. */
export function coerceObject(value: Value, type: GraphQLInputObjectType): Value {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new RowRefused('TYPE_WRONG', `An object ${type.name} is needed.`);
  const given = value as Readonly<Record<string, Value>>;
  const made: Record<string, Value> = {};
  for (const field of Object.values(type.getFields())) {
    const isGiven = field.name in given;
    if (!isGiven && field.defaultValue !== undefined) continue;
    const one = below(field.name, () => coerce(given[field.name], field.type));
    if (isGiven) made[field.name] = one;
  }
  const strange = Object.keys(given).find((name) => !(name in type.getFields()));
  if (strange !== undefined)
    throw new RowRefused('FIELD_UNKNOWN', `${type.name} has no field ${strange}.`, [strange]);
  return made;
}
