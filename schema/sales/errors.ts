import { refusalType } from '../errors.js';

refusalType('DeliveryExceedsOpen', 'More was to be delivered than is open on the line.', {
  open: ['Decimal', "What is open, in the line's unit."],
  requested: ['Decimal', "What was asked for, in the line's unit."],
});
refusalType('InvoiceExceedsShipped', 'More was to be invoiced than was shipped and not invoiced.', {
  open: ['Decimal', "What can be invoiced, in the line's unit."],
  requested: ['Decimal', "What was asked for, in the line's unit."],
});
refusalType('OrderHasOpenDocuments', 'Documents of the order are still open.', {
  deliveries: ['Int', 'How many deliveries are neither shipped nor cancelled.'],
  invoices: ['Int', 'How many invoices are neither posted nor cancelled.'],
  others: ['Int', 'How many changes, returns and credit notes are still drafts or unposted.'],
});
refusalType('OrderHasWorkOrders', 'Work orders are still made for the order.', {
  workOrders: ['String', 'The numbers of the work orders, at most twenty.'],
});
refusalType('OrderNotInFulfilment', 'The state of the order keeps its goods in the house.', {
  status: ['String', 'The state of the order.'],
});
refusalType('OrderAlreadyFulfilled', 'Something of the order is shipped or invoiced already.');
refusalType('OrderWithoutLines', 'An order without lines promises nothing.');
refusalType('NothingToDeliver', 'Everything is delivered, or held by another delivery.');
refusalType('NothingToInvoice', 'What was shipped is invoiced, or held by another invoice.');
refusalType('ShippedNotInvoiced', 'Goods have left that nobody was billed for.');
refusalType('InvoiceNotPosted', 'Only a posted invoice can be paid.', {
  status: ['String', 'The state of the invoice.'],
});
refusalType('SettlementOutOfRange', 'More was to be settled than is open.', {
  gross: ['Decimal', "What was billed, in the invoice's currency."],
  paid: ['Decimal', "What is paid, in the invoice's currency."],
  amount: ['Decimal', "What was to be settled, in the invoice's currency."],
});
refusalType('PriceMissing', 'No price was told, and no price list has one.', {
  what: ['String', 'What has no price.'],
});
refusalType('QuoteExpired', 'The last day of the quote has passed.', {
  validUntil: ['Date', 'The last day of the quote.'],
});
refusalType('QuoteNotExpired', 'The last day of the quote has not passed.', {
  validUntil: ['Date', 'The last day of the quote.'],
});
refusalType('OrderExceedsQuote', 'More was to be ordered than is open on the line of the quote.', {
  open: ['Decimal', "What is open, in the line's unit."],
  requested: ['Decimal', "What was asked for, in the line's unit."],
});
refusalType('OpportunityClosed', 'The opportunity is closed: nothing is quoted for it.', {
  status: ['String', 'What became of the opportunity.'],
});
refusalType('HistoricDocument', 'The document was finished in the system before, and stays.', {
  subject: ['String', 'What is history.'],
});
refusalType('HistoryDiffers', 'The order was recorded by another row; history is not rewritten.', {
  number: ['String', 'The number of the order.'],
});
refusalType('HistoryAmountMismatch', 'A net amount is not what its line comes to.', {
  given: ['Decimal', 'The net amount that was told.'],
  computed: ['Decimal', 'Quantity × price × (1 − discount), not rounded.'],
  tolerance: ['Decimal', 'How far the two may be from each other.'],
});
