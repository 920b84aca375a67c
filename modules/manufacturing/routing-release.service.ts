import { sql } from 'kysely';
import { updateAll, type Row, type Tx } from '../events/index.js';
import { attempt, localDateAt, next, RuleViolation, StaleVersion } from '../kernel/index.js';
import { companies } from '../platform/index.js';
import { routingChanged, routingReleased } from './events.js';
import { grouped } from './product-data.checks.rules.js';
import { planRelease, type ReleasePlan } from './product-data.revision.rules.js';
import { refuseEmpty, routingLifecycle } from './routing.rules.js';

type Routing = Row<'Routing'>;

/** Holds the revisions of companies' routings still until the transaction ends. One statement. */
export async function holdRoutings(tx: Tx, companyIds: readonly string[]): Promise<void> {
  await sql`
    select pg_advisory_xact_lock(hashtextextended('Routing ' || id, 0))
    from (select distinct unnest(${companyIds}::text[]) as id order by 1) c
  `.execute(tx.db);
}

async function holdRoutingsOf(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`
    select pg_advisory_xact_lock(hashtextextended('Routing ' || id, 0)) from (
      select distinct "companyId"::text as id from "Routing" where "id"::text = any(${ids}::text[])
      order by 1
    ) c
  `.execute(tx.db);
}

/** The operations of routings in their order. One statement. */
export async function operationsOfRoutings(
  tx: Tx,
  routingIds: readonly string[],
): Promise<Row<'RoutingOperation'>[]> {
  const { rows } = await sql<Row<'RoutingOperation'>>`
    select * from "RoutingOperation" where "routingId" = any(${routingIds}::uuid[])
    order by "routingId", "position"
  `.execute(tx.db);
  return rows;
}

export interface RoutingReleasing {
  readonly before: Routing;
  readonly operationCount: number;
  readonly span: {
    readonly validFrom?: string | null | undefined;
    readonly validTo?: string | null | undefined;
  };
}

export interface RoutingPlanned {
  readonly before: Routing;
  readonly plan: ReleasePlan;
}

const productKey = ({ companyId, itemId }: Routing): string => `${companyId} ${itemId}`;

/** Decides releases one after another. A plan or the refusal of each, in order; one statement. */
export async function planReleases(
  tx: Tx,
  releases: readonly RoutingReleasing[],
  todayOf: (companyId: string) => string,
): Promise<(RoutingPlanned | RuleViolation)[]> {
  const befores = releases.map(({ before }) => before);
  const { rows } = await sql<Routing>`
    select * from "Routing"
    where "companyId" = any(${befores.map(({ companyId }) => companyId)}::uuid[])
      and "itemId" = any(${befores.map(({ itemId }) => itemId)}::uuid[])
      and "status" <> 'DRAFT' and "validFrom" is not null
    order by "id" for no key update
  `.execute(tx.db);
  const byProduct = grouped(rows, productKey);
  return releases.map(({ before, operationCount, span }) =>
    attempt(() => {
      next(routingLifecycle, before.status, 'release');
      refuseEmpty(before.revision, { length: operationCount } as unknown[]);
      const others = byProduct.get(productKey(before)) ?? [];
      const wanted = {
        validFrom: span.validFrom ?? before.validFrom,
        validTo: span.validTo ?? before.validTo,
      };
      const plan = planRelease(wanted, todayOf(before.companyId), others);
      const { validFrom, validTo } = plan;
      const ended = new Set(plan.ended.map(({ id }) => id));
      byProduct.set(productKey(before), [
        ...others.map((one) => (ended.has(one.id) ? { ...one, validTo: validFrom } : one)),
        { ...before, status: 'RELEASED', validFrom, validTo },
      ]);
      return { before, plan };
    }),
  );
}

/** Writes what was planned: what counted then ends, and what was asked for is released. */
export async function writeReleases(
  tx: Tx,
  planned: readonly RoutingPlanned[],
): Promise<Map<string, Routing>> {
  const rows = new Map<string, Routing>();
  const ended = new Map<string, Routing>();
  for (const { before, plan } of planned) {
    const { validFrom, validTo } = plan;
    for (const one of plan.ended) {
      const known = rows.get(one.id) ?? (one as Routing);
      if (!rows.has(one.id)) ended.set(one.id, known);
      rows.set(one.id, { ...known, validTo: validFrom });
    }
    rows.set(before.id, { ...before, status: 'RELEASED', validFrom, validTo });
  }
  const written = await updateAll(
    tx,
    'Routing',
    [...rows.values()].map(({ id, status, validFrom, validTo, version }) => ({
      ...{ id, status, validFrom, validTo },
      version: version + 1,
      updatedAt: tx.now,
    })),
  );
  const after = new Map(written.map((row) => [row.id, row]));
  for (const [id, before] of ended)
    tx.emit(routingChanged({ before, after: after.get(id)!, data: { itemId: before.itemId } }));
  for (const { before } of planned) {
    const data = { itemId: before.itemId };
    tx.emit(routingReleased({ before, after: after.get(before.id)!, data }));
  }
  return after;
}

/** A routing that is to be released. Absent takes what it says; its first day is then today. */
export interface RoutingRelease {
  readonly id: string;
  readonly expectedVersion?: number | null;
  readonly validFrom?: string | null;
  readonly validTo?: string | null;
}

/**
 * Releases routings: each counts from its first day on, and what counted then ends. All or none;
 * the statements do not grow with the list. Refuses NotFound, StaleVersion, TransitionRefused,
 * ROUTING_WITHOUT_OPERATIONS, REVISION_OVERLAPS, SPAN_EMPTY.
 */
export async function releaseMany(tx: Tx, releases: readonly RoutingRelease[]): Promise<Routing[]> {
  const ids = releases.map(({ id }) => id);
  await holdRoutingsOf(tx, ids);
  const routings = await tx.lockAll('Routing', ids);
  routings.forEach(({ id, version }, index) => {
    const expected = releases[index]?.expectedVersion ?? version;
    if (expected !== version) throw new StaleVersion('Routing', id, expected, version);
  });
  const operations = grouped(await operationsOfRoutings(tx, ids), (one) => one.routingId);
  const founded = await companies.getMany(tx, [...new Set(routings.map((one) => one.companyId))]);
  const decided = await planReleases(
    tx,
    routings.map((before, index) => ({
      before,
      operationCount: operations.get(before.id)?.length ?? 0,
      span: { validFrom: releases[index]?.validFrom, validTo: releases[index]?.validTo },
    })),
    (companyId) => localDateAt(tx.now, founded.get(companyId)?.timeZone ?? 'UTC'),
  );
  const planned: RoutingPlanned[] = [];
  for (const one of decided) {
    if (one instanceof RuleViolation) throw one;
    planned.push(one);
  }
  const after = await writeReleases(tx, planned);
  return ids.map((id) => after.get(id)!);
}

/** Releases one routing. See `releaseMany`. */
export async function release(tx: Tx, input: RoutingRelease): Promise<Routing> {
  const [after] = await releaseMany(tx, [input]);
  return after!;
}
