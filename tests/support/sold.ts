import { asking, type Asking } from './asking.js';
import { openShop, type Shop } from './graph-shop.js';
import { openGraph, type TestGraph } from './graph.js';

/** A graph in which four pieces and their freight were sold, delivered and billed at 230. */
export interface Sold extends Asking {
  readonly graph: TestGraph;
  readonly shop: Shop;
  readonly orderId: string;
  readonly invoiceId: string;
  readonly today: string;
}

export async function openSold(): Promise<Sold> {
  const graph = await openGraph();
  const shop = await openShop(graph.client);
  const caller = asking(graph);
  const today = new Date().toISOString().slice(0, 10);
  return { ...caller, graph, shop, today, ...(await sell(caller, shop)) };
}

/** Drafts an order of four pieces and freight: 210, and 20 of tax. */
export function order({ id }: Asking, shop: Shop): Promise<string> {
  const { companyId, customerId, warehouseId, itemId, taxCodeId } = shop;
  const lines = [
    { itemId, quantity: '4', unitPrice: '50', taxCodeId },
    { kind: 'CHARGE', description: 'Freight', unitPrice: '10' },
  ];
  return id('salesOrderCreate', 'salesOrder', { companyId, customerId, warehouseId, lines });
}

async function sell(caller: Asking, shop: Shop) {
  const orderId = await order(caller, shop);
  await caller.id('salesOrderConfirm', 'salesOrder', { id: orderId });
  const ofOrder = { salesOrderId: orderId };
  const id = await caller.id('deliveryCreate', 'delivery', ofOrder);
  for (const verb of ['Pick', 'Pack', 'Ship', 'Deliver'])
    await caller.id(`delivery${verb}`, 'delivery', { id });
  const invoiceId = await caller.id('salesInvoiceCreate', 'salesInvoice', ofOrder);
  await caller.id('salesInvoiceApprove', 'salesInvoice', { id: invoiceId });
  await caller.id('salesInvoicePost', 'salesInvoice', { id: invoiceId });
  return { orderId, invoiceId };
}
