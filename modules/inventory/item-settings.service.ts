import { sql } from 'kysely';
import { StaleVersion, ZERO, localDateAt, type Decimal } from '../kernel/index.js';
import type { Row, Tx } from '../events/index.js';
import { companies } from '../platform/index.js';
import { ItemArchived } from './errors.js';
import { itemSettingsSet, stockRevalued } from './events.js';
import { recordCosts } from './standard-cost-record.service.js';
import { keptItem, revaluedBy, type KeptItem } from './item-settings.rules.js';
import { writeStock } from './stock-write.service.js';
import { holdValuations, type Valuation } from './valuation.service.js';

type Settings = Row<'ItemCompany'>;

/** How a company keeps an item. Absent keeps, or takes the default; null clears. */
export interface ItemSettings {
  readonly companyId: string;
  readonly itemId: string;
  /** MOVING_AVERAGE when nothing was said. */
  readonly valuationMethod?: string;
  /** In base currency for one stock unit. */
  readonly standardCost?: Decimal | null;
  readonly expectedVersion?: number | null;
}

async function settingsOf(tx: Tx, { companyId, itemId }: ItemSettings): Promise<Settings | null> {
  const { rows } = await sql<Settings>`
    select * from "ItemCompany" where "companyId" = ${companyId} and "itemId" = ${itemId}
    for no key update
  `.execute(tx.db);
  return rows[0] ?? null;
}

function checkVersion(before: Settings | null, expected: number | null | undefined): void {
  const version = before?.version ?? 0;
  if (expected === null || expected === undefined || expected === version) return;
  throw new StaleVersion('ItemCompany', before?.id ?? '', expected, version);
}

/** Writes how the company keeps the item, for the first time or anew. */
async function write(
  tx: Tx,
  { companyId, itemId }: ItemSettings,
  before: Settings | null,
  columns: KeptItem,
): Promise<Settings> {
  const fresh = { id: tx.newId(), companyId, itemId, createdAt: tx.now, updatedAt: tx.now };
  return tx.db
    .insertInto('ItemCompany')
    .values({ ...fresh, ...columns })
    .onConflict((conflict) =>
      conflict
        .columns(['companyId', 'itemId'])
        .doUpdateSet({ ...columns, version: (before?.version ?? 0) + 1, updatedAt: tx.now }),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Lets stock be kept so from now on, worth `difference` more. Two statements at most. */
async function keep(
  tx: Tx,
  valuation: Valuation,
  kept: KeptItem,
  { settings, difference, postedOn }: { settings: Settings; difference: Decimal; postedOn: string },
): Promise<void> {
  const { id, companyId, itemId, currency } = valuation;
  await tx.db
    .updateTable('ItemValuation')
    .set({ method: kept.valuationMethod, standardCost: kept.standardCost, updatedAt: tx.now })
    .where('id', '=', id)
    .execute();
  if (difference.isZero()) return;
  const nothing = { quantity: '0', remainingQuantity: '0', remainingValue: '0' };
  const layer = {
    ...{ id: tx.newId(), companyId, itemId, stockMoveId: null, lineId: null, ...nothing },
    ...{ documentType: 'ItemSettings', documentId: settings.id, value: difference, currency },
    ...{ postedOn, createdAt: tx.now },
  };
  const valuationSteps = [{ id, quantity: ZERO, value: difference }];
  writeStock(tx, { layers: [layer], valuationSteps });
}

/**
 * Sets how a company keeps an item. Stock kept at standard cost is worth more or less by a new one,
 * and the books are told. NotFound for the company or item; StaleVersion; ItemArchived;
 * ValuationMethodInUse; VALUATION_METHOD_UNKNOWN; PRICE_OUT_OF_RANGE, STANDARD_COST_MISSING and
 * AMOUNT_OUT_OF_RANGE at `standardCost`.
 */
export async function set(tx: Tx, input: ItemSettings): Promise<Settings> {
  const { companyId, itemId } = input;
  const company = await companies.get(tx, companyId);
  const item = await tx.lock('Item', itemId);
  if (item.archivedAt) throw new ItemArchived(item.code);
  const before = await settingsOf(tx, input);
  checkVersion(before, input.expectedVersion);
  const currency = company.baseCurrency;
  const [valuation] = (await holdValuations(tx, [{ companyId, itemId, currency }])).values();
  if (!valuation) throw new Error(`The item ${itemId} has no valuation.`);
  const kept = keptItem(input, before);
  const difference = revaluedBy(kept, valuation, item.code);
  const after = await write(tx, input, before, kept);
  const { standardCost } = after;
  if (standardCost !== null) await recordCosts(tx, companyId, [{ itemId, standardCost }]);
  const postedOn = localDateAt(tx.now, company.timeZone);
  await keep(tx, valuation, kept, { settings: after, difference, postedOn });
  tx.emit(itemSettingsSet({ before, after, data: { itemId } }));
  if (!difference.isZero()) {
    const data = { itemId, value: difference, currency, postedOn };
    tx.emit(stockRevalued({ before: after, after, data }));
  }
  return after;
}
