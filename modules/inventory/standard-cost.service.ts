import { sql } from 'kysely';
import { insertAll, updateAll, type Row, type Tx } from '../events/index.js';
import { canonical, checkedPrice, inField, type Decimal } from '../kernel/index.js';
import { companies } from '../platform/index.js';
import { itemSettingsSet } from './events.js';
import { recordCosts } from './standard-cost-record.service.js';
import { set } from './item-settings.service.js';

type Settings = Row<'ItemCompany'>;

/** What one stock unit of an item is to cost, in the company's base currency. */
export interface CostWanted {
  readonly itemId: string;
  readonly standardCost: Decimal;
}

/** How a company keeps items, by item. One statement. */
async function settingsOf(
  tx: Tx,
  companyId: string,
  itemIds: readonly string[],
): Promise<Map<string, Settings>> {
  const { rows } = await sql<Settings>`
    select * from "ItemCompany"
    where "companyId" = ${companyId} and "itemId" = any(${itemIds}::uuid[])
    order by "id" for no key update
  `.execute(tx.db);
  return new Map(rows.map((row) => [row.itemId, row]));
}

/** Tells the valuations there are; what is not kept at standard is worth the same. */
async function tellValuations(tx: Tx, companyId: string, costs: readonly CostWanted[]) {
  await sql`
    update "ItemValuation" v set "standardCost" = c.cost, "updatedAt" = ${tx.now}
    from unnest(
      ${costs.map(({ itemId }) => itemId)}::uuid[],
      ${costs.map(({ standardCost }) => canonical(standardCost))}::numeric[]
    ) as c(item, cost)
    where v."companyId" = ${companyId} and v."itemId" = c.item
  `.execute(tx.db);
}

async function write(
  tx: Tx,
  companyId: string,
  costs: readonly CostWanted[],
  known: ReadonlyMap<string, Settings>,
): Promise<Settings[]> {
  const fresh = costs.filter(({ itemId }) => !known.has(itemId));
  const stale = costs.flatMap(({ itemId, standardCost }) => {
    const before = known.get(itemId);
    return before ? [{ before, standardCost }] : [];
  });
  const rows = fresh.map(({ itemId, standardCost }) => ({
    ...{
      id: tx.newId(),
      version: 1,
      companyId,
      itemId,
      valuationMethod: 'MOVING_AVERAGE' as const,
    },
    ...{ standardCost, createdAt: tx.now, updatedAt: tx.now },
  }));
  const changes = stale.map(({ before: { id, version }, standardCost }) => ({
    ...{ id, version: version + 1, standardCost, updatedAt: tx.now },
  }));
  const written = [
    ...(await insertAll(tx, 'ItemCompany', rows)),
    ...(await updateAll(tx, 'ItemCompany', changes)),
  ];
  for (const after of written) {
    const data = { itemId: after.itemId };
    tx.emit(itemSettingsSet({ before: known.get(after.itemId) ?? null, after, data }));
  }
  return written;
}

/**
 * Sets what items cost as a standard in a company, and answers the settings that now differ. The
 * statements do not grow with the list, but for items whose stock is kept at standard cost:
 * each of those is revalued by itself. NotFound for the company or an item; PRICE_OUT_OF_RANGE.
 */
export async function setMany(
  tx: Tx,
  { companyId, costs }: { readonly companyId: string; readonly costs: readonly CostWanted[] },
): Promise<Settings[]> {
  await companies.get(tx, companyId);
  const itemIds = costs.map(({ itemId }) => itemId);
  await tx.lockAll('Item', itemIds);
  const known = await settingsOf(tx, companyId, itemIds);
  const changed = costs.filter(({ itemId, standardCost }) => {
    inField('standardCost', () => checkedPrice(standardCost));
    return !known.get(itemId)?.standardCost?.eq(standardCost);
  });
  const isAtStandard = ({ itemId }: CostWanted): boolean =>
    known.get(itemId)?.valuationMethod === 'STANDARD';
  const others = changed.filter((one) => !isAtStandard(one));
  const written = await write(tx, companyId, others, known);
  if (others.length > 0) await tellValuations(tx, companyId, others);
  await recordCosts(tx, companyId, others);
  for (const one of changed.filter(isAtStandard))
    written.push(await set(tx, { companyId, ...one }));
  return written;
}
