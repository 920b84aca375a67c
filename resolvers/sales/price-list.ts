import { priceLists, prices, salesSettings } from '../../modules/sales/index.js';
import { builder } from '../../schema/builder.js';
import { Customer } from '../../schema/crm/customer.js';
import { Item } from '../../schema/inventory/item.js';
import { Company } from '../../schema/platform/company.js';
import { PriceList, PriceListPrice, SalesSettings } from '../../schema/sales/price-list.js';
import { bulkMutation } from '../bulk.js';
import { idOf, notCleared, versionInput, type InputFields } from '../inputs.js';
import { mutation } from '../mutation.js';
import { list, reads } from '../reads.js';

reads(PriceList, { one: 'priceList', many: 'priceLists' });
list(PriceListPrice, 'priceListPrices', 'The prices of all lists: filtered, ordered and paged.');

const detailFields = (t: InputFields) => ({
  customerId: idOf(t, Customer, { description: 'Whose list it is; none means everybody.' }),
  validFrom: t.field({ type: 'Date', description: 'The first day on which it holds.' }),
  validTo: t.field({ type: 'Date', description: 'The last day on which it holds.' }),
});

const listFields = (t: InputFields) => ({
  companyId: idOf(t, Company, { required: true, description: 'The company that sells.' }),
  code: t.string({ required: true, description: 'The code, unique in the company.' }),
  name: t.string({ required: true, description: 'The name of the list.' }),
  currency: t.string({ required: true, description: 'The ISO 4217 code of its currency.' }),
  ...detailFields(t),
});

const theList = (t: InputFields) => ({
  id: idOf(t, PriceList, { required: true, description: 'The price list.' }),
  expectedVersion: versionInput(t),
});

mutation('priceListCreate', {
  description: 'Makes a price list, for one customer or for everybody.',
  permission: 'sales.priceList.create',
  input: listFields,
  answers: { priceList: PriceList },
  run: async (tx, input) => ({ priceList: await priceLists.create(tx, input) }),
});

bulkMutation('priceListsBulk', {
  description: 'Makes or changes up to 250 price lists by their codes.',
  permission: 'sales.priceList.create',
  field: 'priceList',
  noun: PriceList,
  row: listFields,
  run: (tx, rows) => priceLists.upsertMany(tx, rows),
});

mutation('priceListChange', {
  description: 'Changes what a price list says of itself. Absent keeps, null clears.',
  permission: 'sales.priceList.change',
  input: (t) => ({
    ...theList(t),
    name: t.string({ description: 'The name of the list.' }),
    ...detailFields(t),
  }),
  answers: { priceList: PriceList },
  run: async (tx, input) => ({ priceList: await priceLists.change(tx, notCleared(input, 'name')) }),
});

mutation('priceListArchive', {
  description: 'Takes a price list out of use: nothing is priced by it any more.',
  permission: 'sales.priceList.archive',
  input: theList,
  answers: { priceList: PriceList },
  run: async (tx, input) => ({ priceList: await priceLists.archive(tx, input) }),
});

const priceFields = (t: InputFields) => ({
  itemId: idOf(t, Item, { required: true, description: 'What is priced.' }),
  unit: t.string({ description: "The unit that is priced: the item's stock unit unless told." }),
  minQuantity: t.field({
    type: 'Decimal',
    description: "From which quantity on it holds, in the price's unit; 0 unless told.",
  }),
  unitPrice: t.field({
    type: 'Decimal',
    required: true,
    description: "What one unit costs, in the list's currency.",
  }),
  validFrom: t.field({ type: 'Date', description: 'The first day on which it holds.' }),
  validTo: t.field({ type: 'Date', description: 'The last day on which it holds.' }),
});

const PriceInput = builder.inputType('PriceInput', {
  description: 'What one unit of an item costs from a quantity on.',
  fields: priceFields,
});

mutation('priceListPricesSet', {
  description:
    'Sets prices of a list, all or none; each replaces the one for its item, unit, break and first day.',
  permission: 'sales.price.set',
  input: (t) => ({
    ...theList(t),
    prices: t.field({ type: [PriceInput], required: true, description: 'The prices.' }),
  }),
  answers: { priceList: PriceList },
  run: async (tx, input) => ({ priceList: await priceLists.setPrices(tx, input) }),
});

bulkMutation('pricesBulk', {
  description:
    'Sets up to 250 prices in their lists; each replaces the one for its item, unit, break and first day.',
  permission: 'sales.price.set',
  field: 'price',
  noun: PriceListPrice,
  row: (t) => ({
    priceListId: idOf(t, PriceList, { required: true, description: 'The list it belongs to.' }),
    ...priceFields(t),
  }),
  run: (tx, rows) => prices.upsertMany(tx, rows),
});

mutation('salesSettingsSet', {
  description: 'Says what a company allows its sellers without asking. Absent keeps, null clears.',
  permission: 'sales.settings.set',
  input: (t) => ({
    companyId: idOf(t, Company, { required: true, description: 'The company.' }),
    expectedVersion: versionInput(t),
    minMarginPercent: t.field({
      type: 'Decimal',
      description: 'A quote that earns less of its net amount needs approval.',
    }),
    maxDiscountPercent: t.field({
      type: 'Decimal',
      description: 'A quote with a line of more discount needs approval.',
    }),
  }),
  answers: { salesSettings: SalesSettings },
  run: async (tx, input) => ({ salesSettings: await salesSettings.set(tx, input) }),
});
