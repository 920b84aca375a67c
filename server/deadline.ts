import { GraphQLError, type ExecutionResult } from 'graphql';

/** The moment at which an operation is given up. */
export interface Deadline {
  /** Throws OPERATION_TIMEOUT when it has passed: nothing more is begun for nobody. */
  check(): void;
}

/**
 * Answers what the work answers, or after so many milliseconds OPERATION_TIMEOUT. The work then
 * ends by itself at its next statement.
 */
export function withinDeadline(
  milliseconds: number,
  isMutation: boolean,
  work: (deadline: Deadline) => Promise<ExecutionResult>,
): Promise<ExecutionResult> {
  let isOver = false;
  const deadline: Deadline = {
    check() {
      if (isOver) throw operationTimeout(isMutation);
    },
  };
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      isOver = true;
      resolve({ data: null, errors: [operationTimeout(isMutation)] });
    }, milliseconds);
    const end = () => clearTimeout(timer);
    work(deadline).then(resolve, reject).finally(end);
  });
}

/** A mutation may have been done all the same: only its key tells. */
export const operationTimeout = (isMutation: boolean): GraphQLError =>
  new GraphQLError(
    isMutation
      ? 'The operation took too long. Whether it was done is told by sending it again with its key.'
      : 'The operation took too long: ask for less at once.',
    { extensions: { code: 'OPERATION_TIMEOUT', retryable: true } },
  );
