import { done, type Client } from '../../clients/typescript/client.js';
import {
  CompanyCreateDocument,
  CustomerUpsertDocument,
  ItemUpsertDocument,
  StockOpeningBulkDocument,
  TaxCodeCreateDocument,
  WarehouseCreateDocument,
  type CustomerUpsertInput,
} from '../../clients/typescript/generated/graphql.js';

/** What a company needs before it can sell, by global ids. */
export interface Shop {
  readonly companyId: string;
  readonly warehouseId: string;
  readonly taxCodeId: string;
  readonly customerId: string;
  readonly itemId: string;
}

/** Founds a company with a customer and an item of which 100 lie in its warehouse at 20 each. */
export async function openShop(client: Client, code = 'ACME'): Promise<Shop> {
  const companyId = await found(client, code);
  const warehouseId = await warehouse(client, companyId);
  const { taxCodeCreate } = await client.request(TaxCodeCreateDocument, {
    input: { companyId, code: 'SALES', name: 'Sales tax', ratePercent: '10' },
  });
  const customerId = await customer(client, { code: `${code}-C`, name: `Customer of ${code}` });
  const itemId = await item(client, `${code}-I`);
  await opening(client, { companyId, warehouseId, itemId });
  return { companyId, warehouseId, customerId, itemId, taxCodeId: done(taxCodeCreate).taxCode!.id };
}

export async function found(client: Client, code: string): Promise<string> {
  const { companyCreate } = await client.request(CompanyCreateDocument, {
    input: { code, name: code, countryCode: 'US', baseCurrency: 'USD', timeZone: 'Etc/UTC' },
  });
  return done(companyCreate).company!.id;
}

export async function warehouse(client: Client, companyId: string): Promise<string> {
  const { warehouseCreate } = await client.request(WarehouseCreateDocument, {
    input: { companyId, code: 'MAIN', name: 'Main' },
  });
  return done(warehouseCreate).warehouse!.id;
}

export async function customer(
  client: Client,
  input: Partial<CustomerUpsertInput> = {},
): Promise<string> {
  const { customerUpsert } = await client.request(CustomerUpsertDocument, {
    input: { name: 'Customer', currency: 'USD', ...input },
  });
  return done(customerUpsert).customer!.id;
}

export async function item(client: Client, code: string): Promise<string> {
  const { itemUpsert } = await client.request(ItemUpsertDocument, {
    input: { code, name: code, unit: 'C62', isSold: true, isStocked: true },
  });
  return done(itemUpsert).item!.id;
}

export async function opening(
  client: Client,
  place: Pick<Shop, 'companyId' | 'warehouseId' | 'itemId'>,
  quantity = '100',
): Promise<void> {
  const { stockOpeningBulk } = await client.request(
    StockOpeningBulkDocument,
    { input: { rows: [{ ...place, quantity, unitCost: '20' }] } },
    { idempotencyKey: `opening-${place.itemId}-${place.warehouseId}` },
  );
  done(done(stockOpeningBulk).results[0]);
}
