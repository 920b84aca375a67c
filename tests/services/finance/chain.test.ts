import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { queries } from '../../../modules/finance/index.js';
import {
  items,
  stockCountPosted,
  stockOpened,
  stockRevalued,
} from '../../../modules/inventory/index.js';
import {
  materialIssued,
  materialReturned,
  productionReported,
  timeReported,
  workOrderClosed,
} from '../../../modules/manufacturing/index.js';
import {
  goodsReceiptPosted,
  goodsReceiptReversed,
  purchaseInvoicePosted,
} from '../../../modules/purchasing/index.js';
import { creditNotePosted, salesReturnReceived } from '../../../modules/sales/index.js';
import { amount } from '../../support/trade.js';
import { openToldFacts, postedOn, say, toldOf, type Told } from './told-facts.js';

let on: Awaited<ReturnType<typeof openToldFacts>>;

beforeAll(async () => {
  on = await openToldFacts();
});

afterAll(() => on.close());

describe('each fact', () => {
  it('leaves its voucher: goods received, and billed at another price', async () => {
    expect(await on.booked(on.tells(goodsReceiptPosted, on.received('520', '500')))).toEqual({
      ...{ 1200: '500', 5100: '20', 2100: '-520' },
    });
    expect(await on.booked(on.tells(purchaseInvoicePosted, on.billed('530', '500', '12')))).toEqual(
      {
        ...{ 2100: '500', 1200: '12', 5100: '18', 2000: '-530' },
      },
    );
  });

  it('leaves its voucher: work from material to variances, told of the order that it is for', async () => {
    const of = on.madeFor();
    expect(await on.booked(on.tells(materialIssued, on.issued('60', of)))).toEqual({
      1250: '60',
      1200: '-60',
    });
    expect(await on.booked(on.tells(timeReported, on.timed(of)))).toEqual({
      ...{ 1250: '45', 5300: '-30', 5310: '-15' },
    });
    expect(await on.booked(on.tells(materialReturned, on.issued('10', of)))).toEqual({
      1250: '-10',
      1200: '10',
    });
    expect(await on.booked(on.tells(productionReported, on.completed('92', of)))).toEqual({
      ...{ 1210: '92', 1250: '-92' },
    });
    const variances = [
      { kind: 'MATERIAL_USAGE' as const, amount: amount(5) },
      { kind: 'LABOUR_EFFICIENCY' as const, amount: amount(-2) },
    ];
    expect(await on.booked(on.tells(workOrderClosed, { ...of, variances }))).toEqual({
      ...{ 5120: '5', 5140: '-2', 1250: '-3' },
    });
    const cost = (await queries.workOrderCosts(on.trade.read, [of.workOrderId])).get(
      of.workOrderId,
    );
    const { material, labour, overhead, completed: out, variances: left, inProcess } = cost!;
    expect([material, labour, overhead, out, left, inProcess].map(String)).toEqual([
      ...['50', '30', '15', '92', '3', '0'],
    ]);
    const [margin] = (await queries.profitability(on.trade.read, [on.order.salesOrderId])).values();
    expect(String(margin?.variances)).toBe('3');
    expect(margin?.figures.find(({ section }) => section === 'VARIANCES')?.entryIds).toHaveLength(
      2,
    );
    const span = { companyId: on.trade.companyId, from: '2026-03-01', to: '2026-03-31' };
    const [product] = await queries.productCosts(on.trade.read, span);
    expect([product?.itemId, String(product?.material)]).toEqual([on.bicycle, '50']);
  });

  it('leaves its voucher: counts, revaluations, and what comes back from customers', async () => {
    const lines = [{ itemId: on.steel, value: amount(-4) }];
    expect(await on.booked(on.tells(stockCountPosted, { postedOn, lines }))).toEqual({
      1200: '-4',
      5200: '4',
    });
    const dearer = { itemId: on.steel, value: amount(9), currency: 'USD', postedOn };
    expect(await on.booked(on.tells(stockRevalued, dearer))).toEqual({ 1200: '9', 5210: '-9' });
    expect(await on.booked(on.tells(salesReturnReceived, on.returned('90')))).toEqual({
      1210: '90',
      5000: '-90',
    });
  });

  it('of a credit takes off the invoice what is open, and keeps the rest on account', async () => {
    const who = await on.trade.customer();
    const salesInvoiceId = await on.trade.invoiced(who, '100');
    const credit = {
      ...{ customerId: who, salesOrderId: randomUUID(), creditNoteId: randomUUID() },
      ...{
        salesInvoiceId,
        settled: amount(100),
        currency: 'USD',
        exchangeRate: amount(1),
        postedOn,
      },
      lines: [
        {
          ...{ salesOrderLineId: randomUUID(), itemId: null, kind: 'CHARGE' as const },
          ...{ net: amount(120), tax: amount(0) },
        },
      ],
    };
    expect(await on.booked(on.tells(creditNotePosted, credit))).toEqual({
      4200: '120',
      1100: '-120',
    });
    expect(await on.trade.exposure(who)).toEqual(['-20', '0']);
    const day = { companyId: on.trade.companyId, asOf: '2026-12-31' };
    const open = (await queries.openReceivables(on.trade.read, day)).filter(
      (one) => one.customerId === who,
    );
    expect(open.map(({ bucket, amount: left }) => [bucket, String(left)])).toEqual([
      ['ON_ACCOUNT', '-20'],
    ]);
  });
});

describe('goods that went back', () => {
  it('are undone by the red letters of their voucher, and by what their worth has changed', async () => {
    const data = on.received('500', '500');
    const receipt = on.tells(goodsReceiptPosted, data);
    await on.emit(receipt);
    const [line] = data.lines;
    const back = { ...data, lines: [{ ...line!, value: amount(480) }] };
    await on.emit(on.tells(goodsReceiptReversed, back, receipt.id));
    // 500 came and 480 went: 20 stay on stock and are a gain on the price.
    expect(await on.trade.booked(receipt.id)).toEqual({ 1200: '20', 5100: '-20' });
    const rows = await on.trade.read(
      say(
        'select "status", "reversalOfId" is not null from "JournalEntry" where "documentId" = $1 order by "id"',
        receipt.id,
      ),
    );
    expect(rows).toEqual([
      ['REVERSED', false],
      ['POSTED', true],
      ['POSTED', false],
    ]);
  });
});

describe('the stock of an item', () => {
  it('stays under the role of its first posting, whatever the item becomes', async () => {
    const open = async (value: string) =>
      on.booked(
        on.tells(stockOpened, { itemId: bought, value: amount(value), currency: 'USD', postedOn }),
      );
    const input = { name: 'Saddle', unit: 'C62', isMade: false };
    const { id: bought, code } = await on.trade.stage.act((tx) => items.upsert(tx, input));
    expect(await open('10')).toMatchObject({ 1200: '10' });
    await on.trade.stage.act((tx) => items.upsert(tx, { ...input, code, isMade: true }));
    expect(await open('5')).toMatchObject({ 1200: '5' });
  });

  it('is decided in each company that keeps it, and in none by another', async () => {
    const input = { name: 'Rack', unit: 'C62', isMade: false };
    const { id: itemId, code } = await on.trade.stage.act((tx) => items.upsert(tx, input));
    const opened = { itemId, value: amount(10), currency: 'USD', postedOn };
    expect(await on.booked(on.tells(stockOpened, opened))).toMatchObject({ 1200: '10' });
    await on.trade.stage.act((tx) => items.upsert(tx, { ...input, code, isMade: true }));
    const elsewhere = toldOf(stockOpened, opened, randomUUID(), on.trade.otherId);
    expect(await on.booked(elsewhere)).toMatchObject({ 1210: '10' });
  });

  it('is decided anew when the transaction that decided it came to nothing', async () => {
    const input = { name: 'Wheel', unit: 'C62', isMade: false };
    const { id: itemId, code } = await on.trade.stage.act((tx) => items.upsert(tx, input));
    const opened = () =>
      on.tells(stockOpened, { itemId, value: amount(10), currency: 'USD', postedOn: '2039-01-01' });
    const refused = await on.trade.stage.refusal((tx) => {
      tx.emit(opened().fact);
      return Promise.resolve();
    });
    expect(refused.code).toBe('PERIOD_TOO_FAR_AHEAD');
    await on.trade.stage.act((tx) => items.upsert(tx, { ...input, code, isMade: true }));
    const data = { itemId, value: amount(10), currency: 'USD', postedOn };
    expect(await on.booked(on.tells(stockOpened, data))).toMatchObject({ 1210: '10' });
  });
});

describe('many facts of one transaction', () => {
  it('are posted by one set of statements, whatever their number and kinds', async () => {
    const counted = async (...told: Told[]) =>
      (await on.trade.database.statements.during(() => on.emit(...told))).texts.length;
    const of = on.madeFor();
    const one = await counted(on.tells(materialIssued, on.issued('1', of)));
    const all = await counted(
      ...[1, 2, 3].map(() => on.tells(materialIssued, on.issued('1', of))),
      ...[1, 2, 3].map(() => on.tells(timeReported, on.timed(of))),
      ...[1, 2, 3].map(() => on.tells(productionReported, on.completed('1', of))),
    );
    expect(all).toBe(one);
  });
});
