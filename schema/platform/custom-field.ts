import { customFieldKinds, type CustomFieldKind } from '../../modules/platform/index.js';
import { boolean, choice, choices, decimal, instant, integer, text } from '../columns.js';
import { documented } from '../common.js';
import { builder } from '../builder.js';
import { computed, noun } from '../noun.js';
import './custom-field-errors.js';

const kindsTold: Readonly<Record<CustomFieldKind, string>> = {
  TEXT: 'A text, of any length unless told.',
  INTEGER: 'A whole number of 32 bits.',
  DECIMAL: 'An exact number.',
  MONEY: 'An amount with its currency.',
  QUANTITY: 'A value with its unit.',
  BOOLEAN: 'Yes or no.',
  DATE: 'A calendar date.',
  DATE_TIME: 'An instant.',
  CHOICE: 'One of the choices of the field.',
  CHOICES: 'Some of the choices of the field.',
  REFERENCE: 'Another node of the graph.',
  FILE_LINK: 'A link to a file in the web.',
};

const kindsInOrder = Object.fromEntries(
  customFieldKinds.map((kind) => [kind, kindsTold[kind]]),
) as Record<CustomFieldKind, string>;

export const CustomFieldKindEnum = choices(
  'CustomFieldKind',
  'What a custom field can hold.',
  kindsInOrder,
);

const optional = { isNullable: true };

export const CustomFieldDefinition = noun('CustomFieldDefinition', {
  description: 'A field that this installation has defined on a noun of the graph.',
  permission: 'platform.customField.read',
  company: null,
  columns: {
    ...documented,
    noun: text('The type of the graph that has the field.'),
    code: text('The name of the field in the graph; free again when the field was removed.'),
    key: text('What its values are kept under; never used again.'),
    kind: choice(CustomFieldKindEnum, 'What it holds.'),
    description: text('What more is said of it.', optional),
    isRequired: boolean('Whether new rows must have a value.'),
    isUnique: boolean('Whether no two rows of a company, or of the group, have the same value.'),
    isIndexed: boolean('Whether filters and orders by it are fast.'),
    minimum: decimal('The least number it takes.', optional),
    maximum: decimal('The greatest number it takes.', optional),
    maxLength: integer('How many characters it takes.', optional),
    pattern: text('What a whole text must be like, in the syntax of RE2.', optional),
    references: text('The type of the graph that a reference leads to.', optional),
    readPermission: text('Who reads it beside the noun; all who do unless told.', optional),
    writePermission: text('Who sets it beside the noun; all who do unless told.', optional),
    deprecatedAt: instant('When clients were told to do without it.', optional),
    deprecationReason: text('Why, and what to use instead.', optional),
    removedAt: instant('When it left the graph.', optional),
  },
});

interface Localized {
  readonly locale: string;
  readonly text: string;
}

const LocalizedText = builder.objectRef<Localized>('LocalizedText').implement({
  description: 'A text in one language.',
  fields: (t) => ({
    locale: t.exposeString('locale', {
      nullable: false,
      description: 'The language, such as "en" or "zh-CN".',
    }),
    text: t.exposeString('text', { nullable: false, description: 'The text.' }),
  }),
});

interface Choice {
  readonly code: string;
  readonly labels: Localized[];
  readonly isRetired: boolean;
}

const CustomFieldChoice = builder.objectRef<Choice>('CustomFieldChoice').implement({
  description: 'One of the values of a choice.',
  fields: (t) => ({
    code: t.exposeString('code', { nullable: false, description: 'The value in the graph.' }),
    labels: t.field({
      type: [LocalizedText],
      nullable: { list: false, items: false },
      description: 'What it is called.',
      resolve: ({ labels }) => labels,
    }),
    isRetired: t.exposeBoolean('isRetired', {
      nullable: false,
      description: 'Whether it is not given any more.',
    }),
  }),
});

const asKept = (column: string, type: unknown, description: string) =>
  computed(CustomFieldDefinition, column, {
    description,
    type,
    needs: [column],
    load: (rows) => Promise.resolve(rows.map((row) => row[column])),
  });

asKept('labels', [LocalizedText], 'What it is called, by language.');
asKept('choices', [CustomFieldChoice], 'What a choice may be; null for other kinds.');
asKept('defaultValue', 'CustomFieldValue', 'What new rows have unless told.');
