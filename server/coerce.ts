import { GraphQLError, getVariableValues } from 'graphql';
import type { Prepared, Refused, Variables } from './prepare.js';
import { variablesRefusal } from './stored-text.js';

/** Coerces the variables: the one gate for every operation, compiled or not. */
export function coerceVariables(
  prepared: Prepared,
  variables: Variables,
): { readonly coerced: Variables } | Refused {
  const declared = prepared.operation.variableDefinitions ?? [];
  const options = { maxErrors: 10, hideSuggestions: true };
  const { coerced, errors } = getVariableValues(prepared.schema, declared, variables, options);
  if (errors) return { errors: errors.map(badInput) };
  const refused = variablesRefusal(variables);
  return refused ? { errors: [refused] } : { coerced };
}

const badInput = ({ message, nodes, source, positions }: GraphQLError): GraphQLError =>
  new GraphQLError(message, { nodes, source, positions, extensions: { code: 'BAD_USER_INPUT' } });
