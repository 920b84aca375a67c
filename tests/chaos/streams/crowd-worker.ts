import { obey } from '../../../bench/worker.js';
import { drawing } from '../plan.js';
import { openListener, type Listener, type ListenerOptions } from './listener.js';

/** Listeners in a process of their own, so that the nodes are not slowed by who listens to them. */

/** What a parent may order. */
export type CrowdOrder =
  | (Omit<ListenerOptions, 'code' | 'draw'> & {
      readonly kind: 'GATHER';
      readonly seed: number;
      /** Whom each of them follows. */
      readonly codes: readonly (string | null)[];
    })
  | { readonly kind: 'COUNT' }
  | { readonly kind: 'LEAVE' };

/** How much each has heard so far. */
export type Counts = readonly number[];

/** What each heard, in the order in which they were named. */
export interface Heard {
  readonly heard: readonly Float64Array[];
  readonly returns: number;
}

let listeners: readonly Listener[] = [];

function gather({ codes, seed, ...options }: Extract<CrowdOrder, { kind: 'GATHER' }>): null {
  const draw = drawing(seed);
  listeners = codes.map((code) => openListener({ ...options, code, draw }));
  return null;
}

async function leave(): Promise<Heard> {
  await Promise.all(listeners.map((listener) => listener.stop()));
  return {
    heard: listeners.map(({ heard }) => Float64Array.from(heard)),
    returns: listeners.reduce((sum, { returns }) => sum + returns, 0),
  };
}

obey((order: CrowdOrder): Promise<Heard> | Counts | null => {
  if (order.kind === 'GATHER') return gather(order);
  if (order.kind === 'COUNT') return listeners.map(({ heard }) => heard.length);
  return leave();
});
