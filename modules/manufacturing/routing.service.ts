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
import { orThrow, type Tx } from '../events/index.js';
import { cleanRevision } from './bom.rules.js';
import { changeable } from './product-data.checks.rules.js';
import {
  gather,
  knownRevisions,
  productUnit,
  refuseOther,
  repeatedRevisions,
  type Surroundings,
} from './product-data.gather.service.js';
import {
  holdRoutings,
  planReleases,
  writeReleases,
  type RoutingPlanned,
} from './routing-release.service.js';
import { settled, write, type Plan, type Routing } from './routing-write.service.js';
import {
  cleanDays,
  cleanOperations,
  routingLifecycle,
  type KnownCenters,
  type OperationInput,
} from './routing.rules.js';
import { getMany as workCenters } from './work-center.queries.js';

export { change, retire, type RoutingChange } from './routing-change.service.js';
export { release, type RoutingRelease } from './routing-release.service.js';
export type { Routing } from './routing-write.service.js';

/** A routing as a caller writes it. */
export interface RoutingInput {
  readonly companyId: string;
  readonly itemId: string;
  /** `A` unless told; unique for the item in the company. */
  readonly revision?: string | null;
  readonly validFrom?: string | null;
  readonly validTo?: string | null;
  readonly operations: readonly OperationInput[];
  readonly externalRefs?: readonly ExternalKey[] | null;
  /** Releases it at once. */
  readonly isReleased?: boolean | null;
}

function plan(
  tx: Tx,
  input: RoutingInput,
  before: Routing | null,
  around: Surroundings & { readonly centers: KnownCenters },
): Outcome<Plan> {
  const all = newReasons();
  refuseOther(input, before, all);
  const { companyId, itemId } = before ?? input;
  productUnit({ companyId, itemId }, around, all);
  const revision = before?.revision ?? cleanRevision(input.revision, all);
  const header = { companyId, itemId, revision, ...cleanDays(input, all) };
  const operations = cleanOperations(companyId, input.operations, around.centers, all);
  if (all.list.length > 0) return refused(...all.list);
  const refs = input.externalRefs ?? [];
  const id = before?.id ?? tx.newId();
  const isReleased = input.isReleased ?? false;
  return accepted({ id, before, header, operations, refs, isReleased });
}

const editable = (one: Outcome<Plan>): Outcome<Plan> =>
  changeable(one, (status) => next(routingLifecycle, status, 'change'));

async function withClaims(tx: Tx, plans: readonly Outcome<Plan>[]): Promise<Outcome<Plan>[]> {
  const claiming = plans.filter(isAccepted).filter(({ ok }) => ok.refs.length > 0);
  const claims = await externalRefs.claim(
    tx,
    claiming.map(({ ok: { id, header, refs } }) => ({
      ...{ scopeId: header.companyId, noun: 'Routing', nodeId: id, refs },
    })),
  );
  const byId = new Map(claiming.map(({ ok }, index) => [ok.id, claims[index]]));
  return plans.map((one) => {
    const claim = isAccepted(one) ? byId.get(one.ok.id) : undefined;
    return claim && !isAccepted(claim) ? claim : one;
  });
}

/** Decides which of the plans are released at once, before anything is written. */
async function withReleases(
  tx: Tx,
  plans: readonly Outcome<Plan>[],
  today: ReadonlyMap<string, string>,
) {
  const releasing = plans.filter(isAccepted).filter(({ ok }) => ok.isReleased);
  if (releasing.length === 0) return { plans, planned: [] as RoutingPlanned[] };
  const decided = await planReleases(
    tx,
    releasing.map(({ ok }) => ({
      before: { ...ok.header, id: ok.id, status: routingLifecycle.initial } as Routing,
      operationCount: ok.operations.length,
      span: {},
    })),
    (companyId) => today.get(companyId)!,
  );
  const byId = new Map(releasing.map(({ ok }, index) => [ok.id, decided[index]!]));
  const kept = plans.map((one) => {
    const decision = isAccepted(one) ? byId.get(one.ok.id) : undefined;
    return decision instanceof RuleViolation ? refused<Plan>(decision) : one;
  });
  return {
    plans: kept,
    planned: decided.flatMap((one) => (one instanceof RuleViolation ? [] : [one])),
  };
}

/** The releases of what was written; what came to nothing ended nothing. */
function releasesOf(planned: readonly RoutingPlanned[], written: ReadonlyMap<string, Routing>) {
  const lost = new Set(planned.map(({ before }) => before.id).filter((id) => !written.has(id)));
  return planned.flatMap(({ before, plan: { ended, ...span } }) => {
    const row = written.get(before.id);
    const kept = ended.filter(({ id }) => !lost.has(id)).map((one) => written.get(one.id) ?? one);
    return row ? [{ before: row, plan: { ...span, ended: kept } }] : [];
  });
}

async function put(
  tx: Tx,
  inputs: readonly RoutingInput[],
  befores: readonly (Routing | null)[],
): Promise<Outcome<Routing>[]> {
  const heads = [...inputs, ...befores.flatMap((one) => one ?? [])];
  const around = await gather(
    tx,
    heads.map(({ companyId }) => companyId),
    heads.map(({ itemId }) => itemId),
  );
  const named = inputs.flatMap(({ operations }) => operations.map((one) => one.workCenterId));
  const centers = await workCenters(tx, named);
  const known = { ...around, centers };
  const all = inputs.map((input, index) => plan(tx, input, befores[index] ?? null, known));
  const same = await settled(tx, all);
  const open = all.filter((one) => !isAccepted(one) || !same.has(one.ok.id)).map(editable);
  const { plans: decided, planned } = await withReleases(tx, open, around.today);
  const claimed = await withClaims(tx, decided);
  const written = await write(
    tx,
    claimed.filter(isAccepted).map(({ ok }) => ok),
  );
  const releases = releasesOf(planned, written);
  const released = releases.length > 0 ? await writeReleases(tx, releases) : written;
  const outcomes = claimed.map((one): Outcome<Routing> => {
    if (!isAccepted(one)) return one;
    const after = released.get(one.ok.id) ?? written.get(one.ok.id);
    if (after) return accepted(after);
    const { revision } = one.ok.header;
    return refused(new DuplicateKey('Routing', 'revision', revision).at('revision'));
  });
  return all.map((one) =>
    isAccepted(one) && same.has(one.ok.id) ? accepted(one.ok.before!) : outcomes.shift()!,
  );
}

/**
 * Enters routings, and releases those that ask for it. One outcome for each input, in order; a
 * refused one leaves nothing. The statements do not grow with the list. Refuses by field; NotFound,
 * WORK_CENTER_ARCHIVED, POSITION_REPEATED, REVISION_OVERLAPS, DuplicateKey.
 */
export async function createMany(
  tx: Tx,
  inputs: readonly RoutingInput[],
): Promise<Outcome<Routing>[]> {
  await holdRoutings(
    tx,
    inputs.map(({ companyId }) => companyId),
  );
  return put(tx, inputs, []);
}

/** Enters one routing; refuses with everything that is wrong. See `createMany`. */
export async function create(tx: Tx, input: RoutingInput): Promise<Routing> {
  const [outcome] = await createMany(tx, [input]);
  return orThrow(outcome);
}

/**
 * As `createMany`; one that the first external reference names, or else its item and revision, is
 * changed instead: a draft to what is told, and released when that is asked for. What is already as
 * it is wanted stays without a fact; what is released says nothing else any more
 * (TransitionRefused). Of two rows for one routing the second is refused (DuplicateKey).
 */
export async function upsertMany(
  tx: Tx,
  inputs: readonly RoutingInput[],
): Promise<Outcome<Routing>[]> {
  await holdRoutings(
    tx,
    inputs.map(({ companyId }) => companyId),
  );
  const known = await knownRevisions(tx, { table: 'Routing', noun: 'Routing' }, inputs);
  const repeated = repeatedRevisions('Routing', inputs, known);
  const isFirst = (_: unknown, index: number) => repeated[index] === null;
  const done = await put(tx, inputs.filter(isFirst), known.filter(isFirst));
  return repeated.map((reason) => (reason ? refused(reason) : done.shift()!));
}
