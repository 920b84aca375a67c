import { sql } from 'kysely';
import { oneOf, Refused, type Row, type Tx } from '../events/index.js';
import {
  InvalidInput,
  NotFound,
  RuleViolation,
  attempt,
  cleanText,
  inField,
  isAccepted,
  matchRows,
  ownCode,
  refused,
  type Outcome,
} from '../kernel/index.js';
import { GROUP_ID, externalRefs, upserts, type UpsertPlan } from '../platform/index.js';
import { itemCategoryChanged, itemCategoryCreated } from './events.js';
import { refusePlace, wayUp } from './item-category.rules.js';
import type { ExternalName } from './stored.js';

type Category = Row<'ItemCategory'>;

/** A category to be made or changed. Absent keeps; a parent that is null makes it a root. */
export interface ItemCategoryInput {
  readonly code: string;
  readonly name?: string | null;
  readonly parentId?: string | null;
  /** Instead of the id; it may be the code of another row of the list. */
  readonly parentCode?: string | null;
  readonly externalRefs?: readonly ExternalName[] | null;
}

interface Plan extends UpsertPlan<'ItemCategory'> {
  readonly parentId: string | null;
}

type Decided = Plan | RuleViolation;

/** The categories among ids that exist. One statement, or none. */
export async function getMany(tx: Tx, ids: readonly string[]): Promise<Map<string, Category>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('ItemCategory')
    .selectAll()
    .where('id', '=', oneOf(ids))
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** The whole tree, held still until the transaction ends: no key sees two moves make a ring. */
async function heldTree(tx: Tx): Promise<Category[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended('ItemCategory', 0))`.execute(tx.db);
  return tx.db.selectFrom('ItemCategory').selectAll().execute();
}

async function named(tx: Tx, inputs: readonly ItemCategoryInput[]): Promise<string[][]> {
  const refsOf = (input: ItemCategoryInput) => input.externalRefs ?? [];
  const refs = inputs.flatMap(refsOf);
  const wanted = { scopeId: GROUP_ID, noun: 'ItemCategory', refs };
  const ids = refs.length > 0 ? await externalRefs.find(tx, wanted) : [];
  return inputs.map((input) => ids.splice(0, refsOf(input).length).filter((id) => id !== null));
}

function parentOf(
  { parentId, parentCode }: ItemCategoryInput,
  before: Category | null,
  tree: { has(id: string): boolean },
  idOf: ReadonlyMap<string, string>,
): string | null {
  if (parentId && parentCode) {
    const message = 'The parent is named by its id or its code, not by both.';
    throw new InvalidInput('PARENT_NAMED_TWICE', message).at('parentCode');
  }
  if (parentCode) {
    const id = idOf.get(parentCode.trim());
    if (!id) throw new NotFound('ItemCategory', parentCode).at('parentCode');
    return id;
  }
  if (parentId && !tree.has(parentId)) {
    throw new NotFound('ItemCategory', parentId).at('parentId');
  }
  if (parentId === undefined && parentCode === undefined) return before?.parentId ?? null;
  return parentId ?? null;
}

async function decide(tx: Tx, inputs: readonly ItemCategoryInput[]): Promise<Decided[]> {
  const rows = await heldTree(tx);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const keys = await named(tx, inputs);
  const sought = inputs.map(({ code }, index) => {
    return { code: code.trim(), named: keys[index] ?? [] };
  });
  const matches = matchRows(sought, rows, 'ItemCategory');
  const ids = matches.map((one) => {
    return one instanceof RuleViolation ? '' : (one.known?.id ?? tx.newId());
  });
  const idOf = new Map(rows.map(({ code, id }) => [code, id]));
  ids.forEach((id, index) => id && idOf.set(sought[index]!.code, id));
  const plans = inputs.map((input, index) =>
    attempt((): Plan => {
      const match = matches[index]!;
      if (match instanceof RuleViolation) throw match;
      const before = match.known;
      const parentId = parentOf(input, before, byId, idOf);
      const name = inField('name', () =>
        cleanText(input.name ?? before?.name ?? '', { min: 1, max: 200 }),
      );
      const code = inField('code', () => ownCode(input.code));
      const refs = input.externalRefs ?? [];
      return { id: ids[index]!, before, code, columns: { name, parentId }, refs, parentId };
    }),
  );
  return placed(plans, rows);
}

/** Refuses what would be below itself, until nothing is. */
function placed(plans: readonly Decided[], rows: readonly Category[]): Decided[] {
  const stored = new Map(rows.map(({ id, parentId }) => [id, parentId]));
  let kept = [...plans];
  for (;;) {
    const open = kept.flatMap((one) => (one instanceof RuleViolation ? [] : [one]));
    const parents = new Map([
      ...stored,
      ...open.map(({ id, parentId }) => [id, parentId] as const),
    ]);
    const next = kept.map((one) => {
      if (one instanceof RuleViolation) return one;
      const reason = attempt(() => refusePlace(one.id, parents));
      return reason instanceof RuleViolation ? reason.at('parentCode') : one;
    });
    if (next.every((one, index) => one === kept[index])) return next;
    kept = next;
  }
}

/** Which row of the list is above each, so that parents are written before their children. */
function levelsOf(plans: readonly Decided[]): number[] {
  const parents = new Map(
    plans.flatMap((one) => (one instanceof RuleViolation ? [] : [[one.id, one.parentId] as const])),
  );
  const within = (id: string): number =>
    (wayUp(id, parents) ?? []).filter((one) => parents.has(one)).length;
  return plans.map((one) => (one instanceof RuleViolation ? 0 : within(one.id)));
}

/**
 * Makes categories and changes those that are there: found by external reference, else by code. A
 * parent may be another row of the list, in any order. One outcome for each, in order; the
 * statements grow with the depth of the list's own tree, not with its rows. CODE_FIXED, NotFound
 * for a parent, CATEGORY_CYCLE, DuplicateKey, and by field.
 */
export async function upsertMany(
  tx: Tx,
  inputs: readonly ItemCategoryInput[],
): Promise<Outcome<Category>[]> {
  const plans = await decide(tx, inputs);
  const levels = levelsOf(plans);
  const outcomes = plans.map((one): Outcome<Category> | null =>
    one instanceof RuleViolation ? refused(one) : null,
  );
  const lost = new Set<string>();
  for (let level = 1; level <= Math.max(0, ...levels); level += 1) {
    const places = levels.flatMap((one, place) => (one === level ? [place] : []));
    await writeLevel(tx, plans, places, lost, outcomes);
  }
  return outcomes.map((one) => one!);
}

async function writeLevel(
  tx: Tx,
  plans: readonly Decided[],
  places: readonly number[],
  lost: Set<string>,
  outcomes: (Outcome<Category> | null)[],
): Promise<void> {
  const wanted = places.map((place) => {
    const plan = plans[place] as Plan;
    if (plan.parentId === null || !lost.has(plan.parentId)) return plan;
    return new NotFound('ItemCategory', plan.parentId).at('parentCode');
  });
  const target = { table: 'ItemCategory', series: 'itemCategory' } as const;
  const written = await upserts.write(tx, target, wanted);
  written.forEach((outcome, index) => {
    const place = places[index]!;
    if (!isAccepted(outcome)) {
      const plan = plans[place] as Plan;
      if (plan.before === null) lost.add(plan.id);
      outcomes[place] = { refused: outcome.refused };
      return;
    }
    const { before, after, isChanged } = outcome.ok;
    const told = before ? itemCategoryChanged : itemCategoryCreated;
    if (isChanged) tx.emit(told({ before, after, data: {} }));
    outcomes[place] = { ok: after };
  });
}

/** Makes one category, or changes the one with its code or reference. See `upsertMany`. */
export async function upsert(tx: Tx, input: ItemCategoryInput): Promise<Category> {
  const [outcome] = await upsertMany(tx, [input]);
  if (outcome && isAccepted(outcome)) return outcome.ok;
  const [first, ...others] = outcome?.refused ?? [];
  throw first && others.length === 0 ? first : new Refused(outcome?.refused ?? []);
}
