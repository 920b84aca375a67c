import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { payments, queries } from '../../../modules/finance/index.js';
import { creditNotes } from '../../../modules/sales/index.js';
import { actorWith } from '../../support/acting.js';
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

/** A credit note of an invoice that was paid: all of it is left to the customer. */
async function credited(customerId: string, value: string, currency = 'USD') {
  const on = '2026-01-15';
  const salesInvoiceId = await trade.invoiced(customerId, value, on);
  const { companyId } = trade;
  const paid = { companyId, customerId, currency, amount: amount(value), documentOn: on };
  const allocations = [{ salesInvoiceId, amount: amount(value) }];
  await stage.act((tx) => payments.receive(tx, { ...paid, allocations }));
  const note = { salesInvoiceId, reason: 'Sent back', documentOn: '2026-02-10', post: true };
  return (await stage.act((tx) => creditNotes.create(tx, note))).id;
}

const part = (creditNoteId: string, value: string) => ({ creditNoteId, amount: amount(value) });

const refunding = (customerId: string, value: string, currency = 'USD') => ({
  ...{ companyId: trade.companyId, customerId, amount: amount(value), currency },
  documentOn: '2026-02-12',
});

const refund = (customerId: string, value: string, creditNoteId: string, currency = 'USD') =>
  stage.act((tx) =>
    payments.makeRefund(tx, {
      ...refunding(customerId, value, currency),
      allocations: [part(creditNoteId, value)],
    }),
  );

const reverse = (id: string) =>
  stage.act((tx) =>
    payments.reverse(tx, { id, postedOn: '2026-02-14', reason: 'Sent back by the bank' }),
  );

async function noteNow(id: string) {
  const row = await trade.database.db
    .selectFrom('CreditNote')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return [String(row.allocatedAmount), String(row.refundedAmount)];
}

async function onAccount(customerId: string): Promise<string[]> {
  const day = { companyId: trade.companyId, asOf: '2026-02-28' };
  return (await queries.openReceivables(trade.read, day))
    .filter((one) => one.customerId === customerId)
    .map(({ bucket, amount: open }) => `${bucket} ${String(open)}`);
}

describe('refunding a customer', () => {
  it('pays out a credit note, and is undone in red letters', async () => {
    const who = await trade.customer();
    const id = await credited(who, '100');
    expect(await onAccount(who)).toEqual(['ON_ACCOUNT -100']);
    const payment = await refund(who, '60', id);
    expect(payment).toMatchObject({ direction: 'PAID', status: 'APPLIED', customerId: who });
    // 60 went, and so much less stands to the customer's credit.
    expect(await trade.booked(payment.id)).toEqual({ 1000: '-60', 1100: '60' });
    expect(await noteNow(id)).toEqual(['0', '60']);
    expect(await onAccount(who)).toEqual(['ON_ACCOUNT -40']);
    expect((await trade.exposure(who))[0]).toBe('-40');
    await reverse(payment.id);
    expect(await trade.booked(payment.id)).toEqual({});
    expect(await noteNow(id)).toEqual(['0', '0']);
    expect((await trade.exposure(who))[0]).toBe('-100');
    // And it can be paid out again.
    await refund(who, '100', id);
    expect(await onAccount(who)).toEqual([]);
    const told = await trade.database.db
      .selectFrom('Event')
      .select(['type', 'data'])
      .where('documentId', '=', id)
      .where('type', '=', 'sales.creditNoteRefunded')
      .orderBy('version')
      .execute();
    expect(told.map(({ data }) => (data as { amount: string }).amount)).toEqual([
      '60',
      '-60',
      '100',
    ]);
  });

  it('is valued at both rates, in parts that sum to what the books hold', async () => {
    // 100.01 EUR credited at 1.2 stand on account as 120.01 USD; the money of February is at 1.1.
    const who = await trade.customer({ currency: 'EUR' });
    const id = await credited(who, '100.01', 'EUR');
    expect(await trade.booked(id)).toEqual({ 4200: '120.01', 1100: '-120.01' });
    const first = await refund(who, '33.33', id, 'EUR');
    // 33.33 at 1.1 are 36.66 (36.663), at 1.2 they are 40.00 (39.996): 3.34 are gained.
    expect(await trade.booked(first.id)).toEqual({ 1000: '-36.66', 1100: '40', 4900: '-3.34' });
    const second = await refund(who, '33.33', id, 'EUR');
    // The second third goes from 40.00 to 79.99 (79.992).
    expect(await trade.booked(second.id)).toEqual({ 1000: '-36.66', 1100: '39.99', 4900: '-3.33' });
    // The first comes back: 66.68 are left, and the books hold 120.01 - 39.99 = 80.02 of them.
    await reverse(first.id);
    const open = await trade.invoiced(who, '33.33', '2026-02-03');
    const allocations = [{ salesInvoiceId: open, amount: amount('33.33') }];
    await stage.act((tx) => creditNotes.allocate(tx, { id, allocations, postedOn: '2026-02-15' }));
    const last = await refund(who, '33.35', id, 'EUR');
    // 80.02 less the 39.99 of the invoice: the cent of the part that came back is not lost.
    expect(await trade.booked(last.id)).toEqual({ 1000: '-36.69', 1100: '40.03', 4900: '-3.34' });
    expect(await noteNow(id)).toEqual(['33.33', '66.68']);
    expect(await trade.exposure(who)).toEqual(['0', '0']);
  });

  it('leaves the cent of a part that came back to the invoice that takes the last', async () => {
    const who = await trade.customer({ currency: 'EUR' });
    const id = await credited(who, '100.01', 'EUR');
    const first = await refund(who, '33.33', id, 'EUR');
    await refund(who, '33.33', id, 'EUR');
    await reverse(first.id);
    const open = await trade.invoiced(who, '66.68', '2026-02-03');
    const take = (value: string) =>
      stage.act((tx) =>
        creditNotes.allocate(tx, {
          ...{ id, postedOn: '2026-02-15' },
          allocations: [{ salesInvoiceId: open, amount: amount(value) }],
        }),
      );
    await take('33.33');
    await take('33.35');
    // All of the 120.01 has gone: the rest is what the invariants look at.
    expect(await trade.exposure(who)).toEqual(['0', '0']);
  });

  it('without a credit note stays on the account, until one takes it', async () => {
    const who = await trade.customer();
    const paid = await stage.act((tx) => payments.makeRefund(tx, refunding(who, '30')));
    expect([paid.status, await onAccount(who)]).toEqual(['POSTED', ['ON_ACCOUNT 30']]);
    const id = await credited(who, '30');
    const allocate = { id: paid.id, allocations: [part(id, '30')], postedOn: '2026-02-20' };
    const after = await stage.act((tx) => payments.allocate(tx, allocate));
    expect([after.status, await onAccount(who)]).toEqual(['APPLIED', []]);
    expect(await noteNow(id)).toEqual(['0', '30']);
  });

  it('goes no further than the credit note goes, and to nobody else', async () => {
    const who = await trade.customer();
    const id = await credited(who, '40');
    const other = await credited(await trade.customer(), '40');
    const later = { salesInvoiceId: await trade.invoiced(who, '10'), reason: 'Later' };
    const draft = await stage.act((tx) => creditNotes.create(tx, later));
    const refused = async (value: string, ...allocations: object[]) => {
      const input = { ...refunding(who, value), allocations: allocations as never };
      const { code, path } = await stage.refusal((tx) => payments.makeRefund(tx, input));
      return [code, path.join('.')];
    };
    expect(await refused('50', part(id, '40.01'))).toEqual([
      ...['ALLOCATION_EXCEEDS_CREDIT', 'allocations.0.amount'],
    ]);
    expect(await refused('30', part(id, '31'))).toEqual([
      ...['ALLOCATION_EXCEEDS_PAYMENT', 'allocations'],
    ]);
    expect(await refused('40', part(other, '40'))).toEqual([
      ...['NOT_FOUND', 'allocations.0.creditNoteId'],
    ]);
    expect(await refused('10', part(draft.id, '10'))).toEqual([
      ...['ALLOCATION_EXCEEDS_CREDIT', 'allocations.0.amount'],
    ]);
    expect(await refused('20', part(id, '10'), part(id, '10'))).toEqual([
      ...['INVOICE_REPEATED', 'allocations.1.creditNoteId'],
    ]);
    const invoice = { salesInvoiceId: await trade.invoiced(who, '10'), amount: amount(10) };
    expect(await refused('10', invoice)).toEqual([
      ...['INVOICE_OF_OTHER_KIND', 'allocations.0.creditNoteId'],
    ]);
    expect(await refused('10', { ...invoice, ...part(id, '10') })).toEqual([
      ...['INVOICE_OF_OTHER_KIND', 'allocations.0.salesInvoiceId'],
    ]);
    expect(await noteNow(id)).toEqual(['0', '0']);
  });

  it('is hidden from those of another company', async () => {
    const who = await trade.customer();
    const stranger = actorWith([], [trade.otherId]);
    const refusal = await stage.refusal(
      (tx) => payments.makeRefund(tx, refunding(who, '1')),
      stranger,
    );
    expect(refusal.code).toBe('NOT_FOUND');
  });

  it('costs as many statements for many credit notes as for one', async () => {
    const counted = async (count: number) => {
      const who = await trade.customer();
      const ids: string[] = [];
      for (let made = 0; made < count; made += 1) ids.push(await credited(who, '10'));
      const input = {
        ...refunding(who, String(10 * count)),
        allocations: ids.map((id) => part(id, '10')),
      };
      const { texts } = await trade.database.statements.during(() =>
        stage.act((tx) => payments.makeRefund(tx, input)),
      );
      return texts.length;
    };
    await counted(1);
    expect(await counted(4)).toBe(await counted(1));
  });
});
