import { bins, openings, warehouses } from '../../modules/inventory/index.js';
import { Item } from '../../schema/inventory/item.js';
import {
  Bin,
  Reservation,
  StockLevel,
  StockMove,
  StockOpening,
  Warehouse,
} from '../../schema/inventory/stock.js';
import { StockBalance } from '../../schema/inventory/stock-balance.js';
import { ItemValuation, ValuationLayer } from '../../schema/inventory/valuation.js';
import { Company } from '../../schema/platform/company.js';
import { bulkMutation } from '../bulk.js';
import { externalRefsInput, idOf, type InputFields } from '../inputs.js';
import { mutation } from '../mutation.js';
import { list, reads } from '../reads.js';
import { LotInput } from './lot.js';

reads(Warehouse, { one: 'warehouse', many: 'warehouses' });
reads(StockOpening, { one: 'stockOpening', many: 'stockOpenings' });
list(Bin, 'bins', 'The places in warehouses.');
list(StockLevel, 'stockLevels', 'What lies where.');
list(StockBalance, 'stockBalances', 'What lay where at the end of a day.');
list(StockMove, 'stockMoves', 'How stock came and left.');
list(ItemValuation, 'itemValuations', "What companies' stock of items is worth.");
list(ValuationLayer, 'valuationLayers', 'How the value of stock changed.');
list(Reservation, 'reservations', 'Which stock is promised to what.');

const warehouseFields = (t: InputFields) => ({
  companyId: idOf(t, Company, { required: true, description: 'The company that keeps it.' }),
  code: t.string({ required: true, description: 'The code, unique in the company.' }),
  name: t.string({ required: true, description: 'The name of the warehouse.' }),
});

bulkMutation('warehousesBulk', {
  description: 'Opens up to 250 warehouses, each with a bin MAIN, or renames them by their codes.',
  permission: 'inventory.warehouse.create',
  field: 'warehouse',
  noun: Warehouse,
  row: warehouseFields,
  run: (tx, rows) => warehouses.upsertMany(tx, rows),
});

mutation('warehouseCreate', {
  description: 'Opens a warehouse with one bin, MAIN.',
  permission: 'inventory.warehouse.create',
  input: warehouseFields,
  answers: { warehouse: Warehouse },
  run: async (tx, input) => ({ warehouse: await warehouses.create(tx, input) }),
});

const binFields = (t: InputFields) => ({
  warehouseId: idOf(t, Warehouse, { required: true, description: 'The warehouse.' }),
  code: t.string({ required: true, description: 'The code, unique in the warehouse.' }),
});

bulkMutation('binsBulk', {
  description:
    'Opens up to 250 places in warehouses; those that are there are answered as they are.',
  permission: 'inventory.bin.create',
  field: 'bin',
  noun: Bin,
  row: binFields,
  run: (tx, rows) => bins.upsertMany(tx, rows),
});

mutation('binCreate', {
  description: 'Opens a place in a warehouse.',
  permission: 'inventory.bin.create',
  input: binFields,
  answers: { bin: Bin },
  run: async (tx, input) => ({ bin: await bins.create(tx, input) }),
});

bulkMutation('stockOpeningBulk', {
  description: 'Takes on stock with its cost: up to 250 vouchers, posted at once.',
  permission: 'inventory.stockOpening.create',
  needsKey: true,
  field: 'stockOpening',
  noun: StockOpening,
  row: (t) => ({
    companyId: idOf(t, Company, { required: true, description: 'The company whose stock it is.' }),
    itemId: idOf(t, Item, { required: true, description: 'The item.' }),
    warehouseId: idOf(t, Warehouse, { required: true, description: 'The warehouse.' }),
    binId: idOf(t, Bin, { description: 'The bin: MAIN unless told.' }),
    quantity: t.field({ type: 'Decimal', required: true, description: 'How much is there.' }),
    unit: t.string({ description: "The unit of the quantity: the item's stock unit unless told." }),
    unitCost: t.field({
      type: 'Decimal',
      required: true,
      description: "What one of the unit cost, in the company's base currency.",
    }),
    lot: t.field({ type: LotInput, description: 'The lot, for an item that is kept by lots.' }),
    postedOn: t.field({ type: 'Date', description: 'The business day: today unless told.' }),
    externalRefs: externalRefsInput(t),
  }),
  run: (tx, rows) => openings.upsertMany(tx, rows),
});
