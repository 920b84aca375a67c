import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customers, type CustomerInput } from '../../../modules/crm/index.js';
import { duplicates } from '../../../modules/platform/index.js';
import { salesOrders } from '../../../modules/sales/index.js';
import { actorWith } from '../../support/acting.js';
import { onPostgres } from '../../support/database.js';
import { brokenInvariants } from '../../support/invariants.js';
import { amount, openTrade, type Trade } from '../../support/trade.js';

let trade: Trade;
beforeAll(async () => {
  trade = await openTrade();
});
afterAll(() => trade.database.close());

const refs = (system: string, key: string) => [{ system, key }];
const home = { kind: 'SHIPPING' as const, line1: 'Ring 1', city: 'Bonn', countryCode: 'DE' };

const make = (input: CustomerInput) =>
  trade.stage.act((tx) => customers.upsert(tx, { currency: 'USD', ...input }));
const merge = (survivorId: string, mergedId: string, more: object = {}) =>
  trade.stage.act((tx) => customers.merge(tx, { survivorId, mergedId, ...more }));
const refused = async (survivorId: string, mergedId: string, more: object = {}) => {
  const input = { survivorId, mergedId, ...more };
  const { code, path } = await trade.stage.refusal((tx) => customers.merge(tx, input));
  return `${code} ${path.join('.')}`;
};

let pairs = 0;
/** The same shop, as an old and a new system know it. */
async function shop() {
  pairs += 1;
  const n = pairs;
  const old = await make({
    ...{ code: `OLD-${n}`, name: `Shop ${n}`, externalRefs: refs('old', `${n}`) },
    addresses: [{ ...home, isDefault: true }],
    contacts: [{ lastName: 'Lovelace' }],
    terms: [{ companyId: trade.companyId, creditLimit: amount(100) }],
  });
  const fresh = await make({
    ...{ code: `NEW-${n}`, name: `Shop ${n} Ltd`, externalRefs: refs('new', `${n}`) },
    ...{ email: 'buy@shop.example', legalName: 'Shop Limited' },
    addresses: [
      { ...home, isDefault: true },
      { ...home, city: 'Köln', isDefault: false },
    ],
    contacts: [{ lastName: 'Lovelace' }, { lastName: 'Hopper' }],
    terms: [
      { companyId: trade.companyId, creditLimit: amount(500) },
      { companyId: trade.otherId, isOnCreditHold: true },
    ],
  });
  return { n, old, fresh };
}

async function rows(text: string, ...values: unknown[]): Promise<unknown[][]> {
  return (await trade.database.query({ text, values })).rows;
}

describe('merging a customer into another', () => {
  it('adds what only it has, moves its references, and leaves it whole in the archive', async () => {
    const { old, fresh, n } = await shop();
    const { survivor, merged } = await merge(old.id, fresh.id);
    expect(survivor).toMatchObject({ name: `Shop ${n}`, email: 'buy@shop.example', version: 2 });
    expect(merged).toMatchObject({ mergedIntoId: old.id, version: 2 });
    expect(merged.archivedAt).not.toBeNull();
    const own = (table: string, column: string) =>
      rows(`select "${column}" from "${table}" where "customerId" = $1 order by "id"`, old.id);
    expect(await own('CustomerAddress', 'city')).toEqual([['Bonn'], ['Köln']]);
    expect(await own('Contact', 'lastName')).toEqual([['Lovelace'], ['Hopper']]);
    const stays = 'select count(*)::int from "CustomerAddress" where "customerId" = $1';
    expect(await rows(stays, fresh.id)).toEqual([[2]]);
    const terms = (companyId: string) =>
      trade.stage.act(async (tx) => (await customers.terms(tx, companyId, [old.id])).get(old.id));
    expect(String((await terms(trade.companyId))?.creditLimit)).toBe('100');
    expect((await terms(trade.otherId))?.isOnCreditHold).toBe(true);
  });

  it('tells in the event what was moved', async () => {
    const { old, fresh, n } = await shop();
    await merge(old.id, fresh.id, { take: ['name'] });
    const [[data]] = (await rows(
      `select "data" from "Event" where "type" = 'crm.customerMerged' and "documentId" = $1`,
      fresh.id,
    )) as [[object]];
    expect(data).toEqual({
      survivorId: old.id,
      externalRefs: refs('new', `${n}`),
      ...{ addresses: 1, contacts: 1, terms: 1 },
    });
    const [[changes]] = (await rows(
      `select "changes" from "AuditEntry" where "documentId" = $1 and "version" = 2`,
      old.id,
    )) as [[object]];
    expect(changes).toMatchObject({ name: { from: `Shop ${n}`, to: `Shop ${n} Ltd` } });
  });

  it('lets the importers of both systems go on with the one', async () => {
    const { old, fresh, n } = await shop();
    await merge(old.id, fresh.id);
    const count = await rows('select count(*)::int from "Customer"');
    const ofNew = { code: `NEW-${n}`, externalRefs: refs('new', `${n}`), phone: '+49 228 1' };
    expect(await make({ ...ofNew, phone: '+49 228 12345' })).toMatchObject({ id: old.id });
    expect(await make({ code: `NEW-${n}`, name: 'By code' })).toMatchObject({ id: old.id });
    expect(await make({ externalRefs: refs('old', `${n}`), name: 'By ref' })).toMatchObject({
      ...{ id: old.id, code: `OLD-${n}`, phone: '+49 228 12345' },
    });
    expect(await rows('select count(*)::int from "Customer"')).toEqual(count);
  });

  it('leads those that were merged before to the last survivor', async () => {
    const [first, second] = [await shop(), await shop()];
    await merge(first.old.id, first.fresh.id);
    await merge(second.old.id, first.old.id);
    const [chain] = await rows(
      'select "mergedIntoId" from "Customer" where "id" = $1',
      first.fresh.id,
    );
    expect(chain).toEqual([second.old.id]);
    expect(await make({ code: `NEW-${first.n}`, name: 'Far' })).toMatchObject({
      id: second.old.id,
    });
  });

  it('is refused where it makes no sense, and then changes nothing', async () => {
    const { old, fresh } = await shop();
    const gone = await make({ name: 'Gone' });
    await trade.stage.act((tx) => customers.archive(tx, { id: gone.id }));
    const person = await make({ name: 'Person', kind: 'PERSON' });
    const events = await rows('select count(*)::int from "Event"');
    expect(await refused(old.id, old.id)).toBe('MERGED_INTO_ITSELF mergedId');
    expect(await refused(gone.id, fresh.id)).toBe('CUSTOMER_ARCHIVED survivorId');
    expect(await refused(old.id, person.id)).toBe('MERGE_DIFFERS mergedId');
    expect(await refused(old.id, trade.companyId)).toBe('NOT_FOUND ');
    expect(await refused(old.id, fresh.id, { expectedVersion: 7 })).toBe(
      'STALE_VERSION expectedVersion',
    );
    expect(await refused(old.id, fresh.id, { mergedExpectedVersion: 7 })).toBe(
      'STALE_VERSION mergedExpectedVersion',
    );
    const limited = actorWith(['crm.customer.merge'], [trade.companyId]);
    const input = { survivorId: old.id, mergedId: fresh.id };
    expect((await trade.stage.refusal((tx) => customers.merge(tx, input), limited)).code).toBe(
      'MERGER_IS_LIMITED',
    );
    expect(await rows('select count(*)::int from "Event"')).toEqual(events);
    await merge(old.id, fresh.id);
    expect(await refused(old.id, fresh.id)).toBe('ALREADY_MERGED mergedId');
    expect(await refused(fresh.id, person.id)).toBe('ALREADY_MERGED survivorId');
    expect((await merge(old.id, gone.id)).merged.mergedIntoId).toBe(old.id);
  });
});

describe('the credit of merged customers', () => {
  it('is one: what either owes and has on order counts against the survivor’s limit', async () => {
    const { old, fresh } = await shop();
    const draft = await trade.ordered(fresh.id, '50');
    await trade.confirmed(old.id, '60');
    await trade.invoiced(fresh.id, '10');
    await merge(old.id, fresh.id);
    const confirm = (id: string) => trade.stage.refusal((tx) => salesOrders.confirm(tx, { id }));
    const refusal = await confirm(draft);
    expect([refusal.code, refusal.params]).toEqual([
      'CREDIT_LIMIT_EXCEEDED',
      expect.objectContaining({ limit: '100', exposure: '70', order: '50' }),
    ]);
    expect((await confirm(await trade.ordered(old.id, '31'))).code).toBe('CREDIT_LIMIT_EXCEEDED');
    await trade.confirmed(old.id, '30');
    expect(await trade.exposure(fresh.id)).toEqual(['10', '0']);
    expect(await brokenInvariants(trade.database)).toEqual([]);
  });

  it('lets an order of the merged be finished, and takes no new one for it', async () => {
    const { old, fresh } = await shop();
    const draft = await trade.ordered(fresh.id, '20');
    await merge(old.id, fresh.id);
    await trade.stage.act((tx) => salesOrders.confirm(tx, { id: draft }));
    expect(await trade.exposure(fresh.id)).toEqual(['0', '20']);
    await expect(trade.ordered(fresh.id, '20')).rejects.toThrow();
  });
});

describe('suggestions', () => {
  const suggested = async (least = 0.6) => {
    const { found } = await customers.duplicates(trade.read, least);
    return found.map(({ left, right, reasons }) => `${left} ${right} ${reasons.join()}`);
  };

  it('name those with one tax number, mail or name, and not what was dismissed or merged', async () => {
    const same = { taxNumber: 'XY123456', contacts: [{ lastName: 'A', email: 'a@zeta.example' }] };
    const one = await make({ name: 'Zeta Works', ...same });
    const two = await make({ name: 'Omega', ...same });
    const three = await make({ name: 'ZETA WORKS GmbH' });
    const found = await suggested();
    expect(found).toContain(`${one.id} ${two.id} TAX_NUMBER,EMAIL,EMAIL_DOMAIN`);
    expect(found).toContain(`${one.id} ${three.id} SAME_NAME`);
    const pair = { noun: 'Customer' as const, firstId: three.id, secondId: one.id };
    await trade.stage.act((tx) => duplicates.dismiss(tx, pair));
    await trade.stage.act((tx) =>
      duplicates.dismiss(tx, { ...pair, firstId: one.id, secondId: three.id }),
    );
    await merge(one.id, two.id);
    const left = (await suggested()).filter((text) => text.includes(one.id));
    expect(left).toEqual([]);
  });
});

onPostgres('merges at once', () => {
  it('of A into B and B into A let one win and refuse the other', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { old, fresh } = await shop();
      const outcomes = await Promise.allSettled([merge(old.id, fresh.id), merge(fresh.id, old.id)]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const lost = outcomes.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
      expect((lost.reason as { code: string }).code).toBe('ALREADY_MERGED');
    }
  });

  it('with confirmations of orders of both leave the credit as if one came after the other', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { old, fresh } = await shop();
      const orders = [await trade.ordered(old.id, '60'), await trade.ordered(fresh.id, '60')];
      await Promise.all([
        merge(old.id, fresh.id),
        ...orders.map((id) =>
          trade.stage.act((tx) => salesOrders.confirm(tx, { id })).catch(() => null),
        ),
      ]);
      expect(await brokenInvariants(trade.database)).toEqual([]);
      const next = await trade.ordered(old.id, '60');
      expect((await trade.stage.refusal((tx) => salesOrders.confirm(tx, { id: next }))).code).toBe(
        'CREDIT_LIMIT_EXCEEDED',
      );
    }
  });

  it('let two orders of a merged family that is full see each other', async () => {
    const { old, fresh } = await shop();
    const orders = [await trade.ordered(old.id, '60'), await trade.ordered(fresh.id, '60')];
    await merge(old.id, fresh.id);
    const outcomes = await Promise.allSettled(
      orders.map((id) => trade.stage.act((tx) => salesOrders.confirm(tx, { id }))),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});
