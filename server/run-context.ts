import { Busy, readShared, type Shared } from '../modules/events/index.js';
import type { Database } from '../prisma/database.js';
import { rowsWritten, type RunStatement } from '../prisma/reader/index.js';
import type { Atomic, GraphContext } from '../schema/context.js';
import { costTooHigh } from './admission.js';
import type { Deadline } from './deadline.js';
import { estimateOf } from './estimate.js';
import type { Caller, ExecutorParts } from './executor.js';
import type { Variables } from './prepare.js';

/** What a run leaves to be told of it. */
export interface ToldOfRun {
  rowsRead: number;
  isReplay: boolean;
}

export interface RunParts {
  /** Where is read outside of a transaction; from the database itself when not said. */
  readonly source?: Pick<Database, 'query'>;
  /** The one transaction of the whole operation; null where each verb has its own. */
  readonly shared: Shared | null;
  readonly atomic: Atomic | null;
  readonly deadline: Deadline | null;
  readonly told: ToldOfRun;
}

export const outsideOfRuns = (): RunParts => ({
  shared: null,
  atomic: null,
  deadline: null,
  told: { rowsRead: 0, isReplay: false },
});

/** What the resolvers of one run are given; `variables` are coerced. */
export function createContext(
  parts: ExecutorParts,
  caller: Caller,
  variables: Variables,
  { shared, atomic, deadline, told, source = parts.database }: RunParts = outsideOfRuns(),
): GraphContext {
  const { actor, requestId, locale, app, idempotencyKey } = caller;
  const now = parts.clock();
  const query: RunStatement = async (statement) => {
    deadline?.check();
    const answer = await (shared ? readShared(shared, statement) : source.query(statement));
    told.rowsRead += statement.isWritten ? rowsWritten(answer.rows) : answer.rows.length;
    const { rows } = parts.admission.limits;
    if (deadline && told.rowsRead > rows) throw costTooHigh(told.rowsRead, rows);
    return answer;
  };
  const freshReader = () => parts.readerOf({ query, actor, now, variables });
  let isUnfinished = false;
  const context: GraphContext = {
    actor,
    requestId,
    locale,
    isLockedToApp: app !== null,
    variables,
    reader: freshReader(),
    feed: parts.feed,
    checkPayload: parts.checkPayload(caller),
    idempotencyKey,
    isTrial: shared?.isTrial ?? false,
    atomic,
    estimate: (asked) => estimateOf(parts, actor, asked),
    async transact(request, work) {
      const bound = { ...request, actor, requestId, ...(shared && { shared }) };
      // What builds on an earlier field that did not come to its end would be refused for good: its
      // key would keep that, and the repetition of the request could never be done.
      if (isUnfinished && request.idempotency && !shared) throw new Busy();
      deadline?.check();
      const outcome = await parts.transact(bound, work).catch((error: unknown) => {
        isUnfinished = true;
        throw error;
      });
      isUnfinished ||= outcome.refusals.some(({ retryable }) => retryable);
      // What was read before may have changed by what was just written.
      context.reader = freshReader();
      told.isReplay ||= outcome.isReplay;
      return outcome;
    },
  };
  return context;
}
