import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { payments } from '../../../modules/finance/index.js';
import { creditNotes } from '../../../modules/sales/index.js';
import { onPostgres } from '../../support/database.js';
import { brokenInvariants } from '../../support/invariants.js';
import { amount, openTrade, type Trade } from '../../support/trade.js';

let trade: Trade;
let stage: Trade['stage'];

beforeAll(async () => {
  trade = await openTrade();
  stage = trade.stage;
});

afterAll(async () => {
  expect(await brokenInvariants(trade.database)).toEqual([]);
  await trade.database.close();
});

const part = (salesInvoiceId: string, value: string) => ({ salesInvoiceId, amount: amount(value) });

/** A credit note of an invoice that was paid: all of it is left to the customer. */
async function credited(customerId: string, value: string, on: string, currency = 'EUR') {
  const salesInvoiceId = await trade.invoiced(customerId, value, on);
  const { companyId } = trade;
  const paid = { companyId, customerId, currency, amount: amount(value), documentOn: on };
  const allocations = [part(salesInvoiceId, value)];
  await stage.act((tx) => payments.receive(tx, { ...paid, allocations }));
  const note = { salesInvoiceId, reason: 'Sent back', documentOn: '2026-02-10', post: true };
  return (await stage.act((tx) => creditNotes.create(tx, note))).id;
}

const allocate =
  (id: string, ...allocations: ReturnType<typeof part>[]) =>
  (tx: Parameters<typeof creditNotes.allocate>[0]) =>
    creditNotes.allocate(tx, { id, allocations, postedOn: '2026-02-12' });

const invoice = async (id: string) => {
  const row = await trade.database.db
    .selectFrom('SalesInvoice')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const order = await trade.database.db
    .selectFrom('SalesOrder')
    .select('paidAmount')
    .where('id', '=', row.salesOrderId)
    .executeTakeFirstOrThrow();
  return [row.settlement, String(row.paidAmount), String(order.paidAmount)];
};

describe('what is left of a credit note', () => {
  it('settles invoices at their rates, in parts that sum exactly, with a gain', async () => {
    // 100.01 EUR credited at 1.2 stand on account as 120.01 USD; the invoices are of 1.1.
    const who = await trade.customer({ currency: 'EUR' });
    const id = await credited(who, '100.01', '2026-01-15');
    expect(await trade.booked(id)).toEqual({ 4200: '120.01', 1100: '-120.01' });
    const first = await trade.invoiced(who, '60', '2026-02-03');
    const second = await trade.invoiced(who, '50', '2026-02-04');
    expect(await trade.exposure(who)).toEqual(['0.99', '0']);

    const after = await stage.act(allocate(id, part(first, '33.34')));
    expect([after.status, String(after.allocatedAmount)]).toEqual(['POSTED', '33.34']);
    expect(await invoice(first)).toEqual(['PARTIALLY_PAID', '33.34', '33.34']);
    // 33.34 at 1.2 is 40.01 (40.008), at 1.1 it is 36.67 (36.674).
    expect(await trade.booked(id)).toEqual({ 4200: '120.01', 1100: '-116.67', 4900: '-3.34' });

    await stage.act(allocate(id, part(first, '26.66'), part(second, '40.01')));
    expect(await invoice(first)).toEqual(['PAID', '60', '60']);
    expect(await invoice(second)).toEqual(['PARTIALLY_PAID', '40.01', '40.01']);
    // The rest is 80.00 on account, and 29.33 and 44.01 of the invoices: 6.66 more are gained.
    expect(await trade.booked(id)).toEqual({ 4200: '120.01', 1100: '-110.01', 4900: '-10' });
    expect(await trade.exposure(who)).toEqual(['10.99', '0']);
  });

  it('settles an invoice of a dearer rate with a loss', async () => {
    const who = await trade.customer({ currency: 'EUR' });
    const dear = await trade.invoiced(who, '50', '2026-01-15');
    const id = await credited(who, '50', '2026-02-03');
    await stage.act(allocate(id, part(dear, '50')));
    expect(await trade.booked(id)).toEqual({ 4200: '55', 1100: '-60', 6900: '5' });
    expect(await trade.exposure(who)).toEqual(['0', '0']);
  });

  it('goes no further than it and the invoice go, and to nobody else', async () => {
    const who = await trade.customer();
    const id = await credited(who, '40', '2026-01-15', 'USD');
    const small = await trade.invoiced(who, '30');
    const other = await trade.invoiced(await trade.customer(), '30');
    const refused = async (...parts: ReturnType<typeof part>[]) => {
      const { code, path } = await stage.refusal(allocate(id, ...parts));
      return [code, path.join('.')];
    };
    expect(await refused(part(small, '30.01'))).toEqual([
      ...['SETTLEMENT_OUT_OF_RANGE', 'allocations.0.amount'],
    ]);
    expect(await refused(part(small, '30'), part(other, '10'))).toEqual([
      ...['NOT_FOUND', 'allocations.1.salesInvoiceId'],
    ]);
    expect(await refused(part(small, '41'))).toEqual([
      ...['ALLOCATION_EXCEEDS_CREDIT', 'allocations'],
    ]);
    expect(await invoice(small)).toEqual(['UNPAID', '0', '0']);
    await stage.act(allocate(id, part(small, '30')));
    expect(await refused(part(small, '1'))).toEqual([
      ...['SETTLEMENT_OUT_OF_RANGE', 'allocations.0.amount'],
    ]);
  });

  it('is not allocated before the note is posted', async () => {
    const who = await trade.customer();
    const draft = { salesInvoiceId: await trade.invoiced(who, '10'), reason: 'Later' };
    const { id } = await stage.act((tx) => creditNotes.create(tx, draft));
    const open = await trade.invoiced(who, '10');
    const { code } = await stage.refusal(allocate(id, part(open, '10')));
    expect(code).toBe('TRANSITION_REFUSED');
  });

  it('stays as it was written', async () => {
    const forged = trade.database.db
      .updateTable('CreditNoteAllocation')
      .set({ amount: amount(1) })
      .execute();
    await expect(forged).rejects.toThrow('refused');
  });
});

onPostgres('allocations at once', () => {
  const settled = async (...verbs: ReturnType<typeof allocate>[]) => {
    const results = await Promise.allSettled(verbs.map((verb) => stage.act(verb)));
    return results
      .map((one) => (one.status === 'fulfilled' ? 'done' : (one.reason as { code: string }).code))
      .sort();
  };

  it('of two credit notes settle an invoice once', async () => {
    const who = await trade.customer();
    const ids = [
      await credited(who, '20', '2026-01-15', 'USD'),
      await credited(who, '20', '2026-01-15', 'USD'),
    ] as const;
    const open = await trade.invoiced(who, '20');
    const both = ids.map((id) => allocate(id, part(open, '20')));
    expect(await settled(...both)).toEqual(['SETTLEMENT_OUT_OF_RANGE', 'done']);
    expect(await invoice(open)).toEqual(['PAID', '20', '20']);
  });

  it('of one credit note give away what is left of it once', async () => {
    const who = await trade.customer();
    const id = await credited(who, '20', '2026-01-15', 'USD');
    const [one, two] = [await trade.invoiced(who, '20'), await trade.invoiced(who, '20')];
    const both = [allocate(id, part(one, '20')), allocate(id, part(two, '20'))];
    expect(await settled(...both)).toEqual(['ALLOCATION_EXCEEDS_CREDIT', 'done']);
  });
});
