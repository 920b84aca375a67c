import { openAnd } from '../crediting-errors.js';
import { refusalType } from '../errors.js';

refusalType(
  'ReturnExceedsReceived',
  'More was to go back than came and has not gone back.',
  openAnd('sent back'),
);
refusalType(
  'NothingToSendBack',
  'Nothing came, or all of it has gone back or is held by a return.',
);
refusalType('InvoiceBillsReturned', 'An invoice that is not posted bills what is to go back.');
refusalType('GoodsReceiptReturned', 'Something of the receipt goes back by a return.');
refusalType('ReturnNotShipped', 'A return to a supplier is credited once it is shipped.', {
  status: ['String', 'The state of the return.'],
});
refusalType(
  'CreditNeedsReturn',
  'A quantity of an item is credited by its return; without one only an amount is.',
);
