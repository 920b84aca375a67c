import { stockBalances } from '../../modules/inventory/index.js';
import { choice, date, money, quantity } from '../columns.js';
import { edge, noun, type Noun } from '../noun.js';
import { Company } from '../platform/company.js';
import { Item } from './item.js';
import { Lot } from './lot.js';
import { Bin, StockStatus, Warehouse } from './stock.js';

export const StockBalance = noun('StockBalance', {
  description: 'What lay in a bin at the end of a day: the sum of the moves posted until then.',
  permission: 'inventory.stockLevel.read',
  company: 'companyId',
  asOf: {
    rows: stockBalances,
    description: 'The day at whose end stock is told: a past one, or today.',
  },
  columns: {
    status: choice(StockStatus, 'What it might be used for.'),
    onHand: quantity('What was there.', 'unit'),
    value: money(
      "Its share, by quantity, of what the company's stock of the item was worth.",
      'currency',
      { permission: 'inventory.valuation.read' },
    ),
    lastMovedOn: date('The business day of the last move until then.'),
  },
});

const places: [Noun, string, string, string][] = [
  [Item, 'item', 'itemId', 'The item.'],
  [Company, 'company', 'companyId', 'The company.'],
  [Warehouse, 'warehouse', 'warehouseId', 'The warehouse.'],
  [Bin, 'bin', 'binId', 'The bin.'],
  [Lot, 'lot', 'lotId', 'The lot; null for an item that is not kept by lots.'],
];
for (const [to, field, by, description] of places)
  edge(StockBalance, field, { to, by, description });
const held: [Noun, string, string][] = [
  [Item, 'itemId', 'Where it lay at the end of a day, in all companies.'],
  [Company, 'companyId', 'What lay where at the end of a day.'],
  [Warehouse, 'warehouseId', 'What lay in it at the end of a day.'],
];
for (const [from, by, description] of held)
  edge(from, 'stockBalances', { to: StockBalance, many: true, by, description });
