import { describe, expect, it } from 'vitest';
import { batches, batchesByWeight, inFlight } from '../../../clients/importers/in-flight.js';
import { progressLine, showProgress } from '../../../clients/importers/progress.js';
import {
  ArgumentRefused,
  readArguments,
} from '../../../clients/importers/adventureworks/arguments.js';

describe('working through a list', () => {
  it('has no more under way than allowed, and answers in order', async () => {
    let underWay = 0;
    let most = 0;
    const answers = await inFlight(3, [5, 4, 3, 2, 1], async (one) => {
      most = Math.max(most, ++underWay);
      for (let turn = 0; turn < one; turn++) await Promise.resolve();
      underWay--;
      return one * 10;
    });
    expect(answers).toEqual([50, 40, 30, 20, 10]);
    expect(most).toBe(3);
  });

  it('begins nothing more once something failed, and lets end what has begun', async () => {
    const ended: number[] = [];
    const work = async (one: number) => {
      await Promise.resolve();
      if (one === 1) throw new Error('refused');
      await Promise.resolve();
      ended.push(one);
    };
    await expect(inFlight(2, [1, 2, 3, 4], work)).rejects.toThrow('refused');
    expect(ended).toEqual([2]);
  });

  it('cuts pieces by their number and by their weight', () => {
    expect(batches([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
    expect(batchesByWeight([3, 3, 9, 1], { size: 9, weight: 6 }, (one) => one)).toEqual([
      [3, 3],
      [9],
      [1],
    ]);
  });
});

describe('showing progress', () => {
  const written = (isTerminal: boolean) => {
    const texts: string[] = [];
    let time = 0;
    const screen = { write: (text: string) => void texts.push(text), isTerminal };
    const progress = showProgress(screen, 'customers', 4, () => time);
    const work = (milliseconds: number) => {
      time += milliseconds;
      progress.add(1);
    };
    return { texts, work, progress };
  };

  it('tells how far it is, how fast, and what is left', () => {
    const line = progressLine('customers', { done: 5_000, total: 20_000, elapsed: 2_500 });
    expect(line).toBe('customers        [######..................]  5000/20000  2000/s  0:08 left');
  });

  it('draws over itself on a terminal', () => {
    const { texts, work, progress } = written(true);
    work(200);
    work(10);
    progress.end();
    expect(texts).toHaveLength(3);
    expect(texts.every((text) => text.startsWith('\r'))).toBe(true);
  });

  it('writes plain lines seldom where nobody watches', () => {
    const { texts, work, progress } = written(false);
    work(200);
    work(6_000);
    expect(progress.end()).toBe(6_200);
    expect(texts).toHaveLength(2);
    expect(texts.at(-1)).toBe('customers        2 in 6.2 s (0/s)\n');
  });
});

describe('the words of the command', () => {
  it('takes the first week of June 2013 and all customers unless told', () => {
    expect(readArguments(['--dir', 'tables'])).toEqual({
      ...{ folder: 'tables', url: null, token: null, inFlight: 4, isOnlyOrdering: false },
      ...{ isHistory: false, isAllMade: false },
      span: { from: '2013-06-01', to: '2013-06-07' },
    });
  });

  it.each([
    [[]],
    [['--dir', 'x', '--from', '2013-02-30']],
    [['--dir', 'x', '--from', '2013-06-08']],
    [['--dir', 'x', '--in-flight', '0']],
    [['--dir', 'x', '--customers', 'some']],
    [['--dir', 'x', '--components', 'bought']],
    [['--dir', 'x', '--url', 'http://127.0.0.1:1/graphql']],
    [['--dir', 'x', '--speed', '9']],
  ])('refuses %j', (words) => {
    expect(() => readArguments(words)).toThrow(ArgumentRefused);
  });
});
