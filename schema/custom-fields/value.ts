import { GraphQLError, Kind, type ObjectValueNode, type ValueNode } from 'graphql';
import { builder } from '../builder.js';

/** A value of a custom field as JSON has it. Nothing is nested deeper than the kinds need. */
export type JsonFieldValue =
  string | number | boolean | readonly string[] | Readonly<Record<string, string | number>>;

const bad = (): never => {
  throw new GraphQLError(
    'CustomFieldValue takes a text, a whole number, a boolean, a list of texts, or an object of two texts.',
    { extensions: { code: 'BAD_USER_INPUT' } },
  );
};

const isPlain = (value: unknown): value is string | number =>
  typeof value === 'string' || (typeof value === 'number' && Number.isSafeInteger(value));

const LIST_MAX = 100;

/** What the field's kind demands is checked where it is known; here only the form is. */
function fieldValue(value: unknown): JsonFieldValue {
  if (typeof value === 'boolean' || isPlain(value)) return value;
  if (Array.isArray(value)) {
    const isList = value.length <= LIST_MAX && value.every((one) => typeof one === 'string');
    return isList ? value : bad();
  }
  if (typeof value !== 'object' || value === null) return bad();
  const entries = Object.entries(value);
  return entries.length <= 2 && entries.every(([, one]) => isPlain(one))
    ? Object.fromEntries(entries)
    : bad();
}

function literal(node: ValueNode): unknown {
  if (node.kind === Kind.STRING || node.kind === Kind.FLOAT) return node.value;
  if (node.kind === Kind.INT) {
    const number = Number(node.value);
    return Number.isSafeInteger(number) ? number : node.value;
  }
  if (node.kind === Kind.BOOLEAN) return node.value;
  if (node.kind === Kind.LIST) return node.values.map(literal);
  return node.kind === Kind.OBJECT ? literalObject(node) : bad();
}

const literalObject = ({ fields }: ObjectValueNode): unknown =>
  Object.fromEntries(fields.map(({ name, value }) => [name.value, literal(value)]));

builder.scalarType('CustomFieldValue', {
  description:
    'A value of a custom field of any kind, as JSON: exact numbers and days are texts, money is {amount, currency}, a quantity {value, unit}, choices are a list, a reference is a global id.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc8259',
  serialize: (value) => value,
  parseValue: fieldValue,
  parseLiteral: (node: ValueNode) => fieldValue(literal(node)),
});
