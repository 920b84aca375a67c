import { sql } from 'kysely';
import {
  NotFound,
  RuleViolation,
  attempt,
  isAccepted,
  matchRows,
  type Outcome,
} from '../kernel/index.js';
import { insertAll, nextVersion, Refused, type Row, type Tx } from '../events/index.js';
import { GROUP_ID, externalRefs, merges, units as allUnits, upserts } from '../platform/index.js';
import { getMany as categories } from './item-category.service.js';
import { ItemArchived, LotTrackingInUse } from './errors.js';
import { itemArchived, itemChanged, itemCreated } from './events.js';
import { cleanItem, unitsText, type ItemDetails } from './item.rules.js';
import { planItem, type ItemInput, type ItemPlan } from './item-upsert.rules.js';
import { movedItems, setTracking } from './lot-tracking.service.js';
import { conversions } from './queries.js';
import { forgetItems } from './queries.js';

export { conversions, items as getMany } from './queries.js';
export { itemDuplicates as duplicates } from './item-duplicates.queries.js';
export { merge } from './item-merge.service.js';
export { set as setSettings } from './item-settings.service.js';

type Item = Row<'Item'>;

/** Absent keeps, null clears. Units are changed by an upsert. */
export interface ItemChange extends ItemDetails {
  readonly id: string;
  readonly expectedVersion?: number | null;
}

/**
 * Whom the external references of each row name, and every item named by them or by a code. The
 * keys are joined and not compared with a list: a plan made while the table was small stays good.
 */
async function knownItems(tx: Tx, inputs: readonly ItemInput[]) {
  const refs = inputs.flatMap(({ externalRefs: own = [] }) => own);
  const wanted = { scopeId: GROUP_ID, noun: 'Item', refs };
  const ids = refs.length > 0 ? await externalRefs.find(tx, wanted) : [];
  const named = inputs.map(({ externalRefs: own = [] }) =>
    ids.splice(0, own.length).filter((id) => id !== null),
  );
  const codes = inputs.map(({ code }) => code?.trim() ?? '');
  const { rows } = await sql<Item>`
    select * from "Item"
    where "id" in (
      select unnest(${named.flat()}::uuid[]) union
      select "id" from "Item" natural join unnest(${codes}::text[]) as k("code")
    )
    order by "id" for no key update
  `.execute(tx.db);
  return { named, ...(await merges.follow(tx, 'Item', { codes, rows })) };
}

const categoriesNamed = (details: readonly ItemDetails[]): string[] =>
  details.map(({ categoryId }) => categoryId).filter((id) => typeof id === 'string');

function refuseUnknown(id: string | null | undefined, seen: ReadonlyMap<string, unknown>): void {
  if (id && !seen.has(id)) throw new NotFound('ItemCategory', id).at('categoryId');
}

async function decide(tx: Tx, inputs: readonly ItemInput[]) {
  const { named, codes, rows } = await knownItems(tx, inputs);
  const sought = codes.map((code, index) => ({ code: code || null, named: named[index] ?? [] }));
  const matches = matchRows(sought, rows, 'Item');
  const definitions = await allUnits.all(tx);
  const known = await conversions(
    tx,
    rows.map(({ id }) => id),
  );
  const seen = await categories(tx, categoriesNamed(inputs));
  const plans = inputs.map((input, index) =>
    attempt((): ItemPlan => {
      refuseUnknown(input.categoryId, seen);
      const match = matches[index];
      if (!match || match instanceof RuleViolation) throw match ?? new Error('A row has no match.');
      const id = match.known?.id ?? tx.newId();
      const units = known.get(id)?.units ?? [];
      return planItem(input, { id, before: match.known, units }, definitions);
    }),
  );
  return refuseTracking(tx, plans);
}

/** Whether an item is to be kept by lots from now on, or no longer. */
const isRetracked = ({ before, columns }: ItemPlan): boolean =>
  before !== null && before.isLotTracked !== columns.isLotTracked;

async function refuseTracking(tx: Tx, plans: readonly (ItemPlan | RuleViolation)[]) {
  const retracked = plans.flatMap((plan) =>
    !(plan instanceof RuleViolation) && isRetracked(plan) ? [plan.id] : [],
  );
  const moved = await movedItems(tx, retracked);
  return plans.map((plan) => {
    const isRefused = !(plan instanceof RuleViolation) && isRetracked(plan) && moved.has(plan.id);
    return isRefused ? new LotTrackingInUse(plan.before?.code ?? '').at('isLotTracked') : plan;
  });
}

/** Puts the units that are wanted in the place of those there are; two statements. */
async function writeUnits(tx: Tx, plans: readonly ItemPlan[]): Promise<void> {
  const changed = plans.filter(({ units }) => units !== null);
  if (changed.length === 0) return;
  const ids = changed.map(({ id }) => id);
  await sql`delete from "ItemUnit" where "itemId" = any(${ids}::uuid[])`.execute(tx.db);
  const rows = changed.flatMap(({ id: itemId, units }) =>
    (units ?? []).map((unit) => ({ id: tx.newId(), itemId, ...unit, createdAt: tx.now })),
  );
  await insertAll(tx, 'ItemUnit', rows);
}

/** An item as its facts tell it: with its units where they changed. */
function withUnits<T extends Item | null>(item: T, units: string | null): T {
  return item && units !== null ? { ...item, units } : item;
}

/**
 * Makes items and changes those that are there already: found by external reference, else by code.
 * One outcome for each input, in order; a refused one leaves nothing. The number of statements does
 * not grow with the list. Refuses by field; NotFound for a category; CODE_FIXED,
 * UNIT_FIXED; DuplicateKey; ItemArchived; LotTrackingInUse.
 */
export async function upsertMany(tx: Tx, inputs: readonly ItemInput[]): Promise<Outcome<Item>[]> {
  if (inputs.length === 0) return [];
  return upserts.lookingAgain(inputs, (some) => upsertOnce(tx, some));
}

async function upsertOnce(tx: Tx, inputs: readonly ItemInput[]): Promise<Outcome<Item>[]> {
  const plans = await decide(tx, inputs);
  const written = await upserts.write(tx, { table: 'Item', series: 'item' }, plans);
  const taken = plans.filter((_, index) => 'ok' in (written[index] ?? {})) as ItemPlan[];
  await writeUnits(tx, taken);
  await setTracking(
    tx,
    taken.filter(isRetracked).map(({ id }) => id),
  );
  forgetItems(tx);
  const planOf = new Map(taken.map((plan) => [plan.id, plan]));
  return written.map((outcome): Outcome<Item> => {
    if (!isAccepted(outcome)) return outcome;
    const { before, after, isChanged } = outcome.ok;
    const plan = planOf.get(after.id);
    const units = plan?.units ?? null;
    const told = {
      before: withUnits(before, units && (plan?.unitsBefore ?? '')),
      after: withUnits(after, units && unitsText(units)),
      data: {},
    };
    if (isChanged) tx.emit((before ? itemChanged : itemCreated)(told));
    return { ok: after };
  });
}

/**
 * Makes one item, or changes the one with its code or reference. Throws every reason against it.
 */
export async function upsert(tx: Tx, input: ItemInput): Promise<Item> {
  const [outcome] = await upsertMany(tx, [input]);
  if (outcome && isAccepted(outcome)) return outcome.ok;
  const [first, ...others] = outcome?.refused ?? [];
  throw first && others.length === 0 ? first : new Refused(outcome?.refused ?? []);
}

/**
 * Changes what an item says of itself. NotFound, StaleVersion, ItemArchived, UNIT_FIXED,
 * LotTrackingInUse.
 */
export async function change(tx: Tx, input: ItemChange): Promise<Item> {
  const before = await tx.lock('Item', input.id, input.expectedVersion);
  if (before.archivedAt) throw new ItemArchived(before.code);
  refuseUnknown(input.categoryId, await categories(tx, categoriesNamed([input])));
  const columns = cleanItem(input, before, await allUnits.all(tx));
  const retracked = columns.isLotTracked === before.isLotTracked ? [] : [before.id];
  const moved = await movedItems(tx, retracked);
  if (moved.size > 0) throw new LotTrackingInUse(before.code).at('isLotTracked');
  const after = await nextVersion(tx, 'Item', before, columns);
  await setTracking(tx, retracked);
  forgetItems(tx);
  tx.emit(itemChanged({ before, after, data: {} }));
  return after;
}

/** Takes an item out of use; what is ordered still ships. NotFound, StaleVersion. */
export async function archive(
  tx: Tx,
  { id, expectedVersion }: { readonly id: string; readonly expectedVersion?: number | null },
): Promise<Item> {
  const before = await tx.lock('Item', id, expectedVersion);
  if (before.archivedAt) return before;
  const after = await nextVersion(tx, 'Item', before, { archivedAt: tx.now });
  forgetItems(tx);
  tx.emit(itemArchived({ before, after, data: {} }));
  return after;
}
