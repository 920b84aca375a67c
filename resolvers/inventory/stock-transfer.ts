import { furtherVerb } from '../further-verbs.js';
import { stockTransfers } from '../../modules/inventory/index.js';
import { builder } from '../../schema/builder.js';
import { Item } from '../../schema/inventory/item.js';
import { Lot } from '../../schema/inventory/lot.js';
import { Bin, StockStatus, Warehouse } from '../../schema/inventory/stock.js';
import { StockTransfer } from '../../schema/inventory/stock-documents.js';
import { idOf, versionInput, type InputFields } from '../inputs.js';
import { mutation } from '../mutation.js';
import { reads } from '../reads.js';

reads(StockTransfer, { one: 'stockTransfer', many: 'stockTransfers' });

const StockTransferLineInput = builder.inputType('StockTransferLineInput', {
  description: 'So much of one item that is carried.',
  fields: (t) => ({
    itemId: idOf(t, Item, { required: true, description: 'The item.' }),
    fromBinId: idOf(t, Bin, { description: 'The bin it is taken from: MAIN unless told.' }),
    toBinId: idOf(t, Bin, { description: 'The bin it is brought to: MAIN unless told.' }),
    lotId: idOf(t, Lot, { description: 'The lot; an item that is kept by lots needs one.' }),
    quantity: t.field({ type: 'Decimal', required: true, description: 'How much is carried.' }),
    unit: t.string({ description: "The unit of the quantity: the item's stock unit unless told." }),
    fromStatus: t.field({
      type: StockStatus,
      description: 'What it may be used for before: AVAILABLE unless told.',
    }),
    toStatus: t.field({
      type: StockStatus,
      description: 'What it may be used for after: as before unless told.',
    }),
  }),
});

/** The transfer that a verb moves, as the caller has read it. */
const theTransfer = (t: InputFields) => ({
  id: idOf(t, StockTransfer, { required: true, description: 'The transfer.' }),
  expectedVersion: versionInput(t),
});

mutation('stockTransferCreate', {
  description:
    'Plans to carry goods within a company: to other bins, another warehouse or another status.',
  permission: 'inventory.stockTransfer.create',
  needsKey: true,
  input: (t) => ({
    fromWarehouseId: idOf(t, Warehouse, {
      required: true,
      description: 'The warehouse the goods are taken from.',
    }),
    toWarehouseId: idOf(t, Warehouse, {
      description: 'The warehouse they are brought to: the same unless told.',
    }),
    note: t.string({ description: 'What is to be said of it.' }),
    documentOn: t.field({ type: 'Date', description: 'The day it is dated: today unless told.' }),
    lines: t.field({
      type: [StockTransferLineInput],
      required: true,
      description: 'What is carried, at most 1,000 lines.',
    }),
    post: t.boolean({
      description: 'Carries the goods at once; needs the permission inventory.stockTransfer.post.',
      extensions: furtherVerb(['inventory.stockTransfer.post']),
    }),
  }),
  answers: { stockTransfer: StockTransfer },
  run: async (tx, input) => ({ stockTransfer: await stockTransfers.create(tx, input) }),
});

mutation('stockTransferPost', {
  description: 'Carries the goods: they leave their places and are in the others.',
  permission: 'inventory.stockTransfer.post',
  needsKey: true,
  input: (t) => ({
    ...theTransfer(t),
    postedOn: t.field({ type: 'Date', description: 'The business day: today unless told.' }),
  }),
  answers: { stockTransfer: StockTransfer },
  run: async (tx, input) => ({ stockTransfer: await stockTransfers.post(tx, input) }),
});

mutation('stockTransferCancel', {
  description: 'Gives up a transfer that was not posted.',
  permission: 'inventory.stockTransfer.cancel',
  input: theTransfer,
  answers: { stockTransfer: StockTransfer },
  run: async (tx, input) => ({ stockTransfer: await stockTransfers.cancel(tx, input) }),
});
