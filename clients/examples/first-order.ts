/** Founds a company, takes on stock and confirms an order. Run it with `npx tsx`. */
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { createClient, done, type Client } from '../typescript/client.js';
import {
  CompanyCreateDocument,
  CustomerUpsertDocument,
  ItemUpsertDocument,
  SalesOrderConfirmDocument,
  SalesOrderCreateDocument,
  StockOpeningBulkDocument,
  WarehouseCreateDocument,
} from '../typescript/generated/graphql.js';

/** Each step under a key of its own: run again within 7 days, it answers the same order. */
export async function firstOrder(client: Client): Promise<{ number: string; status: string }> {
  const { companyCreate } = await client.request(
    CompanyCreateDocument,
    {
      input: {
        code: 'SOUTH',
        name: 'Southwind Cycles',
        countryCode: 'US',
        baseCurrency: 'USD',
        timeZone: 'America/Chicago',
      },
    },
    { idempotencyKey: 'first-order/company' },
  );
  const companyId = done(companyCreate).company!.id;
  const { warehouseCreate } = await client.request(
    WarehouseCreateDocument,
    { input: { companyId, code: 'MAIN', name: 'Main' } },
    { idempotencyKey: 'first-order/warehouse' },
  );
  const warehouseId = done(warehouseCreate).warehouse!.id;
  const itemId = await stockedItem(client, { companyId, warehouseId });
  const { customerUpsert } = await client.request(CustomerUpsertDocument, {
    input: { code: 'LAKESIDE', name: 'Lakeside Bikes', currency: 'USD' },
  });
  const customerId = done(customerUpsert).customer!.id;
  const lines = [{ itemId, quantity: '3', unitPrice: '129.90' }];
  const { salesOrderCreate } = await client.request(
    SalesOrderCreateDocument,
    { input: { companyId, customerId, warehouseId, lines } },
    { idempotencyKey: 'first-order/create' },
  );
  const { id } = done(salesOrderCreate).salesOrder!;
  const { salesOrderConfirm } = await client.request(
    SalesOrderConfirmDocument,
    { input: { id, policy: 'ALL_OR_NOTHING' } },
    { idempotencyKey: 'first-order/confirm' },
  );
  return done(salesOrderConfirm).salesOrder!;
}

async function stockedItem(
  client: Client,
  place: { readonly companyId: string; readonly warehouseId: string },
): Promise<string> {
  const { itemUpsert } = await client.request(ItemUpsertDocument, {
    input: { code: 'HELMET', name: 'Helmet', unit: 'C62', isSold: true },
  });
  const itemId = done(itemUpsert).item!.id;
  const { stockOpeningBulk } = await client.request(
    StockOpeningBulkDocument,
    { input: { rows: [{ ...place, itemId, quantity: '25', unitCost: '61' }] } },
    { idempotencyKey: 'first-order/opening' },
  );
  done(done(stockOpeningBulk).results[0]);
  return itemId;
}

async function main(): Promise<void> {
  const { GRAPH_URL = 'http://127.0.0.1:4000/graphql', API_KEY } = process.env;
  const token = API_KEY ?? (await readFile('.data/api-key', 'utf8')).trim();
  const client = createClient({ url: GRAPH_URL, token });
  try {
    const { number, status } = await firstOrder(client);
    console.log(`${number} is ${status}.`);
  } finally {
    await client.close();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
