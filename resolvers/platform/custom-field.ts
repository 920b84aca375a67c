import { customFields } from '../../modules/platform/index.js';
import { builder } from '../../schema/builder.js';
import { CustomFieldDefinition, CustomFieldKindEnum } from '../../schema/platform/custom-field.js';
import { allNouns } from '../../schema/noun.js';
import { extensibleNamed } from '../custom-fields.js';
import { idOf, notCleared, versionInput, type InputFields } from '../inputs.js';
import { mutation } from '../mutation.js';
import { reads } from '../reads.js';

reads(CustomFieldDefinition, { one: 'customFieldDefinition', many: 'customFieldDefinitions' });

const LocalizedTextInput = builder.inputType('LocalizedTextInput', {
  description: 'A text in one language.',
  fields: (t) => ({
    locale: t.string({ required: true, description: 'The language, such as "en" or "zh-CN".' }),
    text: t.string({ required: true, description: 'The text.' }),
  }),
});

const CustomFieldChoiceInput = builder.inputType('CustomFieldChoiceInput', {
  description: 'One of the values of a choice.',
  fields: (t) => ({
    code: t.string({ required: true, description: 'The value in the graph, such as IN_STOCK.' }),
    labels: t.field({
      type: [LocalizedTextInput],
      required: true,
      description: 'What it is called.',
    }),
    isRetired: t.boolean({ description: 'Whether it is not given any more: false unless told.' }),
  }),
});

const ruleFields = (t: InputFields) => ({
  description: t.string({ description: 'What more is to be said of it.' }),
  isRequired: t.boolean({ description: 'Whether new rows must have a value: false unless told.' }),
  isUnique: t.boolean({
    description: 'Whether no two rows of a company, or of the group, have the same value.',
  }),
  isIndexed: t.boolean({ description: 'Whether filters and orders by it are to be fast.' }),
  default: t.field({ type: 'CustomFieldValue', description: 'What new rows have unless told.' }),
  minimum: t.field({ type: 'Decimal', description: 'The least number it takes.' }),
  maximum: t.field({ type: 'Decimal', description: 'The greatest number it takes.' }),
  maxLength: t.int({ description: 'How many characters it takes.' }),
  pattern: t.string({ description: 'What a whole text must be like, in the syntax of RE2.' }),
  choices: t.field({
    type: [CustomFieldChoiceInput],
    description: 'What a choice may be, all of them; one that is there can only be retired.',
  }),
  readPermission: t.string({ description: 'Who reads it beside the noun.' }),
  writePermission: t.string({ description: 'Who sets it beside the noun.' }),
});

const theField = (t: InputFields) => ({
  id: idOf(t, CustomFieldDefinition, { required: true, description: 'The definition.' }),
  expectedVersion: versionInput(t),
});

/** The names of the nouns on which fields can be defined, as they are listed. */
function extensible(): string {
  const names = allNouns().flatMap(({ name, isExtensible }) => (isExtensible ? [name] : []));
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)!}`;
}

mutation('customFieldDefine', {
  description: 'Defines a field on a noun; it is in the graph of every server within a second.',
  permission: 'platform.customField.define',
  input: (t) => ({
    noun: t.string({ required: true, description: `The type of the graph: ${extensible()}.` }),
    code: t.string({
      required: true,
      description: 'The name of the field: a small letter, then up to 39 letters and digits.',
    }),
    kind: t.field({ type: CustomFieldKindEnum, required: true, description: 'What it holds.' }),
    references: t.string({ description: 'The type of the graph that a reference leads to.' }),
    labels: t.field({
      type: [LocalizedTextInput],
      required: true,
      description: 'What it is called, by language.',
    }),
    ...ruleFields(t),
  }),
  answers: { customFieldDefinition: CustomFieldDefinition },
  run: async (tx, input) => ({
    customFieldDefinition: await customFields.define(tx, input, extensibleNamed),
  }),
});

mutation('customFieldChange', {
  description: 'Changes a field as far as what is kept can follow. Absent keeps, null clears.',
  permission: 'platform.customField.change',
  input: (t) => ({
    ...theField(t),
    kind: t.field({
      type: CustomFieldKindEnum,
      description: 'A wider kind: DECIMAL of INTEGER, TEXT of CHOICE or FILE_LINK.',
    }),
    labels: t.field({ type: [LocalizedTextInput], description: 'All labels.' }),
    ...ruleFields(t),
  }),
  answers: { customFieldDefinition: CustomFieldDefinition },
  run: async (tx, input) => ({
    customFieldDefinition: await customFields.change(
      tx,
      notCleared(input, 'kind', 'labels', 'isRequired', 'isUnique', 'isIndexed'),
      extensibleNamed,
    ),
  }),
});

mutation('customFieldDeprecate', {
  description: 'Tells clients to do without a field. It goes on working, and is required no more.',
  permission: 'platform.customField.deprecate',
  input: (t) => ({
    ...theField(t),
    reason: t.string({ required: true, description: 'Why, and what to use instead.' }),
  }),
  answers: { customFieldDefinition: CustomFieldDefinition },
  run: async (tx, input) => ({ customFieldDefinition: await customFields.deprecate(tx, input) }),
});

mutation('customFieldRemove', {
  description: 'Takes a deprecated field out of the graph. What is kept of it is not shown again.',
  permission: 'platform.customField.remove',
  input: theField,
  answers: { customFieldDefinition: CustomFieldDefinition },
  run: async (tx, input) => ({
    customFieldDefinition: await customFields.remove(tx, input, extensibleNamed),
  }),
});
