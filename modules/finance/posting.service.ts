import type { FactOn, Tx } from '../events/index.js';
import { ONE, parseLocalDate, ZERO, type Decimal } from '../kernel/index.js';
import type { OpenedStock } from '../inventory/index.js';
import type { Bill, Shipment } from '../sales/index.js';
import * as books from './books.service.js';
import type { Posting } from './entry.rules.js';
import * as exposures from './exposure.service.js';
import * as journal from './journal.service.js';
import { postingRules } from './posting.rules.js';

/**
 * Posts stock that was taken on: a voucher for each opening, in a constant number of statements.
 */
export async function postOpenings(
  tx: Tx,
  facts: readonly FactOn<'StockOpening', OpenedStock>[],
): Promise<void> {
  const drafts: journal.JournalDraft[] = [];
  for (const fact of facts) {
    const { postedOn } = fact.data;
    const postings = postingRules['inventory.stockOpened'](fact.data);
    const description = `Opening stock ${fact.after.number}`;
    drafts.push(await draftOf(tx, fact, description, { postedOn, postings }));
  }
  await journal.post(tx, drafts);
}

/** Posts the cost of what left the house. */
export async function postDelivery(tx: Tx, fact: FactOn<'Delivery', Shipment>): Promise<void> {
  const { postedOn } = fact.data;
  const postings = postingRules['sales.deliveryShipped'](fact.data);
  await postFact(tx, fact, `Delivery ${fact.after.number}`, { postedOn, postings });
}

/** Posts what a customer was billed; its order counts that much less against the credit limit. */
export async function postInvoice(tx: Tx, fact: FactOn<'SalesInvoice', Bill>): Promise<void> {
  const { postedOn, currency, exchangeRate, customerId, orderBaseAmount } = fact.data;
  const postings = postingRules['sales.salesInvoicePosted'](fact.data);
  const money = { postedOn, postings, currency, exchangeRate };
  await postFact(tx, fact, `Invoice ${fact.after.number ?? ''}`.trimEnd(), money);
  const { companyId } = fact.after;
  const amount = ZERO.sub(orderBaseAmount);
  await exposures.addOpenOrders(tx, { companyId, customerId, amount });
}

interface Posted {
  readonly type: string;
  readonly documentType: string;
  readonly after: { readonly id: string; readonly companyId: string };
}

interface PostedMoney {
  readonly postedOn: string;
  readonly postings: readonly Posting[];
  /** Base currency at 1 when left out. */
  readonly currency?: string;
  readonly exchangeRate?: Decimal;
}

async function postFact(
  tx: Tx,
  fact: Posted,
  description: string,
  money: PostedMoney,
): Promise<void> {
  await journal.post(tx, [await draftOf(tx, fact, description, money)]);
}

async function draftOf(
  tx: Tx,
  { type, documentType, after }: Posted,
  description: string,
  money: PostedMoney,
): Promise<journal.JournalDraft> {
  const { companyId, id: documentId } = after;
  const { baseCurrency } = await books.of(tx, companyId);
  const postedOn = parseLocalDate(money.postedOn);
  return {
    companyId,
    rule: type,
    documentType,
    documentId,
    documentOn: postedOn,
    postedOn,
    description,
    currency: money.currency ?? baseCurrency,
    exchangeRate: money.exchangeRate ?? ONE,
    postings: money.postings,
  };
}
