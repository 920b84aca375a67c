import { done, type Client } from '../typescript/client.js';
import {
  CompanyCreateDocument,
  CustomerUpsertDocument,
  ItemsBulkDocument,
  PaymentTermsCreateDocument,
  StockOpeningBulkDocument,
  TaxCodeCreateDocument,
  WarehouseCreateDocument,
} from '../typescript/generated/graphql.js';
import { figure, type Page } from './page.js';
import { customer, goods, type Goods } from './demo.js';

/** What the demo company is made of, by global ids. */
export interface Demo {
  readonly companyId: string;
  readonly warehouseId: string;
  readonly taxCodeId: string;
  readonly customerId: string;
  /** The items in the order of the goods. */
  readonly itemIds: readonly string[];
}

/** Founds a dealer of bicycles with everything that selling needs. */
export async function foundDemo(client: Client, page: Page): Promise<Demo> {
  page.chapter('A company is founded');
  const companyId = await foundCompany(client, page);
  const taxCodeId = await chargeTax(client, page, companyId);
  const warehouseId = await openWarehouse(client, page, companyId);
  page.chapter('It knows a customer and has something to sell');
  const customerId = await enterCustomer(client, page, companyId);
  const itemIds = await enterItems(client, page);
  await takeOnStock(client, page, { companyId, warehouseId, itemIds });
  return { companyId, warehouseId, taxCodeId, customerId, itemIds };
}

async function foundCompany(client: Client, page: Page): Promise<string> {
  const { companyCreate } = await client.request(CompanyCreateDocument, {
    input: {
      code: 'VELO',
      name: 'Velo Works',
      legalName: 'Velo Works B.V.',
      countryCode: 'NL',
      baseCurrency: 'EUR',
      timeZone: 'Europe/Amsterdam',
    },
  });
  const company = done(companyCreate).company!;
  page.step('company', company.code, `${company.name}, books in ${company.baseCurrency}`);
  return company.id;
}

async function chargeTax(client: Client, page: Page, companyId: string): Promise<string> {
  const { taxCodeCreate } = await client.request(TaxCodeCreateDocument, {
    input: { companyId, code: 'VAT21', name: 'Value added tax', ratePercent: '21' },
  });
  const taxCode = done(taxCodeCreate).taxCode!;
  page.step('tax code', taxCode.code, `${taxCode.name}, ${taxCode.ratePercent} %`);
  return taxCode.id;
}

async function openWarehouse(client: Client, page: Page, companyId: string): Promise<string> {
  const { warehouseCreate } = await client.request(WarehouseCreateDocument, {
    input: { companyId, code: 'AMS', name: 'Amsterdam harbour' },
  });
  const warehouse = done(warehouseCreate).warehouse!;
  page.step('warehouse', warehouse.code, warehouse.name);
  return warehouse.id;
}

async function enterCustomer(client: Client, page: Page, companyId: string): Promise<string> {
  const { paymentTermsCreate } = await client.request(PaymentTermsCreateDocument, {
    input: { code: 'VELO14', name: 'Two weeks net', netDays: 14 },
  });
  const terms = done(paymentTermsCreate).paymentTerms!;
  page.step('payment terms', terms.code, `${terms.name}, ${terms.netDays} days`);
  const { creditLimit, ...details } = customer;
  const { customerUpsert } = await client.request(CustomerUpsertDocument, {
    input: { ...details, paymentTermsId: terms.id, terms: [{ companyId, creditLimit }] },
  });
  const { id, code, name, addresses } = done(customerUpsert).customer!;
  const cities = addresses?.nodes.map(({ city }) => city).join(' and ') ?? '';
  page.step('customer', code, `${name} in ${cities}, credit up to ${figure(creditLimit)} EUR`);
  return id;
}

async function enterItems(client: Client, page: Page): Promise<string[]> {
  const rows = goods.map(({ code, name, unit }) => ({
    code,
    name,
    unit,
    isSold: true,
    isStocked: true,
  }));
  const { itemsBulk } = await client.request(ItemsBulkDocument, { input: { rows } });
  return done(itemsBulk).results.map((result, index) => {
    const item = done(result).item!;
    page.step('item', item.code, goods[index]!.name);
    return item.id;
  });
}

async function takeOnStock(
  client: Client,
  page: Page,
  { companyId, warehouseId, itemIds }: Pick<Demo, 'companyId' | 'warehouseId' | 'itemIds'>,
): Promise<void> {
  const stock = (index: number): Goods => goods[index]!;
  const rows = itemIds.map((itemId, index) => {
    const { quantity, unitCost } = stock(index);
    return { companyId, warehouseId, itemId, quantity, unitCost };
  });
  const { stockOpeningBulk } = await client.request(
    StockOpeningBulkDocument,
    { input: { rows } },
    { idempotencyKey: 'story-opening' },
  );
  done(stockOpeningBulk).results.forEach((result, index) => {
    const { quantity, unitCost, code } = stock(index);
    const { number } = done(result).stockOpening!;
    page.step('opening stock', number, `${quantity} × ${code} at ${figure(unitCost)} EUR`);
  });
}
