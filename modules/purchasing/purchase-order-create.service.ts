import { insertAll, orThrow, type Row, type Tx } from '../events/index.js';
import {
  accepted,
  type Decimal,
  groupBy,
  isAccepted,
  monthOf,
  newReasons,
  ONE,
  type Outcome,
  present,
  refused,
  ZERO,
} from '../kernel/index.js';
import { exchangeRates, type ExternalKey, externalRefs, numberSeries } from '../platform/index.js';
import { purchaseOrderCreated } from './events.js';
import type {
  PurchaseOrderHeaderDraft,
  PurchaseOrderHeaderInput,
} from './purchase-order-header.rules.js';
import { boughtFor, lineRow } from './purchase-order-rows.js';
import {
  draftLines,
  orderAmounts,
  type PurchaseOrderLineDraft,
  type PurchaseOrderLineInput,
} from './purchase-order.rules.js';
import { aroundLines, gather, headerOf, type Surroundings } from './surroundings.js';

/** An order as a caller writes it. */
export interface PurchaseOrderInput extends PurchaseOrderHeaderInput {
  readonly lines: readonly PurchaseOrderLineInput[];
  readonly externalRefs?: readonly ExternalKey[] | null;
}

export type PurchaseOrder = Row<'PurchaseOrder'>;

/** An order as it was entered, and which its lines are, in order. */
export interface EnteredOrder extends PurchaseOrder {
  readonly lineIds: readonly string[];
}

interface OrderDraft {
  readonly id: string;
  readonly header: PurchaseOrderHeaderDraft;
  readonly lines: readonly PurchaseOrderLineDraft[];
  readonly amounts: { netAmount: Decimal; taxAmount: Decimal; grossAmount: Decimal };
  readonly refs: readonly ExternalKey[];
  readonly exchangeRate: Decimal;
}

const NO_AMOUNTS = { netAmount: ZERO, taxAmount: ZERO, grossAmount: ZERO };

/** Decides about one order; the rate follows, because only it can need another statement. */
function draftOrder(tx: Tx, input: PurchaseOrderInput, around: Surroundings): Outcome<OrderDraft> {
  const reasons = newReasons();
  const header = headerOf(tx, input, around, reasons);
  const lines = draftLines(input.lines, aroundLines(header, around), reasons);
  const amounts = reasons.take(['lines'], () => orderAmounts(lines)) ?? NO_AMOUNTS;
  if (reasons.list.length > 0) return refused(...reasons.list);
  const refs = input.externalRefs ?? [];
  return accepted({ id: tx.newId(), header, lines, amounts, refs, exchangeRate: ONE });
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
      noun: 'PurchaseOrder',
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
    const wanted = { companyId, series: 'purchaseOrder', on: documentOn, count: group.length };
    const taken = await numberSeries.take(tx, wanted);
    group.forEach(({ id }, index) => numbers.set(id, present(taken[index])));
  }
  return numbers;
}

function orderRow(tx: Tx, draft: OrderDraft, number: string) {
  return {
    ...draft.header,
    ...draft.amounts,
    id: draft.id,
    version: 1,
    number,
    status: 'DRAFT' as const,
    exchangeRate: draft.exchangeRate,
    customFields: {},
    createdAt: tx.now,
    createdById: tx.actor.id,
    updatedAt: tx.now,
  };
}

/** An order that was written, and its lines. */
interface Written {
  readonly order: PurchaseOrder;
  readonly lines: readonly ReturnType<typeof lineRow>[];
}

async function write(tx: Tx, drafts: readonly OrderDraft[]): Promise<Map<string, Written>> {
  const numbers = await numbersFor(tx, drafts);
  const rows = drafts.map((draft) => orderRow(tx, draft, present(numbers.get(draft.id))));
  const orders = await insertAll(tx, 'PurchaseOrder', rows);
  const lines = drafts.flatMap(({ id, header, lines: own }) =>
    own.map((line, index) => lineRow(tx, { id, companyId: header.companyId }, line, index + 1)),
  );
  await insertAll(tx, 'PurchaseOrderLine', lines);
  const ofOrder = groupBy(lines, ({ purchaseOrderId }) => purchaseOrderId);
  return new Map(
    orders.map((order) => [order.id, { order, lines: present(ofOrder.get(order.id)) }]),
  );
}

/**
 * Enters orders as drafts: at most a few hundred, by a number of statements that does not grow with
 * them (one more for each month and each foreign currency and day). A line without a price takes
 * the supplier's best. One outcome for each input, in order; a refused one leaves nothing.
 * Refusals: NotFound, InvalidInput, QuantityOutOfRange, UnitMismatch, SupplierPriceMissing,
 * RateMissing, PurchaseOrderWithoutLines, SupplierArchived, DuplicateKey of an external reference.
 */
export async function createMany(
  tx: Tx,
  inputs: readonly PurchaseOrderInput[],
): Promise<Outcome<EnteredOrder>[]> {
  const around = await gather(tx, inputs);
  const decided = inputs.map((input) => draftOrder(tx, input, around));
  const drafts = await withClaims(tx, await withRates(tx, decided, around));
  const taken = drafts.filter(isAccepted).map(({ ok }) => ok);
  const written = await write(tx, taken);
  for (const { id, lines } of taken) {
    const { order: after } = present(written.get(id));
    tx.emit(purchaseOrderCreated({ before: null, after, data: boughtFor(after, lines) }));
  }
  return drafts.map((draft) => {
    if (!isAccepted(draft)) return draft;
    const { order, lines } = present(written.get(draft.ok.id));
    return accepted({ ...order, lineIds: lines.map(({ id }) => id) });
  });
}

/** Enters one order as a draft; refuses with everything that is wrong. See `createMany`. */
export async function create(tx: Tx, input: PurchaseOrderInput): Promise<PurchaseOrder> {
  const [outcome] = await createMany(tx, [input]);
  return orThrow(outcome);
}
