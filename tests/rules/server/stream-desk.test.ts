import { describe, expect, it } from 'vitest';
import { afterMessage, type LoggedEvent } from '../../../modules/events/index.js';
import type { StreamMessage } from '../../../schema/stream.js';
import { createDesk, type ToTell } from '../../../server/stream-desk.js';
import type { StreamProgram } from '../../../server/stream-group.js';

/** What was asked of programs: each context with the nodes that were read by it. */
function shop() {
  const contexts: string[][] = [];
  const programOf = (kind: string, isBroken = false) =>
    ({
      ...{ kind, key: `${kind} ${Math.random()}` },
      contextOf() {
        const read: string[] = [];
        contexts.push(read);
        return { read };
      },
      source: {
        tell(events: readonly LoggedEvent[]) {
          if (isBroken) return Promise.reject(new Error('broken'));
          return Promise.resolve(
            events.map(({ position, documentId: nodeId }) => ({
              ...{ kind: 'DELTA', cursor: afterMessage(position, 1, 1), nodeId, leftId: null },
            })),
          );
        },
      },
      async perform({ nodeId }: StreamMessage, { read }: { read: string[] }) {
        read.push(nodeId!);
        await new Promise((resolve) => setTimeout(resolve, 5));
        return `"${nodeId!}"`;
      },
    }) as unknown as StreamProgram;
  return { contexts, programOf };
}

const event = (position: number): LoggedEvent =>
  ({ position, documentId: `d${position}` }) as LoggedEvent;

const toTell = (program: StreamProgram, ...positions: readonly number[]): ToTell => ({
  ...{ program, events: positions.map(event), outside: new Set(), actor: {} as never },
});

const textsOf = (told: Awaited<ReturnType<ReturnType<typeof createDesk>>>) =>
  told.map(({ text }) => text);

describe('what programs tell', () => {
  it('is made together for those of one kind, and each is answered its own', async () => {
    const { contexts, programOf } = shop();
    const desk = createDesk();
    const told = await Promise.all([
      desk(toTell(programOf('a'), 1, 2)),
      desk(toTell(programOf('a'), 3)),
      desk(toTell(programOf('b'), 1)),
    ]);
    expect(told.map(textsOf)).toEqual([['"d1"', '"d2"'], ['"d3"'], ['"d1"']]);
    expect(contexts).toEqual([['d1', 'd2', 'd3'], ['d1']]);
  });

  it('is made together afterwards when it comes while much is being made, by a fresh reading', async () => {
    const { contexts, programOf } = shop();
    const desk = createDesk();
    const first: Promise<unknown>[] = [];
    for (const position of [1, 2, 3, 4]) {
      first.push(desk(toTell(programOf('a'), position)));
      await Promise.resolve();
    }
    const later = [5, 6, 7].map((position) => desk(toTell(programOf('a'), position)));
    await Promise.all(first);
    expect((await Promise.all(later)).map(textsOf)).toEqual([['"d5"'], ['"d6"'], ['"d7"']]);
    expect(contexts).toEqual([['d1'], ['d2'], ['d3'], ['d4'], ['d5', 'd6', 'd7']]);
  });

  it('is read before it is known to be told, and told only if it is', async () => {
    const { contexts, programOf } = shop();
    const likely = (events: readonly LoggedEvent[]): StreamMessage[] =>
      events.map(({ position, documentId }) => ({
        ...{ kind: 'DELTA', cursor: afterMessage(position, 1, 1), changedFields: [] },
        ...{ nodeId: documentId, leftId: null },
      }));
    const seen = programOf('a');
    const unseen = programOf('a');
    Object.assign(seen.source, { likely });
    Object.assign(unseen.source, { likely, tell: () => Promise.resolve([]) });
    const desk = createDesk();
    const told = await Promise.all([desk(toTell(seen, 1)), desk(toTell(unseen, 2))]);
    expect(told.map(textsOf)).toEqual([['"d1"'], []]);
    expect(contexts).toEqual([['d1', 'd2']]);
  });

  it('fails for the program alone that fails', async () => {
    const { programOf } = shop();
    const desk = createDesk();
    const [good, bad] = await Promise.allSettled([
      desk(toTell(programOf('a'), 1)),
      desk(toTell(programOf('a', true), 2)),
    ]);
    expect(good).toMatchObject({ status: 'fulfilled' });
    expect(bad).toMatchObject({ status: 'rejected', reason: new Error('broken') });
    expect(textsOf(await desk(toTell(programOf('a'), 3)))).toEqual(['"d3"']);
  });

  it('is made in turns when there is very much of it', async () => {
    const { contexts, programOf } = shop();
    const desk = createDesk();
    const many = Array.from({ length: 150 }, (_, index) => index + 1);
    const told = await Promise.all([1, 2, 3].map(() => desk(toTell(programOf('a'), ...many))));
    expect(told.map(({ length }) => length)).toEqual([150, 150, 150]);
    expect(contexts.map(({ length }) => length)).toEqual([150, 150, 150]);
  });
});
