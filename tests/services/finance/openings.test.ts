import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openingBalances, payments, queries } from '../../../modules/finance/index.js';
import { isAccepted, type Outcome } from '../../../modules/kernel/index.js';
import { purchaseInvoices, suppliers } from '../../../modules/purchasing/index.js';
import { salesInvoices } from '../../../modules/sales/index.js';
import { brokenInvariants } from '../../support/invariants.js';
import { amount, openTrade, type Trade } from '../../support/trade.js';

let trade: Trade;
let customerId: string;
let supplierId: string;

const START = '2025-12-31';

beforeAll(async () => {
  trade = await openTrade();
  customerId = await trade.customer();
  const input = { name: 'Steelworks', currency: 'EUR' };
  supplierId = (await trade.stage.act((tx) => suppliers.upsert(tx, input))).id;
});

afterAll(async () => {
  expect(await brokenInvariants(trade.database)).toEqual([]);
  await trade.database.close();
});

function ok<T>(outcome: Outcome<T> | undefined): T {
  if (outcome && isAccepted(outcome)) return outcome.ok;
  throw new Error(`Refused: ${outcome?.refused.map(({ code }) => code).join(', ') ?? 'nothing'}`);
}

const codes = (outcomes: readonly Outcome<unknown>[]) =>
  outcomes.map((one) =>
    isAccepted(one) ? 'ok' : one.refused.map(({ code, path }) => `${code} ${path.join('.')}`)[0],
  );

const invoice = (number: string, openAmount: string) => ({
  ...{ companyId: trade.companyId, customerId, number, openAmount: amount(openAmount) },
  ...{ documentOn: '2025-11-10', dueOn: '2025-12-10', postedOn: START },
});
const bill = (number: string, openAmount: string) => ({
  ...{ companyId: trade.companyId, supplierId, number, openAmount: amount(openAmount) },
  ...{ documentOn: '2025-12-01', postedOn: START, exchangeRate: amount('1.2') },
});

const openSales = (...rows: ReturnType<typeof invoice>[]) =>
  trade.stage.act((tx) => salesInvoices.openMany(tx, rows));
const openBills = (...rows: ReturnType<typeof bill>[]) =>
  trade.stage.act((tx) => purchaseInvoices.openMany(tx, rows));

describe('an invoice that was open before the company began', () => {
  it('is a posted debt of the customer, against the opening balance', async () => {
    const after = ok((await openSales(invoice('OLD-1', '250.50')))[0]);
    expect(after).toMatchObject({ status: 'POSTED', number: 'OLD-1', salesOrderId: null });
    expect(await trade.booked(after.id)).toEqual({ '1100': '250.5', '3900': '-250.5' });
    expect((await trade.exposure(customerId))[0]).toBe('250.5');
    const day = { companyId: trade.companyId, asOf: '2026-01-05' };
    const rows = await queries.openReceivables(trade.read, day);
    expect(
      rows.map(({ bucket, amount: owed, invoices }) => [bucket, String(owed), invoices]),
    ).toEqual([['DAYS_1_30', '250.5', 1]]);
  });

  it('is settled by a payment that comes later', async () => {
    const { id } = ok((await openSales(invoice('OLD-2', '100')))[0]);
    const money = { companyId: trade.companyId, customerId, amount: amount('60'), currency: 'USD' };
    await trade.stage.act((tx) =>
      payments.receive(tx, {
        ...money,
        documentOn: '2026-01-20',
        allocations: [{ salesInvoiceId: id, amount: amount('60') }],
      }),
    );
    const row = await trade.database.db
      .selectFrom('SalesInvoice')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect([String(row.paidAmount), row.settlement]).toEqual(['60', 'PARTIALLY_PAID']);
    const [again] = await openSales(invoice('OLD-2', '100'));
    expect(ok(again)).toMatchObject({ id, version: row.version });
  });

  it('is owed to the supplier at the rate that is told', async () => {
    const after = ok((await openBills(bill('B-7', '80')))[0]);
    expect(after).toMatchObject({
      status: 'POSTED',
      supplierReference: 'B-7',
      dueOn: '2025-12-01',
    });
    expect(await trade.booked(after.id)).toEqual({ '2000': '-96', '3900': '96' });
  });

  it('is answered as it is when it comes again, and refused when it says something else', async () => {
    const [first] = await openSales(invoice('OLD-3', '10'));
    expect(ok((await openSales(invoice('OLD-3', '10')))[0]).id).toBe(ok(first).id);
    expect(codes(await openSales(invoice('OLD-3', '11')))).toEqual(['OPENING_POSTED number']);
    const [one] = await openBills(bill('B-8', '10'));
    expect(ok((await openBills(bill('B-8', '10')))[0]).id).toBe(ok(one).id);
    expect(codes(await openBills(bill('B-8', '11')))).toEqual(['OPENING_POSTED number']);
  });

  it('is refused alone, with its place, and leaves the others', async () => {
    const outcomes = await openSales(
      invoice('OLD-4', '1'),
      invoice('OLD-4', '1'),
      invoice('INV-2026-00001', '1'),
      invoice('OLD-5', '0'),
      { ...invoice('OLD-6', '1'), postedOn: '2025-11-09' },
      { ...invoice('OLD-7', '1'), customerId: trade.companyId },
    );
    expect(codes(outcomes)).toEqual([
      'ok',
      'DUPLICATE_KEY number',
      'NUMBER_OF_SERIES number',
      'AMOUNT_OUT_OF_RANGE openAmount',
      'OPENING_BEFORE_INVOICE postedOn',
      'NOT_FOUND customerId',
    ]);
  });
});

describe('what an account held before the company began', () => {
  const { side, ...base } = { side: 'DEBIT' as const, postedOn: START };
  const held = (rest: object) => ({
    ...{ ...base, side, companyId: trade.companyId, accountRole: 'BANK', amount: amount('1000') },
    ...rest,
  });
  const open = (...rows: ReturnType<typeof held>[]) =>
    trade.stage.act((tx) => openingBalances.upsertMany(tx, rows));

  it('is posted against the opening balance, once', async () => {
    const [outcome] = await open(held({}));
    const { id } = ok(outcome);
    expect(await trade.booked(id)).toEqual({ '1000': '1000', '3900': '-1000' });
    expect(ok((await open(held({})))[0]).id).toBe(id);
    expect(codes(await open(held({ amount: amount('999') })))).toEqual(['OPENING_POSTED ']);
  });

  it('is kept by currency and by whom it is told of', async () => {
    const euro = { currency: 'EUR', amount: amount('50'), baseAmount: amount('58.5') };
    const outcomes = await open(held(euro), held({ customerId }), held({ customerId }));
    expect(codes(outcomes)).toEqual(['ok', 'ok', 'DUPLICATE_KEY accountCode']);
    expect(String(ok(outcomes[0]).exchangeRate)).toBe('1.17');
  });

  it('is refused for what documents keep, and for an account that is not named once', async () => {
    const outcomes = await open(
      held({ accountRole: 'RECEIVABLES' }),
      held({ accountRole: 'OPENING_BALANCE' }),
      held({ accountRole: null }),
      held({ accountCode: '1000' }),
      held({ accountRole: null, accountCode: 'NONE' }),
      held({ currency: 'EUR' }),
    );
    expect(codes(outcomes)).toEqual([
      'CONTROL_ACCOUNT_REFUSED accountRole',
      'CONTROL_ACCOUNT_REFUSED accountRole',
      'ACCOUNT_NOT_NAMED accountCode',
      'ACCOUNT_NOT_NAMED accountCode',
      'NOT_FOUND accountCode',
      'EXCHANGE_RATE_MISSING exchangeRate',
    ]);
  });
});
