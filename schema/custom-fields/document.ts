import { Kind, type DefinitionNode, type DocumentNode, type StringValueNode } from 'graphql';
import type { CustomField } from '../../modules/platform/index.js';
import { groupsOf } from './groups.js';
import {
  choiceName,
  deprecation,
  extension,
  input,
  inputType,
  name,
  objectExtension,
  outputField,
  text,
  told,
} from './nodes.js';

/**
 * What definitions add to the graph, as a tree: no text that a user wrote is ever parsed, and every
 * name is checked to be one.
 */
export function customFieldsDocument(fields: readonly CustomField[]): DocumentNode {
  const nouns = [...new Set(fields.map(({ noun }) => noun))];
  const definitions = nouns.flatMap((noun) =>
    ofNoun(
      noun,
      fields.filter((field) => field.noun === noun),
    ),
  );
  return { kind: Kind.DOCUMENT, definitions };
}

function outputOf(field: CustomField): string {
  if (field.kind === 'REFERENCE') return field.references!;
  if (field.kind === 'CHOICE') return choiceName(field);
  return field.kind === 'CHOICES' ? `[${choiceName(field)}!]` : plain[field.kind].output;
}

function inputOf(field: CustomField): string {
  if (field.kind === 'CHOICE') return choiceName(field);
  if (field.kind === 'CHOICES') return `[${choiceName(field)}!]`;
  return field.kind === 'REFERENCE' ? 'ID' : plain[field.kind].input;
}

function filterOf(field: CustomField): string {
  if (field.kind === 'CHOICE' || field.kind === 'CHOICES') return `${choiceName(field)}Filter`;
  return field.kind === 'REFERENCE' ? 'ReferenceFilter' : plain[field.kind].filter;
}

type PlainKind = Exclude<CustomField['kind'], 'CHOICE' | 'CHOICES' | 'REFERENCE'>;

const kindOf = (output: string, filter = `${output}Filter`, input = output) => ({
  output,
  filter,
  input,
});

const plain: Readonly<Record<PlainKind, ReturnType<typeof kindOf>>> = {
  TEXT: kindOf('String'),
  FILE_LINK: kindOf('String'),
  INTEGER: kindOf('Int'),
  DECIMAL: kindOf('Decimal'),
  MONEY: kindOf('Money', 'DecimalFilter', 'MoneyInput'),
  QUANTITY: kindOf('Quantity', 'DecimalFilter', 'QuantityInput'),
  BOOLEAN: kindOf('Boolean'),
  DATE: kindOf('Date'),
  DATE_TIME: kindOf('DateTime'),
};

function ofNoun(noun: string, fields: readonly CustomField[]): DefinitionNode[] {
  const own = `${noun}CustomFields`;
  const ordered = fields.filter(({ kind }) => kind !== 'CHOICES');
  const what = text('By the fields that this installation has defined.');
  return [
    objectExtension(
      own,
      fields.map((field) => outputField(field, outputOf(field))),
    ),
    extension(
      `${own}Input`,
      fields.map((field) => input(field.code, inputOf(field), told(field), deprecation(field))),
    ),
    inputType(
      `${own}Where`,
      `Conditions on the custom fields of a ${noun}; all that are given must hold.`,
      fields.map((field) => input(field.code, filterOf(field), told(field))),
    ),
    extension(`${noun}Where`, [input('customFields', `${own}Where`, what)]),
    ...(ordered.length === 0 ? [] : orderOf(noun, ordered, what)),
    ...groupsOf(noun, fields),
    ...fields.flatMap(choiceTypes),
  ];
}

function orderOf(
  noun: string,
  fields: readonly CustomField[],
  what: StringValueNode,
): DefinitionNode[] {
  const typeName = `${noun}CustomFieldsOrderBy`;
  return [
    inputType(
      typeName,
      `One custom field that orders a list of ${noun}; exactly one is given.`,
      fields.map((field) => input(field.code, 'Order', told(field))),
      true,
    ),
    extension(`${noun}OrderBy`, [input('customFields', typeName, what)]),
  ];
}

function choiceTypes(field: CustomField): DefinitionNode[] {
  if (field.choices === null) return [];
  const typeName = choiceName(field);
  const operators: [string, string, string][] =
    field.kind === 'CHOICES'
      ? [['has', typeName, 'Contains this choice.']]
      : [
          ['eq', typeName, 'Equal to.'],
          ['ne', typeName, 'Not equal to.'],
          ['in', `[${typeName}!]`, 'One of these.'],
        ];
  operators.push(['isNull', 'Boolean', 'Whether the value is null.']);
  return [
    {
      kind: Kind.ENUM_TYPE_DEFINITION,
      name: name(typeName),
      description: told(field),
      values: field.choices.map(({ code, labels }) => ({
        kind: Kind.ENUM_VALUE_DEFINITION,
        name: name(code),
        description: told({ ...field, labels, description: null }),
      })),
    },
    inputType(
      `${typeName}Filter`,
      'Conditions on a choice; all that are given must hold.',
      operators.map(([operator, type, what]) => input(operator, type, text(what))),
    ),
  ];
}
