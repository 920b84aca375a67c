import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { payments, queries } from '../../../modules/finance/index.js';
import { canonical, decimal } from '../../../modules/kernel/index.js';
import { hearings } from '../../../modules/listeners.js';
import { purchaseInvoices } from '../../../modules/purchasing/index.js';
import type { Database } from '../../../prisma/database.js';
import { openTestDatabase } from '../../support/database.js';
import { brokenInvariants } from '../../support/invariants.js';
import { sendingBack } from './sending-back.js';
import { newItem, openYard, order, received, sent, type Yard } from './yard.js';

let database: Database;
let yard: Yard;
let go: ReturnType<typeof sendingBack>;

beforeAll(async () => {
  database = await openTestDatabase();
  yard = await openYard(database, hearings);
  go = sendingBack(yard);
});
afterEach(async () => expect(await brokenInvariants(database)).toEqual([]));
afterAll(() => database.close());

/** A credit note of 40 for four that went back of ten at 10, whose invoice was paid. */
async function creditedOf(supplierId: string, currency: string) {
  const itemId = await newItem(yard, go.once('R'));
  const wanted = { ...order(yard, { itemId, quantity: '10', unitPrice: '10' }), supplierId };
  const { id } = await sent(yard, wanted);
  await received(yard, id);
  const bill = { purchaseOrderId: id, documentOn: '2026-03-05', post: true };
  const invoice = await yard.act((tx) =>
    purchaseInvoices.create(tx, {
      ...{ ...bill, supplierReference: go.once('B'), postedOn: '2026-03-05' },
    }),
  );
  const { companyId } = yard;
  const paid = { companyId, supplierId, amount: decimal(100), currency, documentOn: '2026-03-06' };
  const allocations = [{ purchaseInvoiceId: invoice.id, amount: decimal(100) }];
  await yard.act((tx) => payments.make(tx, { ...paid, allocations }));
  const back = await go.sentBack(id, '4');
  return (await go.credited(invoice.id, { purchaseReturnId: back.id })).id;
}

const part = (purchaseCreditNoteId: string, amount: string) => ({
  ...{ purchaseCreditNoteId, amount: decimal(amount) },
});

const money = (supplierId: string, amount: string, currency = 'EUR') => ({
  ...{ companyId: yard.companyId, supplierId, amount: decimal(amount), currency },
  documentOn: '2026-03-14',
});

const refund = (supplierId: string, amount: string, noteId: string, currency = 'EUR') =>
  yard.act((tx) =>
    payments.receiveRefund(tx, {
      ...money(supplierId, amount, currency),
      allocations: [part(noteId, amount)],
    }),
  );

async function refunded(id: string): Promise<string> {
  const { rows } = await sql<{ refunded: ReturnType<typeof decimal> }>`
    select "refundedAmount" as refunded from "PurchaseCreditNote" where "id" = ${id}
  `.execute(database.db);
  return canonical(rows[0]!.refunded);
}

async function owed(supplierId: string): Promise<string> {
  const read: queries.Read = async (statement) => (await database.query(statement)).rows;
  const [found] = await queries.supplierExposures(read, [supplierId], 'ALL');
  return String(found?.payable ?? 0);
}

describe('a refund by a supplier', () => {
  it('takes what is left of its credit note off the account, and is undone in red letters', async () => {
    const { millId } = yard;
    const before = decimal(await owed(millId));
    const id = await creditedOf(millId, 'EUR');
    expect(
      decimal(await owed(millId))
        .sub(before)
        .toFixed(),
    ).toBe('-40');
    const payment = await refund(millId, '25', id);
    expect(payment).toMatchObject({
      ...{ direction: 'RECEIVED', status: 'APPLIED', supplierId: millId, customerId: null },
    });
    expect(await go.booked(payment.id)).toEqual({ BANK: '25', PAYABLES: '-25' });
    expect(await refunded(id)).toBe('25');
    expect(
      decimal(await owed(millId))
        .sub(before)
        .toFixed(),
    ).toBe('-15');
    const undoing = { id: payment.id, postedOn: '2026-03-15', reason: 'Sent to us by mistake' };
    await yard.act((tx) => payments.reverse(tx, undoing));
    expect(await go.booked(payment.id)).toEqual({});
    expect(await refunded(id)).toBe('0');
    await refund(millId, '40', id);
    expect([
      await refunded(id),
      decimal(await owed(millId))
        .sub(before)
        .toFixed(),
    ]).toEqual(['40', '0']);
  });

  it('in another currency shows what the rate made of it', async () => {
    const { tradersId } = yard;
    const id = await creditedOf(tradersId, 'USD');
    // 40 USD billed at 0.90 stand to our credit as 36 EUR; at 0.95 they come as 38: 2 are gained.
    const payment = await refund(tradersId, '40', id, 'USD');
    expect(await go.booked(payment.id)).toEqual({
      ...{ BANK: '38', PAYABLES: '-36', EXCHANGE_GAIN: '-2' },
    });
    const { exchangeDifference } = await database.db
      .selectFrom('PaymentAllocation')
      .select('exchangeDifference')
      .where('paymentId', '=', payment.id)
      .executeTakeFirstOrThrow();
    expect(canonical(exchangeDifference)).toBe('2');
  });

  it('ahead of its credit note stays on the account, until that takes it', async () => {
    const { millId } = yard;
    const came = await yard.act((tx) => payments.receiveRefund(tx, money(millId, '40')));
    expect([came.status, await go.booked(came.id)]).toEqual([
      'POSTED',
      { BANK: '40', PAYABLES: '-40' },
    ]);
    const id = await creditedOf(millId, 'EUR');
    const input = { id: came.id, allocations: [part(id, '40')], postedOn: '2026-03-20' };
    const after = await yard.act((tx) => payments.allocate(tx, input));
    expect([after.status, await refunded(id)]).toEqual(['APPLIED', '40']);
  });

  it('is refused beyond what is left, in another currency, and for another', async () => {
    const { millId, tradersId } = yard;
    const id = await creditedOf(millId, 'EUR');
    const refused = async (input: object) => {
      const given = input as Parameters<typeof payments.receiveRefund>[1];
      const { code, path } = await yard.refusal((tx) => payments.receiveRefund(tx, given));
      return [code, path.join('.')];
    };
    const of = (supplierId: string, amount: string, currency?: string) => ({
      ...{ ...money(supplierId, amount, currency), allocations: [part(id, amount)] },
    });
    expect(await refused(of(millId, '40.01'))).toEqual([
      ...['ALLOCATION_EXCEEDS_CREDIT', 'allocations.0.amount'],
    ]);
    expect(await refused(of(millId, '40', 'USD'))).toEqual(['CURRENCY_MISMATCH', 'allocations.0']);
    expect(await refused(of(tradersId, '40'))).toEqual([
      ...['NOT_FOUND', 'allocations.0.purchaseCreditNoteId'],
    ]);
    expect(await refused({ ...money(yard.companyId, '1') })).toEqual(['NOT_FOUND', '']);
    const bill = { purchaseInvoiceId: id, amount: decimal(1) };
    expect(await refused({ ...money(millId, '1'), allocations: [bill] })).toEqual([
      ...['INVOICE_OF_OTHER_KIND', 'allocations.0.purchaseCreditNoteId'],
    ]);
    expect(await refunded(id)).toBe('0');
  });

  it('is refused by the store itself beyond the credit note, and without a party', async () => {
    const id = await creditedOf(yard.millId, 'EUR');
    await expect(
      sql`update "PurchaseCreditNote" set "refundedAmount" = 40.01 where "id" = ${id}`.execute(
        database.db,
      ),
    ).rejects.toThrow('PurchaseCreditNote_refunded');
    await expect(
      sql`update "Payment" set "customerId" = "supplierId" where "supplierId" is not null`.execute(
        database.db,
      ),
    ).rejects.toThrow(/Payment_party|refused/);
  });
});
