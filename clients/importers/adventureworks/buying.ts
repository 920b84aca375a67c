import { createHash } from 'node:crypto';
import { done, type Client } from '../../typescript/client.js';
import {
  ImportBillDocument,
  ImportBuyDocument,
  ImportPaySupplierDocument,
  ImportPurchasesDocument,
  ImportReceiveDocument,
  ImportSendDocument,
  type ImportPurchasesQuery,
} from '../../typescript/generated/graphql.js';
import { batches } from '../in-flight.js';
import { present } from '../present.js';
import { Decimal } from './amounts.js';
import { workPart, type Job } from './job.js';
import { linesOf, unfinished } from './making.js';
import { CURRENCY } from './mapping.js';
import type { OpenOrder } from './order-to-cash.js';
import { allOf } from './paging.js';
import { shortagesOf, type Short } from './shortage.js';

export type Purchase = NonNullable<ImportPurchasesQuery['purchaseOrders']>['nodes'][number];

/** The most rows that one request takes. */
const ROWS_MAX = 250;

/** What nobody sells and nobody makes: it gets an opening balance. */
const UNBOUGHT: readonly string[] = ['NO_SOURCE', 'ITEM_NOT_BOUGHT'];

/** The purchase orders of a company that are not cancelled. */
export const purchasesOf = (client: Client, company: string): Promise<Purchase[]> =>
  allOf(async (after) => {
    return (await client.request(ImportPurchasesDocument, { company, after })).purchaseOrders;
  });

/**
 * Buys what the orders are short of, each from its best supplier, one order for each of them.
 * Answers what nobody sells. What an earlier run has bought and is on its way is not bought again.
 */
export async function buy(job: Job, open: readonly OpenOrder[]): Promise<Short[]> {
  const { client, ground } = job;
  const going = unfinished(open);
  const orderIds = going.map(({ state }) => state.id);
  const lines = await linesOf(client, orderIds);
  const purchases = await purchasesOf(client, ground.companyId);
  const around = { warehouse: ground.warehouseId, purchases };
  const short = await shortagesOf(client, { orderIds, lines }, around);
  const unbought: Short[] = [];
  const work = async (piece: readonly Short[]) => {
    unbought.push(...(await buyPiece(job, going, piece)));
  };
  await workPart(job, 'buy', batches(short, ROWS_MAX), work, ({ length }) => length);
  return unbought;
}

/** The day on which the first of the orders leaves: by then all is there. */
const firstShipping = (open: readonly OpenOrder[]): string =>
  present(open.map(({ source }) => source.ShipDate).toSorted()[0], 'An order');

async function buyPiece(
  { client, ground }: Job,
  going: readonly OpenOrder[],
  piece: readonly Short[],
): Promise<Short[]> {
  const { companyId, warehouseId } = ground;
  const neededOn = firstShipping(going);
  const rows = piece.map(({ item: { id: itemId }, quantity }) => ({
    ...{ companyId, warehouseId, itemId, quantity, neededOn },
  }));
  const orders = going.map(({ source }) => source.SalesOrderID);
  const hash = createHash('sha256')
    .update(JSON.stringify([orders, rows]))
    .digest('hex');
  const options = { idempotencyKey: `adventureworks:buy:${hash}` };
  const answer = await client.request(ImportBuyDocument, { input: { rows } }, options);
  const { results, userErrors } = present(answer.purchaseOrdersBuy);
  done({ userErrors });
  return results.flatMap((result) => {
    const [reason] = result.userErrors;
    if (reason && UNBOUGHT.includes(reason.code)) return [present(piece[result.index])];
    done(result);
    return [];
  });
}

/** Takes in, is billed for and pays what was bought: all purchase orders that are not paid yet. */
export async function receive(job: Job, open: readonly OpenOrder[]): Promise<void> {
  const going = unfinished(open);
  if (going.length === 0) return;
  const on = firstShipping(going);
  const purchases = (await purchasesOf(job.client, job.ground.companyId)).filter(
    (one) => !isPaid(one),
  );
  await workPart(job, 'receive and pay', purchases, async (one) => carry(job, one, on));
}

const isPaid = ({ purchaseInvoices }: Purchase): boolean => {
  const bill = purchaseInvoices?.nodes[0];
  return bill?.status === 'POSTED' && new Decimal(bill.openAmount?.amount ?? 0).isZero();
};

const isOpen = ({ lines }: Purchase): boolean =>
  lines?.nodes.some(({ quantity, received }) => new Decimal(quantity.value).gt(received.value)) ??
  false;

async function carry({ client, ground }: Job, order: Purchase, on: string): Promise<void> {
  const { id, number, status, supplier } = order;
  const options = (name: string) => ({ idempotencyKey: `adventureworks:${id}:${name}` });
  if (status === 'DRAFT') {
    const sending = await client.request(ImportSendDocument, { input: { id } }, options('send'));
    done(sending.purchaseOrderSend);
  }
  if (isOpen(order)) {
    const input = { purchaseOrderId: id, documentOn: on, postedOn: on, post: true };
    const receiving = await client.request(ImportReceiveDocument, { input }, options('receive'));
    done(receiving.goodsReceiptCreate);
  }
  const bill = order.purchaseInvoices?.nodes[0] ?? (await billed(client, order, on));
  const amount = bill.openAmount?.amount ?? '0';
  const input = {
    ...{ companyId: ground.companyId, supplierId: present(supplier).id, amount },
    ...{ currency: CURRENCY, documentOn: on, reference: number },
    allocations: [{ purchaseInvoiceId: bill.id, amount }],
  };
  done((await client.request(ImportPaySupplierDocument, { input }, options('pay'))).paymentMake);
}

async function billed(client: Client, { id, number }: Purchase, on: string) {
  const supplierReference = `Bill of ${number}`;
  const dates = { documentOn: on, postedOn: on };
  const input = { purchaseOrderId: id, supplierReference, post: true, ...dates };
  const options = { idempotencyKey: `adventureworks:${id}:bill` };
  const answer = await client.request(ImportBillDocument, { input }, options);
  return present(done(answer.purchaseInvoiceCreate).purchaseInvoice);
}
