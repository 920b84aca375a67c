import { getArgumentValues, type GraphQLResolveInfo } from 'graphql';
import { originalField } from '../prisma/reader/original-field.js';
import type { GraphContext } from '../schema/context.js';

/**
 * The coerced arguments of a field, taken from the document as it was sent. The compiled form of an
 * operation carries no optional arguments of planned fields, and has made text of the values of
 * scalars that are written in the document itself, such as decimals.
 */
export function sentArgs<Args>(info: GraphQLResolveInfo, context: GraphContext): Args {
  const field = info.parentType.getFields()[info.fieldName]!;
  const node = originalField(info.fieldNodes[0]!);
  return getArgumentValues(field, node, context.variables) as Args;
}
