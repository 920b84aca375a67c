import { items } from '../../modules/inventory/index.js';
import { Item } from '../../schema/inventory/item.js';
import { ItemField } from '../../schema/inventory/item-merge.js';
import { duplicates, mergeInput } from '../duplicates.js';
import { mutation } from '../mutation.js';

duplicates({
  noun: Item,
  table: 'Item',
  name: 'item',
  read: 'inventory.itemDuplicate.read',
  dismiss: 'inventory.itemDuplicate.dismiss',
  judge: items.duplicates,
});

mutation('itemMerge', {
  description:
    'Merges one item into another that is the same; codes and references lead to the survivor.',
  permission: 'inventory.item.merge',
  needsKey: true,
  input: (t) => ({
    ...mergeInput(t, Item),
    take: t.field({
      type: [ItemField],
      description: 'What is taken of the merged although the survivor says something else.',
    }),
  }),
  answers: { item: Item, merged: Item },
  run: async (tx, input) => {
    const { survivor, merged } = await items.merge(tx, input);
    return { item: survivor, merged };
  },
});
