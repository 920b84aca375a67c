import { openAnd } from '../crediting-errors.js';
import { refusalType } from '../errors.js';

refusalType(
  'ReturnExceedsDelivered',
  'More was to come back than was delivered and has not come back.',
  openAnd('returned'),
);
refusalType('NothingToReturn', 'Nothing left, or all of it has come back or is held by a return.');
refusalType('ReturnNotReceived', 'A return is credited once it is received.', {
  status: ['String', 'The state of the return.'],
});
refusalType(
  'ChangeBelowCommitted',
  'A line was to have less than is delivered, invoiced or being made of it.',
  {
    committed: ['Decimal', "What the line is bound to, in the line's unit."],
    requested: ['Decimal', "What was asked for, in the line's unit."],
    by: ['String', 'What binds it: DELIVERED, INVOICED or IN_PRODUCTION.'],
  },
);
refusalType('PriceOfInvoicedLine', 'Something of the line is invoiced, so its price stands.');
refusalType('NothingToChange', 'A change that names no line changes nothing.');
refusalType('OrderNotChangeable', 'The state of the order does not let it be changed.', {
  status: ['String', 'The state of the order.'],
});
refusalType(
  'WorkOrderExceedsOpen',
  'More was to be made for a line than is open of it.',
  openAnd('made'),
);
