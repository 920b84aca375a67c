import { setTimeout as sleep } from 'node:timers/promises';
import { globalId } from '../modules/kernel/index.js';
import { cpuOf } from './audience.js';
import { now, type Side } from './fanout-sides.js';

const PACE_MS = 4;
const PATIENCE_MS = 5_000;

const TEXT = `subscription ($id: ID!) { salesOrderStatus(salesOrder: $id) {
  kind cursor changedFields
  node { id number version status netAmount { amount currency } lines(first: 3) { nodes {
    id position description status quantity { value unit } netAmount { amount currency } } } } } }`;

/** What a socket says to follow an order. */
export const ask = (order: string): string => {
  const variables = { id: globalId('SalesOrder', order) };
  return JSON.stringify({ id: '1', type: 'subscribe', payload: { query: TEXT, variables } });
};

export interface Figures {
  /** Events a second that were really made. */
  readonly rate: number;
  readonly p50: number;
  readonly p99: number;
  /** Of the server's processor, in microseconds. */
  readonly cpuPerMessage: number;
  readonly isComplete: boolean;
}

/** How often events are made, for how long, and for how many groups in turn. */
export interface Pace {
  readonly rate: number;
  readonly seconds: number;
  readonly groups: number;
  /** How many listeners each event reaches. */
  readonly each: number;
}

/** Makes events at an even pace, as far as the side takes them. */
async function tellAt(side: Side, { rate, seconds, groups }: Pace): Promise<number> {
  const count = Math.ceil(rate * seconds);
  const began = now();
  const underWay: Promise<void>[] = [];
  for (let made = 0; made < count;) {
    const due = Math.min(count, Math.ceil(((now() - began) / 1_000) * rate));
    for (; made < due; made += 1) underWay.push(side.tell(made % groups));
    await sleep(PACE_MS);
  }
  await Promise.all(underWay);
  return count / ((now() - began) / 1_000);
}

const share = (sorted: Float64Array, part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Infinity;

/** How late each message came after what it tells of was done. */
async function delaysOf(
  side: Side,
  each: number,
): Promise<{ delays: Float64Array; isComplete: boolean }> {
  const done = await side.done();
  const delays: number[] = [];
  const deadline = now() + PATIENCE_MS;
  while (delays.length < done.size * each && now() < deadline) {
    for (const { places, times } of await side.audience.collect())
      places.forEach((place, index) => {
        const at = done.get(place);
        if (at !== undefined) delays.push(times[index]! - at);
      });
    await sleep(100);
  }
  return {
    delays: Float64Array.from(delays).sort(),
    isComplete: delays.length === done.size * each,
  };
}

export async function measure(side: Side, pace: Pace): Promise<Figures> {
  const before = cpuOf(side.served.child);
  const made = await tellAt(side, pace);
  const { delays, isComplete } = await delaysOf(side, pace.each);
  const cpu = cpuOf(side.served.child) - before;
  return {
    ...{ rate: made, isComplete, cpuPerMessage: (cpu * 1_000) / delays.length },
    ...{ p50: share(delays, 0.5), p99: share(delays, 0.99) },
  };
}
