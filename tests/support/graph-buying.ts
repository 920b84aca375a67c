import { randomUUID } from 'node:crypto';
import { done, type Client } from '../../clients/typescript/client.js';
import {
  GoodsReceiptCreateDocument,
  PaymentReceiveRefundDocument,
  PurchaseInvoiceApproveDocument,
  PurchaseInvoiceCreateDocument,
  PurchaseCreditNoteCreateDocument,
  PurchaseInvoicePostDocument,
  PurchaseOrderCreateDocument,
  PurchaseOrderDocument,
  PurchaseOrderSendDocument,
  PurchaseReturnCreateDocument,
  SupplierUpsertDocument,
  type GoodsReceiptCreateInput,
  type PurchaseCreditNoteCreateInput,
  type PurchaseInvoiceCreateInput,
  type PurchaseOrderCreateInput,
  type PurchaseOrderLineInput,
  type PurchaseReturnCreateInput,
} from '../../clients/typescript/generated/graphql.js';
import type { Shop } from './graph-shop.js';

const key = () => ({ idempotencyKey: randomUUID() });

export async function supplier(client: Client, code: string, currency = 'USD'): Promise<string> {
  const input = { code, name: code, currency };
  const { supplierUpsert } = await client.request(SupplierUpsertDocument, { input });
  return done(supplierUpsert).supplier!.id;
}

/** Buys for a company by the shipped operations; each step throws the refusal it meets. */
export function buyer(client: Client, shop: Pick<Shop, 'companyId' | 'warehouseId'>) {
  const { companyId, warehouseId } = shop;
  return {
    /** An order that the supplier has. */
    async ordered(
      supplierId: string,
      lines: PurchaseOrderLineInput[],
      told: Partial<PurchaseOrderCreateInput> = {},
    ) {
      const input = { companyId, warehouseId, supplierId, lines, ...told };
      const created = await client.request(PurchaseOrderCreateDocument, { input });
      const { id } = done(created.purchaseOrderCreate).purchaseOrder!;
      const sent = await client.request(PurchaseOrderSendDocument, { input: { id } });
      return done(sent.purchaseOrderSend).purchaseOrder!;
    },
    order: async (id: string) =>
      (await client.request(PurchaseOrderDocument, { by: { id } })).purchaseOrder!,
    /** Takes in what is open of an order, or what is told. */
    async receive(purchaseOrderId: string, told: Partial<GoodsReceiptCreateInput> = {}) {
      const input = { purchaseOrderId, post: true, ...told };
      const answer = await client.request(GoodsReceiptCreateDocument, { input }, key());
      return done(answer.goodsReceiptCreate).goodsReceipt!;
    },
    async billed(purchaseOrderId: string, told: Partial<PurchaseInvoiceCreateInput> = {}) {
      const input = { purchaseOrderId, supplierReference: randomUUID(), ...told };
      const answer = await client.request(PurchaseInvoiceCreateDocument, { input }, key());
      return done(answer.purchaseInvoiceCreate).purchaseInvoice!;
    },
    async approve(id: string) {
      const answer = await client.request(PurchaseInvoiceApproveDocument, { input: { id } });
      return done(answer.purchaseInvoiceApprove).purchaseInvoice!;
    },
    async post(id: string, postedOn?: string) {
      const input = { id, postedOn };
      const answer = await client.request(PurchaseInvoicePostDocument, { input }, key());
      return done(answer.purchaseInvoicePost).purchaseInvoice!;
    },
    /** Sends goods of an order back, all that can or what is told. */
    async sendBack(purchaseOrderId: string, told: Partial<PurchaseReturnCreateInput> = {}) {
      const input = { purchaseOrderId, reason: 'Bent', ship: true, ...told };
      const answer = await client.request(PurchaseReturnCreateDocument, { input }, key());
      return done(answer.purchaseReturnCreate).purchaseReturn!;
    },
    /** Enters and posts the supplier's credit note of an invoice. */
    async credited(purchaseInvoiceId: string, told: Partial<PurchaseCreditNoteCreateInput> = {}) {
      const own = { supplierReference: randomUUID(), reason: 'Bent', post: true };
      const input = { purchaseInvoiceId, ...own, ...told };
      const answer = await client.request(PurchaseCreditNoteCreateDocument, { input }, key());
      return done(answer.purchaseCreditNoteCreate).purchaseCreditNote!;
    },
    /** Receives what the supplier pays out of its credit note. */
    async refunded(supplierId: string, { id, amount }: { id: string; amount: string }) {
      const allocations = [{ purchaseCreditNoteId: id, amount }];
      const documentOn = new Date().toISOString().slice(0, 10);
      const input = { companyId, supplierId, amount, currency: 'USD', documentOn, allocations };
      const answer = await client.request(PaymentReceiveRefundDocument, { input }, key());
      return done(answer.paymentReceiveRefund).payment!;
    },
  };
}
