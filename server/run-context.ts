import { Busy } from '../modules/events/index.js';
import type { Database, Session } from '../prisma/database.js';
import { rowsWritten, type RunStatement } from '../prisma/reader/index.js';
import type { GraphContext } from '../schema/context.js';
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
  readonly source?: Pick<Database, 'query'>;
  readonly session: Session | null;
  readonly deadline: Deadline | null;
  readonly told: ToldOfRun;
}

export const outsideOfRuns = (): RunParts => ({
  session: null,
  deadline: null,
  told: { rowsRead: 0, isReplay: false },
});

/** What resolvers are given for one run, and what they leave behind. */
export function createContext(
  parts: ExecutorParts,
  caller: Caller,
  variables: Variables,
  { session, deadline, told, source = session ?? parts.database }: RunParts = outsideOfRuns(),
) {
  const { actor, requestId, locale, app, idempotencyKey } = caller;
  const now = parts.clock();
  const query: RunStatement = async (statement) => {
    deadline?.check();
    const answer = await source.query(statement);
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
    isTrial: session !== null,
    estimate: (asked) => estimateOf(parts, actor, asked),
    async transact(request, work) {
      const bound = { ...request, actor, requestId, ...(session ? { session } : {}) };
      // What builds on an earlier field that did not come to its end would be refused for good: its
      // key would keep that, and the repetition of the request could never be done.
      if (isUnfinished && request.idempotency) throw new Busy();
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
  return { context };
}
