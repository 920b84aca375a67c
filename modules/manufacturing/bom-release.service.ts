import { updateAll, type Row, type Tx } from '../events/index.js';
import { isUuid, localDateAt, next, RuleViolation, StaleVersion } from '../kernel/index.js';
import { companies } from '../platform/index.js';
import { bomGraph, type BomGraph } from './bom-cycle.rules.js';
import { itemsNamed } from './bom-alternate.rules.js';
import { bomLifecycle, type BomLineDraft } from './bom.rules.js';
import {
  edgesAbove,
  holdStructuresOf,
  linesOfBoms,
  lockReleased,
} from './bom-structure.queries.js';
import { BomCycle, BomWithoutLines } from './errors.js';
import { bomChanged, bomReleased, bomSuperseded } from './events.js';
import { grouped } from './product-data.checks.rules.js';
import { knownItems } from './product-data.gather.service.js';
import { planRelease, type ReleasePlan } from './product-data.revision.rules.js';
import { forgetProducts } from './product-data.memory.js';

type Bom = Row<'Bom'>;

/** What a BOM consists of, as far as cycles go. */
export interface Consisting {
  readonly companyId: string;
  readonly itemId: string;
  readonly parts: readonly string[];
  readonly from: string;
}

/** The structures above products, by company; one statement for each company. */
export async function structuresAbove(
  tx: Tx,
  boms: readonly Consisting[],
): Promise<Map<string, { readonly graph: BomGraph; readonly from: string }>> {
  const structures = new Map<string, { graph: BomGraph; from: string }>();
  for (const [companyId, own] of grouped(boms, (bom) => bom.companyId)) {
    const from = own.map((bom) => bom.from).reduce((least, day) => (day < least ? day : least));
    const itemIds = own.map(({ itemId }) => itemId);
    const edges = await edgesAbove(tx, companyId, from, itemIds);
    structures.set(companyId, { graph: bomGraph(edges), from });
  }
  return structures;
}

/** Words ways of ids as refusals with the codes of the items; one statement when there are any. */
export async function cyclesInCodes(
  tx: Tx,
  ways: readonly (readonly string[] | null)[],
): Promise<(BomCycle | null)[]> {
  const ids = ways.flatMap((way) => way ?? []);
  if (ids.length === 0) return ways.map(() => null);
  const known = await knownItems(tx, ids);
  return ways.map((way) => way && new BomCycle(way.map((id) => known.get(id)?.code ?? id)));
}

/** A BOM that is to be released, with what its lines say. */
export interface Releasing {
  readonly before: Bom;
  readonly parts: readonly string[];
  /** Absent leaves what the BOM says; its first day is today when it says none. */
  readonly span: {
    readonly validFrom?: string | null | undefined;
    readonly validTo?: string | null | undefined;
  };
}

export interface Planned {
  readonly before: Bom;
  readonly plan: ReleasePlan;
}

/** Refuses a release that nothing is wrong with but its state or its lines. */
function mayRelease({ before, parts }: Releasing): void {
  next(bomLifecycle, before.status, 'release');
  if (parts.length === 0) throw new BomWithoutLines(before.revision);
}

/**
 * Decides releases one after another, so that what an earlier one of the list changes is seen by
 * the later ones. A plan or the refusal of each, in order.
 */
export async function planReleases(
  tx: Tx,
  releases: readonly Releasing[],
  todayOf: (companyId: string) => string,
): Promise<(Planned | RuleViolation)[]> {
  const consisting = releases.map(({ before, parts, span }) => {
    const { companyId, itemId } = before;
    const from = span.validFrom ?? before.validFrom ?? todayOf(companyId);
    return { companyId, itemId, parts, from };
  });
  const structures = await structuresAbove(tx, consisting);
  const released = await lockReleased(
    tx,
    releases.map(({ before }) => before.companyId),
    releases.map(({ before }) => before.itemId),
  );
  const byProduct = grouped(released, productKey);
  const ways: (string[] | null)[] = [];
  const decided = releases.map((release, index): Planned | RuleViolation | null => {
    const { before, parts } = release;
    const { graph, from } = structures.get(before.companyId)!;
    const own = consisting[index]!;
    const way = graph.cycle(before.itemId, parts);
    ways.push(way);
    if (way) return null;
    try {
      mayRelease(release);
      const span = { validFrom: own.from, validTo: release.span.validTo ?? before.validTo };
      const others = byProduct.get(productKey(before)) ?? [];
      const plan = planRelease(span, own.from, others);
      byProduct.set(productKey(before), afterwards(others, before, plan));
      graph.put(before.itemId, parts, own.from <= from);
      return { before, plan };
    } catch (error) {
      if (error instanceof RuleViolation) return error;
      throw error;
    }
  });
  const cycles = await cyclesInCodes(tx, ways);
  return decided.map((one, index) => one ?? cycles[index]!);
}

const productKey = ({ companyId, itemId }: Bom): string => `${companyId} ${itemId}`;

/** The released revisions of an item when a release has been done. */
function afterwards(others: readonly Bom[], own: Bom, plan: ReleasePlan): Bom[] {
  const ended = new Set(plan.ended.map(({ id }) => id));
  const { validFrom, validTo } = plan;
  return [
    ...others.map((one) => (ended.has(one.id) ? { ...one, validTo: validFrom } : one)),
    { ...own, status: 'RELEASED' as const, validFrom, validTo },
  ];
}

/** A revision as it is when a later one has begun. */
function endedBy(before: Bom, validTo: string): Bom {
  const isReleased = before.status === 'RELEASED';
  const status = isReleased ? next(bomLifecycle, before.status, 'supersede') : before.status;
  return { ...before, status, validTo };
}

/** Writes what was planned: what ends is superseded, what was asked for is released. */
export async function writeReleases(
  tx: Tx,
  planned: readonly Planned[],
): Promise<Map<string, Bom>> {
  const rows = new Map<string, Bom>();
  const ended = new Map<string, Bom>();
  for (const { before, plan } of planned) {
    const { validFrom, validTo } = plan;
    for (const one of plan.ended) {
      const known = rows.get(one.id) ?? (one as Bom);
      if (!rows.has(one.id)) ended.set(one.id, known);
      rows.set(one.id, endedBy(known, validFrom));
    }
    rows.set(before.id, { ...before, status: 'RELEASED', validFrom, validTo });
  }
  const written = await updateAll(
    tx,
    'Bom',
    [...rows.values()].map(({ id, status, validFrom, validTo, version }) => ({
      ...{ id, status, validFrom, validTo },
      version: version + 1,
      updatedAt: tx.now,
    })),
  );
  forgetProducts(tx);
  const after = new Map(written.map((row) => [row.id, row]));
  for (const [id, before] of ended) {
    const told = before.status === 'RELEASED' ? bomSuperseded : bomChanged;
    tx.emit(told({ before, after: after.get(id)!, data: { itemId: before.itemId } }));
  }
  for (const { before } of planned)
    tx.emit(bomReleased({ before, after: after.get(before.id)!, data: { itemId: before.itemId } }));
  return after;
}

/** A BOM that is to be released. Absent takes what the BOM says; its first day is then today. */
export interface BomRelease {
  readonly id: string;
  readonly expectedVersion?: number | null;
  readonly validFrom?: string | null;
  readonly validTo?: string | null;
}

/**
 * Releases BOMs: each counts from its first day on, and what counted then ends. All or none;
 * the statements do not grow with the list (one more for each company). Refuses NotFound,
 * StaleVersion, TransitionRefused, BOM_CYCLE, BOM_WITHOUT_LINES, REVISION_OVERLAPS, SPAN_EMPTY.
 */
export async function releaseMany(tx: Tx, releases: readonly BomRelease[]): Promise<Bom[]> {
  const ids = releases.map(({ id }) => id);
  await holdStructuresOf(tx, ids.filter(isUuid));
  const boms = await tx.lockAll('Bom', ids);
  boms.forEach((bom, index) => checkVersion(bom, releases[index]?.expectedVersion));
  const lines = grouped(await linesOfBoms(tx, ids), ({ bomId }) => bomId);
  const founded = await companies.getMany(tx, [...new Set(boms.map((bom) => bom.companyId))]);
  const decided = await planReleases(
    tx,
    boms.map((before, index) => ({
      before,
      parts: partsOf(lines.get(before.id) ?? []),
      span: { validFrom: releases[index]?.validFrom, validTo: releases[index]?.validTo },
    })),
    (companyId) => localDateAt(tx.now, founded.get(companyId)?.timeZone ?? 'UTC'),
  );
  const planned: Planned[] = [];
  for (const one of decided) {
    if (one instanceof RuleViolation) throw one;
    planned.push(one);
  }
  const after = await writeReleases(tx, planned);
  return ids.map((id) => after.get(id)!);
}

function checkVersion({ id, version }: Bom, expected: number | null | undefined): void {
  if (expected === null || expected === undefined || expected === version) return;
  throw new StaleVersion('Bom', id, expected, version);
}

/**
 * The items that lines take, or may take in the place of their own; what comes out beside the
 * product goes into nothing.
 */
export const partsOf = (
  lines: readonly Pick<BomLineDraft, 'itemId' | 'kind' | 'alternates'>[],
): string[] => itemsNamed(lines.filter(({ kind }) => kind === 'COMPONENT'));

/** Releases one BOM. See `releaseMany`. */
export async function release(tx: Tx, input: BomRelease): Promise<Bom> {
  const [after] = await releaseMany(tx, [input]);
  return after!;
}
