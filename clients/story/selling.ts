import { done, type Client } from '../typescript/client.js';
import {
  ActivityCompleteDocument,
  ActivityCreateDocument,
  OpportunityCreateDocument,
  OpportunityDocument,
  QuoteAcceptDocument,
  QuoteCreateDocument,
  QuoteSendDocument,
  QuoteSubmitDocument,
  SalesOrderConfirmDocument,
  SalesOrderDocument,
  type OrderLinesFragment,
} from '../typescript/generated/graphql.js';
import { key, type House } from './founding.js';
import { sum, type Page } from './page.js';
import { freight, prices, wanted } from './trade-data.js';
import type { ItemIds } from './workshop.js';

type Line = NonNullable<OrderLinesFragment['lines']>['nodes'][number];

/** The order of the story. */
export interface Order {
  readonly id: string;
  readonly number: string;
  /** The lines that sell bicycles, in the order of what is wanted. */
  readonly lines: readonly Line[];
}

interface Deal {
  readonly house: House;
  readonly itemIds: ItemIds;
  readonly customerId: string;
}

/** Somebody may buy: an opportunity of what is wanted at the list's prices, and a call about it. */
export async function pursue(client: Client, page: Page, deal: Deal): Promise<string> {
  const { house, itemIds, customerId } = deal;
  const lines = wanted.map(({ item, quantity }) => {
    const { unitPrice } = prices.find((one) => one.item === item)!;
    return { itemId: itemIds.get(item)!, quantity, unitPrice };
  });
  const { opportunityCreate } = await client.request(OpportunityCreateDocument, {
    input: {
      ...{ companyId: house.companyId, customerId, lines },
      ...{ name: 'Bicycles for the spring', source: 'Trade fair' },
    },
  });
  const { id, number, amount, chancePercent, weightedAmount } =
    done(opportunityCreate).opportunity!;
  const weighted = `${chancePercent} % likely, which is ${sum(weightedAmount!)}`;
  page.step('opportunity', number, `${sum(amount)}, ${weighted}`);
  const { activityCreate } = await client.request(ActivityCreateDocument, {
    input: { nodeId: id, kind: 'CALL', subject: 'What Noor Visser needs' },
  });
  const { activityComplete } = await client.request(ActivityCompleteDocument, {
    input: {
      id: done(activityCreate).activity!.id,
      outcome: 'Twelve bicycles, the city ones first',
    },
  });
  const { kind, outcome } = done(activityComplete).activity!;
  page.step('activity', kind.toLowerCase(), outcome!);
  return id;
}

/** A day so many days from now, at Greenwich. */
const inDays = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Quotes it at the prices of the list, with what it is to cost, and sends the quote. */
export async function quote(
  client: Client,
  page: Page,
  { house, itemIds, customerId, opportunityId }: Deal & { readonly opportunityId: string },
): Promise<string> {
  const { companyId, warehouseId, taxCodeId } = house;
  const requestedOn = inDays(21);
  const sold = wanted.map(({ item, quantity, discountPercent }) => {
    return { itemId: itemIds.get(item)!, quantity, discountPercent, taxCodeId };
  });
  const lines = [...sold, { ...freight, kind: 'CHARGE' as const, taxCodeId }];
  const { quoteCreate } = await client.request(QuoteCreateDocument, {
    input: { companyId, customerId, warehouseId, opportunityId, requestedOn, lines },
  });
  const { id, number, ...made } = done(quoteCreate).quote!;
  page.step('quote', number, `three models and freight for ${requestedOn}: ${sum(made.netAmount)}`);
  const margin = `leaves ${sum(made.estimatedMargin!)}, ${made.marginPercent} %`;
  page.step('estimated cost', sum(made.estimatedCost!), margin);
  const { quoteSubmit } = await client.request(QuoteSubmitDocument, { input: { id } });
  done(quoteSubmit);
  const { quoteSend } = await client.request(QuoteSendDocument, { input: { id } });
  page.step('quote sent', number, `valid until ${done(quoteSend).quote!.validUntil}`);
  return id;
}

/** The customer takes the quote: it becomes a draft of an order, and the opportunity is won. */
export async function accept(
  client: Client,
  page: Page,
  { quoteId, opportunityId }: { readonly quoteId: string; readonly opportunityId: string },
): Promise<Order> {
  const { quoteAccept } = await client.request(
    QuoteAcceptDocument,
    { input: { id: quoteId, customerReference: 'PO 7731' } },
    key('accept'),
  );
  const { salesOrder } = done(quoteAccept);
  const { id, number, lines, netAmount, grossAmount } = salesOrder!;
  page.step('quote accepted', number, `${sum(netAmount)}, with tax ${sum(grossAmount)}`);
  const by = { id: opportunityId };
  const { opportunity } = await client.request(OpportunityDocument, { by });
  page.step('opportunity', opportunity!.number, opportunity!.status.toLowerCase());
  return { id, number, lines: lines?.nodes.filter(({ kind }) => kind === 'ITEM') ?? [] };
}

/** Promises the order to the customer. */
export async function confirm(client: Client, page: Page, { id }: Order): Promise<void> {
  const { salesOrderConfirm } = await client.request(
    SalesOrderConfirmDocument,
    { input: { id } },
    key('confirm'),
  );
  page.step('order confirmed', done(salesOrderConfirm).salesOrder!.number, 'credit checked');
}

/** The version that the order has now. */
export async function versionOf(client: Client, order: Order): Promise<number> {
  const { salesOrder } = await client.request(SalesOrderDocument, { by: { id: order.id } });
  return salesOrder!.version;
}
