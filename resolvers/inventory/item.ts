import { items } from '../../modules/inventory/index.js';
import { builder } from '../../schema/builder.js';
import { Item, ItemCategory, ItemSettings, ValuationMethod } from '../../schema/inventory/item.js';
import { Company } from '../../schema/platform/company.js';
import { bulkMutation } from '../bulk.js';
import { externalRefsInput, idOf, notCleared, versionInput, type InputFields } from '../inputs.js';
import { customFieldsInput } from '../custom-fields.js';
import { mutation } from '../mutation.js';
import { reads } from '../reads.js';

reads(Item, { one: 'item', many: 'items' });

const ItemUnitInput = builder.inputType('ItemUnitInput', {
  description: 'Another unit an item comes in.',
  fields: (t) => ({
    unit: t.string({ required: true, description: 'The UN/CEFACT code of the unit.' }),
    factor: t.field({
      type: 'Decimal',
      required: true,
      description: 'How many stock units one of it is.',
    }),
  }),
});

const detailFields = (t: InputFields) => ({
  name: t.string({ description: 'The name; a new item needs one.' }),
  description: t.string({ description: 'What more is to be said of it.' }),
  category: t.string({ description: 'A word that it is listed under.' }),
  gtin: t.string({ description: 'The Global Trade Item Number (GS1), with its check digit.' }),
  manufacturerPartNumber: t.string({ description: 'What its manufacturer calls it.' }),
  categoryId: idOf(t, ItemCategory, { description: 'The category it is in.' }),
  unit: t.string({
    description: 'The UN/CEFACT code of its stock unit; a new item needs one, and it stays.',
  }),
  isMade: t.boolean({ description: 'Whether it is made in house.' }),
  isBought: t.boolean({ description: 'Whether it is bought.' }),
  isSold: t.boolean({ description: 'Whether it is sold.' }),
  isStocked: t.boolean({ description: 'Whether stock of it is kept.' }),
  isLotTracked: t.boolean({
    description: 'Whether it is kept by lots; settled before its first stock.',
  }),
  customFields: customFieldsInput(t, Item),
});

const itemFields = (t: InputFields) => ({
  code: t.string({
    description: "The code, unique; from the group's series when a new one has none.",
  }),
  ...detailFields(t),
  units: t.field({
    type: [ItemUnitInput],
    description: 'All units beside the stock unit; absent keeps those there.',
  }),
  externalRefs: externalRefsInput(t),
});

interface Details {
  readonly name?: string | null;
  readonly unit?: string | null;
  readonly isMade?: boolean | null;
  readonly isBought?: boolean | null;
  readonly isSold?: boolean | null;
  readonly isStocked?: boolean | null;
  readonly isLotTracked?: boolean | null;
}

/** What an item must have is never cleared. */
const filled = <Row extends Details>(row: Row) =>
  notCleared(row, 'name', 'unit', 'isMade', 'isBought', 'isSold', 'isStocked', 'isLotTracked');

mutation('itemUpsert', {
  description: 'Makes an item, or changes the one with its code or external reference.',
  permission: 'inventory.item.create',
  input: itemFields,
  answers: { item: Item },
  customFields: { noun: Item, answer: 'item' },
  run: async (tx, { units, ...input }) => ({
    item: await items.upsert(tx, { ...filled(input), ...(units && { units }) }),
  }),
});

bulkMutation('itemsBulk', {
  description: 'Makes or changes up to 250 items by code or external reference.',
  permission: 'inventory.item.create',
  field: 'item',
  noun: Item,
  row: itemFields,
  customFields: {},
  run: (tx, rows) =>
    items.upsertMany(
      tx,
      rows.map(({ units, ...row }) => ({ ...filled(row), ...(units && { units }) })),
    ),
});

mutation('itemChange', {
  description: 'Changes what is told of an item. Absent keeps, null clears.',
  permission: 'inventory.item.change',
  input: (t) => ({
    id: idOf(t, Item, { required: true, description: 'The item.' }),
    expectedVersion: versionInput(t),
    ...detailFields(t),
  }),
  answers: { item: Item },
  customFields: { noun: Item, answer: 'item' },
  run: async (tx, input) => ({ item: await items.change(tx, filled(input)) }),
});

mutation('itemArchive', {
  description: 'Takes an item out of daily use; nothing of it is deleted.',
  permission: 'inventory.item.archive',
  input: (t) => ({
    id: idOf(t, Item, { required: true, description: 'The item.' }),
    expectedVersion: versionInput(t),
  }),
  answers: { item: Item },
  run: async (tx, input) => ({ item: await items.archive(tx, input) }),
});

mutation('itemSettingsSet', {
  description: 'Says how a company keeps and values an item. Absent keeps, null clears.',
  permission: 'inventory.itemSettings.set',
  input: (t) => ({
    itemId: idOf(t, Item, { required: true, description: 'The item.' }),
    companyId: idOf(t, Company, { required: true, description: 'The company that keeps it so.' }),
    expectedVersion: versionInput(t),
    valuationMethod: t.field({ type: ValuationMethod, description: 'How its stock is valued.' }),
    standardCost: t.field({
      type: 'Decimal',
      description: "In the company's base currency for one stock unit.",
    }),
  }),
  answers: { itemSettings: ItemSettings },
  run: async (tx, input) => ({
    itemSettings: await items.setSettings(tx, notCleared(input, 'valuationMethod')),
  }),
});
