import { sql } from 'kysely';
import { opportunities } from '../crm/index.js';
import { type FactOn, landed, stepsOf, type Tx, unplaced, writeLater } from '../events/index.js';
import { type Decimal, distinct, next, ZERO } from '../kernel/index.js';
import { companies } from '../platform/index.js';
import { quoteAccepted, quoteProgressed } from './events.js';
import { OrderExceedsQuote } from './errors.js';
import { linesOf, type Quote, type QuoteLine, updateQuote } from './quote-rows.js';
import {
  type LineTaken,
  moveFor,
  orderedPart,
  quoteLifecycle,
  refuseExpired,
  takenOf,
  unitCostOf,
} from './quote.rules.js';
import { ofCustomer } from './rows.js';
import { pointersOf, type SalesOrder, type SalesOrderInput } from './sales-order-create.service.js';
import { create as createOrder } from './sales-order-enter.service.js';
import { makeWorkOrders, type MakeOptions } from './sales-order-make.service.js';
import type { SalesOrderConfirm } from './sales-order-status.service.js';
import { gather, type Surroundings } from './surroundings.js';

export interface QuoteAcceptance {
  readonly id: string;
  readonly expectedVersion?: number | null;
  /** What is ordered of which lines; all that is open when absent. */
  readonly lines?: readonly LineTaken[] | null;
  /** Today in the company's time zone when absent. */
  readonly documentOn?: string | null;
  readonly requestedOn?: string | null;
  readonly customerReference?: string | null;
  readonly billingAddressId?: string | null;
  readonly shippingAddressId?: string | null;
  /** Whether the order is confirmed at once. */
  readonly confirm?: boolean | null;
  readonly policy?: SalesOrderConfirm['policy'];
  /** Makes what is open of the confirmed order's made items, as `makeWorkOrders` does. */
  readonly makeWorkOrders?: MakeOptions | null;
}

function orderLines(lines: readonly QuoteLine[], taken: ReadonlyMap<string, Decimal>) {
  return lines.flatMap((line) => {
    const quantity = taken.get(line.id);
    if (!quantity) return [];
    const { kind, itemId, description, unit, unitPrice } = line;
    const { discountPercent, taxCodeId, requestedOn } = line;
    const sold = { kind, itemId, description, unit, unitPrice, quantity, discountPercent };
    const quoted = { quoteLineId: line.id, quotedUnitCost: unitCostOf(line) };
    return [{ ...sold, ...quoted, taxCodeId, requestedOn }];
  });
}

/** What the order says beside its lines: what the quote said, and what is told on acceptance. */
function orderHeader(quote: Quote, input: QuoteAcceptance) {
  const { companyId, customerId, warehouseId, currency, paymentTermsId, opportunityId } = quote;
  const { documentOn, billingAddressId, shippingAddressId } = input;
  return {
    ...{ companyId, customerId, warehouseId, currency, paymentTermsId, opportunityId },
    ...{ documentOn, billingAddressId, shippingAddressId },
    requestedOn: input.requestedOn ?? quote.requestedOn,
    customerReference: input.customerReference ?? quote.customerReference,
    quoteId: quote.id,
  };
}

/** Enters the order in one breath with all that is told to be done with it at once. */
async function ordered(
  tx: Tx,
  order: SalesOrderInput,
  { confirm, policy, makeWorkOrders: making }: QuoteAcceptance,
  around: Surroundings,
): Promise<SalesOrder> {
  const atOnce = confirm === true ? { policy, makeWorkOrders: making } : null;
  const entered = await createOrder(tx, { ...order, confirm: atOnce }, around);
  // Of a draft nothing is made, which is told by who makes.
  return making && !atOnce ? makeWorkOrders(tx, { id: entered.id, ...making }) : entered;
}

/** Sets how much of lines is ordered, in one statement. */
function setOrdered(tx: Tx, lines: readonly Pick<QuoteLine, 'id' | 'ordered'>[]): void {
  const steps = lines.map(({ id, ordered: quantity }) => ({ id, quantity }));
  const setting = sql`
    update "QuoteLine" l set "ordered" = x.quantity, "version" = l."version" + 1
    from json_to_recordset(${stepsOf(steps)}) as x(id uuid, quantity numeric)
    where l."id" = x.id
  `;
  writeLater(tx, setting);
}

/**
 * Takes the customer's order of a quote that was sent: of all that is open, or of what is told, and
 * never more than was quoted. Its opportunity is won. Refusals: TransitionRefused, StaleVersion,
 * QuoteExpired, OrderExceedsQuote, those of entering an order and, when confirmed, of confirming.
 */
export async function accept(
  tx: Tx,
  input: QuoteAcceptance,
): Promise<{ readonly quote: Quote; readonly salesOrder: SalesOrder }> {
  const [before, lines] = await landed([
    tx.lock('Quote', input.id, input.expectedVersion),
    linesOf(tx, [input.id]),
  ]);
  next(quoteLifecycle, before.status, 'accept');
  const header = orderHeader(before, input);
  const around = await gather(tx, [pointersOf({ ...header, lines })]);
  refuseExpired(before, await companies.today(tx, before.companyId));
  const taken = takenOf(lines, input.lines);
  const moved = lines.map((line) => {
    const quantity = taken.get(line.id);
    return quantity ? { ...line, ordered: line.ordered.add(quantity) } : line;
  });
  setOrdered(
    tx,
    moved.filter(({ id }) => taken.has(id)),
  );
  const status = next(quoteLifecycle, before.status, moveFor[orderedPart(moved)]);
  const quote = updateQuote(tx, before, { status });
  if (quote.opportunityId) await opportunities.winByOrder(tx, quote.opportunityId);
  const order = { ...header, lines: orderLines(lines, taken) };
  const salesOrder = await unplaced(() => ordered(tx, order, input, around));
  const data = { ...ofCustomer(quote), salesOrderId: salesOrder.id };
  tx.emit(quoteAccepted({ before, after: quote, data }));
  return { quote, salesOrder };
}

/** What the orders of quotes that were not cancelled take of their lines. One statement. */
async function takenByOrders(tx: Tx, quoteIds: readonly string[]): Promise<Map<string, Decimal>> {
  const { rows } = await sql<{ id: string; quantity: Decimal }>`
    select l."quoteLineId" as "id", sum(l."quantity") as "quantity"
    from "SalesOrderLine" l join "SalesOrder" o on o."id" = l."salesOrderId"
    where o."quoteId" = any(${[...quoteIds]}::uuid[]) and l."quoteLineId" is not null
      and l."status" <> 'CANCELLED' and o."status" <> 'CANCELLED'
    group by 1
  `.execute(tx.db);
  return new Map(rows.map(({ id, quantity }) => [id, quantity]));
}

function refuseExcess({ quantity, ordered: taken }: QuoteLine): void {
  if (taken.gt(quantity)) throw new OrderExceedsQuote(quantity, taken);
}

/** Brings one quote to what its orders say; tells of it once, and only when something moved. */
function settleOne(tx: Tx, before: Quote, lines: readonly QuoteLine[], cause: string) {
  const status = next(quoteLifecycle, before.status, moveFor[orderedPart(lines)]);
  const after = updateQuote(tx, before, { status });
  tx.emit(quoteProgressed({ before, after, data: { ...ofCustomer(after), cause } }));
}

/**
 * Hears that orders were changed or cancelled: what is ordered of a quote is what its orders take
 * that were not cancelled. Refuses an order that takes more than was quoted: OrderExceedsQuote.
 */
export async function settle(
  tx: Tx,
  facts: readonly FactOn<'SalesOrder', object>[],
): Promise<void> {
  const ids = distinct(facts.map(({ after }) => after.quoteId)).sort();
  if (ids.length === 0) return;
  const quotes = await tx.lockAll('Quote', ids);
  const taken = await takenByOrders(tx, ids);
  const lines = await linesOf(tx, ids);
  const now = lines.map((line) => ({ ...line, ordered: taken.get(line.id) ?? ZERO }));
  now.forEach(refuseExcess);
  const moved = now.filter((line, index) => !line.ordered.eq(lines[index]?.ordered ?? 0));
  if (moved.length === 0) return;
  setOrdered(tx, moved);
  const cause = facts[0]?.type ?? '';
  for (const quote of quotes) {
    if (!moved.some(({ quoteId }) => quoteId === quote.id)) continue;
    settleOne(
      tx,
      quote,
      now.filter(({ quoteId }) => quoteId === quote.id),
      cause,
    );
  }
}
