import { Kind, type DefinitionNode, type FieldDefinitionNode } from 'graphql';
import type { CustomField } from '../../modules/platform/index.js';
import {
  choiceName,
  extension,
  input,
  inputType,
  objectExtension,
  objectType,
  outputField,
  text,
  told,
} from './nodes.js';

type FieldKind = CustomField['kind'];

/** How a field tells groups apart: the input that asks for it, and the type it is told by. */
const keys: Partial<Record<FieldKind, { readonly input: string; readonly output: string }>> = {
  TEXT: { input: 'GroupKey', output: 'String' },
  FILE_LINK: { input: 'GroupKey', output: 'String' },
  INTEGER: { input: 'GroupKey', output: 'Int' },
  BOOLEAN: { input: 'GroupKey', output: 'Boolean' },
  CHOICE: { input: 'GroupKey', output: '' },
  REFERENCE: { input: 'GroupKey', output: 'ID' },
  DATE: { input: 'DateGroupKey', output: 'Period' },
  DATE_TIME: { input: 'DateTimeGroupKey', output: 'Period' },
};

/** What is worked out of a field: the measures, the conditions on them, and how they order. */
const measures: Partial<Record<FieldKind, { of: string; having: string; order: string }>> = {
  INTEGER: { of: 'NumberMeasures', having: 'NumberHaving', order: 'NumberMeasureOrder' },
  DECIMAL: { of: 'NumberMeasures', having: 'NumberHaving', order: 'NumberMeasureOrder' },
  MONEY: { of: 'MoneyMeasures', having: 'NumberHaving', order: 'NumberMeasureOrder' },
  QUANTITY: { of: 'QuantityMeasures', having: 'NumberHaving', order: 'NumberMeasureOrder' },
  DATE: { of: 'DateMeasures', having: 'DateHaving', order: 'ExtremeOrder' },
  DATE_TIME: { of: 'DateTimeMeasures', having: 'DateTimeHaving', order: 'ExtremeOrder' },
};

const what = text('By the fields that this installation has defined.');

/** The types by which rows of a noun are grouped and measured by fields that users have defined. */
export const groupsOf = (noun: string, fields: readonly CustomField[]): DefinitionNode[] => [
  ...keysOf(noun, fields),
  ...measuresOf(noun, fields),
];

function keysOf(noun: string, fields: readonly CustomField[]): DefinitionNode[] {
  const by = fields.flatMap((field) => {
    const key = keys[field.kind];
    return key ? [{ field, ...key, output: key.output || choiceName(field) }] : [];
  });
  if (by.length === 0) return [];
  const [own, groupBy] = [`${noun}CustomFieldsKeys`, `${noun}CustomFieldsGroupBy`];
  const described = `What rows of ${noun} are grouped by of their custom fields; null where they are not.`;
  const asked = `One custom field that tells groups of ${noun} apart; exactly one is given.`;
  return [
    objectType(
      own,
      described,
      by.map(({ field, output }) => outputField(field, output)),
    ),
    objectExtension(`${noun}Keys`, [holder(own)]),
    inputType(
      groupBy,
      asked,
      by.map((one) => input(one.field.code, one.input, told(one.field))),
      true,
    ),
    extension(`${noun}GroupBy`, [input('customFields', groupBy, what)]),
  ];
}

function measuresOf(noun: string, fields: readonly CustomField[]): DefinitionNode[] {
  const measured = fields.flatMap((field) => {
    const types = measures[field.kind];
    return types ? [{ field, ...types }] : [];
  });
  if (measured.length === 0) return [];
  const own = `${noun}CustomFields`;
  const [of, having, order] = [`${own}Measures`, `${own}Having`, `${own}AggregateOrderBy`];
  return [
    objectType(
      of,
      `What is measured of the custom fields of a group of ${noun}.`,
      measured.map((one) => outputField(one.field, one.of)),
    ),
    objectExtension(`${noun}Aggregate`, [holder(of)]),
    inputType(
      having,
      `Conditions on what is measured of custom fields of ${noun}; all that are given must hold.`,
      measured.map((one) => input(one.field.code, one.having, told(one.field))),
    ),
    extension(`${noun}Having`, [input('customFields', having, what)]),
    inputType(
      order,
      `What is measured of a custom field of ${noun} and orders groups; exactly one is given.`,
      measured.map((one) => input(one.field.code, one.order, told(one.field))),
      true,
    ),
    extension(`${noun}AggregateOrderBy`, [input('customFields', order, what)]),
  ];
}

const holder = (type: string): FieldDefinitionNode => ({
  kind: Kind.FIELD_DEFINITION,
  name: { kind: Kind.NAME, value: 'customFields' },
  description: what,
  type: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type } },
});
