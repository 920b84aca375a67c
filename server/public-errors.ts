import { GraphQLError } from 'graphql';
import { operationTimeout } from './deadline.js';
import { RuleViolation } from '../modules/kernel/index.js';

/** Writes what a caller must not see, with the request that it belongs to. */
export type Report = (error: unknown, requestId: string) => void;

/**
 * The errors of a result as a caller may see them: with a code and the request id. What was thrown
 * by accident is reported and masked; refusals of rules keep their code and words.
 */
export function publicErrors(
  errors: readonly GraphQLError[],
  requestId: string,
  report: Report,
): GraphQLError[] {
  return errors.map((error) => publicError(error, requestId, report));
}

function publicError(error: GraphQLError, requestId: string, report: Report): GraphQLError {
  const { message, extensions } = meant(error) ?? masked(error, requestId, report);
  const { nodes, source, positions } = error;
  // That of a bare refusal leads into an input, and not into the answer.
  const path = isBare(error) ? undefined : error.path;
  const options = { nodes, source, positions, path, extensions: { ...extensions, requestId } };
  const told = new GraphQLError(message, options);
  // A compiled operation knows the places of its errors, but no longer the nodes they come from.
  return told.locations ? told : Object.assign(told, { locations: error.locations });
}

interface Public {
  readonly message: string;
  readonly extensions: Record<string, unknown>;
}

/** What PostgreSQL says of a statement that ran longer than one may. */
const STATEMENT_TIMEOUT = '57014';

export const isStatementTimeout = (error: unknown): boolean =>
  (error as { code?: unknown } | undefined)?.code === STATEMENT_TIMEOUT;

/** graphql-js takes whatever has a path for an error of its own, and hands it on as it is. */
const isBare = (error: unknown): error is RuleViolation => error instanceof RuleViolation;

function meant(error: GraphQLError): Public | null {
  const { message, extensions, originalError, path } = error;
  if (isStatementTimeout(originalError)) return operationTimeout(false);
  const refusal = isBare(error) ? error : originalError;
  if (refusal instanceof RuleViolation) {
    const { code, params, retryable } = refusal;
    return { message: refusal.message, extensions: { code, params, retryable } };
  }
  const isMeant = originalError == null || originalError instanceof GraphQLError;
  // An error of a compiled operation may have no extensions at all.
  const code = (extensions as { code?: unknown } | undefined)?.code;
  if (isMeant && typeof code === 'string') return { message, extensions };
  // graphql-js says what is wrong with an argument or a variable before anything of ours has run.
  const isInput = isMeant && (path === undefined || message.startsWith('Argument "'));
  return isInput ? { message, extensions: { code: 'BAD_USER_INPUT' } } : null;
}

function masked(error: GraphQLError, requestId: string, report: Report): Public {
  report(error.originalError ?? error, requestId);
  return {
    message: 'Something went wrong here. The request id leads to what it was.',
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  };
}
