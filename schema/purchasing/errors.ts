import { refusalType } from '../errors.js';

refusalType('SupplierArchived', 'The supplier is archived and takes no more orders or changes.', {
  supplier: ['String', 'The code of the supplier.'],
});
refusalType('PurchaseOrderWithoutLines', 'An order without lines asks for nothing.');
refusalType('SupplierPriceMissing', 'No price was given, and the supplier has none that fits.', {
  item: ['String', 'The name of the item.'],
  quantity: ['Decimal', "How much was to be bought, in the line's unit."],
  unit: ['String', 'The unit of the line.'],
  currency: ['String', 'The currency of the order.'],
});
refusalType('NoSource', 'No supplier has a price for the item.', {
  item: ['String', 'The name of the item.'],
});
refusalType('ApprovalRequired', 'The order is above the limit and needs an approval.', {
  amount: ['Decimal', "What the order comes to, in the company's base currency."],
  limit: ['Decimal', 'Up to what no approval is needed.'],
  currency: ['String', "The company's base currency."],
});
refusalType('PurchaseOrderNotOpen', 'The state of the order takes no goods and no bills.', {
  status: ['String', 'The state of the order.'],
});
refusalType('ReceiptExceedsOpen', 'More came than is open on the line, its tolerance included.', {
  open: ['Decimal', "What can be received, in the line's unit."],
  requested: ['Decimal', "What was to be received, in the line's unit."],
});
refusalType('NothingToReceive', 'Everything is received, or held by another receipt.');
refusalType('GoodsReceiptInvoiced', 'Something of the receipt is invoiced.');
refusalType('InvoiceExceedsReceived', 'More was billed than was received and not invoiced.', {
  open: ['Decimal', "What can be invoiced, in the line's unit."],
  requested: ['Decimal', "What was billed, in the line's unit."],
});
refusalType('NothingToMatch', 'What was received is invoiced, or held by another invoice.');
refusalType('DuplicateSupplierReference', "The supplier's invoice is entered already.", {
  reference: ['String', "The supplier's own number."],
});
refusalType('InvoiceDiffers', 'The bill is not what was ordered; somebody else has to look at it.');
refusalType('PurchaseOrderAlreadyReceived', 'Something of the order is received or invoiced.');
refusalType('PurchaseOrderHasOpenDocuments', 'Receipts or invoices of the order are still open.', {
  receipts: ['Int', 'How many receipts are neither posted nor cancelled.'],
  invoices: ['Int', 'How many invoices are neither posted nor cancelled.'],
});
refusalType('ReceivedNotInvoiced', 'Goods have come that nobody has billed.');
refusalType('PurchaseInvoiceNotPosted', 'Only a posted invoice can be paid.', {
  status: ['String', 'The state of the invoice.'],
});
refusalType('PurchaseSettlementOutOfRange', 'More was to be settled than is open.', {
  gross: ['Decimal', "What was billed, in the invoice's currency."],
  paid: ['Decimal', "What is paid, in the invoice's currency."],
  amount: ['Decimal', "What was to be settled, in the invoice's currency."],
});
