import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hears, type Tx } from '../../../modules/events/index.js';
import { ofPayments } from '../../../modules/finance/payments-check.js';
import { ofVouchers } from '../../../modules/finance/vouchers-check.js';
import { items } from '../../../modules/inventory/index.js';
import { accountRoles } from '../../../modules/finance/chart.rules.js';
import * as fiscalPeriods from '../../../modules/finance/fiscal-period.service.js';
import { found } from '../../../modules/finance/founding.service.js';
import * as journalEntries from '../../../modules/finance/journal-entry.service.js';
import * as journal from '../../../modules/finance/journal.service.js';
import { postingRules } from '../../../modules/finance/posting.rules.js';
import { trialBalance } from '../../../modules/finance/queries.js';
import { Decimal, decimal, parseLocalDate } from '../../../modules/kernel/index.js';
import { companies, companyFounded, reference } from '../../../modules/platform/index.js';
import type { Database } from '../../../prisma/database.js';
import { acting, actorWith, type Acting } from '../../support/acting.js';
import { openTestDatabase } from '../../support/database.js';

let database: Database;
let stage: Acting;
let company: companies.Company;
let other: companies.Company;
let itemId: string;

const maker = actorWith([]);
const checker = actorWith([]);
const founding = { countryCode: 'US', baseCurrency: 'USD', timeZone: 'America/New_York' };

beforeAll(async () => {
  database = await openTestDatabase();
  stage = acting(database, [hears(companyFounded, found)]);
  await stage.act(reference.seed);
  const create = (code: string) => (tx: Tx) =>
    companies.create(tx, { ...founding, code, name: code });
  company = await stage.act(create('ACME'));
  other = await stage.act(create('OTHER'));
  const steel = { name: 'Steel', unit: 'KGM' };
  itemId = (await stage.act((tx) => items.upsert(tx, steel))).id;
});

afterAll(async () => {
  for (const { name, text } of [...ofVouchers, ...ofPayments]) {
    expect([name, (await database.query({ text, values: [] })).rows]).toEqual([name, []]);
  }
  await database.close();
});

const account = async (code: string, of = company): Promise<string> => {
  const row = await database.db
    .selectFrom('Account')
    .select('id')
    .where('companyId', '=', of.id)
    .where('code', '=', code)
    .executeTakeFirstOrThrow();
  return row.id;
};

const period = (code: string) =>
  database.db
    .selectFrom('FiscalPeriod')
    .selectAll()
    .where('companyId', '=', company.id)
    .where('code', '=', code)
    .executeTakeFirstOrThrow();

const rentOn = async (documentOn: string, amount = '500') => ({
  companyId: company.id,
  documentOn,
  description: 'Rent',
  lines: [
    { accountId: await account('6000'), side: 'DEBIT' as const, amount: new Decimal(amount) },
    { accountId: await account('1000'), side: 'CREDIT' as const, amount: new Decimal(amount) },
  ],
});

async function posted(documentOn: string) {
  const input = await rentOn(documentOn);
  const draft = await stage.act((tx) => journalEntries.create(tx, input), maker);
  await stage.act((tx) => journalEntries.check(tx, { id: draft.id }), checker);
  return stage.act((tx) => journalEntries.post(tx, { id: draft.id }), maker);
}

const opening = (postedOn: string, value: string): journal.JournalDraft => ({
  companyId: company.id,
  rule: 'inventory.stockOpened',
  documentType: 'StockOpening',
  documentId: company.id,
  documentOn: parseLocalDate(postedOn),
  postedOn: parseLocalDate(postedOn),
  description: 'Opening stock',
  currency: 'USD',
  exchangeRate: decimal(1),
  postings: postingRules['inventory.stockOpened']({
    itemId,
    value: new Decimal(value),
  }),
});

const balances = async (from: string, to: string) => {
  const read = async (statement: { text: string; values: unknown[] }) =>
    (await database.query(statement)).rows;
  const rows = await trialBalance(read, { companyId: company.id, from, to });
  return Object.fromEntries(
    rows
      .filter(
        ({ debit, credit, closing }) => !debit.isZero() || !credit.isZero() || !closing.isZero(),
      )
      .map((row) => [row.code, [row.opening, row.debit, row.credit, row.closing].map(String)]),
  );
};

describe('a company that is founded', () => {
  it('has a chart with roles and the months of its year', async () => {
    const companyId = company.id;
    const of = database.db.selectFrom('AccountRole').selectAll().where('companyId', '=', companyId);
    expect((await of.execute()).length).toBe(accountRoles.length);
    const periods = await database.db
      .selectFrom('FiscalPeriod')
      .select('code')
      .where('companyId', '=', companyId)
      .orderBy('code')
      .execute();
    expect([periods[0]?.code, periods[11]?.code]).toEqual(['2026-01', '2026-12']);
  });
});

describe('posting facts', () => {
  it('numbers vouchers without gaps in each month, many at a time, in a constant number of statements', async () => {
    const drafts = (count: number) =>
      Array.from({ length: count }, (_, index) => opening('2013-06-01', `${index + 1}.5`));
    const statements = async (count: number) =>
      (await database.statements.during(() => stage.act((tx) => journal.post(tx, drafts(count)))))
        .texts.length;
    await stage.act((tx) => journal.post(tx, [opening('2013-05-31', '7')]));
    await stage.act((tx) => journal.post(tx, [opening('2013-06-01', '7')]));
    expect(await statements(2)).toBe(await statements(40));
    const rows = await database.db
      .selectFrom('JournalEntry')
      .select('number')
      .where('number', 'like', 'GL-2013-06-%')
      .orderBy('number')
      .execute();
    expect([rows.length, rows[0]?.number, rows[42]?.number]).toEqual([
      43,
      'GL-2013-06-0001',
      'GL-2013-06-0043',
    ]);
    // 7 + (1.5 + 2.5) + (1.5 + … + 40.5) = 7 + 4 + 840.
    expect(await balances('2013-06-01', '2013-06-30')).toEqual({
      1200: ['7', '851', '0', '858'],
      3900: ['-7', '0', '851', '-858'],
    });
  });

  it('leaves no voucher of what is worth nothing', async () => {
    expect(await stage.act((tx) => journal.post(tx, [opening('2026-03-01', '0')]))).toEqual([]);
  });

  it('refuses days too far ahead', async () => {
    const { code } = await stage.refusal((tx) => journal.post(tx, [opening('2028-01-01', '1')]));
    expect(code).toBe('PERIOD_TOO_FAR_AHEAD');
  });

  it('leaves no gap in the numbers when a transaction fails after it took one', async () => {
    const number = async () =>
      (await stage.act((tx) => journal.post(tx, [opening('2026-02-01', '1')])))[0]?.number;
    expect(await number()).toBe('GL-2026-02-0001');
    const failing = stage.act(async (tx) => {
      await journal.post(tx, [opening('2026-02-01', '1')]);
      throw new Error('the lights went out');
    });
    await expect(failing).rejects.toThrow('the lights went out');
    expect(await number()).toBe('GL-2026-02-0002');
  });
});

describe('a manual voucher', () => {
  it('is made, checked by another, posted, and undone in red letters', async () => {
    const entry = await posted('2026-04-01');
    expect(entry).toMatchObject({ status: 'POSTED', number: 'GL-2026-04-0001', version: 3 });
    const red = await stage.act((tx) =>
      journalEntries.reverse(tx, { id: entry.id, postedOn: '2026-04-30', reason: 'Wrong month' }),
    );
    expect(red).toMatchObject({ reversalOfId: entry.id, number: 'GL-2026-04-0002' });
    expect(await balances('2026-04-01', '2026-04-30')).not.toHaveProperty('6000');
    const again = await stage.refusal((tx) =>
      journalEntries.reverse(tx, { id: entry.id, reason: 'Twice' }),
    );
    expect(again.code).toBe('TRANSITION_REFUSED');
    const back = await stage.refusal((tx) =>
      journalEntries.reverse(tx, { id: red.id, reason: 'And back' }),
    );
    expect(back.code).toBe('ENTRY_IS_REVERSAL');
  });

  it('is not checked by its maker nor posted unchecked', async () => {
    const input = await rentOn('2026-05-01');
    const { id } = await stage.act((tx) => journalEntries.create(tx, input), maker);
    const own = await stage.refusal((tx) => journalEntries.check(tx, { id }), maker);
    expect(own.code).toBe('MAKER_IS_CHECKER');
    const unchecked = await stage.refusal((tx) => journalEntries.post(tx, { id }));
    expect(unchecked.code).toBe('TRANSITION_REFUSED');
    const stale = await stage.refusal((tx) => journalEntries.check(tx, { id, expectedVersion: 7 }));
    expect(stale.code).toBe('STALE_VERSION');
  });

  it.each([
    ['unequal sides', '1000', '499.99', 'ENTRY_UNBALANCED', 'lines'],
    ['a control account', '1100', '500', 'CONTROL_ACCOUNT_REFUSED', 'lines.1.accountId'],
    ['a negative amount', '1000', '-500', 'AMOUNT_OUT_OF_RANGE', 'lines.1.amount'],
    ['NaN', '1000', 'NaN', 'AMOUNT_OUT_OF_RANGE', 'lines.1.amount'],
    ['a huge amount', '1000', '1e17', 'AMOUNT_OUT_OF_RANGE', 'lines.1.amount'],
  ])('with %s is refused', async (_, code, amount, expected, path) => {
    const input = await rentOn('2026-05-01');
    const [first] = input.lines;
    const second = { accountId: await account(code), side: 'CREDIT' as const };
    const lines = [first, { ...second, amount: new Decimal(amount) }].flatMap((one) => one ?? []);
    const refusal = await stage.refusal((tx) => journalEntries.create(tx, { ...input, lines }));
    expect([refusal.code, refusal.path.join('.')]).toEqual([expected, path]);
  });

  it('finds neither another company nor its accounts', async () => {
    const input = await rentOn('2026-05-01');
    const lines = [
      ...input.lines.slice(0, 1),
      { ...input.lines[1], accountId: await account('1000', other) } as (typeof input.lines)[0],
    ];
    const foreign = await stage.refusal((tx) => journalEntries.create(tx, { ...input, lines }));
    expect([foreign.code, foreign.path.join('.')]).toEqual(['NOT_FOUND', 'lines.1.accountId']);
    const stranger = actorWith([], [other.id]);
    const hidden = await stage.refusal((tx) => journalEntries.create(tx, input), stranger);
    expect(hidden.code).toBe('NOT_FOUND');
    const { id } = await stage.act((tx) => journalEntries.create(tx, input), maker);
    const unseen = await stage.refusal((tx) => journalEntries.check(tx, { id }), stranger);
    expect(unseen.code).toBe('NOT_FOUND');
  });
});

describe('a fiscal period', () => {
  const closing = async (code: string) => {
    const { id } = await period(code);
    await stage.act((tx) => fiscalPeriods.softClose(tx, { id }));
    return id;
  };

  it('that is softly closed takes manual vouchers but no facts', async () => {
    const id = await closing('2026-07');
    const { code } = await stage.refusal((tx) => journal.post(tx, [opening('2026-07-01', '1')]));
    expect(code).toBe('PERIOD_CLOSED');
    expect((await posted('2026-07-31')).status).toBe('POSTED');
    await stage.act((tx) => fiscalPeriods.reopen(tx, { id, reason: 'A late delivery' }));
    await stage.act((tx) => journal.post(tx, [opening('2026-07-01', '1')]));
  });

  it('is closed after those before it and when no voucher waits in it, and then takes nothing', async () => {
    const id = await closing('2013-05');
    const input = await rentOn('2013-05-02');
    const waiting = await stage.act((tx) => journalEntries.create(tx, input), maker);
    const notReady = await stage.refusal((tx) => fiscalPeriods.close(tx, { id }));
    expect(notReady.params).toMatchObject({ unpostedEntries: 1, earlierPeriod: null });
    await stage.act((tx) => journalEntries.check(tx, { id: waiting.id }), checker);
    await stage.act((tx) => journalEntries.post(tx, { id: waiting.id }));
    await stage.act((tx) => fiscalPeriods.close(tx, { id }));
    const late = await stage.refusal((tx) => journal.post(tx, [opening('2013-05-31', '1')]));
    expect([late.code, late.params]).toEqual(['PERIOD_CLOSED', { period: '2013-05' }]);
    const before = await stage.refusal((tx) => journal.post(tx, [opening('2013-04-30', '1')]));
    expect(before.code).toBe('PERIOD_CLOSED');
    const next = await closing('2026-01');
    const early = await stage.refusal((tx) => fiscalPeriods.close(tx, { id: next }));
    expect(early.params).toMatchObject({ earlierPeriod: '2013-06' });
  });
});

describe('the store', () => {
  const fails = async (text: string) =>
    expect(database.query({ text, values: [] })).rejects.toThrow(
      /is refused|does not balance|is posted|no lines/,
    );

  it('refuses to change or delete what is posted', async () => {
    await posted('2026-08-01');
    await fails('update "LedgerEntry" set "amount" = 1');
    await fails('delete from "LedgerEntry"');
    await fails(`delete from "JournalEntry" where "status" = 'POSTED'`);
    await fails(`update "JournalEntry" set "description" = 'x' where "status" = 'POSTED'`);
  });

  it('refuses lines that do not balance, and vouchers without lines', async () => {
    const columns = `"companyId", "journalEntryId", "accountId", "side", "amount", "currency",
      "exchangeRate", "baseAmount", "baseCurrency", "postedOn", "createdAt"`;
    await fails(`insert into "LedgerEntry" ("id", "position", ${columns})
      select gen_random_uuid(), 99, ${columns} from "LedgerEntry" limit 1`);
    await fails(`insert into "JournalEntry" ("id", "companyId", "fiscalPeriodId", "status",
        "documentOn", "postedOn", "description", "createdAt", "createdById", "updatedAt")
      select gen_random_uuid(), "companyId", "fiscalPeriodId", 'POSTED', "documentOn", "postedOn",
        'x', now(), "createdById", now()
      from "JournalEntry" where "status" = 'POSTED' limit 1`);
  });
});
