import { done, type Client, type Operation, type Refusal } from '../../typescript/client.js';
import {
  ImportApproveDocument,
  ImportDeliverDocument,
  ImportDeliveryDocument,
  ImportInvoiceDocument,
  ImportPayDocument,
  ImportPostDocument,
  ImportShipDocument,
  type ImportedInvoiceFragment,
  type ImportedOrderFragment,
} from '../../typescript/generated/graphql.js';
import { present } from '../present.js';
import { CURRENCY } from './mapping.js';
import type { SourceOrder } from './source.js';

/** An order that is in the graph, with what the files say of it. */
export interface OpenOrder {
  readonly source: SourceOrder['header'];
  readonly state: ImportedOrderFragment;
  readonly companyId: string;
  readonly customerId: string;
}

interface Payload {
  readonly userErrors: readonly Refusal[];
}

/** Runs a mutation under the key of this order and step; throws MutationRefused. */
type Step = <Answer, Input, P extends Payload>(
  name: string,
  operation: Operation<Answer, { input: Input }>,
  input: Input,
  payload: (answer: Answer) => P | null | undefined,
) => Promise<P>;

const stepsOf =
  (client: Client, { SalesOrderID }: SourceOrder['header']): Step =>
  async (name, operation, input, payload) => {
    const idempotencyKey = `adventureworks:order:${SalesOrderID}:${name}`;
    return done(payload(await client.request(operation, { input }, { idempotencyKey })));
  };

/**
 * Takes one confirmed order from where it stands to the money: delivered and shipped on its ship
 * date, invoiced that day, paid in full on its due date. What an earlier run has done is not asked
 * again, and each step has a key of its own, so that an answer that was lost costs nothing.
 */
export async function carryToCash(client: Client, order: OpenOrder): Promise<void> {
  const step = stepsOf(client, order.source);
  await deliver(step, order);
  const invoice = await bill(step, order);
  if (invoice.openAmount && !isNothing(invoice.openAmount.amount))
    await pay(step, order, { id: invoice.id, amount: invoice.openAmount.amount });
}

const isNothing = (amount: string): boolean => /^0(\.0*)?$/.test(amount);

async function deliver(step: Step, { source, state }: OpenOrder): Promise<void> {
  const on = source.ShipDate;
  const input = { salesOrderId: state.id, documentOn: on };
  const made = async () =>
    (await step('delivery', ImportDeliveryDocument, input, (answer) => answer.deliveryCreate))
      .delivery;
  const { id, status } = present(state.deliveries?.nodes[0] ?? (await made()));
  if (status === 'DELIVERED') return;
  if (status !== 'SHIPPED')
    await step('ship', ImportShipDocument, { id, postedOn: on }, (answer) => answer.deliveryShip);
  await step('deliver', ImportDeliverDocument, { id }, (answer) => answer.deliveryDeliver);
}

async function bill(step: Step, { source, state }: OpenOrder): Promise<ImportedInvoiceFragment> {
  const on = source.ShipDate;
  const input = { salesOrderId: state.id, documentOn: on };
  const made = async () =>
    (await step('invoice', ImportInvoiceDocument, input, (answer) => answer.salesInvoiceCreate))
      .salesInvoice;
  const invoice = present(state.salesInvoices?.nodes[0] ?? (await made()));
  const { id, status } = invoice;
  if (status === 'POSTED') return invoice;
  if (status === 'DRAFT')
    await step('approve', ImportApproveDocument, { id }, (answer) => answer.salesInvoiceApprove);
  const posting = { id, postedOn: on };
  const posted = await step('post', ImportPostDocument, posting, ({ salesInvoicePost }) => {
    return salesInvoicePost;
  });
  return present(posted.salesInvoice);
}

async function pay(
  step: Step,
  { source, companyId, customerId }: OpenOrder,
  invoice: { readonly id: string; readonly amount: string },
): Promise<void> {
  const input = {
    ...{ companyId, customerId, amount: invoice.amount, currency: CURRENCY },
    documentOn: source.DueDate,
    reference: source.SalesOrderNumber,
    allocations: [{ salesInvoiceId: invoice.id, amount: invoice.amount }],
  };
  await step('payment', ImportPayDocument, input, (answer) => answer.paymentReceive);
}
