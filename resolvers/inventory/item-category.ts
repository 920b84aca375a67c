import { itemCategories, standardCosts } from '../../modules/inventory/index.js';
import { Item, ItemCategory, StandardCost } from '../../schema/inventory/item.js';
import { Company } from '../../schema/platform/company.js';
import { bulkMutation } from '../bulk.js';
import { externalRefsInput, idOf, type InputFields } from '../inputs.js';
import { mutation } from '../mutation.js';
import { list, reads } from '../reads.js';

reads(ItemCategory, { one: 'itemCategory', many: 'itemCategories' });
list(StandardCost, 'standardCosts', 'What items cost as a standard, by company and day.');

const categoryFields = (t: InputFields) => ({
  code: t.string({ required: true, description: 'The code, unique.' }),
  name: t.string({ description: 'The name; a new category needs one.' }),
  parentId: idOf(t, ItemCategory, {
    description: 'The category above it; null puts it at the top, absent leaves it where it is.',
  }),
  parentCode: t.string({
    description: 'The code of the category above it, instead of its id; another row may make it.',
  }),
  externalRefs: externalRefsInput(t),
});

mutation('itemCategoryUpsert', {
  description: 'Makes a category of items, or changes the one with its code or reference.',
  permission: 'inventory.itemCategory.create',
  input: categoryFields,
  answers: { itemCategory: ItemCategory },
  run: async (tx, input) => ({ itemCategory: await itemCategories.upsert(tx, input) }),
});

bulkMutation('itemCategoriesBulk', {
  description: 'Makes or changes up to 250 categories of items by code or external reference.',
  permission: 'inventory.itemCategory.create',
  field: 'itemCategory',
  noun: ItemCategory,
  row: categoryFields,
  run: (tx, rows) => itemCategories.upsertMany(tx, rows),
});

bulkMutation('standardCostsBulk', {
  description:
    'Sets up to 250 standard costs of items from days on; the latest of each counts from now on.',
  permission: 'inventory.standardCost.set',
  field: 'standardCost',
  noun: StandardCost,
  row: (t) => ({
    companyId: idOf(t, Company, { required: true, description: 'The company.' }),
    itemId: idOf(t, Item, { required: true, description: 'The item.' }),
    validFrom: t.field({
      type: 'Date',
      required: true,
      description: 'The first day: today at the latest; a cost of the same day is replaced.',
    }),
    standardCost: t.field({
      type: 'Decimal',
      required: true,
      description: "For one stock unit, in the company's base currency.",
    }),
  }),
  run: (tx, rows) => standardCosts.upsertMany(tx, rows),
});
