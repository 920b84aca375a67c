import { Decimal } from 'decimal.js';
import { done, type Client } from '../typescript/client.js';
import {
  GoodsReceiptCreateDocument,
  PaymentMakeDocument,
  PurchaseInvoiceCreateDocument,
  PurchaseOrderConfirmDocument,
  PurchaseOrderSendDocument,
  PurchaseOrdersBuyDocument,
  type PurchaseInvoiceLineInput,
  type PurchaseInvoiceStateFragment,
  type PurchaseOrderStateFragment,
} from '../typescript/generated/graphql.js';
import { key, type House } from './founding.js';
import type { Work } from './making.js';
import { sum, type Page } from './page.js';
import { billedOtherwise, suppliers, supplies, yen } from './trade-data.js';
import { parts } from './workshop-data.js';

interface Short {
  readonly itemId: string;
  readonly code: string;
  readonly quantity: Decimal;
  /** When the first work order takes it. */
  readonly neededOn: string;
}

/** What the work orders lack of parts that are bought: required, less issued and reserved. */
export function shortOf(works: readonly Work[]): Short[] {
  const short = new Map<string, Short>();
  const materials = works.flatMap(({ startOn, materials: all }) =>
    all!.nodes.map((material) => ({ ...material, startOn })),
  );
  for (const { item, required, reserved, issued, startOn } of materials) {
    if (item!.isMade) continue;
    const lacking = new Decimal(required.value).sub(issued.value).sub(reserved.value);
    if (lacking.lte(0)) continue;
    const { id: itemId, code } = item!;
    const known = short.get(itemId);
    const neededOn = known && known.neededOn < startOn ? known.neededOn : startOn;
    short.set(itemId, { itemId, code, quantity: lacking.add(known?.quantity ?? 0), neededOn });
  }
  return [...short.values()];
}

/** Buys what is short from the suppliers who sell it, takes it in, is billed for it and pays. */
export async function buy(
  client: Client,
  page: Page,
  { house, works }: { readonly house: House; readonly works: readonly Work[] },
): Promise<void> {
  const short = shortOf(works);
  page.table(
    short.map(({ code, quantity, neededOn }) => {
      return ['short', code, quantity.toString(), `needed on ${neededOn}`];
    }),
    [false, false, true, false],
  );
  for (const order of await orderParts(client, page, { house, short })) {
    const on = await receive(client, page, order);
    const bill = await beBilled(client, page, order);
    await pay(client, page, { house, order, bill, on });
  }
}

interface Bought {
  readonly order: PurchaseOrderStateFragment;
  readonly bill: PurchaseInvoiceStateFragment;
  /** The business day. */
  readonly on: string;
}

async function orderParts(
  client: Client,
  page: Page,
  { house, short }: { readonly house: House; readonly short: readonly Short[] },
): Promise<PurchaseOrderStateFragment[]> {
  const { companyId, warehouseId } = house;
  const rows = short.map(({ itemId, code, quantity, neededOn }) => ({
    ...{ companyId, warehouseId, itemId, quantity: quantity.toString(), neededOn },
    taxCodeId: isTaxed(code) ? house.taxCodeId : null,
  }));
  const { purchaseOrdersBuy } = await client.request(
    PurchaseOrdersBuyDocument,
    { input: { rows } },
    key('buy'),
  );
  const bought = done(purchaseOrdersBuy).results.map((result) => done(result).purchaseOrder!);
  const orders = [...new Map(bought.map((order) => [order.id, order])).values()];
  for (const { id, number, supplier, lines, grossAmount } of orders) {
    const parts = lines!.nodes.map(({ quantity, description }) => {
      return `${quantity.value} × ${description}`;
    });
    const told = `${supplier!.code}: ${parts.join(', ')}, ${sum(grossAmount)}`;
    page.step('purchase order', number, told);
    const sent = await client.request(PurchaseOrderSendDocument, { input: { id } });
    done(sent.purchaseOrderSend);
    const input = { id, supplierReference: `${supplier!.code}-${number.slice(-5)}` };
    const { purchaseOrderConfirm } = await client.request(PurchaseOrderConfirmDocument, { input });
    const promised = done(purchaseOrderConfirm).purchaseOrder!.lines!.nodes[0]!.promisedOn;
    page.step('sent, confirmed', number, `promised for ${promised}`);
  }
  return orders;
}

/** Whether the supplier of a part charges the company's value added tax. */
function isTaxed(code: string): boolean {
  const supply = supplies.find(({ item }) => item === code);
  return suppliers.some((one) => one.code === supply?.supplier && one.isTaxed);
}

/** The goods come and go on stock. Answers the business day. */
async function receive(
  client: Client,
  page: Page,
  { id, number }: PurchaseOrderStateFragment,
): Promise<string> {
  const { goodsReceiptCreate } = await client.request(
    GoodsReceiptCreateDocument,
    { input: { purchaseOrderId: id, post: true } },
    key(`receive-${number}`),
  );
  const receipt = done(goodsReceiptCreate).goodsReceipt!;
  const worth = receipt.lines!.nodes.map(({ value }) => sum(value!)).join(' and ');
  page.step('goods received', receipt.number, `all of ${number}, worth ${worth}`);
  return receipt.postedOn!;
}

const isBilledOtherwise = ({ description }: { readonly description: string }): boolean =>
  description === parts.find(({ code }) => code === billedOtherwise.item)?.name;

const MATCHES = {
  MATCHED: 'which matches',
  WITHIN_TOLERANCE: 'within the tolerance',
  DIFFERS: 'which somebody has to approve',
};

/** The supplier bills what came; the rims at another price than was ordered. */
async function beBilled(
  client: Client,
  page: Page,
  order: PurchaseOrderStateFragment,
): Promise<PurchaseInvoiceStateFragment> {
  const otherwise = order.lines!.nodes.some(isBilledOtherwise);
  const lines = order.lines!.nodes.map((line): PurchaseInvoiceLineInput => {
    const { id: purchaseOrderLineId, quantity } = line;
    const { unitPrice } = isBilledOtherwise(line) ? billedOtherwise : { unitPrice: undefined };
    return { purchaseOrderLineId, quantity: quantity.value, unitPrice };
  });
  const { purchaseInvoiceCreate } = await client.request(
    PurchaseInvoiceCreateDocument,
    {
      input: {
        ...{ purchaseOrderId: order.id, post: true },
        ...{ supplierReference: `RE-${order.number.slice(-5)}`, lines },
      },
    },
    key(`billed-${order.number}`),
  );
  const bill = done(purchaseInvoiceCreate).purchaseInvoice!;
  const { item, unitPrice } = billedOtherwise;
  const { unitPrice: ordered } = supplies.find((one) => one.item === item)!;
  const told = otherwise ? `${item} at ${unitPrice}, not ${ordered}` : 'as ordered';
  page.step(
    'bill posted',
    bill.number,
    `${sum(bill.grossAmount)}: ${told}, ${MATCHES[bill.match]}`,
  );
  return bill;
}

/** The supplier is paid; in yen at what the bank asks on the day. */
async function pay(
  client: Client,
  page: Page,
  { house, order, bill, on }: Bought & { readonly house: House },
): Promise<void> {
  const { amount, currency } = bill.grossAmount;
  const exchangeRate = currency === yen.currency ? yen.paidAt : undefined;
  const { paymentMake } = await client.request(
    PaymentMakeDocument,
    {
      input: {
        ...{ companyId: house.companyId, supplierId: order.supplier!.id, amount, currency },
        ...{ documentOn: on, exchangeRate, reference: bill.supplierReference },
        allocations: [{ purchaseInvoiceId: bill.id, amount }],
      },
    },
    key(`pay-${order.number}`),
  );
  const { number } = done(paymentMake).payment!;
  const at = exchangeRate === undefined ? '' : ` at ${exchangeRate}, billed at ${yen.rate}`;
  page.step('payment made', number, `${sum(bill.grossAmount)}${at}`);
}
