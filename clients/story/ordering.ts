import { done, type Client } from '../typescript/client.js';
import {
  SalesOrderConfirmDocument,
  SalesOrderCreateDocument,
  SalesOrderDocument,
  type OrderLinesFragment,
} from '../typescript/generated/graphql.js';
import { freight, goods } from './demo.js';
import type { Demo } from './founding.js';
import { sum, type Page } from './page.js';

type Line = NonNullable<OrderLinesFragment['lines']>['nodes'][number];

/** The order of the story. */
export interface Order {
  readonly id: string;
  readonly number: string;
  /** The lines that sell goods, in the order of the goods. */
  readonly lines: readonly Line[];
}

/** Enters the order as a draft: three lines of goods, and freight as a charge. */
export async function enterOrder(client: Client, page: Page, demo: Demo): Promise<Order> {
  const { companyId, customerId, warehouseId, taxCodeId } = demo;
  const sold = goods.map(({ ordered: quantity, unitPrice, discountPercent }, index) => {
    const itemId = demo.itemIds[index]!;
    return { itemId, quantity, unitPrice, discountPercent, taxCodeId };
  });
  const charge = { ...freight, kind: 'CHARGE' as const, taxCodeId };
  const { salesOrderCreate } = await client.request(SalesOrderCreateDocument, {
    input: {
      companyId,
      customerId,
      warehouseId,
      customerReference: 'PO 7731',
      lines: [...sold, charge],
    },
  });
  const { id, number, lines, netAmount, grossAmount } = done(salesOrderCreate).salesOrder!;
  const told = `${sold.length} items and freight: ${sum(netAmount)}, with tax ${sum(grossAmount)}`;
  page.step('order entered', number, told);
  return { id, number, lines: lines?.nodes.filter(({ kind }) => kind === 'ITEM') ?? [] };
}

/** Promises the order to the customer. */
export async function confirmOrder(client: Client, page: Page, order: Order): Promise<void> {
  const { salesOrderConfirm } = await client.request(
    SalesOrderConfirmDocument,
    { input: { id: order.id } },
    { idempotencyKey: 'story-confirm' },
  );
  const { number } = done(salesOrderConfirm).salesOrder!;
  page.step('order confirmed', number, 'credit checked, stock reserved');
}

/** The version that the order has now. */
export async function versionOf(client: Client, order: Order): Promise<number> {
  const { salesOrder } = await client.request(SalesOrderDocument, { by: { id: order.id } });
  return salesOrder!.version;
}
