import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { payments, queries } from '../../../modules/finance/index.js';
import { actorWith } from '../../support/acting.js';
import { brokenInvariants } from '../../support/invariants.js';
import { amount, openTrade, type Terms, type Trade } from '../../support/trade.js';

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

const customer = (terms?: Terms) => trade.customer(terms);

const paid = (customerId: string, value: string, on = '2026-02-10', currency = 'USD') => ({
  companyId: trade.companyId,
  customerId,
  amount: amount(value),
  currency,
  documentOn: on,
});

const part = (salesInvoiceId: string, value: string) => ({ salesInvoiceId, amount: amount(value) });

describe('receiving a payment', () => {
  it('settles an invoice and applies the payment', async () => {
    const who = await customer();
    const invoice = await trade.invoiced(who, '100');
    expect(await trade.exposure(who)).toEqual(['100', '0']);
    const input = { ...paid(who, '100'), allocations: [part(invoice, '100')] };
    const payment = await stage.act((tx) => payments.receive(tx, input));
    expect(payment).toMatchObject({ status: 'APPLIED', version: 1 });
    expect(payment.number).toMatch(/^PAY-2026-\d{5}$/);
    expect(await trade.booked(payment.id)).toEqual({ 1000: '100', 1100: '-100' });
    expect(await trade.exposure(who)).toEqual(['0', '0']);
  });

  it('keeps what no invoice takes on account, until it is allocated', async () => {
    const who = await customer();
    const invoice = await trade.invoiced(who, '80');
    const { id } = await stage.act((tx) => payments.receive(tx, paid(who, '100')));
    expect(await trade.exposure(who)).toEqual(['-20', '0']);
    const allocating = { id, allocations: [part(invoice, '80')] };
    const after = await stage.act((tx) => payments.allocate(tx, allocating));
    expect([after.status, String(after.allocated)]).toEqual(['POSTED', '80']);
    const aged = await queries.openReceivables(trade.read, {
      companyId: trade.companyId,
      asOf: '2026-12-31',
    });
    const own = aged.filter(({ customerId }) => customerId === who);
    expect(own.map((row) => [row.bucket, String(row.amount)])).toEqual([['ON_ACCOUNT', '-20']]);
  });

  it('posts a draft once', async () => {
    const who = await customer();
    const { id } = await stage.act((tx) => payments.create(tx, paid(who, '30')));
    expect(await trade.booked(id)).toEqual({});
    const posted = await stage.act((tx) => payments.post(tx, { id, expectedVersion: 1 }));
    expect([posted.status, posted.version]).toEqual(['POSTED', 2]);
    const again = await stage.refusal((tx) => payments.post(tx, { id }));
    expect(again.code).toBe('TRANSITION_REFUSED');
  });

  it('books what the rate lost since the invoice, in parts that sum exactly', async () => {
    // 100.01 EUR billed at 1.2 are 120.01 USD; paid at 1.1 in two parts they bring 110.01 USD.
    const who = await customer({ currency: 'EUR' });
    const invoice = await trade.invoiced(who, '100.01');
    const receive = (value: string) => (tx: Parameters<typeof payments.receive>[0]) => {
      const allocations = [part(invoice, value)];
      return payments.receive(tx, { ...paid(who, value, '2026-02-10', 'EUR'), allocations });
    };
    const first = await stage.act(receive('33.34'));
    // 33.34 at 1.2 is 40.01 (40.008), at 1.1 it is 36.67 (36.674).
    expect(await trade.booked(first.id)).toEqual({ 1000: '36.67', 1100: '-40.01', 6900: '3.34' });
    const second = await stage.act(receive('66.67'));
    expect(await trade.booked(second.id)).toEqual({ 1000: '73.34', 1100: '-80', 6900: '6.66' });
    expect(await trade.exposure(who)).toEqual(['0', '0']);
  });

  it('is undone by red letters, and its invoices are open again', async () => {
    const who = await customer({ currency: 'EUR' });
    const invoice = await trade.invoiced(who, '50');
    const input = { ...paid(who, '60', '2026-02-10', 'EUR'), allocations: [part(invoice, '50')] };
    const { id } = await stage.act((tx) => payments.receive(tx, input));
    const undoing = { id, postedOn: '2026-02-11', reason: 'The cheque bounced' };
    const undone = await stage.act((tx) => payments.reverse(tx, undoing));
    expect([undone.status, String(undone.allocated)]).toEqual(['REVERSED', '0']);
    expect(await trade.booked(id)).toEqual({});
    expect(await trade.exposure(who)).toEqual(['60', '0']);
    const again = await stage.act((tx) => payments.receive(tx, input));
    expect(again.status).toBe('POSTED');
    const twice = await stage.refusal((tx) => payments.reverse(tx, undoing));
    expect(twice.code).toBe('TRANSITION_REFUSED');
  });
});

describe('a payment that cannot be', () => {
  it.each([
    [{ amount: amount(-1) }, 'AMOUNT_OUT_OF_RANGE', 'amount'],
    [{ amount: amount('NaN') }, 'AMOUNT_OUT_OF_RANGE', 'amount'],
    [{ amount: amount('1e17') }, 'AMOUNT_OUT_OF_RANGE', 'amount'],
    [{ amount: amount('0.001') }, 'AMOUNT_TOO_FINE', 'amount'],
    [{ currency: 'XXY' }, 'CURRENCY_UNKNOWN', 'currency'],
    [{ exchangeRate: amount(2) }, 'EXCHANGE_RATE_OUT_OF_RANGE', 'exchangeRate'],
    [{ currency: 'GBP' }, 'RATE_MISSING', ''],
    [{ documentOn: '2026-02-30' }, 'DATE_MALFORMED', ''],
    [{ postedOn: '2031-01-01' }, 'PERIOD_TOO_FAR_AHEAD', ''],
    [{ customerId: '00000000-0000-7000-8000-000000000000' }, 'NOT_FOUND', ''],
  ])('is refused and leaves nothing: %#', async (wrong, code, path) => {
    const who = await customer();
    const count = async () =>
      (await trade.database.db.selectFrom('Payment').select('id').execute()).length;
    const before = await count();
    const refusal = await stage.refusal((tx) =>
      payments.receive(tx, { ...paid(who, '10'), ...wrong }),
    );
    expect([refusal.code, refusal.path.join('.')]).toEqual([code, path]);
    expect(await count()).toBe(before);
  });

  it('allocates no more than it has or the invoice owes, and only to its own customer', async () => {
    const who = await customer();
    const invoice = await trade.invoiced(who, '100');
    const stranger = await trade.invoiced(await customer(), '100');
    const refused = async (...allocations: ReturnType<typeof part>[]) => {
      const input = { ...paid(who, '150'), allocations };
      const { code, path } = await stage.refusal((tx) => payments.receive(tx, input));
      return `${code} ${path.join('.')}`;
    };
    expect(await refused(part(invoice, '150.01'))).toBe('ALLOCATION_EXCEEDS_PAYMENT allocations');
    expect(await refused(part(invoice, '100.01'))).toBe(
      'ALLOCATION_EXCEEDS_INVOICE allocations.0.amount',
    );
    expect(await refused(part(stranger, '1'))).toBe('NOT_FOUND allocations.0.salesInvoiceId');
  });

  it('is not seen by an actor of another company', async () => {
    const who = await customer();
    const { id } = await stage.act((tx) => payments.receive(tx, paid(who, '5')));
    const stranger = actorWith([], [trade.otherId]);
    const undoing = { id, reason: 'Mine now' };
    const hidden = await stage.refusal((tx) => payments.reverse(tx, undoing), stranger);
    expect(hidden.code).toBe('NOT_FOUND');
    const stale = await stage.refusal((tx) =>
      payments.reverse(tx, { ...undoing, expectedVersion: 9 }),
    );
    expect(stale.code).toBe('STALE_VERSION');
  });
});

describe('what the ledger says', () => {
  it('of all orders together is the gross profit of the income statement', async () => {
    const span = { companyId: trade.companyId, from: '2026-01-01', to: '2026-12-31' };
    const orders = await trade.database.db.selectFrom('SalesOrder').select('id').execute();
    const margins = await queries.profitability(
      trade.read,
      orders.map(({ id }) => id),
    );
    const sum = [...margins.values()].reduce((total, { margin }) => total.add(margin), amount(0));
    const statement = await queries.incomeStatement(trade.read, span);
    expect(sum.gt(0)).toBe(true);
    expect(String(statement.grossProfit)).toBe(String(sum));
    expect(String(statement.otherExpenses)).not.toBe('0');
    const balance = await queries.trialBalance(trade.read, span);
    const closing = balance.reduce((total, row) => total.add(row.closing), amount(0));
    expect(String(closing)).toBe('0');
  });
});
