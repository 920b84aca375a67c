import { furtherVerb } from '../further-verbs.js';
import { stockCounts } from '../../modules/inventory/index.js';
import { builder } from '../../schema/builder.js';
import { Item } from '../../schema/inventory/item.js';
import { Lot } from '../../schema/inventory/lot.js';
import { Bin, StockStatus, Warehouse } from '../../schema/inventory/stock.js';
import { StockCount, StockCountLine } from '../../schema/inventory/stock-documents.js';
import { idOf, idsOf, versionInput, type InputFields } from '../inputs.js';
import { mutation } from '../mutation.js';
import { reads } from '../reads.js';

reads(StockCount, { one: 'stockCount', many: 'stockCounts' });

const StockCountLineInput = builder.inputType('StockCountLineInput', {
  description: 'A place that is to be counted, or what was found there.',
  fields: (t) => ({
    itemId: idOf(t, Item, { required: true, description: 'The item.' }),
    binId: idOf(t, Bin, { description: 'The bin: MAIN unless told.' }),
    lotId: idOf(t, Lot, { description: 'The lot; an item that is kept by lots needs one.' }),
    status: t.field({
      type: StockStatus,
      description: 'What the stock there may be used for: AVAILABLE unless told.',
    }),
    counted: t.field({ type: 'Decimal', description: 'What was found, when that is known.' }),
    unit: t.string({ description: "The unit of the count: the item's stock unit unless told." }),
  }),
});

const StockCountEntryInput = builder.inputType('StockCountEntryInput', {
  description: 'What was found on a line of a count.',
  fields: (t) => ({
    id: idOf(t, StockCountLine, { required: true, description: 'The line.' }),
    counted: t.field({ type: 'Decimal', required: true, description: 'What was found.' }),
    unit: t.string({ description: "The unit of the count: the item's stock unit unless told." }),
  }),
});

/** The count that a verb moves, as the caller has read it. */
const theCount = (t: InputFields) => ({
  id: idOf(t, StockCount, { required: true, description: 'The count.' }),
  expectedVersion: versionInput(t),
});

mutation('stockCountCreate', {
  description: 'Opens a count: of the places named, or of all in which something lies.',
  permission: 'inventory.stockCount.create',
  needsKey: true,
  input: (t) => ({
    warehouseId: idOf(t, Warehouse, {
      required: true,
      description: 'The warehouse that is counted.',
    }),
    reason: t.string({ description: 'Why it is counted.' }),
    documentOn: t.field({ type: 'Date', description: 'The day it is dated: today unless told.' }),
    lines: t.field({
      type: [StockCountLineInput],
      description: 'The places, at most 1,000; all in which something lies unless told.',
    }),
    itemIds: idsOf(t, Item, { description: 'Only places of these items, where no line is told.' }),
    binIds: idsOf(t, Bin, { description: 'Only these bins, where no line is told.' }),
    post: t.boolean({
      description: 'Posts it at once, when all is counted; needs inventory.stockCount.post.',
      extensions: furtherVerb(['inventory.stockCount.post']),
    }),
  }),
  answers: { stockCount: StockCount },
  run: async (tx, input) => ({ stockCount: await stockCounts.create(tx, input) }),
});

mutation('stockCountEnter', {
  description: 'Enters what was found; what the books say of the place is taken at that moment.',
  permission: 'inventory.stockCount.enter',
  input: (t) => ({
    ...theCount(t),
    lines: t.field({
      type: [StockCountEntryInput],
      required: true,
      defaultValue: [],
      description: 'What was found on lines of the count.',
    }),
    found: t.field({
      type: [StockCountLineInput],
      required: true,
      defaultValue: [],
      description: 'What was found in places that are not on the list.',
    }),
  }),
  answers: { stockCount: StockCount },
  run: async (tx, input) => ({ stockCount: await stockCounts.enter(tx, input) }),
});

mutation('stockCountPost', {
  description: 'Puts stock right by what was counted; the difference goes into the books.',
  permission: 'inventory.stockCount.post',
  needsKey: true,
  input: (t) => ({
    ...theCount(t),
    postedOn: t.field({ type: 'Date', description: 'The business day: today unless told.' }),
  }),
  answers: { stockCount: StockCount },
  run: async (tx, input) => ({ stockCount: await stockCounts.post(tx, input) }),
});

mutation('stockCountCancel', {
  description: 'Gives up a count; nothing of stock changes.',
  permission: 'inventory.stockCount.cancel',
  input: theCount,
  answers: { stockCount: StockCount },
  run: async (tx, input) => ({ stockCount: await stockCounts.cancel(tx, input) }),
});
