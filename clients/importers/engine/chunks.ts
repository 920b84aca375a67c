import { textOf, type Finding, type Sight } from './compiling.js';
import type { Desk } from './desk.js';
import { createKeySet } from './key-set.js';
import type { StepPlan } from './plan.js';
import { refusedOf, type RefusedRow } from './refused.js';
import { ImportRefused, RowRefused } from './refusals.js';
import { ROWS_MAX } from './sending.js';

/** A row of a step that its filter lets through, with its key. */
export interface KeyedRow {
  readonly sight: Sight;
  readonly row: number;
  readonly key: string;
}

/** Consecutive rows of a step: the unit that is sent, written down and taken up again. */
export interface Chunk {
  readonly number: number;
  readonly rows: readonly KeyedRow[];
  /** Rows whose key could not be made, or was there before. */
  readonly refused: readonly RefusedRow[];
  /** Rows of the file that it took to fill it. */
  readonly read: number;
}

/** Keys and filters are made while a file is read, and so cannot wait for the server. */
function keyFinding(desk: Desk): Finding {
  const { inStep } = desk.pass().finding;
  return {
    inStep,
    onServer: () => {
      throw new ImportRefused('A filter or a key cannot be looked up on the server.');
    },
  };
}

/** Cuts the rows of a step into chunks; the same files are always cut in the same places. */
export async function* chunksOf(plan: StepPlan, desk: Desk): AsyncGenerator<Chunk> {
  const finding = keyFinding(desk);
  const keys = createKeySet();
  const { step } = plan;
  const size = plan.verb.isBulk ? ROWS_MAX : 25;
  let chunk = { number: 0, rows: [] as KeyedRow[], refused: [] as RefusedRow[], read: 0 };
  let position = 0;
  for await (const row of plan.table.rows()) {
    chunk.read++;
    const place = { step: step.step, source: step.from, row: row.number, key: '' };
    try {
      const sight = plan.joined({ rows: [row], position, finding });
      if (!plan.holds(sight)) continue;
      position++;
      const key = textOf(plan.key(sight)).trim();
      if (key === '') throw new RowRefused('KEY_EMPTY', 'The row has no key.');
      place.key = key;
      const before = keys.add(key, row.number);
      if (before !== null) throw new RowRefused('KEY_REPEATED', `Row ${before} has the same key.`);
      chunk.rows.push({ sight, row: row.number, key });
    } catch (error) {
      if (!(error instanceof RowRefused)) throw error;
      chunk.refused.push(refusedOf(place, error));
    }
    if (chunk.rows.length + chunk.refused.length < size) continue;
    yield chunk;
    chunk = { number: chunk.number + 1, rows: [], refused: [], read: 0 };
  }
  if (chunk.read > 0) yield chunk;
}
