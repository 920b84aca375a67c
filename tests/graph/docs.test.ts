import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { format } from 'prettier';
import { firstOrder } from '../../clients/examples/first-order.js';
import { packageRoot } from '../../prisma/package-root.js';
import { openGraph } from '../support/graph.js';
import { playGuide, readGuide, withAnswers, type Played } from '../support/guides/play.js';

const folder = join(packageRoot(), 'docs');
const guides = readdirSync(folder)
  .filter((file) => file.endsWith('.md'))
  .filter((file) => readGuide(file).steps.length > 0);

/** With UPDATE_DOCS=1 the answers are written into the guides instead of being compared. */
const isWriting = process.env.UPDATE_DOCS === '1';

async function played(file: string): Promise<Played[]> {
  const graph = await openGraph();
  try {
    return await playGuide(graph, file);
  } finally {
    await graph.close();
  }
}

describe.each(guides)('docs/%s', (file) => {
  it('shows requests that can be sent, and the answers that they get', async () => {
    const answers = await played(file);
    const told = answers.map(({ answer }) => JSON.stringify(answer));
    expect(told.filter((one) => one.includes('INTERNAL_SERVER_ERROR'))).toEqual([]);
    if (isWriting) {
      const text = withAnswers(readGuide(file), answers);
      const options = { parser: 'markdown', singleQuote: true, printWidth: 100 };
      writeFileSync(join(folder, file), await format(text, options));
      return;
    }
    for (const { line, fence, answer } of answers) {
      const shown: unknown = fence === null ? null : JSON.parse(fence.text);
      if (fence !== null) expect({ line, answer }).toEqual({ line, answer: shown });
      else expect({ line, answer }).not.toHaveProperty('answer.errors');
    }
  });
});

describe('the first order in TypeScript', () => {
  it('is confirmed, and is the same one when it is run again', async () => {
    const graph = await openGraph();
    try {
      const order = await firstOrder(graph.client);
      expect(order.status).toBe('CONFIRMED');
      expect(await firstOrder(graph.client)).toEqual(order);
    } finally {
      await graph.close();
    }
  });
});
