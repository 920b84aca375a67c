import { GraphQLError, Kind, visit, type DocumentNode } from 'graphql';

const NUL = '\0';

const refusal = (nodes?: GraphQLError['nodes']): GraphQLError =>
  new GraphQLError('A text holds NUL, which no text may.', {
    nodes,
    extensions: { code: 'BAD_USER_INPUT' },
  });

/**
 * PostgreSQL keeps no NUL in a text, wherever it stands: one gate for all inputs and filters. Why a
 * document is refused for its literals, or null.
 */
export function literalRefusal(document: DocumentNode): GraphQLError | null {
  let found: GraphQLError | null = null;
  visit(document, {
    [Kind.STRING]: (node) => {
      if (node.value.includes(NUL)) found ??= refusal([node]);
    },
  });
  return found;
}

/** Why variables are refused, or null. Keys are those of types, so only values are looked at. */
export function variablesRefusal(variables: Record<string, unknown>): GraphQLError | null {
  return holdsNul(variables) ? refusal() : null;
}

function holdsNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes(NUL);
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some(holdsNul);
}
