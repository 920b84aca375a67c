import { GraphQLError, Kind, type ValueNode } from 'graphql';
import { builder } from './builder.js';
import {
  decimal,
  formatInstant,
  isLocalDate,
  parseInstant,
  trimNumeric,
  type Decimal,
  type LocalDate,
} from '../modules/kernel/index.js';

const bad = (scalar: string, message: string): never => {
  throw new GraphQLError(`${scalar} ${message}.`, { extensions: { code: 'BAD_USER_INPUT' } });
};

function parsed<T>(scalar: string, read: () => T): T {
  try {
    return read();
  } catch {
    return bad(scalar, 'cannot be read');
  }
}

/** Numbers in JSON have lost their text by the time we see them: only safe integers are exact. */
function decimalInput(value: unknown): Decimal {
  if (typeof value === 'string') return parsed('Decimal', () => decimal(value));
  if (typeof value === 'number' && Number.isSafeInteger(value)) return decimal(value);
  return bad('Decimal', 'takes a string or a whole number');
}

/** Numbers come from the reader as the store's own text, and from rules as Decimals. */
const decimalText = (value: Decimal | string): string =>
  typeof value === 'string' ? trimNumeric(value) : value.toFixed();

builder.scalarType('Decimal', {
  description:
    'An exact decimal number as a canonical string: no exponent, no trailing zeros. Taken as a string or as a whole number.',
  specifiedByURL: 'https://www.iso.org/standard/74431.html',
  serialize: decimalText,
  parseValue: decimalInput,
  parseLiteral: (node: ValueNode) =>
    node.kind === Kind.STRING || node.kind === Kind.INT || node.kind === Kind.FLOAT
      ? decimalInput(node.value)
      : bad('Decimal', 'takes a string or a number'),
});

function dateInput(value: unknown): LocalDate {
  if (typeof value === 'string' && isLocalDate(value)) return value;
  return bad('Date', 'takes a calendar date such as "2026-11-24"');
}

builder.scalarType('Date', {
  description: 'A calendar date, YYYY-MM-DD, in the time zone of the company it belongs to.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/local-date.html',
  serialize: (value) => value,
  parseValue: dateInput,
  parseLiteral: (node) =>
    node.kind === Kind.STRING ? dateInput(node.value) : bad('Date', 'takes a string'),
});

function instantInput(value: unknown): Date {
  if (typeof value === 'string') return parsed('DateTime', () => parseInstant(value));
  return bad('DateTime', 'takes a string such as "2026-11-24T10:00:00Z"');
}

/** The store tells instants in UTC as `2026-11-24 10:00:00.123+00`. */
function instantText(value: Date | string): string {
  if (typeof value !== 'string') return formatInstant(value);
  return value.endsWith('+00') ? `${value.slice(0, 10)}T${value.slice(11, -3)}Z` : value;
}

builder.scalarType('DateTime', {
  description: 'An instant by RFC 3339. An offset is required coming in; UTC goes out.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time.html',
  serialize: instantText,
  parseValue: instantInput,
  parseLiteral: (node) =>
    node.kind === Kind.STRING ? instantInput(node.value) : bad('DateTime', 'takes a string'),
});
