import { showProgress, type Screen } from '../progress.js';
import { chunksOf, type Chunk } from './chunks.js';
import { existingOf, type Desk } from './desk.js';
import { eachInFlight } from './each-in-flight.js';
import { mapRows, type MappedRow } from './mapped.js';
import type { StepPlan } from './plan.js';
import { refusedOf, type RefusedFiles, type RefusedRow } from './refused.js';
import { requestsOf, sendRows, type ReadyRow, type Sender } from './sending.js';
import { chunkName, type ChunkDone, type State } from './state.js';

/** What became of the rows of a step. */
export interface StepResult {
  readonly step: string;
  /** Rows of its source. */
  readonly read: number;
  /** Rows that the graph took; in a trial, those that it would take. */
  readonly taken: number;
  /** Rows whose node was there and was left as it is. */
  readonly kept: number;
  /** In a trial, rows of which only the form could be checked. */
  readonly checked: number;
  readonly refused: number;
  /** Rows that an earlier attempt of this run had done. */
  readonly resumed: number;
  readonly milliseconds: number;
}

export interface Running {
  readonly sender: Sender;
  readonly desk: Desk;
  readonly screen: Screen;
  readonly inFlight: number;
  readonly state: State;
  readonly refused: RefusedFiles | null;
}

type Done = ChunkDone & { readonly checked: number };

/** Runs a step from its first row to its last; refused rows are told, and the others go on. */
export async function runStep(
  running: Running,
  plan: StepPlan,
  { total, isLookedUp }: { readonly total: number; readonly isLookedUp: boolean },
): Promise<StepResult> {
  const { step } = plan.step;
  const progress = showProgress(running.screen, step, total);
  const ids = new Map<string, string | null>();
  running.desk.steps.set(step, { kind: 'known', ids });
  const sum = { read: 0, taken: 0, kept: 0, checked: 0, refused: 0, resumed: 0 };
  const limit = plan.step.ordered ? 1 : running.inFlight;
  await eachInFlight(limit, chunksOf(plan, running.desk), async (chunk) => {
    const before = running.state.done.get(chunkName(step, chunk.number));
    const done: Done = before
      ? { ...before, checked: 0 }
      : await doChunk(running, plan, chunk, isLookedUp ? ids : null);
    if (before) {
      for (const [key, id] of before.ids) ids.set(key, id);
      sum.resumed += chunk.rows.length;
    } else running.state.write(done);
    running.refused?.write(done.refused);
    sum.read += chunk.read;
    sum.taken += done.taken;
    sum.kept += done.kept;
    sum.checked += done.checked;
    sum.refused += done.refused.length;
    progress.add(chunk.read);
  });
  return { step, ...sum, milliseconds: progress.end() };
}

async function doChunk(
  running: Running,
  plan: StepPlan,
  chunk: Chunk,
  ids: Map<string, string | null> | null,
): Promise<Done> {
  const mapped = await mapRows(plan, running.desk, chunk.rows);
  const sent = await sendAll(running.sender, plan, mapped);
  const refused = [...chunk.refused, ...mapped.flatMap((one) => refusalsOf(plan, one, sent))];
  const kept = mapped.flatMap((one) =>
    one.kind === 'kept' ? [[one.from.key, one.id] as const] : [],
  );
  const made = [...sent].flatMap(([key, { id, refusals }]) =>
    id !== null && refusals.length === 0 ? [[key, id] as const] : [],
  );
  const known = ids === null ? [] : [...kept, ...made];
  for (const [key, id] of known) ids?.set(key, id);
  const checked = mapped.filter(({ kind }) => kind === 'checked');
  if (running.sender.isDryRun && ids) {
    await forgetTried(running, made, ids);
    for (const { from } of checked) ids.set(from.key, null);
  }
  const taken = [...sent.values()].filter(({ refusals }) => refusals.length === 0).length;
  return {
    ...{ step: plan.step.step, chunk: chunk.number, taken, kept: kept.length, refused },
    ...{ ids: known, checked: checked.length },
  };
}

type Sent = ReadonlyMap<string, Awaited<ReturnType<typeof sendRows>>[number]>;

async function sendAll(sender: Sender, plan: StepPlan, mapped: readonly MappedRow[]) {
  const ready = mapped.flatMap((one): ReadyRow[] =>
    one.kind === 'ready' ? [{ key: one.from.key, input: one.input }] : [],
  );
  const sent = new Map<string, Awaited<ReturnType<typeof sendRows>>[number]>();
  for (const rows of requestsOf(ready, plan.verb.isBulk)) {
    const answers = await sendRows(sender, plan.verb, rows);
    for (const [index, { key }] of rows.entries()) {
      const answer = answers[index];
      if (answer) sent.set(key, answer);
    }
  }
  return sent;
}

function refusalsOf({ step }: StepPlan, mapped: MappedRow, sent: Sent): RefusedRow[] {
  const { row, key } = mapped.from;
  const place = { step: step.step, source: step.from, row, key };
  if (mapped.kind === 'refused') return [refusedOf(place, mapped.refusal)];
  const [first] = sent.get(key)?.refusals ?? [];
  return first ? [refusedOf(place, first)] : [];
}

/** After a trial only those nodes exist that were there before it. */
async function forgetTried(
  { sender }: Running,
  made: readonly (readonly [string, string])[],
  ids: Map<string, string | null>,
): Promise<void> {
  if (made.length === 0) return;
  const there = await existingOf(
    sender.client,
    made.map(([, id]) => id),
  );
  for (const [key, id] of made) if (!there.has(id)) ids.set(key, null);
}
