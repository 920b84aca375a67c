import type { Database } from '../prisma/database.js';
import { answerOf } from './flow-founding.js';
import { inProcess } from './in-process.js';
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
  const run = inProcess(database);
  const counts = new Map<string, number>();
  for (const [turn, { name, query, isKeyed, input }] of mutations.entries()) {
    const variables = { input: input(shop, PLACE + turn) };
    const key = isKeyed ? `count-${turn}` : null;
    const counted = await database.statements.during(() => run(query, variables, key));
    answerOf(JSON.stringify(counted.value));
    counts.set(name, counted.texts.length);
  }
  return counts;
}
