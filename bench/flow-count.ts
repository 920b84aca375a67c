import type { Database } from '../prisma/database.js';
import { answerOf, type Maker } from './flow-founding.js';
import { playOrder } from './flow-order.js';
import { inProcess } from './in-process.js';

/** What one order costs the store, from quote to cash, the reading of its answers included. */
export async function countOrder(
  database: Database,
  maker: Maker,
): Promise<{ readonly statements: number; readonly flights: number }> {
  const run = inProcess(database);
  const ask = async (query: string, variables: object, key: string) =>
    answerOf(JSON.stringify(await run(query, variables, key)));
  // Once before, so that what is only prepared or cached the first time is not counted.
  await playOrder(ask, maker, 'count-0', 0);
  const play = () => playOrder(ask, maker, 'count-1', 1);
  const { texts, flights } = await database.statements.during(play);
  return { statements: texts.length, flights };
}
