import { insertMissing, orThrow, type Row, type Tx, updateAll } from '../events/index.js';
import {
  accepted,
  DuplicateKey,
  isAccepted,
  newReasons,
  next,
  type Outcome,
  refused,
  RuleViolation,
} from '../kernel/index.js';
import { externalRefs, type ExternalKey } from '../platform/index.js';
import { itemsNamed } from './bom-alternate.rules.js';
import {
  bomLifecycle,
  type BomHeaderInput,
  type BomLineInput,
  cleanHeader,
  cleanLines,
  cleanRevision,
  linesText,
} from './bom.rules.js';
import {
  cyclesInCodes,
  partsOf,
  planReleases,
  type Planned,
  structuresAbove,
  writeReleases,
} from './bom-release.service.js';
import { holdStructures, linesOfBoms } from './bom-structure.queries.js';
import { type BomPlan, settled } from './bom-known.service.js';
import { writeLines } from './bom-lines.service.js';
import { bomChanged, bomCreated } from './events.js';
import { changeable, grouped } from './product-data.checks.rules.js';
import {
  gather,
  knownRevisions,
  productUnit,
  refuseOther,
  repeatedRevisions,
  type Surroundings,
} from './product-data.gather.service.js';

export { release, type BomRelease } from './bom-release.service.js';
export { change, retire, submit, type BomChange } from './bom-change.service.js';

export type Bom = Row<'Bom'>;

/** A BOM as a caller writes it. */
export interface BomInput extends BomHeaderInput {
  readonly companyId: string;
  readonly itemId: string;
  /** `A` unless told; unique for the item in the company. */
  readonly revision?: string | null;
  readonly lines: readonly BomLineInput[];
  readonly externalRefs?: readonly ExternalKey[] | null;
  /** Releases it at once. */
  readonly isReleased?: boolean | null;
}

const editable = (plan: Outcome<BomPlan>): Outcome<BomPlan> =>
  changeable(plan, (status) => next(bomLifecycle, status, 'change'));

function planBom(tx: Tx, input: BomInput, before: Bom | null, around: Surroundings) {
  const all = newReasons();
  refuseOther(input, before, all);
  const { companyId, itemId } = before ?? input;
  const unit = productUnit({ companyId, itemId }, around, all);
  const revision = before?.revision ?? cleanRevision(input.revision, all);
  const header = { companyId, itemId, revision, unit, ...cleanHeader(input, all) };
  const lines = cleanLines(header, input.lines, around.items, all);
  if (all.list.length > 0) return refused<BomPlan>(...all.list);
  const refs = input.externalRefs ?? [];
  const id = before?.id ?? tx.newId();
  return accepted({ id, before, header, lines, refs, isReleased: input.isReleased ?? false });
}

/** Refuses what would go into itself; one statement for each company. */
async function withoutCycles(
  tx: Tx,
  plans: readonly Outcome<BomPlan>[],
  { today }: Surroundings,
): Promise<Outcome<BomPlan>[]> {
  const consisting = plans.filter(isAccepted).map(({ ok: { header, lines } }) => {
    const { companyId, itemId, validFrom } = header;
    return { companyId, itemId, parts: partsOf(lines), from: validFrom ?? today.get(companyId)! };
  });
  const structures = await structuresAbove(tx, consisting);
  const ways = consisting.map(({ companyId, itemId, parts }) =>
    structures.get(companyId)!.graph.cycle(itemId, parts),
  );
  const cycles = await cyclesInCodes(tx, ways);
  let place = 0;
  return plans.map((plan) => {
    const cycle = isAccepted(plan) ? cycles[place++] : null;
    return cycle ? refused(cycle.at('lines')) : plan;
  });
}

async function withClaims(tx: Tx, plans: readonly Outcome<BomPlan>[]): Promise<Outcome<BomPlan>[]> {
  const claiming = plans.filter(isAccepted).filter(({ ok }) => ok.refs.length > 0);
  const claims = await externalRefs.claim(
    tx,
    claiming.map(({ ok: { id, header, refs } }) => ({
      ...{ scopeId: header.companyId, noun: 'BOM', nodeId: id, refs },
    })),
  );
  const byId = new Map(claiming.map(({ ok }, index) => [ok.id, claims[index]]));
  return plans.map((plan) => {
    const claim = isAccepted(plan) ? byId.get(plan.ok.id) : undefined;
    return claim && !isAccepted(claim) ? claim : plan;
  });
}

async function insertNew(tx: Tx, plans: readonly BomPlan[]): Promise<Bom[]> {
  const rows = plans.map(({ id, header }) => ({
    ...{ id, version: 1, ...header, status: bomLifecycle.initial, customFields: {} },
    ...{ createdAt: tx.now, createdById: tx.actor.id, updatedAt: tx.now },
  }));
  const written = await insertMissing(tx, 'Bom', rows);
  const ids = new Set(written.map(({ id }) => id));
  const lost = plans.filter(({ id, refs }) => refs.length > 0 && !ids.has(id));
  await externalRefs.release(
    tx,
    lost.map(({ id }) => id),
  );
  return written;
}

function updateKnown(tx: Tx, plans: readonly (BomPlan & { readonly before: Bom })[]) {
  const rows = plans.map(({ id, before, header }) => ({
    ...{ id, ...header, status: next(bomLifecycle, before.status, 'change') },
    ...{ version: before.version + 1, updatedAt: tx.now },
  }));
  return updateAll(tx, 'Bom', rows);
}

/** A BOM as its facts tell it, with what it consists of. */
const withLines = (bom: Bom, lines: string) => ({ ...bom, lines });

/** Writes BOMs with their lines and tells of them; answers those that were written, by id. */
async function write(tx: Tx, plans: readonly BomPlan[]): Promise<Map<string, Bom>> {
  const fresh = plans.filter(({ before }) => before === null);
  const known = plans.filter((plan): plan is BomPlan & { before: Bom } => plan.before !== null);
  const oldLines =
    known.length > 0
      ? await linesOfBoms(
          tx,
          known.map(({ id }) => id),
        )
      : [];
  const old = grouped(oldLines, ({ bomId }) => bomId);
  const written = [...(await insertNew(tx, fresh)), ...(await updateKnown(tx, known))];
  const planOf = new Map(plans.map((plan) => [plan.id, plan]));
  await writeLines(tx, written, (id) => planOf.get(id)!.lines, known.length > 0);
  for (const row of written) {
    const { before, lines } = planOf.get(row.id)!;
    const after = withLines(row, linesText(lines));
    const data = { itemId: row.itemId };
    if (!before) tx.emit(bomCreated({ before: null, after, data }));
    else {
      const told = withLines(before, linesText(old.get(row.id) ?? []));
      tx.emit(bomChanged({ before: told, after, data }));
    }
  }
  return new Map(written.map((row) => [row.id, row]));
}

/** Decides which of the plans are released at once, before anything is written. */
async function withReleases(tx: Tx, plans: readonly Outcome<BomPlan>[], { today }: Surroundings) {
  const releasing = plans.filter(isAccepted).filter(({ ok }) => ok.isReleased);
  if (releasing.length === 0) return { plans, planned: [] as Planned[] };
  const decided = await planReleases(
    tx,
    releasing.map(({ ok }) => ({
      before: { ...ok.header, id: ok.id, status: bomLifecycle.initial } as Bom,
      parts: partsOf(ok.lines),
      span: {},
    })),
    (companyId) => today.get(companyId)!,
  );
  const byId = new Map(releasing.map(({ ok }, index) => [ok.id, decided[index]!]));
  const kept = plans.map((plan) => {
    const one = isAccepted(plan) ? byId.get(plan.ok.id) : undefined;
    return one instanceof RuleViolation ? refused<BomPlan>(one) : plan;
  });
  return {
    plans: kept,
    planned: decided.flatMap((one) => (one instanceof RuleViolation ? [] : [one])),
  };
}

/** Decides and writes a list; what is known by `befores` is changed, all else is new. */
async function put(
  tx: Tx,
  inputs: readonly BomInput[],
  befores: readonly (Bom | null)[],
): Promise<Outcome<Bom>[]> {
  const itemIds = inputs.flatMap(({ itemId, lines }) => [itemId, ...itemsNamed(lines)]);
  const known = befores.flatMap((bom) => bom ?? []);
  const around = await gather(
    tx,
    [...inputs, ...known].map(({ companyId }) => companyId),
    [...itemIds, ...known.map(({ itemId }) => itemId)],
  );
  const all = inputs.map((input, index) => planBom(tx, input, befores[index] ?? null, around));
  const same = await settled(tx, all);
  const open = all.filter((one) => !isAccepted(one) || !same.has(one.ok.id));
  const checked = await withoutCycles(tx, open.map(editable), around);
  const { plans: decided, planned } = await withReleases(tx, checked, around);
  const claimed = await withClaims(tx, decided);
  const written = await write(
    tx,
    claimed.filter(isAccepted).map(({ ok }) => ok),
  );
  const lost = new Set(planned.map(({ before }) => before.id).filter((id) => !written.has(id)));
  const releases = planned.flatMap(({ before, plan }) => {
    const row = written.get(before.id);
    const ended = plan.ended
      .filter(({ id }) => !lost.has(id))
      .map((one) => written.get(one.id) ?? one);
    return row ? [{ before: row, plan: { ...plan, ended } }] : [];
  });
  const released = releases.length > 0 ? await writeReleases(tx, releases) : new Map<string, Bom>();
  const outcomes = claimed.map((plan): Outcome<Bom> => {
    if (!isAccepted(plan)) return plan;
    const after = released.get(plan.ok.id) ?? written.get(plan.ok.id);
    if (after) return accepted(after);
    const { revision } = plan.ok.header;
    return refused(new DuplicateKey('BOM', 'revision', revision).at('revision'));
  });
  return all.map((one) =>
    isAccepted(one) && same.has(one.ok.id) ? accepted(one.ok.before!) : outcomes.shift()!,
  );
}

/**
 * Enters BOMs, and releases those that ask for it. One outcome for each input, in order; a refused
 * one leaves nothing. The statements do not grow with the list (a few for each company). Refuses by
 * field; NotFound, UnitMismatch, BOM_CYCLE, COST_SHARE_EXCEEDED, REVISION_OVERLAPS, DuplicateKey.
 */
export async function createMany(tx: Tx, inputs: readonly BomInput[]): Promise<Outcome<Bom>[]> {
  await holdStructures(
    tx,
    inputs.map(({ companyId }) => companyId),
  );
  return put(tx, inputs, []);
}

/** Enters one BOM; refuses with everything that is wrong. See `createMany`. */
export async function create(tx: Tx, input: BomInput): Promise<Bom> {
  const [outcome] = await createMany(tx, [input]);
  return orThrow(outcome);
}

/**
 * As `createMany`; one that the first external reference names, or else its item and revision, is
 * changed instead: a draft to what is told, and released when that is asked for. What is already as
 * it is wanted stays without a fact; what is released says nothing else any more
 * (TransitionRefused). Of two rows for one BOM the second is refused (DuplicateKey).
 */
export async function upsertMany(tx: Tx, inputs: readonly BomInput[]): Promise<Outcome<Bom>[]> {
  await holdStructures(
    tx,
    inputs.map(({ companyId }) => companyId),
  );
  const known = await knownRevisions(tx, { table: 'Bom', noun: 'BOM' }, inputs);
  const repeated = repeatedRevisions('BOM', inputs, known);
  const isFirst = (_: unknown, index: number) => repeated[index] === null;
  const done = await put(tx, inputs.filter(isFirst), known.filter(isFirst));
  return repeated.map((reason) => (reason ? refused(reason) : done.shift()!));
}
