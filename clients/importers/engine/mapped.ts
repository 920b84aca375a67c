import { textOf } from './compiling.js';
import type { KeyedRow } from './chunks.js';
import type { Desk, Pass } from './desk.js';
import { coerceObject } from './input-check.js';
import type { Value } from './language.js';
import type { StepPlan } from './plan.js';
import { ImportRefused, RowRefused } from './refusals.js';

/** What a row has come to before anything is sent. */
export type MappedRow = { readonly from: KeyedRow } & (
  | { readonly kind: 'ready'; readonly input: Value }
  /** The server has its node already, and it is left as it is. */
  | { readonly kind: 'kept'; readonly id: string }
  /** It needs a node that a trial has not made: its form is right, more cannot be known. */
  | { readonly kind: 'checked'; readonly waitsFor: string }
  | { readonly kind: 'refused'; readonly refusal: RowRefused }
);

/** Rounds of questions that one row may need: a look-up in a look-up needs two. */
const ROUNDS_MAX = 10;

/** Maps rows to inputs; what must be asked of the server is asked for all of them at once. */
export async function mapRows(
  plan: StepPlan,
  desk: Desk,
  rows: readonly KeyedRow[],
): Promise<MappedRow[]> {
  const mapped: (MappedRow | null)[] = rows.map(() => null);
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const pass = desk.pass();
    for (const [index, row] of rows.entries()) mapped[index] ??= mapRow(plan, pass, row);
    if (pass.questions.size === 0) return mapped.flatMap((one) => one ?? []);
    await desk.ask(pass.questions);
  }
  throw new ImportRefused(`The look-ups of step ${plan.step.step} never come to an end.`);
}

/** One row; null while a question that it needs is under way. */
function mapRow(plan: StepPlan, pass: Pass, from: KeyedRow): MappedRow | null {
  pass.begin();
  const sight = { ...from.sight, finding: pass.finding };
  try {
    const existing = plan.existing ? textOf(plan.existing(sight)) : '';
    if (pass.isPending()) return null;
    if (existing !== '' && pass.notYet() === null) return { from, kind: 'kept', id: existing };
    const fields = plan.fields(sight) as Readonly<Record<string, Value>>;
    if (pass.isPending()) return null;
    const refs = [{ system: plan.system, key: from.key }];
    const whole = plan.keepsKeys ? { ...fields, externalRefs: refs } : fields;
    const input = coerceObject(whole, plan.verb.row);
    const waitsFor = pass.notYet();
    return waitsFor === null ? { from, kind: 'ready', input } : { from, kind: 'checked', waitsFor };
  } catch (error) {
    if (!(error instanceof RowRefused)) throw error;
    // What stands in for an answer that is under way may be what was refused.
    return pass.isPending() ? null : { from, kind: 'refused', refusal: error };
  }
}
