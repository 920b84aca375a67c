import { GraphQLError } from 'graphql';
import { globalId } from '../../modules/kernel/index.js';
import { bookOf, refuseRead, type CustomColumn, type ReadRow } from '../../prisma/reader/index.js';
import { builder } from '../builder.js';
import { nounNamed, type Noun } from '../noun.js';
import './value.js';

/** The custom fields of a row as the reader has put them there: those selected, by code. */
interface CustomRow {
  readonly [code: string]: unknown;
  /** The row itself, whose edges hold what references lead to. */
  readonly $row: ReadRow;
  /** All values as they are kept, where any is asked for by its code. */
  readonly $all?: Readonly<Record<string, unknown>>;
}

type Types = { readonly fields: unknown; readonly input: unknown };
const made = new Map<string, Types>();

/**
 * The types of a noun on which users may define fields. They are there before any field is, and
 * take and give values by code; definitions only add to them.
 */
function typesOf(given: Noun): Types {
  const noun = given.fieldsOf === undefined ? given : nounNamed(given.fieldsOf)!;
  const known = made.get(noun.name) ?? { fields: fieldsType(noun), input: inputType(noun) };
  made.set(noun.name, known);
  return known;
}

/** How the field of a noun that holds its custom fields is declared. */
export const customField = (noun: Noun) => ({
  type: typesOf(noun).fields,
  nullable: false,
  description: 'The fields that this installation has defined itself.',
  extensions: { isColumn: true },
  resolve: (row: ReadRow) => row.customFields,
});

/** The input by which custom fields of a noun are set. */
export const customFieldsInputOf = (noun: Noun) =>
  typesOf(noun).input as ReturnType<typeof inputType>;

function fieldsType(noun: Noun) {
  return builder.objectRef<CustomRow>(`${noun.name}CustomFields`).implement({
    description: `The fields that this installation has defined on a ${noun.name}.`,
    fields: (t) => ({
      value: t.field({
        type: 'CustomFieldValue',
        description: 'A field by its code, for a client that was built before the field.',
        args: { code: t.arg.string({ required: true, description: 'The code of the field.' }) },
        resolve: (row, { code }, { actor }, { schema }) => {
          const column = bookOf(schema)?.columns.get(noun.name)?.get(code);
          if (!column) return refuseUnknown(noun, code);
          const { permission } = column;
          if (permission !== undefined && !actor.permissions.has(permission))
            refuseRead('FORBIDDEN', 'You lack a permission that this needs.', { permission });
          return untyped(row.$all?.[column.key], column);
        },
      }),
    }),
  });
}

function refuseUnknown({ name }: Noun, code: string): never {
  throw new GraphQLError(`There is no such custom field of ${name}.`, {
    extensions: { code: 'CUSTOM_FIELD_UNKNOWN', field: code.slice(0, 40) },
  });
}

/** A value as it is kept, but ids are global and what has become a decimal is one. */
function untyped(value: unknown, { kind, target }: CustomColumn): unknown {
  if (value === undefined || value === null) return null;
  if (target) return globalId(target().name, value as string);
  return kind === 'decimal' && typeof value === 'number' ? value.toString() : value;
}

const CustomFieldValueInput = builder.inputType('CustomFieldValueInput', {
  description:
    'A value of a custom field by its code, for a client that was built before the field.',
  fields: (t) => ({
    code: t.string({ required: true, description: 'The code of the field.' }),
    value: t.field({ type: 'CustomFieldValue', description: 'The value; null clears.' }),
  }),
});

const inputType = (noun: Noun) =>
  builder.inputType(`${noun.name}CustomFieldsInput`, {
    description: `Values of the fields that this installation has defined on a ${noun.name}. Absent keeps, null clears.`,
    fields: (t) => ({
      values: t.field({
        type: [CustomFieldValueInput],
        description: 'Values by the codes of their fields.',
      }),
    }),
  });

builder.inputType('MoneyInput', {
  description: 'An amount of money in a currency.',
  fields: (t) => ({
    amount: t.field({ type: 'Decimal', required: true, description: 'The amount, exact.' }),
    currency: t.string({ required: true, description: 'The ISO 4217 code of the currency.' }),
  }),
});

builder.inputType('QuantityInput', {
  description: 'A quantity in a unit of measure.',
  fields: (t) => ({
    value: t.field({ type: 'Decimal', required: true, description: 'How much, exact.' }),
    unit: t.string({ required: true, description: 'The code of the unit.' }),
  }),
});

builder.inputType('ReferenceFilter', {
  description: 'Conditions on a reference; all that are given must hold.',
  fields: (t) => ({
    eq: t.id({ description: 'To this id.' }),
    in: t.idList({ description: 'To one of these ids.' }),
    isNull: t.boolean({ description: 'Whether there is none.' }),
  }),
});
