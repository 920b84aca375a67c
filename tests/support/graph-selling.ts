import { randomUUID } from 'node:crypto';
import { done, type Client } from '../../clients/typescript/client.js';
import {
  DeliveryCreateDocument,
  DeliveryPackDocument,
  DeliveryPickDocument,
  DeliveryShipDocument,
  PaymentReceiveDocument,
  SalesInvoiceApproveDocument,
  SalesInvoiceCreateDocument,
  SalesInvoicePostDocument,
  SalesOrderConfirmDocument,
  SalesOrderCreateDocument,
  SalesOrderDocument,
  type InvoiceStateFragment,
  type LineQuantityInput,
  type OrderLinesFragment,
  type OrderStateFragment,
  type PaymentReceiveInput,
  type SalesOrderCreateInput,
  type SalesOrderLineInput,
} from '../../clients/typescript/generated/graphql.js';
import type { Shop } from './graph-shop.js';

export interface SoldOrder {
  readonly id: string;
  readonly lines: NonNullable<OrderLinesFragment['lines']>['nodes'];
}

type Line = Partial<SalesOrderLineInput>;

/** Sells in a shop by the shipped operations; each step throws the refusal it meets. */
export function seller(client: Client, shop: Shop) {
  const key = () => ({ idempotencyKey: randomUUID() });
  return {
    ...ordering(client, shop, key),
    ...fulfilling(client, key),
    /** Receives the payment of an invoice, all of it or so much. */
    async pay(
      { id, grossAmount }: InvoiceStateFragment,
      amount = grossAmount.amount,
      input: Partial<PaymentReceiveInput> = {},
    ) {
      const { companyId, customerId } = shop;
      const allocations = [{ salesInvoiceId: id, amount }];
      const { currency } = grossAmount;
      const documentOn = new Date().toISOString().slice(0, 10);
      const paid = { companyId, customerId, amount, currency, documentOn, allocations, ...input };
      const answer = await client.request(PaymentReceiveDocument, { input: paid }, key());
      return done(answer.paymentReceive).payment!;
    },
  };
}

type Key = () => { idempotencyKey: string };

function ordering(client: Client, shop: Shop, key: Key) {
  /** An order of the shop's item at 50 each, or of what the lines say. */
  async function drafted(lines: Line[], input: Partial<SalesOrderCreateInput> = {}) {
    const { companyId, customerId, warehouseId, itemId, taxCodeId } = shop;
    const sold = lines.map((line) => ({
      ...(line.kind === 'CHARGE' ? {} : { itemId }),
      taxCodeId,
      unitPrice: '50',
      ...line,
    }));
    const order = { companyId, customerId, warehouseId, ...input, lines: sold };
    const { salesOrderCreate } = await client.request(SalesOrderCreateDocument, { input: order });
    const { id, lines: made } = done(salesOrderCreate).salesOrder!;
    return { id, lines: made!.nodes } satisfies SoldOrder;
  }
  async function confirm(id: string) {
    const answer = await client.request(SalesOrderConfirmDocument, { input: { id } }, key());
    return done(answer.salesOrderConfirm).salesOrder!;
  }
  return {
    drafted,
    confirm,
    async confirmed(lines: Line[], input?: Partial<SalesOrderCreateInput>) {
      const order = await drafted(lines, input);
      await confirm(order.id);
      return order;
    },
    /** The order as it is now. */
    async order(id: string): Promise<OrderStateFragment & OrderLinesFragment> {
      return (await client.request(SalesOrderDocument, { by: { id } })).salesOrder!;
    },
  };
}

function fulfilling(client: Client, key: Key) {
  return {
    /** Takes a delivery out of the house: of the lines named, or of all that is open. */
    async ship(salesOrderId: string, lines?: LineQuantityInput[], postedOn?: string) {
      const input = { salesOrderId, lines };
      const { deliveryCreate } = await client.request(DeliveryCreateDocument, { input });
      const { id } = done(deliveryCreate).delivery!;
      done((await client.request(DeliveryPickDocument, { input: { id } })).deliveryPick);
      done((await client.request(DeliveryPackDocument, { input: { id } })).deliveryPack);
      const shipped = { input: { id, postedOn } };
      const { deliveryShip } = await client.request(DeliveryShipDocument, shipped, key());
      return done(deliveryShip).delivery!;
    },
    /** Bills what can be billed, or the lines named. */
    async bill(salesOrderId: string, lines?: LineQuantityInput[], postedOn?: string) {
      const draft = { input: { salesOrderId, lines, documentOn: postedOn } };
      const { salesInvoiceCreate } = await client.request(SalesInvoiceCreateDocument, draft);
      const { id } = done(salesInvoiceCreate).salesInvoice!;
      const approved = await client.request(SalesInvoiceApproveDocument, { input: { id } });
      done(approved.salesInvoiceApprove);
      const posting = { input: { id, postedOn } };
      const { salesInvoicePost } = await client.request(SalesInvoicePostDocument, posting, key());
      return done(salesInvoicePost).salesInvoice!;
    },
  };
}
