import type { Client } from '../../typescript/client.js';
import { inFlight } from '../in-flight.js';
import { showProgress, type Screen } from '../progress.js';
import { load, type Loaded, type Loading } from './loading.js';
import type { Ground } from './mapping.js';
import type { Source } from './source.js';

export interface ImportOptions {
  readonly client: Client;
  readonly source: Source;
  readonly screen: Screen;
  /** How many requests are under way at once. */
  readonly inFlight: number;
}

/** One part of the job, as it is told at the end. */
export interface Part {
  readonly title: string;
  readonly count: number;
  readonly milliseconds: number;
}

/** A job under way: what all parts share, and the parts that are done. */
export interface Job extends ImportOptions {
  readonly ground: Ground;
  readonly parts: Part[];
}

/** Loads rows by a bulk mutation, as a part of the job. */
export async function loadPart<Row, Result>(
  { screen, inFlight: limit, parts }: Job,
  what: Omit<Loading<Row, Result>, 'screen' | 'limit'>,
): Promise<Loaded<Result>['results']> {
  const { results, milliseconds } = await load({ ...what, screen, limit });
  parts.push({ title: what.title, count: results.length, milliseconds });
  return results;
}

/** Works through a list, several at once, as a part of the job; one counts as 1 unless told. */
export async function workPart<T>(
  { screen, inFlight: limit, parts }: Job,
  title: string,
  list: readonly T[],
  work: (one: T) => Promise<unknown>,
  countOf: (one: T) => number = () => 1,
): Promise<void> {
  const count = list.reduce((sum, one) => sum + countOf(one), 0);
  const progress = showProgress(screen, title, count);
  await inFlight(limit, list, async (one) => {
    await work(one);
    progress.add(countOf(one));
  });
  parts.push({ title, count, milliseconds: progress.end() });
}
