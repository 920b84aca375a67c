import { createHash } from 'node:crypto';
import {
  DirectiveLocation,
  getDirectiveValues,
  GraphQLDirective,
  GraphQLNonNull,
  GraphQLString,
  type GraphQLResolveInfo,
} from 'graphql';
import { originalField } from '../prisma/reader/original-field.js';
import type { GraphContext } from '../schema/context.js';

export const idempotentDirective = new GraphQLDirective({
  name: 'idempotent',
  description:
    'Makes a mutation happen once for a key: sent again it answers the stored outcome. Kept for 7 days.',
  locations: [DirectiveLocation.FIELD],
  args: {
    key: {
      type: new GraphQLNonNull(GraphQLString),
      description: 'Chosen by the caller, 1 to 200 characters; a UUID is a good one.',
    },
  },
});

/**
 * The key of one mutation field: the directive's, or the header's with the field's response key.
 */
export function keyOf(info: GraphQLResolveInfo, context: GraphContext): string | null {
  const node = originalField(info.fieldNodes[0]!);
  const directive = getDirectiveValues(idempotentDirective, node, context.variables);
  const key = (directive?.key as string | undefined) ?? context.idempotencyKey;
  return key === null ? null : `${key}/${String(info.path.key)}`;
}

/**
 * What was asked under a key: the field and its canonical arguments, never the selection, and
 * whether it is all or nothing: what was done alone is not done anew with others. What names an
 * answer of another mutation counts as the id that it stands for.
 */
export function fingerprintOf(
  field: string,
  input: unknown,
  { atomic }: Pick<GraphContext, 'atomic'>,
): string {
  const meant = (name: string, value: unknown): unknown =>
    typeof value === 'string' && value.startsWith('@')
      ? (atomic?.answered.get(value.slice(1))?.id ?? value)
      : canonicalOrder(name, value);
  return createHash('sha256')
    .update(`${atomic ? '@atomic ' : ''}${field} ${JSON.stringify(input, meant)}`)
    .digest('base64url');
}

function canonicalOrder(key: string, value: unknown): unknown {
  if (key === 'validateOnly') return undefined;
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
