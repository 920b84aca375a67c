import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { opportunities } from '../../../modules/crm/index.js';
import { createSequencer } from '../../../modules/events/index.js';
import { items } from '../../../modules/inventory/index.js';
import { canonical, decimal } from '../../../modules/kernel/index.js';
import { hearings } from '../../../modules/listeners.js';
import { exchangeRates } from '../../../modules/platform/index.js';
import { priceLists, quotes, salesSettings } from '../../../modules/sales/index.js';
import type { Database } from '../../../prisma/database.js';
import { actorWith } from '../../support/acting.js';
import { openTestDatabase } from '../../support/database.js';
import { brokenInvariants } from '../../support/invariants.js';
import { pursue, want } from '../crm/front-office.js';
import { quote, quoteLines, quoteNow, sent } from './quoting.js';
import { factsOf, openShop, type Shop } from './shop.js';

let database: Database;
let shop: Shop;

beforeAll(async () => {
  database = await openTestDatabase();
  shop = await openShop(database, hearings);
});

afterAll(() => database.close());

const create = (told: Parameters<typeof quotes.create>[1]) =>
  shop.act((tx) => quotes.create(tx, told));

describe('entering a quote', () => {
  it('keeps what is asked, what it would cost and what it would earn', async () => {
    const { boltId, vatId } = shop;
    const box = { itemId: boltId, unit: 'BX', quantity: '2', unitPrice: '30', taxCodeId: vatId };
    const draft = await create(quote(shop, [box, { charge: '4.5' }]));
    expect(draft).toMatchObject({ status: 'DRAFT', revision: 1, validUntil: '2026-04-01' });
    expect(draft.number).toMatch(/^QU-2026-\d{5}$/);
    const amounts = [draft.netAmount, draft.taxAmount, draft.grossAmount].map(canonical);
    expect(amounts).toEqual(['64.5', '11.4', '75.9']); // 60 × 0.19
    // Bolts cost 1.50 on average, a box of 12 costs 18, two cost 36; 64.5 − 36 = 28.5 = 44.186 %.
    const [line, freight] = await quoteLines(shop, draft.id);
    expect([line!.materialCost, line!.labourCost, freight!.materialCost].map(canonical)).toEqual([
      '18',
      '0',
      '0',
    ]);
    const told = [draft.estimatedCost, draft.estimatedMargin, draft.marginPercent!];
    expect(told.map(canonical)).toEqual(['36', '28.5', '44.186']);
  });

  it('reckons the standard cost where there is one, in base currency', async () => {
    const [made] = await shop.act((tx) =>
      items.upsertMany(tx, [{ code: 'STD', name: 'Standard', unit: 'C62', isSold: true }]),
    );
    const itemId = 'ok' in made! ? made.ok.id : '';
    const { companyId } = shop;
    await shop.act((tx) => items.setSettings(tx, { companyId, itemId, standardCost: decimal(4) }));
    await shop.act((tx) =>
      exchangeRates.set(tx, [
        { from: 'USD', to: 'EUR', validFrom: '2026-01-01', rate: decimal('0.8') },
      ]),
    );
    const sold = [{ itemId, quantity: '10', unitPrice: '10' }];
    const draft = await create(quote(shop, sold, { currency: 'USD' }));
    expect(canonical(draft.exchangeRate)).toBe('0.8');
    expect(canonical(draft.estimatedMargin)).toBe('40'); // 100 USD are 80 EUR, less 40
    expect(canonical(draft.marginPercent!)).toBe('50');
  });

  it('takes the lines of its opportunity, and prices that are left out from the lists', async () => {
    const { boltId, companyId, customerId, warehouseId } = shop;
    const { id: opportunityId } = await pursue(shop, {
      lines: [want(boltId, '50', '2.5'), want(null, '3', '40')],
    });
    const input = { companyId, customerId, warehouseId, opportunityId };
    const draft = await create(input);
    expect(canonical(draft.netAmount)).toBe('245');
    const lines = await quoteLines(shop, draft.id);
    expect(lines.map(({ kind, description }) => [kind, description])).toEqual([
      ['ITEM', 'Bolt'],
      ['CHARGE', 'Service'],
    ]);
    const general = { companyId, code: 'GENERAL', name: 'General', currency: 'EUR' };
    const list = await shop.act((tx) => priceLists.create(tx, general));
    const prices = [{ itemId: boltId, unitPrice: decimal('2.25') }];
    await shop.act((tx) => priceLists.setPrices(tx, { id: list.id, prices }));
    const bare = [{ itemId: boltId, quantity: decimal(2) }];
    const priced = await create({ ...input, lines: bare, priceListId: list.id });
    expect(canonical(priced.netAmount)).toBe('4.5');
    await shop.act((tx) => opportunities.lose(tx, { id: opportunityId, reason: 'Too dear' }));
    const closed = await shop.refusal((tx) => quotes.create(tx, input));
    expect(closed).toMatchObject({ code: 'OPPORTUNITY_CLOSED', path: ['opportunityId'] });
  });

  it('is refused with what is wrong, by field', async () => {
    const sold = { itemId: shop.boltId };
    const refused = async (told: object, lines = [sold]) => {
      const { code, path } = await shop.refusal((tx) =>
        quotes.create(tx, quote(shop, lines, told)),
      );
      return [code, path.join('.')];
    };
    const stranger = randomUUID();
    expect(await refused({}, [])).toEqual(['ORDER_WITHOUT_LINES', 'lines']);
    expect(await refused({ opportunityId: stranger })).toEqual(['NOT_FOUND', 'opportunityId']);
    expect(await refused({ priceListId: stranger })).toEqual(['NOT_FOUND', 'priceListId']);
    expect(await refused({ warehouseId: stranger })).toEqual(['NOT_FOUND', 'warehouseId']);
    expect(await refused({ validUntil: '2026-03-01' })).toEqual([
      'VALIDITY_ENDS_BEFORE',
      'validUntil',
    ]);
    expect(await refused({ currency: 'CHF' })).toEqual(['RATE_MISSING', 'currency']);
    expect(await refused({ lines: [{ itemId: shop.nutId, quantity: decimal(1) }] })).toEqual([
      'PRICE_MISSING',
      'lines.0.unitPrice',
    ]);
    expect(await refused({ lines: [{ itemId: stranger, quantity: decimal(1) }] })).toEqual([
      'NOT_FOUND',
      'lines.0.itemId',
    ]);
  });
});

describe('changing a quote', () => {
  it('keeps what is not named and reckons all anew', async () => {
    const sold = [{ itemId: shop.boltId, quantity: '10', unitPrice: '3' }, { charge: '5' }];
    const { id } = await create(quote(shop, sold));
    const [bolts, freight] = await quoteLines(shop, id);
    const after = await shop.act((tx) =>
      quotes.change(tx, {
        id,
        expectedVersion: 1,
        customerReference: 'RFQ 7',
        lines: [{ itemId: shop.nutId, quantity: decimal(4), unitPrice: decimal(2) }],
        removedLineIds: [freight!.id],
      }),
    );
    expect(after).toMatchObject({ version: 2, customerReference: 'RFQ 7', status: 'DRAFT' });
    expect([after.netAmount, after.estimatedCost].map(canonical)).toEqual(['38', '21']);
    const lines = await quoteLines(shop, id);
    expect(lines.map(({ position }) => position)).toEqual([1, 3]);
    expect(lines[0]!.id).toBe(bolts!.id);
    const unknown = await shop.refusal((tx) =>
      quotes.change(tx, { id, removedLineIds: [freight!.id] }),
    );
    expect(unknown).toMatchObject({ code: 'NOT_FOUND', path: ['removedLineIds', 0] });
  });

  it('is possible for a draft only', async () => {
    const { id } = await sent(shop, [{ itemId: shop.boltId }]);
    const refusal = await shop.refusal((tx) => quotes.change(tx, { id, requestedOn: null }));
    expect(refusal.code).toBe('TRANSITION_REFUSED');
  });
});

describe('the approval of a quote', () => {
  const seller = actorWith([]);
  const cheap = () => [{ itemId: shop.boltId, quantity: '10', unitPrice: '2' }]; // earns 25 %

  it('is given by submitting where the company allows anything', async () => {
    const { id } = await create(quote(shop, cheap()));
    const after = await shop.act((tx) => quotes.submit(tx, { id }));
    expect(after).toMatchObject({ status: 'APPROVED', approvedById: null });
  });

  it('is needed below the least margin, and not given by who wrote the quote', async () => {
    const { companyId } = shop;
    await shop.act((tx) =>
      salesSettings.set(tx, { companyId, minMarginPercent: decimal('25.0001') }),
    );
    const { id } = await shop.act((tx) => quotes.create(tx, quote(shop, cheap())), seller);
    const pending = await shop.act((tx) => quotes.submit(tx, { id }), seller);
    expect(pending.status).toBe('PENDING_APPROVAL');
    const self = await shop.refusal((tx) => quotes.approve(tx, { id }), seller);
    expect(self.code).toBe('APPROVER_IS_CREATOR');
    const unsent = await shop.refusal((tx) => quotes.send(tx, { id }), seller);
    expect(unsent.code).toBe('TRANSITION_REFUSED');
    const approver = actorWith([]);
    const approved = await shop.act((tx) => quotes.approve(tx, { id }), approver);
    expect(approved).toMatchObject({ status: 'APPROVED', approvedById: approver.id });
    expect(await factsOf(shop, id)).toEqual(['quoteCreated', 'quoteSubmitted', 'quoteApproved']);
  });

  it('is needed above the most discount', async () => {
    const { companyId } = shop;
    await shop.act((tx) =>
      salesSettings.set(tx, { companyId, minMarginPercent: null, maxDiscountPercent: decimal(5) }),
    );
    const lines = [
      {
        itemId: shop.boltId,
        quantity: decimal(1),
        unitPrice: decimal(9),
        discountPercent: decimal(6),
      },
    ];
    const { id } = await create(quote(shop, [], { lines }));
    expect((await shop.act((tx) => quotes.submit(tx, { id }))).status).toBe('PENDING_APPROVAL');
    const free = await shop.act((tx) =>
      salesSettings.set(tx, { companyId, maxDiscountPercent: null }),
    );
    expect(free).toMatchObject({ version: 3, maxDiscountPercent: null });
    const stale = await shop.refusal((tx) =>
      salesSettings.set(tx, { companyId, expectedVersion: 1, maxDiscountPercent: decimal(1) }),
    );
    expect(stale.code).toBe('STALE_VERSION');
  });
});

describe('revising a quote', () => {
  it('puts a draft in its place, under its number, valid for as long from today', async () => {
    const { id } = await sent(shop, [{ itemId: shop.boltId, quantity: '5' }], {
      validUntil: '2026-03-12',
    });
    shop.setClock(new Date('2026-03-20T08:00:00Z'));
    const fresh = await shop.act((tx) => quotes.revise(tx, { id, expectedVersion: 3 }));
    const old = await quoteNow(shop, id);
    expect(old.status).toBe('SUPERSEDED');
    expect(fresh).toMatchObject({ revision: 2, number: old.number, supersedesId: id });
    expect(fresh).toMatchObject({ documentOn: '2026-03-20', validUntil: '2026-03-30' });
    expect(canonical(fresh.grossAmount)).toBe(canonical(old.grossAmount));
    shop.setClock(new Date('2026-03-02T08:00:00Z'));
    const again = await shop.refusal((tx) => quotes.revise(tx, { id }));
    expect(again.code).toBe('TRANSITION_REFUSED');
  });

  it('is possible of one that was lost', async () => {
    const { id } = await sent(shop, [{ itemId: shop.boltId }]);
    const lost = await shop.act((tx) =>
      quotes.lose(tx, { id, reason: 'Too dear', competitor: 'Nuts & Co' }),
    );
    expect(lost).toMatchObject({ status: 'LOST', lostReason: 'Too dear' });
    expect((await shop.act((tx) => quotes.revise(tx, { id }))).revision).toBe(2);
  });
});

describe('all of this', () => {
  it('keeps every invariant', async () => {
    const sequencer = createSequencer(database);
    await sequencer.settled();
    await sequencer.close();
    expect(await brokenInvariants(database)).toEqual([]);
  });
});
