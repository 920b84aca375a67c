import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { payments } from '../../../modules/finance/index.js';
import { salesOrders } from '../../../modules/sales/index.js';
import { onPostgres } from '../../support/database.js';
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

describe('credit', () => {
  it('is used by confirmed orders, then by invoices, and freed by payments and cancelling', async () => {
    const who = await customer({ creditLimit: amount(1000) });
    const id = await trade.confirmed(who, '600');
    expect(await trade.exposure(who)).toEqual(['0', '600']);
    const second = await trade.ordered(who, '400.01');
    const over = await stage.refusal((tx) => salesOrders.confirm(tx, { id: second }));
    expect([over.code, over.params]).toEqual([
      'CREDIT_LIMIT_EXCEEDED',
      { limit: '1000', exposure: '600', order: '400.01' },
    ]);
    expect(await trade.exposure(who)).toEqual(['0', '600']);
    const cancelling = { id, reason: 'Changed plans' };
    await stage.act((tx) => salesOrders.cancel(tx, cancelling));
    await stage.act((tx) => salesOrders.confirm(tx, { id: second }));
    expect(await trade.exposure(who)).toEqual(['0', '400.01']);
  });

  it('is refused to a customer on hold', async () => {
    const who = await customer({ isOnCreditHold: true });
    const id = await trade.ordered(who, '1');
    const refusal = await stage.refusal((tx) => salesOrders.confirm(tx, { id }));
    expect(refusal.code).toBe('CUSTOMER_ON_CREDIT_HOLD');
  });

  onPostgres('at once', () => {
    it('is given to as many orders as it covers, whoever comes first', async () => {
      const who = await customer({ creditLimit: amount(500) });
      const orders = await Promise.all(Array.from({ length: 8 }, () => trade.ordered(who, '100')));
      const outcomes = await Promise.allSettled(
        orders.map((id) => stage.act((tx) => salesOrders.confirm(tx, { id }))),
      );
      expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBe(5);
      expect(await trade.exposure(who)).toEqual(['0', '500']);
    });

    it('settles an invoice once when two payments of it arrive', async () => {
      const who = await customer();
      const invoice = await trade.invoiced(who, '100');
      const input = { ...paid(who, '100'), allocations: [part(invoice, '100')] };
      const outcomes = await Promise.allSettled(
        [1, 2, 3].map(() => stage.act((tx) => payments.receive(tx, input))),
      );
      expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBe(1);
      expect(await trade.exposure(who)).toEqual(['0', '0']);
    });
  });
});
