/** Ways between opportunities, prices, quotes and orders, and what they stand on. */
import { Actor } from '../auth/actor.js';
import { withActivities } from '../crm/activity.js';
import { Customer } from '../crm/customer.js';
import { Opportunity, OpportunityLine } from '../crm/opportunity.js';
import { Item } from '../inventory/item.js';
import { Warehouse } from '../inventory/stock.js';
import { edge } from '../noun.js';
import { Company } from '../platform/company.js';
import { PaymentTerms, TaxCode } from '../platform/reference.js';
import { PriceList, PriceListPrice } from '../sales/price-list.js';
import { Quote, QuoteLine } from '../sales/quote.js';
import { SalesOrder, SalesOrderLine } from '../sales/sales-order.js';

for (const noun of [Quote, SalesOrder]) withActivities(noun);

edge(OpportunityLine, 'item', {
  to: Item,
  by: 'itemId',
  description: 'The item; null for something else.',
});
edge(Item, 'opportunityLines', {
  to: OpportunityLine,
  many: true,
  by: 'itemId',
  description: 'Where it is wanted.',
});

edge(PriceList, 'company', {
  to: Company,
  by: 'companyId',
  description: 'The company that sells.',
});
edge(Company, 'priceLists', {
  to: PriceList,
  many: true,
  by: 'companyId',
  description: 'What it asks for its items.',
});
edge(PriceList, 'customer', {
  to: Customer,
  by: 'customerId',
  description: 'Whose list it is; null means everybody.',
});
edge(Customer, 'priceLists', {
  to: PriceList,
  many: true,
  by: 'customerId',
  description: 'The lists that are its own.',
});
edge(PriceListPrice, 'item', { to: Item, by: 'itemId', description: 'What is priced.' });
edge(Item, 'prices', {
  to: PriceListPrice,
  many: true,
  by: 'itemId',
  description: 'What is asked for it, in all lists.',
});

edge(Quote, 'company', { to: Company, by: 'companyId', description: 'The company that sells.' });
edge(Company, 'quotes', {
  to: Quote,
  many: true,
  by: 'companyId',
  description: 'What it offered.',
});
edge(Quote, 'customer', { to: Customer, by: 'customerId', description: 'Who may buy.' });
edge(Customer, 'quotes', {
  to: Quote,
  many: true,
  by: 'customerId',
  description: 'What it was offered.',
});
edge(Quote, 'opportunity', {
  to: Opportunity,
  by: 'opportunityId',
  description: 'What it is offered for.',
});
edge(Opportunity, 'quotes', {
  to: Quote,
  many: true,
  by: 'opportunityId',
  description: 'What was offered for it.',
});
edge(Quote, 'warehouse', {
  to: Warehouse,
  by: 'warehouseId',
  description: 'The warehouse the goods would leave from.',
});
edge(Quote, 'paymentTerms', {
  to: PaymentTerms,
  by: 'paymentTermsId',
  description: 'When the customer would have to pay.',
});
edge(Quote, 'createdBy', { to: Actor, by: 'createdById', description: 'Who wrote it.' });
edge(Quote, 'approvedBy', {
  to: Actor,
  by: 'approvedById',
  description: 'Who approved it; null when nobody had to.',
});
edge(QuoteLine, 'item', { to: Item, by: 'itemId', description: 'The item; null for a charge.' });
edge(Item, 'quoteLines', {
  to: QuoteLine,
  many: true,
  by: 'itemId',
  description: 'Where it is offered.',
});
edge(QuoteLine, 'taxCode', {
  to: TaxCode,
  by: 'taxCodeId',
  description: 'The tax that would be charged on it.',
});

edge(SalesOrder, 'quote', { to: Quote, by: 'quoteId', description: 'The quote it orders.' });
edge(Quote, 'salesOrders', {
  to: SalesOrder,
  many: true,
  by: 'quoteId',
  description: 'What was ordered of it.',
});
edge(SalesOrder, 'opportunity', {
  to: Opportunity,
  by: 'opportunityId',
  description: 'The opportunity it came of.',
});
edge(Opportunity, 'salesOrders', {
  to: SalesOrder,
  many: true,
  by: 'opportunityId',
  description: 'What was ordered of it.',
});
edge(SalesOrderLine, 'quoteLine', {
  to: QuoteLine,
  by: 'quoteLineId',
  description: 'The line of the quote that it orders.',
});
edge(QuoteLine, 'salesOrderLines', {
  to: SalesOrderLine,
  many: true,
  by: 'quoteLineId',
  description: 'What was ordered of it.',
});
