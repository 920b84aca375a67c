import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputField,
  type GraphQLInputObjectType,
} from 'graphql';

/** One input that must be refused, and why. */
export interface HostileCase {
  readonly why: string;
  readonly input: Record<string, unknown>;
}

/** Finds an id of a noun that exists, or one that could. */
export type IdOf = (noun: string) => string;

const UNKNOWN = '0190a000-0000-7000-8000-00000000dead';

/** What no scalar or rule takes, by the type of the field. */
const hostileValues: Readonly<Record<string, readonly [string, unknown][]>> = {
  Decimal: [
    ['a number that is none', 'NaN'],
    ['infinity', 'Infinity'],
    ['a number beyond all storage', '1e400'],
    ['a number of forty digits', '9'.repeat(40)],
    ['a negative number', '-1'],
    ['a number of twenty decimals', '0.12345678901234567891'],
    ['a float', 1.5],
  ],
  Date: [
    ['a day that is none', '2026-02-30'],
    ['a text for a day', 'tomorrow'],
  ],
  DateTime: [['an instant without an offset', '2026-01-01T00:00:00']],
  Int: [['a number beyond an Int', 2 ** 31]],
  String: [['a text with NUL', 'a\0b']],
};

/** An input that may well be taken: everything required, and nothing else. */
export function sampleInput(type: GraphQLInputObjectType, idOf: IdOf): Record<string, unknown> {
  const required = Object.values(type.getFields()).filter(
    (field) => isNonNullType(field.type) && field.defaultValue === undefined,
  );
  return Object.fromEntries(required.map((field) => [field.name, sampleOf(field, idOf)]));
}

function sampleOf(field: GraphQLInputField, idOf: IdOf): unknown {
  const one = sampleOfOne(field, idOf);
  return isListType(getNullableType(field.type)) ? [one] : one;
}

const plain: Readonly<Record<string, unknown>> = {
  Boolean: true,
  Date: '2026-01-15',
  DateTime: '2027-01-01T00:00:00Z',
  Decimal: '1',
  Int: 1,
};

function sampleOfOne(field: GraphQLInputField, idOf: IdOf): unknown {
  const type = getNamedType(field.type);
  if (isInputObjectType(type)) return sampleInput(type, idOf);
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (type.name === 'ID') return idOf(nounOf(field));
  return plain[type.name] ?? 'SAMPLE';
}

const nounOf = ({ extensions }: GraphQLInputField): string =>
  typeof extensions.noun === 'string' ? extensions.noun : 'Company';

/** For every field of an input, at any depth, what must be refused there. */
export function hostileCases(type: GraphQLInputObjectType, idOf: IdOf): HostileCase[] {
  return fieldsBelow(type, []).flatMap(({ field, path }) =>
    valuesFor(field, idOf).map(([why, value]) => ({
      why: `${path.map(({ name }) => name).join('.')}: ${why}`,
      input: sampleWith(type, path, value, idOf),
    })),
  );
}

interface Place {
  readonly field: GraphQLInputField;
  readonly path: readonly GraphQLInputField[];
}

function fieldsBelow(type: GraphQLInputObjectType, path: readonly GraphQLInputField[]): Place[] {
  return Object.values(type.getFields()).flatMap((field) => {
    const named = getNamedType(field.type);
    const here = [...path, field];
    if (!isInputObjectType(named)) return [{ field, path: here }];
    return path.some((one) => getNamedType(one.type) === named) ? [] : fieldsBelow(named, here);
  });
}

function valuesFor(field: GraphQLInputField, idOf: IdOf): [string, unknown][] {
  const type = getNamedType(field.type);
  if (type.name === 'ID') {
    const noun = nounOf(field);
    const other = noun === 'Unit' ? 'Currency' : 'Unit';
    return [
      ['an unknown id', `${noun}:${UNKNOWN}`],
      ["another noun's id", idOf(other)],
      ['no id at all', 'nonsense'],
    ];
  }
  if (field.name === 'expectedVersion') return [['a stale version', 2 ** 31 - 1]];
  return [...(hostileValues[type.name] ?? [])];
}

/** The sample with one value at the end of a path; what stands on the path is made as needed. */
function sampleWith(
  type: GraphQLInputObjectType,
  [first, ...rest]: readonly GraphQLInputField[],
  value: unknown,
  idOf: IdOf,
): Record<string, unknown> {
  if (!first) return {};
  const named = getNamedType(first.type);
  const inner = isInputObjectType(named) ? sampleWith(named, rest, value, idOf) : value;
  const isList = isListType(getNullableType(first.type));
  return { ...sampleInput(type, idOf), [first.name]: isList ? [inner] : inner };
}
