import { choice, date, decimal, instant, money, text } from '../columns.js';
import { edge, edgeToAny, noun } from '../noun.js';
import { Company } from '../platform/company.js';
import { Item, ValuationMethod } from './item.js';
import { StockMove } from './stock.js';

export const ItemValuation = noun('ItemValuation', {
  description: "What a company's stock of an item is worth: the sum of its layers.",
  permission: 'inventory.valuation.read',
  company: 'companyId',
  columns: {
    quantity: decimal("How much is there, in the item's stock unit."),
    value: money('What it is worth.', 'currency'),
    method: choice(ValuationMethod, 'How it is valued.'),
    updatedAt: instant('When it was changed last.'),
  },
});

export const ValuationLayer = noun('ValuationLayer', {
  description: "One change of the value of an item's stock.",
  permission: 'inventory.valuation.read',
  company: 'companyId',
  columns: {
    quantity: decimal('How much came, or left, in stock units; zero where only the value changed.'),
    value: money('By how much the value changed.', 'currency'),
    remainingQuantity: decimal('How much of it is there still, by first in, first out.'),
    remainingValue: money('What is left of its value, by first in, first out.', 'currency'),
    documentType: text('The noun that changed the value alone.', { isNullable: true }),
    postedOn: date('The business day of the change.'),
    createdAt: instant('When it was entered.'),
  },
});

export const LayerConsumption = noun('LayerConsumption', {
  description: 'What an issue took of a receipt, by first in, first out.',
  permission: 'inventory.valuation.read',
  company: 'companyId',
  columns: {
    quantity: decimal('How much it took, in stock units.'),
    value: decimal("What that was worth, in the company's base currency."),
    createdAt: instant('When it was entered.'),
  },
});

edge(ItemValuation, 'item', { to: Item, by: 'itemId', description: 'The item.' });
edge(Item, 'valuations', {
  to: ItemValuation,
  many: true,
  by: 'itemId',
  description: 'What it is worth in each company.',
});
edge(ValuationLayer, 'item', { to: Item, by: 'itemId', description: 'The item.' });
edge(Item, 'valuationLayers', {
  to: ValuationLayer,
  many: true,
  by: 'itemId',
  description: 'How its value changed.',
});
edge(ItemValuation, 'company', { to: Company, by: 'companyId', description: 'The company.' });
edge(ValuationLayer, 'stockMove', {
  to: StockMove,
  by: 'stockMoveId',
  description: 'The move that changed the value; null where only the value changed.',
});
edge(StockMove, 'valuationLayers', {
  to: ValuationLayer,
  many: true,
  by: 'stockMoveId',
  description: 'How the move changed the value.',
});
edgeToAny(ValuationLayer, 'document', {
  nounColumn: 'documentType',
  by: 'documentId',
  description: 'The document that changed the value alone; null where goods moved.',
});
edge(LayerConsumption, 'receiptLayer', {
  to: ValuationLayer,
  by: 'receiptLayerId',
  description: 'The receipt it was taken of.',
});
edge(LayerConsumption, 'issueLayer', {
  to: ValuationLayer,
  by: 'issueLayerId',
  description: 'The issue that took it.',
});
edge(ValuationLayer, 'consumedBy', {
  to: LayerConsumption,
  many: true,
  by: 'receiptLayerId',
  description: 'What issues took of it.',
});
edge(ValuationLayer, 'consumes', {
  to: LayerConsumption,
  many: true,
  by: 'issueLayerId',
  description: 'Which receipts it took its cost from.',
});
