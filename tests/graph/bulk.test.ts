import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGraph, type TestGraph } from '../support/graph.js';
import { openShop, type Shop } from '../support/graph-shop.js';
import { brokenInvariants } from '../support/invariants.js';

let graph: TestGraph;
let shop: Shop;
let supplierId: string;
let workCenterIds: string[];
let priceListId: string;
let itemIds: string[];

interface Result {
  readonly node: { readonly id: string; readonly version: number } | null;
  readonly userErrors: readonly { readonly code: string; readonly path: unknown[] }[];
}

/** Sends a list, and answers what became of each of its rows. */
async function load(verb: string, noun: string, rows: readonly object[]): Promise<Result[]> {
  const input = `${verb[0]!.toUpperCase()}${verb.slice(1)}Input`;
  const query = `mutation ($input: ${input}!) { ${verb}(input: $input) {
    results { node: ${noun} { id version } userErrors { code path } } userErrors { code } } }`;
  const headers = { 'idempotency-key': randomUUID() };
  const { data, errors } = await graph.ask(query, { input: { rows } }, headers);
  const payload = data?.[verb] as { results: Result[]; userErrors: unknown[] } | undefined;
  expect({ verb, errors, userErrors: payload?.userErrors }).toEqual({ verb, userErrors: [] });
  return payload!.results;
}

const refusals = (results: readonly Result[]) =>
  results.flatMap(({ userErrors }) => userErrors.map(({ code }) => code));
const idsOf = (results: readonly Result[]) => results.map(({ node }) => node?.id ?? 'refused');

const padded = (index: number): string => String(index).padStart(3, '0');
const list = (count: number, tag: string, row: (code: string, index: number) => object) =>
  Array.from({ length: count }, (_, index) => row(`${tag}${padded(index)}`, index));
const refOf = (key: string) => [{ system: 'legacy', key }];

beforeAll(async () => {
  graph = await openGraph();
  shop = await openShop(graph.client);
  const { companyId } = shop;
  [supplierId] = idsOf(
    await load('suppliersBulk', 'supplier', [{ code: 'S-1', name: 'Mill', currency: 'USD' }]),
  ) as [string];
  workCenterIds = idsOf(
    await load(
      'workCentersBulk',
      'workCenter',
      list(2, 'WC', (code) => ({ companyId, code, name: code })),
    ),
  );
  const prices = { companyId, code: 'BASE', name: 'Base', currency: 'USD' };
  [priceListId] = idsOf(await load('priceListsBulk', 'priceList', [prices])) as [string];
  const items = list(250, 'PART', (code) => ({ code, name: code, unit: 'C62', isMade: true }));
  itemIds = idsOf(await load('itemsBulk', 'item', items));
});

afterAll(async () => {
  expect(await brokenInvariants(graph.database)).toEqual([]);
  await graph.close();
});

interface Verb {
  readonly verb: string;
  readonly noun: string;
  readonly row: (code: string, index: number) => object;
  /** A list that only answers what it made is not changed by a second one. */
  readonly most?: number;
}

const day = (index: number): string =>
  new Date(Date.UTC(2024, 0, 1 + index)).toISOString().slice(0, 10);

const START = '2025-12-31';

const verbs: readonly Verb[] = [
  {
    verb: 'unitsBulk',
    noun: 'unit',
    row: (code) => ({ code, name: code, dimension: 'MASS', factor: '0.5' }),
  },
  {
    verb: 'exchangeRatesBulk',
    noun: 'exchangeRate',
    row: (code, index) => ({
      from: code.startsWith('A') ? 'EUR' : 'GBP',
      to: 'CHF',
      validFrom: day(index),
      rate: '1.1',
    }),
  },
  {
    verb: 'paymentTermsBulk',
    noun: 'paymentTerms',
    row: (code) => ({ code, name: code, netDays: 7 }),
  },
  {
    verb: 'taxCodesBulk',
    noun: 'taxCode',
    row: (code) => ({ companyId: shop.companyId, code, name: code, ratePercent: '7' }),
  },
  {
    verb: 'warehousesBulk',
    noun: 'warehouse',
    row: (code) => ({ companyId: shop.companyId, code, name: code }),
  },
  { verb: 'binsBulk', noun: 'bin', row: (code) => ({ warehouseId: shop.warehouseId, code }) },
  {
    verb: 'itemCategoriesBulk',
    noun: 'itemCategory',
    row: (code) => ({ code, name: code, externalRefs: refOf(code) }),
  },
  {
    verb: 'itemsBulk',
    noun: 'item',
    row: (code) => ({ code, name: code, unit: 'C62', externalRefs: refOf(code) }),
  },
  {
    verb: 'standardCostsBulk',
    noun: 'standardCost',
    row: (code, index) => ({
      ...{ companyId: shop.companyId, itemId: itemIds[index] },
      ...{ validFrom: code.startsWith('A') ? '2025-01-01' : '2025-02-01', standardCost: '2.5' },
    }),
  },
  {
    verb: 'customersBulk',
    noun: 'customer',
    row: (code) => ({
      ...{ code, name: code, currency: 'USD', externalRefs: refOf(code) },
      contacts: [{ lastName: 'Ann' }, { lastName: 'Bob' }],
      addresses: [{ kind: 'BILLING', line1: '1 Main St', city: 'Springfield', countryCode: 'US' }],
    }),
  },
  {
    verb: 'suppliersBulk',
    noun: 'supplier',
    row: (code) => ({ code, name: code, currency: 'USD', externalRefs: refOf(code) }),
  },
  {
    verb: 'supplierPricesBulk',
    noun: 'supplierPrice',
    row: (code, index) => ({
      ...{ supplierId, itemId: itemIds[index], unitPrice: '3', currency: 'USD', leadTimeDays: 3 },
      minQuantity: code.startsWith('A') ? '1' : '10',
    }),
  },
  {
    verb: 'priceListsBulk',
    noun: 'priceList',
    row: (code) => ({ companyId: shop.companyId, code, name: code, currency: 'USD' }),
  },
  {
    verb: 'pricesBulk',
    noun: 'price',
    row: (code, index) => ({
      ...{ priceListId, itemId: itemIds[index], unitPrice: '9' },
      minQuantity: code.startsWith('A') ? '1' : '10',
    }),
  },
  {
    verb: 'workCentersBulk',
    noun: 'workCenter',
    row: (code) => ({ companyId: shop.companyId, code, name: code, externalRefs: refOf(code) }),
  },
  {
    verb: 'workCenterRatesBulk',
    noun: 'workCenterRate',
    row: (code, index) => ({
      ...{ workCenterId: workCenterIds[code.startsWith('A') ? 0 : 1], validFrom: day(index) },
      labourRate: '30',
    }),
  },
  {
    verb: 'bomsBulk',
    noun: 'bom',
    row: (code, index) => ({
      ...{ companyId: shop.companyId, itemId: itemIds[index], revision: code.slice(0, 1) },
      ...{ validFrom: code.startsWith('A') ? '2025-01-01' : '2025-06-01', isReleased: true },
      ...{ lines: [{ itemId: shop.itemId, quantity: '2' }], externalRefs: refOf(code) },
    }),
  },
  {
    verb: 'routingsBulk',
    noun: 'routing',
    row: (code, index) => ({
      ...{ companyId: shop.companyId, itemId: itemIds[index], revision: code.slice(0, 1) },
      ...{ validFrom: code.startsWith('A') ? '2025-01-01' : '2025-06-01', isReleased: true },
      operations: [{ name: 'Make', workCenterId: workCenterIds[0], runMinutes: '5' }],
      externalRefs: refOf(code),
    }),
  },
  {
    verb: 'stockOpeningBulk',
    noun: 'stockOpening',
    row: (code, index) => ({
      ...{ companyId: shop.companyId, warehouseId: shop.warehouseId, itemId: itemIds[index] },
      ...{ quantity: '5', unitCost: '2', postedOn: START, externalRefs: refOf(code) },
    }),
  },
  {
    verb: 'openingBalancesBulk',
    noun: 'openingBalance',
    row: (code) => ({
      ...{ companyId: shop.companyId, accountRole: 'BANK', side: 'DEBIT', amount: '10' },
      ...{ project: code, postedOn: START },
    }),
  },
  {
    verb: 'openSalesInvoicesBulk',
    noun: 'salesInvoice',
    row: (code) => ({
      ...{ companyId: shop.companyId, customerId: shop.customerId, number: code },
      ...{ documentOn: '2025-12-01', openAmount: '12.5', postedOn: START },
    }),
  },
  {
    verb: 'openPurchaseInvoicesBulk',
    noun: 'purchaseInvoice',
    row: (code) => ({
      ...{ companyId: shop.companyId, supplierId, number: code },
      ...{ documentOn: '2025-12-01', openAmount: '12.5', postedOn: START },
    }),
  },
  {
    verb: 'purchaseOrdersBulk',
    noun: 'purchaseOrder',
    row: (code, index) => ({
      ...{ companyId: shop.companyId, supplierId, warehouseId: shop.warehouseId },
      lines: [{ itemId: itemIds[index], quantity: '20', unitPrice: '3' }],
      externalRefs: refOf(code),
    }),
  },
  {
    verb: 'salesOrdersBulk',
    noun: 'salesOrder',
    row: (code, index) => ({
      ...{ companyId: shop.companyId, customerId: shop.customerId, warehouseId: shop.warehouseId },
      lines: [{ itemId: itemIds[index], quantity: '1', unitPrice: '9' }],
      externalRefs: refOf(code),
    }),
  },
];

describe.each(verbs)('$verb', ({ verb, noun, row }) => {
  it('costs as many statements for 250 rows as for 25, and changes nothing the second time', async () => {
    const cost = async (rows: readonly object[]) => graph.caused(() => load(verb, noun, rows));
    const small = await cost(list(25, 'B', row));
    const large = await cost(list(250, 'A', row));
    expect(refusals([...small.value, ...large.value])).toEqual([]);
    expect(large.texts.length).toBeLessThanOrEqual(small.texts.length + 3);
    expect(new Set(idsOf(large.value)).size).toBe(250);
    const again = await load(verb, noun, list(250, 'A', row));
    expect(again.map(({ node }) => node)).toEqual(
      (await load(verb, noun, list(250, 'A', row))).map(({ node }) => node),
    );
    expect(idsOf(again)).toEqual(idsOf(large.value));
    expect(again.map(({ node }) => node!.version)).toEqual(
      large.value.map(({ node }) => node!.version),
    );
  });

  it('refuses the second of two rows for the same, and keeps the first', async () => {
    const one = row('C900', 249);
    const results = await load(verb, noun, [one, one]);
    const [first, second] = results;
    expect(refusals([first!])).toEqual([]);
    expect(refusals([second!])).toEqual(['DUPLICATE_KEY']);
    expect(second!.userErrors[0]!.path.slice(0, 3)).toEqual(['input', 'rows', '1']);
  });
});
