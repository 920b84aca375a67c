import { done, type Refusal } from '../../typescript/client.js';
import { batchesByWeight, inFlight } from '../in-flight.js';
import { showProgress, type Screen } from '../progress.js';

/** The most rows that one bulk mutation takes. */
const ROWS_MAX = 250;

/** Lines of orders in one request, so that its body stays well below a megabyte. */
const WEIGHT_MAX = 2_000;

/** The answer of a bulk mutation, whatever its noun. */
export interface BulkAnswer<Result> {
  readonly results: readonly (Result & { readonly userErrors: readonly Refusal[] })[];
  readonly userErrors: readonly Refusal[];
}

export interface Loading<Row, Result> {
  readonly title: string;
  readonly rows: readonly Row[];
  /** Sends one piece, under a key that its rows have been given by the files. */
  readonly send: (rows: readonly Row[], key: string) => Promise<BulkAnswer<Result>>;
  /** By which a row is known in the files. */
  readonly keyOf: (row: Row) => string;
  readonly screen: Screen;
  /** How many pieces are under way at once. */
  readonly limit: number;
  /** How heavy a row is beside others, 1 unless told: a request weighs at most 2,000. */
  readonly weightOf?: (row: Row) => number;
}

/** What loading answers: a result for each row, in order, and how long all took. */
export interface Loaded<Result> {
  readonly results: readonly Result[];
  readonly milliseconds: number;
}

/**
 * Loads rows by bulk mutations of at most 250 and shows how far it is. Throws MutationRefused at
 * the first row that is refused; what was taken before stays, and a second run goes on from there.
 */
export async function load<Row, Result>({
  title,
  rows,
  send,
  keyOf,
  screen,
  limit,
  weightOf = () => 1,
}: Loading<Row, Result>): Promise<Loaded<Result>> {
  const progress = showProgress(screen, title, rows.length);
  const pieces = batchesByWeight(rows, { size: ROWS_MAX, weight: WEIGHT_MAX }, weightOf);
  const answers = await inFlight(limit, pieces, async (batch) => {
    const { results, userErrors } = await send(batch, batchKey(title, batch.map(keyOf)));
    done({ userErrors });
    for (const result of results) done(result);
    progress.add(batch.length);
    return results;
  });
  return { results: answers.flat(), milliseconds: progress.end() };
}

/** A piece is known by its first and last row and their number: each run cuts the same pieces. */
function batchKey(title: string, keys: readonly string[]): string {
  const rows = `${keys[0] ?? ''}-${keys.at(-1) ?? ''}:${keys.length}`;
  return `adventureworks:${title.replaceAll(' ', '-')}:${rows}`;
}
