import { expect, it } from 'vitest';
import { countOrder } from '../../bench/flow-count.js';
import { answerOf, foundMaker } from '../../bench/flow-founding.js';
import { inProcess } from '../../bench/in-process.js';
import { openGraph } from '../support/graph.js';

it('takes an order from quote to cash by no more statements and flights than it did', async () => {
  const graph = await openGraph();
  try {
    const run = inProcess(graph.database);
    const maker = await foundMaker(async (query, variables, key) =>
      answerOf(JSON.stringify(await run(query, variables, key))),
    );
    const { statements, flights } = await countOrder(graph.database, maker);
    expect(statements).toBeLessThanOrEqual(165);
    // 54, and more where an answer comes before the rest of a flight is sent.
    expect(flights).toBeLessThanOrEqual(60);
  } finally {
    await graph.close();
  }
});
