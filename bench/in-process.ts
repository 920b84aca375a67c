import { createTogether, createTransact, type Feed } from '../modules/events/index.js';
import { systemActor } from '../modules/auth/index.js';
import { hearings } from '../modules/listeners.js';
import { allPermissions } from '../modules/permissions.js';
import type { Database } from '../prisma/database.js';
import { createReader } from '../prisma/reader/index.js';
import { graph } from '../resolvers/graph.js';
import { nounNamed } from '../schema/noun.js';
import { costLimits, createAdmission } from '../server/admission.js';
import { createDocuments } from '../server/documents.js';
import { createExecutor } from '../server/executor.js';

/** Runs one operation and answers its result. */
export type Run = (query: string, variables: object, key: string | null) => Promise<object>;

/** The graph without HTTP, as an administrator, whose requests share no counter with others. */
export function inProcess(database: Database): Run {
  const clock = () => new Date();
  const documents = createDocuments({ schema: graph, execution: 'compiled' });
  const unbounded = { ...costLimits, capacity: 1e12 };
  const executor = createExecutor({
    ...{ documents, admission: createAdmission(unbounded) },
    ...{ database, clock, feed: {} as Feed },
    transact: createTransact({ database, hearings }),
    together: createTogether({ database, hearings }),
    readerOf: (request) => createReader({ ...request, nounNamed }),
    report: (error) => console.error(error),
    checkPayload: () => () => null,
  });
  const actor = { ...systemActor, permissions: new Set<string>(allPermissions) };
  return (query, variables, idempotencyKey) => {
    const prepared = documents.prepareText(query, null, actor.permissions);
    const caller = { actor, requestId: 'bench-count', locale: 'en', app: null, idempotencyKey };
    return Promise.resolve(executor.execute(prepared, caller, { ...variables }));
  };
}
