import type { ItemField as Field } from '../../modules/inventory/index.js';
import { builder } from '../builder.js';
import { edge } from '../noun.js';
import { Item } from './item.js';

export const ItemField = builder.enumType('ItemField', {
  description: 'What can be taken of the merged item.',
  values: {
    NAME: { value: 'name', description: 'Its name.' },
    DESCRIPTION: { value: 'description', description: 'What more is said of it.' },
    CATEGORY: { value: 'category', description: 'The category it is listed under.' },
    GTIN: { value: 'gtin', description: 'Its Global Trade Item Number.' },
    MANUFACTURER_PART_NUMBER: {
      value: 'manufacturerPartNumber',
      description: 'What its manufacturer calls it.',
    },
  } as const satisfies Record<string, { value: Field; description: string }>,
});

edge(Item, 'mergedInto', {
  to: Item,
  by: 'mergedIntoId',
  description: 'What it turned out to be; null unless it was merged.',
});
edge(Item, 'merged', {
  to: Item,
  many: true,
  by: 'mergedIntoId',
  description: 'Those that turned out to be it; their documents stay their own.',
});
