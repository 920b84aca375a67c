import { GraphQLError, type ExecutionResult } from 'graphql';
import { Busy, storedRefusal, type StoredRefusal } from '../modules/events/index.js';
import type { Atomic } from '../schema/context.js';
import type { Deadline } from './deadline.js';
import type { ExecutorParts } from './executor.js';
import { requestError, type Prepared } from './prepare.js';
import type { RunParts } from './run-context.js';

/** Whether all mutations of an operation are to be done together or not at all. */
export const isAtomic = ({ operation }: Pick<Prepared, 'operation'>): boolean =>
  operation.directives?.some(({ name }) => name.value === 'atomic') ?? false;

interface AtomicRun {
  readonly run: RunParts;
  readonly isTrial: boolean;
  readonly runWith: (within: RunParts) => Promise<ExecutionResult>;
}

/** What a field of one run was refused with. */
interface Refused {
  /** Of the field in the answer; empty when it is not known which it was. */
  readonly path: readonly string[];
  readonly refusals: readonly StoredRefusal[];
}

/** One run as it went, whatever becomes of it. */
interface Went {
  readonly result: ExecutionResult;
  readonly refused: readonly Refused[];
}

/**
 * Runs all mutations in one transaction, their answers included. What refuses one refuses all: then
 * nothing is kept, and one error tells what each was refused with.
 */
export async function runAtomic(
  { together }: Pick<ExecutorParts, 'together'>,
  { run, isTrial, runWith }: AtomicRun,
): Promise<ExecutionResult> {
  const { deadline, told } = run;
  const last: { went?: Went } = {};
  try {
    const went = await together({ isTrial, beforeCommit: checkOf(deadline) }, async (shared) => {
      deadline?.check();
      Object.assign(told, { rowsRead: 0, isReplay: false });
      const refused: Refused[] = [];
      const atomic: Atomic = {
        refused: (key, refusals) => void refused.push({ path: [key], refusals }),
        answered: new Map(),
      };
      const went = { result: await runWith({ ...run, shared, atomic }), refused };
      last.went = went;
      return { result: went, isKept: isClean(went) };
    });
    return isClean(went) ? went.result : refusedAsOne(went);
  } catch (error) {
    if (error instanceof Busy && last.went) return refusedAsOne(busy(last.went, error));
    return { data: null, errors: [asGraphQLError(error)] };
  }
}

const checkOf = (deadline: Deadline | null) => () => deadline?.check();

const isClean = ({ result, refused }: Went): boolean =>
  refused.length === 0 && !result.errors?.length;

/** Where the last run met others there is a refusal in place of the failure. */
function busy({ result, refused }: Went, met: Busy): Went {
  const path = (result.errors?.[0]?.path ?? []).slice(0, 1).map(String);
  return { result: {}, refused: [...refused, { path, refusals: [storedRefusal(met)] }] };
}

/** The refusals as `userErrors` tell them. */
const userErrors = (refusals: readonly StoredRefusal[]) =>
  refusals.map(({ type, code, message, params, path, retryable }) => ({
    __typename: type,
    code,
    message,
    params: Object.entries(params).map(([name, value]) => ({
      name,
      value: value === null ? null : String(value),
    })),
    path: path.map(String),
    retryable,
  }));

/**
 * One error for all. Errors of fields follow it, since they are told as errors of any operation;
 * what failed only because something before it had failed is not told again.
 */
function refusedAsOne({ result, refused }: Went): ExecutionResult {
  const errors = withoutRepeats(result.errors ?? []);
  const isRetryable = refused.every(({ refusals }) => refusals.every((one) => one.retryable));
  const error = requestError('ATOMIC_REFUSED', 'Nothing was done, because not all could be.', {
    refused: refused.map(({ path, refusals }) => ({ path, userErrors: userErrors(refusals) })),
    retryable: isRetryable && errors.length === 0,
  });
  return { data: null, errors: [error, ...errors] };
}

function withoutRepeats(errors: readonly GraphQLError[]): GraphQLError[] {
  const seen = new Set<unknown>();
  return errors.filter(({ originalError }) => {
    if (!originalError) return true;
    const isNew = !seen.has(originalError);
    seen.add(originalError);
    return isNew;
  });
}

const asGraphQLError = (error: unknown): GraphQLError =>
  error instanceof GraphQLError
    ? error
    : new GraphQLError(error instanceof Error ? error.message : String(error), {
        originalError: error instanceof Error ? error : null,
      });
