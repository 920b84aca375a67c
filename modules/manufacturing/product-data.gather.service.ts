import type { Tx } from '../events/index.js';
import { canSee, localDateAt, NotFound } from '../kernel/index.js';
import { items } from '../inventory/index.js';
import { companies, externalRefs, type ExternalKey } from '../platform/index.js';
import { grouped, type Reasons } from './product-data.checks.rules.js';
import type { KnownItem } from './bom.rules.js';

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
    [...rows.values()].map(({ id, code, unit: stockUnit, archivedAt }) => [
      id,
      { code, stockUnit, units: units.get(id)?.units ?? [], isArchived: archivedAt !== null },
    ]),
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
