import { refusalType } from '../errors.js';

refusalType('ItemArchived', 'The item is archived and takes part in nothing new.', {
  item: ['String', 'The code of the item.'],
});
refusalType('ItemNotStocked', 'No stock of the item is kept.', {
  item: ['String', 'The code of the item.'],
});
refusalType('OpeningPosted', 'The stock opening is posted and says something else.', {
  number: ['String', 'The number of the opening.'],
});
refusalType('InsufficientStock', 'More was asked for than is available.', {
  item: ['String', 'The code of the item.'],
  requested: ['Decimal', 'How much was asked for, in stock units.'],
  available: ['Decimal', 'How much is available, in stock units.'],
  unit: ['String', 'The stock unit.'],
});
