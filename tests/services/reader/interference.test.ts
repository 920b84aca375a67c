import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Actor } from '../../../modules/kernel/index.js';
import { allPermissions } from '../../../modules/permissions.js';
import { actorWith } from '../../support/acting.js';
import { drawnQuery, type Drawn } from './drawn.js';
import { deleteHidden, fillEveryNoun, rowId, storedNouns } from './every-row.js';
import { openReading, type Answer, type Reading } from './reading.js';

/** What an answer tells, beside which request it was. */
const told = ({ data, errors }: Answer) =>
  JSON.stringify([
    data,
    errors
      .map(({ path, extensions }) => `${path?.join('.') ?? ''} ${String(extensions.code)}`)
      .sort(),
  ]);

const drawn = (count: number, seed: number): Drawn[] =>
  fc.sample(
    fc.gen().map((draw) => drawnQuery(draw)),
    { numRuns: count, seed },
  );

let reading: Reading;
beforeAll(async () => {
  reading = await openReading(fillEveryNoun);
});
afterAll(() => reading.close());

const variables = { yes: true, no: false };

async function answers(actor: Actor, queries: readonly Drawn[]): Promise<string[]> {
  const found: string[] = [];
  for (const { text, reads } of queries) {
    const answer = await reading.read(text, { actor, variables });
    const unexpected = answer.errors.filter(({ extensions }) => extensions.code !== 'FORBIDDEN');
    expect({ text, unexpected: unexpected.map(({ message }) => message) }).toMatchObject({
      unexpected: [],
    });
    expect(answer.texts.length).toBeLessThanOrEqual(reads);
    found.push(told(answer));
  }
  return found;
}

/** Where two answers differ first, or null. */
function difference(one: unknown, other: unknown, path = ''): string | null {
  if (JSON.stringify(one) === JSON.stringify(other)) return null;
  const isParted = typeof one === 'object' && typeof other === 'object' && one && other;
  if (!isParted) return `${path}: ${JSON.stringify(one)} became ${JSON.stringify(other)}`;
  const keys = Object.keys({ ...one, ...other });
  const at = (value: object, key: string) => (value as Record<string, unknown>)[key];
  const below = keys.map((key) => difference(at(one, key), at(other, key), `${path}.${key}`));
  return below.find((found) => found !== null) ?? null;
}

function expectSame(before: readonly string[], after: readonly string[]): void {
  const parsed = (text: string): unknown => JSON.parse(text);
  const leaks = before.map((one, at) => difference(parsed(one), parsed(after[at]!)));
  expect(leaks.filter((one) => one !== null)).toEqual([]);
}

describe('what a caller may not see', () => {
  it('changes none of his answers: rows of tables that he may not read', async () => {
    const hidden = ['crm.customer.read', 'inventory.item.read', 'manufacturing.workOrder.read'];
    const actor = actorWith(allPermissions.filter((one) => !hidden.includes(one)));
    const queries = drawn(60, 11);
    const before = await answers(actor, queries);
    for (const { table, permission } of storedNouns())
      if (hidden.includes(permission))
        await reading.database.query({ text: `delete from "${table}"`, values: [] });
    expectSame(before, await answers(actor, queries));
  });

  it('changes none of his answers: rows of other companies', async () => {
    const actor = actorWith(allPermissions, [rowId(1)]);
    const queries = drawn(120, 7);
    const before = await answers(actor, queries);
    expect(await deleteHidden(reading.database, actor)).toBeGreaterThan(100);
    expectSame(before, await answers(actor, queries));
    // Answers that tell nothing would prove nothing.
    expect(before.join('').length).toBeGreaterThan(20_000);
  });
});
