import { isExpiredOn, quoteLifecycle, quoteVerbs } from '../../modules/sales/index.js';
import { localDateAt } from '../../modules/kernel/index.js';
import {
  choice,
  choices,
  date,
  decimal,
  instant,
  integer,
  money,
  quantity,
  text,
} from '../columns.js';
import { documented } from '../common.js';
import { computed, edge, noun } from '../noun.js';
import { PriceList } from './price-list.js';
import { SalesLineKind } from './sales-order.js';
import './errors.js';

export const QuoteStatus = choices('QuoteStatus', 'What has become of a quote.', {
  DRAFT: 'It is being written.',
  PENDING_APPROVAL: 'Someone else has to approve it.',
  APPROVED: 'It may be sent.',
  SENT: 'It is with the customer.',
  ACCEPTED: 'All of it is ordered.',
  PARTIALLY_ORDERED: 'Some of it is ordered.',
  LOST: 'It was given up.',
  EXPIRED: 'Its last day passed before anything was ordered.',
  SUPERSEDED: 'A later revision stands in its place.',
});

/** What the house earns is not shown to whoever may read what is asked. */
const inside = { permission: 'sales.quoteCost.read' };

export const Quote = noun('Quote', {
  description: 'What a customer is offered, and what that would cost and earn.',
  permission: 'sales.quote.read',
  company: 'companyId',
  extensible: 'sales.quote.change',
  document: { lifecycle: quoteLifecycle, verbs: quoteVerbs },
  columns: {
    ...documented,
    number: text('The number, from the series of its company; all its revisions have it.'),
    revision: integer('Counts its revisions, from 1.'),
    status: choice(QuoteStatus, 'What has become of it.'),
    customerReference: text("The customer's own number for it.", { isNullable: true }),
    currency: text('The ISO 4217 code of the currency it is offered in.'),
    exchangeRate: decimal("What one unit of its currency is in the company's base currency."),
    documentOn: date('The day of the quote.'),
    validUntil: date('Its last day.'),
    requestedOn: date('When the customer wants it.', { isNullable: true }),
    promisedOn: date('When it could be delivered.', { isNullable: true }),
    netAmount: money('The sum of its lines before tax.', 'currency'),
    taxAmount: money('The tax on its lines.', 'currency'),
    grossAmount: money('What the customer would have to pay.', 'currency'),
    estimatedCost: money('What it is estimated to cost.', 'baseCurrency', inside),
    estimatedMargin: money('What it is estimated to earn.', 'baseCurrency', inside),
    marginPercent: decimal('What it earns of its net amount, in percent; null of nothing.', {
      ...inside,
      isNullable: true,
    }),
    lostReason: text('Why it was lost.', { isNullable: true }),
    competitor: text('Who won it instead.', { isNullable: true }),
  },
});

export const QuoteLine = noun('QuoteLine', {
  description: 'A line of a quote: so much of an item, or a charge.',
  permission: 'sales.quote.read',
  company: 'companyId',
  extensible: 'sales.quote.change',
  columns: {
    position: integer('Its place in the quote, from 1.'),
    kind: choice(SalesLineKind, 'What it sells.'),
    description: text('What is offered, as it is printed.'),
    quantity: quantity('How much is offered.', 'unit'),
    ordered: quantity('How much of it is ordered.', 'unit'),
    unitPrice: money('What one unit costs before discount and tax.', 'currency'),
    discountPercent: decimal('Percent taken off the price.'),
    netAmount: money('What the line costs before tax.', 'currency'),
    taxAmount: money('The tax on it.', 'currency'),
    materialCost: money('The material in one unit, as estimated.', 'baseCurrency', inside),
    labourCost: money('The labour in one unit, as estimated.', 'baseCurrency', inside),
    overheadCost: money('The overhead in one unit, as estimated.', 'baseCurrency', inside),
    requestedOn: date('When the customer wants it.', { isNullable: true }),
    createdAt: instant('When it was entered.'),
  },
});

computed(Quote, 'isExpired', {
  description: "Whether its last day has passed, as seen today in the company's time zone.",
  type: 'Boolean',
  needs: ['companyId', 'status', 'validUntil'],
  load: async (rows, _args, reader) => {
    const answer = await reader.query({
      text: 'select id, "timeZone" from "Company" where id = any($1::uuid[])',
      values: [[...new Set(rows.map((row) => row.companyId))]],
    });
    const today = new Map(
      answer.rows.map(([id, timeZone]) => [id, localDateAt(reader.now, timeZone as string)]),
    );
    return rows.map(({ companyId, status, validUntil }) =>
      isExpiredOn(
        { status: String(status), validUntil: String(validUntil) },
        today.get(companyId) ?? '',
      ),
    );
  },
});

edge(Quote, 'lines', {
  to: QuoteLine,
  many: true,
  by: 'quoteId',
  description: 'What is offered.',
});
edge(QuoteLine, 'quote', { to: Quote, by: 'quoteId', description: 'The quote it belongs to.' });
edge(Quote, 'supersedes', {
  to: Quote,
  by: 'supersedesId',
  description: 'The revision it stands in the place of.',
});
edge(Quote, 'supersededBy', {
  to: Quote,
  many: true,
  by: 'supersedesId',
  description: 'The revision that stands in its place; one at most.',
});
edge(Quote, 'priceList', {
  to: PriceList,
  by: 'priceListId',
  description: 'Where the prices come from that were not told.',
});
edge(PriceList, 'quotes', {
  to: Quote,
  many: true,
  by: 'priceListId',
  description: 'What was offered by it.',
});
