import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkBooks, journalEntries, payments, queries } from '../../../modules/finance/index.js';
import { items, openings } from '../../../modules/inventory/index.js';
import { companies } from '../../../modules/platform/index.js';
import { warehouses } from '../../../modules/inventory/index.js';
import { actorWith } from '../../support/acting.js';
import { amount, openTrade, type Trade } from '../../support/trade.js';

let trade: Trade;
let companyId: string;

const founding = { countryCode: 'CN', baseCurrency: 'CNY', timeZone: 'Asia/Shanghai' };

beforeAll(async () => {
  trade = await openTrade();
  const input = { ...founding, code: 'FENGHUANG', name: '凤凰', chart: 'CHINESE' };
  companyId = (await trade.stage.act((tx) => companies.create(tx, input))).id;
});

afterAll(() => trade.database.close());

const vouchers = async () =>
  (await trade.read({
    text: `select "voucherWord", "number" from "JournalEntry"
      where "companyId" = $1 and "number" is not null order by "voucherWord", "number"`,
    values: [companyId],
  })) as [string, string][];

const account = async (code: string) => {
  const { database } = trade;
  const found = database.db.selectFrom('Account').select(['id', 'name', 'englishName']);
  return found
    .where('companyId', '=', companyId)
    .where('code', '=', code)
    .executeTakeFirstOrThrow();
};

describe('a company of the Chinese chart', () => {
  it('has the accounts of the standards, with English names beside', async () => {
    expect(await account('5001')).toMatchObject({
      ...{ name: '生产成本', englishName: 'Cost of production' },
    });
    expect(await queries.chartsOf(trade.read, [companyId, trade.companyId])).toEqual(
      new Map([
        [companyId, 'CHINESE'],
        [trade.companyId, 'INTERNATIONAL'],
      ]),
    );
  });

  it('numbers receipts, payments and transfers each from 1, without gaps', async () => {
    const { stage } = trade;
    const customerId = await trade.customer({ currency: 'CNY' });
    const receive = (value: string) =>
      stage.act((tx) =>
        payments.receive(tx, {
          ...{ companyId, customerId, amount: amount(value), currency: 'CNY' },
          documentOn: '2026-03-02',
        }),
      );
    const first = await receive('100');
    await receive('50');
    const place = { companyId, code: 'MAIN', name: 'Main' };
    const { id: warehouseId } = await stage.act((tx) => warehouses.create(tx, place));
    const item = await stage.act((tx) => items.upsert(tx, { name: '钢', unit: 'KGM' }));
    const opening = {
      ...{ companyId, itemId: item.id, warehouseId, postedOn: '2026-03-02' },
      ...{ quantity: amount(10), unitCost: amount(4) },
    };
    await stage.act((tx) => openings.upsertMany(tx, [opening]));
    const side = async (code: string, of: 'DEBIT' | 'CREDIT') => {
      return { accountId: (await account(code)).id, side: of, amount: amount(30) };
    };
    const lines = [await side('6602', 'DEBIT'), await side('1002', 'CREDIT')];
    const manual = { companyId, documentOn: '2026-03-02', description: '房租', lines };
    const { id } = await stage.act((tx) => journalEntries.create(tx, manual), actorWith([]));
    await stage.act((tx) => journalEntries.check(tx, { id }), actorWith([]));
    await stage.act((tx) => journalEntries.post(tx, { id }));
    expect(await vouchers()).toEqual([
      ['付', '付-2026-03-0001'],
      ['收', '收-2026-03-0001'],
      ['收', '收-2026-03-0002'],
      ['转', '转-2026-03-0001'],
    ]);
    // Red letters stand under the word of what they undo.
    const undoing = { id: first.id, postedOn: '2026-03-03', reason: '退款' };
    await stage.act((tx) => payments.reverse(tx, undoing));
    expect((await vouchers()).filter(([word]) => word === '收')).toHaveLength(3);
    const broken = (await checkBooks(trade.read, [companyId])).filter((one) => one.broken > 0);
    expect(broken).toEqual([]);
  });

  it('has a balance sheet that balances', async () => {
    const sheet = await queries.balanceSheet(trade.read, { companyId, asOf: '2026-12-31' });
    const codes = Object.fromEntries(
      sheet.assets.map(({ code, balance }) => [code, String(balance)]),
    );
    // 50 of 150 received stays, 30 of rent are paid, 40 of steel are on stock; 50 is owed to
    // customers.
    expect(codes).toEqual({ 1002: '20', 1122: '-50', 1403: '40' });
    expect(sheet.profitOfYear.toString()).toBe('-30');
    expect(sheet.totalAssets.eq(sheet.totalLiabilities.add(sheet.totalEquity))).toBe(true);
  });

  it('is refused a chart that there is not, and nothing of it is founded', async () => {
    const input = { ...founding, code: 'NONE', name: 'None', chart: 'LUNAR' };
    const refusal = await trade.stage.refusal((tx) => companies.create(tx, input));
    expect([refusal.code, refusal.path]).toEqual(['CHART_UNKNOWN', ['chart']]);
    const lost = await trade.stage.refusal((tx) => companies.byCode(tx, 'NONE'));
    expect(lost.code).toBe('NOT_FOUND');
  });

  it('keeps what it chose: the store refuses to change it', async () => {
    for (const text of [
      `update "CompanyBooks" set "chart" = 'INTERNATIONAL'`,
      `update "AccountRole" set "role" = 'BANK' where "role" = 'ROUNDING'`,
      `update "StockRole" set "role" = 'FINISHED_GOODS'`,
    ])
      await expect(trade.read({ text, values: [] })).rejects.toThrow('refused');
  });
});
