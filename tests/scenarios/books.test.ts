import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { done } from '../../clients/typescript/client.js';
import {
  FiscalPeriodCloseDocument,
  FiscalPeriodsDocument,
  FiscalPeriodSoftCloseDocument,
  GoodsReceiptReverseDocument,
  PaymentReverseDocument,
  SalesInvoiceDocument,
} from '../../clients/typescript/generated/graphql.js';
import { openGraph, type Caller, type TestGraph } from '../support/graph.js';
import { bookkeeper } from '../support/graph-books.js';
import { buyer, supplier } from '../support/graph-buying.js';
import { foundMaker } from '../support/graph-maker.js';
import { asPlanned, producer } from '../support/graph-making.js';
import { seller } from '../support/graph-selling.js';
import { linesOf, voucherDesk } from '../support/graph-vouchers.js';
import { brokenInvariants } from '../support/invariants.js';

const key = () => ({ idempotencyKey: randomUUID() });
const now = new Date();
/** A day of the month before this one; of day 0 of this month it is the last. */
const lastMonth = (day: number) =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - (day === 0 ? 0 : 1), day))
    .toISOString()
    .slice(0, 10);

// A scenario is many requests; slow machines are given time for them.
let graph: TestGraph;
let checker: Caller;

beforeAll(async () => {
  graph = await openGraph();
  checker = await graph.as([
    'finance.journalEntry.read',
    'finance.journalEntry.check',
    'finance.account.read',
  ]);
});
afterAll(() => graph.close());
afterEach(async () => {
  await graph.settled();
  expect(await brokenInvariants(graph.database)).toEqual([]);
});

describe('the end of a month with work in process', () => {
  const end = lastMonth(0);

  /** The periods up to the end of the month, the earliest first. */
  async function periodsOf(companyId: string) {
    const where = { company: { id: { eq: companyId } }, endsOn: { lte: end } };
    const orderBy = [{ startsOn: { direction: 'ASC' as const } }];
    const asked = { where, orderBy, first: 50 };
    const { fiscalPeriods } = await graph.client.request(FiscalPeriodsDocument, asked);
    return fiscalPeriods!.nodes.map(({ id }) => ({ input: { id } }));
  }

  type Period = Awaited<ReturnType<typeof periodsOf>>[number];

  async function softClosed(period: Period) {
    const answer = await graph.client.request(FiscalPeriodSoftCloseDocument, period);
    return done(answer.fiscalPeriodSoftClose).fiscalPeriod!.status;
  }

  async function closed(period: Period) {
    const answer = await graph.client.request(FiscalPeriodCloseDocument, period);
    return done(answer.fiscalPeriodClose).fiscalPeriod!.status;
  }

  it('is closed with what is open on the balance sheet, and the next month goes on', async () => {
    const maker = await foundMaker(graph.client, 'MONTH', { openedOn: lastMonth(1) });
    const make = producer(graph.client, maker);
    const books = bookkeeper(graph.client, maker.companyId);
    const desk = voucherDesk(graph, checker, maker.companyId);
    const [ten] = await make.stockUp(maker.frameId, '10');
    const [two] = await make.stockUp(maker.frameId, '2');
    await make.issue(ten!, { postedOn: lastMonth(20) });
    await make.issue(two!, { postedOn: lastMonth(20) });
    const [card] = (await make.workOrder(ten!)).jobCards!.nodes;
    const some = { id: card!.id, good: '4', setupMinutes: '30', runMinutes: '40' };
    await make.report({ ...some, postedOn: lastMonth(25) });
    await make.complete([{ id: ten!, good: '4' }], { postedOn: lastMonth(27) });
    // Ten: 30 tubes = 120; 70 minutes: 70 + 35; 4 × 31.5 = 126 came out, 99 are left.
    // Two: 6 tubes = 24. Together 123.
    const open = async () => {
      const both = [await make.workOrder(ten!), await make.workOrder(two!)];
      return both.map(({ cost }) => cost!.inProcess.amount);
    };
    expect(await open()).toEqual(['99', '24']);

    const periods = await periodsOf(maker.companyId);
    const month = periods.pop()!;
    for (const earlier of periods) {
      await softClosed(earlier);
      await closed(earlier);
    }
    expect(await softClosed(month)).toBe('SOFT_CLOSED');
    const late = { id: card!.id, good: '6', setupMinutes: '0', runMinutes: '60' };
    await expect(make.report({ ...late, postedOn: lastMonth(28) })).rejects.toMatchObject({
      code: 'PERIOD_CLOSED',
    });
    // The accountant still has the rent to enter: 50.
    const rent = await desk.drafted('6000', '1000', '50', end);
    await desk.check(rent.id);
    expect(await desk.post(rent.id)).toMatchObject({ status: 'POSTED', postedOn: end });
    expect(await closed(month)).toBe('CLOSED');
    await expect(make.report({ ...late, postedOn: end })).rejects.toMatchObject({
      code: 'PERIOD_CLOSED',
    });

    // Tubes 400 − 144 = 256 and wheels 1,500; 4 × 31.5 = 126 of frames; absorbed 105 less the rent.
    const sheet = {
      assets: {
        ...{ Bank: '-50', 'Raw materials': '1756', 'Finished goods': '126' },
        'Work in process': '123',
      },
      sums: ['1955', '0', '1955'],
    };
    expect(await books.sheet(end)).toEqual(sheet);

    await make.report(late);
    await make.finish(card!.id);
    await make.complete([{ id: ten! }]);
    await make.complete([{ id: two! }], asPlanned);
    await make.close([ten!, two!]);
    // Ten: 99 + 60 + 30 − 6 × 31.5 = 0. Two: 24 + 50 + 25 − 2 × 49.5 = 0.
    expect(await open()).toEqual(['0', '0']);
    expect(await books.sheet(end)).toEqual(sheet);
    // 10 × 31.5 + 2 × 49.5 = 414; absorbed 105 + 90 + 75 = 270.
    expect(await books.balances()).toEqual({
      ...{ Bank: '-50', 'Raw materials': '1756', 'Finished goods': '414' },
      ...{ 'Opening balances': '-1900', 'Operating expenses': '50' },
      ...{ 'Labour absorbed': '-180', 'Overhead absorbed': '-90' },
    });
  });
});

describe('red letters in a Chinese company', () => {
  const CHINESE = {
    ...{ chart: 'CHINESE' as const, baseCurrency: 'CNY', countryCode: 'CN' },
    timeZone: 'Etc/UTC',
  };
  const today = now.toISOString().slice(0, 10);

  async function found(code: string) {
    const maker = await foundMaker(graph.client, code, { company: CHINESE, currency: 'CNY' });
    const books = bookkeeper(graph.client, maker.companyId);
    return { maker, books, desk: voucherDesk(graph, checker, maker.companyId) };
  }

  it('undo a voucher by hand, which one person made and another checked', async () => {
    const { books, desk } = await found('HONG');
    // 销售费用 300 from 银行存款: a payment (付).
    const { id } = await desk.drafted('6601', '1002', '300', today);
    expect(await desk.refusedOfMaker(id)).toEqual({ userErrors: [{ code: 'MAKER_IS_CHECKER' }] });
    await desk.check(id);
    const posted = await desk.post(id);
    expect([posted.status, posted.voucherWord]).toEqual(['POSTED', '付']);
    expect(linesOf(posted)).toEqual(['6601 DEBIT 300', '1002 CREDIT 300']);
    expect(await books.balances()).toMatchObject({ 销售费用: '300', 银行存款: '-300' });

    const red = await desk.reverse(id, '冲销错账');
    expect(red).toMatchObject({ status: 'POSTED', voucherWord: '付', reversalOf: { id } });
    expect(linesOf(red)).toEqual(['6601 DEBIT -300', '1002 CREDIT -300']);
    // The same sides below zero: no balance is left, and no turnover either.
    expect(await books.turnover('销售费用')).toEqual(['0', '0']);
    expect(await books.turnover('银行存款')).toEqual(['0', '0']);
    const all = await desk.vouchers();
    expect(all.find((one) => one.id === id)!.status).toBe('REVERSED');
  });

  it('undo a receipt of goods and a payment, and the words count on without a gap', async () => {
    const { maker, books, desk } = await found('SHOU');
    const buy = buyer(graph.client, maker);
    const mill = await supplier(graph.client, 'SHOU-MILL', 'CNY');
    const tubes = { itemId: maker.tubeId, quantity: '10', unitPrice: '4' };
    const order = await buy.ordered(mill, [tubes]);
    const receipt = await buy.receive(order.id);
    // 原材料 400 + 1,500 of the opening + 40; 暂估应付账款 40.
    const estimated = '应付账款 - 暂估应付账款';
    expect(await books.balances()).toMatchObject({ 原材料: '1940', [estimated]: '-40' });
    const undone = { input: { id: receipt.id, reason: '货物有误' } };
    const { goodsReceiptReverse } = await graph.client.request(
      GoodsReceiptReverseDocument,
      undone,
      key(),
    );
    expect(done(goodsReceiptReverse).goodsReceipt!.status).toBe('REVERSED');
    expect((await buy.order(order.id)).lines!.nodes[0]!.received.value).toBe('0');
    expect(await books.turnover(estimated)).toEqual(['0', '0']);
    expect((await books.balances())['原材料']).toBe('1900');

    const sell = seller(graph.client, maker);
    const wheels = { itemId: maker.wheelId, quantity: '4', unitPrice: '25' };
    const { id } = await sell.confirmed([wheels]);
    await sell.ship(id);
    const invoice = await sell.bill(id);
    const payment = await sell.pay(invoice);
    // 4 × 25 = 100 and 10 of tax.
    expect(await books.balances()).toMatchObject({ 银行存款: '110', 主营业务收入: '-100' });
    const reversing = { input: { id: payment.id, reason: '支票退回' } };
    const reversed = await graph.client.request(PaymentReverseDocument, reversing, key());
    expect(done(reversed.paymentReverse).payment!.status).toBe('REVERSED');
    const by = { id: invoice.id };
    const again = (await graph.client.request(SalesInvoiceDocument, { by })).salesInvoice!;
    expect([again.settlementStatus, again.openAmount!.amount]).toEqual(['UNPAID', '110']);
    expect(await books.receivable()).toBe('110');
    expect(await books.turnover('银行存款')).toEqual(['0', '0']);
    await sell.pay(invoice);
    expect(await books.receivable()).toBe('0');

    const vouchers = await desk.vouchers();
    // Two openings, the receipt and its red letters, delivery, invoice; three payments with the
    // red.
    expect(vouchers.map(({ voucherWord }) => voucherWord).join('')).toBe('转转转转转转收收收');
    for (const word of ['转', '收']) {
      const numbers = vouchers.filter((one) => one.voucherWord === word);
      const counted = numbers.map(({ number }) => Number(/\d+$/.exec(number!)![0]));
      expect(counted).toEqual(numbers.map((_, index) => index + 1));
    }
    expect(linesOf(vouchers[3]!)).toEqual(['1403 DEBIT -40', '2202.02 CREDIT -40']);
    expect(linesOf(vouchers[7]!)).toEqual(['1002 DEBIT -110', '1122 CREDIT -110']);
  });
});
