import type { Answer, Ask, Maker } from '../../bench/flow-founding.js';
import { foundMaker } from '../../bench/flow-founding.js';
import { operations, playOrder } from '../../bench/flow-order.js';

/** A company in which nothing happens but trials, with documents in the states they try to leave. */
export interface Quiet extends Maker {
  readonly draftQuoteId: string;
  readonly sentQuoteId: string;
  readonly draftOrderId: string;
  /** Confirmed, with work orders on the shop floor; and one of their job cards. */
  readonly openOrderId: string;
  readonly workOrderIds: readonly string[];
  readonly jobCardId: string;
  /** Made, not yet delivered. */
  readonly madeOrderId: string;
  /** Delivered, not yet billed. */
  readonly deliveredOrderId: string;
  /** Delivered, billed and paid. */
  readonly paidOrderId: string;
  readonly invoiceId: string;
  readonly opportunityId: string;
  readonly supplierId: string;
  readonly purchaseOrderId: string;
  readonly partId: string;
  readonly binId: string;
  readonly workCenterId: string;
  readonly periodId: string;
  readonly accountIds: readonly string[];
}

const told = 'userErrors { code message }';

/** Founds as the load is founded, under another code and other keys. */
const renamed =
  (ask: Ask): Ask =>
  (query, variables, key) => {
    const text = JSON.stringify(variables).replaceAll('"BENCH"', '"QUIET"');
    return ask(query, JSON.parse(text) as object, `quiet-${key}`);
  };

const idIn = (answer: Answer, field: string, noun: string): string =>
  (answer[field]![noun] as { id: string }).id;

function maker(ask: Ask) {
  let count = 0;
  /** Runs one mutation by the names that the graph gives to input and answer. */
  return async (field: string, noun: string, input: object): Promise<string> => {
    const type = `${field[0]!.toUpperCase()}${field.slice(1)}Input`;
    const text = `mutation ($input: ${type}!) { ${field}(input: $input) { ${noun} { id } ${told} } }`;
    return idIn(await ask(text, { input }, `quiet-${field}-${count++}`), field, noun);
  };
}

type Make = ReturnType<typeof maker>;

interface Accepted {
  readonly id: string;
  readonly workOrders: { readonly nodes: readonly { readonly id: string }[] };
}

async function accepted(ask: Ask, make: Make, quote: object): Promise<Accepted> {
  const id = await make('quoteCreate', 'quote', { ...quote, send: true });
  const input = { id, confirm: true, makeWorkOrders: { release: true } };
  const answer = await ask(operations.accept, { input }, `quiet-accept-${id}`);
  return answer.quoteAccept!.salesOrder as Accepted;
}

async function complete(ask: Ask, { id, workOrders }: Accepted): Promise<void> {
  const lines = workOrders.nodes.map((one) => ({ id: one.id }));
  const input = { lines, issue: true, reportTime: true, close: true };
  await ask(operations.complete, { input }, `quiet-complete-${id}`);
}

async function foundOrders(ask: Ask, make: Make, base: Maker) {
  const { companyId, warehouseId, customerIds, productIds } = base;
  const lines = [{ itemId: productIds[0]!, quantity: '2', unitPrice: '480' }];
  const sale = { companyId, warehouseId, customerId: customerIds[0]!, lines };
  const open = await accepted(ask, make, sale);
  const made = await accepted(ask, make, sale);
  await complete(ask, made);
  const delivered = await accepted(ask, make, sale);
  await complete(ask, delivered);
  await make('deliveryCreate', 'delivery', { salesOrderId: delivered.id, ship: true });
  await playOrder(renamed(ask), base, 'order', 0);
  return {
    draftQuoteId: await make('quoteCreate', 'quote', sale),
    sentQuoteId: await make('quoteCreate', 'quote', { ...sale, send: true }),
    draftOrderId: await make('salesOrderCreate', 'salesOrder', sale),
    openOrderId: open.id,
    workOrderIds: open.workOrders.nodes.map(({ id }) => id),
    madeOrderId: made.id,
    deliveredOrderId: delivered.id,
  };
}

interface Nodes {
  readonly nodes: readonly { readonly id: string }[];
}

const GROUND = `query ($company: ID!, $part: String!) {
  jobCards(where: { company: { id: { eq: $company } }, workOrder: { status: { eq: RELEASED } } },
    first: 1) { nodes { id } }
  salesInvoices(where: { company: { id: { eq: $company } } }, first: 1) {
    nodes { id salesOrder { id } } }
  items(where: { code: { eq: $part } }, first: 1) { nodes { id } }
  warehouses(where: { company: { id: { eq: $company } } }, first: 1) {
    nodes { bins(first: 1) { nodes { id } } } }
  workCenters(where: { company: { id: { eq: $company } } }, first: 1) { nodes { id } }
  fiscalPeriods(where: { company: { id: { eq: $company } }, status: { eq: OPEN } }, first: 1) {
    nodes { id } }
  accounts(where: { company: { id: { eq: $company } }, kind: { eq: EXPENSE } }, first: 2) {
    nodes { id } } }`;

async function ground(ask: Ask, company: string) {
  const answer = await ask(GROUND, { company, part: 'BIKE-A-P1' }, 'quiet-ground');
  const first = (field: string) => (answer[field] as unknown as Nodes).nodes[0]!.id;
  const invoice = (answer.salesInvoices as unknown as { nodes: { salesOrder: { id: string } }[] })
    .nodes[0]!;
  const [warehouse] = (answer.warehouses as unknown as { nodes: { bins: Nodes }[] }).nodes;
  return {
    jobCardId: first('jobCards'),
    invoiceId: first('salesInvoices'),
    paidOrderId: invoice.salesOrder.id,
    partId: first('items'),
    binId: warehouse!.bins.nodes[0]!.id,
    workCenterId: first('workCenters'),
    periodId: first('fiscalPeriods'),
    accountIds: (answer.accounts as unknown as Nodes).nodes.map(({ id }) => id),
  };
}

/** Founds the quiet company beside the one that works. */
export async function foundQuiet(ask: Ask): Promise<Quiet> {
  const base = await foundMaker(renamed(ask));
  const { companyId, warehouseId, customerIds } = base;
  const make = maker(ask);
  const orders = await foundOrders(ask, make, base);
  const found = await ground(ask, companyId);
  const supplier = { code: 'QUIET-S', name: 'Supplier', currency: 'USD' };
  const supplierId = await make('supplierUpsert', 'supplier', supplier);
  const line = { itemId: found.partId, quantity: '5', unitPrice: '2' };
  const buying = { companyId, warehouseId, supplierId, lines: [line] };
  const chance = { companyId, customerId: customerIds[0]!, name: 'Chance', currency: 'USD' };
  return {
    ...{ ...base, ...orders, ...found, supplierId },
    purchaseOrderId: await make('purchaseOrderCreate', 'purchaseOrder', buying),
    opportunityId: await make('opportunityCreate', 'opportunity', chance),
  };
}
