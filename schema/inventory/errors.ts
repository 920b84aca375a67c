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
refusalType('LotRequired', 'The item is kept by lots, and none is named.', {
  item: ['String', 'The code of the item.'],
});
refusalType('LotNotTracked', 'The item is not kept by lots, and one is named.', {
  item: ['String', 'The code of the item.'],
});
refusalType('LotTrackingInUse', 'Stock of the item has moved: how it is tracked stays.', {
  item: ['String', 'The code of the item.'],
});
refusalType('ValuationMethodInUse', 'There is stock of the item: how it is valued stays.', {
  item: ['String', 'The code of the item.'],
  method: ['String', 'How it is valued.'],
});
refusalType('StaleCount', 'Stock moved after it was counted: it is to be counted anew.', {
  item: ['String', 'The code of the item.'],
  expected: ['Decimal', 'What the books said when it was counted, in stock units.'],
  onHand: ['Decimal', 'What they say now, in stock units.'],
});
refusalType('CountBelowReserved', 'Less was found than is promised there.', {
  item: ['String', 'The code of the item.'],
  counted: ['Decimal', 'What was found, in stock units.'],
  reserved: ['Decimal', 'What is promised there, in stock units.'],
});
refusalType('CountIncomplete', 'Not every line is counted yet.', {
  open: ['Int', 'How many lines are not counted.'],
});
refusalType('ItemHasStock', 'Stock of the item has to leave before it is merged.', {
  item: ['String', 'The code of the item.'],
  onHand: ['Decimal', 'What lies in stock, over all companies.'],
  reserved: ['Decimal', 'What of it is promised.'],
  unit: ['String', 'The unit its stock is kept in.'],
});
refusalType('ItemInUse', 'Something that is still open needs the item as it is.', {
  item: ['String', 'The code of the item.'],
  use: ['String', 'The document, BOM or routing that needs it.'],
});
