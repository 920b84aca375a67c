import { GraphQLError } from 'graphql';

/** What a query was asked that it will not answer; the code is stable. */
export type ReadRefusalCode =
  | 'BAD_USER_INPUT'
  | 'FILTER_NULL'
  | 'FILTER_TOO_DEEP'
  | 'CURSOR_INVALID'
  | 'CURSOR_PURGED'
  | 'CURSOR_MISMATCH'
  | 'PAGE_SIZE'
  | 'GROUP_BY_TOO_MANY'
  | 'GROUP_BY_TWICE'
  | 'MEASURE_MISSING'
  | 'ORDER_NOT_GROUPED'
  | 'TIME_ZONE_UNKNOWN'
  | 'LOOKUP_KEYS'
  | 'REPRESENTATION_INVALID'
  | 'REPRESENTATIONS_TOO_MANY'
  | 'FORBIDDEN'
  | 'NOT_FOUND';

export function refuseRead(
  code: ReadRefusalCode,
  message: string,
  extensions: Record<string, unknown> = {},
): never {
  throw new GraphQLError(message, { extensions: { ...extensions, code } });
}

export function mayRead(permission: string | undefined, permissions: ReadonlySet<string>): void {
  if (permission !== undefined && !permissions.has(permission))
    refuseRead('FORBIDDEN', 'You lack a permission that this needs.', { permission });
}
