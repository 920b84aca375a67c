import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Decimal } from '../../../modules/kernel/index.js';
import {
  calendars,
  companies,
  currencies,
  externalRefs,
  GROUP_ID,
  paymentTerms,
  reference,
  taxCodes,
  units,
} from '../../../modules/platform/index.js';
import type { Database } from '../../../prisma/database.js';
import { acting, actorWith, type Acting } from '../../support/acting.js';
import { openTestDatabase } from '../../support/database.js';

let database: Database;
let stage: Acting;
let acme: companies.Company;

const founding = {
  name: 'Acme',
  countryCode: 'DE',
  baseCurrency: 'EUR',
  timeZone: 'Europe/Berlin',
};

beforeAll(async () => {
  database = await openTestDatabase();
  stage = acting(database);
  await stage.act(reference.seed);
  acme = await stage.act((tx) => companies.create(tx, { ...founding, code: 'ACME' }));
});

afterAll(() => database.close());

async function eventsOf(documentId: string): Promise<unknown[][]> {
  const text =
    'select type, version, "changedFields" from "Event" where "documentId" = $1 order by version';
  return (await database.query({ text, values: [documentId] })).rows;
}

describe('the reference data', () => {
  it('brings currencies, units, a calendar and terms, and changes nothing when run again', async () => {
    const count = async () => (await database.db.selectFrom('Event').select('id').execute()).length;
    const before = await count();
    await stage.act(reference.seed);
    expect(await count()).toBe(before);
    const [euro, piece, terms, standard] = await stage.act(async (tx) => [
      (await currencies.all(tx)).get('EUR')?.minorUnits,
      (await units.all(tx)).get('DZN')?.factor.toString(),
      (await paymentTerms.byCode(tx, 'NET30')).netDays,
      (await calendars.standard(tx)).minutes,
    ]);
    expect([euro, piece, terms]).toEqual([2, '12', 30]);
    expect(standard).toEqual([480, 480, 480, 480, 480, 0, 0]);
  });
});

describe('founding a company', () => {
  it('gives it the standard calendar and its series, and says so', async () => {
    const series = await database.db
      .selectFrom('NumberSeries')
      .select(['code', 'isGapFree'])
      .where('companyId', '=', acme.id)
      .orderBy('code')
      .execute();
    expect(series.map(({ code }) => code)).toEqual([
      'creditNote',
      'delivery',
      'goodsReceipt',
      'jobCard',
      'opportunity',
      'payment',
      'purchaseCreditNote',
      'purchaseInvoice',
      'purchaseOrder',
      'purchaseReturn',
      'quote',
      'salesInvoice',
      'salesOrder',
      'salesOrderChange',
      'salesReturn',
      'stockCount',
      'stockOpening',
      'stockTransfer',
      'voucher:GL',
      'workOrder',
    ]);
    const standard = await stage.act(calendars.standard);
    expect(acme.calendarId).toBe(standard.id);
    expect(await eventsOf(acme.id)).toMatchObject([
      ['platform.companyFounded', 1, expect.anything()],
    ]);
  });

  it('refuses a code that is taken and leaves nothing behind', async () => {
    const verb = (tx: Parameters<typeof companies.create>[0]) =>
      companies.create(tx, {
        ...founding,
        code: 'ACME',
        externalRefs: [{ system: 'erp', key: 'second' }],
      });
    expect(await stage.refusal(verb)).toMatchObject({ code: 'DUPLICATE_KEY', path: ['code'] });
    const refs = await database.db.selectFrom('ExternalRef').select('key').execute();
    expect(refs).toEqual([]);
  });

  it('is not for an actor who is limited to companies', async () => {
    const limited = actorWith(['platform.company.create'], [acme.id]);
    const refused = await stage.refusal(
      (tx) => companies.create(tx, { ...founding, code: 'NEW' }),
      limited,
    );
    expect(refused.code).toBe('FOUNDER_IS_LIMITED');
  });
});

describe('a company', () => {
  it('is not found by whoever does not see it, by id or by code', async () => {
    const stranger = actorWith([], []);
    const byId = await stage.refusal((tx) => companies.get(tx, acme.id), stranger);
    const byCode = await stage.refusal((tx) => companies.byCode(tx, 'ACME'), stranger);
    expect([byId.code, byCode.code]).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    const change = (tx: Parameters<typeof companies.change>[0]) =>
      companies.change(tx, { id: acme.id, name: 'Taken over' });
    expect((await stage.refusal(change, stranger)).code).toBe('NOT_FOUND');
  });

  it('changes what is given, keeps what is absent and clears what is null', async () => {
    const made = await stage.act((tx) =>
      companies.create(tx, { ...founding, code: 'BETA', taxNumber: 'DE 1', legalName: 'Beta AG' }),
    );
    const changed = await stage.act((tx) =>
      companies.change(tx, { id: made.id, expectedVersion: 1, name: 'Beta', taxNumber: null }),
    );
    expect(changed).toMatchObject({
      version: 2,
      name: 'Beta',
      legalName: 'Beta AG',
      taxNumber: null,
    });
    const stale = await stage.refusal((tx) =>
      companies.change(tx, { id: made.id, expectedVersion: 1, name: 'Late' }),
    );
    expect(stale).toMatchObject({ code: 'STALE_VERSION', params: { currentVersion: 2 } });
    const [, told] = await eventsOf(made.id);
    expect(told?.[2]).toEqual(expect.arrayContaining(['name', 'taxNumber']));
  });

  it('reckons its day by its own clocks: 23:30 UTC is tomorrow in Berlin', async () => {
    stage.setClock(new Date('2026-03-31T23:30:00Z'));
    expect(await stage.act((tx) => companies.today(tx, acme.id))).toBe('2026-04-01');
  });

  it('is read once in a transaction, however often it is asked for', async () => {
    const { texts } = await database.statements.during(() =>
      stage.act(async (tx) => {
        for (let time = 0; time < 5; time += 1) await companies.get(tx, acme.id);
      }),
    );
    expect(texts.filter((text) => text.includes('"Company"'))).toHaveLength(1);
  });
});

describe('tax codes, terms and calendars', () => {
  it('archives a tax code, which then cannot be changed', async () => {
    const input = {
      companyId: acme.id,
      code: 'S19',
      name: 'Standard',
      ratePercent: new Decimal(19),
    };
    const made = await stage.act((tx) => taxCodes.create(tx, input));
    const again = await stage.refusal((tx) => taxCodes.create(tx, input));
    expect(again).toMatchObject({ code: 'DUPLICATE_KEY', path: ['code'] });
    const archived = await stage.act((tx) => taxCodes.archive(tx, { id: made.id }));
    expect(archived.archivedAt).toEqual(expect.any(Date));
    const late = await stage.refusal((tx) => taxCodes.change(tx, { id: made.id, name: 'New' }));
    expect(late.code).toBe('TAX_CODE_ARCHIVED');
  });

  it('hides the tax codes of companies that the actor does not see', async () => {
    const input = { companyId: acme.id, code: 'R7', name: 'Reduced', ratePercent: new Decimal(7) };
    const { id } = await stage.act((tx) => taxCodes.create(tx, input));
    const stranger = actorWith([], []);
    expect((await stage.act((tx) => taxCodes.getMany(tx, [id]), stranger)).size).toBe(0);
    expect((await stage.refusal((tx) => taxCodes.archive(tx, { id }), stranger)).code).toBe(
      'NOT_FOUND',
    );
  });

  it('changes terms and a calendar under their versions', async () => {
    const terms = await stage.act((tx) =>
      paymentTerms.create(tx, { code: 'NET45', name: '45 days', netDays: 45 }),
    );
    const longer = await stage.act((tx) => paymentTerms.change(tx, { id: terms.id, netDays: 50 }));
    expect(longer).toMatchObject({ version: 2, netDays: 50, name: '45 days' });
    const calendar = await stage.act((tx) =>
      calendars.create(tx, {
        code: 'SHIFT',
        name: 'Two shifts',
        minutes: [960, 960, 960, 960, 960, 0, 0],
      }),
    );
    await stage.act((tx) =>
      calendars.change(tx, { id: calendar.id, exceptions: [{ on: '2026-05-01', minutes: 0 }] }),
    );
    const known = await stage.act((tx) => calendars.workDaysOf(tx, [calendar.id]));
    const days = known.get(calendar.id)!;
    expect(days.isWorkDay('2026-05-01' as Parameters<typeof days.isWorkDay>[0])).toBe(false);
  });
});

describe('external references', () => {
  const node = (last: number) => `00000000-0000-7000-8000-00000000000${last}`;
  const claimOf = (last: number, ...keys: string[]) => ({
    scopeId: GROUP_ID,
    noun: 'Item',
    nodeId: node(last),
    refs: keys.map((key) => ({ system: 'shop', key })),
  });

  it('gives all keys of a node or none, and leaves the other nodes alone', async () => {
    await stage.act((tx) => externalRefs.claim(tx, [claimOf(1, 'A')]));
    const outcomes = await stage.act((tx) =>
      externalRefs.claim(tx, [claimOf(2, 'B', 'A'), claimOf(3, 'C'), claimOf(1, 'A', 'D')]),
    );
    expect(outcomes.map((outcome) => 'ok' in outcome)).toEqual([false, true, true]);
    const wanted = { scopeId: GROUP_ID, noun: 'Item', refs: claimOf(0, 'A', 'B', 'C', 'D').refs };
    const found = await stage.act((tx) => externalRefs.find(tx, wanted));
    expect(found).toEqual([node(1), null, node(3), node(1)]);
  });

  it('takes the first of two nodes that claim one key at once', async () => {
    const outcomes = await stage.act((tx) =>
      externalRefs.claim(tx, [claimOf(4, 'E'), claimOf(5, 'E')]),
    );
    expect(outcomes.map((outcome) => 'ok' in outcome)).toEqual([true, false]);
  });

  it('needs as many statements for a hundred nodes as for one', async () => {
    const many = Array.from({ length: 100 }, (_, index) => ({
      ...claimOf(6),
      nodeId: `00000000-0000-7000-8000-0000000001${String(index).padStart(2, '0')}`,
      refs: [{ system: 'bulk', key: String(index) }],
    }));
    const { texts } = await database.statements.during(() =>
      stage.act((tx) => externalRefs.claim(tx, many)),
    );
    expect(texts.filter((text) => text.includes('"ExternalRef"'))).toHaveLength(1);
  });
});
