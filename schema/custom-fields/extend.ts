import {
  extendSchema,
  isInputObjectType,
  isObjectType,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql';
import type { CustomField } from '../../modules/platform/index.js';
import { carryBook, type ReadRow } from '../../prisma/reader/index.js';
import { nounNamed } from '../noun.js';
import { bookFor } from './book.js';
import { customFieldsDocument } from './document.js';

/**
 * The graph with the fields that users have defined: the base is as it was, and every schema made
 * of it is another. Definitions of a noun that this version does not know are left out.
 */
export function withCustomFields(
  base: GraphQLSchema,
  definitions: readonly CustomField[],
): GraphQLSchema {
  const fields = definitions.filter(
    ({ noun, references, removedAt }) =>
      removedAt === null &&
      nounNamed(noun)?.isExtensible === true &&
      (references === null || nounNamed(references) !== undefined),
  );
  const schema = extendSchema(base, customFieldsDocument(fields), {
    assumeValid: true,
    assumeValidSDL: true,
  });
  carryBook(schema, bookFor([...fields, ...definitions.filter((one) => one.removedAt !== null)]));
  for (const field of fields) complete(schema, field);
  return schema;
}

/** The reader has put what a reference leads to on the row, under both response keys. */
const referred: GraphQLFieldResolver<{ readonly $row: ReadRow }, unknown> = (
  source,
  _args,
  _context,
  { path },
) => {
  const value = source.$row.$e[`${path.prev?.key ?? ''}.${path.key}`];
  if (value instanceof Error) throw value;
  return value;
};

/** The fields by which groups tell a custom field: their key, and what is measured of it. */
const ofGroups = (schema: GraphQLSchema, { noun, code }: CustomField) =>
  ['Keys', 'Measures'].flatMap((suffix) => {
    const type = schema.getType(`${noun}CustomFields${suffix}`);
    const told = isObjectType(type) ? type.getFields()[code] : undefined;
    return told ? [told] : [];
  });

/** What the tree of a document cannot say: who may read a field, and which ids an input takes. */
function complete(schema: GraphQLSchema, field: CustomField): void {
  const { noun, code, readPermission, references } = field;
  const type = schema.getType(`${noun}CustomFields`);
  const input = schema.getType(`${noun}CustomFieldsInput`);
  if (!isObjectType(type) || !isInputObjectType(input)) throw new Error(`${noun} has no fields.`);
  const output = type.getFields()[code]!;
  if (readPermission !== null)
    for (const told of [output, ...ofGroups(schema, field)])
      told.extensions = { permission: readPermission };
  if (references === null) return;
  output.resolve = referred as GraphQLFieldResolver<unknown, unknown>;
  input.getFields()[code]!.extensions = { noun: references };
}
