import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { opportunities } from '../../../modules/crm/index.js';
import { createSequencer } from '../../../modules/events/index.js';
import { canonical, decimal } from '../../../modules/kernel/index.js';
import { hearings } from '../../../modules/listeners.js';
import { quotes, salesOrders } from '../../../modules/sales/index.js';
import type { Database } from '../../../prisma/database.js';
import { openTestDatabase } from '../../support/database.js';
import { brokenInvariants } from '../../support/invariants.js';
import { pursue } from '../crm/front-office.js';
import { part, quote, quoteLines, quoteNow, sent } from './quoting.js';
import { linesNow, openShop, orderNow, type Shop, stockOf } from './shop.js';

let database: Database;
let shop: Shop;

beforeAll(async () => {
  database = await openTestDatabase();
  shop = await openShop(database, hearings);
});

afterAll(() => database.close());

const create = (told: Parameters<typeof quotes.create>[1]) =>
  shop.act((tx) => quotes.create(tx, told));
const accept = (told: Parameters<typeof quotes.accept>[1]) =>
  shop.act((tx) => quotes.accept(tx, told));

/** Quantities ordered of each line. */
const orderedOf = async (id: string) =>
  (await quoteLines(shop, id)).map(({ ordered }) => canonical(ordered));

describe('accepting a quote', () => {
  it('orders all of it as quoted, wins the opportunity and confirms in one go', async () => {
    const { boltId, vatId } = shop;
    const { id: opportunityId } = await pursue(shop);
    const sold = { itemId: boltId, unit: 'BX', quantity: '1', unitPrice: '30', taxCodeId: vatId };
    const { id } = await sent(shop, [sold, { charge: '4.5' }], {
      opportunityId,
      customerReference: 'RFQ 8',
    });
    const before = (await stockOf(shop, boltId))[1];
    const { quote: accepted, salesOrder } = await accept({ id, confirm: true });
    expect(accepted.status).toBe('ACCEPTED');
    expect(salesOrder).toMatchObject({ status: 'CONFIRMED', quoteId: id, opportunityId });
    expect(salesOrder.customerReference).toBe('RFQ 8');
    const quoted = await quoteNow(shop, id);
    expect(canonical(salesOrder.grossAmount)).toBe(canonical(quoted.grossAmount));
    const [line] = await linesNow(shop, salesOrder.id);
    const [quotedLine] = await quoteLines(shop, id);
    expect(line).toMatchObject({ quoteLineId: quotedLine!.id, unit: 'BX' });
    expect(canonical(line!.quotedUnitCost!)).toBe('18');
    expect(canonical((await stockOf(shop, boltId))[1].sub(before))).toBe('12');
    const [won] = [
      ...(await shop.act((tx) => opportunities.getMany(tx, [opportunityId]))).values(),
    ];
    expect(won!.status).toBe('WON');
    const again = await shop.refusal((tx) => quotes.accept(tx, { id }));
    expect(again.code).toBe('TRANSITION_REFUSED');
  });

  it('takes parts until all is ordered, never more than was quoted', async () => {
    const { id: opportunityId } = await pursue(shop);
    const sold = [
      { itemId: shop.boltId, quantity: '10' },
      { itemId: shop.nutId, quantity: '2' },
    ];
    const { id } = await sent(shop, sold, { opportunityId });
    const [bolts, nuts] = await quoteLines(shop, id);
    const first = await accept({ id, lines: [part(bolts!.id, '4')] });
    expect(first.quote.status).toBe('PARTIALLY_ORDERED');
    const over = await shop.refusal((tx) =>
      quotes.accept(tx, { id, lines: [part(bolts!.id, '7')] }),
    );
    expect(over).toMatchObject({ code: 'ORDER_EXCEEDS_QUOTE', path: ['lines', 0, 'quantity'] });
    const second = await accept({ id, lines: [part(nuts!.id, '2')] });
    expect(second.quote.status).toBe('PARTIALLY_ORDERED');
    const rest = await accept({ id });
    expect(rest.quote.status).toBe('ACCEPTED');
    expect(await orderedOf(id)).toEqual(['10', '2']);
    expect((await linesNow(shop, rest.salesOrder.id)).map((l) => canonical(l.quantity))).toEqual([
      '6',
    ]);
  });

  it('wins an opportunity that was lost before', async () => {
    const { id: opportunityId } = await pursue(shop);
    const { id } = await sent(shop, [{ itemId: shop.boltId }], { opportunityId });
    await shop.act((tx) => opportunities.lose(tx, { id: opportunityId, reason: 'Silence' }));
    await accept({ id });
    const [won] = [
      ...(await shop.act((tx) => opportunities.getMany(tx, [opportunityId]))).values(),
    ];
    expect(won).toMatchObject({ status: 'WON', lostReason: null });
  });

  it('is refused once its last day has passed, which also lets it expire', async () => {
    const { id } = await sent(shop, [{ itemId: shop.boltId }], { validUntil: '2026-03-02' });
    const early = await shop.refusal((tx) => quotes.expire(tx, { id }));
    expect(early.code).toBe('QUOTE_NOT_EXPIRED');
    shop.setClock(new Date('2026-03-02T23:30:00Z')); // The third of March in Berlin.
    const late = await shop.refusal((tx) => quotes.accept(tx, { id }));
    expect(late).toMatchObject({ code: 'QUOTE_EXPIRED', params: { validUntil: '2026-03-02' } });
    expect((await shop.act((tx) => quotes.expire(tx, { id }))).status).toBe('EXPIRED');
    shop.setClock(new Date('2026-03-02T08:00:00Z'));
  });

  it('leaves nothing when the order cannot be confirmed', async () => {
    const { id } = await sent(shop, [{ itemId: shop.nutId, quantity: '500' }]);
    const short = await shop.refusal((tx) =>
      quotes.accept(tx, { id, confirm: true, policy: 'ALL_OR_NOTHING' }),
    );
    expect(short.code).toBe('INSUFFICIENT_STOCK');
    expect((await quoteNow(shop, id)).status).toBe('SENT');
    expect(await orderedOf(id)).toEqual(['0']);
  });
});

describe('an order of a quote', () => {
  it('gives back what it took when it is cancelled', async () => {
    const { id } = await sent(shop, [{ itemId: shop.boltId, quantity: '5' }]);
    const [line] = await quoteLines(shop, id);
    const first = await accept({ id, lines: [part(line!.id, '2')] });
    const second = await accept({ id });
    const cancel = (orderId: string) =>
      shop.act((tx) => salesOrders.cancel(tx, { id: orderId, reason: 'Changed their mind' }));
    await cancel(second.salesOrder.id);
    expect([(await quoteNow(shop, id)).status, ...(await orderedOf(id))]).toEqual([
      'PARTIALLY_ORDERED',
      '2',
    ]);
    await cancel(first.salesOrder.id);
    expect([(await quoteNow(shop, id)).status, ...(await orderedOf(id))]).toEqual(['SENT', '0']);
    expect((await accept({ id })).quote.status).toBe('ACCEPTED');
  });

  it('takes less when a line of its draft is changed, and never more than was quoted', async () => {
    const { id } = await sent(shop, [{ itemId: shop.boltId, quantity: '5' }]);
    const { salesOrder } = await accept({ id });
    const [line] = await linesNow(shop, salesOrder.id);
    const put = (quantity: string) => ({
      id: salesOrder.id,
      lines: [
        { id: line!.id, itemId: shop.boltId, quantity: decimal(quantity), unitPrice: decimal(2) },
      ],
    });
    await shop.act((tx) => salesOrders.change(tx, put('3')));
    expect([(await quoteNow(shop, id)).status, ...(await orderedOf(id))]).toEqual([
      'PARTIALLY_ORDERED',
      '3',
    ]);
    const over = await shop.refusal((tx) => salesOrders.change(tx, put('6')));
    expect(over.code).toBe('ORDER_EXCEEDS_QUOTE');
    await shop.act((tx) => salesOrders.change(tx, put('5')));
    expect((await quoteNow(shop, id)).status).toBe('ACCEPTED');
    expect((await orderNow(shop, salesOrder.id)).quoteId).toBe(id);
  });
});

describe('the cost of long quotes', () => {
  it('is as many statements for twenty lines as for one', async () => {
    const cost = async (count: number) => {
      const wanted = Array.from({ length: count }, () => ({ itemId: shop.boltId, quantity: '1' }));
      const counts: number[] = [];
      const step = async <T>(run: () => Promise<T>): Promise<T> => {
        const { value, texts } = await database.statements.during(run);
        counts.push(texts.length);
        return value;
      };
      const { id } = await step(() => create(quote(shop, wanted)));
      const change = { itemId: shop.boltId, quantity: decimal(1), unitPrice: decimal(2) };
      const lines = wanted.map(() => change);
      await step(() => shop.act((tx) => quotes.change(tx, { id, lines })));
      await step(() => shop.act((tx) => quotes.submit(tx, { id })));
      await step(() => shop.act((tx) => quotes.send(tx, { id })));
      await step(() => accept({ id, confirm: true }));
      return counts;
    };
    expect(await cost(20)).toEqual(await cost(1));
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
