import { opportunities } from '../crm/index.js';
import { type Row, throwAll, type Tx } from '../events/index.js';
import {
  byField,
  type Decimal,
  distinct,
  newReasons,
  present,
  type Reasons,
} from '../kernel/index.js';
import { localDateAt, min, NotFound, ONE } from '../kernel/index.js';
import { costing, type UnitCost } from '../manufacturing/index.js';
import { OpportunityClosed } from './errors.js';
import { withPrices } from './price-fill.service.js';
import {
  type Estimate,
  estimate,
  lineUnitCosts,
  type UnitCosts,
  validUntilOf,
} from './quote.rules.js';
import { draftHeader, type SalesOrderHeaderInput } from './sales-order-header.rules.js';
import {
  draftLines,
  orderAmounts,
  type SalesOrderLineDraft,
  type SalesOrderLineInput,
  stockQuantity,
} from './sales-order.rules.js';
import { gather, rateOn, type Surroundings, taxRatesOf, termsKey } from './surroundings.js';

/** A line of a quote as a caller writes it. */
export type QuoteLineInput = Omit<
  SalesOrderLineInput,
  'taxAmount' | 'quoteLineId' | 'quotedUnitCost'
>;

/** What a quote says of itself. */
export interface QuoteHeaderInput extends Omit<
  SalesOrderHeaderInput,
  'billingAddressId' | 'shippingAddressId'
> {
  /** 30 days after its day when absent. */
  readonly validUntil?: string | null;
  /** Where prices that lines leave out come from; any list that fits when absent. */
  readonly priceListId?: string | null;
  readonly opportunityId?: string | null;
}

export interface QuoteInput extends QuoteHeaderInput {
  /** What the opportunity wants when absent. */
  readonly lines?: readonly QuoteLineInput[] | null;
}

export type QuoteLineDraft = Omit<SalesOrderLineDraft, 'quoteLineId' | 'quotedUnitCost'> &
  UnitCosts;

type QuoteHeader = Omit<ReturnType<typeof draftHeader>, 'billingAddressId' | 'shippingAddressId'>;

/** What a quote says, before what it is made of is costed. */
interface Decided extends QuoteHeader {
  readonly validUntil: string;
  readonly priceListId: string | null;
  readonly opportunityId: string | null;
  readonly exchangeRate: Decimal;
  readonly baseCurrency: string;
  readonly netAmount: Decimal;
  readonly taxAmount: Decimal;
  readonly grossAmount: Decimal;
}

/** A quote that is priced and taxed. */
export interface DecidedQuote extends Decided {
  readonly lines: readonly SalesOrderLineDraft[];
}

/** A quote as it is kept, before it has an id and a number. */
export interface DraftedQuote extends Decided, Estimate {
  readonly lines: readonly QuoteLineDraft[];
}

/** A list that prices of the quote may come from: the company's, in use, the customer's or all's. */
async function checkPriceList(tx: Tx, input: QuoteInput): Promise<void> {
  const id = input.priceListId ?? null;
  if (id === null) return;
  const list = await tx.db
    .selectFrom('PriceList')
    .select(['companyId', 'customerId', 'archivedAt'])
    .where('id', '=', id)
    .executeTakeFirst();
  const isFor = list && [null, input.customerId].includes(list.customerId);
  if (isFor && list.companyId === input.companyId && list.archivedAt === null) return;
  throw new NotFound('PriceList', id).at('priceListId');
}

/** An opportunity that may be quoted for: of the same company and customer, and open. */
export async function opportunityFor(tx: Tx, input: QuoteInput) {
  const id = input.opportunityId ?? null;
  if (id === null) return null;
  const found = (await opportunities.getMany(tx, [id])).get(id);
  const isFor = found?.companyId === input.companyId && found.customerId === input.customerId;
  if (!found || !isFor) throw new NotFound('Opportunity', id).at('opportunityId');
  if (found.status !== 'OPEN') throw new OpportunityClosed(found.status).at('opportunityId');
  return found;
}

/** What an opportunity wants, as lines of a quote: what is no item becomes a charge. */
export async function wantedLines(tx: Tx, opportunityId: string): Promise<QuoteLineInput[]> {
  const lines = await opportunities.linesOf(tx, [opportunityId]);
  return lines.map(({ itemId, description, unit, quantity, unitPrice, requestedOn }) => {
    const kind = itemId === null ? ('CHARGE' as const) : ('ITEM' as const);
    return { kind, itemId, description, unit, quantity, unitPrice, requestedOn };
  });
}

function headerOf(tx: Tx, input: QuoteInput, around: Surroundings, reasons: Reasons) {
  const company = around.companies.get(input.companyId) ?? null;
  const surroundings = {
    company,
    customer: around.customers.get(input.customerId) ?? null,
    warehouse: around.warehouses.get(input.warehouseId) ?? null,
    addresses: around.addresses,
    agreedTermsId: around.agreedTerms.get(termsKey(input.companyId, input.customerId)) ?? null,
    knowsTerms: (id: string) => around.paymentTerms.has(id),
    today: localDateAt(tx.now, company?.timeZone ?? 'UTC'),
  };
  const {
    billingAddressId: _,
    shippingAddressId: __,
    ...header
  } = draftHeader(input, surroundings, reasons);
  return header;
}

/** What a stock unit of each item costs; set-up is spread over the smallest quantity quoted. */
async function costsOf(tx: Tx, { companyId, documentOn: on, lines }: DecidedQuote) {
  const itemIds = distinct(lines.map(({ itemId }) => itemId));
  if (itemIds.length === 0) return new Map<string, UnitCost>();
  const sizes = lines
    .filter(({ itemId }) => itemId !== null)
    .map(({ quantity, stockFactor }) => stockQuantity(quantity, stockFactor));
  const lotSize = min(present(sizes[0]), ...sizes);
  return costing.unitCosts(tx, { companyId, itemIds, on, lotSize });
}

function costed(
  lines: readonly SalesOrderLineDraft[],
  costs: Awaited<ReturnType<typeof costsOf>>,
): QuoteLineDraft[] {
  return lines.map(({ quoteLineId: _, quotedUnitCost: __, ...line }) => ({
    ...line,
    ...lineUnitCosts(costs.get(line.itemId ?? ''), line.stockFactor),
  }));
}

async function gatherFor(tx: Tx, input: QuoteInput & { lines: readonly QuoteLineInput[] }) {
  const { companyId, customerId, warehouseId, paymentTermsId, lines } = input;
  await checkPriceList(tx, input);
  const itemIds = lines.map(({ itemId }) => itemId);
  const taxCodeIds = lines.map(({ taxCodeId }) => taxCodeId);
  const pointers = { companyId, customerId, warehouseId, paymentTermsId };
  return gather(tx, [{ ...pointers, addressIds: [], itemIds, taxCodeIds }]);
}

/**
 * Decides what a caller wrote: prices and taxes it. The number of statements does not grow with the
 * lines. Throws everything that is wrong with it.
 */
export async function decideQuote(
  tx: Tx,
  input: QuoteInput & { readonly lines: readonly QuoteLineInput[] },
): Promise<DecidedQuote> {
  const around = await gatherFor(tx, input);
  const [priced] = await withPrices(tx, [input], around);
  const reasons = newReasons();
  const header = headerOf(tx, input, around, reasons);
  const { currency, requestedOn, documentOn } = header;
  const taxRates = taxRatesOf(around, input.companyId);
  const sold = { currency, requestedOn, items: around.items, taxRates };
  const drafted = draftLines(present(priced).lines, sold, reasons);
  const validUntil = reasons.take(['validUntil'], () => validUntilOf(input.validUntil, documentOn));
  const amounts = reasons.take(['lines'], () => orderAmounts(drafted));
  if (!amounts || validUntil === undefined || reasons.list.length > 0) throwAll(reasons.list);
  const { baseCurrency } = present(around.companies.get(input.companyId));
  const exchangeRate =
    baseCurrency === currency
      ? ONE
      : await byField('currency', () => rateOn(tx, currency, baseCurrency, documentOn));
  const { priceListId = null, opportunityId = null } = input;
  const origin = { priceListId, opportunityId, validUntil, exchangeRate, baseCurrency };
  return { ...header, ...amounts, ...origin, lines: drafted };
}

/** Adds what a quote is estimated to cost. Three statements, in two flights. */
export async function estimateQuote(tx: Tx, decided: DecidedQuote): Promise<DraftedQuote> {
  const costs = await costsOf(tx, decided);
  const reasons = newReasons();
  const lines = reasons.take(['lines'], () => costed(decided.lines, costs)) ?? [];
  const estimated = reasons.take(['lines'], () => estimate(lines, decided, decided.baseCurrency));
  if (!estimated || reasons.list.length > 0) throwAll(reasons.list);
  return { ...decided, ...estimated, lines };
}

/**
 * Makes a quote of what a caller wrote: priced, taxed, and with what it is estimated to cost. The
 * number of statements does not grow with the lines. Throws everything that is wrong with it.
 */
export async function draftQuote(
  tx: Tx,
  input: QuoteInput & { readonly lines: readonly QuoteLineInput[] },
): Promise<DraftedQuote> {
  return estimateQuote(tx, await decideQuote(tx, input));
}

/** A line as a caller would write it, so that it can be drafted anew. */
export function asInput(line: Row<'QuoteLine'>): QuoteLineInput {
  const { kind, itemId, description, unit, quantity, unitPrice } = line;
  const { discountPercent, taxCodeId, requestedOn } = line;
  const sold = { kind, itemId, description, unit, quantity, unitPrice };
  return { ...sold, discountPercent, taxCodeId, requestedOn };
}
