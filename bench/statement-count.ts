import { createTransact, type Feed } from '../modules/events/index.js';
import { systemActor } from '../modules/auth/index.js';
import { hearings } from '../modules/listeners.js';
import { allPermissions } from '../modules/permissions.js';
import type { Database } from '../prisma/database.js';
import { createReader } from '../prisma/reader/index.js';
import { graph } from '../resolvers/graph.js';
import { nounNamed } from '../schema/noun.js';
import { createDocuments } from '../server/documents.js';
import { createExecutor } from '../server/executor.js';
import type { Shop } from './shop.js';
import type { Mutation } from './write.js';

/** Far behind the places that the measured run takes. */
const PLACE = 9_900;

/**
 * How many statements a mutation takes with the reading of its answer, `begin` and `commit`
 * included; by name. Run on the executor alone, because requests over HTTP share a counter.
 */
export async function countStatements(
  database: Database,
  mutations: readonly Mutation[],
  shop: Shop,
): Promise<ReadonlyMap<string, number>> {
  const clock = () => new Date();
  const executor = createExecutor({
    ...{ database, clock, feed: {} as Feed, transact: createTransact({ database, hearings }) },
    readerOf: (request) => createReader({ ...request, nounNamed }),
    report: (error) => console.error(error),
  });
  const documents = createDocuments({ schema: graph, execution: 'compiled' });
  const actor = { ...systemActor, permissions: new Set<string>(allPermissions) };
  const counts = new Map<string, number>();
  for (const [turn, { name, query, isKeyed, input }] of mutations.entries()) {
    const prepared = documents.prepareText(query, null, actor.permissions);
    const idempotencyKey = isKeyed ? `count-${turn}` : null;
    const caller = { actor, requestId: 'bench-count', locale: 'en', idempotencyKey };
    const variables = { input: input(shop, PLACE + turn) };
    const run = () => executor.execute(prepared, caller, variables);
    const { value, texts } = await database.statements.during(run);
    if (value.errors?.[0]) throw value.errors[0];
    counts.set(name, texts.length);
  }
  return counts;
}
