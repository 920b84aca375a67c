import type { Answer, Ask, Maker } from './flow-founding.js';

const told = 'userErrors { code message }';

/** An order from its quote to the money, as few requests as the documents leave. */
export const operations = {
  quote: `mutation Quote($input: QuoteCreateInput!) {
    quoteCreate(input: $input) { quote { id number version estimatedMargin { amount } } ${told} } }`,
  accept: `mutation Accept($input: QuoteAcceptInput!) {
    quoteAccept(input: $input) {
      salesOrder { id number version status workOrders(first: 50) { nodes { id version status } } } ${told} } }`,
  complete: `mutation Complete($input: WorkOrdersCompleteInput!) {
    workOrdersComplete(input: $input) { workOrders { id version status } ${told} } }`,
  deliver: `mutation Deliver($deliver: DeliveryCreateInput!, $bill: SalesInvoiceCreateInput!) {
    deliveryCreate(input: $deliver) { delivery { id number version status } ${told} }
    salesInvoiceCreate(input: $bill) {
      salesInvoice { id number version grossAmount { amount currency } } ${told} } }`,
  pay: `mutation Pay($input: PaymentReceiveInput!) {
    paymentReceive(input: $input) { payment { id number version status amount { amount } } ${told} } }`,
} as const;

/** Requests that one order takes. */
export const ROUND_TRIPS = Object.keys(operations).length;

/** Work orders of an order: three products, each with a module of its own. */
export const WORK_ORDERS = 6;

const today = (): string => new Date().toISOString().slice(0, 10);

function quoteInput({ companyId, warehouseId, customerIds, productIds }: Maker, at: number) {
  const lines = productIds.map((itemId) => ({ itemId, quantity: '2', unitPrice: '480' }));
  const customerId = customerIds[at % customerIds.length]!;
  return { companyId, warehouseId, customerId, lines, send: true };
}

interface Order {
  readonly id: string;
  readonly workOrders: { readonly nodes: readonly { readonly id: string }[] };
}

const found = <T>(answer: Answer, field: string, noun: string): T => answer[field]?.[noun] as T;

/** Takes one order from quote to cash. Throws when a step is refused or makes too little. */
export async function playOrder(ask: Ask, maker: Maker, key: string, at: number): Promise<void> {
  const step = (name: keyof typeof operations, variables: object) =>
    ask(operations[name], variables, `${key}-${name}`);
  const quoted = await step('quote', { input: quoteInput(maker, at) });
  const { id } = found<{ id: string }>(quoted, 'quoteCreate', 'quote');
  const making = { confirm: true, makeWorkOrders: { release: true } };
  const accepted = await step('accept', { input: { id, ...making } });
  const order = found<Order>(accepted, 'quoteAccept', 'salesOrder');
  const { id: salesOrderId } = order;
  const lines = order.workOrders.nodes.map((one) => ({ id: one.id }));
  if (lines.length !== WORK_ORDERS) throw new Error(`${lines.length} work orders.`);
  await step('complete', { input: { lines, issue: true, reportTime: true, close: true } });
  const deliver = { salesOrderId, ship: true };
  const billed = await step('deliver', { deliver, bill: { salesOrderId, post: true } });
  const invoice = found<Invoice>(billed, 'salesInvoiceCreate', 'salesInvoice');
  await step('pay', { input: payment(maker, at, invoice) });
}

interface Invoice {
  readonly id: string;
  readonly grossAmount: { readonly amount: string; readonly currency: string };
}

function payment({ companyId, customerIds }: Maker, at: number, { id, grossAmount }: Invoice) {
  return {
    ...{ companyId, customerId: customerIds[at % customerIds.length]!, ...grossAmount },
    documentOn: today(),
    allocations: [{ salesInvoiceId: id, amount: grossAmount.amount }],
  };
}
