import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FactOf, FactOn, Tx, VersionedTable } from '../../../modules/events/index.js';
import { fiscalPeriods, queries } from '../../../modules/finance/index.js';
import { ofVouchers } from '../../../modules/finance/vouchers-check.js';
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
import { amount, openTrade, type Trade } from '../../support/trade.js';

let trade: Trade;
let customerId: string;
let steel: string;
let bicycle: string;

const supplierId = randomUUID();

beforeAll(async () => {
  trade = await openTrade();
  customerId = await trade.customer();
  const item = async (name: string, isMade: boolean) =>
    (await trade.stage.act((tx) => items.upsert(tx, { name, unit: 'C62', isMade }))).id;
  [steel, bicycle] = [await item('Steel', false), await item('Bicycle', true)];
});

afterAll(async () => {
  for (const { name, text } of ofVouchers)
    expect([name, await trade.read(say(text))]).toEqual([name, []]);
  await trade.database.close();
});

const say = (text: string, ...values: unknown[]) => ({ text, values });

/** A document that another module would have written, as far as the books look at it. */
function tells<T extends VersionedTable, D extends object>(
  fact: FactOf<T, D>,
  data: D,
  id = randomUUID(),
) {
  const after = { id, version: 1, companyId: trade.companyId, number: 'N-1' };
  return {
    id,
    fact: fact({ before: null, after: after as unknown as FactOn<T, D>['after'], data }),
  };
}

type Told = Pick<ReturnType<typeof tells>, 'id'> & { fact: Parameters<Tx['emit']>[0] };

const emit = (...told: Told[]) =>
  trade.stage.act((tx) => {
    for (const { fact } of told) tx.emit(fact);
    return Promise.resolve();
  });

async function booked(told: Told): Promise<Record<string, string>> {
  await emit(told);
  return trade.booked(told.id);
}

const postedOn = '2026-03-02';
const ofOrder = { supplierId, purchaseOrderId: randomUUID(), postedOn };
const order = { salesOrderId: randomUUID(), salesOrderLineId: randomUUID() };
const madeFor = () => ({
  ...{ workOrderId: randomUUID(), itemId: bicycle, customerId, ...order },
  postedOn,
});
const received = (owed: string, value: string, on = postedOn) => ({
  ...{ ...ofOrder, postedOn: on },
  lines: [
    {
      ...{ purchaseOrderLineId: randomUUID(), itemId: steel, isStocked: true },
      ...{ owed: amount(owed), value: amount(value) },
    },
  ],
});
const issued = (value: string, of = madeFor()) => ({
  ...of,
  lines: [{ workOrderMaterialId: randomUUID(), componentItemId: steel, value: amount(value) }],
});
const timed = (of = madeFor()) => ({
  ...of,
  lines: [
    {
      ...{ jobCardId: randomUUID(), workCenterId: randomUUID() },
      ...{ labour: amount(30), overhead: amount(15) },
    },
  ],
});
const completed = (value: string, of = madeFor()) => {
  return { ...of, good: amount(1), value: amount(value), byProducts: [] };
};
const billed = (net: string, held: string, toStock: string) => ({
  ...{ ...ofOrder, purchaseInvoiceId: randomUUID(), currency: 'USD', exchangeRate: amount(1) },
  lines: [
    {
      ...{ purchaseOrderLineId: randomUUID(), itemId: steel, kind: 'ITEM' as const },
      ...{ net: amount(net), tax: amount(0), received: amount(held), toStock: amount(toStock) },
    },
  ],
});
const returned = (value: string) => ({
  ...{ salesOrderId: order.salesOrderId, customerId, postedOn },
  lines: [
    {
      ...{ salesOrderLineId: order.salesOrderLineId, itemId: bicycle },
      ...{ value: amount(value), currency: 'USD' },
    },
  ],
});

describe('each fact', () => {
  it('leaves its voucher: goods received, and billed at another price', async () => {
    expect(await booked(tells(goodsReceiptPosted, received('520', '500')))).toEqual({
      ...{ 1200: '500', 5100: '20', 2100: '-520' },
    });
    expect(await booked(tells(purchaseInvoicePosted, billed('530', '500', '12')))).toEqual({
      ...{ 2100: '500', 1200: '12', 5100: '18', 2000: '-530' },
    });
  });

  it('leaves its voucher: work from material to variances, told of the order that it is for', async () => {
    const of = madeFor();
    expect(await booked(tells(materialIssued, issued('60', of)))).toEqual({
      1250: '60',
      1200: '-60',
    });
    expect(await booked(tells(timeReported, timed(of)))).toEqual({
      ...{ 1250: '45', 5300: '-30', 5310: '-15' },
    });
    expect(await booked(tells(materialReturned, issued('10', of)))).toEqual({
      1250: '-10',
      1200: '10',
    });
    expect(await booked(tells(productionReported, completed('92', of)))).toEqual({
      ...{ 1210: '92', 1250: '-92' },
    });
    const variances = [
      { kind: 'MATERIAL_USAGE' as const, amount: amount(5) },
      { kind: 'LABOUR_EFFICIENCY' as const, amount: amount(-2) },
    ];
    expect(await booked(tells(workOrderClosed, { ...of, variances }))).toEqual({
      ...{ 5120: '5', 5140: '-2', 1250: '-3' },
    });
    const cost = (await queries.workOrderCosts(trade.read, [of.workOrderId])).get(of.workOrderId);
    const { material, labour, overhead, completed: out, variances: left, inProcess } = cost!;
    expect([material, labour, overhead, out, left, inProcess].map(String)).toEqual([
      ...['50', '30', '15', '92', '3', '0'],
    ]);
    const [margin] = (await queries.profitability(trade.read, [order.salesOrderId])).values();
    expect(String(margin?.variances)).toBe('3');
    expect(margin?.figures.find(({ section }) => section === 'VARIANCES')?.entryIds).toHaveLength(
      2,
    );
    const span = { companyId: trade.companyId, from: '2026-03-01', to: '2026-03-31' };
    const [product] = await queries.productCosts(trade.read, span);
    expect([product?.itemId, String(product?.material)]).toEqual([bicycle, '50']);
  });

  it('leaves its voucher: counts, revaluations, and what comes back from customers', async () => {
    const lines = [{ itemId: steel, value: amount(-4) }];
    expect(await booked(tells(stockCountPosted, { postedOn, lines }))).toEqual({
      1200: '-4',
      5200: '4',
    });
    const dearer = { itemId: steel, value: amount(9), currency: 'USD', postedOn };
    expect(await booked(tells(stockRevalued, dearer))).toEqual({ 1200: '9', 5210: '-9' });
    expect(await booked(tells(salesReturnReceived, returned('90')))).toEqual({
      1210: '90',
      5000: '-90',
    });
  });

  it('of a credit takes off the invoice what is open, and keeps the rest on account', async () => {
    const who = await trade.customer();
    const salesInvoiceId = await trade.invoiced(who, '100');
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
    expect(await booked(tells(creditNotePosted, credit))).toEqual({ 4200: '120', 1100: '-120' });
    expect(await trade.exposure(who)).toEqual(['-20', '0']);
    const day = { companyId: trade.companyId, asOf: '2026-12-31' };
    const open = (await queries.openReceivables(trade.read, day)).filter(
      (one) => one.customerId === who,
    );
    expect(open.map(({ bucket, amount: left }) => [bucket, String(left)])).toEqual([
      ['ON_ACCOUNT', '-20'],
    ]);
  });
});

describe('goods that went back', () => {
  it('are undone by the red letters of their voucher, and by what their worth has changed', async () => {
    const data = received('500', '500');
    const receipt = tells(goodsReceiptPosted, data);
    await emit(receipt);
    const [line] = data.lines;
    const back = { ...data, lines: [{ ...line!, value: amount(480) }] };
    await emit(tells(goodsReceiptReversed, back, receipt.id));
    // 500 came and 480 went: 20 stay on stock and are a gain on the price.
    expect(await trade.booked(receipt.id)).toEqual({ 1200: '20', 5100: '-20' });
    const rows = await trade.read(
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
      booked(
        tells(stockOpened, { itemId: bought, value: amount(value), currency: 'USD', postedOn }),
      );
    const input = { name: 'Saddle', unit: 'C62', isMade: false };
    const { id: bought, code } = await trade.stage.act((tx) => items.upsert(tx, input));
    expect(await open('10')).toMatchObject({ 1200: '10' });
    await trade.stage.act((tx) => items.upsert(tx, { ...input, code, isMade: true }));
    expect(await open('5')).toMatchObject({ 1200: '5' });
  });

  it('is decided anew when the transaction that decided it came to nothing', async () => {
    const input = { name: 'Wheel', unit: 'C62', isMade: false };
    const { id: itemId, code } = await trade.stage.act((tx) => items.upsert(tx, input));
    const opened = () =>
      tells(stockOpened, { itemId, value: amount(10), currency: 'USD', postedOn: '2039-01-01' });
    const refused = await trade.stage.refusal((tx) => Promise.resolve(tx.emit(opened().fact)));
    expect(refused.code).toBe('PERIOD_TOO_FAR_AHEAD');
    await trade.stage.act((tx) => items.upsert(tx, { ...input, code, isMade: true }));
    const data = { itemId, value: amount(10), currency: 'USD', postedOn };
    expect(await booked(tells(stockOpened, data))).toMatchObject({ 1210: '10' });
  });
});

describe('a closed period', () => {
  beforeAll(async () => {
    const { stage, companyId, database } = trade;
    const { id } = await database.db
      .selectFrom('FiscalPeriod')
      .select('id')
      .where('companyId', '=', companyId)
      .where('code', '=', '2026-11')
      .executeTakeFirstOrThrow();
    await stage.act((tx) => fiscalPeriods.softClose(tx, { id }));
  });

  const late = { postedOn: '2026-11-30' };
  const credit = () => ({
    ...{ customerId, salesOrderId: randomUUID(), creditNoteId: randomUUID() },
    ...{
      salesInvoiceId: randomUUID(),
      settled: amount(0),
      currency: 'USD',
      exchangeRate: amount(1),
    },
    lines: [
      {
        ...{ salesOrderLineId: randomUUID(), itemId: null, kind: 'CHARGE' as const },
        ...{ net: amount(120), tax: amount(0) },
      },
    ],
  });

  it.each<[string, () => Told]>([
    ['goods received', () => tells(goodsReceiptPosted, { ...received('1', '1'), ...late })],
    ['goods sent back', () => tells(goodsReceiptReversed, { ...received('1', '1'), ...late })],
    ['a bill', () => tells(purchaseInvoicePosted, { ...billed('1', '1', '0'), ...late })],
    ['material', () => tells(materialIssued, { ...issued('1'), ...late })],
    ['material back', () => tells(materialReturned, { ...issued('1'), ...late })],
    ['time', () => tells(timeReported, { ...timed(), ...late })],
    ['a product', () => tells(productionReported, { ...completed('1'), ...late })],
    [
      'variances',
      () => {
        const variances = [{ kind: 'SCRAP' as const, amount: amount(1) }];
        return tells(workOrderClosed, { ...madeFor(), variances, ...late });
      },
    ],
    [
      'a count',
      () => tells(stockCountPosted, { ...late, lines: [{ itemId: steel, value: amount(1) }] }),
    ],
    [
      'a revaluation',
      () => tells(stockRevalued, { itemId: steel, value: amount(1), currency: 'USD', ...late }),
    ],
    ['a return', () => tells(salesReturnReceived, { ...returned('1'), ...late })],
    ['a credit', () => tells(creditNotePosted, { ...credit(), ...late })],
  ])('refuses %s, and nothing is written', async (_, telling) => {
    const told = telling();
    const before = await trade.read(say('select count(*)::int from "Event"'));
    const refusal = await trade.stage.refusal((tx) => Promise.resolve(tx.emit(told.fact)));
    expect([refusal.code, refusal.params]).toEqual(['PERIOD_CLOSED', { period: '2026-11' }]);
    expect(await trade.booked(told.id)).toEqual({});
    expect(await trade.read(say('select count(*)::int from "Event"'))).toEqual(before);
  });
});

describe('many facts of one transaction', () => {
  it('are posted by one set of statements, whatever their number and kinds', async () => {
    const counted = async (...told: Told[]) =>
      (await trade.database.statements.during(() => emit(...told))).texts.length;
    const of = madeFor();
    const one = await counted(tells(materialIssued, issued('1', of)));
    const all = await counted(
      ...[1, 2, 3].map(() => tells(materialIssued, issued('1', of))),
      ...[1, 2, 3].map(() => tells(timeReported, timed(of))),
      ...[1, 2, 3].map(() => tells(productionReported, completed('1', of))),
    );
    expect(all).toBe(one);
  });
});
