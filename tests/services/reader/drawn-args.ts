import fc from 'fast-check';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
  getNullableType,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
} from 'graphql';
import { graph } from '../../../resolvers/graph.js';
import { rowId } from './every-row.js';

/** Draws from fast-check, so that a document that fails is made smaller. */
export type Draw = fc.GeneratorValue;

/** How far filters, orders and keys are followed along edges. */
const FURTHEST = 3;

/** Draws places rather than what stands there: a failure prints what was drawn. */
export function some<T>(draw: Draw, all: readonly T[], most: number): T[] {
  const limits = { minLength: Math.min(1, all.length), maxLength: Math.min(most, all.length) };
  return draw(fc.subarray<number>, [...all.keys()], limits).map((place) => all[place]!);
}

export const oneOf = <T>(draw: Draw, all: readonly T[]): T =>
  all[draw(fc.nat, { max: all.length - 1 })]!;

const inputNamed = (name: string): GraphQLInputObjectType => {
  const type = graph().getType(name);
  if (!isInputObjectType(type)) throw new Error(`${name} is no input`);
  return type;
};

const fieldsOf = (type: GraphQLInputObjectType): GraphQLInputField[] =>
  Object.values(type.getFields());

const values: Record<string, readonly string[]> = {
  String: ['"code 1"', '"name"', '"USD"', '"%"', '""'],
  Int: ['0', '1', '2', '3'],
  Boolean: ['true', 'false'],
  Decimal: ['"1.25"', '2', '"12345678901234567.123456"'],
  Date: ['"2026-01-01"', '"2026-03-03"'],
  DateTime: ['"2026-02-02T02:00:00Z"', '"2026-03-03T23:30:00+05:45"'],
};

function value(draw: Draw, type: GraphQLInputType, noun: string): string {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return `[${value(draw, nullable.ofType, noun)}]`;
  const named = getNamedType(type);
  if (isEnumType(named)) return oneOf(draw, named.getValues()).name;
  if (named.name === 'ID') return `"${noun}:${rowId(draw(fc.integer, { min: 1, max: 4 }))}"`;
  return oneOf(draw, values[named.name] ?? ['{}']);
}

/** Conditions on a noun, along edges as far as they lead. */
export function where(draw: Draw, noun: string, depth = FURTHEST): string {
  const fields = fieldsOf(inputNamed(`${noun}Where`)).filter(
    ({ type }) => depth > 0 || getNamedType(type).name.endsWith('Filter'),
  );
  const parts = some(draw, fields, 2).map(({ name, type }) => {
    const target = getNamedType(type).name;
    if (name === 'and' || name === 'or') return `${name}: [${where(draw, noun, depth - 1)}]`;
    if (target.endsWith('Where') && 'some' in inputNamed(target).getFields()) {
      const below = where(draw, target.slice(0, -'ListWhere'.length), depth - 1);
      return `${name}: {${oneOf(draw, ['some', 'every', 'none'])}: ${below}}`;
    }
    if (target.endsWith('Where'))
      return `${name}: ${where(draw, target.slice(0, -'Where'.length), depth - 1)}`;
    const operator = oneOf(draw, fieldsOf(inputNamed(target)));
    return `${name}: {${operator.name}: ${value(draw, operator.type, noun)}}`;
  });
  return `{${parts.join(', ')}}`;
}

/** A path along inputs of which each names one field, to one that is no such input. */
function path(draw: Draw, input: string, suffix: string, depth = FURTHEST): GraphQLInputField[] {
  const fields = fieldsOf(inputNamed(input)).filter(
    ({ type }) => depth > 0 || !getNamedType(type).name.endsWith(suffix),
  );
  const field = oneOf(draw, fields);
  const target = getNamedType(field.type).name;
  return target.endsWith(suffix) ? [field, ...path(draw, target, suffix, depth - 1)] : [field];
}

const nested = (names: readonly string[], inner: string): string =>
  names.reduceRight((below, name) => `{${name}: ${below}}`, inner);

const ways = ['{}', '{direction: DESC}', '{direction: ASC, nulls: FIRST}', '{nulls: LAST}'];

const namesOf = (fields: readonly GraphQLInputField[]): string[] => fields.map(({ name }) => name);

export const order = (draw: Draw, noun: string): string =>
  nested(namesOf(path(draw, `${noun}OrderBy`, 'OrderBy')), oneOf(draw, ways));

const ZONES = ['UTC', 'Asia/Kathmandu', 'America/New_York'];

/** Groups of a noun under a field's name, with keys, measures, conditions, an order and a page. */
export function groups(draw: Draw, noun: string, field: string, rows: string[]): string {
  const drawn = some(draw, [1, 2, 3], 2).map(() => path(draw, `${noun}GroupBy`, 'GroupBy'));
  const keys = drawn.filter(
    (one, at) => drawn.findIndex((other) => String(namesOf(other)) === String(namesOf(one))) === at,
  );
  const groupBy = keys.map((one) => nested(namesOf(one), value(draw, one.at(-1)!.type, noun)));
  const measures = fieldsOf(inputNamed(`${noun}Having`)).filter(({ name }) => name !== 'count');
  const measured = some(draw, measures, 2);
  const by = keys.map((one) => selectedKey(namesOf(one), one.at(-1)!)).join(' ');
  const having = measured[0] ? `{${conditionOn(draw, measured[0])}}` : '{count: {gte: 1}}';
  const orders = ['{count: {direction: DESC}}', ...measured.map((one) => measureOrder(draw, one))];
  const args = [
    ...rows,
    `groupBy: [${groupBy.join(', ')}]`,
    `timeZone: "${oneOf(draw, ZONES)}"`,
    `first: ${draw(fc.integer, { min: 1, max: 4 })}`,
    ...some(draw, [`having: ${having}`, `orderBy: [${oneOf(draw, orders)}]`], 2),
  ];
  const counted = path(draw, `${noun}GroupBy`, 'GroupBy');
  const distinct = nested(namesOf(counted), value(draw, counted.at(-1)!.type, noun));
  // Within lists there are too many of them for the limit of aliases.
  const counting = field === 'aggregate' ? '' : 'different: ';
  return `${field}(${args.join(', ')}) { cursor count @include(if: $yes) ${counting}countDistinct(of: ${distinct})
    by { __typename ${by} } ${measured.map((one) => selectedMeasure(noun, one)).join(' ')} }`;
}

function selectedKey(names: readonly string[], { type }: GraphQLInputField): string {
  const isPeriod = getNamedType(type).name !== 'GroupKey';
  return names.reduceRight(
    (below, name) => (below === '' ? name : `${name} { ${below} }`),
    isPeriod ? 'label startsOn endsOn startsAt endsAt __typename' : '',
  );
}

function conditionOn(draw: Draw, field: GraphQLInputField): string {
  const fn = oneOf(draw, fieldsOf(inputNamed(getNamedType(field.type).name)));
  const operator = oneOf(draw, fieldsOf(inputNamed(getNamedType(fn.type).name)));
  return `${field.name}: {${fn.name}: {${operator.name}: ${value(draw, operator.type, '')}}}`;
}

const measureOrder = (draw: Draw, field: GraphQLInputField): string => {
  const fn = oneOf(draw, fieldsOf(inputNamed(getNamedType(field.type).name))).name;
  return `{${field.name}: {${fn}: ${oneOf(draw, ways)}}}`;
};

const selections: Record<string, string> = {
  NumberMeasures: '{ __typename count sum avg min max @include(if: $yes) }',
  MoneyMeasures: '{ count sum { amount currency __typename } min @skip(if: $no) { amount } }',
  QuantityMeasures: '{ max { value unit } avg { value } }',
  DateMeasures: '{ min max }',
  DateTimeMeasures: '{ count max }',
};

/** What is selected of a measured column. */
function selectedMeasure(noun: string, { name }: GraphQLInputField): string {
  const type = graph().getType(`${noun}Aggregate`);
  if (!isObjectType(type)) throw new Error(`${noun} has no groups`);
  return `${name} ${selections[getNamedType(type.getFields()[name]!.type).name]!}`;
}
