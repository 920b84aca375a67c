import autocannon from 'autocannon';
import type { Meter } from './processor.js';

/** Somebody to be measured: an address, and the requests that are sent to it in turn. */
export interface Target {
  readonly name: string;
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly bodies: readonly string[];
  readonly meter?: Meter;
}

export interface Figures {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Milliseconds of the processor for a request, where they are metered. */
  readonly cpu: number;
}

/** Loads a target over kept connections for some seconds. Throws when any answer failed. */
export async function load(
  { url, headers, bodies, meter }: Target,
  connections: number,
  seconds: number,
): Promise<Figures> {
  const used = await meter?.();
  const options = {
    ...{ url, connections, duration: seconds, method: 'POST' as const },
    headers: { 'content-type': 'application/json', ...headers },
    requests: bodies.map((body) => ({ body })),
  };
  const times: number[] = [];
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const running = autocannon(options, (error: Error | null, done) =>
      error ? reject(error) : resolve(done),
    );
    // Its own figures are whole milliseconds, which say nothing of answers that take one or two.
    running.on('response', (_client, _status, _bytes, time) => void times.push(time));
  });
  const failed = result.errors + result.timeouts + result.non2xx;
  if (failed > 0) throw new Error(`${failed} answers of ${url} failed.`);
  return {
    cpu: used ? (await used()) / result['2xx'] : NaN,
    perSecond: result['2xx'] / result.duration,
    p50: portion(times, 0.5),
    p99: portion(times, 0.99),
  };
}

export const median = (values: readonly number[]): number => portion(values, 0.5);

/** The value that so much of all values is below. */
function portion(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length * share)]!;
}

const medians = (all: readonly Figures[]): Figures => ({
  perSecond: median(all.map((one) => one.perSecond)),
  p50: median(all.map((one) => one.p50)),
  p99: median(all.map((one) => one.p99)),
  cpu: median(all.map((one) => one.cpu)),
});

/** The figures of several targets by their names. */
export type Compared = ReadonlyMap<string, Figures>;

/**
 * Loads the targets in turn, round after round, so that what else the machine does falls on all of
 * them alike; answers the medians. One short round before it warms them up and is not counted.
 */
export async function alternate(
  targets: readonly Target[],
  connections: number,
  { rounds, seconds }: { readonly rounds: number; readonly seconds: number },
): Promise<Compared> {
  const figures = new Map<string, Figures[]>(targets.map(({ name }) => [name, []]));
  for (const target of targets) await load(target, connections, 1);
  for (let round = 0; round < rounds; round += 1) {
    // Each goes first as often as last.
    const order = round % 2 === 0 ? targets : [...targets].reverse();
    for (const target of order)
      figures.get(target.name)!.push(await load(target, connections, seconds));
  }
  return new Map([...figures].map(([name, all]) => [name, medians(all)]));
}

/** Numbers for a column: whole from a hundred on, otherwise with one digit more. */
export const shown = (value: number): string => value.toFixed(value >= 100 ? 0 : 1);

/** Prints rows as a table in Markdown. */
export function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const line = (cells: readonly string[]) => console.log(`| ${cells.join(' | ')} |`);
  line(head);
  line(head.map((_, column) => (column === 0 ? '---' : '---:')));
  rows.forEach(line);
}
