import { sql } from 'kysely';
import type { Row, Tx } from '../events/index.js';
import {
  canSee,
  InvalidInput,
  localDateAt,
  NotFound,
  type Reasons,
  repeatedRows,
} from '../kernel/index.js';
import { items } from '../inventory/index.js';
import { companies, externalRefs, type ExternalKey } from '../platform/index.js';
import { grouped } from './product-data.checks.rules.js';
import type { KnownItem } from './bom-item.rules.js';

/** All that BOMs and routings point to in other modules. */
export interface Surroundings {
  /** Companies that exist and that the actor sees, with their business day. */
  readonly today: ReadonlyMap<string, string>;
  readonly items: ReadonlyMap<string, KnownItem>;
}

/** Items with their units. Two statements. */
export async function knownItems(tx: Tx, ids: readonly string[]): Promise<Map<string, KnownItem>> {
  const rows = await items.getMany(tx, ids);
  const units = await items.conversions(tx, [...rows.keys()]);
  return new Map(
    [...rows.values()].map(({ id, code, unit: stockUnit, archivedAt }) => {
      const { units: own = [], definitions } = units.get(id) ?? {};
      return [
        id,
        { code, stockUnit, units: own, definitions, isArchived: archivedAt !== null },
      ] as const;
    }),
  );
}

/** Reads all that is pointed to; the statements do not grow with the lists. */
export async function gather(
  tx: Tx,
  companyIds: readonly string[],
  itemIds: readonly string[],
): Promise<Surroundings> {
  const founded = await companies.seen(tx, companyIds);
  return {
    today: new Map([...founded].map(([id, { timeZone }]) => [id, localDateAt(tx.now, timeZone)])),
    items: await knownItems(tx, itemIds),
  };
}

/** Refuses what a header points to and is not there; answers the product's stock unit. */
export function productUnit(
  { companyId, itemId }: { readonly companyId: string; readonly itemId: string },
  around: Surroundings,
  all: Reasons,
): string {
  all.take(['companyId'], () => {
    if (!around.today.has(companyId)) throw new NotFound('Company', companyId);
  });
  const item = around.items.get(itemId);
  all.take(['itemId'], () => {
    if (!item) throw new NotFound('Item', itemId);
  });
  return item?.stockUnit ?? '';
}

interface Referred {
  readonly companyId: string;
  readonly externalRefs?: readonly ExternalKey[] | null;
}

/** What the first reference of each input names already; one statement for each company. */
export async function referredTo(
  tx: Tx,
  noun: string,
  inputs: readonly Referred[],
): Promise<(string | null)[]> {
  const ids = inputs.map((): string | null => null);
  const named = inputs
    .map((input, index) => ({ ...input, index, ref: input.externalRefs?.[0] }))
    .filter(({ companyId, ref }) => ref && canSee(tx.actor, companyId));
  for (const [scopeId, group] of grouped(named, ({ companyId }) => companyId)) {
    const refs = group.flatMap(({ ref }) => ref ?? []);
    const found = await externalRefs.find(tx, { scopeId, noun, refs });
    group.forEach(({ index }, place) => (ids[index] = found[place] ?? null));
  }
  return ids;
}

/** A BOM or a routing as a row of a list names it. */
interface Named extends Referred {
  readonly itemId: string;
  readonly revision?: string | null;
}

const revisionKey = (one: { companyId: string; itemId: string; revision?: string | null }) =>
  `${one.companyId} ${one.itemId} ${one.revision?.trim() ?? 'A'}`;

/**
 * The revision that each input means, by its first reference or else by item and revision, locked;
 * null for a new one. Two statements and one for each company.
 */
export async function knownRevisions<T extends 'Bom' | 'Routing'>(
  tx: Tx,
  { table, noun }: { readonly table: T; readonly noun: string },
  inputs: readonly Named[],
): Promise<(Row<T> | null)[]> {
  const seen = inputs.filter(({ companyId }) => canSee(tx.actor, companyId));
  const ids = await referredTo(tx, noun, inputs);
  const { rows } = await sql<{ readonly id: string }>`
    select "id" from ${sql.table(table)} natural join unnest(
      ${seen.map(({ companyId }) => companyId)}::uuid[],
      ${seen.map(({ itemId }) => itemId)}::uuid[],
      ${seen.map(({ revision }) => revision?.trim() ?? 'A')}::text[]
    ) as k("companyId", "itemId", "revision")
  `.execute(tx.db);
  const wanted = new Set([...ids.flatMap((id) => id ?? []), ...rows.map(({ id }) => id)]);
  const locked = (await tx.lockAll(table, [...wanted])) as (Row<'Bom'> | Row<'Routing'>)[];
  const byId = new Map(locked.map((one) => [one.id, one]));
  const byRevision = new Map(locked.map((one) => [revisionKey(one), one]));
  return inputs.map((input, index) => {
    const named = byId.get(ids[index] ?? '') ?? byRevision.get(revisionKey(input));
    return (named ?? null) as Row<T> | null;
  });
}

/** Of two inputs for one revision the second is refused, so that none is written twice. */
export function repeatedRevisions(
  noun: string,
  inputs: readonly Named[],
  known: readonly ({ readonly id: string } | null)[],
) {
  const marks = inputs.map((input, index) => known[index]?.id ?? revisionKey(input));
  const value = (index: number): string => inputs[index]?.revision ?? 'A';
  return repeatedRows(marks, { noun, field: 'revision', value });
}

/** Refuses an input whose reference names another item or revision than it tells itself. */
export function refuseOther(
  input: Named,
  before: { readonly itemId: string; readonly revision: string } | null,
  all: Reasons,
): void {
  if (before === null) return;
  all.take(['itemId'], () => {
    if (before.itemId === input.itemId) return;
    throw new InvalidInput('ITEM_FIXED', 'The reference names a revision of another item.');
  });
  all.take(['revision'], () => {
    const { revision } = before;
    if ((input.revision?.trim() ?? revision) === revision) return;
    const message = 'The reference names the revision {revision}, which does not change.';
    throw new InvalidInput('REVISION_FIXED', message, { revision });
  });
}
