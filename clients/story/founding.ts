import { done, type Client } from '../typescript/client.js';
import {
  CompanyCreateDocument,
  ExchangeRatesBulkDocument,
  PurchasingSettingsSetDocument,
  TaxCodeCreateDocument,
  WarehouseCreateDocument,
} from '../typescript/generated/graphql.js';
import type { Page } from './page.js';
import { company as details, yen } from './trade-data.js';

/** The company and what everything that it does needs, by global ids. */
export interface House {
  readonly companyId: string;
  readonly warehouseId: string;
  readonly taxCodeId: string;
  /** The first day of the year in which it is founded. */
  readonly since: string;
}

/** Each step of the story under a key of its own. */
export const key = (step: string) => ({ idempotencyKey: `story-${step}` });

/** Founds the company, with a warehouse, a tax, a foreign currency and a tolerance for bills. */
export async function foundHouse(client: Client, page: Page): Promise<House> {
  page.chapter('A small maker of bicycles is founded');
  const { companyCreate } = await client.request(CompanyCreateDocument, { input: details });
  const { id: companyId, code, name, baseCurrency } = done(companyCreate).company!;
  page.step('company', code, `${name}, books in ${baseCurrency}`);
  const { warehouseCreate } = await client.request(WarehouseCreateDocument, {
    input: { companyId, code: 'AMS', name: 'Amsterdam harbour' },
  });
  const warehouse = done(warehouseCreate).warehouse!;
  page.step('warehouse', warehouse.code, warehouse.name);
  const { taxCodeCreate } = await client.request(TaxCodeCreateDocument, {
    input: { companyId, code: 'VAT21', name: 'Value added tax', ratePercent: '21' },
  });
  const tax = done(taxCodeCreate).taxCode!;
  page.step('tax code', tax.code, `${tax.name}, ${tax.ratePercent} %`);
  const since = `${new Date().getUTCFullYear()}-01-01`;
  await setRates(client, page, { companyId, since });
  return { companyId, warehouseId: warehouse.id, taxCodeId: tax.id, since };
}

async function setRates(
  client: Client,
  page: Page,
  { companyId, since }: Pick<House, 'companyId' | 'since'>,
): Promise<void> {
  const to = details.baseCurrency;
  const rows = [{ from: yen.currency, to, rate: yen.rate, validFrom: since }];
  const input = { rows };
  const { exchangeRatesBulk } = await client.request(ExchangeRatesBulkDocument, { input });
  const rate = done(done(exchangeRatesBulk).results[0]).exchangeRate!;
  page.step('exchange rate', `${rate.fromCurrency} ${rate.toCurrency}`, rate.rate);
  const { purchasingSettingsSet } = await client.request(PurchasingSettingsSetDocument, {
    input: { companyId, priceTolerancePercent: '5' },
  });
  const { priceTolerancePercent: percent } = done(purchasingSettingsSet).purchasingSettings!;
  page.step('tolerance', `${percent} %`, 'by which a bill may differ from its order');
}
