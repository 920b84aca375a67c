import { insertAll, insertLater, orThrow, type Row, type Tx } from '../events/index.js';
import {
  accepted,
  type Decimal,
  groupBy,
  isAccepted,
  localDateAt,
  monthOf,
  newReasons,
  ONE,
  type Outcome,
  present,
  type Reasons,
  refused,
  ZERO,
} from '../kernel/index.js';
import { exchangeRates, type ExternalKey, externalRefs, numberSeries } from '../platform/index.js';
import { salesOrderCreated } from './events.js';
import { withPrices } from './price-fill.service.js';
import { ofCustomer } from './rows.js';
import { lineRow } from './sales-order-rows.js';
import {
  draftHeader,
  type SalesOrderHeaderDraft,
  type SalesOrderHeaderInput,
} from './sales-order-header.rules.js';
import {
  draftLines,
  orderAmounts,
  type SalesOrderLineDraft,
  type SalesOrderLineInput,
} from './sales-order.rules.js';
import {
  gather,
  type OrderPointers,
  type Surroundings,
  taxRatesOf,
  termsKey,
} from './surroundings.js';

/** An order as a caller writes it. */
export interface SalesOrderInput extends SalesOrderHeaderInput {
  readonly lines: readonly SalesOrderLineInput[];
  readonly externalRefs?: readonly ExternalKey[] | null;
  /** The quote that is ordered by it, and the opportunity that comes of. */
  readonly quoteId?: string | null;
  readonly opportunityId?: string | null;
}

export type SalesOrder = Row<'SalesOrder'>;

/** An order that is decided and not written yet. */
export interface OrderDraft {
  readonly id: string;
  readonly header: SalesOrderHeaderDraft;
  readonly lines: readonly SalesOrderLineDraft[];
  readonly amounts: { netAmount: Decimal; taxAmount: Decimal; grossAmount: Decimal };
  readonly refs: readonly ExternalKey[];
  readonly exchangeRate: Decimal;
  readonly origin: { readonly quoteId: string | null; readonly opportunityId: string | null };
}

const NO_AMOUNTS = { netAmount: ZERO, taxAmount: ZERO, grossAmount: ZERO };

type Pointing = Omit<SalesOrderInput, 'lines'> & {
  readonly lines: readonly Pick<SalesOrderLineInput, 'itemId' | 'taxCodeId'>[];
};

/** What an order points to, whatever else its lines say. */
export function pointersOf(input: Pointing): OrderPointers {
  const { companyId, customerId, warehouseId, paymentTermsId, lines } = input;
  return {
    companyId,
    customerId,
    warehouseId,
    paymentTermsId,
    addressIds: [input.billingAddressId, input.shippingAddressId],
    itemIds: lines.map((line) => line.itemId),
    taxCodeIds: lines.map((line) => line.taxCodeId),
  };
}

function headerOf(tx: Tx, input: SalesOrderInput, around: Surroundings, reasons: Reasons) {
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
  return draftHeader(input, surroundings, reasons);
}

/** Decides about one order; the rate follows, because only it can need another statement. */
function draftOrder(tx: Tx, input: SalesOrderInput, around: Surroundings): Outcome<OrderDraft> {
  const reasons = newReasons();
  const header = headerOf(tx, input, around, reasons);
  const taxRates = taxRatesOf(around, input.companyId);
  const { currency, requestedOn } = header;
  const sold = { currency, requestedOn, items: around.items, taxRates };
  const lines = draftLines(input.lines, sold, reasons);
  const amounts = reasons.take(['lines'], () => orderAmounts(lines)) ?? NO_AMOUNTS;
  if (reasons.list.length > 0) return refused(...reasons.list);
  const refs = input.externalRefs ?? [];
  const origin = { quoteId: input.quoteId ?? null, opportunityId: input.opportunityId ?? null };
  return accepted({ id: tx.newId(), header, lines, amounts, refs, origin, exchangeRate: ONE });
}

/** Gives each order its rate, by one statement for all that are not in their base currency. */
async function withRates(
  tx: Tx,
  drafts: readonly Outcome<OrderDraft>[],
  around: Surroundings,
): Promise<Outcome<OrderDraft>[]> {
  const wanted = drafts.filter(isAccepted).map(({ ok: { header } }) => ({
    from: header.currency,
    to: around.companies.get(header.companyId)?.baseCurrency ?? header.currency,
    on: header.documentOn,
  }));
  const rates = await exchangeRates.rates(tx, wanted);
  let place = 0;
  return drafts.map((draft) => {
    if (!isAccepted(draft)) return draft;
    const rate = present(rates[place++]);
    if (isAccepted(rate)) return accepted({ ...draft.ok, exchangeRate: rate.ok });
    return refused(...rate.refused.map((reason) => reason.at('currency')));
  });
}

/** Claims what other systems call the orders; an order whose key another holds is refused. */
async function withClaims(
  tx: Tx,
  drafts: readonly Outcome<OrderDraft>[],
): Promise<Outcome<OrderDraft>[]> {
  const claiming = drafts.filter(isAccepted).filter(({ ok }) => ok.refs.length > 0);
  const claims = await externalRefs.claim(
    tx,
    claiming.map(({ ok }) => ({
      scopeId: ok.header.companyId,
      noun: 'SalesOrder',
      nodeId: ok.id,
      refs: ok.refs,
    })),
  );
  const byId = new Map(claiming.map(({ ok }, index) => [ok.id, claims[index]]));
  return drafts.map((draft) => {
    const claim = isAccepted(draft) ? byId.get(draft.ok.id) : undefined;
    return claim && !isAccepted(claim) ? claim : draft;
  });
}

/** Numbers of the orders by id: one series for each company, one period at most for a month. */
async function numbersFor(tx: Tx, drafts: readonly OrderDraft[]): Promise<Map<string, string>> {
  const numbers = new Map<string, string>();
  const keyOf = ({ header }: OrderDraft) => `${header.companyId} ${monthOf(header.documentOn)}`;
  for (const group of groupBy(drafts, keyOf).values()) {
    const { companyId, documentOn } = present(group[0]).header;
    const wanted = { companyId, series: 'salesOrder', on: documentOn, count: group.length };
    const taken = await numberSeries.take(tx, wanted);
    group.forEach(({ id }, index) => numbers.set(id, present(taken[index])));
  }
  return numbers;
}

function orderRow(tx: Tx, draft: OrderDraft, number: string) {
  return {
    ...draft.header,
    ...draft.amounts,
    ...draft.origin,
    id: draft.id,
    version: 1,
    number,
    status: 'DRAFT' as const,
    exchangeRate: draft.exchangeRate,
    promisedOn: null,
    paidAmount: ZERO,
    customFields: {},
    createdAt: tx.now,
    createdById: tx.actor.id,
    updatedAt: tx.now,
  };
}

/** The rows of new orders, each with its number. */
export async function rowsOf(tx: Tx, drafts: readonly OrderDraft[]) {
  const numbers = await numbersFor(tx, drafts);
  return drafts.map((draft) => orderRow(tx, draft, present(numbers.get(draft.id))));
}

async function write(tx: Tx, drafts: readonly OrderDraft[]): Promise<Map<string, SalesOrder>> {
  const inserted = insertAll(tx, 'SalesOrder', await rowsOf(tx, drafts));
  const lines = drafts.flatMap(({ id, header, lines: own }) =>
    own.map((line, index) => lineRow(tx, { id, companyId: header.companyId }, line, index + 1)),
  );
  insertLater(tx, 'SalesOrderLine', lines);
  const orders = await inserted;
  return new Map(orders.map((order) => [order.id, order]));
}

/**
 * Decides what becomes of inputs, with all that was read for it, here or before; nothing is written
 * but claims.
 */
export async function draftMany(tx: Tx, inputs: readonly SalesOrderInput[], known?: Surroundings) {
  const around = known ?? (await gather(tx, inputs.map(pointersOf)));
  const priced = await withPrices(tx, inputs, around);
  const decided = priced.map((input) => draftOrder(tx, input, around));
  const drafts = await withClaims(tx, await withRates(tx, decided, around));
  return { drafts, around };
}

/**
 * Enters orders as drafts: at most a few hundred, by a number of statements that does not grow with
 * them (one more for each month and each foreign currency and day). One outcome for each input, in
 * order; a refused one leaves nothing. Refusals: NotFound, InvalidInput, QuantityOutOfRange,
 * UnitMismatch, PriceMissing, RateMissing, OrderWithoutLines, DuplicateKey of a reference.
 */
export async function createMany(
  tx: Tx,
  inputs: readonly SalesOrderInput[],
  around?: Surroundings,
): Promise<Outcome<SalesOrder>[]> {
  const { drafts } = await draftMany(tx, inputs, around);
  const written = await write(
    tx,
    drafts.filter(isAccepted).map(({ ok }) => ok),
  );
  for (const after of written.values())
    tx.emit(salesOrderCreated({ before: null, after, data: ofCustomer(after) }));
  return drafts.map((draft) =>
    isAccepted(draft) ? accepted(present(written.get(draft.ok.id))) : draft,
  );
}

/** Enters one order as a draft; refuses with everything that is wrong. See `createMany`. */
export async function create(
  tx: Tx,
  input: SalesOrderInput,
  around?: Surroundings,
): Promise<SalesOrder> {
  const [outcome] = await createMany(tx, [input], around);
  return orThrow(present(outcome));
}
