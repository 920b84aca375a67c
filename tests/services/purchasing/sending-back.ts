import { sql } from 'kysely';
import type { Row } from '../../../modules/events/index.js';
import { items } from '../../../modules/inventory/index.js';
import { canonical, decimal } from '../../../modules/kernel/index.js';
import {
  purchaseCreditNotes,
  purchaseInvoices,
  purchaseReturns,
} from '../../../modules/purchasing/index.js';
import { linesNow, newItem, order, sent, type Wanted, type Yard } from './yard.js';

type Method = 'MOVING_AVERAGE' | 'FIFO' | 'STANDARD';

/** What tests of goods that go back do and look at, in a yard whose books hear of it. */
export function sendingBack(yard: Yard) {
  const { database } = yard;
  let count = 0;
  const once = (prefix: string) => `${prefix}-${++count}`;

  async function ordered(wanted: Wanted & { readonly method?: Method; readonly cost?: string }) {
    const itemId = await newItem(yard, once('R'));
    const { method: valuationMethod, cost, ...told } = wanted;
    const { companyId } = yard;
    const standardCost = cost === undefined ? null : decimal(cost);
    if (valuationMethod)
      await yard.act((tx) =>
        items.setSettings(tx, { companyId, itemId, valuationMethod, standardCost }),
      );
    const { id } = await sent(yard, order(yard, { itemId, ...told }));
    return { itemId, id };
  }

  /** Posts the supplier's invoice of so many, at a price that somebody else approves. */
  async function billed(purchaseOrderId: string, quantity: string, unitPrice?: string) {
    const [line] = await linesNow(yard, purchaseOrderId);
    const bill = { purchaseOrderLineId: line!.id, quantity: decimal(quantity) };
    const { id } = await yard.act((tx) =>
      purchaseInvoices.create(tx, {
        ...{ purchaseOrderId, supplierReference: once('B'), documentOn: '2026-03-05' },
        lines: [{ ...bill, unitPrice: unitPrice === undefined ? null : decimal(unitPrice) }],
      }),
    );
    await yard.act((tx) => purchaseInvoices.approve(tx, { id }), yard.checker);
    return yard.act((tx) => purchaseInvoices.post(tx, { id, postedOn: '2026-03-06' }));
  }

  async function receiptLine(purchaseOrderId: string, place = 0) {
    const { rows } = await sql<Row<'GoodsReceiptLine'>>`
      select l.* from "GoodsReceiptLine" l join "GoodsReceipt" r on r."id" = l."goodsReceiptId"
      where r."purchaseOrderId" = ${purchaseOrderId} order by r."id", l."position"
    `.execute(database.db);
    return rows[place]!.id;
  }

  const returning = (purchaseOrderId: string, goodsReceiptLineId: string, quantity: string) => ({
    ...{ purchaseOrderId, reason: 'Bent', ship: true, documentOn: '2026-03-10' },
    lines: [{ goodsReceiptLineId, quantity: decimal(quantity) }],
  });

  async function sentBack(purchaseOrderId: string, quantity: string, place = 0) {
    const input = returning(purchaseOrderId, await receiptLine(purchaseOrderId, place), quantity);
    return yard.act((tx) => purchaseReturns.create(tx, input));
  }

  const note = (purchaseInvoiceId: string, told: object = {}) => ({
    ...{ purchaseInvoiceId, supplierReference: once('C'), reason: 'Bent' },
    ...{ documentOn: '2026-03-12', post: true, ...told },
  });

  const credited = (purchaseInvoiceId: string, told: object = {}) =>
    yard.act((tx) => purchaseCreditNotes.create(tx, note(purchaseInvoiceId, told)));

  const invoiceLine = async (purchaseInvoiceId: string) => {
    const { rows } = await sql<{ id: string }>`
      select "id" from "PurchaseInvoiceLine" where "purchaseInvoiceId" = ${purchaseInvoiceId}
    `.execute(database.db);
    return rows[0]!.id;
  };

  const invoiceNow = async (id: string) => {
    const row = await database.db
      .selectFrom('PurchaseInvoice')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    return [row.settlement, canonical(row.paidAmount)];
  };

  /** What the vouchers of a document moved by role, debits above zero, in base currency. */
  async function booked(documentId: string): Promise<Record<string, string>> {
    const { rows } = await sql<{ role: string; net: ReturnType<typeof decimal> }>`
      select e."role", sum(case e."side" when 'DEBIT' then e."baseAmount" else -e."baseAmount" end)
        as net
      from "LedgerEntry" e join "JournalEntry" j on j."id" = e."journalEntryId"
      where j."documentId" = ${documentId} group by 1 order by 1
    `.execute(database.db);
    const moved = rows.filter(({ net }) => !net.isZero());
    return Object.fromEntries(moved.map(({ role, net }) => [role, canonical(net)]));
  }

  /** Received, returned, withdrawn, invoiced, credited; then both values. */
  async function lineOf(purchaseOrderId: string) {
    const [line] = await linesNow(yard, purchaseOrderId);
    const { received: came, returned, withdrawn, invoiced, credited: back } = line!;
    const values = [line!.receivedValue, line!.returnedValue];
    return [line!.status, ...[came, returned, withdrawn, invoiced, back, ...values].map(canonical)];
  }

  return {
    once,
    ordered,
    billed,
    receiptLine,
    returning,
    sentBack,
    note,
    credited,
    invoiceLine,
    invoiceNow,
    booked,
    lineOf,
  };
}
