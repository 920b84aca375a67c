import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  activities,
  contacts,
  opportunities,
  opportunityStages,
} from '../../../modules/crm/index.js';
import { canonical, decimal } from '../../../modules/kernel/index.js';
import { soldItems } from '../../../modules/sales/index.js';
import type { Database } from '../../../prisma/database.js';
import { actorWith } from '../../support/acting.js';
import { openTestDatabase } from '../../support/database.js';
import { factsOf, openShop, order, type Shop } from '../sales/shop.js';
import { salesOrders } from '../../../modules/sales/index.js';
import { changed, pursue, want } from './front-office.js';

let database: Database;
let shop: Shop;

beforeAll(async () => {
  database = await openTestDatabase();
  shop = await openShop(database, []);
});

afterAll(() => database.close());

const at = (instant: string) => shop.setClock(new Date(instant));
const stages = () => shop.act(opportunityStages.all);
const stageId = async (code: string) => (await stages()).find((one) => one.code === code)!.id;

/** The stages an opportunity was in: code, whether it left at the next's beginning, outcome. */
async function history(opportunityId: string) {
  const rows = await database.db
    .selectFrom('OpportunityStageChange as c')
    .innerJoin('OpportunityStage as s', 's.id', 'c.stageId')
    .select(['s.code', 'c.enteredAt', 'c.leftAt', 'c.outcome'])
    .where('c.opportunityId', '=', opportunityId)
    .orderBy('c.id')
    .execute();
  return rows.map(({ code, enteredAt, leftAt, outcome }) => [
    code,
    enteredAt.toISOString().slice(0, 10),
    leftAt?.toISOString().slice(0, 10) ?? null,
    outcome,
  ]);
}

describe('the stages', () => {
  it('are the standard ones until the group names its own', async () => {
    expect((await stages()).map(({ code }) => code)).toEqual([
      'QUALIFY',
      'PROPOSE',
      'NEGOTIATE',
      'COMMIT',
    ]);
    const made = await shop.act((tx) =>
      opportunityStages.create(tx, { code: 'DEMO', name: 'Demo', position: 2 }),
    );
    const renamed = await shop.act((tx) =>
      opportunityStages.change(tx, { id: made.id, name: 'Demonstrate', expectedVersion: 1 }),
    );
    expect(renamed).toMatchObject({ name: 'Demonstrate', position: 2, version: 2 });
    const again = await shop.refusal((tx) =>
      opportunityStages.create(tx, { code: 'DEMO', name: 'Demo', position: 2 }),
    );
    expect(again).toMatchObject({ code: 'DUPLICATE_KEY', path: ['code'] });
    await shop.act((tx) => opportunityStages.archive(tx, { id: made.id }));
    const { id } = await pursue(shop);
    const moved = await shop.refusal((tx) => opportunities.moveStage(tx, { id, stageId: made.id }));
    expect(moved).toMatchObject({ code: 'STAGE_ARCHIVED', path: ['stageId'] });
  });
});

describe('an opportunity', () => {
  it('is worth what its lines sum to, and is reckoned anew when they change', async () => {
    const { id, ...entered } = await pursue(shop, {
      amount: decimal(9),
      lines: [want(shop.boltId, '100', '2.5'), want(null, '1', '80')],
    });
    expect(entered).toMatchObject({ status: 'OPEN', currency: 'EUR', version: 1 });
    expect(entered.number).toMatch(/^OPP-2026-\d{5}$/);
    expect(canonical(entered.amount)).toBe('330');
    const [bolts, service] = await shop.act((tx) => opportunities.linesOf(tx, [id]));
    expect([bolts!.description, service!.description, service!.unit]).toEqual([
      'Bolt',
      'Service',
      'C62',
    ]);
    const after = await changed(shop, {
      id,
      lines: [{ id: bolts!.id, ...want(shop.boltId, '10', '2.5') }, want(shop.nutId, '4', '1')],
      removedLineIds: [service!.id],
      probabilityPercent: decimal(55),
      expectedVersion: 1,
    });
    expect(canonical(after.amount)).toBe('29');
    const lines = await shop.act((tx) => opportunities.linesOf(tx, [id]));
    expect(lines.map(({ position, version }) => [position, version])).toEqual([
      [1, 2],
      [3, 1],
    ]);
    const stale = await shop.refusal((tx) =>
      opportunities.change(tx, { id, name: 'Late', expectedVersion: 1 }, (ids) =>
        soldItems(tx, ids),
      ),
    );
    expect(stale.code).toBe('STALE_VERSION');
    expect(await factsOf(shop, id)).toEqual(['crm.opportunityCreated', 'crm.opportunityChanged']);
  });

  it('leaves each stage when it enters the next, and the last when it is closed', async () => {
    at('2026-03-02T08:00:00Z');
    const { id } = await pursue(shop);
    at('2026-03-05T08:00:00Z');
    const proposed = await stageId('PROPOSE');
    await shop.act((tx) => opportunities.moveStage(tx, { id, stageId: proposed }));
    at('2026-03-09T08:00:00Z');
    const lost = await shop.act((tx) =>
      opportunities.lose(tx, { id, reason: 'Too dear', competitor: 'Nuts & Co' }),
    );
    expect(lost).toMatchObject({ status: 'LOST', closedOn: '2026-03-09', competitor: 'Nuts & Co' });
    at('2026-03-12T08:00:00Z');
    const open = await shop.act((tx) => opportunities.reopen(tx, { id }));
    expect(open).toMatchObject({ status: 'OPEN', closedOn: null, lostReason: null });
    at('2026-03-20T08:00:00Z');
    await shop.act((tx) => opportunities.win(tx, { id }));
    expect(await history(id)).toEqual([
      ['QUALIFY', '2026-03-02', '2026-03-05', null],
      ['PROPOSE', '2026-03-05', '2026-03-09', 'LOST'],
      ['PROPOSE', '2026-03-12', '2026-03-20', 'WON'],
    ]);
    at('2026-03-02T08:00:00Z');
    const closed = await shop.refusal((tx) => opportunities.win(tx, { id }));
    expect(closed.code).toBe('TRANSITION_REFUSED');
  });

  it('stays as it is when it is moved to the stage that it is in', async () => {
    const { id, stageId: first } = await pursue(shop);
    const same = await shop.act((tx) => opportunities.moveStage(tx, { id, stageId: first }));
    expect(same.version).toBe(1);
    expect(await history(id)).toHaveLength(1);
  });

  it('is refused with what is wrong, by field', async () => {
    const refused = async (told: Parameters<typeof pursue>[1]) => {
      const { companyId, customerId } = shop;
      const input = { companyId, customerId, name: 'X', ...told };
      const { code, path } = await shop.refusal((tx) =>
        opportunities.create(tx, input, (ids) => soldItems(tx, ids)),
      );
      return [code, path.join('.')];
    };
    const stranger = randomUUID();
    expect(await refused({ customerId: stranger })).toEqual(['NOT_FOUND', 'customerId']);
    expect(await refused({ contactId: stranger })).toEqual(['NOT_FOUND', 'contactId']);
    expect(await refused({ ownerId: stranger })).toEqual(['NOT_FOUND', 'ownerId']);
    expect(await refused({ stageId: stranger })).toEqual(['NOT_FOUND', 'stageId']);
    expect(await refused({ currency: 'XXX' })).toEqual(['CURRENCY_UNKNOWN', 'currency']);
    expect(await refused({ amount: decimal(-1) })).toEqual(['AMOUNT_OUT_OF_RANGE', 'amount']);
    expect(
      await refused({ lines: [want(shop.boltId, '1', '1'), want(stranger, '1', '1')] }),
    ).toEqual(['NOT_FOUND', 'lines.1.itemId']);
    const blind = actorWith([], []);
    const { companyId, customerId } = shop;
    const hidden = await shop.refusal(
      (tx) =>
        opportunities.create(tx, { companyId, customerId, name: 'X' }, (ids) => soldItems(tx, ids)),
      blind,
    );
    expect(hidden.code).toBe('NOT_FOUND');
  });

  it("names a contact of its customer's", async () => {
    const { customerId } = shop;
    const person = await shop.act((tx) => contacts.add(tx, { customerId, lastName: 'Rad' }));
    const { id, contactId } = await pursue(shop, { contactId: person.id });
    expect(contactId).toBe(person.id);
    expect((await changed(shop, { id, contactId: null })).contactId).toBeNull();
  });

  it('costs as many statements with twenty lines as with one', async () => {
    const cost = async (count: number) => {
      const lines = Array.from({ length: count }, () => want(shop.boltId, '1', '1'));
      const entering = await database.statements.during(() => pursue(shop, { lines }));
      const { id } = entering.value;
      const changing = await database.statements.during(() => changed(shop, { id, lines }));
      return [entering.texts.length, changing.texts.length];
    };
    expect(await cost(20)).toEqual(await cost(1));
  });
});

describe('an activity', () => {
  const plan = (nodeId: string, told: object = {}) =>
    shop.act((tx) => activities.create(tx, { nodeId, kind: 'CALL', subject: 'Ask', ...told }));

  it('is planned about a document, changed, and done with its outcome', async () => {
    const { id } = await pursue(shop);
    const call = await plan(`Opportunity:${id}`, { dueAt: new Date('2026-03-04T09:00:00Z') });
    expect(call).toMatchObject({ status: 'PLANNED', companyId: shop.companyId, documentId: id });
    const visit = await shop.act((tx) =>
      activities.change(tx, { id: call.id, kind: 'VISIT', dueAt: null, expectedVersion: 1 }),
    );
    expect(visit).toMatchObject({ kind: 'VISIT', dueAt: null, subject: 'Ask' });
    const done = await shop.act((tx) => activities.complete(tx, { id: call.id, outcome: 'Yes' }));
    expect(done).toMatchObject({ status: 'DONE', outcome: 'Yes', version: 3 });
    const again = await shop.refusal((tx) => activities.cancel(tx, { id: call.id }));
    expect(again.code).toBe('TRANSITION_REFUSED');
    expect(await factsOf(shop, call.id)).toEqual([
      'crm.activityCreated',
      'crm.activityChanged',
      'crm.activityCompleted',
    ]);
  });

  it('is done when it is written, if it is a note or has its outcome', async () => {
    const { id } = await shop.act((tx) =>
      salesOrders.create(tx, order(shop, { itemId: shop.boltId })),
    );
    expect((await plan(`SalesOrder:${id}`, { kind: 'NOTE' })).status).toBe('DONE');
    expect((await plan(`SalesOrder:${id}`, { outcome: 'Agreed' })).status).toBe('DONE');
    const { id: task } = await plan(`SalesOrder:${id}`);
    expect((await shop.act((tx) => activities.cancel(tx, { id: task }))).status).toBe('CANCELLED');
  });

  it("is some company's, also when it is about what belongs to the group", async () => {
    const { companyId, customerId } = shop;
    expect((await plan(`Customer:${customerId}`, { companyId })).companyId).toBe(companyId);
  });

  it('is refused about what is unknown, hidden, or of no kind that it can be about', async () => {
    const { companyId, customerId } = shop;
    const { id } = await pursue(shop);
    const refused = async (
      nodeId: string,
      told: object = {},
      actor = actorWith(['crm.opportunity.read', 'crm.customer.read']),
    ) => {
      const { code, path } = await shop.refusal(
        (tx) => activities.create(tx, { nodeId, kind: 'CALL', subject: 'Ask', ...told }),
        actor,
      );
      return [code, path.join('.')];
    };
    expect(await refused('nonsense')).toEqual(['NOT_FOUND', 'nodeId']);
    expect(await refused(`Actor:${randomUUID()}`)).toEqual(['NODE_KIND_UNKNOWN', 'nodeId']);
    expect(await refused(`Opportunity:${randomUUID()}`)).toEqual(['NOT_FOUND', 'nodeId']);
    expect(await refused(`Customer:${customerId}`)).toEqual(['COMPANY_MISSING', 'companyId']);
    expect(await refused(`Opportunity:${id}`, { companyId: randomUUID() })).toEqual([
      'COMPANY_DIFFERS',
      'companyId',
    ]);
    expect(await refused(`Opportunity:${id}`, { ownerId: randomUUID() })).toEqual([
      'NOT_FOUND',
      'ownerId',
    ]);
    expect(await refused(`Opportunity:${id}`, { subject: ' ' })).toEqual([
      'TEXT_TOO_SHORT',
      'subject',
    ]);
    expect(await refused(`Opportunity:${id}`, {}, actorWith([]))).toEqual([
      'NOT_PERMITTED',
      'nodeId',
    ]);
    const elsewhere = actorWith(['crm.opportunity.read'], [randomUUID()]);
    expect(await refused(`Opportunity:${id}`, {}, elsewhere)).toEqual(['NOT_FOUND', 'nodeId']);
    expect(
      await refused(`Customer:${customerId}`, { companyId }, actorWith(['crm.customer.read'], [])),
    ).toEqual(['NOT_FOUND', '']);
  });
});
