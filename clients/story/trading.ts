import { done, type Client } from '../typescript/client.js';
import {
  CustomersBulkDocument,
  PaymentTermsCreateDocument,
  PriceListCreateDocument,
  PriceListPricesSetDocument,
  StockOpeningBulkDocument,
  SupplierPricesBulkDocument,
  SuppliersBulkDocument,
} from '../typescript/generated/graphql.js';
import { key, type House } from './founding.js';
import { figure, type Page } from './page.js';
import { customers, prices, spare, suppliers, supplies } from './trade-data.js';
import type { ItemIds } from './workshop.js';

/** With whom the company trades, by global ids. */
export interface Trade {
  readonly supplierIds: ReadonlyMap<string, string>;
  /** Who buys in the story. */
  readonly customerId: string;
}

interface Known {
  readonly house: House;
  readonly itemIds: ItemIds;
}

/** Enters suppliers, customers and prices, and takes on the stock of the first day. */
export async function openTrade(client: Client, page: Page, known: Known): Promise<Trade> {
  page.chapter('It knows suppliers and customers, and has parts in stock');
  const { paymentTermsCreate } = await client.request(PaymentTermsCreateDocument, {
    input: { code: 'VELO14', name: 'Two weeks net', netDays: 14 },
  });
  const { id: paymentTermsId, ...terms } = done(paymentTermsCreate).paymentTerms!;
  page.step('payment terms', terms.code, `${terms.name}, ${terms.netDays} days`);
  const supplierIds = await enterSuppliers(client, page, { paymentTermsId, ...known });
  const customerId = await enterCustomers(client, page, { paymentTermsId, ...known });
  await enterPrices(client, page, known);
  await takeOnStock(client, page, known);
  return { supplierIds, customerId };
}

async function enterSuppliers(
  client: Client,
  page: Page,
  { paymentTermsId, itemIds }: Known & { readonly paymentTermsId: string },
): Promise<ReadonlyMap<string, string>> {
  const rows = suppliers.map(({ code, name, currency, countryCode }) => {
    return { code, name, currency, countryCode, paymentTermsId };
  });
  const { suppliersBulk } = await client.request(SuppliersBulkDocument, { input: { rows } });
  const ids = new Map(
    done(suppliersBulk).results.map((result, index) => {
      return [suppliers[index]!.code, done(result).supplier!.id] as const;
    }),
  );
  const leadTime = new Map(suppliers.map(({ code, leadTimeDays }) => [code, leadTimeDays]));
  const { supplierPricesBulk } = await client.request(SupplierPricesBulkDocument, {
    input: {
      rows: supplies.map(({ item, supplier, unitPrice }) => ({
        supplierId: ids.get(supplier)!,
        itemId: itemIds.get(item)!,
        unitPrice,
        leadTimeDays: leadTime.get(supplier)!,
      })),
    },
  });
  for (const result of done(supplierPricesBulk).results) done(result);
  for (const { code, name, currency, leadTimeDays } of suppliers) {
    const sold = supplies.filter(({ supplier }) => supplier === code).length;
    const told = `${sold} prices in ${currency}, there in ${leadTimeDays} working days`;
    page.step('supplier', code, `${name}: ${told}`);
  }
  return ids;
}

async function enterCustomers(
  client: Client,
  page: Page,
  { paymentTermsId, house }: Known & { readonly paymentTermsId: string },
): Promise<string> {
  const { companyId } = house;
  const rows = customers.map(({ creditLimit, ...details }) => {
    return { ...details, paymentTermsId, terms: [{ companyId, creditLimit }] };
  });
  const { customersBulk } = await client.request(CustomersBulkDocument, { input: { rows } });
  const ids = done(customersBulk).results.map((result) => done(result).customer!.id);
  for (const { code, name, addresses, creditLimit } of customers) {
    const cities = addresses.map(({ city }) => city).join(' and ');
    page.step('customer', code, `${name} in ${cities}, credit up to ${figure(creditLimit)} EUR`);
  }
  return ids[0]!;
}

async function enterPrices(client: Client, page: Page, { house, itemIds }: Known): Promise<void> {
  const { priceListCreate } = await client.request(PriceListCreateDocument, {
    input: { companyId: house.companyId, code: 'DEALERS', name: 'Dealers', currency: 'EUR' },
  });
  const { id, code } = done(priceListCreate).priceList!;
  const { priceListPricesSet } = await client.request(PriceListPricesSetDocument, {
    input: {
      id,
      prices: prices.map(({ item, ...price }) => ({ itemId: itemIds.get(item)!, ...price })),
    },
  });
  done(priceListPricesSet);
  const told = prices.map(({ item, unitPrice, minQuantity }) => {
    return minQuantity === undefined
      ? `${item} ${figure(unitPrice)}`
      : `from ${minQuantity} on ${figure(unitPrice)}`;
  });
  page.step('price list', code, told.join(', '));
}

async function takeOnStock(client: Client, page: Page, { house, itemIds }: Known): Promise<void> {
  const { companyId, warehouseId } = house;
  const stock = [...supplies, spare];
  const rows = stock.map(({ item, inStock: quantity, unitCost }) => {
    return { companyId, warehouseId, itemId: itemIds.get(item)!, quantity, unitCost };
  });
  const { stockOpeningBulk } = await client.request(
    StockOpeningBulkDocument,
    { input: { rows } },
    key('opening'),
  );
  const numbers = done(stockOpeningBulk).results.map((one) => done(one).stockOpening!.number);
  const told = `to ${numbers.at(-1)}: ${supplies.length} bought parts and a spare ${spare.item}`;
  page.step('opening stock', numbers[0]!, told);
}
