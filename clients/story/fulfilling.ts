import { done, type Client } from '../typescript/client.js';
import {
  DeliveryCreateDocument,
  DeliveryPackDocument,
  DeliveryPickDocument,
  DeliveryShipDocument,
  PaymentReceiveDocument,
  SalesInvoiceApproveDocument,
  SalesInvoiceCreateDocument,
  SalesInvoicePostDocument,
  type LineQuantityInput,
} from '../typescript/generated/graphql.js';
import { key } from './founding.js';
import { sum, type Page } from './page.js';
import type { Order } from './selling.js';
import { wanted } from './trade-data.js';

/** What goes with the first delivery, by line of the order. */
export const firstPart = ({ lines }: Order): LineQuantityInput[] =>
  lines.flatMap(({ id }, index) => {
    const { first } = wanted[index]!;
    return first === '0' ? [] : [{ salesOrderLineId: id, quantity: first }];
  });

/** Plans, picks, packs and ships a delivery: of the lines named, or of all that is open. */
export async function ship(
  client: Client,
  page: Page,
  { order, lines, told }: { order: Order; lines?: LineQuantityInput[]; told: string },
): Promise<void> {
  const { deliveryCreate } = await client.request(DeliveryCreateDocument, {
    input: { salesOrderId: order.id, lines },
  });
  const { id, number } = done(deliveryCreate).delivery!;
  done((await client.request(DeliveryPickDocument, { input: { id } })).deliveryPick);
  done((await client.request(DeliveryPackDocument, { input: { id } })).deliveryPack);
  const { deliveryShip } = await client.request(
    DeliveryShipDocument,
    { input: { id } },
    key(`ship-${number}`),
  );
  done(deliveryShip);
  page.step('delivery shipped', number, told);
}

/** What the customer was billed. */
export interface Bill {
  readonly id: string;
  readonly postedOn: string;
  readonly gross: { readonly amount: string; readonly currency: string };
}

/** Drafts, approves and posts the invoice of all that was shipped, and of the freight. */
export async function bill(client: Client, page: Page, order: Order): Promise<Bill> {
  const { salesInvoiceCreate } = await client.request(SalesInvoiceCreateDocument, {
    input: { salesOrderId: order.id },
  });
  const { id } = done(salesInvoiceCreate).salesInvoice!;
  const approved = await client.request(SalesInvoiceApproveDocument, { input: { id } });
  done(approved.salesInvoiceApprove);
  const { salesInvoicePost } = await client.request(
    SalesInvoicePostDocument,
    { input: { id } },
    key('post'),
  );
  const { number, grossAmount, postedOn, dueOn } = done(salesInvoicePost).salesInvoice!;
  page.step('invoice posted', number!, `${sum(grossAmount)}, due on ${dueOn}`);
  return { id, postedOn: postedOn!, gross: grossAmount };
}

interface Payer {
  readonly companyId: string;
  readonly customerId: string;
}

/** The customer pays the bill. */
export async function receivePayment(
  client: Client,
  page: Page,
  { companyId, customerId, bill: { id, gross, postedOn } }: Payer & { bill: Bill },
): Promise<void> {
  const { amount, currency } = gross;
  const { paymentReceive } = await client.request(
    PaymentReceiveDocument,
    {
      input: {
        companyId,
        customerId,
        amount,
        currency,
        documentOn: postedOn,
        reference: 'Transfer 20417',
        allocations: [{ salesInvoiceId: id, amount }],
      },
    },
    key('payment'),
  );
  const payment = done(paymentReceive).payment!;
  page.step('payment received', payment.number, `${sum(gross)}, the invoice is settled`);
}
