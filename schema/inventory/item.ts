import { boolean, choice, choices, date, decimal, money, text } from '../columns.js';
import { archivable, codeColumn, documented, versioned } from '../common.js';
import { edge, noun } from '../noun.js';
import { Company } from '../platform/company.js';
import './errors.js';

export const Item = noun('Item', {
  description: 'Anything that is bought, made, stocked or sold. Belongs to the group.',
  permission: 'inventory.item.read',
  company: null,
  extensible: 'inventory.item.change',
  lookups: { code: true, refs: true },
  leadsTo: 'mergedIntoId',
  columns: {
    ...documented,
    ...archivable,
    code: codeColumn('item'),
    name: text('The name of the item.'),
    description: text('What more is to be said of it.', { isNullable: true }),
    category: text('A word that it is listed under; the tree is `itemCategory`.', {
      isNullable: true,
    }),
    gtin: text('The Global Trade Item Number (GS1) of its packing.', { isNullable: true }),
    manufacturerPartNumber: text('What its manufacturer calls it.', { isNullable: true }),
    unit: text('The UN/CEFACT code of the unit its stock is kept in.'),
    isMade: boolean('Whether it is made in house.'),
    isBought: boolean('Whether it is bought.'),
    isSold: boolean('Whether it is sold.'),
    isStocked: boolean('Whether stock of it is kept.'),
    isLotTracked: boolean('Whether it is kept by lots: each receipt and issue names one.'),
  },
});

export const ItemCategory = noun('ItemCategory', {
  description: 'Under what items are found and added up: a tree. Belongs to the group.',
  permission: 'inventory.itemCategory.read',
  company: null,
  lookups: { code: true, refs: true },
  columns: {
    ...documented,
    code: codeColumn('category'),
    name: text('The name of the category.'),
  },
});

export const StandardCost = noun('StandardCost', {
  description: 'What one stock unit of an item costs as a standard in a company from a day on.',
  permission: 'inventory.standardCost.read',
  company: 'companyId',
  columns: {
    ...versioned,
    validFrom: date('The first day on which it counts.'),
    standardCost: money("For one stock unit, in the company's base currency.", 'currency'),
  },
});

export const ItemUnit = noun('ItemUnit', {
  description: 'Another unit an item comes in.',
  permission: 'inventory.item.read',
  company: null,
  columns: {
    ...versioned,
    unit: text('The UN/CEFACT code of the unit.'),
    factor: decimal('How many stock units one of it is.'),
  },
});

export const ValuationMethod = choices('ValuationMethod', 'How stock is valued.', {
  MOVING_AVERAGE: 'What leaves takes its share of the whole value.',
  FIFO: 'What was received first leaves first, at what it cost.',
  STANDARD: 'It is worth what was agreed; what it cost more or less is a variance.',
});

export const ItemSettings = noun('ItemSettings', {
  description: 'How one company keeps and values an item.',
  permission: 'inventory.itemSettings.read',
  company: 'companyId',
  table: 'ItemCompany',
  columns: {
    ...documented,
    valuationMethod: choice(ValuationMethod, 'How its stock is valued.'),
    standardCost: decimal("In the company's base currency for one stock unit.", {
      isNullable: true,
    }),
  },
});

edge(Item, 'units', {
  to: ItemUnit,
  many: true,
  by: 'itemId',
  description: 'The other units it comes in.',
});
edge(ItemUnit, 'item', { to: Item, by: 'itemId', description: 'The item that comes in it.' });
edge(Item, 'settings', {
  to: ItemSettings,
  many: true,
  by: 'itemId',
  description: 'How companies keep and value it.',
});
edge(ItemSettings, 'item', { to: Item, by: 'itemId', description: 'The item.' });
edge(ItemSettings, 'company', {
  to: Company,
  by: 'companyId',
  description: 'The company that keeps it so.',
});

edge(Item, 'itemCategory', {
  to: ItemCategory,
  by: 'categoryId',
  description: 'The category it is in.',
});
edge(ItemCategory, 'items', {
  to: Item,
  many: true,
  by: 'categoryId',
  description: 'The items in it; those of the categories below it are in those.',
});
edge(ItemCategory, 'parent', {
  to: ItemCategory,
  by: 'parentId',
  description: 'The category above it; null at the top.',
});
edge(ItemCategory, 'children', {
  to: ItemCategory,
  many: true,
  by: 'parentId',
  description: 'The categories right below it.',
});
edge(Item, 'costs', {
  to: StandardCost,
  many: true,
  by: 'itemId',
  description: 'What it cost as a standard, by company and day.',
});
edge(StandardCost, 'item', { to: Item, by: 'itemId', description: 'The item.' });
edge(StandardCost, 'company', {
  to: Company,
  by: 'companyId',
  description: 'The company whose standard it is.',
});
