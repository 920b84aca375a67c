import { sql } from 'kysely';
import { insertMissing, updateAll, type Row, type Tx } from '../events/index.js';
import {
  InvalidInput,
  NotFound,
  RuleViolation,
  attempt,
  checkedPrice,
  compareDates,
  inField,
  localDateAt,
  parseLocalDate,
  refused,
  repeatedRows,
  type Decimal,
  type LocalDate,
  type Outcome,
} from '../kernel/index.js';
import { companies } from '../platform/index.js';
import { standardCostSet } from './events.js';
import { items } from './queries.js';
import { setMany } from './standard-cost.service.js';

export { setMany } from './standard-cost.service.js';

type StandardCost = Row<'StandardCost'>;

/** What one stock unit of an item costs as a standard from a day on, in base currency. */
export interface StandardCostInput {
  readonly companyId: string;
  readonly itemId: string;
  /** Today at the latest: what is to come is set when it comes. */
  readonly validFrom: string;
  readonly standardCost: Decimal;
}

type Columns = Pick<StandardCost, 'companyId' | 'itemId' | 'standardCost' | 'currency'> & {
  readonly validFrom: LocalDate;
};

const keyOf = (cost: { companyId: string; itemId: string; validFrom: string }): string =>
  `${cost.companyId} ${cost.itemId} ${cost.validFrom}`;

/** The costs there are of the days, and the latest of each item. One statement. */
async function known(tx: Tx, costs: readonly Columns[]): Promise<StandardCost[]> {
  const { rows } = await sql<StandardCost>`
    select c.* from "StandardCost" c join unnest(
      ${costs.map(({ companyId }) => companyId)}::uuid[],
      ${costs.map(({ itemId }) => itemId)}::uuid[],
      ${costs.map(({ validFrom }) => validFrom)}::date[]
    ) as k(company, item, day) on c."companyId" = k.company and c."itemId" = k.item
      and (c."validFrom" = k.day or c."validFrom" = (
        select max(l."validFrom") from "StandardCost" l
        where l."companyId" = k.company and l."itemId" = k.item))
  `.execute(tx.db);
  return rows;
}

async function gather(tx: Tx, inputs: readonly StandardCostInput[]) {
  const founded = await companies.seen(
    tx,
    inputs.map(({ companyId }) => companyId),
  );
  const found = await items(
    tx,
    inputs.map(({ itemId }) => itemId),
  );
  return { founded, found };
}

function plan(
  tx: Tx,
  input: StandardCostInput,
  { founded, found }: Awaited<ReturnType<typeof gather>>,
): Columns {
  const { companyId, itemId } = input;
  const company = founded.get(companyId);
  if (!company) throw new NotFound('Company', companyId).at('companyId');
  if (!found.has(itemId)) throw new NotFound('Item', itemId).at('itemId');
  const validFrom = inField('validFrom', () => parseLocalDate(input.validFrom));
  const today = localDateAt(tx.now, company.timeZone);
  if (compareDates(validFrom, today) > 0) {
    const message = 'A standard cost counts from {today} on at the latest.';
    throw new InvalidInput('COST_IN_FUTURE', message, { today }).at('validFrom');
  }
  const standardCost = inField('standardCost', () => checkedPrice(input.standardCost));
  return { companyId, itemId, validFrom, standardCost, currency: company.baseCurrency };
}

/** Writes history: costs that are new, and those that differ. Two statements; answers all by key. */
async function write(
  tx: Tx,
  costs: readonly Columns[],
  rows: readonly StandardCost[],
): Promise<Map<string, StandardCost>> {
  const befores = new Map(rows.map((row) => [keyOf(row), row]));
  const fresh = costs.filter((cost) => !befores.has(keyOf(cost)));
  const made = await insertMissing(
    tx,
    'StandardCost',
    fresh.map((cost) => ({ id: tx.newId(), version: 1, ...cost, createdAt: tx.now })),
  );
  const stale = costs.flatMap(({ standardCost, ...cost }) => {
    const before = befores.get(keyOf(cost));
    if (!before || before.standardCost.eq(standardCost)) return [];
    return [{ id: before.id, standardCost, version: before.version + 1 }];
  });
  const changed = await updateAll(tx, 'StandardCost', stale);
  for (const after of [...made, ...changed]) {
    const before = befores.get(keyOf(after)) ?? null;
    tx.emit(standardCostSet({ before, after, data: { itemId: after.itemId } }));
  }
  return new Map([...rows, ...made, ...changed].map((row) => [keyOf(row), row]));
}

function withoutRepeated(
  inputs: readonly StandardCostInput[],
  plans: readonly (Columns | RuleViolation)[],
) {
  const marks = plans.map((one) => (one instanceof RuleViolation ? null : keyOf(one)));
  const value = (index: number): string => inputs[index]?.validFrom ?? '';
  const repeated = repeatedRows(marks, { noun: 'StandardCost', field: 'validFrom', value });
  return plans.map((one, index) => repeated[index] ?? one);
}

/** The latest of each item among what is told, where nothing later is known. */
function latest(costs: readonly Columns[], rows: readonly StandardCost[]): Columns[] {
  const last = new Map<string, string>();
  for (const { companyId, itemId, validFrom } of [...rows, ...costs]) {
    const key = `${companyId} ${itemId}`;
    const before = last.get(key);
    if (before === undefined || before < validFrom) last.set(key, validFrom);
  }
  return costs.filter((one) => last.get(`${one.companyId} ${one.itemId}`) === one.validFrom);
}

/** What counts now stands in the settings of the items, and stock kept at it is worth it. */
async function apply(tx: Tx, costs: readonly Columns[]): Promise<void> {
  for (const companyId of [...new Set(costs.map((one) => one.companyId))].sort()) {
    const own = costs.filter((one) => one.companyId === companyId);
    await setMany(tx, { companyId, costs: own });
  }
}

/**
 * Sets what items cost as a standard from days on: the history of each, by its day. The latest is
 * the item's standard cost from now on, and stock that is kept at it is revalued. One that is there
 * is corrected, an equal one left without a fact. One outcome for each, in order; the statements do
 * not grow with the list, but for items whose stock is kept at standard. NotFound, COST_IN_FUTURE,
 * DuplicateKey, PRICE_OUT_OF_RANGE by field.
 */
export async function upsertMany(
  tx: Tx,
  inputs: readonly StandardCostInput[],
): Promise<Outcome<StandardCost>[]> {
  const around = await gather(tx, inputs);
  const plans = withoutRepeated(
    inputs,
    inputs.map((input) => attempt(() => plan(tx, input, around))),
  );
  const good = plans.flatMap((one) => (one instanceof RuleViolation ? [] : [one]));
  if (good.length === 0) return plans.map((one) => refused(one as RuleViolation));
  const rows = await known(tx, good);
  const written = await write(tx, good, rows);
  await apply(tx, latest(good, rows));
  return plans.map((one): Outcome<StandardCost> =>
    one instanceof RuleViolation ? refused(one) : { ok: written.get(keyOf(one))! },
  );
}
