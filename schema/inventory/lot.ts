import { date, instant, quantity, text } from '../columns.js';
import { documented } from '../common.js';
import { edge, edgeToAny, noun } from '../noun.js';
import { Company } from '../platform/company.js';
import { Item } from './item.js';
import { StockLevel, StockMove } from './stock.js';

export const Lot = noun('Lot', {
  description: 'Goods of one item that were made or bought together.',
  permission: 'inventory.lot.read',
  company: 'companyId',
  columns: {
    ...documented,
    code: text('The code, unique for the company and item.'),
    supplierLotCode: text('What the supplier calls it.', { isNullable: true }),
    madeOn: date('The day on which it was made.', { isNullable: true }),
    expiresOn: date('The day on which it goes off.', { isNullable: true }),
  },
});

export const LotGenealogy = noun('LotGenealogy', {
  description: 'That some of one lot went into another.',
  permission: 'inventory.lot.read',
  company: 'companyId',
  columns: {
    quantity: quantity('How much of the component went in.', 'unit'),
    documentType: text('The noun by which it went in.'),
    createdAt: instant('When it was entered.'),
  },
});

edge(Lot, 'item', { to: Item, by: 'itemId', description: 'The item.' });
edge(Lot, 'company', { to: Company, by: 'companyId', description: 'The company.' });
edge(Item, 'lots', { to: Lot, many: true, by: 'itemId', description: 'Its lots.' });
for (const [noun, field, description] of [
  [StockLevel, 'stockLevels', 'Where it lies.'],
  [StockMove, 'stockMoves', 'How it came and left.'],
] as const) {
  edge(noun, 'lot', {
    to: Lot,
    by: 'lotId',
    description: 'The lot; null for an item that is not kept by lots.',
  });
  edge(Lot, field, { to: noun, many: true, by: 'lotId', description });
}
edge(Lot, 'components', {
  to: LotGenealogy,
  many: true,
  by: 'productLotId',
  description: 'What went into it.',
});
edge(Lot, 'products', {
  to: LotGenealogy,
  many: true,
  by: 'componentLotId',
  description: 'What it went into.',
});
edge(LotGenealogy, 'componentLot', {
  to: Lot,
  by: 'componentLotId',
  description: 'The lot that went in.',
});
edge(LotGenealogy, 'productLot', {
  to: Lot,
  by: 'productLotId',
  description: 'The lot it went into.',
});
edge(LotGenealogy, 'company', { to: Company, by: 'companyId', description: 'The company.' });
edgeToAny(LotGenealogy, 'document', {
  nounColumn: 'documentType',
  by: 'documentId',
  description: 'The document by which it went in.',
});
