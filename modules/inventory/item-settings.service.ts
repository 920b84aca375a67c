import { sql } from 'kysely';
import { StaleVersion, inField, checkedPrice, type Decimal } from '../kernel/index.js';
import type { Row, Tx } from '../events/index.js';
import { companies } from '../platform/index.js';
import { ItemArchived } from './errors.js';
import { itemSettingsSet } from './events.js';
import { checkedMethod } from './valuation.rules.js';

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

/**
 * Sets how a company keeps an item. NotFound for the company or item; StaleVersion; ItemArchived;
 * VALUATION_METHOD_UNKNOWN; PRICE_OUT_OF_RANGE at `standardCost`.
 */
export async function set(tx: Tx, input: ItemSettings): Promise<Settings> {
  const { companyId, itemId } = input;
  await companies.get(tx, companyId);
  const item = await tx.lock('Item', itemId);
  if (item.archivedAt) throw new ItemArchived(item.code);
  const before = await settingsOf(tx, input);
  checkVersion(before, input.expectedVersion);
  const { standardCost = before?.standardCost ?? null } = input;
  const method = input.valuationMethod ?? before?.valuationMethod ?? 'MOVING_AVERAGE';
  const columns = {
    valuationMethod: inField('valuationMethod', () => checkedMethod(method)),
    standardCost:
      standardCost === null ? null : inField('standardCost', () => checkedPrice(standardCost)),
  };
  const fresh = { id: tx.newId(), companyId, itemId, createdAt: tx.now, updatedAt: tx.now };
  const after = await tx.db
    .insertInto('ItemCompany')
    .values({ ...fresh, ...columns })
    .onConflict((conflict) =>
      conflict
        .columns(['companyId', 'itemId'])
        .doUpdateSet({ ...columns, version: (before?.version ?? 0) + 1, updatedAt: tx.now }),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
  tx.emit(itemSettingsSet({ before, after, data: { itemId } }));
  return after;
}
