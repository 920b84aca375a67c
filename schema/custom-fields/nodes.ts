import {
  Kind,
  parseType,
  assertName,
  type ConstDirectiveNode,
  type DefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  type NameNode,
  type StringValueNode,
} from 'graphql';
import type { CustomField } from '../../modules/platform/index.js';

/** The parts of which what definitions add to the graph is built. */

export const name = (value: string): NameNode => ({ kind: Kind.NAME, value: assertName(value) });
export const text = (value: string): StringValueNode => ({ kind: Kind.STRING, value, block: true });

/** The enum of a choice. No noun has `CustomFields` in its name, so that no two enums are one. */
export const choiceName = ({ noun, code }: Pick<CustomField, 'noun' | 'code'>): string =>
  `${noun}CustomFields${code.charAt(0).toUpperCase()}${code.slice(1)}Choice`;

const sentence = (words: string): string => (/[.!?。]$/.test(words) ? words : `${words}.`);

/** The label in English or else in the first language, and what more is said of the field. */
export function told({ labels, description, code }: CustomField): StringValueNode {
  const label = labels.find(({ locale }) => locale === 'en') ?? labels[0];
  const first = sentence(label?.text ?? code);
  return text(description === null ? first : `${first} ${sentence(description)}`);
}

export function deprecation({
  deprecatedAt,
  deprecationReason,
}: CustomField): ConstDirectiveNode[] {
  if (deprecatedAt === null) return [];
  const value = text(deprecationReason ?? 'It will be removed');
  const reason = { kind: Kind.ARGUMENT, name: name('reason'), value } as const;
  return [{ kind: Kind.DIRECTIVE, name: name('deprecated'), arguments: [reason] }];
}

/** A field of an answer by a custom field. */
export const outputField = (field: CustomField, type: string): FieldDefinitionNode => ({
  kind: Kind.FIELD_DEFINITION,
  name: name(field.code),
  description: told(field),
  type: parseType(type),
  directives: deprecation(field),
});

export const input = (
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

export function inputType(
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

export const extension = (
  typeName: string,
  fields: readonly InputValueDefinitionNode[],
): DefinitionNode => ({ kind: Kind.INPUT_OBJECT_TYPE_EXTENSION, name: name(typeName), fields });

export const objectType = (
  typeName: string,
  description: string,
  fields: readonly FieldDefinitionNode[],
): DefinitionNode => ({
  kind: Kind.OBJECT_TYPE_DEFINITION,
  name: name(typeName),
  description: text(description),
  fields,
});

export const objectExtension = (
  typeName: string,
  fields: readonly FieldDefinitionNode[],
): DefinitionNode => ({ kind: Kind.OBJECT_TYPE_EXTENSION, name: name(typeName), fields });
