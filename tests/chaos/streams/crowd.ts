import { openWorker, order } from '../../../bench/worker.js';
import type { Counts, CrowdOrder, Heard } from './crowd-worker.js';
import type { ListenerOptions } from './listener.js';

/** Many listeners, in processes of their own. */
export interface Crowd {
  /** How much each has heard so far, in the order of the codes. */
  counts(): Promise<Counts>;
  /** Lets all go, and answers what each has heard. */
  leave(): Promise<Heard>;
  close(): void;
}

export interface CrowdOptions extends Omit<ListenerOptions, 'code' | 'draw'> {
  readonly seed: number;
  readonly codes: readonly (string | null)[];
  readonly processes: number;
}

export async function openCrowd({
  processes,
  codes,
  seed,
  ...options
}: CrowdOptions): Promise<Crowd> {
  const children = Array.from({ length: processes }, () =>
    openWorker('tests/chaos/streams/crowd-worker.ts'),
  );
  const all = <Answer>(told: (place: number) => CrowdOrder): Promise<Answer[]> =>
    Promise.all(children.map((child, place) => order<Answer>(child, told(place))));
  /** Of one list for each process, dealt out in turn, the whole one again. */
  const dealtBack = <T>(parts: readonly (readonly T[])[]): T[] =>
    codes.map((_, place) => parts[place % processes]![Math.floor(place / processes)]!);
  await all((place) => {
    const own = codes.filter((_, index) => index % processes === place);
    return { kind: 'GATHER', ...options, seed: seed + place, codes: own };
  });
  return {
    counts: async () => dealtBack(await all<Counts>(() => ({ kind: 'COUNT' }))),
    async leave() {
      const answers = await all<Heard>(() => ({ kind: 'LEAVE' }));
      return {
        heard: dealtBack(answers.map(({ heard }) => heard)),
        returns: answers.reduce((sum, { returns }) => sum + returns, 0),
      };
    },
    close() {
      for (const child of children) child.kill();
    },
  };
}
