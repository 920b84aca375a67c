/** Ways between how things are made and the items and companies that it tells of. */
import { Item, ItemSettings } from '../inventory/item.js';
import { Bom, BomLine, BomLineAlternate } from '../manufacturing/bom.js';
import { Routing } from '../manufacturing/routing.js';
import { edge, type Noun } from '../noun.js';
import { Company } from '../platform/company.js';
import './product-structure.js';

const ofItem: [Noun, string, string][] = [
  [Bom, 'boms', 'What it is made of, by company and revision.'],
  [Routing, 'routings', 'How it is made, by company and revision.'],
];
for (const [noun, field, description] of ofItem) {
  edge(noun, 'item', { to: Item, by: 'itemId', description: 'The item that is made.' });
  edge(Item, field, { to: noun, many: true, by: 'itemId', description });
  edge(noun, 'company', {
    to: Company,
    by: 'companyId',
    description: 'The company that makes it.',
  });
  edge(Company, field, {
    to: noun,
    many: true,
    by: 'companyId',
    description: 'How it makes things, by item and revision.',
  });
}

edge(BomLine, 'item', {
  to: Item,
  by: 'itemId',
  description: 'The component or by-product.',
});
edge(Item, 'bomLines', {
  to: BomLine,
  many: true,
  by: 'itemId',
  description: 'The lines of BOMs that name it.',
});
edge(BomLineAlternate, 'item', { to: Item, by: 'itemId', description: 'What may stand in.' });
edge(Item, 'bomLineAlternates', {
  to: BomLineAlternate,
  many: true,
  by: 'itemId',
  description: 'The lines of BOMs for whose items it may stand in.',
});
edge(Company, 'itemSettings', {
  to: ItemSettings,
  many: true,
  by: 'companyId',
  description: 'How it keeps and values items.',
});
