import { GraphQLError, type ExecutionResult } from 'graphql';
import type { Feed, Together, Transact } from '../modules/events/index.js';
import type { Actor } from '../modules/kernel/index.js';
import type { PayloadCheck } from '../modules/outbound/index.js';
import type { Database, Session } from '../prisma/database.js';
import type { ReadRouter } from '../prisma/replica.js';
import { MustWalk, type Reader, type RunStatement } from '../prisma/reader/index.js';
import type { GraphContext } from '../schema/context.js';
import { REFUSED_COST, type Admission } from './admission.js';
import { isAtomic, runAtomic } from './atomic.js';
import { coerceVariables } from './coerce.js';
import { withinDeadline } from './deadline.js';
import type { Documents } from './documents.js';
import { doneOf, type OperationDone } from './operation-done.js';
import { isRefused, requestError, type Prepared, type Refused, type Variables } from './prepare.js';
import { isStatementTimeout, publicErrors, type Report } from './public-errors.js';
import { createContext, outsideOfRuns, type RunParts, type ToldOfRun } from './run-context.js';
import type { Traces } from './traces.js';
import { asksForTrial } from './trial.js';
import { writtenData, type WrittenRun } from './written.js';

/** Who asks, and with what around it. */
export interface Caller {
  readonly actor: Actor;
  readonly requestId: string;
  readonly locale: string;
  /** The app whose registered documents alone this caller may ask; null for any document. */
  readonly app: string | null;
  readonly idempotencyKey: string | null;
}

export interface ExecutorParts {
  readonly database: Pick<Database, 'query' | 'session'>;
  readonly transact: Transact;
  readonly together: Together;
  readonly feed: Feed;
  readonly readerOf: (parts: ReaderRequest) => Reader;
  readonly clock: () => Date;
  readonly report: Report;
  readonly documents: Documents;
  readonly admission: Admission;
  readonly checkPayload: (caller: Pick<Caller, 'actor' | 'app'>) => PayloadCheck;
  /** Told of each operation that was run or refused. */
  readonly onOperation?: (operation: OperationDone) => void;
  readonly traces?: Pick<Traces, 'operation'> | undefined;
  /** Where queries read; from the database itself when not said. */
  readonly reading?: ReadRouter;
}

export interface ReaderRequest {
  readonly query: RunStatement;
  readonly actor: Actor;
  readonly now: Date;
  readonly variables: Variables;
}

/**
 * Whether data is values, or may be the text that the store has written (`writtenText` tells it).
 */
export type Form = 'values' | 'text';

export interface Executor {
  /**
   * Runs a query or a mutation and answers what the caller may see. Never throws for the caller's
   * fault.
   */
  execute(
    prepared: Prepared | Refused,
    caller: Caller,
    variables: Variables,
    form?: Form,
  ): Promise<ExecutionResult>;
  /**
   * Runs an operation beside requests, as bulk operations do, without asking the client's bucket;
   * a query may be given the session on whose snapshot it reads.
   */
  runBeside(
    prepared: Prepared,
    caller: Caller,
    variables: Variables,
    session: Session | null,
  ): Promise<ExecutionResult>;
  /** What resolvers are given for one run outside a trial; `variables` are coerced. */
  contextOf(caller: Caller, variables: Variables): GraphContext;
  /** Takes the cost of a subscription; why it is refused, or null. */
  admit(prepared: Prepared, caller: Caller, variables: Variables): GraphQLError | null;
  /** Errors as the caller may see them. */
  tell(errors: readonly GraphQLError[], requestId: string): GraphQLError[];
}

export function createExecutor(parts: ExecutorParts): Executor {
  const tell: Executor['tell'] = (errors, requestId) =>
    publicErrors(errors, requestId, parts.report);
  const { admission } = parts;
  return {
    tell,
    contextOf: (caller, variables) => createContext(parts, caller, variables),
    admit: ({ costing }, { actor }, variables) => admission.admit(actor.id, costing.of(variables)),
    async runBeside(prepared, caller, variables, session) {
      const ready = readyToRun(prepared, variables);
      const result = isRefused(ready)
        ? ready
        : await runReady(parts, ready, caller, {
            ...outsideOfRuns(),
            source: session ?? parts.database,
          });
      if (!result.errors?.length) return result;
      return { ...result, errors: tell(result.errors, caller.requestId) };
    },
    execute(prepared, caller, variables, form = 'values') {
      const executed = () => execute(parts, tell, { prepared, caller, variables, form });
      return parts.traces?.operation(prepared, executed) ?? executed();
    },
  };
}

interface Asked {
  readonly prepared: Prepared | Refused;
  readonly caller: Caller;
  readonly variables: Variables;
  readonly form: Form;
}

/** Runs what is asked, and answers it with its cost and with what may be told of its errors. */
async function execute(
  parts: ExecutorParts,
  tell: Executor['tell'],
  { prepared, caller, variables, form }: Asked,
): Promise<ExecutionResult> {
  const { admission } = parts;
  const began = performance.now();
  const result = await run(parts, prepared, caller, variables, form);
  parts.onOperation?.(doneOf(prepared, result, (performance.now() - began) / 1_000));
  const { requested, ...answered } = result;
  const bucket = admission.state(caller.actor.id);
  const cost = { requested, max: admission.limits.max, bucket };
  const extensions = { ...result.extensions, cost };
  if (!answered.errors?.length) return { ...answered, extensions };
  return { ...answered, errors: tell(answered.errors, caller.requestId), extensions };
}

/** A result with the cost that was taken for it. */
type Costed = ExecutionResult & { readonly requested: number };

async function run(
  parts: ExecutorParts,
  prepared: Prepared | Refused,
  caller: Caller,
  variables: Variables,
  form: Form,
): Promise<Costed> {
  const { admission } = parts;
  const client = caller.actor.id;
  const ready = readyToRun(prepared, variables);
  if (isRefused(ready)) {
    admission.charge(client, REFUSED_COST);
    return { ...ready, requested: REFUSED_COST };
  }
  const { costing } = ready.prepared;
  const { most: requested, least } = costing.bounds(ready.coerced);
  const refused = admission.admit(client, requested);
  if (refused) return { errors: [refused], requested };
  let used = requested;
  try {
    const isText = form === 'text' && requested <= WRITTEN_COST;
    const { result, rowsRead } = await perform(parts, ready, caller, isText);
    used = least + rowsRead;
    return { ...result, requested };
  } finally {
    // Lists that were shorter than they might have been cost what they were.
    if (used < requested) admission.giveBack(client, requested - used);
  }
}

interface Ready {
  readonly prepared: Prepared;
  readonly coerced: Variables;
  /** As they were sent: what is compiled coerces them itself. */
  readonly variables: Variables;
  readonly isTrial: boolean;
}

function readyToRun(prepared: Prepared | Refused, variables: Variables): Ready | Refused {
  if (isRefused(prepared)) return prepared;
  if (prepared.operation.operation === 'subscription') return { errors: [notHere()] };
  const gate = coerceVariables(prepared, variables);
  if (isRefused(gate)) return gate;
  const isTrial = asksForTrial(prepared, gate.coerced);
  if (isTrial instanceof GraphQLError) return { errors: [isTrial] };
  return { prepared, coerced: gate.coerced, variables, isTrial };
}

/**
 * Runs what passed the gate: what is atomic or only tried in one transaction, and all else in one
 * for each verb.
 */
function runReady(
  parts: ExecutorParts,
  { prepared, coerced, variables, isTrial }: Ready,
  caller: Caller,
  run: RunParts,
): Promise<ExecutionResult> {
  const runWith = (within: RunParts) =>
    runSafely(prepared, createContext(parts, caller, coerced, within), variables);
  if (isAtomic(prepared)) return runAtomic(parts, { run, isTrial, runWith });
  if (!isTrial) return runWith(run);
  return parts.together({ isTrial }, async (shared) => ({
    result: await runWith({ ...run, shared }),
    isKept: false,
  }));
}

/** The store writes an answer as one text: what may be larger is walked row by row. */
const WRITTEN_COST = 100_000;

/**
 * The answer as the store writes it, or else as the walk over rows gives it. What the store failed
 * to write though the walk answers it is a fault of ours that nobody would see: it is reported.
 */
async function runWritten(
  parts: ExecutorParts,
  ready: Ready & { readonly written: WrittenRun },
  caller: Caller,
  run: RunParts,
): Promise<ExecutionResult> {
  try {
    const text = await ready.written(createContext(parts, caller, ready.coerced, run));
    return { data: writtenData(text) };
  } catch (error) {
    // The walk would keep the store busy for as long again.
    if (isStatementTimeout(error)) return failed(error);
    run.told.rowsRead = 0;
    const walked = await runReady(parts, ready, caller, run);
    if (!walked.errors && !isCallers(error)) parts.report(error, caller.requestId);
    return walked;
  }
}

/** What the store cannot write, or refuses of a place that the walk without rows never came to. */
const isCallers = (error: unknown): boolean =>
  error instanceof MustWalk || error instanceof GraphQLError;

async function perform(parts: ExecutorParts, ready: Ready, caller: Caller, isText: boolean) {
  const { prepared, isTrial } = ready;
  const written = isText ? prepared.written : null;
  const told: ToldOfRun = { rowsRead: 0, isReplay: false };
  const isMutation = prepared.operation.operation === 'mutation';
  const { timeout } = parts.admission.limits;
  const source = isTrial ? parts.database : await sourceOf(parts, prepared);
  const result = await withinDeadline(timeout, isMutation, (deadline) => {
    const run = { ...outsideOfRuns(), source, deadline, told };
    return written
      ? runWritten(parts, { ...ready, written }, caller, run)
      : runReady(parts, ready, caller, run);
  });
  const { rowsRead, isReplay } = told;
  if (!isReplay) return { result, rowsRead };
  const extensions = { ...result.extensions, idempotency: { replayed: true } };
  return { result: { ...result, extensions }, rowsRead };
}

/** What is thrown beside the fields, as by a type's resolver, is the result's error too. */
async function runSafely(
  prepared: Prepared,
  context: GraphContext,
  variables: Variables,
): Promise<ExecutionResult> {
  try {
    return await prepared.run(null, context, variables);
  } catch (error) {
    return failed(error);
  }
}

function failed(error: unknown): ExecutionResult {
  const originalError = error instanceof Error ? error : new Error(String(error));
  return { data: null, errors: [new GraphQLError(originalError.message, { originalError })] };
}

const notHere = () =>
  requestError('SUBSCRIPTION_NEEDS_SOCKET', 'Subscriptions are served over a WebSocket.');

/** What only reads may read from a replica, all of it from one. */
async function sourceOf({ database, reading }: ExecutorParts, { operation }: Prepared) {
  return reading && operation.operation === 'query' ? reading.choose() : database;
}
