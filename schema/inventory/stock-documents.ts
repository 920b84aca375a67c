import { stockCountLifecycle, stockTransferLifecycle } from '../../modules/inventory/index.js';
import { choice, choices, date, instant, integer, money, quantity, text } from '../columns.js';
import { documented, versioned } from '../common.js';
import { edge, noun } from '../noun.js';
import { Company } from '../platform/company.js';
import { Item } from './item.js';
import { Lot } from './lot.js';
import { Bin, StockMove, StockStatus, Warehouse } from './stock.js';

export const StockTransferStatus = choices(
  'StockTransferStatus',
  'What has become of a stock transfer.',
  {
    DRAFT: 'It is planned.',
    POSTED: 'The goods were carried.',
    CANCELLED: 'It was given up.',
  },
);

export const StockTransfer = noun('StockTransfer', {
  description: 'Goods that are carried from place to place within a company.',
  permission: 'inventory.stockTransfer.read',
  company: 'companyId',
  lookups: { number: true },
  document: { lifecycle: stockTransferLifecycle },
  columns: {
    ...documented,
    number: text('The number, from the series of its company.'),
    status: choice(StockTransferStatus, 'What has become of it.'),
    note: text('What is to be said of it.', { isNullable: true }),
    documentOn: date('The day it is dated.'),
    postedOn: date('The business day on which the goods were carried.', { isNullable: true }),
  },
});

export const StockTransferLine = noun('StockTransferLine', {
  description: 'So much of one item that a stock transfer carries.',
  permission: 'inventory.stockTransfer.read',
  company: 'companyId',
  columns: {
    position: integer('Its place in the transfer, from 1.'),
    quantity: quantity('How much is carried.', 'unit'),
    fromStatus: choice(StockStatus, 'What it may be used for before.'),
    toStatus: choice(StockStatus, 'What it may be used for after.'),
    createdAt: instant('When it was entered.'),
  },
});

export const StockCountStatus = choices('StockCountStatus', 'What has become of a stock count.', {
  DRAFT: 'It is being counted.',
  POSTED: 'Stock is as it was counted.',
  CANCELLED: 'It was given up.',
});

export const StockCount = noun('StockCount', {
  description: 'What was found when places were counted.',
  permission: 'inventory.stockCount.read',
  company: 'companyId',
  lookups: { number: true },
  document: { lifecycle: stockCountLifecycle },
  columns: {
    ...documented,
    number: text('The number, from the series of its company.'),
    status: choice(StockCountStatus, 'What has become of it.'),
    reason: text('Why it was counted.', { isNullable: true }),
    documentOn: date('The day it is dated.'),
    postedOn: date('The business day on which stock was put right.', { isNullable: true }),
  },
});

export const StockCountLine = noun('StockCountLine', {
  description: 'One place that a stock count looks at.',
  permission: 'inventory.stockCount.read',
  company: 'companyId',
  columns: {
    ...versioned,
    position: integer('Its place in the count, from 1.'),
    status: choice(StockStatus, 'What the stock there may be used for.'),
    expected: quantity('What the books said when the line was opened, or counted.', 'unit'),
    counted: quantity('What was found; null while nobody counted.', 'unit', { isNullable: true }),
    difference: quantity(
      'What was found more or, when negative, less; null before posting.',
      'unit',
      {
        isNullable: true,
      },
    ),
    value: money('What the difference is worth; null before posting.', 'currency', {
      isNullable: true,
      permission: 'inventory.valuation.read',
    }),
  },
});

for (const noun of [StockTransfer, StockCount])
  edge(noun, 'company', { to: Company, by: 'companyId', description: 'The company.' });
edge(StockTransfer, 'fromWarehouse', {
  to: Warehouse,
  by: 'fromWarehouseId',
  description: 'Where the goods are taken from.',
});
edge(StockTransfer, 'toWarehouse', {
  to: Warehouse,
  by: 'toWarehouseId',
  description: 'Where the goods are brought to.',
});
edge(Warehouse, 'transfersOut', {
  to: StockTransfer,
  many: true,
  by: 'fromWarehouseId',
  description: 'What is carried out of it, or within it.',
});
edge(Warehouse, 'transfersIn', {
  to: StockTransfer,
  many: true,
  by: 'toWarehouseId',
  description: 'What is carried into it, or within it.',
});
edge(StockTransfer, 'lines', {
  to: StockTransferLine,
  many: true,
  by: 'stockTransferId',
  description: 'What it carries.',
});
edge(StockTransferLine, 'stockTransfer', {
  to: StockTransfer,
  by: 'stockTransferId',
  description: 'The transfer it belongs to.',
});
edge(StockTransferLine, 'fromBin', {
  to: Bin,
  by: 'fromBinId',
  description: 'The bin it is taken from.',
});
edge(StockTransferLine, 'toBin', {
  to: Bin,
  by: 'toBinId',
  description: 'The bin it is brought to.',
});

edge(StockCount, 'warehouse', {
  to: Warehouse,
  by: 'warehouseId',
  description: 'The warehouse that is counted.',
});
edge(Warehouse, 'stockCounts', {
  to: StockCount,
  many: true,
  by: 'warehouseId',
  description: 'How it was counted.',
});
edge(StockCount, 'lines', {
  to: StockCountLine,
  many: true,
  by: 'stockCountId',
  description: 'The places that are counted.',
});
edge(StockCountLine, 'stockCount', {
  to: StockCount,
  by: 'stockCountId',
  description: 'The count it belongs to.',
});
edge(StockCountLine, 'bin', { to: Bin, by: 'binId', description: 'The bin.' });

for (const [noun, field, description] of [
  [StockTransferLine, 'stockTransferLines', 'How it was carried.'],
  [StockCountLine, 'stockCountLines', 'How it was counted.'],
] as const) {
  edge(noun, 'item', { to: Item, by: 'itemId', description: 'The item.' });
  edge(Item, field, { to: noun, many: true, by: 'itemId', description });
  edge(noun, 'lot', {
    to: Lot,
    by: 'lotId',
    description: 'The lot; null for an item that is not kept by lots.',
  });
  edge(Lot, field, { to: noun, many: true, by: 'lotId', description });
}
for (const noun of [StockTransfer, StockCount])
  edge(noun, 'stockMoves', {
    to: StockMove,
    many: true,
    by: 'documentId',
    description: 'How stock moved by it.',
  });
for (const noun of [StockTransferLine, StockCountLine])
  edge(noun, 'stockMoves', {
    to: StockMove,
    many: true,
    by: 'lineId',
    description: 'How stock moved by it.',
  });
