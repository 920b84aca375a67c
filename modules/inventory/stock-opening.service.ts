import { DuplicateKey, RuleViolation, attempt, refused, type Outcome } from '../kernel/index.js';
import { insertMissing, type Row, type Tx } from '../events/index.js';
import { externalRefs, numberSeries } from '../platform/index.js';
import { stockOpened } from './events.js';
import * as lots from './lot.service.js';
import { receive } from './receipt.service.js';
import { gather, postedOpenings } from './stock-opening-gather.service.js';
import {
  planOpening,
  sameOpening,
  type OpeningPlan,
  type StockOpeningInput,
} from './stock-opening.rules.js';

type Opening = Row<'StockOpening'>;

/** What an input turned out to be: posted already, to be written, or refused. */
type Decision =
  | { readonly posted: Opening }
  | { readonly plan: OpeningPlan }
  | { readonly reason: RuleViolation };

async function decide(tx: Tx, inputs: readonly StockOpeningInput[]): Promise<Decision[]> {
  const posted = await postedOpenings(tx, inputs);
  const around = await gather(tx, inputs);
  return inputs.map((input, index): Decision => {
    const known = posted[index];
    const isKnown = known && around.companies.has(known.companyId);
    const result = attempt((): Decision =>
      isKnown
        ? { posted: sameOpening(input, known) }
        : { plan: planOpening(input, tx.newId(), around) },
    );
    return result instanceof RuleViolation ? { reason: result } : result;
  });
}

/** Claims the keys of what is to be written; answers who may not have his. */
async function refusedKeys(tx: Tx, plans: readonly OpeningPlan[]) {
  const refusals = new Map<string, RuleViolation>();
  if (plans.every(({ refs }) => refs.length === 0)) return refusals;
  const claims = plans.map(({ id, companyId, refs }) => {
    return { scopeId: companyId, noun: 'StockOpening', nodeId: id, refs };
  });
  const outcomes = await externalRefs.claim(tx, claims);
  outcomes.forEach((outcome, index) => {
    const reason = 'refused' in outcome ? outcome.refused[0] : undefined;
    const plan = plans[index];
    if (reason && plan) refusals.set(plan.id, reason);
  });
  return refusals;
}

/** Gives numbers to openings that have none: one statement for each company and month. */
async function numbered(tx: Tx, plans: readonly OpeningPlan[]): Promise<Map<string, string>> {
  const numbers = new Map<string, string>();
  const groups = new Map<string, OpeningPlan[]>();
  for (const plan of plans) {
    if (plan.number !== null) numbers.set(plan.id, plan.number);
    else {
      const key = `${plan.companyId} ${plan.postedOn.slice(0, 7)}`;
      groups.set(key, [...(groups.get(key) ?? []), plan]);
    }
  }
  for (const group of groups.values()) {
    const [{ companyId, postedOn: on }] = group as [OpeningPlan];
    const wanted = { companyId, series: 'stockOpening', on, count: group.length };
    const taken = await numberSeries.take(tx, wanted);
    group.forEach(({ id }, index) => numbers.set(id, taken[index] ?? ''));
  }
  return numbers;
}

/** Writes openings with their numbers; one that meets another's number is left out. */
async function insert(tx: Tx, plans: readonly OpeningPlan[]): Promise<Map<string, Opening>> {
  const numbers = await numbered(tx, plans);
  const rows = plans.map(({ stockQuantity: _q, stockUnit: _u, lot: _l, refs: _r, ...columns }) => ({
    ...columns,
    number: numbers.get(columns.id) ?? '',
    createdAt: tx.now,
    createdById: tx.actor.id,
  }));
  const written = await insertMissing(tx, 'StockOpening', rows);
  const ids = new Map(written.map((row) => [row.id, row]));
  await externalRefs.release(
    tx,
    plans.map(({ id }) => id).filter((id) => !ids.has(id)),
  );
  return ids;
}

const receiptOf = (plan: OpeningPlan, lotId: string | null) => ({
  companyId: plan.companyId,
  itemId: plan.itemId,
  warehouseId: plan.warehouseId,
  binId: plan.binId,
  unit: plan.stockUnit,
  quantity: plan.stockQuantity,
  value: plan.value,
  currency: plan.currency,
  kind: 'OPENING' as const,
  postedOn: plan.postedOn,
  document: { type: 'StockOpening', id: plan.id },
  lotId,
});

/** Takes in what openings bring, and tells the books what stock is worth more by each. */
async function takeIn(
  tx: Tx,
  plans: readonly OpeningPlan[],
  written: ReadonlyMap<string, Opening>,
) {
  const wanted = plans.map(({ companyId, itemId, lot }) => ({ companyId, itemId, ...lot }));
  const own = plans.some(({ lot }) => lot !== null) ? await lots.ensure(tx, wanted) : [];
  const received = await receive(
    tx,
    plans.map((plan, index) => receiptOf(plan, own[index]?.id ?? null)),
  );
  plans.forEach(({ id }, index) => {
    const after = written.get(id)!;
    const { itemId, currency, postedOn } = after;
    const { value } = received[index]!;
    tx.emit(stockOpened({ before: null, after, data: { itemId, value, currency, postedOn } }));
  });
}

/**
 * Takes stock on: a posted voucher, move and layer for each input, and a fact for the books. One
 * that is there already, by external reference or number, is answered as it is, or refused
 * (OpeningPosted) when it says something else. One outcome for each input, in order; a refused one
 * leaves nothing. Refuses NotFound, ItemArchived, ItemNotStocked, UnitMismatch, and values out of
 * range by field.
 */
export async function upsertMany(
  tx: Tx,
  inputs: readonly StockOpeningInput[],
): Promise<Outcome<Opening>[]> {
  if (inputs.length === 0) return [];
  const decisions = await decide(tx, inputs);
  const plans = decisions.flatMap((decision) => ('plan' in decision ? [decision.plan] : []));
  const refusals = await refusedKeys(tx, plans);
  const open = plans.filter(({ id }) => !refusals.has(id));
  const written = await insert(tx, open);
  await takeIn(
    tx,
    open.filter(({ id }) => written.has(id)),
    written,
  );
  return decisions.map((decision): Outcome<Opening> => {
    if ('posted' in decision) return { ok: decision.posted };
    if ('reason' in decision) return refused(decision.reason);
    const { id, number } = decision.plan;
    const after = written.get(id);
    if (after) return { ok: after };
    const duplicate = new DuplicateKey('StockOpening', 'number', number ?? '').at('number');
    return refused(refusals.get(id) ?? duplicate);
  });
}
