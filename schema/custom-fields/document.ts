import {
  Kind,
  parseType,
  assertName,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  type NameNode,
  type StringValueNode,
} from 'graphql';
import type { CustomField } from '../../modules/platform/index.js';

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

const name = (value: string): NameNode => ({ kind: Kind.NAME, value: assertName(value) });
const text = (value: string): StringValueNode => ({ kind: Kind.STRING, value, block: true });

/** The enum of a choice. No noun has `CustomFields` in its name, so that no two enums are one. */
export const choiceName = ({ noun, code }: Pick<CustomField, 'noun' | 'code'>): string =>
  `${noun}CustomFields${code.charAt(0).toUpperCase()}${code.slice(1)}Choice`;

const sentence = (words: string): string => (/[.!?。]$/.test(words) ? words : `${words}.`);

/** The label in English or else in the first language, and what more is said of the field. */
function told({ labels, description, code }: CustomField): StringValueNode {
  const label = labels.find(({ locale }) => locale === 'en') ?? labels[0];
  const first = sentence(label?.text ?? code);
  return text(description === null ? first : `${first} ${sentence(description)}`);
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

function deprecation({ deprecatedAt, deprecationReason }: CustomField): ConstDirectiveNode[] {
  if (deprecatedAt === null) return [];
  const value = text(deprecationReason ?? 'It will be removed');
  const reason = { kind: Kind.ARGUMENT, name: name('reason'), value } as const;
  return [{ kind: Kind.DIRECTIVE, name: name('deprecated'), arguments: [reason] }];
}

const output = (field: CustomField): FieldDefinitionNode => ({
  kind: Kind.FIELD_DEFINITION,
  name: name(field.code),
  description: told(field),
  type: parseType(outputOf(field)),
  directives: deprecation(field),
});

const input = (
  code: string,
  type: string,
  description: StringValueNode,
  directives: readonly ConstDirectiveNode[] = [],
): InputValueDefinitionNode => ({
  kind: Kind.INPUT_VALUE_DEFINITION,
  name: name(code),
  description,
  type: parseType(type),
  directives,
});

function inputType(
  typeName: string,
  description: string,
  fields: readonly InputValueDefinitionNode[],
  isOneOf = false,
): DefinitionNode {
  return {
    kind: Kind.INPUT_OBJECT_TYPE_DEFINITION,
    name: name(typeName),
    description: text(description),
    directives: isOneOf ? [{ kind: Kind.DIRECTIVE, name: name('oneOf') }] : [],
    fields,
  };
}

const extension = (
  typeName: string,
  fields: readonly InputValueDefinitionNode[],
): DefinitionNode => ({ kind: Kind.INPUT_OBJECT_TYPE_EXTENSION, name: name(typeName), fields });

function ofNoun(noun: string, fields: readonly CustomField[]): DefinitionNode[] {
  const own = `${noun}CustomFields`;
  const ordered = fields.filter(({ kind }) => kind !== 'CHOICES');
  const what = text('By the fields that this installation has defined.');
  return [
    { kind: Kind.OBJECT_TYPE_EXTENSION, name: name(own), fields: fields.map(output) },
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
